"""Why rows or cells of a workbook could not be read or written."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "workbook.no_table": Text(
        "{file} にテーブル「{table}」がありません。テーブルの名前を確認してください。",
        "{file} has no table {table}; check the table's name.",
    ),
    "workbook.no_name": Text(
        "{file} に「{name}」という名前の定義がありません。名前の管理で確認してください。",
        "{file} has no defined name {name}; check it in the Name Manager.",
    ),
    "workbook.name_is_no_area": Text(
        "{file} の名前「{name}」({formula})は 1 つの長方形のセル範囲を指していません。名前の管理で参照範囲を直してください。",
        "In {file}, the name {name} ({formula}) is not one rectangle of cells; correct it in the Name Manager.",
    ),
    "workbook.totals_row": Text(
        "{file} のシート「{sheet}」のテーブル「{table}」には集計行があるため、行を追加できません。"
        "集計行を外してから、もう一度実行してください。",
        "In {file}, the table {table} on sheet {sheet} has a total row, so no rows can be added; "
        "turn the total row off and try again.",
    ),
    "workbook.sheet_full": Text(
        "{file} のテーブル「{table}」を {rows} 行にはできません。シートに入るのは {most} 行までです。行数を減らしてください。",
        "In {file}, the table {table} cannot have {rows} rows, as its sheet has room for {most}; write fewer rows.",
    ),
    "workbook.no_room": Text(
        "{file} のテーブル「{table}」を {rows} 行に広げられません。シート「{sheet}」の {cell} に別の内容があります。"
        "それを別の場所に移してから、もう一度実行してください。",
        "In {file}, the table {table} cannot grow to {rows} rows, as {cell} on sheet {sheet} is in the way; "
        "move what is there and try again.",
    ),
    "workbook.formula_there": Text(
        "{file} のシート「{sheet}」の {cell} には数式があるため、値を書き込みません。数式を消すか移してから、もう一度実行してください。",
        "In {file}, {cell} on sheet {sheet} holds a formula, which is not overwritten; "
        "clear or move the formula and try again.",
    ),
    "workbook.value_too_long": Text(
        "{file} のシート「{sheet}」の {cell} に入れる文字列が長すぎます。32,767 文字以内にしてください。",
        "In {file}, the text for {cell} on sheet {sheet} is too long; shorten it to 32,767 characters.",
    ),
    "workbook.value_no_text": Text(
        "{file} のシート「{sheet}」の {cell} に入れる文字列に、保存できない文字が含まれています。文字コードを確認してください。",
        "In {file}, the text for {cell} on sheet {sheet} has a character that no file can hold; check its encoding.",
    ),
    "workbook.value_no_number": Text(
        "{file} のシート「{sheet}」の {cell} に入れる値が有限の数値ではありません。元のデータを確認してください。",
        "In {file}, the value for {cell} on sheet {sheet} is not a finite number; check where it comes from.",
    ),
}
