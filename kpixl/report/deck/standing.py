"""Slides on where we stand: the stages, the funnel, the focus stage's month."""

from __future__ import annotations

from kpixl.report.deck import charts
from kpixl.report.deck.canvas import BOTTOM, FULL, MARGIN, TOP, Canvas, Cell
from kpixl.report.deck.saying import HALF, RIGHT, said, titled, untold
from kpixl.report.look import PALETTE
from kpixl.report.numbers import NOTHING, count, interval, month, number, percent, short_day
from kpixl.report.story import Pace, Story

READINGS = ("below", "above", "chance", "too_many")


def where(canvas: Canvas, story: Story) -> None:
    language = story.language
    slide = titled(canvas, story, "report.where", "" if story.month is None else month(story.month, language))
    columns = ("stage", "label", "actual", "due", "pace", "target", "landing", "required", "share")
    widths = (2.35, 1.15, 1.15, 1.35, 1.15, 1.25, 1.3, 1.25, FULL - 10.95)
    headings = [
        Cell(said(story, f"report.column.{id_}"), right=place > 1, centred=id_ == "label")
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


def funnel(canvas: Canvas, story: Story) -> None:
    language = story.language
    slide = titled(canvas, story, "report.funnel", said(story, "report.funnel.slide"))
    if any(stage.year_actual is not None and stage.year_to_date for stage in story.stages):
        charts.shares(canvas, slide, story.stages, (MARGIN, TOP, HALF, BOTTOM - TOP))
    else:
        canvas.text(
            slide,
            said(story, "report.pace.no_records"),
            MARGIN,
            TOP + 0.2,
            HALF - 0.5,
            1.2,
            15,
            colour=PALETTE.quiet,
        )
    columns = ("step", "rate", "goal", "interval", "reading")
    headings = [
        Cell(said(story, f"report.column.{id_}"), right=0 < place < 4) for place, id_ in enumerate(columns)
    ]
    rows = [
        (
            Cell(step.name, bold=True),
            Cell(percent(step.rate), bold=True, right=True),
            Cell(percent(step.target), right=True),
            Cell(interval(step.lower, step.upper, language), right=True),
            Cell(
                said(story, f"planner.diagnosis.{step.reading}") if step.reading in READINGS else NOTHING,
                colour=PALETTE.loss if step.reading in ("below", "too_many") else PALETTE.ink,
            ),
        )
        for step in story.steps
    ]
    canvas.table(slide, headings, rows, (1.6, 0.75, 0.75, 1.45, HALF - 4.55), RIGHT, TOP + 0.15, 2.7, 12)
    canvas.text(
        slide,
        said(story, "planner.diagnosis.interval.note"),
        RIGHT,
        4.45,
        HALF,
        0.9,
        12,
        colour=PALETTE.quiet,
    )


def pace(canvas: Canvas, story: Story) -> None:
    language, pace = story.language, story.pace
    if not isinstance(pace, Pace):
        return untold(canvas, story, "report.card.pace", pace.why)
    slide = canvas.slide(said(story, "report.pace", stage=pace.stage.name))
    canvas.badge(slide, pace.stage.label, pace.stage.level, MARGIN, 1.24, 12)
    canvas.text(slide, pace.sentence, MARGIN + 1.3, 1.2, FULL - 1.3, 0.4, 15)
    charts.month(canvas, slide, pace, (MARGIN, 1.75, FULL, 3.15))
    columns = ("gate", "day", "need", "actual", "result", "action")
    headings = [
        Cell(said(story, f"report.column.{id_}"), right=place in (2, 3), centred=place == 4)
        for place, id_ in enumerate(columns)
    ]
    rows = [
        (
            Cell(said(story, "report.column.week", week=gate.week), bold=True),
            Cell(short_day(gate.day, language)),
            Cell(count(gate.need, language), right=True),
            Cell(count(gate.actual, language), right=True),
            Cell(
                NOTHING if gate.state == "none" else said(story, f"report.legend.{gate.state}"),
                centred=True,
                level=2 if gate.state == "missed" else None,
            ),
            Cell(gate.action),
        )
        for gate in pace.gates
    ]
    canvas.table(slide, headings, rows, (1.2, 1.1, 1.2, 1.2, 1.4, FULL - 6.1), MARGIN, 5.0, 1.9, 12)
    return None
