"""Words of the planner's sheet Metrics."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.metrics.sheet": Text("指標辞典", "Metrics"),
    "planner.metrics.title": Text("指標辞典：言葉の定義をそろえる", "Metrics: one definition for everybody"),
    "planner.metrics.guidance": Text(
        "指標の定義・分子・分母・段階・改善のヒントを調べられます。社内の定義は右端の欄に書き足してください。",
        "Look up definition, numerator, denominator, phase and hints; add your own notes in the last column.",
    ),
}
