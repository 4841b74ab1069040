"""What is wrong with a source, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from kpixl.i18n import Message


@dataclass(frozen=True)
class Problem:
    """Why a row cannot be taken as it is."""

    row: int  # as a person finds it: a line of a text file, a row of a sheet
    column: str  # its heading in the file; empty where the whole row is meant
    message: Message
