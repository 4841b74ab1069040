"""The running month of the focus stage: the cumulative count, the line of the plan, the weekly gates."""

from __future__ import annotations

from functools import partial
from math import ceil, floor, log10

from kpixl.i18n import Language, text
from kpixl.report.drawing.svg import area, dot, line, path, picture, words
from kpixl.report.look import GATE_COLOURS, PALETTE
from kpixl.report.numbers import count, number, short_day
from kpixl.report.story import Gate, Pace

WIDTH, HEIGHT = 340, 142
LEFT, RIGHT, TOP, BOTTOM = 30, 298, 20, 111
LEGEND = 9


def pace_chart(pace: Pace, language: Language) -> str:
    highest = max(
        [*pace.targets, *(value or 0.0 for value in pace.actuals), *(gate.need or 0.0 for gate in pace.gates)]
    )
    step = _tick(highest)
    top = step * ceil(highest / step)

    def x(place: float) -> float:
        return LEFT + (RIGHT - LEFT) * place / max(1, len(pace.days))

    def y(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / top

    drawn = [*_legend(pace, language)]
    for tick in range(round(top / step) + 1):
        at = y(tick * step)
        drawn.append(line(LEFT, at, RIGHT, at, PALETTE.line if tick else PALETTE.strong_line))
        drawn.append(
            words(LEFT - 5, at + 3, number(tick * step), size=8.5, colour=PALETTE.quiet, anchor="end")
        )
    known = [(x(place), y(value)) for place, value in enumerate(pace.actuals, 1) if value is not None]
    if known:
        drawn.append(area([(x(0), y(0)), *known, (known[-1][0], y(0))], PALETTE.pale))
    drawn.append(
        path(
            [(x(0), y(0)), *((x(place), y(value)) for place, value in enumerate(pace.targets, 1))],
            PALETTE.ink,
            1.25,
        )
    )
    for gate in pace.gates:
        gone = sum(1 for day in pace.days if gate.day is not None and day <= gate.day)
        if gate.state != "none" and gone and gate.need is not None:
            drawn += _gate(gate, x(gone), y(gate.need), language)
    if known:
        drawn.append(path([(x(0), y(0)), *known], PALETTE.accent, 2.25))
        drawn.append(dot(*known[-1], 3, PALETTE.accent))
    drawn.append(words(RIGHT + 5, y(pace.targets[-1]) + 3.5, count(pace.targets[-1], language), size=9.5))
    drawn += _actual_label(pace, known, y(pace.targets[-1]), language)
    label = f"{pace.stage.name}: {pace.sentence}"
    return picture(WIDTH, HEIGHT, language, label, *drawn)


def _actual_label(
    pace: Pace, known: list[tuple[float, float]], taken: float, language: Language
) -> list[str]:
    """The count of today beside its dot, or at the right edge, clear of the target's label."""
    if not known:
        return []
    x, y = known[-1]
    value = next(value for value in reversed(pace.actuals) if value is not None)
    label = partial(words, content=count(value, language), size=10.5, colour=PALETTE.accent, bold=True)
    if x > RIGHT - 20:
        return [label(RIGHT + 5, taken + 13 if abs(y - taken) < 12 else y + 3.5)]
    behind = value < pace.targets[len(known) - 1]
    under = behind and y < BOTTOM - 20
    return [label(x + 4, y + 15 if under else y - 7, anchor="end")]


def _gate(gate: Gate, x: float, y: float, language: Language) -> list[str]:
    colour = GATE_COLOURS[gate.state]
    state = text(f"report.legend.{gate.state}", language)
    return [
        line(x, BOTTOM, x, y, colour, 1.25, dashed=True),
        dot(x, y, 3.2, colour, hollow=gate.state != "missed"),
        words(x, BOTTOM + 13, short_day(gate.day, language), size=8.5, colour=PALETTE.quiet, anchor="middle"),
        words(
            x,
            BOTTOM + 25,
            f"{count(gate.need, language)} {state}",
            size=8.5,
            colour=colour,
            anchor="middle",
            bold=gate.state == "missed",
        ),
    ]


def _legend(pace: Pace, language: Language) -> list[str]:
    drawn = []
    x = float(LEFT)
    for id_ in ("actual", "target", "gate"):
        if id_ == "actual":
            drawn.append(line(x, LEGEND - 3, x + 14, LEGEND - 3, PALETTE.accent, 2.25))
        elif id_ == "target":
            drawn.append(line(x, LEGEND - 3, x + 14, LEGEND - 3, PALETTE.ink, 1.25))
        else:
            drawn.append(line(x + 7, LEGEND + 1, x + 7, LEGEND - 6, PALETTE.quiet, 1.25, dashed=True))
            drawn.append(dot(x + 7, LEGEND - 6, 2.4, PALETTE.quiet, hollow=True))
        drawn.append(
            words(x + 19, LEGEND, text(f"report.legend.{id_}", language), size=9, colour=PALETTE.quiet)
        )
        x += 66
    return drawn


def _tick(highest: float) -> float:
    """A round step of at least one, of which two to five make up the height."""
    if highest <= 3:
        return 1.0
    size: float = 10 ** floor(log10(highest))
    return float(
        next(step for step in (size / 5, size / 2, size, 2 * size) if highest / step <= 4.5 and step >= 1)
    )
