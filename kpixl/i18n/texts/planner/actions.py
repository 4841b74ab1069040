"""Words of the planner's sheet Actions."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.actions.sheet": Text("施策", "Actions"),
    "planner.actions.title": Text("施策：行動と費用対効果", "Actions: work done and what it returned"),
    "planner.actions.guidance": Text(
        "施策ごとの行動量・費用・成果を書くと、達成度と CPL・CPA・ROI が施策別・チャネル別に分かります。",
        "Record work, cost and yield of each measure to see progress, CPL, CPA and ROI by measure and channel.",
    ),
}
