"""The slides, one question each: where we stand, how the funnel runs, what moved, what to fix, what to do."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from kpixl.i18n import Message
from kpixl.report.deck import charts
from kpixl.report.deck.canvas import BOTTOM, FULL, HEIGHT, MARGIN, TOP, Canvas, Cell
from kpixl.report.deck.timeless import timeless
from kpixl.report.look import PALETTE, level_look
from kpixl.report.numbers import (
    NOTHING,
    count,
    interval,
    long_day,
    month,
    number,
    percent,
    points,
    short_day,
    yen,
)
from kpixl.report.story import Change, Fix, Pace, Story
from kpixl.report.words import level_label

HALF = (FULL - 0.5) / 2
RIGHT = MARGIN + HALF + 0.5
READINGS = ("below", "above", "chance", "too_many")
UNDATED = datetime(2026, 4, 1)  # what a deck without an as-of date is dated


def presented(story: Story) -> bytes:
    """The deck's bytes; it is dated by the workbook's as-of date."""
    footer = "　".join(part for part in (story.company, _as_of(story)) if part)
    canvas = Canvas(story.language, footer)
    for slide in (_cover, _where, _funnel, _pace, _change, _fix, _alarms, _tasks):
        slide(canvas, story)
    properties = canvas.presentation.core_properties
    day = story.as_of
    moment = UNDATED if day is None else datetime(day.year, day.month, day.day)
    properties.created = properties.modified = moment
    properties.author, properties.last_modified_by = "kpixl", "kpixl"
    properties.title = _said(story, "report.title")
    properties.language = story.language
    written = BytesIO()
    canvas.presentation.save(written)
    return timeless(written.getvalue())


def _cover(canvas: Canvas, story: Story) -> None:
    slide = canvas.cover(story.headline)
    canvas.block(slide, MARGIN, 1.75, 0.07, 3.9, PALETTE.accent)
    x = MARGIN + 0.35
    who = story.company or _said(story, "report.untitled")
    canvas.text(
        slide,
        f"{who}　{_said(story, 'report.title')}",
        x,
        1.75,
        FULL - 0.7,
        0.5,
        18,
        bold=True,
        colour=PALETTE.accent,
    )
    if story.level is not None:
        canvas.badge(slide, level_label(story.level, story.language), story.level, x, 2.35, 14)
    canvas.text(slide, "\n".join(story.lead), x, 4.4, FULL - 0.7, 1.2, 16)
    canvas.text(slide, _when(story), x, 6.55, FULL - 0.7, 0.35, 12, colour=PALETTE.quiet)


def _where(canvas: Canvas, story: Story) -> None:
    language = story.language
    slide = _titled(
        canvas, story, "report.where", "" if story.month is None else month(story.month, language)
    )
    columns = ("stage", "label", "actual", "due", "pace", "target", "landing", "required", "share")
    widths = (2.35, 1.15, 1.15, 1.35, 1.15, 1.25, 1.3, 1.25, FULL - 10.95)
    headings = [
        Cell(_said(story, f"report.column.{id_}"), right=place > 1, centred=id_ == "label")
        for place, id_ in enumerate(columns)
    ]
    rows = [
        (
            Cell(stage.name, bold=True),
            Cell(stage.label, level=stage.level),
            Cell(number(stage.actual), bold=True, right=True),
            Cell(number(stage.to_date), right=True),
            Cell(percent(stage.pace), bold=True, right=True),
            Cell(number(stage.target), right=True),
            Cell(number(stage.landing, 0), bold=True, right=True),
            Cell(number(stage.required, 0), right=True),
            Cell(percent(stage.landing_share, 0), right=True),
        )
        for stage in story.stages
    ]
    canvas.table(slide, headings, rows, widths, MARGIN, TOP, 2.6, 13, most_lines=1)
    if any(stage.pace is not None for stage in story.stages):
        charts.paces(canvas, slide, story.stages, (MARGIN, 4.2, HALF + 0.6, 2.65))
    canvas.text(slide, story.headline, RIGHT + 0.6, 4.4, HALF - 0.6, 0.7, 16, bold=True)
    canvas.text(slide, "\n".join(story.lead), RIGHT + 0.6, 5.15, HALF - 0.6, 1.6, 14)


def _funnel(canvas: Canvas, story: Story) -> None:
    language = story.language
    slide = _titled(canvas, story, "report.funnel", _said(story, "report.funnel.slide"))
    if any(stage.year_actual is not None and stage.year_to_date for stage in story.stages):
        charts.shares(canvas, slide, story.stages, (MARGIN, TOP, HALF, BOTTOM - TOP))
    else:
        canvas.text(
            slide,
            _said(story, "report.pace.no_records"),
            MARGIN,
            TOP + 0.2,
            HALF - 0.5,
            1.2,
            15,
            colour=PALETTE.quiet,
        )
    columns = ("step", "rate", "goal", "interval", "reading")
    headings = [
        Cell(_said(story, f"report.column.{id_}"), right=0 < place < 4) for place, id_ in enumerate(columns)
    ]
    rows = [
        (
            Cell(step.name, bold=True),
            Cell(percent(step.rate), bold=True, right=True),
            Cell(percent(step.target), right=True),
            Cell(interval(step.lower, step.upper, language), right=True),
            Cell(
                _said(story, f"planner.diagnosis.{step.reading}") if step.reading in READINGS else NOTHING,
                colour=PALETTE.loss if step.reading in ("below", "too_many") else PALETTE.ink,
            ),
        )
        for step in story.steps
    ]
    canvas.table(slide, headings, rows, (1.6, 0.75, 0.75, 1.45, HALF - 4.55), RIGHT, TOP + 0.15, 2.7, 12)
    canvas.text(
        slide,
        _said(story, "planner.diagnosis.interval.note"),
        RIGHT,
        4.45,
        HALF,
        0.9,
        12,
        colour=PALETTE.quiet,
    )


def _pace(canvas: Canvas, story: Story) -> None:
    language, pace = story.language, story.pace
    if not isinstance(pace, Pace):
        return _untold(canvas, story, "report.card.pace", pace.why)
    slide = canvas.slide(_said(story, "report.pace", stage=pace.stage.name))
    canvas.badge(slide, pace.stage.label, pace.stage.level, MARGIN, 1.24, 12)
    canvas.text(slide, pace.sentence, MARGIN + 1.3, 1.2, FULL - 1.3, 0.4, 15)
    charts.month(canvas, slide, pace, (MARGIN, 1.75, FULL, 3.15))
    columns = ("gate", "day", "need", "actual", "result", "action")
    headings = [
        Cell(_said(story, f"report.column.{id_}"), right=place in (2, 3), centred=place == 4)
        for place, id_ in enumerate(columns)
    ]
    rows = [
        (
            Cell(_said(story, "report.column.week", week=gate.week), bold=True),
            Cell(short_day(gate.day, language)),
            Cell(count(gate.need, language), right=True),
            Cell(count(gate.actual, language), right=True),
            Cell(
                NOTHING if gate.state == "none" else _said(story, f"report.legend.{gate.state}"),
                centred=True,
                level=2 if gate.state == "missed" else None,
            ),
            Cell(gate.action),
        )
        for gate in pace.gates
    ]
    canvas.table(slide, headings, rows, (1.2, 1.1, 1.2, 1.2, 1.4, FULL - 6.1), MARGIN, 5.0, 1.9, 12)
    return None


def _change(canvas: Canvas, story: Story) -> None:
    change = story.change
    if not isinstance(change, Change):
        return _untold(canvas, story, "report.moved", change.why)
    slide = _titled(canvas, story, "report.moved", _said(story, "report.moved.caption", last=change.last))
    charts.effects(canvas, slide, change, (MARGIN, TOP, FULL, 3.75))
    canvas.text(slide, "\n".join(change.sentences), MARGIN, 5.5, FULL, 1.35, 16)
    return None


def _fix(canvas: Canvas, story: Story) -> None:
    language, fix = story.language, story.fix
    if not isinstance(fix, Fix):
        return _untold(canvas, story, "report.fix", fix.why)
    slide = _titled(canvas, story, "report.fix", "" if fix.step is None else fix.step.name)
    charts.rates(canvas, slide, story.steps, (MARGIN, TOP, HALF, 3.35))
    below = TOP
    if fix.step is not None:
        figures = (
            (
                percent(fix.step.rate),
                _said(
                    story,
                    "report.fix.target",
                    target=percent(fix.step.target),
                    points=points(fix.step.gap, language),
                ),
            ),
            (
                count(fix.step.uplift, language, 1, signed=True),
                "" if fix.worth is None else yen(fix.worth, language),
            ),
        )
        for place, (figure, small) in enumerate(figures):
            x = RIGHT + place * HALF / 2
            canvas.text(
                slide, figure, x, TOP + 0.1, HALF / 2 - 0.1, 0.7, 34, bold=True, colour=PALETTE.accent
            )
            canvas.text(slide, small, x, TOP + 0.82, HALF / 2 - 0.1, 0.35, 13, colour=PALETTE.quiet)
        below = TOP + 1.4
    canvas.text(slide, fix.sentence, RIGHT, below, HALF, 3.35 - (below - TOP), 15)
    if fix.causes:
        headings = [Cell(_said(story, f"report.column.{id_}")) for id_ in ("symptom", "cause", "hint")]
        rows = [(Cell(cause.symptom, bold=True), Cell(cause.cause), Cell(cause.hint)) for cause in fix.causes]
        canvas.table(slide, headings, rows, (3.2, 3.6, FULL - 6.8), MARGIN, 5.1, BOTTOM - 5.1, 12)
    return None


def _alarms(canvas: Canvas, story: Story) -> None:
    if not story.alarms:
        return _untold(
            canvas,
            story,
            "report.alarms",
            _said(story, f"report.alarms.{'none' if story.judged else 'not_yet'}"),
        )
    slide = canvas.slide(_said(story, "report.alarms"))
    dated = any(alarm.due for alarm in story.alarms)
    columns = ("label", "subject", "rule", "action", "owner", *(["due"] if dated else []), "place")
    headings = [Cell(_said(story, f"report.alarm.{id_}"), centred=id_ == "label") for id_ in columns]
    rows = [
        (
            Cell(alarm.label, level=alarm.level),
            Cell(alarm.subject, bold=True),
            Cell(alarm.rule),
            Cell(alarm.action + (f" ({_said(story, 'report.alarm.done')})" if alarm.done else "")),
            Cell(alarm.owner or NOTHING),
            *([Cell(short_day(alarm.due, story.language))] if dated else []),
            Cell(alarm.place, colour=PALETTE.quiet),
        )
        for alarm in story.alarms
    ]
    due = [0.8] if dated else []
    widths = (1.15, 1.55, 3.15, FULL - 9.0 - sum(due), 1.85, *due, 1.3)
    shown = canvas.table(slide, headings, rows, widths, MARGIN, TOP - 0.15, BOTTOM - TOP + 0.15, 12)
    _say_more(canvas, story, slide, len(rows) - shown, FULL, 1.12)
    return None


def _tasks(canvas: Canvas, story: Story) -> None:
    slide = canvas.slide(_said(story, "report.review"))
    canvas.text(
        slide,
        _said(story, "report.tasks"),
        MARGIN,
        TOP - 0.25,
        HALF - 1.2,
        0.35,
        15,
        bold=True,
        colour=PALETTE.accent,
    )
    width = HALF + 0.9
    tasks = (*story.tasks, *story.measures)
    if tasks:
        headings = [
            Cell(_said(story, id_))
            for id_ in ("report.task.what", "report.alarm.owner", "report.alarm.due", "report.task.state")
        ]
        rows = [
            (
                Cell(task.what),
                Cell(task.owner or NOTHING),
                Cell(short_day(task.due, story.language)),
                Cell(task.label, bold=task.late, colour=level_look(3).fill if task.late else PALETTE.ink),
            )
            for task in tasks
        ]
        shown = canvas.table(
            slide, headings, rows, (width - 3.9, 1.8, 0.9, 1.2), MARGIN, TOP + 0.15, BOTTOM - TOP - 0.15, 12
        )
        _say_more(canvas, story, slide, len(rows) - shown, width, TOP - 0.2)
    else:
        canvas.text(
            slide, _said(story, "report.tasks.none"), MARGIN, TOP + 0.25, width, 0.6, 13, colour=PALETTE.quiet
        )
    x = MARGIN + width + 0.5
    canvas.text(
        slide,
        _said(story, "report.notes"),
        x,
        TOP - 0.25,
        FULL - width - 0.5,
        0.35,
        15,
        bold=True,
        colour=PALETTE.accent,
    )
    notes = "\n".join(f"・{note}" for note in story.notes)
    canvas.text(slide, notes, x, TOP + 0.25, FULL - width - 0.5, BOTTOM - TOP - 0.25, 13)


def _titled(canvas: Canvas, story: Story, title_id: str, caption: str) -> Any:
    slide = canvas.slide(_said(story, title_id))
    if caption:
        canvas.text(slide, caption, MARGIN, 1.14, FULL, 0.3, 12, colour=PALETTE.quiet)
    return slide


def _untold(canvas: Canvas, story: Story, title_id: str, why: str) -> None:
    """A slide that says what is missing for it."""
    slide = canvas.slide(_said(story, title_id))
    canvas.text(slide, why, MARGIN, HEIGHT / 2 - 0.6, FULL, 1.2, 18, colour=PALETTE.quiet)


def _say_more(canvas: Canvas, story: Story, slide: Any, left_out: int, width: float, y: float) -> None:
    """Above the right end of a table of this width: how many rows found no room in it."""
    if left_out:
        said = _said(story, "report.more", count=left_out)
        canvas.text(slide, said, MARGIN + width - 2, y, 2, 0.25, 11, colour=PALETTE.quiet, right=True)


def _as_of(story: Story) -> str:
    if story.as_of is None:
        return _said(story, "report.as_of.missing")
    return _said(story, "report.as_of", day=long_day(story.as_of, story.language))


def _when(story: Story) -> str:
    if story.month is None or story.elapsed is None or story.days_left is None:
        return _as_of(story)
    elapsed = _said(
        story,
        "report.elapsed",
        month=month(story.month, story.language),
        share=percent(story.elapsed, 0),
        days=number(story.days_left, 0),
    )
    return f"{_as_of(story)}　{elapsed}"


def _said(story: Story, text_id: str, **values: object) -> str:
    return Message.of(text_id, **values).text(story.language)
