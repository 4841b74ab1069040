"""Files that cannot be handled safely are refused in one sentence, and nothing on the disk changes."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import traps
from workbooks.hand import HEAD, MAIN, F, book, cells, sheet, zipped
from workbooks.hostile import BOOK, BOOK_PART, DTD, PARTS, REFUSED, SHEET, STRINGS, with_part
from workbooks.runs import recalculated

from kpixl.errors import KpixlError, UnsafeWorkbook, WorkbookError
from kpixl.hosts.headless import recalculate
from kpixl.i18n import LANGUAGES

HOSTILE = [name for name, file in REFUSED.items() if not file.arguments]
EVERY_FILE = pytest.mark.parametrize("name", HOSTILE)


def _folder(path: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file below a folder with its content, inode and time."""
    return {
        str(place.relative_to(path)): (place.read_bytes(), place.stat().st_ino, place.stat().st_mtime_ns)
        for place in path.rglob("*")
        if place.is_file()
    }


def _assert_one_sentence(refusal: KpixlError, file: Path) -> None:
    sentences = {language: refusal.text(language) for language in LANGUAGES}
    for sentence in sentences.values():
        assert "\n" not in sentence
        assert file.name in sentence
        assert sentence == sentence.strip()
    assert sentences["ja"] != sentences["en"]


@EVERY_FILE
@pytest.mark.parametrize("in_place", [True, False], ids=["in place", "to another file"])
def test_a_hostile_file_is_refused_and_nothing_changes(name: str, in_place: bool, tmp_path: Path) -> None:
    content, reason = REFUSED[name].make(), REFUSED[name].reason
    source = tmp_path / "計画 2026.xlsx"
    source.write_bytes(content)
    before = _folder(tmp_path)
    with pytest.raises(WorkbookError) as caught:
        recalculate(source, None if in_place else tmp_path / "new" / "out.xlsx")
    assert caught.value.message.id == reason
    _assert_one_sentence(caught.value, source)
    assert _folder(tmp_path) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in HOSTILE
        if any(word in REFUSED[name].reason for word in ("doctype", "too_", "unsafe", "duplicate_part"))
    ],
)
def test_what_is_not_safe_is_told_from_what_is_broken(name: str) -> None:
    with pytest.raises(UnsafeWorkbook):
        recalculated(REFUSED[name].make())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        recalculate(tmp_path / "なし.xlsx", tmp_path / "out.xlsx")
    assert caught.value.message.id == "workbook.missing"
    _assert_one_sentence(caught.value, tmp_path / "なし.xlsx")
    assert _folder(tmp_path) == {}


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    with pytest.raises(WorkbookError) as caught:
        recalculate(folder, tmp_path / "out.xlsx")
    assert caught.value.message.id == "workbook.is_folder"
    _assert_one_sentence(caught.value, folder)
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    source = tmp_path / "book.xlsx"
    source.write_bytes(BOOK)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        with pytest.raises(WorkbookError) as caught:
            recalculate(source)
    assert caught.value.message.id == "workbook.cannot_read"
    _assert_one_sentence(caught.value, source)


def test_a_dialog_or_a_sheet_whose_part_is_missing_is_no_worksheet() -> None:
    outcome = recalculated(with_part(SHEET, None))
    assert outcome.formulas == 0
    assert outcome.content == with_part(SHEET, None)


def test_a_document_type_is_refused_in_parts_that_are_not_even_read() -> None:
    for part in ("xl/theme/theme1.xml", "docProps/app.xml", "xl/drawings/vmlDrawing1.vml"):
        with pytest.raises(UnsafeWorkbook):
            recalculated(zipped({**PARTS, part: f"{HEAD}{DTD}<x/>".encode()}))


def test_a_text_about_document_types_is_no_document_type() -> None:
    content = book({"S": {"A1": "<!DOCTYPE html>", "B1": F(traps.OURS, 1)}}, strings=["<!DOCTYPE html>"])
    assert recalculated(content).changed == 1


NONSENSE = [
    '<c r="A1" t="s"><v>99</v></c>',
    '<c r="A1" t="s"><v>x</v></c>',
    '<c r="A1" t="s"><v>-1</v></c>',
    '<c r="A1" t="zz"><v>9</v></c>',
    '<c r="A1"><v>one</v></c>',
    '<c r="A1" t="b"><v>maybe</v></c>',
    '<c r="A1" t="e"><v>#WHAT?</v></c>',
    '<c r="A1" t="d"><v>2026-05-07</v></c>',
    '<c r="A9"><v>1</v></c>',
    '<c r="B1"><v>1</v></c>',
    '<c r="A1"><f t="shared" si="9"/></c>',
    '<c r="A1"><f t="shared">B1</f></c>',
    '<c r="A1"><f t="array">KPI_GOAL_COUNT(1,1)</f></c>',
    '<c r="A1"><f t="what">KPI_GOAL_COUNT(1,1)</f></c>',
    '<c r="A1"><f t="array" ref="A1:B2">1</f></c>',
    '<c r="A1"><f t="array" ref="C7:D9">1</f></c>',
]


def _computed_or_refused(content: bytes, *, full: bool = False) -> bool:
    """Whether it is refused in words, or computed to something that a second run leaves alone."""
    try:
        outcome = recalculated(content, full=full)
    except KpixlError as refusal:
        return all(refusal.text(language) for language in LANGUAGES)
    return recalculated(outcome.content, full=full).content == outcome.content


@pytest.mark.parametrize(
    ("part", "text"),
    [
        *(
            (SHEET, sheet(f'<row r="1">{cell}<c r="B1"><f>KPI_GOAL_COUNT(A1,1)</f></c></row>'))
            for cell in NONSENSE
        ),
        (SHEET, sheet(cells({"A1": F("(" * 500 + "KPI_GOAL_COUNT(1,1)" + ")" * 500)}))),
        (BOOK_PART, f'{HEAD}<workbook xmlns="{MAIN}"><sheets/></workbook>'),
        (BOOK_PART, f'{HEAD}<workbook xmlns="{MAIN}"/>'),
        (STRINGS, f'{HEAD}<sst xmlns="{MAIN}"/>'),
    ],
)
@pytest.mark.parametrize("full", [False, True])
def test_nonsense_is_computed_around_or_refused(part: str, text: str, full: bool) -> None:
    content = with_part(part, text.encode())
    assert _computed_or_refused(content, full=full)


@settings(max_examples=120)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_workbook_cut_anywhere_is_refused(share: float) -> None:
    with pytest.raises(WorkbookError):
        recalculated(BOOK[: int(share * len(BOOK))])


@settings(max_examples=250)
@given(
    st.sampled_from(["stored", "deflated"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=3),
)
def test_a_workbook_with_flipped_bytes_is_computed_or_refused(
    shape: str, flips: list[tuple[float, int]]
) -> None:
    damaged = bytearray(zipped(PARTS, stored=shape == "stored"))
    for share, mask in flips:
        damaged[int(share * len(damaged))] ^= mask
    assert _computed_or_refused(bytes(damaged))


@settings(max_examples=250)
@given(
    st.sampled_from([SHEET, BOOK_PART, STRINGS, "xl/_rels/workbook.xml.rels", "_rels/.rels"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(32, 126)), min_size=1, max_size=3),
)
def test_a_workbook_with_wrong_letters_in_its_xml_is_computed_or_refused(
    part: str, letters: list[tuple[float, int]]
) -> None:
    damaged = bytearray(PARTS[part])
    for share, letter in letters:
        damaged[int(share * len(damaged))] = letter
    assert _computed_or_refused(with_part(part, bytes(damaged)))
