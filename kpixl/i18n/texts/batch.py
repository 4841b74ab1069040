"""Batches of workbooks: what is refused, what happened to a file, the summary's words."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "batch.nothing_found": Text(
        "{path}: 再計算するブック(.xlsx / .xlsm / .xltx / .xltm)が見つかりません。フォルダーやパターンを確認してください。",
        "{path}: there is no workbook (.xlsx, .xlsm, .xltx, .xltm) here; check the folder or the pattern.",
    ),
    "batch.same_name": Text(
        "{first} と {second} は出力先で同じ名前になります。両方を含む上のフォルダーを指定するか、別々に実行してください。",
        "{first} and {second} would have the same name in the output folder; name the folder above both, or run them separately.",
    ),
    "batch.no_extra": Text(
        "クラスターや s3:// などの URL を使うには追加のライブラリが必要です。pip install 'kpixl[cluster]' を実行してください。",
        "Clusters and URLs such as s3:// need more libraries; run pip install 'kpixl[cluster]'.",
    ),
    "batch.no_store": Text(
        "{url}: この URL を扱えません({detail})。書き方と、必要なライブラリを確認してください。",
        "{url}: this URL cannot be used ({detail}); check its spelling and the library it needs.",
    ),
    "batch.no_scheduler": Text(
        "{address}: Dask のスケジューラーに接続できません({detail})。アドレスと、起動しているかを確認してください。",
        "{address}: no Dask scheduler answers ({detail}); check the address and that it is running.",
    ),
    "batch.scheduler_gone": Text(
        "{address}: Dask のスケジューラーとの接続が切れました。起動し直してから、同じコマンドに --resume を付けて続きを実行してください。",
        "{address}: the Dask scheduler has gone; start it again and go on with the same command and --resume.",
    ),
    "batch.worker_died": Text(
        "{file}: 計算中のプロセスが 2 度とも突然終了しました。メモリーが足りるか確認し、このファイルだけで実行してください。",
        "{file}: the process that computed it ended abruptly, twice; check that there is enough memory and run it by itself.",
    ),
    "batch.out_of_memory": Text(
        "{file}: メモリーが足りません。--jobs を小さくして実行してください。",
        "{file}: there is not enough memory; run with a smaller --jobs.",
    ),
    "batch.fault": Text(
        "{file}: kpixl の不具合で処理できません({detail})。--debug を付けて実行し、表示内容を開発元へお知らせください。",
        "{file}: a fault in kpixl stopped the work ({detail}); run again with --debug and report what it prints.",
    ),
    "batch.no_cell": Text(
        "{name} という名前のセルがありません(--pick には 1 つのセルを指す名前か「シート名!B3」を指定してください)。",
        "There is no cell {name} (--pick takes a name that stands for one cell, or Sheet!B3).",
    ),
    "batch.no_journal": Text(
        "{file}: 記録を書けないため、中断しても --resume で続きから実行できません({detail})。",
        "{file}: the journal cannot be written, so --resume will have nothing to go on from ({detail}).",
    ),
    "batch.summary_format": Text(
        "{file}: 一覧は .csv か .xlsx で保存します。--summary のファイル名を変えてください。",
        "{file}: a summary is a .csv or an .xlsx file; change the name given to --summary.",
    ),
    "batch.summary_rows": Text(
        "{file}: {rows} 件は Excel のシート({most} 行)に入りません。--summary を .csv にしてください。",
        "{file}: {rows} files do not fit an Excel sheet of {most} rows; use a .csv for --summary.",
    ),
    "batch.summary_is_workbook": Text(
        "{file}: 再計算するブックと同じファイルです。--summary には別の名前を指定してください。",
        "{file}: this is one of the workbooks of the batch; choose another name for --summary.",
    ),
    "batch.column.path": Text("ファイル", "File"),
    "batch.column.state": Text("状態", "State"),
    "batch.column.formulas": Text("数式", "Formulas"),
    "batch.column.computed": Text("計算した数式", "Computed"),
    "batch.column.changed": Text("変わったセル", "Changed cells"),
    "batch.column.frozen": Text("値を残した数式", "Kept formulas"),
    "batch.column.errors": Text("エラー", "Errors"),
    "batch.column.warnings": Text("注意", "Notes"),
    "batch.column.first_warning": Text("最初の注意", "First note"),
    "batch.column.seconds": Text("秒", "Seconds"),
    "batch.column.message": Text("失敗の理由", "Why it failed"),
    "batch.state.recalculated": Text("再計算", "recalculated"),
    "batch.state.unchanged": Text("変更なし", "unchanged"),
    "batch.state.failed": Text("失敗", "failed"),
    "batch.state.already_done": Text("処理済み", "already done"),
}
