"""The workbooks that kpixl hands out ready built."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "templates"


def template(name: str) -> bytes:
    """One of them, recalculated, such as `planner.web.ja`."""
    return (FOLDER / f"{name}.xlsx").read_bytes()
