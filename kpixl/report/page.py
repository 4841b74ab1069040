"""The report as one self-contained HTML page: no script, no outside resource, and on paper one sheet of A4."""

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

ALARM_LINES, TASK_LINES, NOTE_LINES = 9, 8, 8
"""What one sheet has room for; the workbook has the rest."""

RULE_EMS, ACTION_EMS, TASK_EMS, NOTE_EMS = 18.0, 20.0, 17.0, 35.0
"""How wide a line of each column is, in letters of its size."""

PRINT_SIZE = 10  # pixels of a letter on paper


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
        story.alarms, ALARM_LINES, lambda alarm: (alarm.rule, RULE_EMS), lambda alarm: (alarm.action, ACTION_EMS)
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
        tasks=_within(all_tasks, TASK_LINES, lambda task: (task.what, TASK_EMS)),
        notes=_within(story.notes, NOTE_LINES, lambda note: (note, NOTE_EMS)),
        rule_ems=2 * RULE_EMS - 1,
        action_ems=2 * ACTION_EMS - 1,
        task_ems=2 * TASK_EMS - 1,
        note_ems=3 * NOTE_EMS - 1,
        nothing=numbers.NOTHING,
        gap="" if story.language == "ja" else " ",
        **_writers(story.language),
    )
    return html.encode("utf-8")


def _within(entries: tuple[Entry, ...], most: int, *columns: Callable[[Entry], tuple[str, float]]) -> list[Entry]:
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
