"""A whole check of a workbook's bytes: sound templates, and a planner that was damaged in known places."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from workbooks.hand import F, book, unzipped, zipped
from workbooks.hostile import ENDURED, REFUSED

from kpixl.domain.findings import Finding, Severity
from kpixl.errors import WorkbookError
from kpixl.hosts.checking import Checked, check_content
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.check import hint, sentence
from kpixl.macros.contract import INPUT_STYLES, OUTPUT_NAMES, OUTPUT_STYLES
from kpixl.ooxml.package import Package
from kpixl.recalc.health import examine
from kpixl.recalc.health.looked_at import Health
from kpixl.recalc.health.typed_over import OVERWRITTEN
from kpixl.recalc.options import Options
from kpixl.recalc.report import Outcome
from kpixl.template.catalogue import TEMPLATES

BUILT = Path(__file__).resolve().parents[2] / "templates"
HERE = Options(seconds=None)
"""Compute in this process: the tests' own workbooks come to an end."""

EVERY_TEMPLATE = [
    (template.id, sample) for template in TEMPLATES.values() for sample in (None, *template.samples)
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "sample"), EVERY_TEMPLATE)
def test_a_freshly_built_workbook_has_no_overwritten_result_and_is_whole(
    template: str, sample: str | None, language: Language
) -> None:
    content = TEMPLATES[template].build(language, sample)
    outputs = OUTPUT_NAMES if template == "planner" else frozenset()
    health = Health(Package(content, "new.xlsx"), Outcome(content, 0), outputs, OUTPUT_STYLES, INPUT_STYLES)
    assert [finding for _, found in examine(health) for finding in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_planner_has_nothing_but_its_overdue_items(language: Language) -> None:
    content = (BUILT / f"planner.web.{language}.xlsx").read_bytes()
    checked = check_content(content, "plan.xlsx", HERE)
    assert checked.is_planner
    assert {finding.rule.id for finding in checked.findings} == {"overdue_review", "overdue_measure"}
    assert not checked.has_errors


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_lacks_its_inputs(language: Language) -> None:
    checked = check_content((BUILT / f"planner.{language}.xlsx").read_bytes(), "plan.xlsx", HERE)
    missing = [finding.place() for finding in checked.findings if finding.rule.id == "missing_input"]
    start, funnel = (text(f"planner.{sheet}.sheet", language) for sheet in ("start", "funnel"))
    assert missing == [f"{start}!D8", f"{funnel}!D5", f"{funnel}!D6", f"{funnel}!D7"]
    assert checked.has_errors


# a damaged planner


@cache
def damaged(language: Language) -> Checked:
    """The sample with a formula typed over, a broken name, a text number, an unknown metric, no rate."""
    parts = unzipped((BUILT / f"planner.web.{language}.xlsx").read_bytes())
    sheets = {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(SHEETS, 1)}
    _patch(parts, sheets["monitor"], *_value_instead_of_formula(parts[sheets["monitor"]], "D6"))
    _patch(parts, "xl/workbook.xml", *_broken(parts["xl/workbook.xml"], "bottleneck"))
    _patch(parts, sheets["actuals"], *_retyped(parts[sheets["actuals"]], "E8", "12 件"))
    _patch(parts, sheets["actuals"], *_retyped(parts[sheets["actuals"]], "C9", "Page views"))
    _patch(parts, sheets["funnel"], *_retyped(parts[sheets["funnel"]], "C14", None))
    return check_content(zipped(parts), "damaged.xlsx", HERE)


SHEETS = ("start", "design", "funnel", "targets", "actuals", "monitor")


def _patch(parts: dict[str, bytes], part: str, old: bytes, new: bytes) -> None:
    assert parts[part].count(old) == 1
    parts[part] = parts[part].replace(old, new)


def _cell(content: bytes, name: str) -> re.Match[bytes]:
    pattern = rb'<c r="%s"(?P<style> s="[0-9]+")?[^>]*>.*?</c>' % name.encode()
    found = re.search(pattern, content)
    assert found
    return found


def _value_instead_of_formula(content: bytes, name: str) -> tuple[bytes, bytes]:
    cell = _cell(content, name)
    assert b"<f>" in cell[0]
    return cell[0], b'<c r="%s"%s><v>99</v></c>' % (name.encode(), cell["style"])


def _retyped(content: bytes, name: str, words: str | None) -> tuple[bytes, bytes]:
    cell = _cell(content, name)
    head = b'<c r="%s"%s' % (name.encode(), cell["style"])
    if words is None:
        return cell[0], head + b"/>"
    return cell[0], head + b' t="inlineStr"><is><t>%s</t></is></c>' % words.encode()


def _broken(content: bytes, name: str) -> tuple[bytes, bytes]:
    found = re.search(rb'(<definedName name="%s"[^>]*>)[^<]*(</definedName>)' % name.encode(), content)
    assert found
    return found[0], found[1] + b"#REF!" + found[2]


def told(language: Language, rule: str) -> list[Finding]:
    return [finding for finding in damaged(language).findings if finding.rule.id == rule]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("rule", "sheet", "cells", "said"),
    [
        ("overwritten", "monitor", "!D6", ""),
        ("broken_name", "", "", "bottleneck"),
        ("text_number", "actuals", "!E8", "12 件"),
        ("unknown_metric", "actuals", "!C9", "Page views"),
        ("missing_rate", "funnel", "!C14", ""),
    ],
)
def test_each_damage_is_told_with_its_place_in_the_language(
    rule: str, sheet: str, cells: str, said: str, language: Language
) -> None:
    (finding,) = told(language, rule)
    name = text(f"planner.{sheet}.sheet", language) if sheet else ""
    assert finding.place() == f"{name}{cells}"
    assert finding.severity is Severity.ERROR
    assert said in sentence(finding, language)
    assert hint(finding, language) == text(f"finding.{rule}.hint", language)


def test_a_broken_name_is_not_told_a_second_time_as_missing() -> None:
    assert told("ja", "missing_name") == []


def test_what_depends_on_a_damage_is_told_after_the_recalculation() -> None:
    assert told("en", "stale_values")


# other workbooks


def test_of_another_workbook_only_the_file_is_checked() -> None:
    content = book({"My Plan": {"A1": 1, "B1": F("A1+#REF!", 2)}})
    checked = check_content(content, "book.xlsx", HERE)
    assert not checked.is_planner
    assert [finding.place() for finding in checked.findings][:1] == ["'My Plan'!B1"]


SOME_REFUSED = [name for name, file in REFUSED.items() if not file.arguments][::6]
SOME_ENDURED = [name for name, file in ENDURED.items() if not file.guarded][::4]
"""The same bytes are read the same way for a recalculation, whose tests take all of them."""


@pytest.mark.parametrize("name", SOME_REFUSED)
def test_a_file_that_is_no_safe_workbook_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(WorkbookError) as refusal:
        check_content(REFUSED[name].make(), "evil.xlsx", HERE)
    assert all(len(refusal.value.text(language).splitlines()) == 1 for language in LANGUAGES)


@pytest.mark.parametrize("name", SOME_ENDURED)
def test_a_strange_workbook_is_checked_and_what_is_frozen_is_named(name: str) -> None:
    checked = check_content(ENDURED[name].make(), "strange.xlsx", HERE)
    frozen = {cell for found in checked.findings if found.rule.id == "frozen" for cell in found.cells}
    assert len(frozen) >= min(1, len(ENDURED[name].frozen))
    assert OVERWRITTEN not in {finding.rule for finding in checked.findings}
