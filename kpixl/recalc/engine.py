"""The calculation engine, formualizer, behind a few plain functions; no other module imports it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

import formualizer

from kpixl.functions.values import Argument, Cell, CellError, Result
from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, cell_name

CODE_OF_KIND = {
    "Null": "#NULL!",
    "Div": "#DIV/0!",
    "Value": "#VALUE!",
    "Ref": "#REF!",
    "Name": "#NAME?",
    "Num": "#NUM!",
    "Na": "#N/A",
    "Spill": "#SPILL!",
    "Calc": "#CALC!",
}
KIND_OF_CODE = {code: kind for kind, code in CODE_OF_KIND.items()}
OMITTED = "\ue000"
"""Stands for an omitted argument of our functions, which the engine would hand over as 0."""

DENSE = 20
"""Cells of a bounding box per wanted cell up to which the whole box is read at once."""

MOST_READ = 1_000_000
"""Cells up to which a range is searched for an error."""
# the workbook's own limits were checked when it was read
LOAD_LIMITS = {
    "max_input_bytes": 1 << 40,
    "max_entries": 65_535,
    "max_expanded_bytes": 1 << 40,
    "max_part_bytes": 1 << 40,
}

Place = tuple[str, int, int]
"""Sheet, row, column."""

CustomFunction = Callable[[tuple[Argument, ...]], Result]


class TokenKind(Enum):
    FUNCTION = "function"  # the name with its opening parenthesis
    CLOSE = "close"  # the parenthesis that ends a function's arguments
    OPEN_GROUP = "open group"
    CLOSE_GROUP = "close group"
    REFERENCE = "reference"  # a cell, a range, a structured reference or a name
    LITERAL = "literal"
    SEPARATOR = "separator"
    PREFIX = "prefix"
    INFIX = "infix"
    POSTFIX = "postfix"
    SPACE = "space"


class Token(NamedTuple):
    kind: TokenKind
    text: str


class NotAFormula(ValueError):
    """The engine cannot read the formula."""


@dataclass(frozen=True)
class NotComputed:
    """A cell the engine has no value for, other than a spreadsheet's own errors: a cycle, say."""

    kind: str


Value = Cell | NotComputed


_SIMPLE_KINDS = {
    formualizer.TokenType.Sep: TokenKind.SEPARATOR,
    formualizer.TokenType.OpPrefix: TokenKind.PREFIX,
    formualizer.TokenType.OpInfix: TokenKind.INFIX,
    formualizer.TokenType.OpPostfix: TokenKind.POSTFIX,
    formualizer.TokenType.Whitespace: TokenKind.SPACE,
}


def tokens(formula: str) -> Iterator[Token]:
    """The formula (without its equals sign) in pieces; put together again they are the formula.

    Raises `NotAFormula` for what the engine cannot parse.
    """
    source = "=" + formula
    try:
        formualizer.parse(source)
        found = formualizer.Tokenizer(source).tokens()
    except Exception as fault:  # the engine's parser raises several unrelated types
        raise NotAFormula(str(fault)) from None
    for token in found:
        yield Token(_kind(token), token.value)


def _kind(token: Any) -> TokenKind:
    kind, subtype = token.token_type, token.subtype
    opens = subtype == formualizer.TokenSubType.Open
    if kind in _SIMPLE_KINDS:
        return _SIMPLE_KINDS[kind]
    if kind == formualizer.TokenType.Func:
        return TokenKind.FUNCTION if opens else TokenKind.CLOSE
    if kind in (formualizer.TokenType.Paren, formualizer.TokenType.Array):
        return TokenKind.OPEN_GROUP if opens else TokenKind.CLOSE_GROUP
    if kind == formualizer.TokenType.Operand and subtype == formualizer.TokenSubType.Range:
        return TokenKind.REFERENCE
    return TokenKind.LITERAL


@cache
def knows_function(name: str) -> bool:
    """Whether the engine computes a built-in function; an unknown one gives #NAME?."""
    workbook = formualizer.Workbook()
    workbook.add_sheet("S")
    try:
        workbook.set_formula("S", 1, 1, f"={name}()")
        workbook.evaluate_all()
        value = workbook.get_value("S", 1, 1)
    except Exception:  # the engine's own refusals of a call without arguments
        return False
    return not (isinstance(value, dict) and value.get("kind") in ("Name", "NImpl"))


class Engine:
    """A workbook loaded. Raises `EngineFault` where the engine gives up on the whole book."""

    def __init__(
        self,
        workbook: bytes,
        functions: Mapping[str, CustomFunction],
        *,
        uses_1904_dates: bool,
        iterates: bool,
        now: datetime,
    ) -> None:
        config = formualizer.EvaluationConfig()
        config.enable_parallel = False  # calls back on this thread only
        if uses_1904_dates:
            config.date_system = "1904"
        if iterates:
            config.cycle_policy = "iterate"
        self._failures: list[CellError] = []
        self._fatal: list[MemoryError] = []
        try:
            self._workbook = formualizer.Workbook.from_bytes(
                workbook,
                config=formualizer.WorkbookConfig(
                    eval_config=config, mode=formualizer.WorkbookMode.Ephemeral
                ),
                load_limits=LOAD_LIMITS,
            )
            self._workbook.set_temporal_egress("serial")
            offset = now.utcoffset()
            seconds = int(offset.total_seconds()) if offset else 0
            utc = now.astimezone(timezone.utc)
            self._workbook.set_deterministic_clock(utc, seconds)
            for name, function in functions.items():
                self._workbook.register_function(name, _callback(function, self._failures, self._fatal))
        except Exception as fault:  # whatever the engine raises, the caller must leave the file alone
            raise EngineFault(str(fault)) from None

    def compute(self) -> None:
        try:
            self._workbook.evaluate_all()
        except Exception as fault:
            raise EngineFault(str(fault)) from None
        if self._fatal:
            raise self._fatal[0]

    def compute_cell(self, place: Place) -> None:
        """Compute one formula, and what it reads where that is not computed yet."""
        with suppress(Exception):  # what the engine says to it counts when the workbook is computed
            self._workbook.evaluate_cell(*place)
        if self._fatal:
            raise self._fatal[0]

    def shows_error(self, sheet: str, area: Area) -> bool:
        """Whether one of these cells holds an error."""
        if area.size > MOST_READ:
            return False
        return any(isinstance(value, CellError) for value in self.values(sheet, list(area.cells())).values())

    def values(self, sheet: str, positions: Collection[tuple[int, int]]) -> dict[tuple[int, int], Value]:
        """The computed values of these cells of a sheet."""
        if not positions:
            return {}
        box = Area.around(positions)
        if box.size > DENSE * len(positions):
            get = self._workbook.get_value
            return {(row, column): _value(get(sheet, row, column)) for row, column in positions}
        address = formualizer.RangeAddress(sheet, box.top, box.left, box.bottom, box.right)
        rows = self._workbook.sheet(sheet).get_values(address)
        return {(row, column): _value(rows[row - box.top][column - box.left]) for row, column in positions}

    def spill_area(self, sheet: str, row: int, column: int) -> Area | None:
        """The area over which the formula of a cell has spilled, None where it has one value."""
        spill = self._workbook.inspect_cell(_address((sheet, row, column)), include_values=False).cell.spill
        if spill is None or not spill.extent:
            return None
        return Area.parse(spill.extent.rpartition("!")[2])

    def shape(self, sheet: str, row: int, column: int) -> tuple[int, int] | None:
        """How many rows and columns the result of a formula has, spilled or not; None if it is an error.

        This is computed in the last cell of the sheet, so nothing else may be computed afterwards.
        """
        formula = self._workbook.get_formula(sheet, row, column)
        if not formula:
            return None
        counts = []
        for count in ("ROWS", "COLUMNS"):
            self._workbook.set_formula(sheet, LAST_ROW, LAST_COLUMN, f"={count}({formula.lstrip('=')})")
            counts.append(_value(self._workbook.evaluate_cell(sheet, LAST_ROW, LAST_COLUMN)))
        rows, columns = counts
        return (int(rows), int(columns)) if isinstance(rows, float) and isinstance(columns, float) else None

    def failure(self, sheet: str, row: int, column: int) -> CellError | None:
        """The error with a reason that a function of ours gave in this cell; it is computed once more."""
        formula = self._workbook.get_formula(sheet, row, column)
        if not formula:
            return None
        self._failures.clear()
        self._workbook.set_formula(sheet, row, column, formula)
        self._workbook.evaluate_cell(sheet, row, column)
        return self._failures[0] if self._failures else None


def _callback(
    function: CustomFunction, failures: list[CellError], fatal: list[MemoryError]
) -> Callable[..., Any]:
    """A function of ours as the engine calls it; errors with a reason are noted among the failures.

    It must not refer to the `Engine`: the engine's workbook would hold it, and be held by it, for ever.
    """

    def called(*given: Any) -> Any:
        try:
            result = function(tuple(_argument(argument) for argument in given))
        except MemoryError as fault:  # of which the engine would make an error value
            fatal.append(fault)
            raise
        rows = result if isinstance(result, list) else [[result]]
        failures.extend(cell for row in rows for cell in row if isinstance(cell, CellError) and cell.reason)
        outgoing = [[_outgoing(cell) for cell in row] for row in rows]
        return outgoing if isinstance(result, list) else outgoing[0][0]

    return called


def _address(place: Place) -> str:
    sheet, row, column = place
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell_name(row, column)}"


class EngineFault(Exception):
    """The engine cannot load or compute the workbook at all."""


def _argument(given: Any) -> Argument:
    if isinstance(given, list):
        return [[_cell(cell) for cell in row] for row in given]
    return _cell(given)


def _cell(given: Any) -> Cell:
    if isinstance(given, dict):
        return CellError(CODE_OF_KIND.get(str(given.get("kind")), "#VALUE!"))
    if given == OMITTED:
        return None
    if given is None or isinstance(given, (bool, float, str)):
        return given
    return float(given)


def _outgoing(cell: Cell) -> Any:
    if isinstance(cell, CellError):
        return {"type": "Error", "kind": KIND_OF_CODE.get(cell.code, "Value")}
    return 0.0 if cell is None else cell  # a blank passed through shows as 0, as in any formula


def _value(given: Any) -> Value:
    if isinstance(given, dict):
        kind = str(given.get("kind"))
        return CellError(CODE_OF_KIND[kind]) if kind in CODE_OF_KIND else NotComputed(kind)
    if given is None or isinstance(given, (bool, str)):
        return given
    return float(given)
