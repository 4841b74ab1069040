"""Slides on what to do: why the result moved, what to fix, alarms, and what is not done yet."""

from __future__ import annotations

from kpixl.report.deck import charts
from kpixl.report.deck.canvas import BOTTOM, FULL, MARGIN, TOP, Canvas, Cell
from kpixl.report.deck.saying import HALF, RIGHT, said, say_more, titled, untold
from kpixl.report.look import PALETTE, level_look
from kpixl.report.numbers import NOTHING, count, percent, points, short_day, yen
from kpixl.report.story import Change, Fix, Story


def change(canvas: Canvas, story: Story) -> None:
    change = story.change
    if not isinstance(change, Change):
        return untold(canvas, story, "report.moved", change.why)
    slide = titled(canvas, story, "report.moved", said(story, "report.moved.caption", last=change.last))
    charts.effects(canvas, slide, change, (MARGIN, TOP, FULL, 3.75))
    canvas.text(slide, "\n".join(change.sentences), MARGIN, 5.5, FULL, 1.35, 16)
    return None


def fix(canvas: Canvas, story: Story) -> None:
    language, fix = story.language, story.fix
    if not isinstance(fix, Fix):
        return untold(canvas, story, "report.fix", fix.why)
    slide = titled(canvas, story, "report.fix", "" if fix.step is None else fix.step.name)
    charts.rates(canvas, slide, story.steps, (MARGIN, TOP, HALF, 3.35))
    below = TOP
    if fix.step is not None:
        figures = (
            (
                percent(fix.step.rate),
                said(
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
        headings = [Cell(said(story, f"report.column.{id_}")) for id_ in ("symptom", "cause", "hint")]
        rows = [(Cell(cause.symptom, bold=True), Cell(cause.cause), Cell(cause.hint)) for cause in fix.causes]
        canvas.table(slide, headings, rows, (3.2, 3.6, FULL - 6.8), MARGIN, 5.1, BOTTOM - 5.1, 12)
    return None


def alarms(canvas: Canvas, story: Story) -> None:
    if not story.alarms:
        return untold(
            canvas,
            story,
            "report.alarms",
            said(story, f"report.alarms.{'none' if story.judged else 'not_yet'}"),
        )
    slide = canvas.slide(said(story, "report.alarms"))
    dated = any(alarm.due for alarm in story.alarms)
    columns = ("label", "subject", "rule", "action", "owner", *(["due"] if dated else []), "place")
    headings = [Cell(said(story, f"report.alarm.{id_}"), centred=id_ == "label") for id_ in columns]
    rows = [
        (
            Cell(alarm.label, level=alarm.level),
            Cell(alarm.subject, bold=True),
            Cell(alarm.rule),
            Cell(alarm.action + (f" ({said(story, 'report.alarm.done')})" if alarm.done else "")),
            Cell(alarm.owner or NOTHING),
            *([Cell(short_day(alarm.due, story.language))] if dated else []),
            Cell(alarm.place, colour=PALETTE.quiet),
        )
        for alarm in story.alarms
    ]
    due = [0.75] if dated else []
    widths = (1.05, 1.4, 3.2, FULL - 8.75 - sum(due), 1.8, *due, 1.3)
    room = (MARGIN, TOP - 0.15, BOTTOM - TOP + 0.15)
    shown = canvas.table(slide, headings, rows, widths, *room, 12, most_lines=3)
    say_more(canvas, story, slide, len(rows) - shown, FULL, 1.12)
    return None


def tasks(canvas: Canvas, story: Story) -> None:
    slide = canvas.slide(said(story, "report.review"))
    canvas.text(
        slide,
        said(story, "report.tasks"),
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
            Cell(said(story, id_))
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
        say_more(canvas, story, slide, len(rows) - shown, width, TOP - 0.2)
    else:
        canvas.text(
            slide, said(story, "report.tasks.none"), MARGIN, TOP + 0.25, width, 0.6, 13, colour=PALETTE.quiet
        )
    x = MARGIN + width + 0.5
    canvas.text(
        slide,
        said(story, "report.notes"),
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
