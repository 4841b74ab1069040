"""`@function`: reads a plain function's signature once and attaches its frozen `FunctionSpec`.

Whatever no host could serve is refused here, when the package is loaded.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from kpixl.errors import DeclarationError, FunctionError
from kpixl.functions import coerce
from kpixl.functions.spec import (
    CATEGORIES,
    REQUIRED,
    Choice,
    Example,
    FreeText,
    FunctionSpec,
    Kind,
    Mixed,
    Number,
    Parameter,
    ResultSpec,
    Shape,
    Truth,
)
from kpixl.i18n import has_text

F = TypeVar("F", bound=Callable[..., Any])

SPEC_ATTRIBUTE = "kpixl_spec"
LAST_COLUMN = 16384  # XFD
LAST_ROW = 1048576


def function(*, category: str, examples: Sequence[Example], source: str, since: str) -> Callable[[F], F]:
    """Declare the decorated function as a spreadsheet function; the function itself stays as it is.

    Raises `DeclarationError` for a declaration that no host could serve.
    """

    def declare(plain: F) -> F:
        setattr(plain, SPEC_ATTRIBUTE, _specified(plain, category, tuple(examples), source, since))
        return plain

    return declare


def declared_spec(candidate: object) -> FunctionSpec | None:
    spec = getattr(candidate, SPEC_ATTRIBUTE, None)
    return spec if isinstance(spec, FunctionSpec) else None


def reads_as_cell_address(name: str) -> bool:
    """Whether a spreadsheet takes the name for a cell: `KPI2024` is column KPI, row 2024."""
    a1 = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", name)
    if a1:
        column = 0
        for letter in a1[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return column <= LAST_COLUMN and 1 <= int(a1[2]) <= LAST_ROW
    return re.fullmatch(r"R[0-9]*(C[0-9]*)?|C[0-9]*", name) is not None


def _specified(
    plain: Callable[..., Any], category: str, examples: tuple[Example, ...], source: str, since: str
) -> FunctionSpec:
    name = plain.__name__
    if reads_as_cell_address(name):
        raise DeclarationError("declaration.cell_address", function=name)
    if not re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", name):
        raise DeclarationError("declaration.name", function=name)
    if category not in CATEGORIES:
        raise DeclarationError("declaration.category", function=name, category=category)
    if not examples:
        raise DeclarationError("declaration.example", function=name)
    hints = get_type_hints(plain, include_extras=True)
    declared = inspect.signature(plain).parameters.values()
    parameters = tuple(_parameter(name, parameter, hints.get(parameter.name)) for parameter in declared)
    _refuse_bad_order(name, parameters)
    for parameter in declared:
        if parameter.kind in (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD):
            raise DeclarationError("declaration.parameter", function=name, parameter=parameter.name)
    found = _read(name, "result", hints.get("return"))
    result = ResultSpec(found.kind, found.shape)
    spec = FunctionSpec(name, plain, category, parameters, result, examples, source, since)
    for text_id in spec.text_ids():
        if not has_text(text_id):
            raise DeclarationError("declaration.missing_text", function=name, text_id=text_id)
    return spec


def _parameter(name: str, declared: inspect.Parameter, hint: object) -> Parameter:
    found = _read(name, declared.name, hint)
    repeating = declared.kind is inspect.Parameter.VAR_POSITIONAL
    if found.shape in (Shape.ROW, Shape.COLUMN):
        raise DeclarationError("declaration.parameter", function=name, parameter=declared.name)
    default = REQUIRED if declared.default is inspect.Parameter.empty else declared.default
    if default is None and not found.may_be_blank:
        raise DeclarationError("declaration.default", function=name, parameter=declared.name)
    parameter = Parameter(
        declared.name,
        found.kind,
        found.shape,
        default,
        found.may_be_blank,
        found.items_may_be_blank,
        repeating,
    )
    if default is not REQUIRED and default is not None:
        given = (default,) if found.shape is Shape.VECTOR else default
        try:
            accepted = coerce.argument(parameter, given)
        except FunctionError as refusal:
            raise DeclarationError("declaration.default", function=name, parameter=declared.name) from refusal
        if accepted != default:
            raise DeclarationError("declaration.default", function=name, parameter=declared.name)
    return parameter


def _refuse_bad_order(name: str, parameters: tuple[Parameter, ...]) -> None:
    optional: Parameter | None = None
    for parameter in parameters:
        if parameter.repeating and optional:
            raise DeclarationError("declaration.repeating", function=name)
        if parameter.required and optional:
            raise DeclarationError("declaration.order", function=name, parameter=optional.name)
        if not parameter.required and not parameter.repeating:
            optional = parameter


@dataclass(frozen=True)
class _Hint:
    """What a type hint says."""

    kind: Kind
    shape: Shape
    may_be_blank: bool = False
    items_may_be_blank: bool = False


def _read(name: str, parameter: str, hint: object) -> _Hint:
    """The kind and shape that a type hint states; `| None` allows a blank."""
    members = get_args(hint) if get_origin(hint) in (Union, UnionType) else ()
    if type(None) in members and len(members) == 2:
        inner = members[0] if members[1] is type(None) else members[1]
        return replace(_read(name, parameter, inner), may_be_blank=True)
    if get_origin(hint) is Literal:
        return _Hint(Choice(get_args(hint)), Shape.SCALAR)
    if get_origin(hint) is Annotated:
        inner, marker = get_args(hint)[:2]
        if isinstance(marker, (Number, FreeText, Truth, Mixed)):
            return _Hint(marker, Shape.SCALAR)
        if isinstance(marker, Shape):
            item = get_args(inner)[0]
            if marker is Shape.TABLE:  # a tuple of rows
                item = get_args(item)[0]
            found = _read(name, parameter, item)
            return _Hint(found.kind, marker, items_may_be_blank=found.may_be_blank)
    raise DeclarationError("declaration.parameter", function=name, parameter=parameter)
