"""What kpixl says within Excel: the ribbon's buttons, and what came of pressing one."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "excel.ribbon.refresh.label": Text("更新", "Refresh"),
    "excel.ribbon.refresh.tip": Text("計画ブックを今日の日付に更新", "Bring the planner up to today"),
    "excel.ribbon.refresh.explanation": Text(
        "登録したファイルを読み直し、基準日を今日にして再計算し、履歴と対応が必要な項目の一覧を書き足します。",
        "Reads the remembered files again, sets the as-of date to today, recalculates, and adds to the history and the alert list.",
    ),
    "excel.ribbon.import.label": Text("取り込み", "Import"),
    "excel.ribbon.import.tip": Text("実績ファイルを選んで取り込む", "Choose a file of actual figures"),
    "excel.ribbon.import.explanation": Text(
        "MA、SFA、アクセス解析などから書き出したファイルを実績シートへ取り込みます。同じ期間は置き換えるので、二重にはなりません。",
        "Takes the export of an MA, SFA or analytics tool into the sheet of actuals. The same period is replaced, never doubled.",
    ),
    "excel.ribbon.check.label": Text("点検", "Check"),
    "excel.ribbon.check.tip": Text("KPI の設計とブックの状態を点検", "Check the KPI design and the workbook"),
    "excel.ribbon.check.explanation": Text(
        "KPI ツリーの設計の問題と、壊れた名前や上書きされた数式などを一覧にします。ブックは変更しません。",
        "Lists problems of the KPI tree's design, broken names and overwritten formulas. The workbook is not changed.",
    ),
    "excel.ribbon.report.label": Text("レポート", "Report"),
    "excel.ribbon.report.tip": Text("レポートの保存先を選ぶ", "Choose where to save the report"),
    "excel.ribbon.report.explanation": Text(
        "会議用の 1 ページの報告を HTML、PDF または PowerPoint で作ります。",
        "Makes the one page for the review meeting as HTML, PDF or PowerPoint.",
    ),
    "excel.ribbon.period.label": Text("新しい期間", "New period"),
    "excel.ribbon.period.tip": Text("新しい計画ブックの保存先を選ぶ", "Choose where to save the new planner"),
    "excel.ribbon.period.explanation": Text(
        "次の年度や別の事業のために、空の計画ブックを作って開きます。今のブックは変更しません。",
        "Makes and opens a blank planner for the next year or another business. This workbook is not changed.",
    ),
    "excel.ribbon.language.label": Text("英語に切替", "Japanese"),
    "excel.ribbon.language.tip": Text("ボタンと説明を英語にする", "Show buttons and messages in Japanese"),
    "excel.ribbon.language.explanation": Text(
        "ブックの中の言葉は変わりません。", "The words within the workbook stay as they are."
    ),
    "excel.ribbon.help.label": Text("ヘルプ", "Help"),
    "excel.ribbon.help.tip": Text("kpixl の状態と使い方", "How kpixl is doing, and how to use it"),
    "excel.ribbon.help.explanation": Text(
        "使われている Python と kpixl の版、関数の一覧の見方を表示します。",
        "Shows which Python and kpixl are in use, and where the functions are explained.",
    ),
    "excel.date_1904": Text(
        "{file} は日付を 1904 年から数える設定のため使えません。Excel のオプションで「1904 年から計算する」を外してください。",
        "{file} counts its days from 1904, which kpixl does not support; turn off 'Use 1904 date system' in Excel's options.",
    ),
    "excel.protected": Text(
        "{file} のシート「{sheet}」は保護されています。シートの保護を解除してから、もう一度実行してください。",
        "In {file}, the sheet {sheet} is protected; unprotect it and try again.",
    ),
    "excel.refused": Text(
        "{file} への書き込みを Excel が受け付けませんでした({detail})。値は元に戻しました。セルの編集を終えてから、もう一度実行してください。",
        "Excel refused to write to {file} ({detail}), and the old values were put back; finish editing cells and try again.",
    ),
    "excel.not_saved": Text(
        "{file} はまだ保存されていません。保存してから、もう一度実行してください。",
        "{file} is not saved yet; save it and try again.",
    ),
    "excel.in_cloud": Text(
        "{file} はこのパソコンのフォルダーにありません。フォルダーに保存するか、OneDrive と同期してから、もう一度実行してください。",
        "{file} lies in no folder of this computer; save it in one, or sync it with OneDrive, and try again.",
    ),
    "excel.half_written": Text(
        "{file} への書き込みの途中で Excel が応答しなくなりました({detail})。保存せずに閉じて、開き直してください。",
        "Excel stopped taking values for {file} halfway ({detail}); close it without saving and open it again.",
    ),
    "excel.said.refreshed": Text(
        "基準日を {day} にして更新しました。警報は {alerts} 件です。",
        "Refreshed as of {day}; {alerts} alerts.",
    ),
    "excel.said.imported": Text(
        "{file} を取り込みました(追加 {added} 行、変更 {changed} 行、削除 {removed} 行)。",
        "{file} was imported: {added} rows added, {changed} changed, {removed} removed.",
    ),
    "excel.said.bad_source": Text(
        "取り込む前に直すところが {count} か所あります。ブックは変更していません。",
        "{count} things need mending before the import; the workbook was not changed.",
    ),
    "excel.said.no_map": Text(
        "{file} の列の並びが分かりません。使える書式は {maps} です。ほかの書式は kpixl import --map で取り込んでください。",
        "The columns of {file} are not known; the known exports are {maps}. Import others with `kpixl import --map`.",
    ),
    "excel.said.which_map": Text(
        "{file} は {maps} のどれでも読めるため、どの書式か決められません。kpixl import --map で書式を指定してください。",
        "{file} could be any of {maps}; say which with `kpixl import --map`.",
    ),
    "excel.said.checked": Text("{count} 件見つかりました。", "{count} things were found."),
    "excel.said.finding": Text("{place} {what}", "{place} {what}"),
    "excel.said.more": Text("ほか {count} 件", "and {count} more"),
    "excel.said.name_xlsm": Text(
        "{file} には作成できません。ファイル名の末尾を .xlsm にしてください。",
        "{file} cannot be made; the file's name must end with .xlsm.",
    ),
    "excel.said.new_period": Text(
        "{file} を作成しました。「はじめに」シートから始めてください。",
        "{file} was made; begin with its first sheet.",
    ),
    "excel.said.help": Text(
        "kpixl {version}(Python {python}、{file})\n\n"
        "関数の一覧は、コマンド プロンプトの kpixl functions か、関数の挿入の分類「KPI」で見られます。"
        "うまく動かないときは kpixl doctor を実行してください。",
        "kpixl {version} (Python {python}, {file})\n\n"
        "The functions are listed by `kpixl functions` in a command prompt, and in Excel's Insert Function under KPI. "
        "If something does not work, run `kpixl doctor`.",
    ),
    "excel.no_python": Text(
        "kpixl の Python を起動できませんでした。コマンド プロンプトで kpixl install excel を実行し、うまくいかなければ kpixl doctor で原因を確認してください。",
        "The Python of kpixl did not start. Run `kpixl install excel` in a command prompt; if that does not help, `kpixl doctor` names the cause.",
    ),
}
