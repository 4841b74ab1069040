"""Preparing a stored formula for the engine, or saying why it cannot be computed.

The engine computes every formula as a dynamic array.  A file says more: a plain formula has one value
(ranges meet the formula's row or column, "implicit intersection"), an array formula fills a fixed area,
and only a formula with cell metadata spills.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import Shape
from kpixl.functions.spelling import plain_name
from kpixl.i18n import Message
from kpixl.ooxml.address import Area
from kpixl.ooxml.tables import Table
from kpixl.recalc.array_functions import COMPUTES_ARRAYS, GIVES_ARRAYS, SPILL_OF, TAKES_ARRAYS
from kpixl.recalc.collapses import collapses
from kpixl.recalc.complexity import DEEPEST_FORMULA, exceeds_excel
from kpixl.recalc.engine import OMITTED, NotAFormula, Token, TokenKind, knows_function, tokens
from kpixl.recalc.names import Names
from kpixl.recalc.one_value import takes_one_value
from kpixl.recalc.references import MARK, OWN_ROW, ROW_NUMBER, Reference, marked, parsed
from kpixl.recalc.structured_refs import UnknownReference, is_structured, resolve

FIRST = "KPIXL__FIRST"  # the first value of an array; registered by the headless host
FIT = "KPIXL__FIT"  # an array cut or filled to a fixed size
BLOCKED = "KPIXL__BLOCKED"  # the error of a spill that has no room
SINGLE = "_XLFN.SINGLE"  # how a file stores the operator @
VOLATILE = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT"}
ROAMS = {"OFFSET", "INDIRECT"}
ABOUT_THE_PROGRAM = {"CELL", "INFO"}  # their answers belong to the program that has the file open
# formats of TEXT that the engine computes wrongly: Japanese eras and weekdays, locale codes, powers,
# fractions
WRONG_TEXT_FORMAT = re.compile(r"\[\$|g|aaa|e|\[dbnum|[0#?]\s*/\s*[0-9#?]")
EXTERNAL = re.compile(r"^'?[^\[\]!]*\[[^\]]+\][^!]*!|^'[^']*\.xl[a-z]{1,2}'!", re.IGNORECASE)
SEVERAL_SHEETS = re.compile(r"^('(?:[^']|'')*:(?:[^']|'')*'|[^'!:\[\]]+:[^'!:\[\]]+)!")
PREFIXES = re.compile(r"^(?:_xlfn\.|_xlws\.)+", re.IGNORECASE)
GAP = "\ue003"  # stands for the number of a formula's own row
RESERVED = {MARK, OWN_ROW, GAP}
MOST_REMEMBERED = 100_000
"""Formulas that a preparer remembers before it starts anew, so that memory stays bounded."""
RANGE_OPERATORS = {":", " ", ","}


class Evaluation(Enum):
    """How many values a formula may have."""

    PLAIN = "plain"
    FIXED_ARRAY = "fixed array"
    DYNAMIC = "dynamic"


@dataclass(frozen=True, eq=False)
class FormulaShape:
    """A formula as the engine reads it, with gaps for its row numbers, and what is known about it.

    Formulas that differ in their row numbers only, as those of a filled column do, have one shape.
    """

    pieces: tuple[str, ...] = ("",)  # the text before, between and behind the row numbers
    ours: bool = False  # calls one of our functions
    volatile: bool = False
    spill_reference: bool = False  # refers to the spill of another cell
    frozen: Message | None = None  # why it cannot be computed
    references: tuple[Reference, ...] | None = ()  # what it reads; None where that cannot be told
    roams: bool = False  # may also read what it does not refer to


class Prepared(NamedTuple):
    """A shape with the row numbers of one formula."""

    shape: FormulaShape
    rows: Sequence[str]

    def text(self, own_row: int) -> str:
        """The formula for the engine, in a cell of this row."""
        pieces = self.shape.pieces
        woven = [""] * (2 * len(pieces) - 1)
        woven[::2], woven[1::2] = pieces, self.rows
        text = "".join(woven)
        return text.replace(OWN_ROW, str(own_row)) if OWN_ROW in text else text


@lru_cache(maxsize=8)
def preparer(names: Names) -> Preparer:
    """The one for these names: workbooks made from one template are prepared by one, and soon."""
    return Preparer(names)


class Preparer:
    """Prepares formulas among which the same names are known, each shape once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._shapes: dict[Hashable, FormulaShape] = {}
        self._exact: dict[Hashable, Prepared] = {}
        self._filled: dict[Hashable, Prepared] = {}

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
        place: Hashable = None
        if "[" in formula:
            place = self._names.surroundings(sheet, row, column)
        elif self._names.are_local:
            place = sheet
        plain, own_row = evaluation is Evaluation.PLAIN, str(row)
        # most formulas of a column are the same text but for the number of their own row
        filled_key = (formula.replace(own_row, GAP), len(own_row), plain, size, place)
        filled = self._filled.get(filled_key)
        if filled is not None:
            shape, rows = filled
            return Prepared(shape, [number.replace(GAP, own_row) for number in rows])
        self._forget_too_many()
        prepared = self._by_shape(formula, sheet, (row, column), plain, size, place)
        gaps = [number.replace(own_row, GAP) for number in prepared.rows]
        if "".join(gaps).count(GAP) == filled_key[0].count(GAP):
            self._filled[filled_key] = Prepared(prepared.shape, gaps)
        return prepared

    def _by_shape(
        self,
        formula: str,
        sheet: str,
        position: tuple[int, int],
        plain: bool,
        size: tuple[int, int] | None,
        place: Hashable,
    ) -> Prepared:
        pieces = ROW_NUMBER.split(formula)
        rows = pieces[2::3]
        del pieces[2::3]
        key = (*pieces, plain, size, place)
        shape = self._shapes.get(key)
        if shape is not None:
            return Prepared(shape, rows)
        exact_key = (formula, plain, size, place)
        prepared = self._exact.get(exact_key)
        if prepared is None:
            prepared = _prepared(formula, sheet, position, plain, size, self._names)
            if prepared.rows == rows:
                self._shapes[key] = prepared.shape
            else:  # what looks like a row number is something else in this formula
                self._exact[exact_key] = prepared
        return prepared

    def _forget_too_many(self) -> None:
        if len(self._shapes) + len(self._exact) + len(self._filled) > MOST_REMEMBERED:
            for memory in (self._shapes, self._exact, self._filled):
                memory.clear()


def calls_ours(formula: str) -> bool:
    """Whether a formula calls one of our functions."""
    try:
        return any(
            token.kind is TokenKind.FUNCTION and plain_name(token.text[:-1], REGISTRY)
            for token in tokens(formula)
        )
    except NotAFormula:
        return False


def without_tables(formula: str, tables: Mapping[str, Table]) -> str | None:
    """The formula of a defined name with plain references only; None where the engine cannot use it."""
    try:
        text = "".join(
            resolve(token.text, tables, "", 0, 0).text
            if token.kind is TokenKind.REFERENCE and is_structured(token.text)
            else token.text
            for token in tokens(formula)
        )
    except (NotAFormula, UnknownReference):
        return None
    return None if "[" in text or "#REF!" in text or OWN_ROW in text else text


def frozen(text_id: str, **values: object) -> Prepared:
    """A formula that cannot be computed, and why; nor can be told what it reads."""
    return Prepared(FormulaShape(frozen=Message.of(text_id, **values), references=None), ())


def _prepared(
    formula: str,
    sheet: str,
    position: tuple[int, int],
    plain: bool,
    size: tuple[int, int] | None,
    names: Names,
) -> Prepared:
    if not formula.strip():
        return frozen("recalc.frozen.empty")
    if not RESERVED.isdisjoint(formula):
        return frozen("recalc.frozen.unreadable")
    if exceeds_excel(formula):
        return frozen("recalc.frozen.too_complex")
    try:
        pieces = list(tokens(formula))
    except NotAFormula:
        return frozen("recalc.frozen.unreadable")
    rewriting = _Rewriting(sheet, position, plain, names)
    reason = None
    try:
        text = rewriting.rewritten(pieces)
        if rewriting.cuts_arrays_short(formula, pieces):
            raise _CannotCompute("recalc.frozen.array")
    except _CannotCompute as cannot:
        text, reason = "", cannot.message
        rewriting.read_all(pieces)
    if size is not None:
        text = f"{FIT}({text},{size[0]},{size[1]})"
    elif plain and rewriting.gives_array:
        text = f"{FIRST}({text})"
    parts = text.split(MARK)
    shape = FormulaShape(
        tuple(parts[::2]),
        rewriting.ours,
        rewriting.volatile,
        rewriting.spill_reference,
        reason,
        None if rewriting.reads_unknown else tuple(rewriting.references),
        rewriting.roams,
    )
    return Prepared(shape, parts[1::2])


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
        self.ours = self.volatile = self.gives_array = self.spill_reference = self.roams = False
        self.references: list[Reference] = []
        self.reads_unknown = False
        self._slots = count()
        self._opened_names: frozenset[str] = frozenset()
        self._read_names: set[str] = set()  # names can double from one to the next

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
        self.roams |= name in ROAMS
        self.spill_reference |= name == SPILL_OF
        if name in ABOUT_THE_PROGRAM or not knows_function(stored):
            raise _CannotCompute("recalc.frozen.function", function=PREFIXES.sub("", stored))
        self.gives_array |= name in GIVES_ARRAYS
        calls.append(_Call(name, False, calls[-1].arrays or name in TAKES_ARRAYS))
        return piece.text

    def _reference(self, text: str, before: Token | None, after: Token | None, call: _Call) -> str:
        if EXTERNAL.search(text):
            raise _CannotCompute("recalc.frozen.external", reference=text)
        if SEVERAL_SHEETS.search(text):
            raise _CannotCompute("recalc.frozen.several_sheets", reference=text)
        many_cells = ":" in text
        if is_structured(text):
            try:
                resolved = resolve(text, self.names.tables, self.sheet, *self.position)
            except UnknownReference:
                raise _CannotCompute("recalc.frozen.table", reference=text) from None
            text, many_cells = resolved.text, resolved.many_cells
        elif not self._opened_names:
            text = marked(text)
        reference = parsed(text, self._slots)
        if reference:
            self._reads(reference)
        elif (formula := self.names.formula(text, self.sheet)) is not None:
            many_cells |= ":" in formula
            if calls_ours(formula):
                return self._named_formula(text, formula)
            self._read_by_name(text, formula)
        if many_cells and not call.arrays and (_meets_one_cell(before, after) or _fills(call, before, after)):
            return "@" + text
        return text

    def cuts_arrays_short(self, formula: str, pieces: list[Token]) -> bool:
        """Whether the engine would compute one value of an array instead of all."""

        def is_range(name: str) -> bool:
            return ":" in (self.names.formula(name, self.sheet) or "")

        computes_arrays = not self.plain or self.ours or COMPUTES_ARRAYS.search(formula)
        return bool(computes_arrays) and collapses(pieces, is_range, plain=self.plain)

    def read_all(self, pieces: list[Token]) -> None:
        """Take note of all that a formula refers to and calls which cannot be computed."""
        self.references.clear()
        for piece in pieces:
            if piece.kind is TokenKind.FUNCTION:
                name = piece.text[:-1].strip()
                self.ours |= plain_name(name, REGISTRY) is not None
                self.volatile |= PREFIXES.sub("", name.upper()) in VOLATILE
            elif piece.kind is TokenKind.REFERENCE and not SEVERAL_SHEETS.search(piece.text):
                self._read_if_known(piece.text)

    def _read_if_known(self, text: str) -> None:
        if is_structured(text):
            try:
                text = resolve(text, self.names.tables, self.sheet, *self.position).text
            except UnknownReference:
                return
        reference = parsed(text, self._slots)
        if reference:
            self._reads(reference)
        elif (formula := self.names.formula(text, self.sheet)) is not None and not EXTERNAL.search(text):
            self._read_by_name(text, formula)

    def _reads(self, reference: Reference) -> None:
        sheet = reference.sheet
        if sheet is not None:
            reference = reference._replace(sheet=self.names.sheets.get(sheet.lower(), sheet))
        self.references.append(reference)

    def _named_formula(self, name: str, formula: str) -> str:
        """The formula behind a name, for the engine cannot call our functions from there."""
        inner = self._inside(name)
        text = inner.rewritten(list(tokens(formula)))
        if exceeds_excel(text):  # names within names can double with each
            raise _CannotCompute("recalc.frozen.too_complex")
        if not inner.reads_fixed_cells:
            raise _CannotCompute("recalc.frozen.name")
        self.ours = True
        self.gives_array |= inner.gives_array
        self._join(inner)
        return f"({text})"

    def _read_by_name(self, name: str, formula: str) -> None:
        """Take note of what the formula behind a name reads; the engine computes it."""
        if name.lower() in self._read_names - self._opened_names:
            return
        self._read_names.add(name.lower())
        try:
            inner = self._inside(name)
        except _CannotCompute:
            self.reads_unknown = True
            return
        inner._read_names = self._read_names
        try:
            inner.rewritten(list(tokens(formula)))
        except (_CannotCompute, NotAFormula):
            self.reads_unknown = True
        self._join(inner)

    def _inside(self, name: str) -> _Rewriting:
        """For the formula behind a name, which may not lead back to itself."""
        if len(self._opened_names) == DEEPEST_FORMULA:
            raise _CannotCompute("recalc.frozen.too_complex")
        if name.lower() in self._opened_names:
            raise _CannotCompute("recalc.frozen.name")
        inner = _Rewriting(self.sheet, self.position, False, self.names)
        inner._opened_names = self._opened_names | {name.lower()}
        return inner

    @property
    def reads_fixed_cells(self) -> bool:
        """Whether it reads the same cells in every place, which a name with relative references does not."""
        return not self.reads_unknown and all(reference.is_fixed for reference in self.references)

    def _join(self, inner: _Rewriting) -> None:
        self.volatile |= inner.volatile
        self.roams |= inner.roams
        self.references += inner.references
        self.reads_unknown |= not inner.reads_fixed_cells


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


def _refuse_wrong_format(call: _Call, literal: str) -> None:
    format_code = literal.lower().replace("general", "")
    if call.name == "TEXT" and call.arguments == 1 and WRONG_TEXT_FORMAT.search(format_code):
        raise _CannotCompute("recalc.frozen.text_format", format=literal)
