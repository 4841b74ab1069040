"""`kpixl new`: what it writes, what its help lists, what it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kpixl.cli.exit_codes import FINE, SOME_FAILED, WRONG_USAGE
from kpixl.cli.main import main
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.template.catalogue import TEMPLATES


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_writes_a_computed_blank_planner_in_the_language(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "folder" / "plan.xlsx"
    assert run("new", "planner", file, "--lang", language) == FINE
    assert str(file) in capsys.readouterr().out
    assert [path.name for path in file.parent.iterdir()] == ["plan.xlsx"]
    workbook = load_workbook(file, data_only=True)
    assert text("planner.start.sheet", language) in workbook.sheetnames
    ((sheet, cell),) = workbook.defined_names["missing_count"].destinations
    assert workbook[sheet][cell].value > 0


def test_a_sample_fills_the_workbook(tmp_path: Path) -> None:
    file = tmp_path / "plan.XLSX"
    assert run("new", "planner", file, "--sample", "web", "--lang", "en") == FINE
    workbook = load_workbook(file, data_only=True)
    ((sheet, cells),) = workbook.defined_names["required_counts"].destinations
    assert [row[0].value for row in workbook[sheet][cells]] == [1600, 160, 80, 40, 20]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_lists_every_template_and_sample(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "--help", "--lang", language) == FINE
    lines = capsys.readouterr().out.splitlines()
    for template in TEMPLATES.values():
        listed = {template.id: template.title_id}
        listed.update((sample, template.sample_title_id(sample)) for sample in template.samples)
        for id_, title_id in listed.items():
            assert any(line.split(maxsplit=1) == [id_, text(title_id, language)] for line in lines), id_


def test_an_existing_file_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"somebody's work")
    assert run("new", "planner", file, "--lang", "en") == SOME_FAILED
    assert (
        capsys.readouterr().err == f"{file} exists already and is never overwritten; choose another name.\n"
    )
    assert file.read_bytes() == b"somebody's work"


def test_a_link_to_nowhere_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    try:
        file.symlink_to(tmp_path / "gone.xlsx")
    except OSError:
        pytest.skip("no symbolic links here")
    assert run("new", "planner", file) == SOME_FAILED
    assert file.is_symlink()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("planer", "plan.xlsx"), ("planer", *TEMPLATES)),
        (("planner", "plan.xlsx", "--sample", "shop"), ("shop", *TEMPLATES["planner"].samples)),
        (("planner", "plan.xls"), ("plan.xls", ".xlsx", ".xlsm")),
        (("planner", "plan.xlsx", "--dll"), ("--dll", ".xlsm")),
        (("planner", "plan"), ("plan", ".xlsx")),
        (("planner",), ("FILE", "kpixl new --help")),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_made_is_refused_in_one_sentence_that_names_the_choices(
    arguments: tuple[str, ...],
    named: tuple[str, ...],
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", *arguments, "--lang", language) == WRONG_USAGE
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(name in said for name in named)
    assert list(tmp_path.iterdir()) == []


def test_the_list_of_templates_loads_no_heavy_library() -> None:
    heavy = "{'openpyxl', 'pandas', 'formualizer'}"
    script = f"import sys, kpixl.template.catalogue; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
