"""Writing VBA source: ASCII alone, in lines that its editor can hold."""

from __future__ import annotations

import re
from importlib.resources import files

RESERVED = re.compile(
    r"""
    access | addressof | alias | and | any | append | array | as | base | binary | boolean | byref |
    byte | byval | call | case | cdecl | close | compare | const | currency | database | date |
    debug | decimal | declare | default | dim | do | double | each | else | elseif | empty | end |
    endif | enum | eqv | erase | error | event | exit | explicit | false | for | friend | function |
    get | global | gosub | goto | if | imp | implements | in | input | integer | is | len | let |
    lib | like | line | lock | long | longlong | longptr | loop | lset | me | mid | mod | module |
    name | new | next | not | nothing | null | object | on | open | option | optional | or | output
    | paramarray | preserve | print | private | property | public | put | raiseevent | random | read
    | redim | rem | resume | return | rset | seek | select | set | shared | single | spc | static |
    step | stop | string | sub | tab | text | then | time | to | true | type | typeof | unlock |
    until | variant | wend | while | width | with | withevents | write | xor
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that cannot name a parameter, in Excel or in LibreOffice, or had better not."""

LONGEST_PIECE = 900  # of a text within one line
_PIECE = re.compile(r"(?:\\u[0-9a-f]{4}|[^\\]){1,150}")


def by_hand(name: str) -> str:
    """The source of a module that is written by hand, in the folder `modules`."""
    return files(__package__).joinpath("modules", f"{name}.bas").read_text(encoding="ascii")


def parameter_name(name: str) -> str:
    """The name under which Excel shows a parameter."""
    return f"{name}_" if RESERVED.fullmatch(name) else name


def quoted(words: str) -> str:
    """ASCII words as a literal."""
    return '"' + words.replace('"', '""') + '"'


def spelled(words: str) -> str:
    """An expression for words in any script: what is not ASCII goes through the host module's `KpixlText`."""
    if words.isascii() and words.isprintable() and len(words) < LONGEST_PIECE:
        return quoted(words)
    units = words.encode("utf-16-be")
    characters = (chr(units[place] << 8 | units[place + 1]) for place in range(0, len(units), 2))
    escaped = "".join(
        unit if unit.isascii() and unit.isprintable() and unit != "\\" else f"\\u{ord(unit):04x}"
        for unit in characters
    )
    pieces = " & _\n        ".join(quoted(piece) for piece in _PIECE.findall(escaped))
    return f"KpixlText({pieces})"


def in_ascii(words: str) -> str | None:
    """The words with the signs of plain typing, or nothing if these are not enough."""
    for sign, typed in {"×": "x", "→": "->", "…": "...", "–": "-", "—": "-", "≥": ">=", "≤": "<="}.items():
        words = words.replace(sign, typed)
    return words if words.isascii() else None
