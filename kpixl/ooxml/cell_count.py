"""Counting cells without reading them, so that a limit on them costs next to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# the zero bytes of UTF-16 may stand between the letters
_CELL = re.compile(rb"<\0?(?:(?:[\w.-]\0?)++:\0?)?c\0?[\s/>]")


@dataclass
class CellCount:
    """The cells of several worksheet parts, counted only once their number is in doubt."""

    counted: int = 0
    _uncounted: list[bytes] = field(default_factory=list)
    _tags: int = 0  # of the parts not counted, at most as many of them cells

    def exceeds(self, limit: int, content: bytes) -> bool:
        """Whether the cells of this part and of those before it are more than the limit."""
        self._uncounted.append(content)
        self._tags += content.count(b"<")
        if self.counted + self._tags > limit:
            self.counted += sum(1 for part in self._uncounted for _ in _CELL.finditer(part))
            self._uncounted.clear()
            self._tags = 0
        return self.counted > limit
