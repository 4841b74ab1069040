"""`kpixl demo`: the main job in one command, from an empty folder to a planner in use."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import click

from kpixl.cli import localised
from kpixl.cli.tables import print_table
from kpixl.i18n import Language, Message, text

FILE = "kpixl-demo.{language}{number}.xlsx"
SAMPLE = "web"
READ = (
    "revenue_goal", "unit_price", "channel_share", "goal_deals", "stage_names", "step_rates",
    "required_counts", "as_of", "elapsed_share", "month_targets", "month_actuals", "pace", "alert_levels",
    "alert_labels", "bottleneck", "dashboard_headline",
)  # fmt: skip


def command(language: Language) -> click.Command:
    @localised.command(language, "demo")
    @click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        metavar="DIR",
        help=text("cli.demo.out", language),
    )
    def demo(out: Path) -> None:
        from kpixl.hosts.headless import recalculate_content
        from kpixl.template.catalogue import TEMPLATES
        from kpixl.template.values import named_values

        built = TEMPLATES["planner"].build(language, SAMPLE)
        content = recalculate_content(built, FILE.format(language=language, number="")).content
        values: dict[str, list[Any]] = named_values(content, READ)
        _show_funnel(values, language)
        _show_alerts(values, language)
        path = _kept(content, out, language)
        click.echo(Message.of("cli.demo.written", file=str(path)).text(language))

    return demo


def _kept(content: bytes, folder: Path, language: Language) -> Path:
    """The file that holds the workbook; one that somebody has changed since is never overwritten."""
    from kpixl.ooxml.files import read_file, write_file

    for number in count(1):
        path = folder / FILE.format(language=language, number=f"-{number}" if number > 1 else "")
        if not path.exists():
            write_file(path, content)
        if read_file(path) == content:
            return path
    raise AssertionError("there is always a next number")


def _show_funnel(values: dict[str, list[Any]], language: Language) -> None:
    goal = Message.of(
        "cli.demo.goal",
        revenue=f"{values['revenue_goal'][0]:,.0f}",
        price=f"{values['unit_price'][0]:,.0f}",
        share=f"{values['channel_share'][0]:.0%}",
        goal=f"{values['goal_deals'][0]:,.0f}",
    )
    click.echo(goal.text(language) + "\n")
    rates = [f"{rate:.0%}" for rate in values["step_rates"]] + [""]
    counts = [f"{count:.0f}" for count in values["required_counts"]]
    headings = [text(f"cli.demo.{part}", language) for part in ("stage", "required", "rate")]
    rows = list(zip(values["stage_names"], counts, rates))
    print_table(headings, rows, title=text("cli.demo.funnel", language), numbers=(1, 2))


def _show_alerts(values: dict[str, list[Any]], language: Language) -> None:
    as_of: date = values["as_of"][0]
    title = Message.of(
        "cli.demo.alerts", as_of=f"{as_of:%Y-%m-%d}", elapsed=f"{values['elapsed_share'][0]:.0%}"
    )
    headings = ("stage", "target", "actual", "pace", "level", "alert")
    rows = [
        (name, f"{target:,.0f}", f"{actual:,.0f}", f"{pace:.0%}", f"{level:.0f}", label)
        for name, target, actual, pace, level, label in zip(
            values["stage_names"],
            values["month_targets"],
            values["month_actuals"],
            values["pace"],
            values["alert_levels"],
            values["alert_labels"],
        )
    ]
    print_table(
        [text(f"cli.demo.{heading}", language) for heading in headings],
        rows,
        title=title.text(language),
        numbers=(1, 2, 3, 4),
    )
    click.echo(Message.of("cli.demo.bottleneck", step=values["bottleneck"][0]).text(language))
    click.echo(values["dashboard_headline"][0] + "\n")
