"""kpixl: KPI planning and monitoring functions for spreadsheets, and lossless headless recalculation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpixl.functions.registry import REGISTRY, call
from kpixl.functions.values import CellError
from kpixl.recalc.options import DEFAULT_OPTIONS, Options

if TYPE_CHECKING:
    from os import PathLike

    from kpixl.recalc.report import RecalcReport

__version__ = "0.1.0"
__all__ = ["REGISTRY", "CellError", "Options", "call", "recalculate"]


def recalculate(
    source: str | PathLike[str],
    target: str | PathLike[str] | None = None,
    options: Options = DEFAULT_OPTIONS,
) -> RecalcReport:
    """Recalculate a workbook without a spreadsheet program; see `kpixl.hosts.headless.recalculate`."""
    from kpixl.hosts.headless import recalculate as recalculate_headless  # heavy, so only when asked for

    return recalculate_headless(source, target, options)
