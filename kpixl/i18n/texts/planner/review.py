"""Words of the planner's sheet Review."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.review.sheet": Text("振り返り", "Review"),
    "planner.review.title": Text("振り返り：次の計画につなげる", "Review: carry it into the next plan"),
    "planner.review.guidance": Text(
        "会議で決めたことを PDCA の表に残すと、期限切れと次期への持ち越しが分かります。",
        "Keep decisions in the PDCA log to see what is overdue and what carries over.",
    ),
}
