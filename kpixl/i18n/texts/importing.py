"""Importing records: what is wrong with a source, a map or a place, and what the command says."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    # a whole source
    "import.missing": Text(
        "{file}: ファイルがありません。パスを確認してください。",
        "{file}: there is no such file; check the path.",
    ),
    "import.no_file": Text(
        "{file}: ファイルではありません(フォルダーや装置です)。書き出したファイルを指定してください。",
        "{file}: this is no file but a folder or a device; name the exported file.",
    ),
    "import.cannot_read": Text(
        "{file}: 読み取れません({detail})。アクセス権を確認してください。",
        "{file}: cannot be read ({detail}); check its permissions.",
    ),
    "import.kind": Text(
        "{file}: この種類のファイルは取り込めません。{endings} のいずれかで書き出してください。",
        "{file}: files of this kind cannot be imported; export it as one of {endings}.",
    ),
    "import.too_large": Text(
        "{file}: 大きさが上限({limit} バイト)を超えています。期間を分けて書き出してください。",
        "{file}: larger than the limit of {limit} bytes; export it in shorter periods.",
    ),
    "import.too_many_rows": Text(
        "{file}: 行数が上限({limit} 行)を超えています。期間を分けて書き出してください。",
        "{file}: more rows than the limit of {limit}; export it in shorter periods.",
    ),
    "import.too_many_columns": Text(
        "{file}: {row} 行目の列数が上限({limit} 列)を超えています。必要な列だけを書き出してください。",
        "{file}: row {row} has more columns than the limit of {limit}; export only the columns you need.",
    ),
    "import.sheet_too_large": Text(
        "{file}: シート「{sheet}」の使用範囲が上限({limit} セル)を超えています。表だけを新しいブックに貼り付けてください。",
        "{file}: the used area of sheet '{sheet}' exceeds the limit of {limit} cells; paste the table alone into a new workbook.",
    ),
    "import.nul": Text(
        "{file}: テキストファイルではありません(NUL 文字が含まれています)。CSV で書き出し直してください。",
        "{file}: this is no text file (it holds NUL characters); export it again as CSV.",
    ),
    "import.encoding": Text(
        "{file}: {row} 行目の文字コードを判別できません。UTF-8 または Shift_JIS で保存し直してください。",
        "{file}: line {row} is in an unknown encoding; save the file as UTF-8 or Shift_JIS.",
    ),
    "import.csv": Text(
        '{file}: {row} 行目から CSV として読めません。引用符(")が閉じているか、セルが長すぎないか確認してください。',
        "{file}: from line {row} on this is no CSV; see whether a quotation mark is left open or a cell is too long.",
    ),
    "import.no_sheet": Text(
        "{file}: シート「{sheet}」がありません。あるのは {sheets} です。",
        "{file}: there is no sheet '{sheet}'; there are {sheets}.",
    ),
    "import.unreadable": Text(
        "{file}: シートを読み取れません({detail})。Excel で開いて保存し直してください。",
        "{file}: the sheet cannot be read ({detail}); open the file in Excel and save it again.",
    ),
    "import.empty": Text(
        "{file}: データの行がありません。書き出しの条件を確認してください。",
        "{file}: there are no rows in it; check the settings of the export.",
    ),
    "import.no_column": Text(
        "{file}: {role}が見つかりません。見出しは {accepted} のいずれかのはずですが、{row} 行目にあるのは {found} です。",
        "{file}: no {role} was found; its heading should be one of {accepted}, but row {row} has {found}.",
    ),
    "import.heading_twice": Text(
        "{file}: {row} 行目に見出し「{heading}」が 2 つあり、どちらを使うか判断できません。片方の名前を変えてください。",
        "{file}: row {row} has the heading '{heading}' twice, and which one counts cannot be told; rename one of them.",
    ),
    "import.role.date": Text("日付の列", "column of dates"),
    "import.role.metric": Text("指標の列", "column of metrics"),
    "import.role.channel": Text("チャネルの列", "column of channels"),
    "import.role.lead": Text("リードを見分ける列", "column that tells leads apart"),
    "import.role.measures": Text("値の列", "column of figures"),
    "import.no_period": Text(
        "{file}: 日付の列も、期間を示す注記({labels})もありません。日付を加えて書き出し直してください。",
        "{file}: there is neither a column of dates nor a comment with the period ({labels}); export it with dates.",
    ),
    "import.long_period": Text(
        "{file}: 日付の列がなく、期間が {first} から {last} と 1 か月に収まりません。日付を加えるか、月ごとに書き出してください。",
        "{file}: without a column of dates the period must lie in one month, but it is {first} to {last}; add dates or export month by month.",
    ),
    "import.future_period": Text(
        "{file}: 期間が未来の {first} から始まっています(今日は {today})。期間を確認してください。",
        "{file}: the period starts in the future, on {first} (today is {today}); check the period.",
    ),
    "import.no_stage": Text(
        "マップ {file}: ブックの {stage} 段階目に名前がありません。シート「ファネル」で段階の名前を入力してください。",
        "Map {file}: stage {stage} of the workbook has no name; name the stages on the sheet Funnel.",
    ),
    "import.no_metric": Text(
        "マップ {file}: 指標「{metric}」がブックにありません。使えるのは {metrics} です。",
        "Map {file}: the workbook has no metric '{metric}'; it has {metrics}.",
    ),
    "import.not_select": Text(
        "{file}: 実行できるのは SELECT 文 1 つだけです。ほかの文を取り除いてください。",
        "{file}: it may hold one SELECT statement and nothing else; take the rest out.",
    ),
    "import.outside": Text(
        "{file}: このファイルのフォルダーの外を読もうとしています。読むファイルを同じフォルダーに置いてください。",
        "{file}: it tries to read outside its own folder; put the files it reads into that folder.",
    ),
    "import.sql_fault": Text(
        "{file}: DuckDB が処理できません({detail})。",
        "{file}: DuckDB cannot read it ({detail}).",
    ),
    "import.too_slow": Text(
        "{file}: {seconds} 秒で終わらないため中止しました。問い合わせを軽くしてください。",
        "{file}: it was stopped because it took longer than {seconds} seconds; make the query lighter.",
    ),
    # one row
    "import.problem.no_date": Text(
        "「{value}」を日付として読めません。2026/5/1 のように入力してください。",
        "'{value}' is no date; write it like 2026-05-01.",
    ),
    "import.problem.blank_date": Text(
        "日付がありません。日付を入力してください。", "There is no date; fill it in."
    ),
    "import.problem.no_such_day": Text(
        "「{value}」という日はありません。日付を直してください。",
        "There is no such day as '{value}'; correct the date.",
    ),
    "import.problem.which_is_day": Text(
        "「{value}」は月と日のどちらが先か分かりません。マップの date に order を書くか、年から書き出してください。",
        "'{value}' does not tell the month from the day; give the map an order under date, or export dates with the year first.",
    ),
    "import.problem.month": Text(
        '「{value}」は月だけで日がありません。月の値なら、マップの date に period = "month" と書いてください。',
        "'{value}' is a month without a day; if these are figures of months, write period = \"month\" under date in the map.",
    ),
    "import.problem.too_early": Text(
        "日付 {day} は {earliest} より前です。年を確認してください。",
        "The date {day} is before {earliest}; check the year.",
    ),
    "import.problem.future": Text(
        "日付 {day} は今日({today})より後です。日付を確認してください。",
        "The date {day} is after today, {today}; check the date.",
    ),
    "import.problem.no_number": Text(
        "「{value}」を数値として読めません。数値に直してください。",
        "'{value}' is no number; write a number.",
    ),
    "import.problem.formula": Text(
        "「{value}」は数式のように始まっています。計算した値に置き換えてください。",
        "'{value}' begins like a formula; put the computed value in its place.",
    ),
    "import.problem.too_large": Text(
        "「{value}」は大きすぎます。単位を確認してください。",
        "'{value}' is too large to be true; check its unit.",
    ),
    "import.problem.negative": Text(
        "値 {value} が 0 より小さくなっています。符号を確認してください。",
        "The value {value} is less than 0; check its sign.",
    ),
    "import.problem.fraction": Text(
        "「{metric}」は件数ですが、{value} と端数があります。整数に直してください。",
        "'{metric}' is a count, but {value} is no whole number; correct it.",
    ),
    "import.problem.metric": Text(
        "指標「{value}」がブックにありません。名前を直すか、マップの metric.values で対応付けてください。",
        "The workbook has no metric '{value}'; correct the name, or add it to metric.values in the map.",
    ),
    "import.problem.no_stage": Text(
        "「{value}」は段階ではないため、リードの記録では使えません。マップの metric.values を直してください。",
        "'{value}' is no stage, so a log of leads cannot reach it; correct metric.values in the map.",
    ),
    "import.problem.channel": Text(
        "チャネル「{value}」がブックにありません。名前を直すか、マップの channel.values で対応付けてください。",
        "The workbook has no channel '{value}'; correct the name, or add it to channel.values in the map.",
    ),
    "import.problem.repeated": Text(
        '日付・指標・チャネルが {row} 行目と同じです。片方を消すか、合計してよければマップに repeated = "sum" と書いてください。',
        'Date, metric and channel are those of row {row}; delete one, or write repeated = "sum" in the map if both count.',
    ),
    "import.problem.no_lead": Text(
        "リードの番号がありません。番号を入力してください。",
        "The lead has no number; fill it in.",
    ),
    "import.problem.lead_twice": Text(
        "リードの番号が {row} 行目と同じです。どちらかを消してください。",
        "The lead's number is that of row {row}; delete one of them.",
    ),
    "import.problem.short_row": Text(
        "セルが {count} 個しかなく、見出しの {columns} 個に足りません。行が途中で切れていないか確認してください。",
        "Only {count} cells for {columns} headings; see whether the line is cut off.",
    ),
    "import.problem.long_row": Text(
        "セルが {count} 個あり、見出しの {columns} 個より多くなっています。値の中の区切り文字を確認してください。",
        "{count} cells for {columns} headings; see whether a value holds a delimiter.",
    ),
    # what was passed over
    "import.note.blank": Text("空の行を {count} 行読み飛ばしました。", "Empty rows passed over: {count}."),
    "import.note.headings": Text(
        "途中で繰り返された見出しを {count} 行読み飛ばしました。", "Repeated headings passed over: {count}."
    ),
    "import.note.total": Text(
        "合計の行を {count} 行読み飛ばしました。", "Lines of totals passed over: {count}."
    ),
    "import.note.no_channel": Text(
        "チャネル「{channel}」はブックにないため、{count} 行をチャネルなしで記録します。",
        "The workbook has no channel for '{channel}': {count} rows are recorded without one.",
    ),
    "import.note.other_channel": Text(
        "チャネル「{channel}」はブックにないため、{count} 行を「{other}」として記録します。",
        "The workbook has no channel for '{channel}': {count} rows are recorded as '{other}'.",
    ),
    "import.note.more_channels": Text(
        "ほかにも、ブックにないチャネルの名前が {count} 種類あります。",
        "{count} more names of channels that the workbook does not have.",
    ),
    # maps
    "import.map.too_large": Text(
        "{file}: マップの大きさが上限({limit} バイト)を超えています。",
        "{file}: the map is larger than the limit of {limit} bytes.",
    ),
    "import.map.no_toml": Text(
        "{file}: マップが TOML として読めません({detail})。その場所を直してください。",
        "{file}: the map is no TOML ({detail}); correct it there.",
    ),
    "import.map.unknown_key": Text(
        "{file}:{row}: {key} という項目はありません。ここで使えるのは {keys} です。",
        "{file}:{row}: there is no key {key}; here are {keys}.",
    ),
    "import.map.kind": Text(
        "{file}:{row}: {key} の値の種類が違います。docs/import.md の例に合わせてください。",
        "{file}:{row}: {key} has a value of the wrong kind; see the example in docs/import.md.",
    ),
    "import.map.choice": Text(
        "{file}:{row}: {key} に使えるのは {choices} です。",
        "{file}:{row}: {key} may be {choices}.",
    ),
    "import.map.words": Text(
        "{file}:{row}: {key} には文字列か、文字列の並びを書いてください。",
        "{file}:{row}: {key} must be a text or a list of texts.",
    ),
    "import.map.tables": Text(
        "{file}:{row}: {key} は [[{key}]] の形で書いてください。",
        "{file}:{row}: {key} must be written as [[{key}]].",
    ),
    "import.map.stage": Text(
        "{file}:{row}: {key} には 1 から {stages} の段階の番号(上から)か、指標の名前を書いてください。",
        "{file}:{row}: {key} must be the place of a stage, 1 (top) to {stages}, or the name of a metric.",
    ),
    "import.map.missing": Text(
        "{file}:{row}: {key} がないため、どの列を読むのか分かりません。",
        "{file}:{row}: without {key} it cannot be told which columns to read.",
    ),
    "import.map.which_metric": Text(
        "{file}:{row}: 指標は、measures の stage か name で決めるか、{key} の列で決めるかのどちらかにしてください。",
        "{file}:{row}: a metric is said either by stage or name in measures, or by the column of {key}.",
    ),
    "import.map.stage_dates": Text(
        "{file}:{row}: リードの記録では、{key} に段階ごとの日付の列(columns)が必要です。",
        "{file}:{row}: in a log of leads, each of {key} needs the columns with the stage's dates.",
    ),
    "import.map.unknown": Text(
        "{name} というマップはありません。{maps} か、マップのファイルを指定してください。",
        "There is no map {name}; choose {maps}, or name a file.",
    ),
    # places that a workbook remembers
    "import.place.elsewhere": Text(
        "「{file}」はファイルの場所として使えません(URL、共有、装置は読みません)。",
        "'{file}' is not followed: a workbook may not name URLs, shares or devices.",
    ),
    "import.place.not_below": Text(
        "「{file}」はブックのフォルダーの外にあります。読んでよければ --from でそのフォルダーを指定してください。",
        "'{file}' lies outside the workbook's folder; name its folder with --from if it may be read.",
    ),
    # changes to a workbook
    "import.too_few_columns": Text(
        "{file}: 表「{table}」の列が {count} 列しかありません。kpixl new で作ったプランナーを使ってください。",
        "{file}: the table '{table}' has only {count} columns; use a planner made by kpixl new.",
    ),
    "import.overlap": Text(
        "{first} と {second} がどちらも {day} の「{metric}」を持っています。どちらかを外すか、チャネルを分けてください。",
        "Both {first} and {second} have '{metric}' on {day}; leave one out, or keep their channels apart.",
    ),
    # the command
    "cli.import.help": Text(
        "実績を取り込みます。CSV・TSV・Excel・Parquet・SQL(SELECT 文)を、マップに従ってブックの実績の表に入れます。同じ期間を取り込み直すと置き換わり、二重にはなりません。",
        "Import actuals: CSV, TSV, Excel, Parquet or SQL (a SELECT), read by a map, into the workbook's table of actuals. Importing a period again replaces it, never doubles it.",
    ),
    "cli.import.map": Text(
        "マップ: 下の一覧の名前、または TOML ファイル。",
        "The map: a name from the list below, or a TOML file.",
    ),
    "cli.import.skip_bad": Text(
        "問題のある行を飛ばして、残りを取り込みます。", "Leave rows with problems out and import the rest."
    ),
    "cli.import.dry_run": Text("確かめるだけで、何も書き込みません。", "Only check; write nothing."),
    "cli.import.out": Text(
        "結果を書き出すファイル(元のブックは変えません)。",
        "File for the result (the workbook itself stays as it is).",
    ),
    "cli.import.backup": Text(
        "書き換える前のブックを隣に残します。", "Keep the workbook as it was beside the new one."
    ),
    "cli.import.as_of": Text(
        "この日より後の日付を誤りとみなします(既定は今日)。",
        "Take dates after this day for mistakes (default: today).",
    ),
    "cli.import.maps": Text("用意されたマップ(--map)", "Ready-made maps (--map)"),
    "cli.import.out_is_book": Text(
        "{file}: 出力先がブックと同じです。上書きするなら --out を付けずに実行してください。",
        "{file}: the output is the workbook itself; leave --out away to rewrite it.",
    ),
    "cli.import.backup_in_place": Text(
        "--backup は、元のブックを書き換えるとき(--out なし)だけ使えます。",
        "--backup is for rewriting the workbook itself, without --out.",
    ),
    "cli.import.source_twice": Text(
        "{file}: 同じファイルが 2 回指定されています。1 回だけ指定してください。",
        "{file}: this file is named twice; name it once.",
    ),
    "cli.import.read": Text(
        "{file}: {rows} 行を読みました({first} 〜 {last})。",
        "{file}: {rows} rows read, {first} to {last}.",
    ),
    "cli.import.read_none": Text(
        "{file}: 取り込める行がありません。", "{file}: no row of it can be imported."
    ),
    "cli.import.note": Text("  {message}", "  {message}"),
    "cli.import.more_notes": Text("  ほか {count} 件", "  and {count} more"),
    "cli.import.problem": Text("{file}:{row}: {message}", "{file}:{row}: {message}"),
    "cli.import.problem_in": Text(
        "{file}:{row}: 列「{column}」: {message}", "{file}:{row}: column '{column}': {message}"
    ),
    "cli.import.more_problems": Text(
        "ほかに {count} 件の問題があります(--json ですべて表示します)。",
        "{count} more problems (--json lists them all).",
    ),
    "cli.import.nothing_imported": Text(
        "{count} 件の問題があるため、何も取り込みませんでした。直すか、--skip-bad でその行を飛ばしてください。",
        "Nothing was imported because of {count} problems; correct them, or leave those rows out with --skip-bad.",
    ),
    "cli.import.skipped": Text(
        "問題のある {count} 行を飛ばしました。", "Rows left out because of problems: {count}."
    ),
    "cli.import.metric": Text("指標", "Metric"),
    "cli.import.records": Text("行数", "Rows"),
    "cli.import.sum": Text("合計", "Sum"),
    "cli.import.added": Text("追加", "Added"),
    "cli.import.changed": Text("変更", "Changed"),
    "cli.import.removed": Text("削除", "Removed"),
    "cli.import.untouched": Text("変化なし", "Unchanged"),
    "cli.import.others": Text(
        "「{metric}」には、同じ期間に別のチャネルの記録が {count} 行あり、そのまま残します。",
        "'{metric}' has {count} rows of other channels in the same period; they stay.",
    ),
    "cli.import.written": Text("{file} に書き込み、再計算しました。", "{file} was written and recalculated."),
    "cli.import.unchanged": Text(
        "{file} はすでに同じ内容のため、書き込んでいません。",
        "{file} says all this already and was not written.",
    ),
    "cli.import.nothing_found": Text(
        "取り込むものがないため、{file} には書き込んでいません。",
        "There was nothing to import; {file} was not written.",
    ),
    "cli.import.checked": Text(
        "確認だけ行い、何も書き込んでいません(--dry-run)。", "Nothing was written (--dry-run)."
    ),
}
