"""Stand-ins for pywin32, so that xlwings' own code for Windows runs on any system.

Nothing here is COM: objects are handed over as they are, where COM would wrap and unwrap them.
"""

from __future__ import annotations

import ctypes
import datetime
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

RANGE_CLASS = "{00020846-0000-0000-C000-000000000046}"
DISPATCH = "IDispatch"
PREFIXES = ("xlwings", "kpixl.hosts.excel.udf", "kpixl.cli.excel")


class ComError(Exception):
    """What a COM call raises."""


class Nameless:
    """Something of which only the name is needed."""

    def __init__(self, *arguments: object, **named: object) -> None:
        pass

    def __call__(self, *arguments: object, **named: object) -> Any:
        return Nameless()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nameless()


def stand_ins() -> dict[str, ModuleType]:
    """The modules of pywin32 that xlwings imports."""

    def module(name: str, **members: object) -> ModuleType:
        made = ModuleType(name)
        made.__dict__.update(members)
        made.__dict__["__getattr__"] = Nameless().__getattr__
        return made

    def unwrap(value: object) -> Any:
        raise TypeError("not a wrapped object of Python")

    def dispatch(value: object, *arguments: object, **named: object) -> object:
        return value

    class Time(datetime.datetime):
        pass

    server = module("win32com.server")
    parts = {f"win32com.server.{part}": module(part) for part in ("dispatcher", "policy", "exception")}
    parts["win32com.server.util"] = module("util", unwrap=unwrap, wrap=lambda value, *rest: value)
    for name, part in parts.items():
        setattr(server, name.rpartition(".")[2], part)
    classes = {name: type(name, (), {}) for name in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass")}
    client = module("win32com.client", Dispatch=dispatch, DispatchEx=dispatch, **classes)
    made = {
        "pywintypes": module("pywintypes", com_error=ComError, TimeType=Time, IID=str.upper),
        "pythoncom": module(
            "pythoncom",
            com_error=ComError,
            IID_IDispatch=DISPATCH,
            TypeIIDs={DISPATCH: type("PyIDispatch", (), {})},
            __file__=None,
        ),
        "win32com": module("win32com", client=client, server=server),
        "win32com.client": client,
        "win32com.server": server,
        "win32process": module("win32process", GetWindowThreadProcessId=lambda window: (0, 1)),
        **parts,
    }
    for name in (
        "win32api",
        "win32con",
        "win32gui",
        "win32event",
        "win32timezone",
        "win32com.client.dynamic",
    ):
        made[name] = module(name)
    return made


@contextmanager
def xlwings_for_windows() -> Iterator[SimpleNamespace]:
    """xlwings as it is on Windows: its package, its server's class, and kpixl's module that the server calls.

    Afterwards nothing of it is left.
    """
    kept = {name: module for name, module in sys.modules.items() if name.startswith(PREFIXES)}
    added = stand_ins()
    old_dll = ctypes.PyDLL
    forget(PREFIXES)
    sys.modules.update(added)
    ctypes.PyDLL = Nameless  # type: ignore[assignment,misc]
    for name in ("windll", "oledll"):
        setattr(ctypes, name, Nameless())
    try:
        xlwings = importlib.import_module("xlwings")
        windows = importlib.import_module("xlwings._xlwindows")
        udfs = importlib.import_module("xlwings.udfs")
        server = importlib.import_module("xlwings.com_server")
        xlwings._xlwindows = windows
        xlwings.engines.add(xlwings.Engine(impl=windows.engine))
        xlwings.engines.active = xlwings.engines["excel"]
        xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
        yield SimpleNamespace(xlwings=xlwings, windows=windows, python=server.XLPython())
    finally:
        forget((*PREFIXES, *added))
        sys.modules.update(kept)
        ctypes.PyDLL = old_dll
        for name in ("windll", "oledll"):
            delattr(ctypes, name)


def forget(prefixes: tuple[str, ...]) -> None:
    for name in [name for name in sys.modules if name.startswith(prefixes)]:
        del sys.modules[name]
