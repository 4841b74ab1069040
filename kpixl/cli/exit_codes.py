"""What the command's exit code means."""

from __future__ import annotations

from kpixl.errors import KpixlError, SourceError, UsageError, WorkbookError

FINE = 0
SOME_FAILED = 1  # done, but some input failed or an asked-for condition was not met
WRONG_USAGE = 2
UNREADABLE = 3  # unreadable or unsafe input
INTERRUPTED = 130


def exit_code(error: KpixlError) -> int:
    if isinstance(error, (WorkbookError, SourceError)):
        return UNREADABLE
    return WRONG_USAGE if isinstance(error, UsageError) else SOME_FAILED
