"""The Python outside of LibreOffice that has all of kpixl: what needs its libraries is done there.

`kpixl install libreoffice` leaves its path in the extension.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence

from kpixl.errors import UsageError, WorkbookError
from kpixl.hosts.libreoffice.inside.log import log
from kpixl.hosts.libreoffice.inside.office import extension_file

INSTALLATION = "kpixl_installation.json"
PATIENCE = 300  # seconds

# what LibreOffice sets for its own Python would confuse another one
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "URE_BOOTSTRAP")


def run(module: str, arguments: Sequence[str], given: str = "") -> str:
    """Run a module of kpixl there with something to read; gives what it printed.

    Raises `UsageError` when there is no such Python, `WorkbookError` with what it says when it fails.
    """
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment["PYTHONIOENCODING"] = "utf-8"
    try:
        done = subprocess.run(
            [
                _python(),
                "-P",
                "-m",
                module,
                *arguments,
            ],  # -P: no modules from whatever folder this is
            input=given,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except OSError:
        raise UsageError("office.outside.missing") from None
    except subprocess.TimeoutExpired:
        raise WorkbookError("office.outside.too_long", minutes=PATIENCE // 60) from None
    if done.returncode:
        log().error("%s %s: %s", module, arguments, done.stderr)
        if "No module named" in done.stderr:
            raise UsageError("office.outside.missing")
        said = done.stderr.strip().splitlines() or ["?"]
        raise WorkbookError("office.outside.failed", detail=said[-1])
    return done.stdout


def _python() -> str:
    try:
        installed = json.loads(extension_file(INSTALLATION).read_text(encoding="utf-8"))
    except OSError:
        raise UsageError("office.outside.missing") from None
    return str(installed["python"])
