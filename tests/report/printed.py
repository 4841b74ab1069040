"""What a PDF says, by a program that is not the one that drew it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from report.browser import program


def paper_words(pdf: bytes, folder: Path) -> str:
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    command = [program("pdftotext"), "-layout", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def pages(pdf: bytes, folder: Path) -> int:
    """How many there are: pdftotext ends each with a form feed."""
    return paper_words(pdf, folder).count("\f")


def tagged(pdf: bytes, folder: Path) -> bool:
    """Whether it can be read aloud in order: its headings and tables are marked as such."""
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    told = subprocess.run([program("pdfinfo"), str(file)], capture_output=True, check=True).stdout.decode()
    return "Tagged:          yes" in told
