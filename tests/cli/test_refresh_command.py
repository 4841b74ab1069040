"""`kpixl refresh` on real planners: what it writes, what it tells, whom it tells, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from notify.loopback import mailbox
from openpyxl import Workbook, load_workbook
from workbooks.ready_made import template

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.main import main
from kpixl.cli.remembered import MOST_SOURCES
from kpixl.hosts.headless_port import HeadlessWorkbook
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.macros.port import SetTable
from kpixl.macros.refresh import as_of_for, refresh
from kpixl.notify.addresses import VARIABLE

NOW, LATER = "2026-10-20", "2026-11-16"
TOKEN = "T0P-SECRET-T0KEN"
MAP = """
[date]
columns = ["日付"]
[metric]
columns = ["指標"]
[channel]
columns = ["チャネル"]
[[measures]]
columns = ["値"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(template("planner.web.ja"))
    return path


@cache
def refreshed_once() -> bytes:
    """The sample after its first refresh."""
    book = HeadlessWorkbook(template("planner.web.ja"), "plan.xlsx")
    refresh(book, date(2026, 10, 20))
    return book.content


@pytest.fixture
def refreshed(book: Path) -> Path:
    book.write_bytes(refreshed_once())
    return book


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def table(content: bytes, name: str) -> list[tuple[object, ...]]:
    return [row for row in HeadlessWorkbook(content, "x.xlsx").table(name).data.rows if row[0] is not None]


def write_rows(path: Path, *lines: str) -> None:
    path.write_text("\n".join(["日付,指標,チャネル,値", *lines]) + "\n", encoding="utf-8")


def remembering(book: Path, *sources: tuple[str, str]) -> None:
    """The planner as if it had imported these files by these maps."""
    workbook = HeadlessWorkbook(book.read_bytes(), "plan.xlsx")
    rows = tuple((file, map_, None, None, None) for file, map_ in sources)
    workbook.write([SetTable("Sources", rows)])
    book.write_bytes(workbook.content)


@pytest.fixture
def november(refreshed: Path) -> Path:
    """A source beside the planner that it remembers: half the visits that were planned, no meetings."""
    (refreshed.parent / "rows.toml").write_text(MAP, encoding="utf-8")
    source = refreshed.parent / "exports" / "november.csv"
    source.parent.mkdir()
    write_rows(
        source, "2026/11/2,訪問,自然検索,20", "2026/11/10,訪問,自然検索,15", "2026/11/11,リード,メール,12"
    )
    remembering(refreshed, ("exports/november.csv", "rows.toml"))
    return source


# the first refresh


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alarm_names_a_cell_and_its_action_stands_there(language: Language, tmp_path: Path) -> None:
    book, out = tmp_path / "plan.xlsx", tmp_path / "out.xlsx"
    book.write_bytes(template(f"planner.web.{language}"))
    assert run("refresh", book, "--as-of", NOW, "--out", out) == FINE
    assert book.read_bytes() == template(f"planner.web.{language}")
    workbook = load_workbook(out, data_only=True)
    rows = table(out.read_bytes(), "Alerts")
    assert len(rows) == 10
    for row in rows:
        rule, where, action = row[4:7]
        sheet, _, cell = str(where).partition("!")
        assert rule
        assert action
        assert workbook[sheet][cell].value == action


def test_the_sheet_says_how_many_alarms_there_are(refreshed: Path) -> None:
    sheet = load_workbook(refreshed, data_only=True)[text("planner.updates.sheet", "ja")]
    assert sheet["B3"].value == text("planner.updates.headline.some", "ja").format(
        day="2026/10/20", count=10, new=10, worse=0, open=10, late=0
    )


def test_the_command_tells_what_is_on_and_what_was_written(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("refresh", book, "--as-of", NOW) == FINE
    assert book.read_bytes() == refreshed_once()
    told = capsys.readouterr().out
    assert "基準日：2026-10-20\n前の記録がないので" in told
    assert "  ▼ 商談：危機（ペース 53.8%）\n" in told
    assert (
        "  危機 商談（新規）：ペース 53.8% が 70% 未満なら危機 [はじめに!D18]\n    → 部門長に報告し" in told
    )
    assert told.endswith("plan.xlsx を更新しました。\n")


def test_a_second_refresh_as_of_the_same_date_changes_no_byte(
    refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = refreshed.stat().st_mtime_ns
    assert run("refresh", refreshed, "--as-of", NOW, "--lang", "en") == FINE
    assert refreshed.read_bytes() == refreshed_once()
    assert refreshed.stat().st_mtime_ns == before
    assert "says all this already and was not written" in capsys.readouterr().out


# a worse month later


def test_a_worse_month_moves_the_levels_and_adds_one_snapshot(
    november: Path, refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = table(refreshed.read_bytes(), "History")
    assert run("refresh", refreshed, "--as-of", LATER, "--json", "--backup") == FINE
    told = json.loads(capsys.readouterr().out)
    history = table(refreshed.read_bytes(), "History")
    assert history[:5] == before
    assert [row[5] for row in before] == [1, 0, 1, 3, 1]
    assert [row[5] for row in history[5:]] == [3, 0, 3, 3, 3]
    assert told["before"] == NOW
    levels = [each["message"] for each in told["differences"] if each["kind"] == "level"]
    assert [message.partition("（")[0] for message in levels] == [
        "訪問：注意から危機に悪化",
        "育成：注意から危機に悪化",
        "受注：注意から危機に悪化",
    ]
    since = {each["metric"]: each["since"] for each in told["alerts"] if each["kind"] == "level"}
    assert since == {"訪問": "worse", "育成": "worse", "商談": "same", "受注": "worse"}
    assert told["sources"][0]["records"] == 3
    (backup,) = refreshed.parent.glob("*.kpixl-backup*")
    assert table(backup.read_bytes(), "History") == before


def test_the_sources_are_read_again_and_remembered_with_what_they_hold(
    november: Path, refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("refresh", refreshed, "--as-of", LATER) == FINE
    assert "取り込み：追加 3 行、変更 0 行、削除 0 行" in capsys.readouterr().out
    write_rows(november, "2026/11/2,訪問,自然検索,90", "2026/11/11,リード,メール,12")
    assert run("refresh", refreshed, "--as-of", LATER) == FINE
    assert "取り込み：追加 0 行、変更 1 行、削除 0 行" in capsys.readouterr().out
    content = refreshed.read_bytes()
    assert table(content, "History")[5][5] == 0
    assert table(content, "Sources") == [("exports/november.csv", "rows.toml", 2, 46328, 46337)]


def test_problems_in_a_source_stop_the_refresh_unless_they_are_skipped(
    november: Path, refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = refreshed.read_bytes()
    write_rows(november, "2026/11/2,訪問,自然検索,たくさん", "2026/11/11,リード,メール,12")
    assert run("refresh", refreshed, "--as-of", LATER) == SOME_FAILED
    told = capsys.readouterr()
    assert "november.csv:2:" in told.err
    assert "取り込み元に 1 件の問題があるため、更新しませんでした" in told.err
    assert refreshed.read_bytes() == before
    assert run("refresh", refreshed, "--as-of", LATER, "--skip-bad") == SOME_FAILED
    assert len(table(refreshed.read_bytes(), "History")) == 10


def test_sources_elsewhere_are_read_only_from_the_folder_that_is_named(
    november: Path, refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = refreshed.parent.parent / f"{refreshed.parent.name}-elsewhere"
    elsewhere.mkdir()
    place = elsewhere / november.name
    november.rename(place)
    remembering(refreshed, (str(place), "rows.toml"))
    before = refreshed.read_bytes()
    assert run("refresh", refreshed, "--as-of", LATER, "--lang", "en") == UNREADABLE
    assert "outside the workbook's folder; name its folder with --from" in capsys.readouterr().err
    assert refreshed.read_bytes() == before
    assert run("refresh", refreshed, "--as-of", LATER, "--from", elsewhere) == FINE
    assert len(table(refreshed.read_bytes(), "History")) == 10


@pytest.mark.parametrize("place", ["exports/november.csv", "november.csv"])
def test_a_file_of_the_same_name_in_the_named_folder_comes_first(
    november: Path, refreshed: Path, place: str
) -> None:
    newer = refreshed.parent / "newer"
    (newer / place).parent.mkdir(parents=True)
    write_rows(newer / place, "2026/11/2,訪問,自然検索,90")
    assert run("refresh", refreshed, "--as-of", LATER, "--from", newer) == FINE
    assert table(refreshed.read_bytes(), "Sources")[0][2] == 1


@pytest.mark.parametrize(
    ("file", "map_", "said"),
    [
        ("none.csv", "ga4", "none.csv: there is no such file"),
        ("../secret.csv", "ga4", "outside the workbook's folder"),
        ("exports/november.csv", "none.toml", "none.toml: there is no such file"),
        ("exports/november.csv", "/etc/hostname", "outside the workbook's folder"),
        ("https://example.com/x.csv", "ga4", "a workbook may not name URLs"),
    ],
)
def test_a_source_that_cannot_be_read_is_one_sentence_and_nothing_is_written(
    november: Path, refreshed: Path, capsys: pytest.CaptureFixture[str], file: str, map_: str, said: str
) -> None:
    remembering(refreshed, (file, map_))
    before = refreshed.read_bytes()
    assert run("refresh", refreshed, "--as-of", LATER, "--lang", "en") == UNREADABLE
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1
    assert refreshed.read_bytes() == before


def test_a_workbook_that_names_an_absurd_number_of_sources_is_refused(
    refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remembering(refreshed, *((f"{number}.csv", "ga4") for number in range(MOST_SOURCES + 1)))
    assert run("refresh", refreshed, "--as-of", LATER, "--lang", "en") == UNREADABLE
    assert "remembers more than 200 sources" in capsys.readouterr().err


# how it is called


def test_a_dry_run_writes_nothing_and_tells_the_same(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("refresh", book, "--as-of", NOW, "--dry-run") == FINE
    assert book.read_bytes() == template("planner.web.ja")
    told = capsys.readouterr().out
    assert "  ▼ 商談：危機（ペース 53.8%）\n" in told
    assert "(--dry-run)" in told
    assert [path.name for path in book.parent.iterdir()] == ["plan.xlsx"]


@pytest.mark.parametrize(
    ("today", "as_of"),
    [
        (date(2026, 11, 28), date(2026, 11, 28)),
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2027, 4, 1), date(2027, 3, 31)),
    ],
)
def test_the_usual_date_is_today_within_the_fiscal_year(today: date, as_of: date) -> None:
    assert as_of_for(today, date(2026, 4, 1), date(2027, 3, 31)) == as_of


def test_without_a_date_the_command_says_which_it_took(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("refresh", book, "--dry-run", "--json") == FINE
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    days = {f"{as_of_for(today, first, last)}" for today in (datetime.now().date(), date.today())}
    assert json.loads(capsys.readouterr().out)["as_of"] in days


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--backup", "--out", "x.xlsx"], "--backup is for rewriting the workbook itself"),
        (["--send"], "--send needs somebody to send to"),
        (["--as-of", "tomorrow"], "--as-of"),
        (["--notify", "nobody", "--notify-config", "none.toml"], "there is no such file of addresses"),
        (["--notify", f"unheard://{TOKEN}"], "The URL of 'the URL given (1)' cannot be used"),
    ],
)
def test_a_wrong_call_is_refused_before_anything_is_done(
    book: Path, capsys: pytest.CaptureFixture[str], options: Sequence[str], said: str
) -> None:
    assert run("refresh", book, "--lang", "en", *options) == WRONG_USAGE
    told = capsys.readouterr()
    assert said in told.err
    assert TOKEN not in told.out + told.err
    assert book.read_bytes() == template("planner.web.ja")


def test_the_output_cannot_be_the_workbook(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("refresh", book, "--out", book, "--lang", "en") == WRONG_USAGE
    assert "the output is the workbook itself" in capsys.readouterr().err


# what cannot be refreshed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_planner_says_what_to_do_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    book = tmp_path / "plan.xlsx"
    book.write_bytes(template(f"planner.{language}"))
    assert run("refresh", book, "--as-of", NOW, "--lang", language) == UNREADABLE
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert text("planner.start.do.company", language) in told.err
    assert book.read_bytes() == template(f"planner.{language}")


def test_another_workbook_is_refused_by_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workbook().save(tmp_path / "other.xlsx")
    assert run("refresh", tmp_path / "other.xlsx", "--lang", "en") == UNREADABLE
    assert "'Alerts', which a refresh needs, is not there" in capsys.readouterr().err


def test_a_date_outside_the_year_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("refresh", book, "--as-of", "2027-04-01", "--lang", "en") == UNREADABLE
    assert "outside the fiscal year, 2026-04-01 to 2027-03-31" in capsys.readouterr().err


# telling people


def test_without_send_the_message_is_shown_and_nothing_goes_out(
    book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with mailbox() as box:
        monkeypatch.setenv(VARIABLE, f"team={box.url(TOKEN)}")
        assert run("refresh", book, "--as-of", NOW, "--notify", "team", "--debug") == FINE
    told = capsys.readouterr()
    assert "宛先：team（JSON）" in told.out
    assert "KPI 更新 株式会社サンプル 2026-10-20：悪化・警報 10 件、改善 0 件\n▼ 訪問：注意" in told.out
    assert TOKEN not in told.out + told.err
    assert box.messages == []


def test_with_send_the_message_arrives_in_the_workbook_s_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, addresses = tmp_path / "plan.xlsx", tmp_path / "notify.toml"
    book.write_bytes(template("planner.web.en"))
    with mailbox() as box:
        addresses.write_text(f'team = "{box.url(TOKEN)}"', encoding="utf-8")
        options = ("--notify", "team", "--notify-config", addresses, "--send", "--debug")
        assert run("refresh", book, "--as-of", NOW, "--lang", "ja", *options) == FINE
    (message,) = box.messages
    assert message["title"].startswith("KPI update ")
    lines = message["message"].split("\n")
    assert lines[2] == "▼ Meetings: Critical (pace 53.8%)"
    assert lines[-1].startswith("- Deals: Find the cause; watch it in the weekly meeting (owner: Head of ")
    assert lines[-1].endswith("due: 2026-10-27)")
    told = capsys.readouterr()
    assert "送りました：team（JSON）" in told.out
    assert TOKEN not in told.out + told.err
    assert TOKEN.encode() not in book.read_bytes()


@pytest.mark.parametrize("as_json", [False, True])
def test_a_message_that_is_not_taken_is_one_sentence_and_the_planner_is_refreshed(
    book: Path, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    with mailbox(500) as box:
        options = ["--notify", box.url(TOKEN), "--send", "--debug", *(["--json"] if as_json else [])]
        assert run("refresh", book, "--as-of", NOW, *options) == SOME_FAILED
    assert book.read_bytes() == refreshed_once()
    told = capsys.readouterr()
    assert TOKEN not in told.out + told.err
    if as_json:
        (address,) = json.loads(told.out)["notification"]["addresses"]
        assert address == {"address": "指定の URL（1 番目）（JSON）", "sent": False}
    else:
        assert (
            told.err
            == "送れませんでした：指定の URL（1 番目）（JSON）。URL とネットワークを確かめてください。\n"
        )


def test_nothing_is_sent_when_nothing_changed_and_the_command_says_so(
    refreshed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with mailbox() as box:
        options = ("--notify", box.url(TOKEN), "--send")
        assert run("refresh", refreshed, "--as-of", "2026-10-20", *options) == FINE
        assert len(box.messages) == 1
        assert run("refresh", refreshed, "--as-of", "2026-10-20", "--dry-run", *options) == FINE
        assert len(box.messages) == 1
        capsys.readouterr()
        workbook = HeadlessWorkbook(refreshed.read_bytes(), "plan.xlsx")
        refresh(workbook, date(2026, 10, 24))
        refreshed.write_bytes(workbook.content)
        assert run("refresh", refreshed, "--as-of", "2026-10-25", *options) == FINE
        assert len(box.messages) == 1
    assert "判定・関門・エスカレーションに変化がないので、通知しません。" in capsys.readouterr().out
