"""How much a workbook may ask of us before it is taken for an attack."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20
PLAUSIBLE_BYTES = 16 * MEBIBYTE
"""Up to this size a part may be compressed as well as it can be."""


@dataclass(frozen=True)
class Limits:
    """Bounds on one workbook file; each field can be raised by its name on the command line."""

    parts: int = 10_000
    part_bytes: int = 256 * MEBIBYTE  # of one part, inflated
    total_bytes: int = 512 * MEBIBYTE  # of the parts that are read, inflated
    ratio: int = 200  # how many times a part may grow when it is inflated; sheets of Excel grow 5 to 25 times
    depth: int = 256  # of elements within elements
    cells: int = 5_000_000
    array_cells: int = 200_000  # that array formulas fill; each costs far more than a byte of the file
    names: int = 100_000  # defined names
    memory: int = 2048 * MEBIBYTE  # of the process that computes, where the system can bound it


DEFAULT_LIMITS = Limits()
