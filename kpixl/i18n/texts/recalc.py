"""The report of a recalculation: what could not be computed, and what the user should know."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "recalc.frozen.empty": Text(
        "数式が空のため、保存されている値を残しました。", "The formula is empty; the stored value was kept."
    ),
    "recalc.frozen.unreadable": Text(
        "数式を読み取れないため、保存されている値を残しました。",
        "The formula cannot be read; the stored value was kept.",
    ),
    "recalc.frozen.function": Text(
        "{function} はこの環境で計算できないため、保存されている値を残しました。",
        "{function} cannot be computed here; the stored value was kept.",
    ),
    "recalc.frozen.external": Text(
        "別のブックへの参照 {reference} は計算できないため、保存されている値を残しました。",
        "{reference} refers to another workbook; the stored value was kept.",
    ),
    "recalc.frozen.several_sheets": Text(
        "複数シートにまたがる参照 {reference} は計算できないため、保存されている値を残しました。",
        "{reference} spans several sheets, which cannot be computed here; the stored value was kept.",
    ),
    "recalc.frozen.computed_range": Text(
        "計算で決まる範囲(「:」の片側が関数など)は計算できないため、保存されている値を残しました。",
        "A range whose end is computed cannot be computed here; the stored value was kept.",
    ),
    "recalc.frozen.table": Text(
        "テーブル参照 {reference} の参照先が見つからないため、保存されている値を残しました。",
        "The table or column of {reference} was not found; the stored value was kept.",
    ),
    "recalc.frozen.text_format": Text(
        "TEXT の書式 {format}(和暦・曜日など)は計算できないため、保存されている値を残しました。",
        "The TEXT format {format} (eras, weekday names) cannot be computed here; the stored value was kept.",
    ),
    "recalc.frozen.data_table": Text(
        "データテーブル(What-If 分析)は計算できないため、保存されている値を残しました。",
        "A what-if data table cannot be computed here; the stored value was kept.",
    ),
    "recalc.frozen.cycle": Text(
        "循環参照のため計算できず、保存されている値を残しました。",
        "The formula refers back to itself; the stored value was kept.",
    ),
    "recalc.frozen.name": Text(
        "数式にある名前を解決できないため、保存されている値を残しました。",
        "A name in the formula cannot be resolved; the stored value was kept.",
    ),
    "recalc.frozen.spill": Text(
        "計算エンジンがこのスピルを書き出せないため、保存されている値を残しました。",
        "The calculation engine cannot spill this result; the stored values were kept.",
    ),
    "recalc.blocked.cell": Text(
        "スピル先の {cell} に値か数式があるため、結果を表示できません。{cell} を空けてください。",
        "The result cannot spill because {cell} is not empty; clear {cell}.",
    ),
    "recalc.blocked.merged": Text(
        "スピル先に結合セル {area} があるため、結果を表示できません。結合を解除してください。",
        "The result cannot spill over the merged cells {area}; unmerge them.",
    ),
    "recalc.blocked.table": Text(
        "スピル先がテーブル {table} にかかるため、結果を表示できません。数式をテーブルの外へ移してください。",
        "The result cannot spill into the table {table}; move the formula out of its way.",
    ),
    "recalc.blocked.edge": Text(
        "結果がシートの端を越えるため表示できません。数式を上か左へ移してください。",
        "The result would go beyond the edge of the sheet; move the formula up or left.",
    ),
    "recalc.frozen.too_large": Text(
        "配列数式の範囲が大きすぎるため、保存されている値を残しました(上限は --limit array_cells=… で変更できます)。",
        "Array formulas cover more cells than allowed (--limit array_cells=…); the stored values were kept.",
    ),
    "recalc.frozen.time": Text(
        "時間またはメモリーの上限内に計算が終わらないため、保存されている値を残しました(上限は --seconds と --limit memory=… で変更できます)。",
        "It could not be computed within the limits of time and memory (--seconds, --limit memory=…); the stored value was kept.",
    ),
    "recalc.frozen.too_complex": Text(
        "数式が Excel の上限(8,192 文字、入れ子 64 段)を超えるため、保存されている値を残しました。",
        "The formula exceeds Excel's limits (8,192 characters, 64 levels of nesting); the stored value was kept.",
    ),
    "recalc.frozen.text_too_long": Text(
        "結果の文字列が Excel の上限(32,767 文字)を超えるため、保存されている値を残しました。",
        "The resulting text exceeds Excel's limit of 32,767 characters; the stored value was kept.",
    ),
    "recalc.frozen.spill_reference": Text(
        "スピル範囲演算子(#)の参照先を計算できないため、保存されている値を残しました。",
        "The spill that the formula refers to cannot be computed; the stored value was kept.",
    ),
    "recalc.frozen.array": Text(
        "計算エンジンがこの配列計算に対応していないため、保存されている値を残しました。",
        "The calculation engine cannot compute this over an array; the stored value was kept.",
    ),
    "recalc.frozen.engine": Text(
        "計算エンジンが対応していないため({detail})、保存されている値を残しました。",
        "The calculation engine does not support this ({detail}); the stored value was kept.",
    ),
    "recalc.warning.recalculates_on_load": Text(
        "このブックは開くたびに全計算する設定です。kpixl のない Excel では #NAME? と表示されることがあります。",
        "This workbook recomputes everything on opening; Excel without kpixl may then show #NAME?.",
    ),
    "recalc.warning.signature": Text(
        "値を書き換えたため、ブックの電子署名は無効になりました。",
        "The values changed, so the workbook's digital signature is no longer valid.",
    ),
    "recalc.left.no_value": Text(
        "値が保存されていないため、数式のまま残しました。",
        "There is no stored value, so the formula was left.",
    ),
    "recalc.left.shared": Text(
        "値のないセルと数式を共有しているため、数式のまま残しました。",
        "A cell without a value shares this formula, so it was left.",
    ),
    "recalc.warning.names": Text(
        "名前 {names} は kpixl の関数を呼び出したまま残しました。使っていた数式は値に置き換えています。",
        "The names {names} still call kpixl functions; the formulas that used them are values now.",
    ),
    "recalc.warning.formats": Text(
        "シート「{sheet}」の条件付き書式({cells})は kpixl の関数を使うため、kpixl のない Excel では働きません。",
        "Conditional formats on {sheet} ({cells}) use kpixl functions and do not work in Excel without kpixl.",
    ),
    "recalc.warning.validations": Text(
        "シート「{sheet}」の入力規則({cells})は kpixl の関数を使うため、kpixl のない Excel では働きません。",
        "Data validations on {sheet} ({cells}) use kpixl functions and do not work in Excel without kpixl.",
    ),
    "recalc.warning.link": Text(
        "{file} はリンクのため、リンク先の {target} を書き換えました。",
        "{file} is a link; the file it points to, {target}, was rewritten.",
    ),
}
