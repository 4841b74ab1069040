"""Files that cannot be handled safely are refused in one sentence, and nothing on the disk changes."""

from __future__ import annotations

import errno
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import hand, traps
from workbooks.hand import HEAD, MAIN, F, book, cells, parts, sheet, zipped
from workbooks.runs import recalculated

from kpixl.errors import KpixlError, UnsafeWorkbook, WorkbookError
from kpixl.hosts.headless import recalculate
from kpixl.i18n import LANGUAGES

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLAIN = {"S": {"A1": "x", "B1": F(traps.OURS, 1)}}
PARTS = parts(PLAIN, strings=["x"])
BOOK = zipped(PARTS)
DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'
BOMB = '<!DOCTYPE x [<!ENTITY a "' + "lol" * 99 + '">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 9}">' for before, name in zip("abcdefgh", "bcdefghi")
) + "]>"  # fmt: skip
SHEET, BOOK_PART, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"


def _with(part: str, content: bytes | None) -> bytes:
    changed = {**PARTS, part: content}
    return zipped({name: body for name, body in changed.items() if body is not None})


def _with_prolog(part: str, prolog: str, encoding: str = "utf-8") -> bytes:
    text = PARTS[part].decode()
    at = text.index("?>") + 2
    text = text[:at] + prolog + text[at:]
    return _with(part, text.replace("UTF-8", encoding.upper()).encode(encoding))


def _inflating(part: str, size: int) -> bytes:
    return _with(part, PARTS[part] + b" " * size)


def _lying(content: bytes) -> bytes:
    """The sheet's size in the directory made small."""
    damaged = bytearray(content)
    place = damaged.rindex(SHEET.encode())
    struct.pack_into("<L", damaged, place - 46 + 24, 10)
    return bytes(damaged)


def _docx() -> bytes:
    relations = hand.relationships(("rId1", "officeDocument", "word/document.xml"))
    document = f"{HEAD}<document><body/></document>"
    return zipped({"_rels/.rels": relations.encode(), "word/document.xml": document.encode()})


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "workbook.empty"),
    "a text": ("月,実績\n4月,80\n".encode(), "workbook.not_workbook"),
    "zeros": (bytes(5000), "workbook.not_workbook"),
    "a web page": (b"<!DOCTYPE html><html></html>", "workbook.not_workbook"),
    "an encrypted workbook": (
        COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        "workbook.encrypted",
    ),
    "an old workbook": (
        COMPOUND + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600),
        "workbook.old_format",
    ),
    "cut in half": (BOOK[: len(BOOK) // 2], "workbook.damaged"),
    "one byte short": (BOOK[:-1], "workbook.damaged"),
    "only the first four bytes": (b"PK\x03\x04", "workbook.damaged"),
    "an archive without entries": (zipped({}), "workbook.not_workbook"),
    "some archive": (zipped({"a.txt": b"a"}), "workbook.not_workbook"),
    "a document": (_docx(), "workbook.not_workbook"),
    "no relations": (_with("_rels/.rels", None), "workbook.not_workbook"),
    "no workbook part": (_with(BOOK_PART, None), "workbook.not_workbook"),
    "a table as the workbook": (
        _with(BOOK_PART, hand.table("T", "A1:B2", ["a", "b"]).encode()),
        "workbook.not_workbook",
    ),
    "a DTD in the sheet": (_with_prolog(SHEET, DTD), "workbook.doctype"),
    "a DTD in the workbook": (_with_prolog(BOOK_PART, DTD), "workbook.doctype"),
    "a DTD in the strings": (_with_prolog(STRINGS, DTD), "workbook.doctype"),
    "a DTD in the relations": (_with_prolog("xl/_rels/workbook.xml.rels", DTD), "workbook.doctype"),
    "a DTD in UTF-16 in the sheet": (_with_prolog(SHEET, DTD, "utf-16"), "workbook.doctype"),
    "a DTD in UTF-16 in the workbook": (_with_prolog(BOOK_PART, DTD, "utf-16"), "workbook.doctype"),
    "a DTD in UTF-16 in the strings": (_with_prolog(STRINGS, DTD, "utf-16"), "workbook.doctype"),
    "a DTD behind a long comment in the sheet": (
        _with_prolog(SHEET, f"<!--{'x' * 9999}-->{DTD}"),
        "workbook.doctype",
    ),
    "a DTD behind a long comment in the workbook": (
        _with_prolog(BOOK_PART, f"<!--{'x' * 9999}-->{DTD}"),
        "workbook.doctype",
    ),
    "a DTD behind a long comment in the strings": (
        _with_prolog(STRINGS, f"<!--{'x' * 9999}-->{DTD}"),
        "workbook.doctype",
    ),
    "an entity bomb in the sheet": (_with_prolog(SHEET, BOMB), "workbook.doctype"),
    "an entity bomb in the strings": (_with_prolog(STRINGS, BOMB), "workbook.doctype"),
    "a zip bomb": (_inflating(SHEET, 257 << 20), "workbook.too_large"),
    "a zip bomb that lies": (_lying(_inflating(SHEET, 32 << 20)), "workbook.damaged"),
    "too many parts": (
        zipped({**PARTS, **{f"x/{n}": b"" for n in range(10_000)}}),
        "workbook.too_many_parts",
    ),
    "a sheet that breaks off": (_with(SHEET, PARTS[SHEET][:-30]), "workbook.part_invalid"),
    "an empty sheet part": (_with(SHEET, b""), "workbook.part_invalid"),
    "a workbook that breaks off": (_with(BOOK_PART, PARTS[BOOK_PART][:-30]), "workbook.part_invalid"),
    "a sheet with a wrong character": (
        _with(SHEET, PARTS[SHEET].replace(b"<v>1", b"<v>\x07")),
        "workbook.part_invalid",
    ),
    "a sheet with a wrong row": (
        _with(SHEET, sheet('<row r="x"><c><f>1</f></c></row>').encode()),
        "workbook.part_invalid",
    ),
    "an unknown entity": (_with(SHEET, PARTS[SHEET].replace(b"<v>1", b"<v>&x;")), "workbook.part_invalid"),
    "strings that break off": (_with(STRINGS, PARTS[STRINGS][:-30]), "workbook.engine"),
}
REFUSED = pytest.mark.parametrize("name", HOSTILE)


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


@REFUSED
@pytest.mark.parametrize("in_place", [True, False], ids=["in place", "to another file"])
def test_a_hostile_file_is_refused_and_nothing_changes(name: str, in_place: bool, tmp_path: Path) -> None:
    content, reason = HOSTILE[name]
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
    "name", [name for name, (_, reason) in HOSTILE.items() if "doctype" in reason or "too_" in reason]
)
def test_what_is_not_safe_is_told_from_what_is_broken(name: str) -> None:
    with pytest.raises(UnsafeWorkbook):
        recalculated(HOSTILE[name][0])


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
    outcome = recalculated(_with(SHEET, None))
    assert outcome.formulas == 0
    assert outcome.content == _with(SHEET, None)


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
    content = _with(part, text.encode())
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
    assert _computed_or_refused(_with(part, bytes(damaged)))
