"""An extension that cannot load kpixl says so in cells and in the log; nothing is silent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from office.calc import Calc, running

from kpixl.hosts.libreoffice.commands import REFRESH


@pytest.fixture
def broken(calc: Calc, tmp_path: Path) -> Iterator[Calc]:
    """A LibreOffice whose extension lacks a file of kpixl's."""
    profile = tmp_path / "profile"
    shutil.copytree(calc.profile, profile, ignore=shutil.ignore_patterns(".lock", "kpixl.log"))
    (module,) = profile.glob("user/uno_packages/cache/uno_packages/*/*.oxt/pythonpath/kpixl/errors.py")
    module.write_text("raise ImportError('a part is missing')\n", encoding="utf-8")
    shutil.rmtree(module.parent / "__pycache__", ignore_errors=True)
    (whole,) = calc.profile.glob("user/uno_packages/cache/uno_packages/*/*.oxt/pythonpath")
    with running(profile, whole) as started:
        yield started


def test_cells_commands_and_log_say_that_kpixl_cannot_be_loaded(broken: Calc) -> None:
    number = broken.open(None, True)
    shown = broken.set_formula(number, "Sheet1", "A1", "=KPI_ALERT(45;100;0.5)")["text"]
    assert shown.startswith("kpixl cannot be loaded")
    assert "kpixl.log" in shown
    assert broken.set_formula(number, "Sheet1", "A2", "=KPI_BACKCALC(20;0.5)")["text"] == shown
    assert "a part is missing" in broken.log
    broken.dispatch(number, REFRESH.url)  # a message that nobody sees here, and no crash
    broken.close(number)
