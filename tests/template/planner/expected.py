"""What a filled planner should show, worked out from its inputs in plain Python, apart from its formulas."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, log, prod
from statistics import median

from openpyxl.worksheet.cell_range import CellRange

from kpixl.i18n import Language, text
from tests.template.planner.books import shown, values

Expected = dict[str, object]
COMPARISONS = ("plan", "month", "quarter", "halves")
LEVELS = ("ON_TRACK", "CAUTION", "WARNING", "CRITICAL")


def expected(content: bytes, language: Language = "ja") -> Expected:
    """Named results and the dashboard's words for the inputs that stand in the workbook."""
    plan = _plan(content)
    state = _state(content, plan, language)
    change = _changes(content, plan, state, language)
    return {
        **plan,
        **state,
        **change,
        **_leads(content),
        **_costs(content),
        **_words(content, state, language),
    }


def rows_of(content: bytes, name: str) -> Iterator[tuple[object, ...]]:
    """The rows of a table below its headings; dates without a time of day."""
    (sheet,) = (sheet for sheet in shown(content).worksheets if name in sheet.tables)
    area = CellRange(sheet.tables[name].ref)
    bounds = area.min_row + 1, area.max_row, area.min_col, area.max_col
    for row in sheet.iter_rows(bounds[0], bounds[1], bounds[2], bounds[3], values_only=True):
        yield tuple(one.date() if isinstance(one, datetime) else one for one in row)


def numbers(content: bytes, name: str) -> list[float]:
    return [float(str(one)) for one in values(content, name)]


def days(content: bytes, name: str) -> list[date]:
    return [one.date() for one in values(content, name) if isinstance(one, datetime)]


def up(number: float) -> int:
    return ceil(round(number, 9))


def _plan(content: bytes) -> Expected:
    (revenue,), (price,), (share,) = (
        numbers(content, name) for name in ("revenue_goal", "unit_price", "channel_share")
    )
    required = [up(revenue * share / price)]
    for rate in reversed(numbers(content, "step_rates")):
        required.insert(0, up(required[0] / rate))
    capacities = [
        (float(str(capacity)) / count, stage)
        for capacity, count, stage in zip(
            values(content, "capacities"), required, values(content, "stage_names")
        )
        if capacity is not None
    ]
    fits = min(1.0, min(capacities)[0])
    open_days = [_business_days(content, month, _end(month)) for month in _months(content)]
    by_hand = values(content, "month_weights_by_hand")
    weights = open_days if None in by_hand else numbers(content, "month_weights_by_hand")
    columns = [_split(count, weights) for count in required]
    return {
        "goal_deals": required[-1],
        "required_counts": required,
        "business_days": open_days,
        "capacity_share": fits,
        "binding_stage": min(capacities)[1] if fits < 1 else None,
        "month_plan": [count for month in zip(*columns) for count in month],
    }


def _months(content: bytes) -> list[date]:
    (start,) = days(content, "fiscal_start")
    return [
        date(start.year + (start.month - 1 + step) // 12, (start.month - 1 + step) % 12 + 1, 1)
        for step in range(12)
    ]


def _end(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _business_days(content: bytes, first: date, last: date) -> int:
    closed = set(days(content, "holidays"))
    every = (first + timedelta(step) for step in range((last - first).days + 1))
    return sum(day.weekday() < 5 and day not in closed for day in every)


def _split(count: int, weights: Sequence[float]) -> list[int]:
    """Largest remainders, the earlier of equal ones first."""
    exact = [Fraction(count) * Fraction(weight) / sum(map(Fraction, weights)) for weight in weights]
    shares = [int(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda place: shares[place] - exact[place])
    for place in order[: count - sum(shares)]:
        shares[place] += 1
    return shares


def _state(content: bytes, plan: Expected, language: Language) -> Expected:
    (as_of,) = days(content, "as_of")
    months = _months(content)
    month = max(place for place, first in enumerate(months) if first <= as_of)
    stages = [str(name) for name in values(content, "stage_names")]
    counts = [
        [
            sum(
                float(str(count))
                for day, metric, _, count in rows_of(content, "Actuals")
                if metric == stage and isinstance(day, date) and first <= day <= min(as_of, _end(first))
            )
            for stage in stages
        ]
        for first in months[: month + 1]
    ]
    open_days = plan["business_days"]
    assert isinstance(open_days, list)
    month_plan = plan["month_plan"]
    assert isinstance(month_plan, list)
    required = plan["required_counts"]
    assert isinstance(required, list)
    gone = _business_days(content, months[month], as_of) / open_days[month]
    year_gone = (sum(open_days[:month]) + gone * open_days[month]) / sum(open_days)
    targets = month_plan[5 * month : 5 * month + 5]
    pace = [count / (target * gone) for count, target in zip(counts[-1], targets)]
    levels = [sum(one < limit for limit in numbers(content, "alert_thresholds")) for one in pace]
    year = [sum(column) for column in zip(*counts)]
    rates = [below / above for above, below in pairwise(year)]
    wanted = numbers(content, "step_rates")
    capped = [min(1.0, rate) for rate in rates]
    lost = [log(target / rate) for target, rate in zip(wanted, capped)]
    worst = lost.index(max(lost))
    uplifts = [
        year[0] * (prod(capped) / rate * max(rate, target) - prod(capped))
        for rate, target in zip(capped, wanted)
    ]
    focus = stages.index(str(values(content, "focus_stage")[0]))
    landings = [one / year_gone for one in year]
    return {
        "month_index": month + 1,
        "elapsed_share": gone,
        "year_elapsed_share": year_gone,
        "year_results": year,
        "month_actuals": counts[-1],
        "targets_to_date": [target * gone for target in targets],
        "pace": pace,
        "alert_levels": levels,
        "alert_labels": [text(f"level.{LEVELS[level]}", language) for level in levels],
        "alert_actions": [values(content, "agreed_actions")[level] for level in levels],
        "landings": landings,
        "landing_shares": [landing / count for landing, count in zip(landings, required)],
        "actual_rates": rates,
        "uplifts": uplifts,
        "bottleneck": f"{stages[worst]} → {stages[worst + 1]}" if lost[worst] > 0 else None,
        "focus_place": focus + 1,
        "gate_counts": [up(targets[focus] * share) for share in numbers(content, "gate_shares")],
        "month_results": [one for row in counts for one in row] + [None] * (5 * (11 - month)),
    }


def _changes(content: bytes, plan: Expected, state: Expected, language: Language) -> Expected:
    """What each factor added to the last count: the counts' logarithmic mean × its logarithm's change."""
    words = [text(f"planner.diagnosis.comparison.{id_}", language) for id_ in COMPARISONS]
    chosen = COMPARISONS[words.index(str(values(content, "comparison")[0]))]
    month, results = state["month_index"], state["month_results"]
    assert isinstance(month, int)
    assert isinstance(results, list)
    assert isinstance(plan["month_plan"], list)
    gone = month if state["elapsed_share"] == 1 else month - 1
    length = {"plan": 0, "month": 1, "quarter": 3, "halves": gone // 2}[chosen]

    def factors(first: int) -> list[float]:
        counts = [sum(results[5 * at + stage] for at in range(first, first + length)) for stage in range(5)]
        return [counts[0], *(below / above for above, below in pairwise(counts))]

    if chosen == "plan":
        to_date = [*plan["month_plan"][: 5 * (month - 1) : 5]]
        running = plan["month_plan"][5 * (month - 1)] * float(str(state["elapsed_share"]))
        before = [sum(to_date) + running, *numbers(content, "step_rates")]
        assert isinstance(state["year_results"], list)
        assert isinstance(state["actual_rates"], list)
        after = [state["year_results"][0], *state["actual_rates"]]
    else:
        before = factors(0 if chosen == "halves" else gone - 2 * length)
        after = factors(gone - length)
    old, new = prod(before), prod(after)
    mean = old if old == new else (new - old) / log(new / old)
    return {"contributions": [mean * log(now / then) for then, now in zip(before, after)]}


def _leads(content: bytes) -> Expected:
    (as_of,) = days(content, "as_of")
    points = numbers(content, "scoring_points")
    (limit,), (window,) = (numbers(content, name) for name in ("lead_threshold", "maturity_days"))
    scores, times, ripe = [], [], []
    for row in rows_of(content, "Leads"):
        entered, qualified, accepted, won = row[2], row[11], row[12], row[13]
        if not isinstance(entered, date):
            continue
        marked = sum(worth for mark, worth in zip(row[3:11], points) if mark == "○")
        scores.append(min(100.0, max(0.0, marked)))
        if isinstance(won, date):
            times.append((won - entered).days)
        if isinstance(qualified, date) and (as_of - qualified).days >= window:
            ripe.append(isinstance(accepted, date) and (accepted - qualified).days <= window)
    return {
        "hot_leads": sum(score >= limit for score in scores),
        "quality_count": sum(scores) / 100,
        "lead_time_median": median(times),
        "matured_rate": sum(ripe) / len(ripe),
        "matured_base": len(ripe),
    }


def _costs(content: bytes) -> Expected:
    spent, deals, revenue = ({} for _ in range(3))  # type: tuple[dict[object, float], ...]
    for row in rows_of(content, "Measures"):
        channel = row[1]
        for sums, column in ((spent, 8), (deals, 10), (revenue, 11)):
            sums[channel] = sums.get(channel, 0) + float(str(row[column] or 0))
    channels = [one for one in values(content, "channel_names") if one]
    rest: list[object] = [None] * (6 - len(channels))
    return {
        "channel_costs": [spent.get(channel, 0) for channel in channels] + rest,
        "channel_cpa": [spent[one] / deals[one] if deals.get(one) else None for one in channels] + rest,
        "channel_roi": [(revenue[one] - spent[one]) / spent[one] for one in channels] + rest,
        "total_cost": sum(spent.values()),
    }


def _words(content: bytes, state: Expected, language: Language) -> Expected:
    pace, labels, actions = (state[name] for name in ("pace", "alert_labels", "alert_actions"))
    assert isinstance(pace, list)
    assert isinstance(labels, list)
    assert isinstance(actions, list)
    worst = pace.index(min(pace))
    said = {"stage": values(content, "stage_names")[worst], "label": labels[worst], "action": actions[worst]}
    late = any(label != text("level.ON_TRACK", language) for label in labels)
    which = "late" if late else "good"
    return {
        "dashboard_headline": text(f"planner.dashboard.headline.{which}", language).format(
            **said, pace=f"{pace[worst]:.1%}"
        )
    }
