"""`kpixl report`: what it writes, in which language, and what it refuses."""

from __future__ import annotations

import sys
from base64 import b64encode
from pathlib import Path

import pytest
from report.planners import content, planner
from report.printed import paper_words
from weasyprint import HTML

from kpixl.cli.exit_codes import FINE, SOME_FAILED, UNREADABLE, WRONG_USAGE
from kpixl.cli.main import main
from kpixl.errors import UsageError
from kpixl.report import paper
from kpixl.report.page import page
from kpixl.report.tell import tell

STARTS = {"html": b"<!doctype html>", "pdf": b"%PDF-", "pptx": b"PK"}


def run(*arguments: object) -> int:
    return main(["report", *(str(argument) for argument in arguments)])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "web.xlsx"
    file.write_bytes(content("web", "ja"))
    return file


@pytest.mark.parametrize("kind", STARTS)
def test_the_name_says_the_format(kind: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = book.read_bytes()
    out = book.parent / "folder" / f"weekly.{kind.upper()}"
    assert run(book, "--out", out) == FINE
    assert out.read_bytes().startswith(STARTS[kind])
    assert str(out) in capsys.readouterr().out
    assert book.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_the_workbook_read_by_our_own_reader_tells_the_same(book: Path) -> None:
    out = book.parent / "weekly.html"
    assert run(book, "--to", "html", "--out", out) == FINE
    assert out.read_bytes() == page(tell(planner("web", "ja")))


def test_the_language_is_the_workbooks_unless_one_is_asked_for(book: Path) -> None:
    out = book.parent / "weekly.html"
    assert run(book, "--out", out) == FINE
    assert b'<html lang="ja">' in out.read_bytes()
    assert run(book, "--out", out, "--force", "--lang", "en") == FINE
    assert b'<html lang="en">' in out.read_bytes()


def test_an_existing_file_is_replaced_only_by_force(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = book.parent / "weekly.html"
    out.write_bytes(b"somebody's work")
    assert run(book, "--out", out, "--lang", "en") == SOME_FAILED
    assert out.read_bytes() == b"somebody's work"
    assert "--force" in capsys.readouterr().err
    assert run(book, "--out", out, "--force") == FINE
    assert out.read_bytes().startswith(b"<!doctype html>")


def test_the_planner_itself_is_never_overwritten(book: Path) -> None:
    link = book.parent / "link.html"
    link.symlink_to(book)
    before = book.read_bytes()
    assert run(book, "--out", link, "--force") == WRONG_USAGE
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "weekly.docx"), "html, pdf, pptx"),
        (("--out", "weekly"), "html, pdf, pptx"),
        (("--out", "weekly.pdf", "--to", "html"), ".html"),
    ],
)
def test_a_name_that_does_not_fit_is_refused(
    arguments: tuple[str, ...], said: str, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(book, *arguments, "--lang", "en") == WRONG_USAGE
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04 no workbook", b"<html>"])
def test_what_is_no_workbook_is_refused_and_nothing_is_written(bad: bytes, tmp_path: Path) -> None:
    book, out = tmp_path / "bad.xlsx", tmp_path / "weekly.html"
    book.write_bytes(bad)
    assert run(book, "--out", out) == UNREADABLE
    assert not out.exists()


def test_a_workbook_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Path(__file__).parents[2] / "templates" / "branding.en.xlsx"
    assert run(book, "--out", tmp_path / "weekly.pdf", "--lang", "en") == UNREADABLE
    assert "is no planner of kpixl" in capsys.readouterr().err


# libraries that are not there


@pytest.mark.parametrize(("kind", "missing"), [("html", "jinja2"), ("pdf", "weasyprint"), ("pptx", "pptx")])
def test_a_library_that_is_missing_is_named_in_one_sentence(
    kind: str, missing: str, book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith((f"{missing}.", "kpixl.report.deck."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    out = book.parent / f"out.{kind}"
    assert run(book, "--out", out, "--lang", "en") == WRONG_USAGE
    (line,) = capsys.readouterr().err.splitlines()
    assert "pip install 'kpixl[report]'" in line
    assert not out.exists()


def test_without_pango_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    with pytest.raises(UsageError, match="needs Pango"):
        paper.paper(tell(planner("web", "ja")))


def test_drawing_the_page_fetches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, style = tmp_path / "picture.svg", tmp_path / "style.css"
    picture.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='40'><text y='20'>SECRET</text></svg>"
    )
    style.write_text("p { display: none }")
    inside = "data:image/svg+xml;base64," + b64encode(picture.read_bytes()).decode()
    html = (
        f"<link rel=stylesheet href='{style.as_uri()}'><p>kept</p>"
        f"<img src='{picture.as_uri()}'><img src='{inside}'>"
    )
    fetching = paper_words(HTML(string=html).write_pdf(), tmp_path)
    assert "kept" not in fetching
    assert fetching.count("SECRET") == 2
    monkeypatch.setattr(paper, "page", lambda story: html.encode())
    refusing = paper_words(paper.paper(tell(planner("web", "ja"))), tmp_path)
    assert "kept" in refusing
    assert "SECRET" not in refusing
