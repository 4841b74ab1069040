"""A LibreOffice that runs the VBA of workbooks: started, used once, ended by itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jpholiday
from office.calc import needed

from kpixl.hosts.libreoffice.programs import clean_environment

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCRIPT = "run_vba.py"
PATIENCE = 300  # seconds until a hanging LibreOffice is ended


def run_vba(books: Sequence[Mapping[str, object]], folder: Path) -> list[dict[str, Any]]:
    """What came of opening workbooks and calling procedures of their VBA, as `run_vba.py` explains."""
    scripts = folder / "profile" / "user" / "Scripts" / "python"
    scripts.mkdir(parents=True)
    shutil.copy(HERE / SCRIPT, scripts)
    pure_python = str(Path(jpholiday.__file__).parents[1])  # the one library that kpixl's functions need
    work, result = folder / "work.json", folder / "result.json"
    work.write_text(json.dumps({"path": [str(ROOT), pure_python], "books": list(books)}), encoding="utf-8")
    subprocess.run(
        [
            str(needed().soffice),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"vnd.sun.star.script:{SCRIPT}$main?language=Python&location=user",
        ],
        env=clean_environment() | {"KPIXL_TEST_WORK": str(work), "KPIXL_TEST_VALUES": str(result)},
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    found = json.loads(result.read_text(encoding="utf-8"))
    assert "error" not in found, found["error"]
    books_found: list[dict[str, Any]] = found["books"]
    return books_found
