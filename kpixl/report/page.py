"""The report as one self-contained HTML page: no script, nothing from outside, on paper one sheet of A4."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from kpixl.errors import UsageError
from kpixl.i18n import Language, Message
from kpixl.report import numbers
from kpixl.report.drawing.funnel import funnel
from kpixl.report.drawing.pace import pace_chart
from kpixl.report.drawing.trend import trend
from kpixl.report.drawing.waterfall import waterfall
from kpixl.report.look import LEVEL_LOOKS, NO_LEVEL_LOOK, PALETTE, font_list
from kpixl.report.story import Change, Fix, Pace, Story
from kpixl.report.widths import fitted, lines
from kpixl.report.words import level_label

if TYPE_CHECKING:
    from jinja2 import Environment

Entry = TypeVar("Entry")

ALARM_LINES, TASK_LINES, NOTE_LINES = 9, 7, 8
"""What one sheet has room for; the workbook has the rest."""

LEAD_LINES, CHANGE_LINES = 2, 4
"""What the sentences above usually take; for each line more, there is one alarm's line less."""

MOST_LINES = 2  # of one text in a row
LEAD_EMS, CHANGE_EMS = 68.0, 29.0
RULE_EMS, ACTION_EMS, TASK_EMS, OWNER_EMS = 22.0, 18.0, 17.0, 7.5
NOTE_LINE_EMS, NOTE_EMS = 35.0, 112.0
"""How wide a line of each column is, in letters of its size."""

PRINT_SIZE = 9.8  # pixels of a letter on paper


def page(story: Story) -> bytes:
    """The page. Raises `UsageError` where Jinja2 is not installed."""
    environment = _environment()
    markup = _marked_up()
    style = environment.from_string(_file("page.css")).render(
        palette=PALETTE,
        looks=LEVEL_LOOKS,
        unknown=NO_LEVEL_LOOK,
        fonts=font_list(story.language),
        print_size=PRINT_SIZE,
    )
    all_tasks = (*story.tasks, *story.measures)
    alarms = _within(
        story.alarms,
        ALARM_LINES - _lines_taken(story),
        lambda alarm: (fitted(alarm.rule, MOST_LINES * RULE_EMS), RULE_EMS),
        lambda alarm: (fitted(alarm.action, MOST_LINES * ACTION_EMS), ACTION_EMS),
    )
    html = environment.from_string(_file("page.html")).render(
        story=story,
        style=markup(style),
        style_hash=markup(_hash(style)),
        said=partial(_said, story.language),
        level_class=_level_class,
        level_label=partial(level_label, language=story.language),
        trends=[markup(trend(stage, story.language)) for stage in story.stages],
        funnel=markup(funnel(story.stages, story.steps, story.language)),
        pace=markup(pace_chart(story.pace, story.language)) if isinstance(story.pace, Pace) else "",
        waterfall=markup(waterfall(story.change, story.language)) if isinstance(story.change, Change) else "",
        is_fix=isinstance(story.fix, Fix),
        alarms=alarms,
        dated=any(alarm.due for alarm in alarms),
        all_tasks=all_tasks,
        tasks=_within(
            all_tasks,
            TASK_LINES,
            lambda task: (fitted(task.what, MOST_LINES * TASK_EMS), TASK_EMS),
            lambda task: (fitted(task.owner, MOST_LINES * OWNER_EMS), OWNER_EMS),
        ),
        notes=_within(story.notes, NOTE_LINES, lambda note: (fitted(note, NOTE_EMS), NOTE_LINE_EMS)),
        lead_ems=LEAD_EMS,
        owner_ems=MOST_LINES * OWNER_EMS,
        rule_ems=MOST_LINES * RULE_EMS,
        action_ems=MOST_LINES * ACTION_EMS,
        task_ems=MOST_LINES * TASK_EMS,
        note_ems=NOTE_EMS,
        nothing=numbers.NOTHING,
        gap="" if story.language == "ja" else " ",
        **_writers(story.language),
    )
    return html.encode("utf-8")


def _lines_taken(story: Story) -> int:
    """How many lines more than usual the sentences above the alarms take."""
    lead = lines("".join(fitted(line, LEAD_EMS) for line in story.lead), LEAD_EMS)
    said = lines("".join(story.change.sentences), CHANGE_EMS) if isinstance(story.change, Change) else 0
    return max(0, lead - LEAD_LINES) + max(0, said - CHANGE_LINES)


def _within(
    entries: tuple[Entry, ...], most: int, *columns: Callable[[Entry], tuple[str, float]]
) -> list[Entry]:
    """The first entries, as many as there are lines for; each column says its text and how wide it is."""
    kept: list[Entry] = []
    for entry in entries:
        most -= max(lines(text, ems) for text, ems in (column(entry) for column in columns))
        if most < 0 and kept:
            break
        kept.append(entry)
    return kept


def _environment() -> Environment:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise UsageError("report.needs_extra", library="Jinja2") from None
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    environment.filters["fitted"] = fitted
    return environment


def _marked_up() -> Callable[[str], str]:
    """What marks text that is markup already, so that it is not escaped."""
    from markupsafe import Markup

    return Markup


def _writers(language: Language) -> dict[str, Callable[..., str]]:
    """How numbers and days are written, for the template."""

    def count(value: float | None, decimals: int | None = None, signed: bool = False) -> str:
        return numbers.count(value, language, decimals, signed=signed)

    return {
        "number": numbers.number,
        "percent": numbers.percent,
        "count": count,
        "points": partial(numbers.points, language=language),
        "yen": partial(numbers.yen, language=language),
        "long_day": partial(numbers.long_day, language=language),
        "short_day": partial(numbers.short_day, language=language),
        "month": partial(numbers.month, language=language),
    }


def _said(language: Language, text_id: str, **values: object) -> str:
    return Message.of(text_id, **values).text(language)


def _level_class(level: int | None) -> str:
    return "" if level is None else f" level-{level}"


def _hash(style: str) -> str:
    """What the page's policy allows as its only style: exactly this one."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _file(name: str) -> str:
    return files("kpixl.report").joinpath(name).read_text(encoding="utf-8")
