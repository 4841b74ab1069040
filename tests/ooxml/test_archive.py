"""A zip file changed in some entries keeps every other byte, and one that cannot be trusted is refused."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks.compare import assert_sound, differing, raw_entries
from workbooks.corpus import corpus_files
from workbooks.hand import unzipped, with_wide_directory, with_wide_offsets, zipped
from workbooks.made import MAKERS, made

from kpixl.errors import KpixlError, UnsafeWorkbook, WorkbookError
from kpixl.ooxml.archive import Archive
from kpixl.ooxml.limits import Limits

CONTENTS = {"a.xml": b"<a/>" * 50, "dir/b.bin": bytes(range(256)), "漢字.txt": "目標".encode(), "empty": b""}
NEW = b"<changed>" + "値".encode() * 99 + b"</changed>"

SHAPES: dict[str, Callable[[], bytes]] = {
    "deflated": lambda: zipped(CONTENTS),
    "stored": lambda: zipped(CONTENTS, stored=True),
    "streamed": lambda: zipped(CONTENTS, streamed=True),
    "streamed and stored": lambda: zipped(CONTENTS, streamed=True, stored=True),
    "wide sizes": lambda: zipped(CONTENTS, zip64=True),
    "wide sizes, streamed": lambda: zipped(CONTENTS, zip64=True, streamed=True),
    "a wide directory": lambda: with_wide_directory(zipped(CONTENTS)),
    "a prefix": lambda: zipped(CONTENTS, prefix=b"MZ" + bytes(500)),
    "a prefix and a wide directory": lambda: with_wide_directory(zipped(CONTENTS, prefix=b"#!/bin/sh\n")),
    "a comment": lambda: zipped(CONTENTS, comment=b"made by hand"),
    "extra fields": lambda: zipped(CONTENTS, extra=b"\xfe\xca\x04\x00abcd"),
    "wide offsets": lambda: with_wide_offsets(zipped(CONTENTS)),
}
SHAPE = pytest.mark.parametrize("content", [pytest.param(make(), id=name) for name, make in SHAPES.items()])


@SHAPE
def test_an_archive_without_changes_is_the_same_bytes(content: bytes) -> None:
    assert Archive(content, "a.zip").replaced({}) == content


@SHAPE
def test_the_entries_are_read_in_their_order(content: bytes) -> None:
    archive = Archive(content, "a.zip")
    assert {name: archive.read(name) for name in archive.names()} == CONTENTS
    assert archive.names() == tuple(CONTENTS)


@SHAPE
@pytest.mark.parametrize("names", [("a.xml",), ("漢字.txt", "empty"), tuple(CONTENTS)], ids=len)
def test_changed_entries_are_new_and_all_others_keep_their_very_bytes(
    content: bytes, names: tuple[str, ...]
) -> None:
    after = Archive(content, "a.zip").replaced(dict.fromkeys(names, NEW))
    assert_sound(after)
    assert unzipped(after) == {**CONTENTS, **dict.fromkeys(names, NEW)}
    assert differing(content, after) == set(names)
    again = Archive(after, "a.zip")
    assert {name: again.read(name) for name in again.names()} == unzipped(after)


@SHAPE
def test_a_changed_entry_keeps_its_time_and_its_attributes(content: bytes) -> None:
    after = Archive(content, "a.zip").replaced({"a.xml": NEW})
    before_facts, after_facts = (raw_entries(archive)[0].facts for archive in (content, after))
    assert after_facts[:3] == before_facts[:3]  # time, attributes
    assert after_facts[3:5] == before_facts[3:5]  # comment, system
    assert after_facts[8] == before_facts[8]  # compression


@SHAPE
def test_what_lies_around_the_archive_stays(content: bytes) -> None:
    after = Archive(content, "a.zip").replaced({"a.xml": NEW})
    start = content.index(b"PK\x03\x04")
    assert after[:start] == content[:start]
    assert after[after.rindex(b"PK\x05\x06") + 20 :] == content[content.rindex(b"PK\x05\x06") + 20 :]


@SHAPE
def test_changing_an_entry_back_needs_no_second_change_elsewhere(content: bytes) -> None:
    archive = Archive(content, "a.zip")
    there = archive.replaced({"dir/b.bin": NEW})
    back = Archive(there, "a.zip").replaced({"dir/b.bin": CONTENTS["dir/b.bin"]})
    assert unzipped(back) == CONTENTS
    assert differing(content, back) <= {"dir/b.bin"}


@pytest.mark.parametrize("name", MAKERS)
def test_a_made_workbook_keeps_all_parts_but_the_changed_one(name: str) -> None:
    _assert_lossless(made(name))


@pytest.mark.parametrize("path", corpus_files())
def test_a_strangers_workbook_keeps_all_parts_but_the_changed_one(path: object) -> None:
    _assert_lossless(path.read_bytes())  # type: ignore[attr-defined]


def _assert_lossless(content: bytes) -> None:
    archive = Archive(content, "a.xlsx")
    assert archive.replaced({}) == content
    parts = unzipped(content)
    assert {name: archive.read(name) for name in archive.names()} == parts
    changed = list(parts)[len(parts) // 2]
    after = archive.replaced({changed: NEW})
    assert_sound(after)
    assert differing(content, after) == {changed}
    assert unzipped(after) == {**parts, changed: NEW}


# damage


@settings(max_examples=150)
@given(shape=st.sampled_from(sorted(SHAPES)), share=st.floats(0, 1, exclude_max=True))
def test_an_archive_cut_anywhere_is_refused_or_reads_the_same(shape: str, share: float) -> None:
    content = SHAPES[shape]()
    cut = content[: int(share * len(content))]
    try:
        archive = Archive(cut, "a.zip")
        read = {name: archive.read(name) for name in archive.names()}
    except WorkbookError:
        return
    assert read == CONTENTS


@settings(max_examples=300)
@given(
    shape=st.sampled_from(sorted(SHAPES)),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=4),
)
def test_flipped_bytes_are_refused_or_harmless(shape: str, flips: list[tuple[float, int]]) -> None:
    damaged = bytearray(SHAPES[shape]())
    for share, mask in flips:
        damaged[int(share * len(damaged))] ^= mask
    _open_and_change(bytes(damaged))


@pytest.mark.parametrize("mask", [0x01, 0x80, 0xFF])
def test_no_flipped_byte_of_the_directory_goes_unseen_or_escapes_as_another_exception(mask: int) -> None:
    content = with_wide_directory(zipped(CONTENTS, zip64=True, extra=b"\xfe\xca\x04\x00abcd"))
    for place in range(content.index(b"PK\x01\x02"), len(content)):
        damaged = bytearray(content)
        damaged[place] ^= mask
        _open_and_change(bytes(damaged))


def _open_and_change(content: bytes) -> None:
    try:
        archive = Archive(content, "a.zip")
        for name in archive.names():
            archive.peek(name, 64)
            # what is handed out was checked against the entry's own checksum
            assert zlib.crc32(archive.read(name)) == archive.entries[name].crc
    except KpixlError:
        return
    for name in archive.names():
        archive.replaced({name: NEW})


def _patched(content: bytes, name: str, offset: int, form: str, *values: int, local: bool = False) -> bytes:
    """The archive with a field changed in an entry's directory record, or in its local header."""
    mark = b"PK\x03\x04" if local else b"PK\x01\x02"
    name_at = 30 if local else 46
    place = content.index(mark)
    while not content.startswith(name.encode(), place + name_at):
        place = content.index(mark, place + 1)
    patched = bytearray(content)
    struct.pack_into(form, patched, place + offset, *values)
    return bytes(patched)


def _refusal(content: bytes, name: str = "a.xml", limits: Limits | None = None) -> KpixlError:
    with pytest.raises(KpixlError) as caught:
        (Archive(content, "a.zip", limits) if limits else Archive(content, "a.zip")).read(name)
    return caught.value


def test_a_wrong_checksum_is_damage() -> None:
    refusal = _refusal(_patched(zipped(CONTENTS), "a.xml", 16, "<L", 1))
    assert refusal.message.id == "workbook.damaged"
    assert "a.xml" in str(refusal)


@pytest.mark.parametrize("size", [0, 1, 199, 201, 1 << 20])
@pytest.mark.parametrize("stored", [False, True])
def test_a_wrong_size_is_damage(size: int, stored: bool) -> None:
    refusal = _refusal(_patched(zipped(CONTENTS, stored=stored), "a.xml", 24, "<L", size))
    assert refusal.message.id == "workbook.damaged"


def test_a_small_size_that_inflates_hugely_is_refused_without_inflating_it() -> None:
    huge = 64 << 20
    liar = _patched(zipped({"a.xml": bytes(huge)}), "a.xml", 24, "<L", 100)
    archive = Archive(liar, "a.zip")
    tracemalloc.start()
    try:
        with pytest.raises(WorkbookError):
            archive.read("a.xml")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1 << 20


def test_an_honest_giant_is_refused_before_it_is_inflated() -> None:
    refusal = _refusal(zipped({"a.xml": bytes(5000)}), limits=Limits(part_bytes=4999))
    assert isinstance(refusal, UnsafeWorkbook)
    assert refusal.message.id == "workbook.too_large"


def test_parts_that_are_too_large_only_together_are_refused() -> None:
    archive = Archive(zipped({"a": bytes(600), "b": bytes(600)}), "a.zip", Limits(total_bytes=1000))
    assert archive.read("a") == bytes(600)
    with pytest.raises(UnsafeWorkbook):
        archive.read("b")


def test_more_parts_than_allowed_are_refused() -> None:
    content = zipped({str(number): b"" for number in range(11)})
    assert len(Archive(content, "a.zip", Limits(parts=11)).names()) == 11
    with pytest.raises(UnsafeWorkbook, match="11 parts"):
        Archive(content, "a.zip", Limits(parts=10))


def test_two_entries_of_one_name_are_refused() -> None:
    content = zipped({"a.xml": b"1", "b.xml": b"2"}).replace(b"b.xml", b"a.xml")
    with pytest.raises(UnsafeWorkbook) as caught:
        Archive(content, "a.zip")
    assert caught.value.message.id == "workbook.duplicate_part"


def test_an_encrypted_entry_is_refused_and_may_lie_untouched_beside_others() -> None:
    content = _patched(zipped(CONTENTS), "a.xml", 8, "<H", 1)
    assert _refusal(content).message.id == "workbook.encrypted"
    after = Archive(content, "a.zip").replaced({"empty": NEW})
    assert raw_entries(after)[0] == raw_entries(content)[0]


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 95, 0xFFFF])
def test_an_unknown_compression_is_refused(method: int) -> None:
    assert (
        _refusal(_patched(zipped(CONTENTS), "a.xml", 10, "<H", method)).message.id == "workbook.compression"
    )


def test_entries_that_overlap_are_refused() -> None:
    content = zipped(CONTENTS)
    where = content.index(b"PK\x03\x04")
    overlapping = _patched(content, "dir/b.bin", 42, "<L", where)
    with pytest.raises(WorkbookError):
        Archive(overlapping, "a.zip")


def test_an_entry_that_reaches_into_the_next_is_refused() -> None:
    with pytest.raises(WorkbookError):
        Archive(_patched(zipped(CONTENTS), "a.xml", 20, "<L", 500), "a.zip")


@pytest.mark.parametrize("offset", [1, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
def test_an_entry_that_is_not_where_the_directory_says_is_refused(offset: int) -> None:
    with pytest.raises(WorkbookError):
        Archive(_patched(zipped(CONTENTS), "a.xml", 42, "<L", offset), "a.zip")


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06", b"x" * 100, b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(WorkbookError):
        Archive(content, "a.zip")


def test_an_archive_with_a_second_end_in_its_comment_is_refused() -> None:
    with pytest.raises(WorkbookError, match="directory"):
        Archive(zipped(CONTENTS, comment=b"PK\x05\x06"), "a.zip")


def test_an_archive_over_several_disks_is_refused() -> None:
    content = bytearray(zipped(CONTENTS))
    struct.pack_into("<H", content, content.rindex(b"PK\x05\x06") + 4, 3)
    with pytest.raises(WorkbookError, match="several disks"):
        Archive(bytes(content), "a.zip")


def test_an_archive_without_entries_has_none() -> None:
    assert Archive(zipped({}), "a.zip").names() == ()


def test_the_first_bytes_of_an_entry_can_be_peeked_at_without_the_rest() -> None:
    for content in (zipped(CONTENTS), zipped(CONTENTS, stored=True)):
        archive = Archive(content, "a.zip")
        assert archive.peek("a.xml", 6) == b"<a/><a"
        assert archive.peek("empty", 6) == b""
    assert Archive(_patched(zipped(CONTENTS), "a.xml", 10, "<H", 12), "a.zip").peek("empty", 6) == b""


def test_the_compressed_bytes_are_those_in_the_file() -> None:
    content = zipped(CONTENTS)
    archive = Archive(content, "a.zip")
    for entry in raw_entries(content):
        assert archive.compressed(entry.name) == entry.compressed


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("wide", [False, True])
def test_an_entry_can_go_and_the_others_keep_their_bytes(name: str, wide: bool) -> None:
    content = zipped(CONTENTS, prefix=b"before", comment=b"after")
    if wide:
        content = with_wide_directory(content)
    after = Archive(content, "a.zip").replaced({name: None})
    assert_sound(after)
    assert unzipped(after) == {other: body for other, body in CONTENTS.items() if other != name}
    assert raw_entries(after) == [entry for entry in raw_entries(content) if entry.name != name]
    assert list(Archive(after, "a.zip").names()) == [other for other in CONTENTS if other != name]
