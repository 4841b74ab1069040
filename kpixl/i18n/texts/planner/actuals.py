"""Words of the planner's sheet Actuals."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.actuals.sheet": Text("実績", "Actuals"),
    "planner.actuals.title": Text("実績：日々の件数を記録する", "Actuals: record the counts"),
    "planner.actuals.guidance": Text(
        "表の末尾に日付・指標・チャネル・値を書き足すと、すべてのシートの集計が更新されます。",
        "Append date, metric, channel and value to the table; every sheet follows.",
    ),
}
