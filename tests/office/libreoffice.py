"""A private LibreOffice for the tests: started, used once, ended by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jpholiday
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
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
    found: dict[str, list[list[object]]] = _run("read_values.py", folder, KPIXL_TEST_BOOK=str(book))["values"]
    return found


def run_vba(books: Sequence[Mapping[str, object]], folder: Path) -> list[dict[str, Any]]:
    """What came of opening workbooks and calling procedures of their VBA, as `run_vba.py` explains."""
    pure_python = str(Path(jpholiday.__file__).parents[1])  # the one library that kpixl's functions need
    work = folder / "work.json"
    work.write_text(json.dumps({"path": [str(ROOT), pure_python], "books": list(books)}), encoding="utf-8")
    found: list[dict[str, Any]] = _run("run_vba.py", folder, KPIXL_TEST_WORK=str(work))["books"]
    return found


def _run(script: str, folder: Path, **environment: str) -> dict[str, Any]:
    """What a script gives that runs inside a LibreOffice of its own."""
    scripts = folder / "profile" / "user" / "Scripts" / "python"
    scripts.mkdir(parents=True)
    shutil.copy(HERE / script, scripts)
    result = folder / "values.json"
    own = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    own |= {"PATH": os.defpath, "KPIXL_TEST_VALUES": str(result), **environment}
    subprocess.run(
        [
            libreoffice(),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"vnd.sun.star.script:{script}$main?language=Python&location=user",
        ],
        env=own,
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert "error" not in found, found["error"]
    return found
