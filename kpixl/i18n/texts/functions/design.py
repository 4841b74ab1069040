"""Texts of the functions of the category design; the ids are explained in the package.

`check.x` is the message of the check rule x, `check.column.x` the label of a column of the design table.
"""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import LANG

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

TEXTS = {
    "KPI_TREE": Text(
        "KGI から KPI までのツリーを計算し、末端の数値を入れるだけで全体の数値を求めます。",
        "Computes a whole KPI tree, from its leaves up to the KGI.",
    ),
    "KPI_TREE.ids": Text("各項目の ID(重複不可)", "Id of each node, each only once"),
    "KPI_TREE.parents": Text(
        "各項目の親の ID(一番上の項目だけ空白)", "Id of each node's parent (blank for the top node only)"
    ),
    "KPI_TREE.operators": Text(
        "子の項目から計算する方法(+ 合計、* × 積、- 差、/ ÷ 比)。子のない項目では使いません",
        "How a node is computed from its children: + sum, * product, - difference, / ratio; not used where there are none",
    ),
    "KPI_TREE.values": Text(
        "子のない項目の数値。子のある項目の数値は使わず、計算し直します",
        "Value of each node without children; nodes with children are computed whatever stands here",
    ),
    "KPI_TREE.roots": Text(
        "one は一番上の項目を 1 つに限ります。many は複数のツリーや、どこにも属さない項目が並んでいてもかまいません",
        "one: a single top node; many: several trees, or nodes alone, may stand side by side",
    ),
    "KPI_TREE.result": Text(
        "1 列: すべての項目の数値(ID と同じ順)。差は最初の子からほかの子を引き、比は最初の子をほかの子で割ります",
        "One column: the value of every node, in the order of the ids; a difference is the first child minus the others, a ratio the first divided by the others",
    ),
    "KPI_TREE.errors": Text(
        "ID の重複、親が見つからない、循環、一番上の項目が 2 つ以上、計算方法がないときは #VALUE!(ID を示します)。数値が未入力の項目とその上は #N/A、0 で割る項目とその上は #DIV/0!",
        "#VALUE! with the ids for a duplicate id, an unknown parent, a cycle, two top nodes, or no operator; #N/A in a node without a value and all above it; #DIV/0! in a ratio to 0 and all above it",
    ),
    "KPI_CHECK": Text(
        "KPI の設計表を点検し、多すぎる KPI、作業量の KPI、責任者や分母のない指標などの問題点を挙げます。",
        "Checks a KPI design and lists what is wrong: too many KPIs, activity counts as KPIs, no owner, no denominator and more.",
    ),
    "KPI_CHECK.tree_table": Text(
        "設計の表(1 行目は見出し: ID、親、種別、名称、単位、方向、変数・定数、影響力、責任者、頻度、分子、分母、定義版、未達時の対応。演算、目標、期限もあれば使います。順序は自由で、日本語でも英語でもよい)",
        "The design table; its first row holds the headings, in any order: id, parent, kind, name, unit, direction, variable or constant, influence, owner, cadence, numerator, denominator, definition version, agreed action on a miss; operator, target and due are used if there",
    ),
    "KPI_CHECK.lang": LANG,
    "KPI_CHECK.result": Text(
        "1 行に 1 件: 重さ(重大・注意・参考)、行番号(見出しが 1)、内容。重いものから順に並びます。問題がなければ 1 行だけ",
        "One finding a row: severity (Serious, Caution, Note), row number (the headings are row 1), message; the gravest first. A single row when nothing is wrong",
    ),
    "KPI_CHECK.errors": Text(
        "ID・種別・名称の列がなければ #VALUE!、見出しだけの表は #N/A",
        "#VALUE! without the columns id, kind and name; #N/A for a table of headings only",
    ),
    "KPI_PERIOD": Text(
        "日付が、どの年度・上期下期・四半期・月に当たるかを表示します。",
        "Writes which fiscal year, half, quarter or month a date belongs to.",
    ),
    "KPI_PERIOD.date": Text("日付", "The date"),
    "KPI_PERIOD.start_month": Text(
        "年度の最初の月(1〜12、省略時 4)", "First month of the fiscal year (1 to 12; 4 when omitted)"
    ),
    "KPI_PERIOD.form": Text(
        '"year" = 年度、"half" = 上期・下期、"quarter" = 四半期、"month" = 月(既定)',
        '"year", "half", "quarter" or "month" (default)',
    ),
    "KPI_PERIOD.lang": LANG,
    "KPI_PERIOD.result": Text(
        "FY2026、2026年度上期、2026年度Q1、2026年度4月 のような文字列(年度は始まる年で呼びます)",
        "Text such as FY2026, FY2026 H1, FY2026 Q1, FY2026 Apr; the year is the one in which it starts",
    ),
    "KPI_PERIOD.errors": Text(
        "最初の月が 1〜12 の整数でなければ #NUM!",
        "#NUM! when the first month is not a whole number from 1 to 12",
    ),
    "KPI_YEN": Text(
        "金額を「1億2,000万円」のような読みやすい形で表示します。",
        "Writes an amount of yen the way it is spoken of in Japanese, such as 1億2,000万円.",
    ),
    "KPI_YEN.value": Text("金額(円)", "Amount in yen"),
    "KPI_YEN.unit": Text(
        '"auto" = 兆・億・万・円のうち上位 2 つ(既定)。"円"、"千円"、"万円"、"百万円"、"億円" はその単位だけ',
        '"auto" = the two highest of 兆, 億, 万 and yen (default); "円", "千円", "万円", "百万円" or "億円" = that unit alone',
    ),
    "KPI_YEN.result": Text(
        "文字列。端数は四捨五入(単位を指定すると整数、億円だけ小数 2 桁まで)。99,999,999 円は 9,999万9,999円、繰り上がれば上の単位で表します",
        "Text, rounded half away from zero (a fixed unit to whole numbers, 億円 to two decimals); 99,999,999 is 9,999万9,999円, and what rounds up to the next unit is written in it",
    ),
    "KPI_YEN.errors": Text("1 京円以上(負も同様)は #NUM!", "#NUM! from 10^16 yen, above or below zero"),
    # periods
    "period.year": Text("FY{year}", "FY{year}"),
    "period.half": Text("{year}年度{half}", "FY{year} {half}"),
    "period.quarter": Text("{year}年度Q{quarter}", "FY{year} Q{quarter}"),
    "period.month": Text("{year}年度{month}", "FY{year} {month}"),
    "period.half.1": Text("上期", "H1"),
    "period.half.2": Text("下期", "H2"),
    **{f"period.month.{number}": Text(f"{number}月", name) for number, name in enumerate(_MONTHS, 1)},
    # what the checks say
    "check.severity.SERIOUS": Text("重大", "Serious"),
    "check.severity.CAUTION": Text("注意", "Caution"),
    "check.severity.NOTE": Text("参考", "Note"),
    "check.severity.FINE": Text("問題なし", "Fine"),
    "check.separator": Text("、", ", "),
    "check.fine": Text(
        "{count} 項目を点検し、問題は見つかりませんでした。",
        "{count} nodes were checked, and nothing is wrong.",
    ),
    "check.missing_columns": Text(
        "次の列がないため、関係する点検を省きました: {columns}。",
        "Some checks were left out because these columns are missing: {columns}.",
    ),
    "check.no_kgi": Text(
        "KGI がありません。最終目標を 1 つ、期限つきの数値で決めてください。",
        "There is no KGI; set one final goal as a number with a date.",
    ),
    "check.missing_id": Text("「{name}」に ID がありません。", "'{name}' has no id."),
    "check.duplicate_id": Text(
        "ID「{id}」は {first} 行目にもあります。別の ID にしてください。",
        "The id '{id}' also stands in row {first}; choose another.",
    ),
    "check.unknown_kind": Text(
        "「{name}」の種別を読み取れません。KGI、KSF、KPI、中間KPI、管理指標、KAI のいずれかにしてください。",
        "The kind of '{name}' cannot be read; write KGI, KSF, KPI, intermediate KPI, management metric or KAI.",
    ),
    "check.unknown_parent": Text(
        "「{name}」の親「{parent}」が表にありません。",
        "The parent '{parent}' of '{name}' is not in the table.",
    ),
    "check.cycle": Text(
        "「{name}」の親をたどると自分自身に戻ります。", "The parents of '{name}' lead back to itself."
    ),
    "check.not_linked": Text(
        "「{name}」が KGI につながっていません。どの KGI にどう効くかをツリーで示してください。",
        "'{name}' is not linked to a KGI; show in the tree which KGI it moves, and how.",
    ),
    "check.too_many_kpis": Text(
        "「{name}」の下に KPI が {count} 個あります。1 つ、多くても 2 つに絞り、ほかは管理指標にしてください。",
        "There are {count} KPIs under '{name}'; keep one, two at most, and make the others management metrics.",
    ),
    "check.kgi_without_kpi": Text("「{name}」の下に KPI がありません。", "There is no KPI under '{name}'."),
    "check.ksf_without_kpi": Text(
        "「{name}」の達成を数値で測る KPI がありません。", "No KPI measures whether '{name}' is achieved."
    ),
    "check.kpi_without_kai": Text(
        "「{name}」の下に KAI がありません。毎日・毎週の行動に落とし込んでください。",
        "There is no KAI under '{name}'; break it down into daily or weekly actions.",
    ),
    "check.activity_as_kpi": Text(
        "「{name}」は作業の量です。KAI にして、KPI には成果(経由の MQL 数や問い合わせ件数など)を置いてください。",
        "'{name}' counts activity; make it a KAI and choose its outcome as the KPI, such as the MQLs it brings.",
    ),
    "check.outcome_as_kai": Text(
        "「{name}」は行動ではなく成果のようです。中間KPI にすることを検討してください。",
        "'{name}' looks like an outcome, not an action; consider making it an intermediate KPI.",
    ),
    "check.constant_as_kpi": Text(
        "「{name}」は定数です。自分たちで動かせる変数を KPI にしてください。",
        "'{name}' is a constant; choose a variable that the team can move as the KPI.",
    ),
    "check.no_influence": Text(
        "「{name}」は自分たちで動かせません。動かせる指標に替えてください。",
        "The team has no influence on '{name}'; choose a metric that it can move.",
    ),
    "check.not_measurable": Text(
        "「{name}」に単位がなく、測定できる指標になっていません。",
        "'{name}' has no unit, so it is not something that can be measured.",
    ),
    "check.wish_for_name": Text(
        "「{name}」は願いを表す言葉です。何をどの数値で測るかを名称にしてください。",
        "'{name}' is a wish; name the number that measures it.",
    ),
    "check.no_denominator": Text(
        "率である「{name}」の分母が決まっていません。何に対する割合かを書いてください。",
        "The rate '{name}' has no denominator; say what it is a share of.",
    ),
    "check.no_numerator": Text(
        "率である「{name}」の分子が決まっていません。", "The rate '{name}' has no numerator."
    ),
    "check.no_version": Text(
        "「{name}」の定義版がありません。定義を変えた前後を比べないように、版を付けてください。",
        "'{name}' has no definition version; keep one, so that values before and after a change are not compared.",
    ),
    "check.wrong_direction": Text(
        "「{name}」は小さいほど良い指標です。方向を「小さいほど良い」にしてください。",
        "Of '{name}' less is better; set its direction to lower.",
    ),
    "check.no_target": Text("「{name}」に数値の目標がありません。", "'{name}' has no target value."),
    "check.no_due": Text(
        "「{name}」に期限がありません。いつまでに達成するかを決めてください。",
        "'{name}' has no due date; decide by when it is to be reached.",
    ),
    "check.no_owner": Text(
        "「{name}」の責任者が決まっていません。誰が集計し、誰が動かすかを決めてください。",
        "'{name}' has no owner; decide who counts it and who moves it.",
    ),
    "check.no_cadence": Text(
        "「{name}」をいつ確認するかが決まっていません。",
        "Nobody has decided how often '{name}' is looked at.",
    ),
    "check.seldom_seen": Text(
        "「{name}」の確認が月 1 回より少なく、手を打つのが遅れます。毎週か毎月にしてください。",
        "'{name}' is looked at less than once a month, too late to act; make it weekly or monthly.",
    ),
    "check.slow_metric": Text(
        "「{name}」は短期では動かない指標です。確認は四半期以上の間隔にし、短期は代わりの指標で見てください。",
        "'{name}' moves slowly; look at it each quarter or less, and use a proxy in between.",
    ),
    "check.kai_seldom_seen": Text(
        "行動指標「{name}」は、毎日または毎週確認するのが基本です。",
        "An action metric such as '{name}' is best looked at daily or weekly.",
    ),
    "check.no_action": Text(
        "「{name}」が未達のときの対応が決まっていません。事前に合意しておいてください。",
        "No action on a miss is agreed for '{name}'; agree on it beforehand.",
    ),
    "check.money_times_money": Text(
        "「{name}」は金額どうし(「{first}」と「{second}」)を掛けています。件数 × 単価のように直してください。",
        "'{name}' multiplies money by money ('{first}' and '{second}'); multiply a count by a price instead.",
    ),
    "check.mixed_units": Text(
        "「{name}」の足し算・引き算で単位がそろっていません({units})。",
        "'{name}' adds or subtracts different units ({units}).",
    ),
    "check.implied_rate": Text(
        "「{name}」の目標から逆算すると、「{rate_name}」は {rate} となり 1(100 %)を超えます。",
        "The target of '{name}' implies a '{rate_name}' of {rate}, above 1 (100 %).",
    ),
    "check.part_exceeds_whole": Text(
        "「{name}」の分子が分母より大きく、{rate} となって 1(100 %)を超えます。",
        "The numerator of '{name}' is larger than its denominator; that gives {rate}, above 1 (100 %).",
    ),
    "check.rate_above_one": Text(
        "率「{name}」の目標 {rate} が 1(100 %)を超えています。0〜1 の割合で入力してください。",
        "The target of the rate '{name}' is {rate}, above 1 (100 %); enter a fraction from 0 to 1.",
    ),
    "check.falls_short": Text(
        "「{name}」の下の目標がすべて達成されても {reached} で、目標の {stated} に届きません。",
        "Even if everything below '{name}' is reached it comes to {reached}, short of its target of {stated}.",
    ),
    "check.column.id": Text("ID", "id"),
    "check.column.parent": Text("親", "parent"),
    "check.column.kind": Text("種別", "kind"),
    "check.column.name": Text("名称", "name"),
    "check.column.unit": Text("単位", "unit"),
    "check.column.direction": Text("方向", "direction"),
    "check.column.variability": Text("変数・定数", "variable or constant"),
    "check.column.influence": Text("影響力", "influence"),
    "check.column.owner": Text("責任者", "owner"),
    "check.column.cadence": Text("頻度", "cadence"),
    "check.column.numerator": Text("分子", "numerator"),
    "check.column.denominator": Text("分母", "denominator"),
    "check.column.version": Text("定義版", "definition version"),
    "check.column.action": Text("未達時の対応", "agreed action on a miss"),
    # reasons of errors
    "function.tree_duplicate": Text("ID が重複しています: {ids}", "These ids occur twice: {ids}."),
    "function.tree_unknown_parent": Text(
        "親が見つかりません(ID → 親): {ids}", "These parents are unknown (id → parent): {ids}."
    ),
    "function.tree_cycle": Text(
        "親子関係が循環しています: {ids}", "The parents of these ids form a cycle: {ids}."
    ),
    "function.tree_roots": Text(
        "親のない項目が 2 つ以上あります。1 つにしてください: {ids}",
        "More than one node has no parent; there must be one: {ids}.",
    ),
    "function.tree_no_operator": Text(
        "「{id}」には子がありますが、計算方法がありません。+、*、-、/ のいずれかを入力してください。",
        "'{id}' has children but no operator; give +, *, - or /.",
    ),
    "function.tree_operator": Text(
        "「{id}」の計算方法「{word}」を読み取れません。+、*、-、/ のいずれかを入力してください。",
        "The operator '{word}' of '{id}' cannot be read; give +, *, - or /.",
    ),
    "function.no_leaf_value": Text("「{id}」の数値がまだありません。", "'{id}' has no value yet."),
    "function.tree_division": Text(
        "「{id}」は 0 で割ることになるため計算できません。", "'{id}' would be a division by 0."
    ),
    **{
        f"function.design_column.{column}": Text(
            f"設計の表に「{ja}」の列がありません。1 行目に見出しを付けてください。",
            f"The design table has no column '{en}'; give it headings in its first row.",
        )
        for column, ja, en in (("id", "ID", "id"), ("kind", "種別", "kind"), ("name", "名称", "name"))
    },
    "function.design_empty": Text("設計の表に項目がありません。", "The design table holds no node."),
    "function.start_month_not_whole": Text(
        "最初の月 {month} が整数ではありません。", "The first month {month} is not a whole number."
    ),
}
