"""How much a workbook may ask of us before it is taken for an attack."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds on one workbook file."""

    parts: int = 10_000
    part_bytes: int = 256 * MEBIBYTE
    total_bytes: int = 512 * MEBIBYTE  # of the parts that are read


DEFAULT_LIMITS = Limits()
