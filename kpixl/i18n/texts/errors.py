"""Why a function answered with an error, and why a file or a call was refused."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    # arguments of a function: {argument} is the argument's name, {value} what was found
    "argument.missing": Text(
        "引数「{argument}」がありません。値またはセルを指定してください。",
        "The argument '{argument}' is missing; give a value or a cell.",
    ),
    "argument.surplus": Text(
        "{function} の引数は {most} 個までですが、{given} 個指定されています。",
        "{function} takes {most} arguments at most, but {given} were given.",
    ),
    "argument.blank": Text(
        "引数「{argument}」がまだ入力されていません。値を入力してください。",
        "The argument '{argument}' has no value yet; fill in the cell.",
    ),
    "argument.inner_blank": Text(
        "引数「{argument}」の {position} 番目が空白です。途中を空けずに入力してください。",
        "Item {position} of '{argument}' is blank; fill the cells without a gap.",
    ),
    "argument.not_number": Text(
        "引数「{argument}」には数値が必要ですが、「{value}」が入っています。",
        "The argument '{argument}' must be a number, but it is '{value}'.",
    ),
    "argument.not_text": Text(
        "引数「{argument}」には文字列が必要ですが、「{value}」が入っています。",
        "The argument '{argument}' must be text, but it is '{value}'.",
    ),
    "argument.not_truth": Text(
        "引数「{argument}」には TRUE か FALSE が必要ですが、「{value}」が入っています。",
        "The argument '{argument}' must be TRUE or FALSE, but it is '{value}'.",
    ),
    "argument.not_choice": Text(
        "引数「{argument}」は {choices} のいずれかですが、「{value}」が指定されています。",
        "The argument '{argument}' must be one of {choices}, but it is '{value}'.",
    ),
    "argument.not_finite": Text(
        "引数「{argument}」が有限の数値ではありません。",
        "The argument '{argument}' is not a finite number.",
    ),
    "argument.not_scalar": Text(
        "引数「{argument}」は 1 つのセルで指定してください({rows} 行 {columns} 列の範囲になっています)。",
        "The argument '{argument}' must be one cell, but it is a range of {rows} rows and {columns} columns.",
    ),
    "argument.not_vector": Text(
        "引数「{argument}」は 1 行または 1 列で指定してください({rows} 行 {columns} 列の範囲になっています)。",
        "The argument '{argument}' must be one row or one column, but it has {rows} rows and {columns} columns.",
    ),
    "argument.ragged": Text(
        "引数「{argument}」の行の長さがそろっていません。長方形の範囲を指定してください。",
        "The rows of '{argument}' differ in length; give a rectangular range.",
    ),
    "argument.below": Text(
        "引数「{argument}」は {low} 以上でなければなりませんが、{value} です。",
        "The argument '{argument}' must be at least {low}, but it is {value}.",
    ),
    "argument.not_above": Text(
        "引数「{argument}」は {low} より大きくなければなりませんが、{value} です。",
        "The argument '{argument}' must be greater than {low}, but it is {value}.",
    ),
    "argument.above": Text(
        "引数「{argument}」は {high} 以下でなければなりませんが、{value} です。",
        "The argument '{argument}' must be at most {high}, but it is {value}.",
    ),
    "argument.not_below": Text(
        "引数「{argument}」は {high} より小さくなければなりませんが、{value} です。",
        "The argument '{argument}' must be less than {high}, but it is {value}.",
    ),
    # relations between arguments, and what arithmetic cannot do
    "function.lengths_differ": Text(
        "「{first}」は {first_length} 個、「{second}」は {second_length} 個です。同じ個数にしてください。",
        "'{first}' has {first_length} items and '{second}' has {second_length}; they must match.",
    ),
    "function.too_few_volumes": Text(
        "転換率には 2 段階以上の件数が必要です。", "A rate needs the volumes of at least two stages."
    ),
    "function.division_by_nothing": Text(
        "「{argument}」が 0 のため割り算できません。", "'{argument}' is 0, so the division has no answer."
    ),
    "function.volume_zero": Text(
        "{position} 番目の件数が 0 のため、次の転換率を計算できません。",
        "Volume {position} is 0, so the rate that follows it has no answer.",
    ),
    "function.elapsed_exceeds_periods": Text(
        "経過期間 {elapsed} が全期間 {periods} を超えています。",
        "The elapsed periods ({elapsed}) exceed the total ({periods}).",
    ),
    "function.no_period_left": Text(
        "残りの期間がないため、必要なペースを計算できません。",
        "No period is left, so the needed pace has no answer.",
    ),
    "function.total_not_whole": Text(
        '端数のある合計 {total} は整数に配分できません。"exact" を指定してください。',
        'A total of {total} cannot be split into whole numbers; use "exact".',
    ),
    "function.successes_exceed_trials": Text(
        "成功数 {successes} が試行数 {trials} を超えています。",
        "The successes ({successes}) exceed the trials ({trials}).",
    ),
    "function.thresholds_three": Text(
        "しきい値は 3 個必要ですが、{given} 個指定されています。",
        "Three thresholds are needed, but {given} were given.",
    ),
    "function.thresholds_descending": Text(
        "しきい値は大きい順に並べてください。", "The thresholds must descend, the largest first."
    ),
    "function.nothing_elapsed": Text(
        "経過割合が 0 のため、まだ判定できません。",
        "Nothing of the period has elapsed, so there is no pace yet.",
    ),
    "function.no_data": Text("実績がまだありません。", "There is no actual value yet."),
    "function.unknown": Text(
        "{function} という関数は kpixl にありません。`kpixl functions` で一覧を確認してください。",
        "kpixl has no function {function}; see the list with `kpixl functions`.",
    ),
    "function.not_finite": Text("計算結果が有限の数値になりません。", "The result is not a finite number."),
    "function.divisor_vanishes": Text(
        "割る数が小さすぎて 0 になるため計算できません。", "The divisor is so small that it vanishes."
    ),
    "function.fault": Text(
        "kpixl の不具合で計算できませんでした({detail})。開発元へお知らせください。",
        "A fault in kpixl stopped the calculation ({detail}); please report it.",
    ),
    # workbooks and files
    "workbook.missing": Text(
        "{file}: ファイルがありません。パスを確認してください。",
        "{file}: there is no such file; check the path.",
    ),
    "workbook.is_folder": Text(
        "{file}: フォルダーです。ブックのファイルを指定してください。",
        "{file}: this is a folder; name a workbook file.",
    ),
    "workbook.cannot_read": Text(
        "{file}: 読み取れません({detail})。アクセス権を確認してください。",
        "{file}: cannot be read ({detail}); check its permissions.",
    ),
    "workbook.cannot_write": Text(
        "{file}: 書き込めません({detail})。保存先を確認してください。",
        "{file}: cannot be written ({detail}); check the destination.",
    ),
    "workbook.empty": Text(
        "{file}: 中身が空です。元のファイルを確認してください。",
        "{file}: the file is empty; check the original.",
    ),
    "workbook.not_workbook": Text(
        "{file}: Excel ブック(.xlsx / .xlsm)ではありません。Excel で開いて保存し直してください。",
        "{file}: not an Excel workbook (.xlsx or .xlsm); open it in Excel and save it as one.",
    ),
    "workbook.old_format": Text(
        "{file}: 旧形式(.xls)です。Excel で .xlsx として保存し直してください。",
        "{file}: this is the old .xls format; save it as .xlsx in Excel.",
    ),
    "workbook.encrypted": Text(
        "{file}: パスワードで保護されています。Excel で保護を解除してから実行してください。",
        "{file}: protected by a password; remove the password in Excel first.",
    ),
    "workbook.damaged": Text(
        "{file}: 壊れているか、途中で切れています({detail})。元のファイルを入手し直してください。",
        "{file}: damaged or cut off ({detail}); get a fresh copy of the file.",
    ),
    "workbook.doctype": Text(
        "{file}: {part} に DTD(文書型宣言)が含まれているため、安全のため開きません。",
        "{file}: {part} holds a DTD (document type declaration), so it is refused for safety.",
    ),
    "workbook.too_large": Text(
        "{file}: {part} の展開後の大きさが上限({limit} バイト)を超えるため開きません。信頼できるファイルなら --limit {key}=… で上限を上げてください。",
        "{file}: {part} inflates beyond the limit of {limit} bytes, so it is refused; if you trust the file, raise it with --limit {key}=….",
    ),
    "workbook.too_compressed": Text(
        "{file}: {part} は展開すると {ratio} 倍に膨らみ、上限の {limit} 倍を超えるため開きません。信頼できるファイルなら --limit ratio=… で上限を上げてください。",
        "{file}: {part} inflates {ratio} times, beyond the limit of {limit}, so it is refused; if you trust the file, raise it with --limit ratio=….",
    ),
    "workbook.too_many_parts": Text(
        "{file}: 部品数 {count} が上限 {limit} を超えるため開きません。信頼できるファイルなら --limit parts=… で上限を上げてください。",
        "{file}: its {count} parts exceed the limit of {limit}, so it is refused; if you trust the file, raise it with --limit parts=….",
    ),
    "workbook.too_many_cells": Text(
        "{file}: セル数が上限 {limit} を超えるため開きません。信頼できるファイルなら --limit cells=… で上限を上げてください。",
        "{file}: it has more cells than the limit of {limit}, so it is refused; if you trust the file, raise it with --limit cells=….",
    ),
    "workbook.too_many_names": Text(
        "{file}: 名前の定義 {count} 個が上限 {limit} を超えるため開きません。信頼できるファイルなら --limit names=… で上限を上げてください。",
        "{file}: its {count} defined names exceed the limit of {limit}, so it is refused; if you trust the file, raise it with --limit names=….",
    ),
    "workbook.too_deep": Text(
        "{file}: {part} の XML の入れ子が上限 {limit} 段を超えるため開きません。信頼できるファイルなら --limit depth=… で上限を上げてください。",
        "{file}: the XML of {part} is nested deeper than the limit of {limit}, so it is refused; if you trust the file, raise it with --limit depth=….",
    ),
    "workbook.too_demanding": Text(
        "{file}: {seconds} 秒または {memory} バイトのメモリーでは処理できないため中止しました。ブックは変更していません。信頼できるファイルなら --seconds か --limit memory=… で上限を上げてください。",
        "{file}: it cannot be handled within {seconds} seconds or {memory} bytes of memory and was left as it is; if you trust the file, raise them with --seconds or --limit memory=….",
    ),
    "workbook.unsafe_name": Text(
        "{file}: ブックの外を指す名前の部品({part})が含まれているため、安全のため開きません。",
        "{file}: the name of the part {part} leads out of the workbook, so it is refused for safety.",
    ),
    "workbook.duplicate_sheet": Text(
        "{file}: 同じシート「{sheet}」が 2 回登録されていて、どちらが正しいか判断できません。Excel で開いて修復してください。",
        "{file}: the sheet '{sheet}' is listed twice, and which one counts cannot be told; open and repair the file in Excel.",
    ),
    "workbook.duplicate_part": Text(
        "{file}: 同じ名前の部品({part})が 2 つあり、どちらが正しいか判断できません。",
        "{file}: two parts are called {part}, and which one counts cannot be told.",
    ),
    "workbook.part_missing": Text(
        "{file}: 必要な部品 {part} がありません。Excel で開いて修復してください。",
        "{file}: the part {part} is missing; open and repair the file in Excel.",
    ),
    "workbook.part_invalid": Text(
        "{file}: {part} の XML を読み取れません({detail})。Excel で開いて修復してください。",
        "{file}: the XML of {part} cannot be read ({detail}); open and repair the file in Excel.",
    ),
    "workbook.compression": Text(
        "{file}: {part} の圧縮方式に対応していません。Excel で保存し直してください。",
        "{file}: the compression of {part} is not supported; save the file again in Excel.",
    ),
    "workbook.engine": Text(
        "{file}: 計算エンジンがこのブックを読み込めません({detail})。ブックは変更していません。",
        "{file}: the calculation engine cannot load this workbook ({detail}); it was left as it is.",
    ),
    "workbook.target_is_source": Text(
        "{file}: 出力先が元のファイルと同じです。上書きするには --in-place を使ってください。",
        "{file}: the output would replace the source; use --in-place to do that.",
    ),
    "detail.no_directory": Text("ZIP の目録がありません", "the ZIP directory is missing"),
    "detail.bad_directory": Text("ZIP の目録が壊れています", "the ZIP directory is damaged"),
    "detail.crc": Text("{part} の内容がチェックサムと一致しません", "{part} does not match its checksum"),
    "detail.inflate": Text("{part} を展開できません", "{part} cannot be inflated"),
    "detail.two_ends": Text("ZIP の終端が 2 つあります", "it has two ends of a ZIP directory"),
    "detail.other_name": Text(
        "{part} の名前が ZIP の目録と一致しません", "the name of {part} differs from the ZIP directory"
    ),
    "detail.multi_disk": Text("分割された ZIP です", "it is a ZIP split over several disks"),
    # declarations (seen by developers only, when the package is loaded)
    "declaration.name": Text(
        "関数名 {function} は使えません。英大文字・数字・下線だけで書いてください。",
        "{function} cannot be a function name; use capitals, digits and underscores.",
    ),
    "declaration.cell_address": Text(
        "関数名 {function} はセル番地として読まれます。別の名前にしてください。",
        "{function} reads as a cell address; choose another name.",
    ),
    "declaration.duplicate": Text(
        "関数 {function} が 2 回宣言されています。", "{function} is declared twice."
    ),
    "declaration.missing_text": Text(
        "関数 {function} の説明 {text_id} が日本語・英語でそろっていません。",
        "{function} lacks the text {text_id} in Japanese or English.",
    ),
    "declaration.category": Text(
        "関数 {function} の分類 {category} は未定義です。",
        "{function} is in the unknown category {category}.",
    ),
    "declaration.parameter": Text(
        "関数 {function} の引数 {parameter} の型宣言を読み取れません。",
        "The type of {parameter} in {function} is not one a cell can hold.",
    ),
    "declaration.default": Text(
        "関数 {function} の引数 {parameter} の既定値が、その引数の条件に合いません。",
        "The default of {parameter} in {function} breaks that parameter's own bounds.",
    ),
    "declaration.order": Text(
        "関数 {function} では、省略できる引数 {parameter} の後に必須の引数があります。",
        "In {function} a required argument follows the optional {parameter}.",
    ),
    "declaration.repeating": Text(
        "関数 {function} は、省略できる引数と繰り返しの引数を同時に持てません。",
        "{function} cannot have both optional and repeating arguments.",
    ),
    "declaration.example": Text("関数 {function} に使用例がありません。", "{function} has no example."),
}
