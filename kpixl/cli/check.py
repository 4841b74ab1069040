"""`kpixl check`: what is wrong with workbooks, where, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kpixl.cli import localised
from kpixl.cli.exit_codes import FINE, SOME_FAILED, exit_code
from kpixl.cli.wrapping import page_width, wrapped
from kpixl.domain.findings import Finding, Severity
from kpixl.errors import KpixlError
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.hosts.checking import Checked

SHOWN_AREAS = 6
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def command(language: Language) -> click.Command:
    @localised.command(language, "check")
    @click.argument("books", nargs=-1, required=True, metavar="BOOK...")
    @localised.json_option(language)
    def check(books: tuple[str, ...], as_json: bool) -> int:
        from kpixl.hosts.checking import check_content
        from kpixl.ooxml.files import read_file

        code = FINE
        for book in books:
            try:
                checked = check_content(read_file(Path(book)), book)
            except KpixlError as refusal:
                if len(books) == 1:
                    raise
                click.echo(refusal.text(language), err=True)
                code = max(code, exit_code(refusal))
                continue
            code = max(code, SOME_FAILED if checked.has_errors else FINE)
            for line in (_json_lines if as_json else _lines)(book, checked, language):
                click.echo(line)
        return code

    return check


def _json_lines(book: str, checked: Checked, language: Language) -> Iterator[str]:
    from kpixl.macros.check import hint, sentence

    for finding in checked.findings:
        told = {
            "file": book,
            "severity": finding.severity.name.lower(),
            "rule": finding.rule.id,
            "sheet": finding.sheet,
            "cells": list(finding.areas),
            "message": sentence(finding, language),
            "hint": hint(finding, language),
        }
        yield json.dumps(told, ensure_ascii=False)


def _lines(book: str, checked: Checked, language: Language) -> Iterator[str]:
    for severity, findings in groupby(checked.findings, key=lambda finding: finding.severity):
        group = list(findings)
        label = text(f"cli.check.severity.{severity.name}", language)
        heading = Message.of("cli.check.group", severity=label, count=len(group)).text(language)
        yield click.style(heading, fg=COLOURS[severity], bold=True)
        for finding in group:
            yield from _told(finding, language)
        yield ""
    if not checked.findings:
        yield text("cli.check.fine", language)
    if not checked.is_planner:
        yield text("cli.check.only_file", language)
    counts = {
        severity: sum(finding.severity is severity for finding in checked.findings) for severity in Severity
    }
    yield Message.of(
        "cli.check.counts",
        file=book,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    ).text(language)


def _told(finding: Finding, language: Language) -> Iterator[str]:
    from kpixl.macros.check import hint, sentence

    width = page_width()
    place = finding.place(SHOWN_AREAS) or text("cli.check.whole_workbook", language)
    # as messages write values: what could command a terminal is not printed as it is
    for line in wrapped(Message.of("cli.check.place", place=place).text(language), width, "  ", "  "):
        yield click.style(line, bold=True)
    yield from wrapped(sentence(finding, language), width, "    ", "    ")
    yield from wrapped(hint(finding, language), width, "    → ", "      ")
