"""Generated documents are up to date, and the check that says so can fail."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kpixl.functions.registry import REGISTRY
from kpixl.i18n import LANGUAGES, text
from kpixl.macros import check
from kpixl.recalc import health
from kpixl.template.planner.build import NAMES

GENERATOR = Path(__file__).resolve().parents[2] / "docs" / "generate.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate"] = module
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_up_to_date(generator: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert generator.main(["--check"]) == 0, f"run python docs/generate.py: {capsys.readouterr().out}"


def test_a_stale_file_is_noticed_and_written_anew(
    generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in generator.documents():
        copy = tmp_path / path
        copy.parent.mkdir(exist_ok=True)
        copy.write_text((generator.ROOT / path).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(generator, "ROOT", tmp_path)
    assert generator.main(["--check"]) == 0
    stale = tmp_path / "docs" / "functions.md"
    stale.write_text(stale.read_text(encoding="utf-8") + "typed by hand\n", encoding="utf-8")
    assert generator.main(["--check"]) == 1
    assert generator.main([]) == 0
    assert generator.main(["--check"]) == 0


def test_every_function_stands_in_both_references_and_both_tables(generator: ModuleType) -> None:
    found = generator.documents()
    for language in LANGUAGES:
        reference, readme = found[generator.REFERENCES[language]], found[generator.READMES[language]]
        for spec in REGISTRY.values():
            assert f"### {spec.name}\n" in reference
            assert f"[`{spec.name}`]" in readme
            assert spec.summary(language) in reference
            assert spec.summary(language) in readme


def test_every_name_and_table_of_the_planner_stands_in_its_document(generator: ModuleType) -> None:
    contract = generator.documents()[generator.PLANNER]
    for named in NAMES:
        assert f"| `{named.name}` |" in contract
        assert text(named.meaning_id, "en") in contract
    for table in ("Actuals", "Tree", "Leads", "Measures", "Reviews", "Metrics"):
        assert f"Table `{table}`: " in contract


def test_every_rule_of_the_check_stands_in_both_documents(generator: ModuleType) -> None:
    found = generator.documents()
    for language in LANGUAGES:
        document = found[generator.CHECKS[language]]
        for rule in (*check.RULES, *health.RULES):
            assert f"| `{rule.id}` |" in document
            assert text(rule.hint_id, language) in document
        assert f" {check.MOST} " in document
