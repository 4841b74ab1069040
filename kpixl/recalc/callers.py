"""Which formulas call a function of ours, by themselves or through the names they use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spelling import plain_name
from kpixl.ooxml.package import DefinedName
from kpixl.recalc.engine import NotAFormula, TokenKind, tokens
from kpixl.recalc.references import unquoted

NameKey = tuple[str | None, str]
"""The sheet a name is local to (None: the whole book), and the name in lower case."""

_OUR_FUNCTION = rf"(?:{'|'.join(map(re.escape, REGISTRY))})\("


@dataclass
class Callers:
    """Tells of the formulas of one workbook whether they call ours; each distinct one is read once."""

    defined_names: Sequence[DefinedName]
    _known: dict[tuple[str, str | None], bool] = field(default_factory=dict)

    def calls_ours(self, formula: str, sheet: str | None) -> bool:
        """Whether a formula on this sheet calls ours; one that nobody can read does if it looks so."""
        if not self._may_call.search(formula):
            return False
        key = (formula, sheet)
        if key not in self._known:
            self._known[key] = self._calls(formula, sheet, self.names)
        return self._known[key]

    def may_call(self, text: str) -> bool:
        """Whether one of our functions, or a name that leads to one, is written somewhere in a text."""
        return self._may_call.search(text) is not None

    def is_name_of_ours(self, name: DefinedName) -> bool:
        """Whether a defined name calls ours."""
        return _key(name) in self.names

    @cached_property
    def names(self) -> frozenset[NameKey]:
        """The names that call ours, directly or through other names."""
        found: frozenset[NameKey] = frozenset()
        while True:
            more = found | {
                _key(name) for name in self.defined_names if self._calls(name.formula, name.sheet, found)
            }
            if more == found:
                return found
            found = more

    @cached_property
    def _may_call(self) -> re.Pattern[str]:
        names = {re.escape(name) for _, name in self.names}
        return re.compile("|".join([_OUR_FUNCTION, *sorted(names)]), re.IGNORECASE)

    @cached_property
    def _defined(self) -> frozenset[NameKey]:
        return frozenset(_key(name) for name in self.defined_names)

    def _calls(self, formula: str, sheet: str | None, names: frozenset[NameKey]) -> bool:
        try:
            pieces = list(tokens(formula))
        except NotAFormula:
            return re.search(_OUR_FUNCTION, formula, re.IGNORECASE) is not None
        for piece in pieces:
            if piece.kind is TokenKind.FUNCTION:
                called = piece.text[:-1]
                if plain_name(called, REGISTRY) or self._meant(called, sheet) in names:
                    return True
            elif piece.kind is TokenKind.REFERENCE and self._meant(piece.text, sheet) in names:
                return True
        return False

    def _meant(self, reference: str, sheet: str | None) -> NameKey:
        """The name that a reference means: one of the sheet it is written with or on, else the book's."""
        qualifier, _, name = reference.rpartition("!")
        local = (unquoted(qualifier) or sheet, name.lower())
        return local if local in self._defined else (None, name.lower())


def _key(name: DefinedName) -> NameKey:
    return name.sheet, name.name.lower()
