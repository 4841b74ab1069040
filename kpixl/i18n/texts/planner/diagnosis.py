"""Words of the planner's sheet Diagnosis."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.diagnosis.sheet": Text("診断", "Diagnosis"),
    "planner.diagnosis.title": Text(
        "診断：どこで、なぜ止まっているか", "Diagnosis: where and why does it stall?"
    ),
    "planner.diagnosis.guidance": Text(
        "転換率を目標と比べ、ボトルネックと改善の効果、前期からの変動要因、考えられる原因が分かります。",
        "Compares the rates with their targets: the bottleneck, what fixing it is worth, why the result moved, and likely causes.",
    ),
}
