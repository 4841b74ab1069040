"""The workbook that a command changes, as a file: read once, written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kpixl.errors import UsageError

if TYPE_CHECKING:
    from kpixl.hosts.headless_port import HeadlessWorkbook
    from kpixl.ooxml.files import LocalFile


@dataclass(frozen=True)
class BookFile:
    """Where a workbook is read, and where it is written: in place or elsewhere.

    Raises `UsageError` for a file elsewhere that is the same one, and for a backup of what is not replaced.
    """

    book: Path
    out: Path | None  # None: in place
    backup: bool

    def __post_init__(self) -> None:
        if self.backup and self.out:
            raise UsageError("cli.import.backup_in_place")
        if self.out and self.out.resolve() == self.book.resolve():
            raise UsageError("cli.import.out_is_book", file=str(self.out))

    @property
    def target(self) -> Path:
        return self.out or self.book

    def open(self) -> HeadlessWorkbook:
        """Raises `WorkbookError` or `UnsafeWorkbook`."""
        from kpixl.hosts.headless_port import HeadlessWorkbook

        return HeadlessWorkbook(self._before, str(self.book))

    def save(self, workbook: HeadlessWorkbook) -> bool:
        """Write what the workbook is now, unless the file says that already; whether it was written.

        Raises `OutputError`.
        """
        from kpixl.ooxml.files import LocalFile

        if self.out is None and workbook.content == self._before:
            return False
        if self.backup:
            self._file.keep_backup(self._before)
        (LocalFile(self.out) if self.out else self._file).write(workbook.content)
        return True

    @cached_property
    def _file(self) -> LocalFile:
        from kpixl.ooxml.files import LocalFile

        return LocalFile(self.book).followed()

    @cached_property
    def _before(self) -> bytes:
        return self._file.read()
