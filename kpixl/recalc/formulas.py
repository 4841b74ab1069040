"""Preparing a stored formula for the engine, or saying why it cannot be computed.

The engine computes every formula as a dynamic array.  A file says more: a plain formula has one value
(ranges meet the formula's row or column, "implicit intersection"), an array formula fills a fixed area,
and only a formula with cell metadata spills.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import Shape
from kpixl.functions.spelling import plain_name
from kpixl.i18n import Message
from kpixl.ooxml.address import LAST_COLUMN, LAST_ROW, Area, column_letters, column_number
from kpixl.ooxml.tables import Table
from kpixl.recalc.array_functions import COMPUTES_ARRAYS, GIVES_ARRAYS, SPILL_OF, TAKES_ARRAYS
from kpixl.recalc.collapses import collapses
from kpixl.recalc.engine import OMITTED, NotAFormula, Token, TokenKind, knows_function, tokens
from kpixl.recalc.one_value import takes_one_value
from kpixl.recalc.structured_refs import UnknownReference, is_structured, resolve

FIRST = "KPIXL__FIRST"  # the first value of an array; registered by the headless host
FIT = "KPIXL__FIT"  # an array cut or filled to a fixed size
BLOCKED = "KPIXL__BLOCKED"  # the error of a spill that has no room
SINGLE = "_XLFN.SINGLE"  # how a file stores the operator @
VOLATILE = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT"}
ABOUT_THE_PROGRAM = {"CELL", "INFO"}  # their answers belong to the program that has the file open
# formats of TEXT that the engine computes wrongly: Japanese eras and weekdays, locale codes, powers,
# fractions
WRONG_TEXT_FORMAT = re.compile(r"\[\$|g|aaa|e|\[dbnum|[0#?]\s*/\s*[0-9#?]")
EXTERNAL = re.compile(r"^'?[^\[\]!]*\[[^\]]+\][^!]*!|^'[^']*\.xl[a-z]{1,2}'!", re.IGNORECASE)
SEVERAL_SHEETS = re.compile(r"^('(?:[^']|'')*:(?:[^']|'')*'|[^'!:\[\]]+:[^'!:\[\]]+)!")
CORNER = re.compile(r"(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([0-9]{1,7}))?")  # A1, or one side of A:A or 1:1
PREFIXES = re.compile(r"^(?:_xlfn\.|_xlws\.)+", re.IGNORECASE)
RANGE_OPERATORS = {":", " ", ","}


class Evaluation(Enum):
    """How many values a formula may have."""

    PLAIN = "plain"
    FIXED_ARRAY = "fixed array"
    DYNAMIC = "dynamic"


@dataclass(frozen=True)
class Prepared:
    """A formula as the engine reads it, and what is known about it."""

    formula: str
    ours: bool = False  # calls one of our functions
    volatile: bool = False
    spill_reference: bool = False  # refers to the spill of another cell
    frozen: Message | None = None  # why it cannot be computed


@dataclass(frozen=True)
class Names:
    """What the references of a workbook's formulas can mean."""

    tables: Mapping[str, Table]  # by lower-case name
    ranges: frozenset[str] = frozenset()  # lower-case defined names that cover several cells
    # formulas of the names that call functions of ours, by sheet (None: the whole book) and lower-case name
    formulas: Mapping[tuple[str | None, str], str] = field(default_factory=dict)


@dataclass
class Preparer:
    """Prepares the formulas of one workbook, each distinct text once."""

    names: Names
    _known: dict[tuple[object, ...], Prepared] = field(default_factory=dict)

    def prepare(
        self,
        formula: str,
        sheet: str,
        row: int,
        column: int,
        evaluation: Evaluation,
        area: Area | None = None,
    ) -> Prepared:
        """The formula of the cell at this place; `area` is what a fixed array covers."""
        size = (area.height, area.width) if area and evaluation is Evaluation.FIXED_ARRAY else None
        # a structured reference means something else in another place
        place: object = (sheet, row, column) if "[" in formula else None
        if self.names.formulas and place is None:
            place = sheet  # a name may be local
        key = (formula, evaluation, size, place)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _prepared(formula, sheet, (row, column), evaluation, size, self.names)
        return found


def calls_ours(formula: str) -> bool:
    """Whether a formula calls one of our functions."""
    try:
        return any(
            token.kind is TokenKind.FUNCTION and plain_name(token.text[:-1], REGISTRY)
            for token in tokens(formula)
        )
    except NotAFormula:
        return False


def moved(formula: str, rows: int, columns: int) -> str:
    """A prepared formula as it reads this many rows and columns further on, as a shared formula does."""
    if not (rows or columns):
        return formula
    return "".join(
        _moved_reference(token.text, rows, columns) if token.kind is TokenKind.REFERENCE else token.text
        for token in tokens(formula)
    )


def _moved_reference(reference: str, rows: int, columns: int) -> str:
    sheet, mark, cells = reference.rpartition("!")
    if not cells or cells.isalpha() or not all(CORNER.fullmatch(corner) for corner in cells.split(":")):
        return reference  # a name, or a reference lost already
    corners = [_moved_corner(corner, rows, columns) for corner in cells.split(":")]
    return sheet + mark + (":".join(corners) if all(corners) else "#REF!")


def _moved_corner(corner: str, rows: int, columns: int) -> str:
    """A cell, column or row moved; an empty text beyond the sheet's edge."""
    fixed_column, letters, fixed_row, digits = CORNER.fullmatch(corner).groups()  # type: ignore[union-attr]
    column = column_number(letters or "A") + (0 if fixed_column or not letters else columns)
    row = int(digits or 1) + (0 if fixed_row or not digits else rows)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return ""
    return f"{fixed_column}{column_letters(column)}" * bool(letters) + f"{fixed_row}{row}" * bool(digits)


def frozen(text_id: str, **values: object) -> Prepared:
    return Prepared("", frozen=Message.of(text_id, **values))


def _prepared(
    formula: str,
    sheet: str,
    position: tuple[int, int],
    evaluation: Evaluation,
    size: tuple[int, int] | None,
    names: Names,
) -> Prepared:
    if not formula.strip():
        return frozen("recalc.frozen.empty")
    try:
        pieces = list(tokens(formula))
    except NotAFormula:
        return frozen("recalc.frozen.unreadable")
    rewriting = _Rewriting(sheet, position, evaluation is Evaluation.PLAIN, names)
    try:
        text = rewriting.rewritten(pieces)
    except _CannotCompute as reason:
        return Prepared("", rewriting.ours, rewriting.volatile, frozen=reason.message)
    computes_arrays = not rewriting.plain or rewriting.ours or COMPUTES_ARRAYS.search(formula)
    if computes_arrays and collapses(pieces, names.ranges, plain=rewriting.plain):
        return Prepared("", rewriting.ours, frozen=Message.of("recalc.frozen.array"))
    if size is not None:
        text = f"{FIT}({text},{size[0]},{size[1]})"
    elif evaluation is Evaluation.PLAIN and rewriting.gives_array:
        text = f"{FIRST}({text})"
    return Prepared(text, rewriting.ours, rewriting.volatile, rewriting.spill_reference)


class _CannotCompute(Exception):
    def __init__(self, text_id: str, **values: object) -> None:
        self.message = Message.of(text_id, **values)


@dataclass
class _Call:
    """A function, or a group in parentheses, whose arguments are being read."""

    name: str
    ours: bool
    arrays: bool  # its arguments are computed as arrays
    arguments: int = 0


class _Rewriting:
    """One formula on its way from tokens to text."""

    def __init__(self, sheet: str, position: tuple[int, int], plain: bool, names: Names) -> None:
        self.sheet, self.position, self.plain, self.names = sheet, position, plain, names
        self.ours = self.volatile = self.gives_array = self.spill_reference = False
        self.opened_names: frozenset[str] = frozenset()

    def rewritten(self, pieces: list[Token]) -> str:
        significant = [piece for piece in pieces if piece.kind is not TokenKind.SPACE]
        calls = [_Call("", False, not self.plain)]
        out: list[str] = []
        place = -1
        for piece in pieces:
            if piece.kind is TokenKind.SPACE:
                out.append(piece.text)
                continue
            place += 1
            before = significant[place - 1] if place else None
            after = significant[place + 1] if place + 1 < len(significant) else None
            if piece.kind is TokenKind.FUNCTION:
                out.append(self._opened(piece, significant[place + 1 :], calls))
            elif piece.kind is TokenKind.OPEN_GROUP:
                calls.append(_Call("", False, calls[-1].arrays))
                self.gives_array |= piece.text == "{"
                out.append(piece.text)
            elif piece.kind in (TokenKind.CLOSE, TokenKind.CLOSE_GROUP):
                call = calls.pop() if len(calls) > 1 else calls[-1]
                if call.ours and before and before.kind is TokenKind.SEPARATOR:
                    out.append(f'"{OMITTED}"')
                out.append(piece.text)
            elif piece.kind is TokenKind.SEPARATOR:
                if calls[-1].ours and before and before.kind in (TokenKind.SEPARATOR, TokenKind.FUNCTION):
                    out.append(f'"{OMITTED}"')
                calls[-1].arguments += 1
                out.append(piece.text)
            elif piece.kind is TokenKind.REFERENCE:
                out.append(self._reference(piece.text, before, after, calls[-1]))
            else:
                if piece.kind is TokenKind.INFIX and piece.text == ":":
                    raise _CannotCompute("recalc.frozen.computed_range")
                if piece.kind is TokenKind.POSTFIX and piece.text == "#":
                    raise _CannotCompute("recalc.frozen.function", function="#")
                if piece.kind is TokenKind.LITERAL:
                    _refuse_wrong_format(calls[-1], piece.text)
                out.append(piece.text)
        return "".join(out)

    def _opened(self, piece: Token, rest: list[Token], calls: list[_Call]) -> str:
        """The text that opens a call; the call is put on the stack."""
        stored = piece.text[:-1].strip()
        plain = plain_name(stored, REGISTRY)
        if plain:
            self.ours = True
            self.gives_array |= REGISTRY[plain].result.shape is not Shape.SCALAR
            calls.append(_Call(plain, True, True))
            return plain + "("
        upper = stored.upper()
        if upper == SINGLE:
            calls.append(_Call(upper, False, True))
            alone = len(rest) > 1 and rest[0].kind is TokenKind.REFERENCE and rest[1].kind is TokenKind.CLOSE
            return "@(" if alone else FIRST + "("
        if "!" in stored or "[" in stored:
            raise _CannotCompute("recalc.frozen.function", function=stored)
        name = PREFIXES.sub("", upper)
        self.volatile |= name in VOLATILE
        self.spill_reference |= name == SPILL_OF
        if name in ABOUT_THE_PROGRAM or not knows_function(stored):
            raise _CannotCompute("recalc.frozen.function", function=PREFIXES.sub("", stored))
        self.gives_array |= name in GIVES_ARRAYS
        calls.append(_Call(name, False, calls[-1].arrays or name in TAKES_ARRAYS))
        return piece.text

    def _reference(self, text: str, before: Token | None, after: Token | None, call: _Call) -> str:
        named = self.names.formulas.get((self.sheet, text.lower())) or self.names.formulas.get(
            (None, text.lower())
        )
        if named is not None:
            return self._named_formula(text, named)
        if EXTERNAL.search(text):
            raise _CannotCompute("recalc.frozen.external", reference=text)
        if SEVERAL_SHEETS.search(text):
            raise _CannotCompute("recalc.frozen.several_sheets", reference=text)
        many_cells = ":" in text or text.lower() in self.names.ranges
        if is_structured(text):
            try:
                resolved = resolve(text, self.names.tables, self.sheet, *self.position)
            except UnknownReference:
                raise _CannotCompute("recalc.frozen.table", reference=text) from None
            text, many_cells = resolved.text, resolved.many_cells
        if many_cells and not call.arrays and (_meets_one_cell(before, after) or _fills(call, before, after)):
            return "@" + text
        return text

    def _named_formula(self, name: str, formula: str) -> str:
        """The formula behind a name, for the engine cannot call our functions from there."""
        pieces = list(tokens(formula))
        if name.lower() in self.opened_names or any(
            piece.kind is TokenKind.REFERENCE and _is_relative(piece.text) for piece in pieces
        ):
            raise _CannotCompute("recalc.frozen.name")
        inner = _Rewriting(self.sheet, self.position, False, self.names)
        inner.opened_names = self.opened_names | {name.lower()}
        text = inner.rewritten(pieces)
        self.ours = True
        self.volatile |= inner.volatile
        self.gives_array |= inner.gives_array
        return f"({text})"


def _meets_one_cell(before: Token | None, after: Token | None) -> bool:
    """Whether a range stands where a plain formula takes one value: as an operand, or all by itself."""
    if before is None and after is None:
        return True
    if before and before.kind is TokenKind.PREFIX:
        return before.text != "@"
    operands = [token for token in (before, after) if token and token.kind is TokenKind.INFIX]
    if any(token.text in RANGE_OPERATORS for token in operands):
        return False
    return bool(operands) or (after is not None and after.kind is TokenKind.POSTFIX)


def _fills(call: _Call, before: Token | None, after: Token | None) -> bool:
    """Whether a range is the whole of an argument that takes one value."""
    opens = before is not None and before.kind in (TokenKind.FUNCTION, TokenKind.SEPARATOR)
    closes = after is not None and after.kind in (TokenKind.SEPARATOR, TokenKind.CLOSE)
    return opens and closes and takes_one_value(call.name, call.arguments)


def _is_relative(reference: str) -> bool:
    """Whether a reference means other cells in other places: a corner without its dollar signs."""
    corners = reference.rpartition("!")[2].split(":")
    found = [CORNER.fullmatch(corner) for corner in corners]
    if not all(found) or (corners[0].isalpha() and len(corners) == 1):
        return False  # a name
    return any((corner[2] and not corner[1]) or (corner[4] and not corner[3]) for corner in found if corner)


def _refuse_wrong_format(call: _Call, literal: str) -> None:
    format_code = literal.lower().replace("general", "")
    if call.name == "TEXT" and call.arguments == 1 and WRONG_TEXT_FORMAT.search(format_code):
        raise _CannotCompute("recalc.frozen.text_format", format=literal)
