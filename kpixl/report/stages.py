"""Where each stage and each rate stands, and how the focus stage's month goes."""

from __future__ import annotations

from datetime import date
from math import fsum
from typing import Literal

from kpixl.domain.noise import reaches
from kpixl.i18n import Language, Message, text
from kpixl.macros.planner_cells import as_level
from kpixl.report.numbers import count, percent
from kpixl.report.reading import Planner
from kpixl.report.story import MONTHS, STAGES, STEPS, Gate, Missing, Pace, Reading, Stage, Step
from kpixl.report.widths import fitted
from kpixl.report.words import NOT_JUDGED, level_label, translated

NAME_EMS = 10  # a stage's name is part of most sentences
DAYS = 23
WEEKS = 3


def stages(planner: Planner, language: Language) -> tuple[Stage, ...]:
    """The five stages, top first."""
    labels = planner.words("alert_labels", STAGES)
    levels = [as_level(value) for value in planner.numbers("alert_levels", STAGES)]
    columns = {
        name: planner.numbers(name, STAGES)
        for name in (
            "month_actuals", "targets_to_date", "month_targets", "pace", "needed_run_rates",
            "year_results", "required_counts", "landings", "landing_shares",
        )
    }  # fmt: skip
    actions = planner.words("alert_actions", STAGES)
    months_over = _months_over(planner)
    any_record = planner.day("last_record") is not None
    told = []
    for place, name in enumerate(planner.words("stage_names", STAGES)):
        level = levels[place]
        label = (
            translated(labels[place], NOT_JUDGED, language) if level is None else level_label(level, language)
        )
        results, plan = (planner.numbers(table, MONTHS, place) for table in ("month_results", "month_plan"))
        told.append(
            Stage(
                name=fitted(name, NAME_EMS) or Message.of("report.stage", number=place + 1).text(language),
                level=level,
                label=label or text("level.NO_DATA", language),
                actual=columns["month_actuals"][place],
                to_date=columns["targets_to_date"][place],
                target=columns["month_targets"][place],
                pace=columns["pace"][place],
                needed=columns["needed_run_rates"][place],
                action=actions[place],
                year_actual=columns["year_results"][place] if any_record else None,
                year_to_date=_year_to_date(planner, plan),
                required=columns["required_counts"][place],
                landing=columns["landings"][place],
                landing_share=columns["landing_shares"][place],
                months=results[:months_over] if any_record else (),
                month_targets=plan[:months_over],
            )
        )
    return tuple(told)


def steps(planner: Planner, told: tuple[Stage, ...]) -> tuple[Step, ...]:
    """The four rates between the stages."""
    columns = [
        planner.numbers(name, STEPS)
        for name in ("step_rates", "actual_rates", "rate_lowers", "rate_uppers", "uplifts")
    ]
    return tuple(
        Step(step_name(told, place), target, rate, lower, upper, uplift, _reading(target, rate, lower, upper))
        for place, (target, rate, lower, upper, uplift) in enumerate(zip(*columns))
    )


def step_name(told: tuple[Stage, ...], place: int) -> str:
    return f"{told[place].name} → {told[place + 1].name}"


def pace(planner: Planner, told: tuple[Stage, ...], language: Language) -> Pace | Missing:
    """The focus stage's month by business day, with its gates."""
    place = planner.number("focus_place")
    column = int(place) - 1 if place is not None and 1 <= place <= STAGES else STEPS - 1
    stage = told[column]
    days = [day for day in planner.days("chart_days", DAYS) if day is not None]
    if not stage.target or not days:
        return Missing(text("report.pace.no_target", language))
    if stage.actual is None:
        return Missing(text("report.pace.no_records", language))
    actuals = planner.numbers("daily_cumulative", DAYS, column)[: len(days)]
    targets = tuple(stage.target * number / len(days) for number in range(1, len(days) + 1))
    gates = _gates(planner, days, actuals)
    return Pace(stage, tuple(days), actuals, targets, gates, _sentence(planner, stage, language))


def _months_over(planner: Planner) -> int:
    elapsed = planner.number("elapsed_months")
    return 0 if elapsed is None else max(0, min(MONTHS, int(elapsed + 1e-9)))


def _year_to_date(planner: Planner, plan: tuple[float | None, ...]) -> float | None:
    """The months that are over, and of the running one what has elapsed: as the sheet Diagnosis does."""
    index, elapsed = planner.number("month_index"), planner.number("elapsed_share")
    if index is None or elapsed is None or not 1 <= index <= MONTHS or plan[int(index) - 1] is None:
        return None
    running = int(index) - 1
    return fsum(target or 0.0 for target in plan[:running]) + (plan[running] or 0.0) * elapsed


def _reading(target: float | None, rate: float | None, lower: float | None, upper: float | None) -> Reading:
    if rate is not None and rate > 1:
        return "too_many"
    if target is None or rate is None or lower is None or upper is None:
        return "unknown"
    return "below" if upper < target else "above" if lower > target else "chance"


def _gates(planner: Planner, days: list[date], actuals: tuple[float | None, ...]) -> tuple[Gate, ...]:
    """A gate that was missed shows the agreed action as its result, one that was passed says so."""
    columns = zip(
        planner.days("gate_days", WEEKS),
        planner.numbers("gate_counts", WEEKS),
        planner.numbers("false_alarm_chances", WEEKS),
        planner.words("gate_results", WEEKS),
        planner.words("gate_actions", WEEKS),
    )
    as_of = planner.day("as_of")
    gates = []
    for week, (day, need, chance, result, action) in enumerate(columns, 1):
        if day is None or need is None:
            gates.append(Gate(week, day, need, None, chance, "none", action))
            continue
        gone = sum(1 for other in days if other <= day)
        reached = actuals[gone - 1] if gone else 0.0
        if as_of is None or day > as_of or reached is None or result in ("", "—"):
            gates.append(Gate(week, day, need, None, chance, "ahead", action))
        else:
            state: Literal["passed", "missed"] = "passed" if reaches(reached, need) else "missed"
            gates.append(Gate(week, day, need, reached, chance, state, action))
    return tuple(gates)


def _sentence(planner: Planner, stage: Stage, language: Language) -> str:
    values = {
        "actual": count(stage.actual, language),
        "due": count(stage.to_date, language, 1),
        "pace": percent(stage.pace),
        "target": count(stage.target, language),
    }
    left = planner.number("days_left")
    missing = (stage.target or 0.0) - (stage.actual or 0.0)
    if stage.pace is None:
        return Message.of("report.pace.early", actual=values["actual"], target=values["target"]).text(
            language
        )
    if missing <= 0:
        return Message.of("report.pace.reached", **values).text(language)
    values |= {"missing": count(missing, language), "days": f"{left or 0:.0f}"}
    return Message.of("report.pace.sentence", **values).text(language)
