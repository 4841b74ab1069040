"""CSV and TSV files: their encoding and their delimiter are found out, their lines are counted."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from kpixl.data.grid import Row, checked
from kpixl.errors import SourceError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("utf-8", "cp932")  # Shift_JIS as Windows writes it; it takes almost any bytes, so it comes last
DELIMITERS = (",", "\t", ";")
SAMPLE_LINES, SAMPLE_CHARACTERS = 200, 1 << 18  # from which the delimiter is found out


def read_text(content: bytes, file: str) -> Iterator[Row]:
    """The rows of a CSV or TSV file. Raises `SourceError` for bytes that are no text."""
    return checked(_rows(decoded(content, file), file), file)


def decoded(content: bytes, file: str) -> str:
    """The file as text: as its byte order mark says, else UTF-8, else Shift_JIS. Raises `SourceError`."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content, (encoding,), file)
    if b"\0" in content:
        raise SourceError("import.nul", file=file)
    return _decoded(content, ENCODINGS, file)


def _decoded(content: bytes, encodings: tuple[str, ...], file: str) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as fault:
            line = content.count(b"\n", 0, fault.start) + 1
            continue
        if "\0" in text:
            raise SourceError("import.nul", file=file)
        return text
    raise SourceError("import.encoding", file=file, row=line)


def _rows(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    number = 1
    try:
        for cells in reader:
            yield Row(number, tuple(cells))
            number = reader.line_num + 1
    except csv.Error:
        raise SourceError("import.csv", file=file, row=number) from None


def delimiter(text: str) -> str:
    """What parts the most lines into equally many cells; a comma where nothing does."""
    sample = io.StringIO(text[:SAMPLE_CHARACTERS], newline="")
    lines = [line for _, line in zip(range(SAMPLE_LINES), sample)]
    return max(DELIMITERS, key=lambda mark: _agreeing(lines, mark))


def _agreeing(lines: list[str], mark: str) -> int:
    """How many lines have as many cells as the most of them, if that is more than one."""
    try:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=mark))
    except csv.Error:
        return 0
    del widths[0], widths[1]
    return max(widths.values(), default=0)
