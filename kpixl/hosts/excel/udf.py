"""What the VBA in a workbook calls through xlwings' COM server, which finds it by this module's name."""

from __future__ import annotations

from typing import Any

import xlwings as xw

from kpixl.hosts.excel.calls import answered


@xw.func
@xw.arg("name", "raw")
@xw.arg("*values", "raw")
@xw.ret("raw")
def answer(name: Any, *values: Any) -> Any:
    """What the function of kpixl with this name gives for these values."""
    return answered(name, values)
