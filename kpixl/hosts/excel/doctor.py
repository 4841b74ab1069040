"""Looks at everything between a cell and Python; says of each thing whether it is right and what to do."""

from __future__ import annotations

import platform
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version

from kpixl.hosts.excel.installation import CLASS_KEYS, PROGRAM_KEY, Computer
from kpixl.hosts.excel.registry import MACHINE, USER, Registry
from kpixl.hosts.excel.server import CLASS_ID
from kpixl.i18n import Message

CLICK_TO_RUN = "SOFTWARE\\Microsoft\\Office\\ClickToRun\\Configuration"
EXCEL_PATH = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe"
SECURITY = "Software\\Microsoft\\Office\\16.0\\Excel\\Security"
POLICIES = "Software\\Policies\\Microsoft\\Office\\16.0\\Excel\\Security"
ALL_MACROS, ASKING, SIGNED_ONLY, NO_MACROS = 1, 2, 3, 4
BITNESS = {"x64": 64, "x86": 32}
STORE = "WindowsApps"  # a Python from the Microsoft Store, which COM cannot start


class State(Enum):
    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Look:
    """One thing that was looked at: what was found, and what to do if it is not fine."""

    state: State
    found: Message
    advice: Message | None = None


def examined(computer: Computer) -> Iterator[Look]:
    """Everything, in the order in which a call passes through it."""
    yield _excel(computer.registry)
    yield _macros(computer.registry)
    yield _addin(computer)
    yield _registration(computer)
    yield _python(computer)
    yield from (_library(name) for name in ("xlwings", "pywin32"))
    yield Look(State.NOTE, Message.of("doctor.antivirus"), Message.of("doctor.antivirus.advice"))


def _excel(registry: Registry) -> Look:
    number = registry.get(MACHINE, CLICK_TO_RUN, "VersionToReport")
    bits = BITNESS.get(str(registry.get(MACHINE, CLICK_TO_RUN, "Platform")))
    if number and bits:
        return Look(State.FINE, Message.of("doctor.excel", version=number, bits=bits))
    path = registry.get(MACHINE, EXCEL_PATH)
    if path:
        return Look(State.FINE, Message.of("doctor.excel_at", file=path))
    return Look(State.WRONG, Message.of("doctor.no_excel"), Message.of("doctor.no_excel.advice"))


def _macros(registry: Registry) -> Look:
    by_policy = registry.get(USER, POLICIES, "VBAWarnings")
    setting = by_policy or registry.get(USER, SECURITY, "VBAWarnings") or ASKING
    if setting in (ALL_MACROS, ASKING):
        return Look(State.FINE, Message.of("doctor.macros_ask" if setting == ASKING else "doctor.macros_all"))
    found = Message.of("doctor.macros_signed" if setting == SIGNED_ONLY else "doctor.macros_none")
    advice = Message.of("doctor.macros.ask_it" if by_policy else "doctor.macros.change")
    return Look(State.WRONG, found, advice)


def _addin(computer: Computer) -> Look:
    if computer.addin.exists():
        return Look(State.FINE, Message.of("doctor.addin", file=str(computer.addin)))
    return Look(State.WRONG, Message.of("doctor.no_addin", file=str(computer.addin)), _INSTALL)


def _registration(computer: Computer) -> Look:
    registry = computer.registry
    command = registry.get(USER, f"{CLASS_KEYS[0]}\\LocalServer32")
    if command is None or registry.get(USER, f"{PROGRAM_KEY}\\CLSID") != CLASS_ID:
        return Look(State.WRONG, Message.of("doctor.not_registered"), _INSTALL)
    if command != computer.command:
        return Look(State.WRONG, Message.of("doctor.other_python", command=command), _INSTALL)
    return Look(State.FINE, Message.of("doctor.registered", command=command))


def _python(computer: Computer) -> Look:
    bits = struct.calcsize("P") * 8
    found = Message.of(
        "doctor.python", version=platform.python_version(), bits=bits, file=str(computer.python)
    )
    if STORE in computer.python.parts:
        return Look(State.WRONG, found, Message.of("doctor.python.store"))
    if not computer.windowless_python.exists():
        return Look(State.WRONG, found, Message.of("doctor.python.no_windowless"))
    return Look(State.FINE, found)


def _library(name: str) -> Look:
    try:
        found = Message.of("doctor.library", name=name, version=version(name))
    except PackageNotFoundError:
        advice = Message.of("doctor.library.advice")
        return Look(State.WRONG, Message.of("doctor.no_library", name=name), advice)
    return Look(State.FINE, found)


_INSTALL = Message.of("doctor.install")
