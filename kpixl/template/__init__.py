"""Workbooks built from data: sheets, styles, charts and sample cases."""

from __future__ import annotations

import os

# where lxml happens to be installed, openpyxl would write the same workbook as other bytes
os.environ["OPENPYXL_LXML"] = "False"
