"""The frozen record of one function, from which every host, help page and test is derived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import Any, Final, Union

from kpixl.functions.values import Result
from kpixl.i18n import Language, text

CATEGORIES = ("plan", "monitor", "diagnose", "leads", "money", "design")


class Shape(Enum):
    """How the values of an argument or a result lie in cells."""

    SCALAR = "scalar"
    VECTOR = "vector"  # one row or one column; a result lies as the first vector argument does
    ROW = "row"
    COLUMN = "column"
    TABLE = "table"


@dataclass(frozen=True)
class Number:
    """A finite number with its unit and bounds."""

    unit: str
    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True)
class FreeText:
    """Any text; a number is read as the text it shows."""

    unit: str = "text"


@dataclass(frozen=True)
class Choice:
    """One of a few words, in any letter case."""

    choices: tuple[str, ...]
    unit: str = "choice"


@dataclass(frozen=True)
class Truth:
    """TRUE or FALSE."""

    unit: str = "truth"


@dataclass(frozen=True)
class Mixed:
    """Any cell: a text, a number, a truth value or, in a table, a blank."""

    unit: str = "mixed"


Kind = Union[Number, FreeText, Choice, Truth, Mixed]


class Required(Enum):
    """The default of a parameter that has none."""

    REQUIRED = "required"


REQUIRED: Final = Required.REQUIRED


@dataclass(frozen=True)
class Parameter:
    name: str
    kind: Kind
    shape: Shape
    default: Any = REQUIRED
    may_be_blank: bool = False
    items_may_be_blank: bool = False  # blanks within a vector are handed over as None
    repeating: bool = False

    @property
    def required(self) -> bool:
        return self.default is REQUIRED and not self.repeating


@dataclass(frozen=True)
class ResultSpec:
    kind: Kind
    shape: Shape


@dataclass(frozen=True)
class Example:
    """A formula one could paste into a cell, and what it gives."""

    formula: str
    result: Result


@dataclass(frozen=True)
class FunctionSpec:
    """Everything a host needs to offer a function."""

    name: str
    function: Callable[..., Any]
    category: str
    parameters: tuple[Parameter, ...]
    result: ResultSpec
    examples: tuple[Example, ...]
    source: str
    since: str

    def summary(self, language: Language) -> str:
        return text(self.name, language)

    def result_help(self, language: Language) -> str:
        return text(self.text_id("result"), language)

    def errors_help(self, language: Language) -> str:
        """Which errors the function gives, and when, beyond those of wrong arguments."""
        return text(self.text_id("errors"), language)

    def parameter_help(self, parameter: Parameter, language: Language) -> str:
        return text(self.text_id(parameter.name), language)

    def text_id(self, part: str) -> str:
        return f"{self.name}.{part}"

    def text_ids(self) -> tuple[str, ...]:
        """Every text this function needs in each language."""
        parts = [parameter.name for parameter in self.parameters] + ["result", "errors"]
        return (self.name, *(self.text_id(part) for part in parts))

    def signature(self) -> str:
        """`KPI_BACKCALC(goal, rates, [rounding="ceil"])`"""
        return f"{self.name}({', '.join(_shown(parameter) for parameter in self.parameters)})"


def _shown(parameter: Parameter) -> str:
    if parameter.repeating:
        return f"{parameter.name}, ..."
    if parameter.required:
        return parameter.name
    if parameter.default is None:
        return f"[{parameter.name}]"
    return f"[{parameter.name}={written(parameter.default)}]"


def written(value: object) -> str:
    """A default as one would type it into a formula."""
    if isinstance(value, tuple):
        return "{" + ",".join(written(item) for item in value) + "}"
    if isinstance(value, str):
        return f'"{value}"'
    return f"{value:.15g}" if isinstance(value, float) else str(value)
