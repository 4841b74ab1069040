"""Texts of the functions of the category plan; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import RATES

TEXTS = {
    "KPI_GOAL_COUNT": Text(
        "売上目標と単価から、受注が何件必要かを求めます。",
        "How many deals the revenue goal takes.",
    ),
    "KPI_GOAL_COUNT.revenue": Text("売上目標(円)", "Revenue goal, in yen"),
    "KPI_GOAL_COUNT.unit_price": Text("1 件あたりの平均単価(円)", "Average revenue of one deal, in yen"),
    "KPI_GOAL_COUNT.share": Text(
        "そのうち、この経路(Web など)が担う割合(0〜1、省略時 1)",
        "Share of the deals that this channel must bring (0 to 1; 1 when omitted)",
    ),
    "KPI_GOAL_COUNT.rounding": Text(
        '"ceil" = 切り上げて整数にする(既定)、"exact" = 端数のまま',
        '"ceil" = round up to whole deals (default), "exact" = keep fractions',
    ),
    "KPI_GOAL_COUNT.result": Text("必要な受注件数", "Deals needed"),
    "KPI_GOAL_COUNT.errors": Text(
        "単価が 0 以下、割合が 0〜1 の外なら #NUM!",
        "#NUM! for a price of 0 or less, or a share outside 0 to 1",
    ),
    "KPI_BACKCALC": Text(
        "受注目標から逆算して、各段階に必要な件数を求めます。",
        "The volume each funnel stage needs to reach the goal, worked out backwards.",
    ),
    "KPI_BACKCALC.goal": Text("最後の段階の目標件数(受注など)", "Goal at the last stage, such as deals won"),
    "KPI_BACKCALC.rates": RATES,
    "KPI_BACKCALC.rounding": Text(
        '"ceil" = 段階ごとに切り上げ(既定)、"exact" = 端数のまま',
        '"ceil" = round every stage up (default), "exact" = keep fractions',
    ),
    "KPI_BACKCALC.result": Text(
        "各段階の必要件数(上の段階から順に、転換率より 1 個多い)",
        "Volume of every stage, top first; one more than there are rates",
    ),
    "KPI_BACKCALC.errors": Text(
        "転換率が 0 以下または 1 より大きいと #NUM!、途中に空白があると #VALUE!",
        "#NUM! for a rate of 0 or above 1; #VALUE! for a blank between the rates",
    ),
    "KPI_FORWARD": Text(
        "最初の件数と転換率から、各段階が何件になるかを見通します。",
        "The volume each funnel stage will see, from the top and the rates.",
    ),
    "KPI_FORWARD.top": Text("最初の段階の件数(訪問数など)", "Volume at the first stage, such as visits"),
    "KPI_FORWARD.rates": RATES,
    "KPI_FORWARD.rounding": Text(
        '"exact" = 端数のまま(既定)、"floor" = 段階ごとに切り捨て',
        '"exact" = keep fractions (default), "floor" = round every stage down',
    ),
    "KPI_FORWARD.result": Text(
        "各段階の件数(上の段階から順に、転換率より 1 個多い)",
        "Volume of every stage, top first; one more than there are rates",
    ),
    "KPI_FORWARD.errors": Text(
        "転換率が 0〜1 の外なら #NUM!、途中に空白があると #VALUE!",
        "#NUM! for a rate outside 0 to 1; #VALUE! for a blank between the rates",
    ),
    "KPI_RATES": Text(
        "各段階の件数から転換率を求めます。", "The conversion rates between the volumes of a funnel."
    ),
    "KPI_RATES.volumes": Text("各段階の件数(上の段階から順に)", "Volume of each stage, top first"),
    "KPI_RATES.kind": Text(
        '"step" = 隣り合う段階の間(既定)、"cumulative" = 最初の段階からの通算',
        '"step" = from one stage to the next (default), "cumulative" = from the top to each stage',
    ),
    "KPI_RATES.result": Text(
        '転換率("step" は件数より 1 個少なく、"cumulative" は同数)',
        'The rates ("step": one fewer than the volumes, "cumulative": as many)',
    ),
    "KPI_RATES.errors": Text(
        "件数が 1 段階だけなら #VALUE!、割る側の件数が 0 なら #DIV/0!",
        "#VALUE! for a single volume; #DIV/0! after a volume of 0",
    ),
    "KPI_GAP": Text(
        "今のペースの着地見込みと、目標に届くために必要なペースを求めます。",
        "Where today's pace will land, and the pace the goal needs from now on.",
    ),
    "KPI_GAP.goal": Text("全期間の目標件数", "Goal for all periods together"),
    "KPI_GAP.current_per_period": Text("今の 1 期間あたりの件数", "What one period brings today"),
    "KPI_GAP.periods": Text("全期間数(年間を月で見るなら 12)", "Number of periods (12 for a year in months)"),
    "KPI_GAP.elapsed": Text("経過した期間数(省略時 0)", "Periods already elapsed (0 when omitted)"),
    "KPI_GAP.achieved": Text(
        "これまでの累計実績(省略時 0)", "What has been achieved so far (0 when omitted)"
    ),
    "KPI_GAP.result": Text(
        "1 行 4 列: 着地見込み、目標との差、残り 1 期間あたりの必要件数、今のペースからの必要な伸び率",
        "One row of four: landing, gap to the goal, count needed in each remaining period, uplift over today's pace",
    ),
    "KPI_GAP.errors": Text(
        "経過期間が全期間を超えると #NUM!、残り期間が 0 なら #DIV/0!。今の件数が 0 なら伸び率だけ #DIV/0!",
        "#NUM! when more has elapsed than there is; #DIV/0! when no period is left, and for the uplift alone when today's count is 0",
    ),
    "KPI_SPLIT": Text(
        "合計を重みに応じて配分し、端数を失わずに合計を一致させます。",
        "Splits a total in proportion to weights so that the parts add up exactly.",
    ),
    "KPI_SPLIT.total": Text("配分する合計", "The total to split"),
    "KPI_SPLIT.weights": Text("重み(各月の営業日数など)", "The weights, such as business days of each month"),
    "KPI_SPLIT.rounding": Text(
        '"whole" = 整数に配分(最大剰余法、既定)、"exact" = 端数のまま',
        '"whole" = whole numbers by largest remainder (default), "exact" = keep fractions',
    ),
    "KPI_SPLIT.result": Text("配分した値(重みと同じ並び)", "The parts, in the order of the weights"),
    "KPI_SPLIT.errors": Text(
        '合計に端数があると #NUM!("exact" を除く)、重みがすべて 0 なら #DIV/0!',
        '#NUM! for a total with a fraction (unless "exact"); #DIV/0! when all weights are 0',
    ),
}
