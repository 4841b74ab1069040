"""The command line speaks the language of its environment; the tests have one of their own."""

from __future__ import annotations

import pytest

from kpixl.cli.language import VARIABLE


@pytest.fixture(autouse=True)
def _no_language_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
