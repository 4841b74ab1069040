"""The command line: help, tables, progress and messages."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "cli.about": Text(
        "表計算ソフトで KPI の計画・監視を行う kpixl のコマンドです。Excel がなくてもブックを再計算できます。",
        "kpixl plans and watches KPIs in spreadsheets, and recalculates workbooks without Excel.",
    ),
    "cli.usage": Text("使い方: ", "Usage: "),
    "cli.options": Text("オプション", "Options"),
    "cli.commands": Text("コマンド", "Commands"),
    "cli.help.help": Text("この説明を表示します。", "Show this help."),
    "cli.help.version": Text("バージョンを表示します。", "Show the version."),
    "cli.help.lang": Text(
        "表示言語(既定は環境の言語、分からなければ日本語)。",
        "Language of the output (default: the environment's, else Japanese).",
    ),
    "cli.help.debug": Text(
        "エラーのとき開発者向けの詳細も表示します。", "Show a developer's traceback with an error."
    ),
    "cli.help.json": Text("結果を JSON で出力します。", "Print the result as JSON."),
    "cli.recalc.help": Text(
        "ブックを再計算します。数式セルの値だけを書き換え、ほかの内容は 1 バイトも変えません。",
        "Recalculate workbooks. Only values of formula cells change, not one other byte of the file.",
    ),
    "cli.recalc.out": Text(
        "結果を書き出すフォルダー(元のファイルは変えません)。",
        "Folder for the results (the source files stay as they are).",
    ),
    "cli.recalc.in_place": Text("元のファイルを書き換えます。", "Rewrite the source files themselves."),
    "cli.recalc.full": Text(
        "古くなった数式だけでなく、すべての数式を計算し直します。",
        "Compute every formula, not only those that may be out of date.",
    ),
    "cli.recalc.freeze": Text(
        "再計算のあと、kpixl の関数を使う数式を値に置き換えます(kpixl のない相手に渡すとき)。",
        "Afterwards, leave values in place of the formulas with kpixl functions, for readers without kpixl.",
    ),
    "cli.recalc.as_of": Text(
        "TODAY と NOW をこの日付・日時とみなして計算します(例 2026-05-07、2026-05-07T09:30)。",
        "Compute as if TODAY and NOW were this day or moment (2026-05-07 or 2026-05-07T09:30).",
    ),
    "cli.recalc.jobs": Text(
        "同時に使うプロセスの数(既定はコアの数。少ないときは 1)。",
        "Processes to use at once (default: one a core, or 1 where there is little to do).",
    ),
    "cli.recalc.summary_file": Text(
        "ファイルごとの結果の一覧(.csv か .xlsx)を書き出します。",
        "Write a summary with one row a file, as .csv or .xlsx.",
    ),
    "cli.recalc.pick": Text(
        "一覧に値を載せるセル。1 つのセルを指す名前か「シート名!B3」。何度でも指定できます。",
        "A cell whose value goes into the summary: a name that stands for one cell, or Sheet!B3; may be repeated.",
    ),
    "cli.recalc.backup": Text(
        "書き換える前のファイルを「名前.kpixl-backup.xlsx」として隣に残します(--in-place のとき)。",
        "Keep each file that is rewritten beside it as name.kpixl-backup.xlsx (with --in-place).",
    ),
    "cli.recalc.resume": Text(
        "前回終わらなかった実行の続きから始めます(終わったファイルは飛ばします)。",
        "Go on from a run that did not finish, skipping the files that are done.",
    ),
    "cli.recalc.cluster": Text(
        "この Dask スケジューラーのワーカーで計算します(kpixl[cluster] が必要です)。",
        "Compute on the workers of this Dask scheduler (needs kpixl[cluster]).",
    ),
    "cli.recalc.seconds": Text(
        "1 ブックにかける時間の上限(秒)。終わらない数式は計算せずに値を残します(既定 60、0 は無制限)。",
        "Seconds a workbook may take; formulas that do not end keep their value (default 60, 0: no limit).",
    ),
    "cli.recalc.limit": Text(
        "ブックの大きさの上限を変えます(例 parts=20000、part_bytes=1G、繰り返し指定可)。項目: {keys}",
        "Change a limit on workbooks (parts=20000, part_bytes=1G; may be repeated). Keys: {keys}",
    ),
    "cli.recalc.bad_limit": Text(
        "--limit {setting} は使えません。「項目=数値」(K・M・G 可)の形で、項目は {keys} から選んでください。",
        "--limit {setting} is not a limit; write KEY=NUMBER (K, M or G may follow) with a key of {keys}.",
    ),
    "cli.recalc.choose_output": Text(
        "結果の出力先がありません。--out フォルダー か --in-place のどちらか一方を指定してください。",
        "Say where the result goes: either --out FOLDER or --in-place.",
    ),
    "cli.recalc.backup_in_place": Text(
        "--backup は元のファイルを書き換えるときのものです。--in-place と一緒に指定してください。",
        "--backup is for files that are rewritten; use it with --in-place.",
    ),
    "cli.recalc.one_executor": Text(
        "--jobs と --cluster は同時に指定できません。どちらか一方にしてください。",
        "--jobs and --cluster cannot go together; choose one of them.",
    ),
    "cli.recalc.progress": Text("再計算", "Recalculating"),
    "cli.recalc.rate": Text("{rate} 件/秒", "{rate} files/s"),
    "cli.recalc.stopping": Text(
        "処理中のファイルを終えてから止まります(もう一度 Ctrl-C を押すと直ちに止まります)。",
        "Stopping after the files in work; press Ctrl-C again to stop at once.",
    ),
    "cli.recalc.interrupted": Text(
        "中断しました。{files} 件のうち {done} 件が終わっています。同じコマンドに --resume を付けると続きから再開します。",
        "Interrupted: {done} of {files} files are finished; the same command with --resume goes on from there.",
    ),
    "cli.recalc.journal_kept": Text(
        "終わったファイルは {file} に記録しました。--resume を付けると、残りだけを実行します。",
        "The finished files are recorded in {file}; with --resume only the rest is done.",
    ),
    "cli.recalc.already_done": Text(
        "{source}: 前回の実行で処理済みです", "{source}: already done by an earlier run"
    ),
    "cli.recalc.picked": Text("  {name} = {value}", "  {name} = {value}"),
    "cli.recalc.unchanged": Text(
        "{source}: 変更なし(数式 {formulas} 個)", "{source}: nothing to update ({formulas} formulas)"
    ),
    "cli.recalc.recalculated": Text(
        "{source}: 数式 {computed} 個を計算し、{changed} セルを更新しました",
        "{source}: {computed} formulas computed, {changed} cells updated",
    ),
    "cli.recalc.frozen": Text(
        "  計算できず値を残した数式: {count} 個", "  formulas kept at their stored value: {count}"
    ),
    "cli.recalc.errors": Text(
        "  エラーになった kpixl の関数: {count} 個", "  kpixl functions that gave an error: {count}"
    ),
    "cli.recalc.turned_into_values": Text(
        "  値に置き換えた kpixl の数式: {count} 個", "  kpixl formulas turned into values: {count}"
    ),
    "cli.recalc.left": Text(
        "  値に置き換えられなかった kpixl の数式: {count} 個", "  kpixl formulas that remain: {count}"
    ),
    "cli.recalc.note": Text("    {sheet}!{cell}  {message}", "    {sheet}!{cell}  {message}"),
    "cli.recalc.more_notes": Text(
        "    … ほか {count} 個(--json ですべて表示)", "    … and {count} more (all of them with --json)"
    ),
    "cli.recalc.warning": Text("  注意: {message}", "  Note: {message}"),
    "cli.recalc.summary": Text(
        "{files} 件のうち {done} 件を処理しました(失敗 {failed} 件)。",
        "{done} of {files} files done, {failed} failed.",
    ),
    "cli.functions.help": Text(
        "関数の一覧、または 1 つの関数の説明を表示します。", "List the functions, or explain one of them."
    ),
    "cli.functions.unknown": Text(
        "{function} という関数はありません。`kpixl functions` で一覧を確認してください。",
        "There is no function {function}; see the list with `kpixl functions`.",
    ),
    "cli.diff.help": Text(
        "2 つのブックの違いを、部品ごと・セルごとに表示します。",
        "Show how two workbooks differ, part by part and cell by cell.",
    ),
    "cli.diff.same": Text("2 つのブックは同じです。", "The two workbooks are the same."),
    "cli.diff.same_cells": Text("セルの数式と値に違いはありません。", "No cell differs in formula or value."),
    "cli.diff.parts": Text("違いのある部品", "Parts that differ"),
    "cli.diff.cells": Text("違いのあるセル", "Cells that differ"),
    "cli.diff.part": Text("部品", "Part"),
    "cli.diff.change": Text("違い", "Difference"),
    "cli.diff.cell": Text("セル", "Cell"),
    "cli.diff.before": Text("変更前", "Before"),
    "cli.diff.after": Text("変更後", "After"),
    "cli.diff.added": Text("追加", "added"),
    "cli.diff.removed": Text("削除", "removed"),
    "cli.diff.changed": Text("変更", "changed"),
    "cli.diff.more": Text(
        "… ほか {count} セル(--json ですべて表示)", "… and {count} more cells (all with --json)"
    ),
    "cli.new.help": Text(
        "テンプレートからブックを作ります(言語は --lang)。値は計算済みで、どのプログラムでも表示されます。",
        "Build a workbook from a template, in the language of --lang; its values are computed, so that any program shows them.",
    ),
    "cli.new.sample": Text(
        "この見本のデータを入れます(省略すると空のブックになります)。",
        "Fill in the data of this sample (default: a blank workbook).",
    ),
    "cli.new.dll": Text(
        "(.xlsm)レジストリの登録を使わず、このパソコンの xlwings の DLL で Python を起動します。",
        "(.xlsm) start Python by this computer's DLL of xlwings, without an entry in the registry.",
    ),
    "cli.new.dll_for_macros": Text(
        "{file} に --dll は使えません。関数とボタンの付く .xlsm のときだけ指定してください。",
        "{file} cannot have --dll; it is for a file with macros, whose name ends with .xlsm.",
    ),
    "cli.new.templates": Text("テンプレート", "Templates"),
    "cli.new.samples": Text("{template} の見本", "Samples of {template}"),
    "cli.new.no_template": Text(
        "{template} というテンプレートはありません。{templates} から選んでください。",
        "There is no template {template}; choose one of {templates}.",
    ),
    "cli.new.no_sample": Text(
        "{template} に {sample} という見本はありません。{samples} から選んでください。",
        "{template} has no sample {sample}; choose one of {samples}.",
    ),
    "cli.new.extension": Text(
        "{file} には作成できません。ファイル名の末尾を .xlsx か .xlsm(Excel 用の関数とボタン付き)にしてください。",
        "{file} cannot be made; the file's name must end with .xlsx, or .xlsm for one with functions and buttons for Excel.",
    ),
    "cli.new.exists": Text(
        "{file} はすでにあります。上書きはしませんので、別の名前を指定してください。",
        "{file} exists already and is never overwritten; choose another name.",
    ),
    "cli.new.written": Text("{file} を作成しました。", "{file} written."),
    "cli.demo.help": Text(
        "見本のプランナーを作り、Excel なしで再計算して、ファネルと警報を表示します。",
        "Build a sample planner, recalculate it without Excel, and show its funnel and alerts.",
    ),
    "cli.demo.out": Text(
        "ブックを書き出すフォルダー(既定は今のフォルダー)。", "Folder for the workbook (default: here)."
    ),
    "cli.demo.goal": Text(
        "売上目標 {revenue} ÷ 単価 {price} × Web 経由 {share} → 受注 {goal} 件",
        "Revenue goal {revenue} / {price} a deal × {share} through the web → {goal} deals",
    ),
    "cli.demo.funnel": Text(
        "逆算: 各段階に必要な件数(年間)", "Reverse funnel: volume each stage needs (a year)"
    ),
    "cli.demo.alerts": Text(
        "監視: {as_of} 時点の今月のペース(営業日の {elapsed} が経過)",
        "Monitor: this month's pace on {as_of} ({elapsed} of business days gone)",
    ),
    "cli.demo.stage": Text("段階", "Stage"),
    "cli.demo.rate": Text("次への転換率", "Rate to next"),
    "cli.demo.required": Text("必要件数", "Required"),
    "cli.demo.target": Text("今月の目標", "Target"),
    "cli.demo.actual": Text("実績", "Actual"),
    "cli.demo.pace": Text("ペース", "Pace"),
    "cli.demo.level": Text("レベル", "Level"),
    "cli.demo.alert": Text("判定", "Alert"),
    "cli.demo.bottleneck": Text("ボトルネック: {step}", "Bottleneck: {step}"),
    "cli.demo.written": Text(
        "{file} を作成しました。自社用の空のプランナーは `kpixl new planner 名前.xlsx` で作れます。",
        "{file} written; `kpixl new planner NAME.xlsx` makes a blank planner of your own.",
    ),
    "cli.error.usage": Text(
        "コマンドの書き方に誤りがあります。{command} --help で確認してください。",
        "The command is not written as expected; see {command} --help.",
    ),
    "cli.error.bad_value": Text(
        "{name} に正しい値を指定してください。書き方は {command} --help で確認できます。",
        "{name} needs a proper value; see {command} --help.",
    ),
    "cli.error.no_command": Text(
        "{name} というコマンドはありません。{command} --help で一覧を確認してください。",
        "There is no command {name}; see {command} --help.",
    ),
    "cli.error.no_option": Text(
        "{name} というオプションはありません。{command} --help で確認してください。",
        "There is no option {name}; see {command} --help.",
    ),
    "cli.error.missing": Text(
        "{name} を指定してください。書き方は {command} --help で確認できます。",
        "{name} is missing; see {command} --help.",
    ),
    "cli.error.language": Text(
        "言語 {name} はありません。ja または en を指定してください。",
        "There is no language {name}; choose ja or en.",
    ),
    "cli.error.fault": Text(
        "kpixl の不具合で処理を続けられません({detail})。--debug を付けて実行し、表示内容を開発元へお知らせください。",
        "A fault in kpixl stopped the work ({detail}); run again with --debug and report what it prints.",
    ),
    "cli.error.interrupted": Text("中断しました。", "Interrupted."),
}
