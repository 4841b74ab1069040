"""What `kpixl check` finds in a workbook, and what to do about it; `….hint` ends the id of the latter."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    # the command
    "cli.check.help": Text(
        "ブックを点検します。壊れた数式や名前、値で上書きされた計算セルなどファイルの状態と、プランナーなら目標・実績・"
        "合意・設計の抜けや誤りを、重さの順に示します。ブックは書き換えません。",
        "Check workbooks: the state of the file, such as broken formulas and names or results typed over, and in a "
        "planner also targets, records, agreements and design. The gravest comes first. Workbooks are not changed.",
    ),
    "cli.check.severity.ERROR": Text("エラー", "Error"),
    "cli.check.severity.WARNING": Text("警告", "Warning"),
    "cli.check.severity.NOTE": Text("参考", "Note"),
    "cli.check.whole_workbook": Text("ブック全体", "Whole workbook"),
    "cli.check.place": Text("{place}", "{place}"),
    "cli.check.group": Text("{severity}({count} 件)", "{severity} ({count})"),
    "cli.check.fine": Text("問題は見つかりませんでした。", "Nothing to report."),
    "cli.check.only_file": Text(
        "プランナーではないため、ファイルの状態だけを点検しました。",
        "This is not a planner, so only the state of the file was checked.",
    ),
    "cli.check.counts": Text(
        "{file}: エラー {errors} 件、警告 {warnings} 件、参考 {notes} 件",
        "{file}: errors {errors}, warnings {warnings}, notes {notes}",
    ),
    # the document
    "check.document.file": Text("ファイルの状態(どのブックでも)", "The file (of any workbook)"),
    "check.document.planner": Text("プランナーの中身", "What a planner holds"),
    "check.document.design": Text(
        "KPI の設計(設計シートの表 Tree)", "The design (table Tree on the sheet Design)"
    ),
    "check.document.rule": Text("規則", "Rule"),
    "check.document.severity": Text("重さ", "Severity"),
    "check.document.message": Text("指摘", "Finding"),
    "check.document.hint": Text("対処", "What to do"),
    # whatever is too many
    "finding.more": Text(
        "同じ種類の指摘がほかに {count} 件あります。", "More findings of this kind: {count}."
    ),
    "finding.more.hint": Text(
        "上の指摘を直してから、もう一度点検してください。", "Mend those above, then check again."
    ),
    "finding.guess": Text("「{word}」のことではありませんか。", "Is it '{word}'?"),
    # the file
    "finding.broken_name": Text(
        "名前「{name}」の参照先がなくなっています({formula})。",
        "The name '{name}' refers to cells that are gone ({formula}).",
    ),
    "finding.broken_name.hint": Text(
        "「数式」タブの「名前の管理」で正しいセルを指定するか、使っていなければ削除してください。",
        "Point it at the right cells in Formulas > Name Manager, or delete it if nothing uses it.",
    ),
    "finding.broken_setting": Text(
        "「{name}」(印刷範囲などの設定)の参照先がなくなっています({formula})。",
        "The setting '{name}' (print area or the like) refers to cells that are gone ({formula}).",
    ),
    "finding.broken_setting.hint": Text(
        "計算には影響しません。印刷範囲や印刷タイトルを設定し直してください。",
        "No number depends on it. Set the print area or print titles again.",
    ),
    "finding.broken_formula": Text(
        "参照先のなくなった数式(#REF!)が {count} セルにあります。例: {formula}",
        "Formulas whose reference is gone (#REF!): {count}, such as {formula}",
    ),
    "finding.broken_formula.hint": Text(
        "行・列・シートを削除した直後なら元に戻し、そうでなければ正常なブックの同じセルから数式を写してください。",
        "Undo the deletion of the row, column or sheet, or copy the formula from the same cell of a sound workbook.",
    ),
    "finding.overwritten": Text(
        "計算結果のセルに値が直接入力されています({count} セル)。入力が変わっても動きません。",
        "Values were typed over the results of formulas (cells: {count}); they no longer follow the inputs.",
    ),
    "finding.overwritten.hint": Text(
        "元に戻すか、隣のセルまたは新しいブック(kpixl new)の同じセルから数式を写してください。",
        "Undo, or copy the formula from a neighbouring cell or from the same cell of a new workbook (kpixl new).",
    ),
    "finding.overwritten_column": Text(
        "表「{table}」の計算列「{column}」に、数式でなく値の入ったセルがあります({count} セル)。",
        "Values were typed into the computed column '{column}' of the table '{table}' (cells: {count}).",
    ),
    "finding.overwritten_column.hint": Text(
        "意図した値でなければ、上の行の数式を写してください。",
        "Unless it is meant, copy the formula from the row above.",
    ),
    "finding.formula_as_text": Text(
        "数式が文字として入っていて計算されません({count} セル)。例: {example}",
        "A formula stands there as mere text and is not computed (cells: {count}), such as {example}",
    ),
    "finding.formula_as_text.hint": Text(
        "セルの表示形式を「標準」にして、F2 キーを押してから Enter キーで確定し直してください。",
        "Set the cell's number format to General, press F2, then Enter.",
    ),
    "finding.function_error": Text("{code} になっています。{reason}", "The cell shows {code}. {reason}"),
    "finding.function_error.hint": Text(
        "数式に渡しているセルの値を、上の理由に沿って直してください。",
        "Correct the cells that the formula takes, as the reason says.",
    ),
    "finding.frozen": Text(
        "kpixl では計算できない数式が {count} セルにあり、保存されている値をそのまま使います。{reason}",
        "kpixl cannot compute this and keeps the stored value (cells: {count}). {reason}",
    ),
    "finding.frozen.hint": Text(
        "最新の値にするには、表計算ソフトで開いて再計算し、保存してください。",
        "To bring them up to date, open the workbook in a spreadsheet program, recalculate and save.",
    ),
    "finding.error_result": Text(
        "数式の結果が {code} です({count} セル)。", "The result of the formula is {code} (cells: {count})."
    ),
    "finding.error_result.hint": Text(
        "数式が参照しているセルに、空欄・文字・0 がないか確かめてください。意図した #N/A ならそのままで構いません。",
        "Look for blanks, texts or zeros in the cells it refers to. An #N/A that is meant may stay.",
    ),
    "finding.stale_values": Text(
        "保存されている値が古く、再計算すると {count} セルが変わります。点検は再計算後の値で行いました。",
        "Stored values are out of date (cells that change when recalculated: {count}). The new values were checked.",
    ),
    "finding.stale_values.hint": Text(
        "kpixl recalc で再計算するか、kpixl を導入した表計算ソフトで開いて保存してください。",
        "Run kpixl recalc, or open and save the workbook where kpixl is installed.",
    ),
    "finding.external_link": Text(
        "別のブック「{file}」を参照しています。そのブックがないと値が更新されません。",
        "It refers to another workbook, '{file}', without which the values are not renewed.",
    ),
    "finding.external_link.hint": Text(
        "「データ」タブの「リンクの編集」で、必要な値だけを貼り付けてリンクを解除してください。",
        "Break the link in Data > Edit Links, and keep the values that are needed.",
    ),
    "finding.hidden_sheet": Text(
        "非表示のシート「{sheet}」の値が、ほかのシートや名前で使われています。",
        "Values on the hidden sheet '{sheet}' are used by other sheets or names.",
    ),
    "finding.hidden_sheet.hint": Text(
        "中身を知らないまま使わないよう、一度表示して確かめてください。",
        "Show it once and see what is on it, so that nobody relies on what nobody knows.",
    ),
    "finding.broken_table": Text(
        "表「{table}」({cells})の見出しや範囲が、セルの内容と合いません。Excel が修復を求めることがあります。",
        "Headings or range of the table '{table}' ({cells}) do not fit its cells; Excel may ask to repair the file.",
    ),
    "finding.broken_table.hint": Text(
        "Excel で開いて修復するか、見出しの行を正しい列名に直してください。",
        "Let Excel repair it, or write the right column names into the heading row.",
    ),
    "finding.tables_meet": Text(
        "表「{first}」と表「{second}」の範囲が重なっています。",
        "The tables '{first}' and '{second}' lie over one another.",
    ),
    "finding.tables_meet.hint": Text(
        "Excel では開けないことがあります。どちらかの範囲を縮めてください。",
        "Excel may refuse the file. Make the range of one of them smaller.",
    ),
    "finding.below_table": Text(
        "表「{table}」のすぐ下の行に値がありますが、表には含まれず、集計されません。",
        "The row right below the table '{table}' holds values that are no part of it and are not counted.",
    ),
    "finding.below_table.hint": Text(
        "表の右下の角をつかんで、その行まで広げてください。",
        "Drag the table's lower right corner down over the row.",
    ),
    "finding.manual_calculation": Text(
        "計算方法が「手動」です。入力を変えても結果が変わりません。",
        "Calculation is set to manual: results do not follow the inputs.",
    ),
    "finding.manual_calculation.hint": Text(
        "「数式」タブの「計算方法の設定」を「自動」にしてください。",
        "Set Formulas > Calculation Options to Automatic.",
    ),
    "finding.rounds_to_what_is_shown": Text(
        "「表示桁数で計算する」設定です。表示を丸めると、計算の値まで丸められます。",
        "Precision is set as displayed: numbers are computed with no more digits than their cells show.",
    ),
    "finding.rounds_to_what_is_shown.hint": Text(
        "Excel の詳細設定で「表示桁数で計算する」を外してください。失われた桁は戻りません。",
        "Clear 'Set precision as displayed' in Excel's advanced options. Digits lost already do not come back.",
    ),
    "finding.full_calculation": Text(
        "開くたびにすべて再計算する設定です。kpixl のない環境で開くと、結果が #NAME? になります。",
        "Everything is recalculated on opening, so where kpixl is not installed its results turn into #NAME?",
    ),
    "finding.full_calculation.hint": Text(
        "Excel で一度開いて保存し直すと、この設定は外れます。",
        "Open and save the workbook once in Excel, which clears the setting.",
    ),
    "finding.iterates": Text(
        "反復計算が有効です。循環参照があっても警告されません。",
        "Iterative calculation is on: circular references give no warning.",
    ),
    "finding.iterates.hint": Text(
        "意図した循環がなければ、数式のオプションで「反復計算を行う」を外してください。",
        "Unless a circle is meant, clear 'Enable iterative calculation' in the options for formulas.",
    ),
    # names and tables of the planner
    "finding.missing_name": Text(
        "プランナーに必要な名前「{name}」({what})がないか、使えません。",
        "The planner's name '{name}' ({what}) is missing or cannot be used.",
    ),
    "finding.missing_name.hint": Text(
        "名前を変えたか削除した可能性があります。docs/planner.md の一覧どおりに付け直してください。",
        "It may have been renamed or deleted. Define it again as docs/planner.md lists it.",
    ),
    "finding.missing_table": Text(
        "プランナーに必要な表「{table}」がないか、列が {columns} 列に足りません。",
        "The planner's table '{table}' is missing or has fewer than {columns} columns.",
    ),
    "finding.missing_table.hint": Text(
        "列の削除や表の解除を元に戻すか、新しいプランナー(kpixl new planner)に内容を移してください。",
        "Undo what removed it, or move the contents to a new planner (kpixl new planner).",
    ),
    "finding.changed_shape": Text(
        "名前「{name}」の範囲が {rows} 行 × {columns} 列です(本来は {right_rows} 行 × {right_columns} 列)。",
        "The name '{name}' covers {rows} × {columns} cells instead of {right_rows} × {right_columns}.",
    ),
    "finding.changed_shape.hint": Text(
        "途中の行や列の挿入・削除を元に戻すか、「名前の管理」で範囲を直してください。",
        "Undo the insertion or deletion of rows or columns, or set the range right in the Name Manager.",
    ),
    "finding.error_value": Text(
        "「{what}」に {code} が出ています({count} セル)。", "'{what}' shows {code} (cells: {count})."
    ),
    "finding.error_value.hint": Text(
        "そのセルの数式が参照している入力に、空欄や文字がないか確かめてください。",
        "See whether an input that the cell's formula refers to is blank or a text.",
    ),
    # inputs
    "finding.missing_input": Text("「{what}」が空欄です。", "'{what}' is blank."),
    "finding.missing_input.hint": Text(
        "入力してください。ほかの計算がこの値を使います。", "Fill it in: the rest is computed from it."
    ),
    "finding.missing_rate": Text(
        "段階間の目標率が {count} か所空欄です。逆算ができません。",
        "Target rates between stages are blank ({count}), so nothing can be worked out backwards.",
    ),
    "finding.missing_rate.hint": Text(
        "前年の実績率か、業界の目安を入れてください。", "Enter last year's rate, or a benchmark."
    ),
    "finding.text_number": Text(
        "「{what}」に数値でないもの(「{example}」など)が入っています({count} セル)。計算に含まれません。",
        "'{what}' holds something that is no number, such as '{example}' (cells: {count}); it is not counted.",
    ),
    "finding.text_number.hint": Text(
        "単位や空白を除いて数字だけを入れ直してください。文字の数字は「データ」タブの「区切り位置」で数値になります。",
        "Type it again as digits, without units or spaces; Data > Text to Columns turns texts into numbers.",
    ),
    "finding.text_date": Text(
        "「{what}」に日付でないもの(「{example}」など)が入っています({count} セル)。期間の計算に含まれません。",
        "'{what}' holds something that is no date, such as '{example}' (cells: {count}); it falls into no period.",
    ),
    "finding.text_date.hint": Text(
        "2026/4/1 のような形で入れ直してください。まとめて直すには「データ」タブの「区切り位置」で「日付」を選びます。",
        "Type it again as a date such as 2026-04-01; for many, use Data > Text to Columns with the type Date.",
    ),
    "finding.no_share": Text(
        "「{what}」に 0%~100% でない値 {example} があります({count} セル)。",
        "'{what}' holds {example}, which is not between 0% and 100% (cells: {count}).",
    ),
    "finding.no_share.hint": Text(
        "30% のつもりで 30 と入れていないか確かめてください。", "Was 30 entered where 30% was meant?"
    ),
    "finding.negative_number": Text(
        "「{what}」に負の値 {example} があります({count} セル)。",
        "'{what}' holds the negative value {example} (cells: {count}).",
    ),
    "finding.negative_number.hint": Text(
        "取り消しの記録は、元の行の値を直してください。",
        "To take something back, correct the value of the original row.",
    ),
    "finding.zero_goal": Text(
        "「{what}」が 0 です({count} セル)。目標を逆算できません。",
        "'{what}' is 0 (cells: {count}), so no target follows from it.",
    ),
    "finding.zero_goal.hint": Text("0 より大きい値を入れてください。", "Enter a value above 0."),
    "finding.as_of_outside": Text("基準日が年度の外です。", "The as-of date lies outside the fiscal year."),
    "finding.as_of_outside.hint": Text(
        "基準日か年度の開始日を直してください。", "Correct the as-of date or the first day of the year."
    ),
    "finding.thresholds_order": Text(
        "警報のしきい値が、達成・注意・警戒の順に小さくなっていません。",
        "The alert thresholds do not fall from on track to caution to warning.",
    ),
    "finding.thresholds_order.hint": Text(
        "100%、80%、70% のように、上から大きい順に 3 つとも入れてください。",
        "Enter all three from high to low, such as 100%, 80%, 70%.",
    ),
    "finding.blank_stage": Text("段階の名前が空欄です({count} か所)。", "Stages without a name: {count}."),
    "finding.blank_stage.hint": Text(
        "5 段階すべてに名前を付けてください。", "Give each of the five stages a name."
    ),
    "finding.repeated_name": Text(
        "「{what}」に「{word}」が {count} 回あります。同じ実績が二重に数えられます。",
        "'{word}' stands {count} times in '{what}': the same records are counted twice.",
    ),
    "finding.repeated_name.hint": Text(
        "どれかを別の名前にするか、空欄にしてください。", "Rename one of them, or leave it blank."
    ),
    "finding.passed_exceeds_entered": Text(
        "前年の件数で、次の段階に進んだ数が元の数を超えています({count} か所)。",
        "In last year's counts, more went on than were there (steps: {count}).",
    ),
    "finding.passed_exceeds_entered.hint": Text(
        "2 つの件数が逆になっていないか、同じ期間の数かを確かめてください。",
        "See whether the two counts are swapped, or are of different periods.",
    ),
    "finding.weights_incomplete": Text(
        "月の重みが {count} か月分足りません。12 か月そろうまで使われず、営業日数で配分されます。",
        "Weights of months are blank ({count}); until all twelve are there, business days are used.",
    ),
    "finding.weights_incomplete.hint": Text(
        "12 か月すべてに入れるか、すべて空欄にしてください。", "Fill in all twelve, or none."
    ),
    "finding.month_without_target": Text(
        "どの段階にも目標のない月が {count} か月あります。",
        "Months without a target at any stage: {count}.",
    ),
    "finding.month_without_target.hint": Text(
        "意図しない場合は、その月の重みと休日の設定を確かめてください。",
        "Unless it is meant, look at the weight of the month and at its days off.",
    ),
    "finding.no_holidays": Text(
        "年度内の休日が 1 日も登録されていません。祝日も営業日として数えます。",
        "No day off of the fiscal year is listed, so holidays count as business days.",
    ),
    "finding.no_holidays.hint": Text(
        "=KPI_HOLIDAYS(2026) で日本の祝日を一覧にできます。会社の休日も加えてください。",
        "=KPI_HOLIDAYS(2026) lists Japan's holidays; add the company's own days off.",
    ),
    # records
    "finding.unknown_metric": Text(
        "「{word}」という指標は登録されていないため、{count} 行が集計されません。{guess}",
        "There is no metric '{word}': not counted (rows: {count}). {guess}",
    ),
    "finding.unknown_metric.hint": Text(
        "実績の指標名を、段階または管理指標の名前にそろえてください。",
        "Use the names of the stages or of the management metrics.",
    ),
    "finding.incomplete_record": Text(
        "「{what}」が空欄の行が {count} 行あり、集計されません。",
        "'{what}' is blank, so the record is not counted (rows: {count}).",
    ),
    "finding.incomplete_record.hint": Text(
        "日付・指標・値の 3 つを入れるか、行を空にしてください。",
        "Fill in date, metric and value, or clear the row.",
    ),
    "finding.unknown_channel": Text(
        "「{word}」というチャネルは登録されていないため、表 {table} の {count} 行がどのチャネルにも入りません。{guess}",
        "There is no channel '{word}', which the table {table} names (rows: {count}). {guess}",
    ),
    "finding.unknown_channel.hint": Text(
        "チャネル名を逆算シートの名前にそろえるか、そこに追加してください。",
        "Use a name from the sheet Funnel, or add the channel there.",
    ),
    "finding.outside_year": Text(
        "年度の外の日付の記録が {count} 行あり、集計されません。",
        "Dated outside the fiscal year, so not counted (rows: {count}).",
    ),
    "finding.outside_year.hint": Text(
        "年の打ち間違いがないか、年度の開始日が正しいかを確かめてください。",
        "Look for a mistyped year, and see whether the first day of the fiscal year is right.",
    ),
    "finding.later_record": Text(
        "基準日より後の日付の記録が {count} 行あり、まだ集計されません。",
        "Dated after the as-of date, so not counted yet (rows: {count}).",
    ),
    "finding.later_record.hint": Text(
        "基準日を進め忘れていないか、日付に誤りがないか確かめてください。",
        "Was the as-of date left behind, or is a date wrong?",
    ),
    "finding.doubled_record": Text(
        "日付・指標・チャネルが同じ記録がほかにもある行が {count} 行あります(例: {day} {example})。"
        "件数は合計されます。",
        "Same date, metric and channel as an earlier record (rows: {count}, such as {day} {example}); "
        "counts are added up.",
    ),
    "finding.doubled_record.hint": Text(
        "同じデータを二度取り込んでいないか確かめ、余分な行を消してください。",
        "See whether the same data came in twice, and clear the surplus rows.",
    ),
    "finding.no_records": Text("実績がまだ 1 行もありません。", "There is no record yet."),
    "finding.no_records.hint": Text(
        "実績シートに日付・指標・チャネル・値を入れるか、kpixl import で取り込んでください。",
        "Enter date, metric, channel and value on the sheet Actuals, or use kpixl import.",
    ),
    "finding.stale_records": Text(
        "最後の記録は {day} で、基準日より {days} 日前です。",
        "The newest record is of {day}, {days} days before the as-of date.",
    ),
    "finding.stale_records.hint": Text(
        "その後の実績を入れてください。入れないと、遅れていると判定されます。",
        "Bring the records up to date; otherwise everything looks late.",
    ),
    "finding.silent_stage": Text(
        "年度の初めから基準日まで記録のない段階が {count} つあります(「{example}」など)。",
        "Stages without a record in the year to date: {count}, such as '{example}'.",
    ),
    "finding.silent_stage.hint": Text(
        "取り込み漏れがないか、段階の名前を変えていないか確かめてください。",
        "See whether a source is missing, or the stage was renamed.",
    ),
    "finding.stage_exceeds_previous": Text(
        "「{later}」の実績が、前の段階「{earlier}」を上回っています。",
        "More is recorded of '{later}' than of the stage before it, '{earlier}'.",
    ),
    "finding.stage_exceeds_previous.hint": Text(
        "前の段階の記録漏れや、二重の記録がないか確かめてください。",
        "Look for records missing at the earlier stage, or doubled at the later one.",
    ),
    "finding.lead_dates": Text(
        "リードの日付が段階の順になっていません({count} か所)。",
        "Dates of leads do not follow the order of the stages (cells: {count}).",
    ),
    "finding.lead_dates.hint": Text(
        "前の段階より早い日付を直してください。", "Correct the dates that are earlier than the stage before."
    ),
    # agreements and reviews
    "finding.overdue_review": Text(
        "決定事項「{what}」が期限を {days} 日過ぎています。",
        "The decision '{what}' is overdue (days: {days}).",
    ),
    "finding.overdue_review.hint": Text(
        "済んでいれば完了に ○ を付け、まだなら次の会議で期限を決め直してください。",
        "Mark it done if it is, or agree on a new date in the next meeting.",
    ),
    "finding.overdue_alarm": Text(
        "アラートで決まっている対応「{what}」が期限を {days} 日過ぎています。",
        "The action agreed for an alarm, '{what}', is overdue (days: {days}).",
    ),
    "finding.overdue_alarm.hint": Text(
        "済んでいれば完了に ○ を付け、まだなら担当者と期限を決め直してください。",
        "Mark it done if it is, or agree on another owner or date.",
    ),
    "finding.overdue_measure": Text(
        "施策「{what}」が、計画の回数に届かないまま期限を {days} 日過ぎています。",
        "The measure '{what}' is overdue (days: {days}) and short of what was planned.",
    ),
    "finding.overdue_measure.hint": Text(
        "実施数を更新するか、続けるかやめるかを決めてください。",
        "Bring its count up to date, or decide whether to go on.",
    ),
    "finding.no_agreed_action": Text(
        "「{what}」に空欄が {count} か所あります。警報が出たときに何をするか決まっていません。",
        "'{what}': blank ({count}). Nobody has agreed on what to do when the alarm comes.",
    ),
    "finding.no_agreed_action.hint": Text(
        "数値が下がる前に、誰が何をするかを書いておいてください。",
        "Write down who does what before the numbers fall.",
    ),
    "finding.no_focus": Text(
        "重点 KPI を選べません。設計の木のどの行にも点数がありません。",
        "No focus KPI can be chosen: no row of the design tree has a score.",
    ),
    "finding.no_focus.hint": Text(
        "設計シートで、候補の行に目標・現状・影響度・影響力を入れてください。",
        "Enter target, actual, impact and influence of the candidates on the sheet Design.",
    ),
    "finding.unowned_review": Text(
        "未完了の決定事項に「{what}」のないものが {count} 件あります。",
        "Open decisions without '{what}': {count}.",
    ),
    "finding.unowned_review.hint": Text(
        "誰がいつまでに行うかを決めてください。", "Decide who does it, and by when."
    ),
    "finding.unowned_measure": Text(
        "実施中の施策に「{what}」のないものが {count} 件あります。",
        "Running measures without '{what}': {count}.",
    ),
    "finding.unowned_measure.hint": Text(
        "担当者と期限を決めてください。", "Decide who is in charge, and by when."
    ),
    # the design
    "finding.empty_tree": Text("KPI ツリーが空です。", "The KPI tree is empty."),
    "finding.empty_tree.hint": Text(
        "設計シートの表に、KGI から KAI までを書いてください。",
        "Write the tree from the KGI down to the KAIs into the table on the sheet Design.",
    ),
    "finding.unreadable_tree": Text(
        "KPI ツリーを読めません。{reason}", "The KPI tree cannot be read. {reason}"
    ),
    "finding.unreadable_tree.hint": Text(
        "表の見出しを元の言葉に戻してください。", "Give the table's headings their original words again."
    ),
    "finding.design.hint": Text(
        "設計シートでその行を直してください。同じ点検の結果がシートにも出ています。",
        "Mend the row on the sheet Design, which shows the findings of the same check.",
    ),
}
