"""Why a log of leads cannot be counted."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "lead_log.no_file": Text(
        "{file} が見つからないか、通常のファイルではありません。パスを確認してください。",
        "{file} does not exist or is no regular file; check its path.",
    ),
    "lead_log.kind_of_file": Text(
        "{file} は読み込めない形式です。.parquet、.csv、.tsv のいずれかを指定してください。",
        "{file} is of a kind that cannot be read; give a .parquet, .csv or .tsv file.",
    ),
    "lead_log.unreadable": Text(
        "{file} を読み込めません。壊れていないか、テキストなら UTF-8 かを確認してください({detail})。",
        "{file} cannot be read; see whether it is damaged or, if it is text, not UTF-8 ({detail}).",
    ),
    "lead_log.too_large": Text(
        "{file} の集計には、許可されたメモリでは足りません。上限を上げるか、期間を分けてください。",
        "Counting {file} takes more memory than is allowed; raise the limit or split it by time.",
    ),
    "lead_log.no_column": Text(
        "リードログに「{column}」という列がありません。ある列: {columns}。",
        "The log has no column '{column}'; it has: {columns}.",
    ),
    "lead_log.no_dates": Text(
        "段階ごとの日付の列が 1 つも指定されていません。段階と列名を対応させてください。",
        "No date column is named; say which column holds the date of which stage.",
    ),
    "lead_log.time_zone": Text(
        "列「{column}」の日時にはタイムゾーンがあります。日付が変わらないよう、現地時刻に直してから渡してください。",
        "The moments in the column '{column}' carry a time zone; turn them into local time first, as days depend on it.",
    ),
    "lead_log.not_a_moment": Text(
        "列「{column}」は日付でも日時でもありません(型は {kind})。",
        "The column '{column}' holds neither dates nor moments (its type is {kind}).",
    ),
    "lead_log.not_a_score": Text(
        "列「{column}」は点数の列ではありません(型は {kind})。",
        "The column '{column}' holds no scores (its type is {kind}).",
    ),
    "lead_log.too_few_stages": Text(
        "段階を上から順に {fewest} つ以上指定してください。", "Name at least {fewest} stages, top first."
    ),
    "lead_log.stage_twice": Text(
        "段階「{stage}」が 2 回指定されています。", "The stage '{stage}' is named twice."
    ),
    "lead_log.windows": Text(
        "ステップは {steps} つですが、期間(日数)が {windows} 個指定されています。1 個にするか、ステップと同じ数にしてください。",
        "There are {steps} steps but {windows} windows; give one window, or one for each step.",
    ),
}
