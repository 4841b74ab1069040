"""Workbooks that strangers made, kept beside the repository; where they are not, their tests are skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
FILES = tuple(sorted(CORPUS.glob("*.xl*")))


def corpus_files() -> list[object]:
    """The files as parameters of a test; one skipped parameter where there are none."""
    if not FILES:
        return [pytest.param(Path("none.xlsx"), marks=pytest.mark.skip(reason="corpus not present"))]
    return [pytest.param(path, id=path.name) for path in FILES]
