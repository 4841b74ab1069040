"""Texts of the extension for LibreOffice: its menu, what its commands say, and its installation."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "office.title": Text("kpixl - KPI 分析", "kpixl - KPI analysis"),
    "office.menu": Text("KPI分析", "KPI analysis"),
    "office.command.refresh": Text("更新", "Refresh"),
    "office.command.import": Text("取り込み...", "Import..."),
    "office.command.check": Text("点検", "Check"),
    "office.command.report": Text("レポート", "Report"),
    "office.command.new": Text("新しい KPI プランナー...", "New planner..."),
    "office.command.as_array": Text("配列数式として入れる", "Insert as array"),
    "office.command.help": Text("関数のヘルプ", "Help on functions"),
    "office.broken": Text(
        "kpixl を読み込めません。拡張機能を入れ直してください(詳しい記録: {log})。",
        "kpixl cannot be loaded; install the extension again (details: {log}).",
    ),
    "office.fault": Text(
        "kpixl の不具合で中断しました。ワークブックは変更していません(詳しい記録: {log})。",
        "A fault in kpixl stopped this; the workbook was not changed (details: {log}).",
    ),
    "office.refreshing": Text("更新しています...", "Refreshing..."),
    "office.refreshed": Text(
        "更新しました(基準日 {day}、警報 {alerts} 件)。前回から変わったこと:{changes}",
        "Refreshed as of {day}, with {alerts} alerts. Since last time: {changes}",
    ),
    "office.nothing_changed": Text("ありません。", "nothing has changed."),
    "office.checking": Text("点検しています...", "Checking..."),
    "office.checked": Text(
        "エラー {errors} 件、警告 {warnings} 件、参考 {notes} 件",
        "Errors: {errors}, warnings: {warnings}, notes: {notes}",
    ),
    "office.check.sheet": Text("点検結果", "Check results"),
    "office.check.title": Text(
        "KPI プランナーの点検結果(「点検」を実行するたびに書き直します)",
        "What the check of the planner found (written anew by each check)",
    ),
    "office.check.severity": Text("重さ", "Severity"),
    "office.check.place": Text("場所", "Where"),
    "office.check.problem": Text("内容", "What"),
    "office.check.hint": Text("対処", "What to do"),
    "office.check.no_planner": Text(
        "{file} は KPI プランナーではありません。「新しい KPI プランナー」で作ったワークブックで実行してください。",
        "{file} is no planner; check a workbook that was made with 'New planner'.",
    ),
    "office.check.sheet_taken": Text(
        "{file} には「{sheet}」という別のシートがあります。名前を変えてから実行してください。",
        "{file} has another sheet called {sheet}; give it a different name, and try again.",
    ),
    "office.making": Text("プランナーを作っています...", "Making the planner..."),
    "office.reporting": Text("レポートを作っています...", "Writing the report..."),
    "office.importing": Text("取り込んでいます...", "Importing..."),
    "office.imported": Text(
        "実績に取り込みました(追加 {added} 行、変更 {changed} 行、削除 {removed} 行)。",
        "Imported into the actuals: {added} rows added, {changed} changed, {removed} removed.",
    ),
    "office.import.problems": Text(
        "読めない行が {count} 件あるため、取り込んでいません。{problems}",
        "Nothing was imported, because {count} rows cannot be read. {problems}",
    ),
    "office.import.which": Text(
        "取り込むファイルを選び、ファイルの種類で出力元のツールを選んでください",
        "Choose the files to import, and as the file type the tool they come from",
    ),
    "office.new.where": Text("新しい KPI プランナーの保存先", "Where to save the new planner"),
    "office.new.file_name": Text("KPIプランナー", "KPI planner"),
    "office.report.where": Text("レポートの保存先", "Where to save the report"),
    "office.report.file_name": Text("KPIレポート", "KPI report"),
    "office.outside.missing": Text(
        "この操作には kpixl 本体(Python)が必要です。kpixl をインストールしたコンピューターで「kpixl install libreoffice」を実行してください。",
        "This needs kpixl itself (Python); install kpixl on this computer and run 'kpixl install libreoffice'.",
    ),
    "office.outside.too_long": Text(
        "{minutes} 分たっても終わらないため中断しました。ファイルを小さくしてからもう一度実行してください。",
        "Stopped, because it had not finished after {minutes} minutes; try again with smaller files.",
    ),
    "office.outside.failed": Text("できませんでした:{detail}", "This could not be done: {detail}"),
    "office.array.no_formula": Text(
        "結果が複数のセルになる数式のセルを 1 つ選んでから実行してください。",
        "Select the one cell whose formula gives several values, and try again.",
    ),
    "office.array.error": Text(
        "選んだセルの数式はエラー({value})です。引数を直してから実行してください。",
        "The formula in the selected cell gives an error ({value}); mend its arguments, and try again.",
    ),
    "office.array.no_room": Text(
        "結果は {rows} 行 {columns} 列で、シートの端に収まりません。上または左のセルに入れてください。",
        "The result has {rows} rows and {columns} columns, which the sheet has no room for; use a cell further up or left.",
    ),
    "office.array.occupied": Text(
        "結果を入れる場所に値があります({cells})。空けてから実行してください。",
        "There is something in the way of the result ({cells}); clear these cells, and try again.",
    ),
    "office.port.other_dates": Text(
        "{file} は日付を 1904 年から数えるため、ここでは更新できません。kpixl コマンドを使ってください。",
        "{file} counts its dates from 1904, which cannot be changed here; use the command kpixl.",
    ),
    "office.port.one_row": Text(
        "{file} のシート「{sheet}」のテーブル「{table}」は 1 行しかないため、行を増やせません。空の行を 1 行足してから実行してください。",
        "In {file}, the table {table} on sheet {sheet} has only one row and cannot grow; add an empty row to it, and try again.",
    ),
    "office.install.no_libreoffice": Text(
        "LibreOffice が見つかりません。インストールするか、環境変数 {variable} に soffice の場所を設定してください。",
        "LibreOffice is not found; install it, or set the environment variable {variable} to where soffice is.",
    ),
    "office.install.no_python": Text(
        "LibreOffice({soffice})で Python が使えません。Debian や Ubuntu では python3-uno パッケージを入れてください。",
        "LibreOffice ({soffice}) has no support for Python; on Debian and Ubuntu, install the package python3-uno.",
    ),
    "office.install.running": Text(
        "LibreOffice が起動中です。終了してからもう一度実行してください(起動していないのに表示されるときは {lock} を削除してください)。",
        "LibreOffice is running; close it and try again (if it is not running, delete {lock}).",
    ),
    "office.install.refused": Text(
        "LibreOffice が拡張機能を受け付けませんでした({detail})。",
        "LibreOffice did not accept the extension ({detail}).",
    ),
    "cli.install.help": Text(
        "表計算ソフトに kpixl を組み込みます(HOST は excel か libreoffice)。このユーザーだけが対象です。",
        "Make kpixl part of a spreadsheet program (HOST is excel or libreoffice), for this user.",
    ),
    "cli.install.build_only": Text(
        "組み込まずに、そのファイル(.oxt または .xlam)だけを作ります。",
        "Only build the file (.oxt or .xlam); install nothing.",
    ),
    "cli.install.out": Text(
        "--build-only のファイルを置くフォルダー(既定は現在のフォルダー)",
        "Folder for the file of --build-only (default: the current one)",
    ),
    "cli.install.profile": Text(
        "LibreOffice のユーザープロファイルのフォルダー(既定以外を使うとき)",
        "LibreOffice's user profile, if it is not the usual one",
    ),
    "cli.install.built": Text("{file} を作りました。", "Wrote {file}."),
    "cli.install.done": Text(
        "組み込みました。LibreOffice Calc を起動すると「KPI分析」メニューと KPI_ 関数が使えます。",
        "Installed; LibreOffice Calc now has the menu 'KPI analysis' and the KPI_ functions.",
    ),
    "cli.uninstall.help": Text(
        "表計算ソフトから kpixl を取り外します(HOST は excel か libreoffice)。",
        "Remove kpixl from a spreadsheet program (HOST is excel or libreoffice).",
    ),
    "cli.uninstall.done": Text("取り外しました。", "Removed."),
    "cli.uninstall.missing": Text(
        "組み込まれていません。何も変更していません。", "It is not installed; nothing was changed."
    ),
}
