"""A private LibreOffice for the tests: started, used once, ended by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("read_values.py")
URL = "vnd.sun.star.script:read_values.py$main?language=Python&location=user"
# a Python environment of ours, on the path too, would confuse the Python inside LibreOffice
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
PATIENCE = 300  # seconds until a hanging LibreOffice is ended


def libreoffice() -> str:
    """The program's path; without it the test is skipped, or fails where hosts are required."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program:
        return program
    reason = "LibreOffice is not installed"
    if os.environ.get("KPIXL_REQUIRE_HOSTS"):
        pytest.fail(reason)
    pytest.skip(reason)


def recalculated_values(book: Path, folder: Path) -> dict[str, list[list[object]]]:
    """Every cell's value by sheet and row after LibreOffice has recalculated the workbook."""
    return values_of_all([book], folder)[0]


def values_of_all(books: Sequence[Path], folder: Path) -> list[dict[str, list[list[object]]]]:
    """The values of several workbooks, for which LibreOffice is started once."""
    scripts = folder / "profile" / "user" / "Scripts" / "python"
    scripts.mkdir(parents=True)
    shutil.copy(SCRIPT, scripts)
    result = folder / "values.json"
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment |= {
        "PATH": os.defpath,
        "KPIXL_TEST_BOOKS": json.dumps([str(book) for book in books]),
        "KPIXL_TEST_VALUES": str(result),
    }
    subprocess.run(
        [
            libreoffice(),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            URL,
        ],
        env=environment,
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    found = json.loads(result.read_text(encoding="utf-8"))
    assert "error" not in found, found["error"]
    return found["values"]
