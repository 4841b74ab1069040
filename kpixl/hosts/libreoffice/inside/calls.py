"""Calls of our functions in the text of a formula, as LibreOffice writes formulas.

A call is bound when it has the name under which LibreOffice knows us.
"""

from __future__ import annotations

import re

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spelling import plain_name
from kpixl.hosts.libreoffice.names import STORED_PREFIX

# nothing is tried again from within a word or a quotation, so that long ones take no longer than they are
_CALL = re.compile(
    r"""  "(?:[^"]|"")*"                                    # a text: passed over
        | (?P<stored> (?: (?<!') '(?:[^']|'')*' [!#]      # a file of functions
                        | (?<! [\w.$!\[\]] ) )
                      [\w.$!\[\]]+ ) (?=\s*\()
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EXTERNAL = re.compile(r"'(?:[^']|'')*'#(?:\$?[^.]*\.)?")  # how LibreOffice writes a name of another file


def bound(formula: str) -> str:
    """The formula with all calls of our functions bound, whatever they are called in it."""
    return _CALL.sub(_bound_call, formula)


def waits_for_compiling(formula: str) -> bool:
    """Whether the formula would be bound if only LibreOffice read it anew.

    It writes names that it does not know in small letters; a plain one it would know by now.
    """
    calls = [found["stored"] for found in _CALL.finditer(formula) if _our_name(found)]
    return bool(calls) and all(call.islower() and call.upper() in REGISTRY for call in calls)


def _bound_call(found: re.Match[str]) -> str:
    name = _our_name(found)
    return found[0] if name is None else STORED_PREFIX + name


def _our_name(found: re.Match[str]) -> str | None:
    """Which of our functions is called here, if one is, and not yet by the bound name."""
    stored = found["stored"]
    if not stored or "KPI_" not in stored.upper() or stored.upper().startswith(STORED_PREFIX):
        return None
    return plain_name(_EXTERNAL.sub("", stored), REGISTRY)
