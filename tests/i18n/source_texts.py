"""Finds where the source asks for a text: `text("id", …)`, `Message.of("id", …)`, `SomeRefusal("id", …)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kpixl
from kpixl.errors import KpixlError

PACKAGE = Path(kpixl.__file__).parent
TEXT_MODULES = PACKAGE / "i18n" / "texts"


@dataclass(frozen=True)
class Use:
    """A text id that is written out in the source, with the gaps filled there, if that can be told."""

    text_id: str
    place: str
    gaps: frozenset[str] | None

    def __str__(self) -> str:
        return f"{self.place} {self.text_id}"


def syntax_trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of kpixl that is not itself a list of texts, by its path within the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if TEXT_MODULES not in path.parents:
            yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def uses() -> list[Use]:
    return [use for place, tree in syntax_trees() for use in uses_in(place, tree)]


def uses_in(place: str, tree: ast.Module) -> Iterator[Use]:
    refusals = refusal_names(tree)
    has_text = "text" in imported_from("kpixl.i18n", tree)
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = ast.unparse(call.func)
        fills_gaps = name == "Message.of" or name.rpartition(".")[2] in refusals
        if fills_gaps or (has_text and name == "text"):
            keywords = [keyword.arg for keyword in call.keywords]
            complete = fills_gaps and None not in keywords
            gaps = frozenset(keyword for keyword in keywords if keyword) if complete else None
            for text_id in constants(call.args[0]):
                yield Use(text_id, f"{place}:{call.lineno}", gaps)


@cache
def string_constants() -> set[str]:
    """Every string that stands alone anywhere in the source."""
    return {
        node.value
        for _, tree in syntax_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def constants(argument: ast.expr) -> Iterator[str]:
    """The strings that an argument can be, as far as they are written out."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from constants(argument.body)
        yield from constants(argument.orelse)


def refusal_names(tree: ast.Module) -> set[str]:
    """Names of refusals: those of kpixl.errors, and classes that the module derives from them."""
    names = set(subclass_names(KpixlError))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) in names for base in node.bases):
            names.add(node.name)
    return names


def subclass_names(kind: type) -> Iterator[str]:
    yield kind.__name__
    for branch in kind.__subclasses__():
        yield from subclass_names(branch)


def imported_from(package: str, tree: ast.Module) -> set[str]:
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package)
        for alias in node.names
    }
