"""Opening a source by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kpixl.data.grid import MOST_BYTES, Row
from kpixl.errors import SourceError

TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
ENDINGS = (*TEXTS, *WORKBOOKS, ".parquet", ".sql")


@contextmanager
def open_source(path: Path, file: str, sheet: str = "") -> Iterator[Iterator[Row]]:
    """The rows of a source; `file` is what messages call it. Raises `SourceError` and `WorkbookError`."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise SourceError("import.kind", file=file, endings=", ".join(ENDINGS))
    content = read_bounded(path, file)
    if ending in TEXTS:
        from kpixl.data.text_files import read_text

        yield read_text(content, file)
    elif ending in WORKBOOKS:
        from kpixl.data.excel import read_excel

        yield read_excel(content, file, sheet)
    elif ending == ".parquet":
        from kpixl.data.duck import read_parquet

        yield read_parquet(path, file)
    else:
        from kpixl.data.duck import read_sql
        from kpixl.data.text_files import decoded

        yield read_sql(path, decoded(content, file), file)


def read_bounded(path: Path, file: str, limit: int = MOST_BYTES) -> bytes:
    """A file's content. Raises `SourceError` for what is no file, cannot be read or is absurdly large."""
    try:
        if not path.exists():
            raise SourceError("import.missing", file=file)
        if not path.is_file():  # a folder, a device, a pipe
            raise SourceError("import.no_file", file=file)
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except (OSError, ValueError) as fault:
        detail = getattr(fault, "strerror", None) or str(fault)
        raise SourceError("import.cannot_read", file=file, detail=detail) from None
    if len(content) > limit:
        raise SourceError("import.too_large", file=file, limit=limit)
    return content
