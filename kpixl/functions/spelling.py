"""The spellings under which spreadsheet programs store a call of one of our functions.

Excel stores the plain name in a workbook with its own macros, `[1]!KPI_X` or a path before `!` for an
add-in, `_xll.KPI_X` for an XLL, `_xlfn.`/`_xludf.` for a name it did not know, `_xldudf_` for a data-type or
web add-in (xlwings Lite puts `XLW_` behind it); LibreOffice 7.4 stores its programmatic name.
"""

from __future__ import annotations

import re
from collections.abc import Container

_PREFIX = re.compile(
    r"""(?: \[\d+\]!                          # an external link
          | '(?:[^']|'')*'!                   # a quoted path
          | [^\s'!()\[\],;]+\.xla[ms]?!       # an add-in's file name
          | _xldudf_(?:XLW_)? | _xlfn\. | _xludf\. | _xll\. | _xlws\.
          | ORG\.KPIXL\.KPIXLADDIN\.
        )+""",
    re.IGNORECASE | re.VERBOSE,
)


def plain_name(stored: str, names: Container[str]) -> str | None:
    """The plain name of our function that a stored function name means, or None if it is not ours.

    `names` holds the plain names in capitals; letter case does not count in a spreadsheet.
    """
    prefix = _PREFIX.match(stored)
    name = stored[prefix.end() :] if prefix else stored
    name = name.strip().upper()
    return name if name in names else None
