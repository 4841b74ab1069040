"""Texts of the functions of the category diagnose; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "KPI_BOTTLENECK": Text(
        "目標から最も落ち込み、結果への影響が大きい段階を見つけます。",
        "Finds the step that falls shortest of its target and so costs the result most.",
    ),
    "KPI_BOTTLENECK.rates": Text("各段階の実績の転換率(0〜1)", "Actual rate of each step (0 to 1)"),
    "KPI_BOTTLENECK.targets": Text("各段階の目標の転換率(0〜1)", "Target rate of each step (0 to 1)"),
    "KPI_BOTTLENECK.names": Text(
        "各段階の名前(省略すると番号を返します)", "Name of each step (its number when omitted)"
    ),
    "KPI_BOTTLENECK.result": Text(
        "段階の名前または番号。目標を下回る段階がなければ空文字または 0",
        "The step's name or number; empty or 0 when no step is below its target",
    ),
    "KPI_BOTTLENECK.errors": Text(
        "転換率と目標(と名前)の個数が違うと #VALUE!、目標が 0 なら #NUM!",
        "#VALUE! when rates, targets and names differ in number; #NUM! for a target of 0",
    ),
}
