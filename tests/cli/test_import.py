"""`kpixl import` on planners: what is written, what stays, what is told, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.main import main
from kpixl.data.maps import read_map
from kpixl.data.reading import read_source
from kpixl.domain.calendar import serial_of
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.import_actuals import Source, import_actuals, vocabulary_of
from kpixl.macros.port import Row
from kpixl.ooxml.package import Package
from kpixl.template.layout import Recipe
from kpixl.template.planner import actuals, funnel, start, targets, updates
from kpixl.template.planner.case import BLANK, Case
from tests.data import exports
from tests.template.planner.books import filled

SHEETS: tuple[Recipe[Case], ...] = (start.SHEET, funnel.SHEET, targets.SHEET, actuals.SHEET, updates.SHEET)
"""What an import reads and writes; the other sheets would only take time."""

MAP = """
[date]
columns = "日付"
[metric]
columns = "指標"
[channel]
columns = "チャネル"
[[measures]]
columns = "値"
"""
CSV = "日付,指標,チャネル,値\n2026/5/1,リード,メール,3\n2026/5/2,リード,自然検索,4\n2026/5/2,受注,,1\n"
DIRTY = CSV + "2026/5/3,リード,メール,=1+1\n2026/5/4,リート,メール,1\n2027/1/1,リード,メール,1\n"
AS_OF = ("--as-of", exports.LAST.isoformat())


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.xlsx").write_bytes(filled(BLANK, "ja", SHEETS))
    (tmp_path / "my.toml").write_text(MAP, encoding="utf-8")
    (tmp_path / "x.csv").write_text(CSV, encoding="cp932")
    (tmp_path / "dirty.csv").write_text(DIRTY, encoding="utf-8")
    return tmp_path


def imported(folder: Path, *more: object, source: str = "x.csv") -> int:
    return run("import", folder / "plan.xlsx", folder / source, "--map", folder / "my.toml", *AS_OF, *more)


def book(path: Path) -> HeadlessWorkbook:
    return HeadlessWorkbook(path.read_bytes(), path.name)


def rows(path: Path, table: str = "Actuals") -> list[Row]:
    return [row for row in book(path).table(table).data.rows if any(value is not None for value in row)]


def remembered(workbook: HeadlessWorkbook, folder: Path) -> list[Source]:
    """The sources that the workbook remembers, read again."""
    found = []
    for file, map_name, *_ in workbook.table("Sources").data.rows:
        if file and map_name:
            map_ = read_map(folder / str(map_name), str(map_name))
            reading = read_source(folder / str(file), map_, vocabulary_of(workbook), exports.LAST)
            found.append(Source(str(file), map_.name, reading.records, reading.coverage))
    return found


def day(month: int, number: int) -> float:
    return serial_of(date(2026, month, number))


NEW = [
    (day(5, 1), "リード", "メール", 3), (day(5, 2), "リード", "自然検索", 4), (day(5, 2), "受注", None, 1),
]  # fmt: skip


# what is written


def test_an_import_fills_the_table_and_the_sums_follow(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(folder, "--lang", "en") == FINE
    assert rows(folder / "plan.xlsx") == NEW
    assert book(folder / "plan.xlsx").cells("last_record").value == day(5, 2)
    assert rows(folder / "plan.xlsx", "Sources") == [("x.csv", "my.toml", 3, day(5, 1), day(5, 2))]
    out = capsys.readouterr().out
    assert "x.csv: 3 rows read, 2026-05-01 to 2026-05-02." in out
    assert "plan.xlsx was written and recalculated." in out
    assert [path.name for path in folder.iterdir() if ".kpixl" in path.name] == []


def test_the_same_import_again_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(folder) == FINE
    before = (folder / "plan.xlsx").stat()
    assert imported(folder, "--lang", "en") == FINE
    after = (folder / "plan.xlsx").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "plan.xlsx says all this already and was not written." in capsys.readouterr().out


def test_a_corrected_export_replaces_and_what_was_typed_by_hand_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(folder)
    (folder / "x.csv").write_text(CSV.replace("5/2,リード,自然検索,4", "5/2,リード,紹介,9"), encoding="utf-8")
    (folder / "hand.csv").write_text("日付,指標,チャネル,値\n2026/5/1,リード,展示会,7\n", encoding="utf-8")
    imported(folder, source="hand.csv")
    capsys.readouterr()
    assert imported(folder, "--lang", "en") == FINE
    assert rows(folder / "plan.xlsx") == [
        NEW[0], NEW[1], NEW[2], (day(5, 1), "リード", "展示会", 7), (day(5, 2), "リード", "紹介", 9),
    ]  # fmt: skip
    assert "'リード' has 2 rows of other channels in the same period; they stay." in capsys.readouterr().out


def test_only_the_sheets_that_an_import_reaches_change(folder: Path) -> None:
    before = Package((folder / "plan.xlsx").read_bytes(), "plan.xlsx")
    imported(folder)
    after = Package((folder / "plan.xlsx").read_bytes(), "plan.xlsx")
    assert before.archive.names() == after.archive.names()
    changed = {
        name for name in before.archive.names() if before.archive.read(name) != after.archive.read(name)
    }
    assert changed
    assert all(name.startswith(("xl/worksheets/sheet", "xl/charts/", "xl/tables/")) for name in changed)


def test_the_result_can_go_into_another_file(folder: Path) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    assert imported(folder, "--out", folder / "new" / "plan.xlsx") == FINE
    assert (folder / "plan.xlsx").read_bytes() == before
    assert rows(folder / "new" / "plan.xlsx") == NEW


def test_the_workbook_as_it_was_can_be_kept(folder: Path) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    assert imported(folder, "--backup") == FINE
    assert (folder / "plan.kpixl-backup.xlsx").read_bytes() == before
    assert rows(folder / "plan.xlsx") == NEW


def test_a_dry_run_tells_the_same_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert imported(folder, "--dry-run", "--json") == FINE
    told = json.loads(capsys.readouterr().out)
    assert (told["imported"], told["written"], told["dry_run"]) == (True, False, True)
    assert [metric["added"] for metric in told["metrics"]] == [2, 1]
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


# problems


def test_nothing_is_imported_while_there_are_problems_and_each_is_named_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    assert imported(folder, "--lang", "en", source="dirty.csv") == SOME_FAILED
    assert (folder / "plan.xlsx").read_bytes() == before
    lines = capsys.readouterr().err.splitlines()
    file = folder / "dirty.csv"
    for line, beginning in zip(
        lines, ("5: column '値': '=1+1'", "6: column '指標': The", "7: column '日付': The")
    ):
        assert line.startswith(f"{file}:{beginning}")
    assert lines[3] == (
        "Nothing was imported because of 3 problems; correct them, or leave those rows out with --skip-bad."
    )


def test_rows_with_problems_can_be_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(folder, "--skip-bad", "--lang", "en", source="dirty.csv") == SOME_FAILED
    assert rows(folder / "plan.xlsx") == NEW
    assert "Rows left out because of problems: 3." in capsys.readouterr().out


def test_a_source_without_any_good_row_imports_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "x.csv").write_text("日付,指標,チャネル,値\n昨日,リード,,1\n", encoding="utf-8")
    before = (folder / "plan.xlsx").read_bytes()
    assert imported(folder, "--skip-bad", "--lang", "en") == SOME_FAILED
    assert (folder / "plan.xlsx").read_bytes() == before
    out = capsys.readouterr().out
    assert "x.csv: no row of it can be imported." in out
    assert "There was nothing to import; " in out


def test_only_the_first_problems_are_printed_but_json_has_them_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(f"2026/5/1,リード,メール,x{number}\n" for number in range(50))
    (folder / "x.csv").write_text("日付,指標,チャネル,値\n" + lines, encoding="utf-8")
    assert imported(folder, "--lang", "en") == SOME_FAILED
    said = capsys.readouterr()
    assert "30 more problems" in said.err
    assert "no row of it can be imported" in said.out
    assert imported(folder, "--json", "--lang", "en") == SOME_FAILED
    told = json.loads(capsys.readouterr().out)
    assert told["imported"] is False
    assert [problem["row"] for problem in told["sources"][0]["problems"]] == list(range(2, 52))
    assert told["sources"][0]["problems"][0] == {
        "row": 2,
        "column": "値",
        "message": "'x0' is no number; write a number.",
    }


# refusals


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("plan.xlsx", "x.csv"), WRONG_USAGE, ("--map", "kpixl import --help")),
        (("plan.xlsx", "--map", "my.toml"), WRONG_USAGE, ("SOURCE",)),
        (("plan.xlsx", "x.csv", "--map", "ga5"), WRONG_USAGE, ("ga5", "ga4, hubspot, ma, salesforce")),
        (("plan.xlsx", "x.csv", "x.csv", "--map", "my.toml"), WRONG_USAGE, ("x.csv",)),
        (("plan.xlsx", "x.csv", "--map", "my.toml", "--out", "plan.xlsx"), WRONG_USAGE, ("plan.xlsx",)),
        (("plan.xlsx", "x.csv", "--map", "ma", "--out", "y.xlsx", "--backup"), WRONG_USAGE, ("--backup",)),
        (("plan.xlsx", "none.csv", "--map", "my.toml"), UNREADABLE, ("none.csv",)),
        (("plan.xlsx", "x.pdf", "--map", "my.toml"), UNREADABLE, ("x.pdf", ".csv", ".sql")),
        (("plan.xlsx", "x.csv", "--map", "bad.toml"), UNREADABLE, ("bad.toml:1", "colour")),
        (("plan.xlsx", "x.csv", "--map", "ga4"), UNREADABLE, ("x.csv",)),
        (("none.xlsx", "x.csv", "--map", "my.toml"), UNREADABLE, ("none.xlsx",)),
        (("x.csv", "x.csv", "--map", "my.toml"), UNREADABLE, ("x.csv",)),
        (("plan.xlsx", "x.csv", "copy.csv", "--map", "my.toml"), WRONG_USAGE, ("x.csv", "copy.csv")),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_one_sentence_and_nothing_changes(
    arguments: tuple[str, ...],
    code: int,
    named: tuple[str, ...],
    language: Language,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    (folder / "bad.toml").write_text("colour = 1\n" + MAP, encoding="utf-8")
    (folder / "copy.csv").write_text(CSV, encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert run("import", *arguments, *AS_OF, "--lang", language) == code
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert all(name in said.err for name in named)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_lists_the_ready_made_maps(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "--help", "--lang", language) == FINE
    out = capsys.readouterr().out
    assert text("cli.import.maps", language) in out
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ga4 ")] == ["ga4"]
    assert all(f"\n  {name} " in out for name in ("ga4", "hubspot", "ma", "salesforce"))


# all of it


def test_exports_of_overlapping_days_that_are_read_again_say_what_they_said_one_after_the_other(
    folder: Path,
) -> None:
    (folder / "y.csv").write_text(CSV.replace("メール,3", "メール,5"), encoding="utf-8")
    imported(folder)
    imported(folder, source="y.csv")
    workbook = book(folder / "plan.xlsx")
    again = remembered(workbook, folder)
    assert [source.file for source in again] == ["x.csv", "y.csv"]
    assert import_actuals(workbook, again, later_wins=True).changes == ()
    imported(folder)
    workbook = book(folder / "plan.xlsx")
    again = remembered(workbook, folder)
    assert [source.file for source in again] == ["y.csv", "x.csv"]
    assert import_actuals(workbook, again, later_wins=True).changes == ()


def test_three_tools_and_thirteen_months_fill_a_blank_planner(tmp_path: Path) -> None:
    plan = tmp_path / "plan.xlsx"
    plan.write_bytes(filled(BLANK, "ja", SHEETS))
    for name, path in exports.write_exports(tmp_path).items():
        assert run("import", plan, path, "--map", name, *AS_OF) == FINE
    counts: dict[int, int] = {}
    for (_, stage, _), count in exports.everything().items():
        counts[stage] = counts.get(stage, 0) + count
    found = rows(plan)
    names = [text(f"planner.stage.{stage}", "ja") for stage in BLANK.stages]
    assert [sum(row[3] for row in found if row[1] == name) for name in names] == [  # type: ignore[misc]
        counts[stage] for stage in range(1, 6)
    ]
    assert len(found) == len(exports.everything())
    assert [row[:2] for row in rows(plan, "Sources")] == [
        ("GA4_トラフィック獲得.csv", "ga4"), ("MA_リード一覧.csv", "ma"),
        ("hubspot-crm-exports.csv", "hubspot"),
    ]  # fmt: skip
