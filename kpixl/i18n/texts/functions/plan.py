"""Texts of the functions of the category plan; the ids are explained in the package."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text
from kpixl.i18n.texts.functions.shared import RATES

LAGS = Text(
    "同じ期間、1 期間後、2 期間後…に成果になる割合(合計 1)",
    "Shares of the results that come in the same period, one later, two later … (they sum to 1)",
)
SUCCESSES = Text(
    "各段階の過去の成功数(上の段階から順に。商談 40 件中の受注なら 12)",
    "Past successes of each step, top first (12 deals of 40 opportunities: 12)",
)
TRIALS = Text(
    "各段階の過去の試行数(同じ並び。上の例なら 40)",
    "Past trials of each step, in the same order (40 in the example)",
)

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
    "KPI_REQUIRED_RATE": Text(
        "ほかの転換率は今のままで目標に届くには、ある段階の転換率を何 % にすればよいかを求めます。",
        "The rate that one step of the funnel needs to reach the goal while the other rates stay as they are.",
    ),
    "KPI_REQUIRED_RATE.goal": Text(
        "最後の段階の目標件数(受注など)", "Goal at the last stage, such as deals won"
    ),
    "KPI_REQUIRED_RATE.top": Text(
        "最初の段階の件数(訪問数など)", "Volume at the first stage, such as visits"
    ),
    "KPI_REQUIRED_RATE.rates": RATES,
    "KPI_REQUIRED_RATE.step": Text(
        "求めたい転換率が何番目か(1 = 一番上)。その段階の今の転換率は計算に使いません",
        "Number of the step in question (1 = the top one); its present rate does not matter",
    ),
    "KPI_REQUIRED_RATE.result": Text("必要な転換率(0〜1)", "The rate needed (0 to 1)"),
    "KPI_REQUIRED_RATE.errors": Text(
        "転換率が 1 でも届かないとき、件数やほかの転換率が 0 のとき、段階の番号が範囲外または整数でないときは #NUM!",
        "#NUM! when even a rate of 1 is not enough, when the top or another rate is 0, and for a step that is not there or not whole",
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
    "KPI_TARGET": Text(
        "過去の実績・業界の水準・対応できる上限の 3 つから、現実的で挑戦的な目標値を決めます。",
        "A realistic yet ambitious target from the past, the benchmark and what can be handled at most.",
    ),
    "KPI_TARGET.past": Text("過去の実績(前年同月など)", "Past result, such as the same month of last year"),
    "KPI_TARGET.growth": Text(
        "過去に対する倍率(前年比 120% なら 1.2)。文章からは KPI_GROWTH_FACTOR で求められます",
        "Ratio to the past (1.2 = 120 % of last year); KPI_GROWTH_FACTOR reads it from words",
    ),
    "KPI_TARGET.benchmark": Text(
        "業界平均や他社の水準(省略可)", "Level of the industry or of others (may be omitted)"
    ),
    "KPI_TARGET.ceiling": Text(
        "人員や予算で対応できる上限(省略可)", "The most that people and budget can handle (may be omitted)"
    ),
    "KPI_TARGET.result": Text(
        "1 行 4 列: 過去 × 倍率、業界の水準、上限、推奨する目標(過去 × 倍率と水準の大きい方。上限は超えない)。省略したものは空文字",
        "One row of four: past × growth, benchmark, ceiling, recommended target (the larger of the first two, never above the ceiling); what was omitted is empty",
    ),
    "KPI_TARGET.errors": Text(
        "負の値は #NUM!。小さいほど良い指標には使えません",
        "#NUM! for a negative value; not meant for metrics of which less is better",
    ),
    "KPI_GROWTH_FACTOR": Text(
        "「前年比120%」「30%増」「1.5倍」のような言葉が、実際には何倍のことかを求めます。",
        'How many times the old value a phrase such as "up 30%", "120% of last year" or 前年比120% means.',
    ),
    "KPI_GROWTH_FACTOR.text": Text(
        "伸びを表す言葉(前年比120%、対前年120%、120%増、30%減、+30%、▲10%、1.5倍、2割増、半減、up 30% など。全角でもよい)",
        "Words of growth: up 30%, 30% increase, down 10%, 120% of last year, 1.5 times, doubled, 前年比120%, 120%増, ▲10%, 1.5倍",
    ),
    "KPI_GROWTH_FACTOR.result": Text(
        "倍率(1.2 = 元の 120 %)", "The ratio of new to old (1.2 = 120 % of the old)"
    ),
    "KPI_GROWTH_FACTOR.errors": Text(
        "読めない言葉、% や 倍 のない数値、二通りに読める言い方(前月比120%増加、120% だけ、2倍増、120%成長)、ポイントは #VALUE!。比と増減を一緒に書いても一通りにしか読めなければ(前年比30%増)値を返します。100% を超える減少は #NUM!",
        "#VALUE! for words it cannot read, a number without % or times, points, and what has two readings (120% alone, a 2x increase, 前月比120%増加); #NUM! for a fall by more than 100 %",
    ),
    "KPI_CAPACITY": Text(
        "計画のうち、人員や予算の限度内で実行できる割合と、足かせになる段階を見つけます。",
        "How much of the plan people and budget can carry, and which stage holds it back.",
    ),
    "KPI_CAPACITY.volumes": Text(
        "各段階の計画件数(上の段階から順に)", "Planned volume of each stage, top first"
    ),
    "KPI_CAPACITY.capacities": Text(
        "各段階で対応できる上限の件数(同じ並び。空白は上限なし)",
        "The most each stage can handle, in the same order; a blank has no limit",
    ),
    "KPI_CAPACITY.result": Text(
        "1 行 2 列: 実行できる割合(最大 1)、足かせになる段階の番号(すべて収まれば 0)",
        "One row of two: the share that fits (at most 1), number of the stage that limits it (0 when all fit)",
    ),
    "KPI_CAPACITY.errors": Text(
        "上限が計画より多くの段階に入力されていると #VALUE!、すべて空白なら #N/A",
        "#VALUE! for more capacities than volumes; #N/A when all are blank",
    ),
    "KPI_LAG_FORWARD": Text(
        "商談が何か月か遅れて受注になることを踏まえて、各期間の成果を見通します。",
        "What each period will bring when results follow their cause weeks or months later.",
    ),
    "KPI_LAG_FORWARD.inputs": Text("各期間の件数(商談など)", "Count of each period, such as opportunities"),
    "KPI_LAG_FORWARD.rate": Text(
        "最終的に成果になる割合(0〜1)", "Share that turns into a result in the end (0 to 1)"
    ),
    "KPI_LAG_FORWARD.lags": LAGS,
    "KPI_LAG_FORWARD.result": Text(
        "各期間の成果(件数と同じ期間数。最後の期間より後に出る成果は含みません)",
        "Results of each period, as many as there are counts; what comes after the last period is not shown",
    ),
    "KPI_LAG_FORWARD.errors": Text("割合の合計が 1 でなければ #NUM!", "#NUM! when the lags do not sum to 1"),
    "KPI_LAG_PLAN": Text(
        "成果が遅れて出ることを踏まえて、目標に間に合うように各期間で必要な件数を逆算します。",
        "How many opportunities each period needs so that the results, coming later, meet the goals.",
    ),
    "KPI_LAG_PLAN.goals": Text("各期間の成果の目標(受注など)", "Goal of each period, such as deals"),
    "KPI_LAG_PLAN.rate": Text(
        "最終的に成果になる割合(0 より大きく 1 以下)",
        "Share that turns into a result in the end (above 0, at most 1)",
    ),
    "KPI_LAG_PLAN.lags": LAGS,
    "KPI_LAG_PLAN.result": Text(
        "各期間に必要な件数(目標と同じ期間数、0 以上)。ちょうど届かない目標には差の 2 乗の合計が最小になる件数。成果が期間内に出ない終盤は 0",
        "Count that each period needs, none below 0; where the goals cannot be met exactly, the least sum of squared gaps; 0 where results would come too late",
    ),
    "KPI_LAG_PLAN.errors": Text(
        "割合の合計が 1 でない、転換率が 0、または期間が数千に及び計算しきれないときは #NUM!",
        "#NUM! when the lags do not sum to 1, for a rate of 0, and for thousands of periods that take too long",
    ),
    "KPI_DEADLINE": Text(
        "期日から逆算して、各段階を遅くともいつまでに済ませれば間に合うかを求めます。",
        "The last date on which each stage can still count for a goal that is due on a given day.",
    ),
    "KPI_DEADLINE.due": Text("期日(年度末など)", "The due date, such as the end of the fiscal year"),
    "KPI_DEADLINE.lead_days": Text(
        "各段階から次の段階までの日数(上の段階から順に、最後は期日まで)。1 日未満の端数は合計してから切り上げ",
        "Days from each stage to the next, top first, the last one to the due date; they are added up from the end, then rounded up to whole days",
    ),
    "KPI_DEADLINE.holidays": Text(
        '休日の一覧(省略可、空白があってもよい)。"calendar" では使いません',
        'List of holidays (may be omitted or hold blanks); not used for "calendar"',
    ),
    "KPI_DEADLINE.unit": Text(
        '"business" = 土日と休日を除く営業日(既定)、"calendar" = 暦日',
        '"business" = Monday to Friday without the holidays (default), "calendar" = every day',
    ),
    "KPI_DEADLINE.result": Text(
        "各段階の最終日(日付のシリアル値、日数と同じ並び)。営業日では、期日までにその日数の営業日が残る最後の営業日",
        "Last date of each stage as a date serial number, in the order of the lead days; in business days the last one after which so many remain up to the due date",
    ),
    "KPI_DEADLINE.errors": Text(
        "日付が 1900 年より前になると #NUM!", "#NUM! for a date before the year 1900"
    ),
    "KPI_ASSURED": Text(
        "転換率のぶれと偶然も見込んで、目標をほぼ確実に達成するには各段階に何件必要かを求めます。",
        "How many cases each stage needs to be sure enough of the goal, allowing for uncertain rates and chance.",
    ),
    "KPI_ASSURED.goal": Text(
        "最後の段階の目標件数(端数は切り上げ)", "Goal at the last stage (a fraction is rounded up)"
    ),
    "KPI_ASSURED.successes": SUCCESSES,
    "KPI_ASSURED.trials": TRIALS,
    "KPI_ASSURED.confidence": Text(
        "達成したい確率(0 と 1 の間、省略時 0.8)", "Probability asked for (between 0 and 1; 0.8 when omitted)"
    ),
    "KPI_ASSURED.result": Text(
        "各段階の件数(上の段階から順に、実績より 1 個多い)。その段階にこの件数があれば、残りの段階を経て指定の確率以上で目標に届く最小の整数。最後は目標",
        "Whole count of each stage, top first, one more than there are steps: the smallest that, standing at that stage, reaches the goal with the probability asked for; the last is the goal",
    ),
    "KPI_ASSURED.errors": Text(
        "成功数と試行数の個数が違う、または 30 段階を超えると #VALUE!、成功数が試行数を超える、または 1,000 兆件でも保証できないときは #NUM!",
        "#VALUE! when successes and trials differ in number or go beyond 30 steps; #NUM! for more successes than trials, or where 10^15 cases are not enough",
    ),
    "KPI_CHANCE": Text(
        "最初の段階の件数から、目標に届く確率を求めます。転換率のぶれと偶然の両方を見込みます。",
        "The probability of reaching the goal from a given top of the funnel, with uncertain rates and chance.",
    ),
    "KPI_CHANCE.goal": Text(
        "最後の段階の目標件数(端数は切り上げ)", "Goal at the last stage (a fraction is rounded up)"
    ),
    "KPI_CHANCE.top": Text(
        "最初の段階の件数(端数は切り捨て)", "Count at the first stage (a fraction is rounded down)"
    ),
    "KPI_CHANCE.successes": SUCCESSES,
    "KPI_CHANCE.trials": TRIALS,
    "KPI_CHANCE.result": Text("目標に届く確率(0〜1)", "Probability of reaching the goal (0 to 1)"),
    "KPI_CHANCE.errors": Text(
        "成功数と試行数の個数が違う、または 30 段階を超えると #VALUE!、成功数が試行数を超えると #NUM!",
        "#VALUE! when successes and trials differ in number or go beyond 30 steps; #NUM! for more successes than trials",
    ),
    # reasons of errors
    "function.no_such_step": Text(
        "段階の番号 {step} がありません。1 から {steps} までの整数を指定してください。",
        "There is no step {step}; give a whole number from 1 to {steps}.",
    ),
    "function.nothing_arrives": Text(
        "最初の件数またはほかの転換率が 0 のため、段階 {step} の転換率をいくら上げても目標に届きません。",
        "The top or another rate is 0, so no rate of step {step} reaches the goal.",
    ),
    "function.required_rate_above_one": Text(
        "段階 {step} に {rate} の転換率が必要ですが、1(100 %)を超えるため目標に届きません。最初の件数かほかの転換率も上げてください。",
        "Step {step} would need a rate of {rate}, above 1 (100 %); raise the top or another rate as well.",
    ),
    "function.growth_unit": Text(
        "「{text}」には % や 倍 のついた数値がありません。「前年比120%」や「30%増」のように書いてください。",
        "'{text}' holds no number with % or times; write '120% of last year' or 'up 30%'.",
    ),
    "function.growth_points": Text(
        "「{text}」のポイントは率の差で、倍率ではありません。差をそのまま足してください。",
        "The points in '{text}' are a difference of rates, not a ratio; add them instead.",
    ),
    "function.growth_word": Text(
        "「{text}」の「{word}」を読み取れません。", "The word '{word}' in '{text}' cannot be read."
    ),
    "function.growth_two_numbers": Text(
        "「{text}」には数値が 2 つ以上あります。1 つだけ書いてください。",
        "'{text}' holds more than one number; write just one.",
    ),
    "function.growth_contradiction": Text(
        "「{text}」は増加と減少が食い違っていて読み取れません。",
        "'{text}' contradicts itself about growth and decline.",
    ),
    "function.growth_two_readings": Text(
        "「{text}」は {first} 倍とも {second} 倍とも読めます。「前年比○%」か「○%増」のどちらか一方で書いてください。",
        "'{text}' can mean {first} times or {second} times; write either '120% of last year' or 'up 20%'.",
    ),
    "function.growth_below_nothing": Text(
        "「{text}」は 100% を超える減少で、0 より少なくなってしまいます。",
        "'{text}' is a fall by more than 100 %, which would leave less than nothing.",
    ),
    "function.lags_sum": Text(
        "遅れの割合の合計が {total} です。合計が 1 になるようにしてください。",
        "The lags sum to {total}; they must sum to 1.",
    ),
    "function.plan_too_long": Text(
        "{periods} 期間の計画は計算しきれません。期間を分けてください。",
        "A plan of {periods} periods takes too long; split it up.",
    ),
    "function.deadline_before_1900": Text(
        "期日から {days} 日さかのぼると 1900 年より前になります。",
        "{days} days before the due date lie before the year 1900.",
    ),
    "function.too_many_stages": Text(
        "段階が {given} あります。{most} 段階までにしてください。",
        "There are {given} steps; give {most} at most.",
    ),
    "function.cannot_be_assured": Text(
        "確率 {confidence} を保証するには 1,000 兆件を超える件数が必要です。確率を下げるか、実績を増やしてください。",
        "A probability of {confidence} would take more than 10^15 cases; ask for less or gather more evidence.",
    ),
}
