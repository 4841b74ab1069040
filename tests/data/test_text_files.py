"""CSV and TSV as tools write them: encodings, delimiters, line breaks within cells, and what is no text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpixl.data.grid import MOST_COLUMNS, Row
from kpixl.data.text_files import delimiter, read_text
from kpixl.errors import SourceError
from kpixl.i18n import LANGUAGES

TABLE = "日付,チャネル,件数\n2026/5/1,自然検索,12\n"
ROWS = [Row(1, ("日付", "チャネル", "件数")), Row(2, ("2026/5/1", "自然検索", "12"))]


def read(content: bytes) -> list[Row]:
    return list(read_text(content, "x.csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "shift_jis"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_end_gives_the_same_rows(encoding: str, end: str) -> None:
    assert read(TABLE.replace("\n", end).encode(encoding)) == ROWS


def test_utf_16_is_read_in_either_byte_order() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert read(mark + TABLE.encode(encoding)) == ROWS


def test_characters_that_only_windows_has_in_shift_jis_are_read() -> None:
    assert read("髙橋,①,㈱,～\n".encode("cp932")) == [Row(1, ("髙橋", "①", "㈱", "～"))]


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_the_delimiter_is_found_out(mark: str) -> None:
    assert read(TABLE.replace(",", mark).encode()) == ROWS


def test_a_tab_is_found_among_thousands_separators_and_commas_in_quotes() -> None:
    assert delimiter('a\tb\n1,234\t"x, y"\n1,234,567\tz\n') == "\t"
    assert delimiter('a,b\n"1;2;3",x\n"4;5;6",y\n') == ","


def test_a_file_of_one_column_has_commas() -> None:
    assert read("件数\n12\n".encode()) == [Row(1, ("件数",)), Row(2, ("12",))]


def test_a_record_of_several_lines_has_the_number_of_its_first_line() -> None:
    assert [row.number for row in read(b'a,b\n"one\ntwo",1\nx,2\n')] == [1, 2, 4]


def test_an_empty_file_has_no_rows() -> None:
    assert read(b"") == []


@pytest.mark.parametrize(
    ("content", "text_id"),
    [
        (b"a,b\n1\0,2\n", "import.nul"),
        (b"\xff\xfe" + "a\0b".encode("utf-16-le"), "import.nul"),
        (b"PK\x03\x04" + b"\0" * 30, "import.nul"),
        (b"a,b\n1,2\n\x81", "import.encoding"),
        (b"\xef\xbb\xbfa,\xff\n", "import.encoding"),
        (b"\xff\xfea", "import.encoding"),
        (b'a,b\n1,"never closed\n2,3\n', "import.csv"),
        (b'a,b\n"1"x,2\n', "import.csv"),
        (b"a,b\n" + b"x" * 200_000 + b",2\n", "import.csv"),
        (b"," * MOST_COLUMNS, "import.too_many_columns"),
    ],
)
def test_what_is_no_table_of_text_is_refused_in_one_sentence_that_names_the_file(
    content: bytes, text_id: str
) -> None:
    with pytest.raises(SourceError) as refusal:
        read(content)
    assert refusal.value.message.id == text_id
    for language in LANGUAGES:
        assert refusal.value.text(language).startswith("x.csv: ")


@given(st.binary(max_size=60) | st.text(alphabet='",;\t\n\r"a1\ufeff\0', max_size=40).map(str.encode))
def test_no_bytes_whatever_make_it_stumble(content: bytes) -> None:
    with suppress(SourceError):
        numbers = [row.number for row in read(content)]
        assert numbers == sorted(set(numbers))


def test_the_sentence_about_an_encoding_and_a_quotation_mark_names_the_line() -> None:
    for content, line in ((b"a\nb\n\x81", 3), (b'a\nb\nc,"d\n', 3)):
        with pytest.raises(SourceError, match=f"line {line}"):
            read(content)
