"""Reads the case files: what a function gives for some cells, written so that a marketer could add one.

A cell is a number, a text, true or false; `{}` is a blank, `{ error = "#REF!" }` an error cell. An argument
or a result is one cell, or a list of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Any

import tomllib

from kpixl.functions.values import ERROR_CODES, Argument, Cell, CellError, Result

CASE_FILES = tuple(sorted((Path(__file__).parent / "cases").glob("*.toml")))


@dataclass(frozen=True)
class Case:
    function: str
    name: str
    arguments: tuple[Argument, ...]
    result: Result

    def __str__(self) -> str:
        return f"{self.function}: {self.name}"


def cases(path: Path) -> list[Case]:
    """The cases of one file, in its order. Raises `ValueError` for what cannot be meant."""
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    read = [_case(document["function"], written) for written in document["case"]]
    names = [case.name for case in read]
    if len(set(names)) != len(names):
        raise ValueError(f"{path.name}: two cases have one name")
    return read


def every_case() -> list[Case]:
    return [case for path in CASE_FILES for case in cases(path)]


def same(result: Result, expected: Result) -> bool:
    """Whether two results are alike: shape, types, texts, error codes; numbers to 1e-9."""
    if isinstance(result, list) and isinstance(expected, list):
        return [len(row) for row in result] == [len(row) for row in expected] and all(
            _same_cell(cell, other)
            for row, other_row in zip(result, expected)
            for cell, other in zip(row, other_row)
        )
    return _same_cell(result, expected)


def cells_of(result: Result) -> Iterator[Cell]:
    """Every cell of a result, row by row."""
    if isinstance(result, list):
        for row in result:
            yield from row
    else:
        yield result


def reason_ids(result: Result) -> list[str]:
    """The text ids of the reasons in a result's error cells."""
    return [cell.reason.id for cell in cells_of(result) if isinstance(cell, CellError) and cell.reason]


def _case(function: str, written: dict[str, Any]) -> Case:
    if set(written) != {"name", "arguments", "result"}:
        raise ValueError(f"{function}: a case has a name, arguments and a result, not {sorted(written)}")
    arguments = tuple(_argument(argument) for argument in written["arguments"])
    return Case(function, written["name"], arguments, _argument(written["result"]))


def _argument(written: Any) -> Any:
    if not isinstance(written, list):
        return _cell(written)
    if not all(isinstance(row, list) for row in written):
        raise ValueError(f"not a list of rows: {written}")
    return [[_cell(cell) for cell in row] for row in written]


def _cell(written: Any) -> Cell:
    if written == {}:
        return None
    if isinstance(written, dict) and set(written) == {"error"} and written["error"] in ERROR_CODES:
        return CellError(written["error"])
    if isinstance(written, (bool, str)):
        return written
    if isinstance(written, (int, float)):
        return float(written)
    raise ValueError(f"not a cell: {written}")


def _same_cell(cell: object, expected: object) -> bool:
    if type(cell) is not type(expected):
        return False
    if isinstance(cell, float) and isinstance(expected, float):
        return isclose(cell, expected, rel_tol=1e-9, abs_tol=0.0 if expected else 1e-12)
    return cell == expected
