"""Installing in Excel and looking after it, on a registry in memory and a folder for the user's."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from types import ModuleType
from zipfile import ZipFile

import pytest
from office.pywin32 import xlwings_for_windows

from kpixl.errors import OutputError, UsageError
from kpixl.hosts.excel import installation, server
from kpixl.hosts.excel.doctor import CLICK_TO_RUN, POLICIES, SECURITY, Look, State, examined
from kpixl.hosts.excel.installation import Computer, install, registration, this_computer, uninstall
from kpixl.hosts.excel.registry import MACHINE, USER, WindowsRegistry
from kpixl.hosts.excel.server import CLASS_ID
from kpixl.i18n import LANGUAGES


@dataclass
class MemoryRegistry:
    """Values by root, key and name; `refuses` is a key below which nothing can be written."""

    values: dict[tuple[str, str, str], str | int] = field(default_factory=dict)
    refuses: str = "nothing"

    def get(self, root: str, key: str, name: str = "") -> str | int | None:
        return self.values.get((root, key, name))

    def set(self, key: str, name: str, value: str) -> None:
        if self.refuses in key:
            raise PermissionError(5, "Access is denied")
        self.values[USER, key, name] = value

    def remove(self, key: str) -> bool:
        below = [place for place in self.values if place[1] == key or place[1].startswith(f"{key}\\")]
        for place in below:
            del self.values[place]
        return bool(below)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    """A computer with everything that an installation needs."""
    scripts = tmp_path / "Programs" / "Python 3.11"
    scripts.mkdir(parents=True)
    for name in ("python.exe", "pythonw.exe"):
        (scripts / name).touch()
    monkeypatch.setattr(installation, "find_spec", lambda name: object())
    monkeypatch.setattr("kpixl.hosts.excel.doctor.version", lambda name: "0.37.8")
    registry = MemoryRegistry()
    registry.values[MACHINE, CLICK_TO_RUN, "VersionToReport"] = "16.0.17928.20114"
    registry.values[MACHINE, CLICK_TO_RUN, "Platform"] = "x64"
    return Computer(registry, scripts / "python.exe", tmp_path / "Roaming")


def registry_of(computer: Computer) -> MemoryRegistry:
    assert isinstance(computer.registry, MemoryRegistry)
    return computer.registry


def of_user(computer: Computer) -> dict[str, str | int]:
    return {key: value for (root, key, _), value in registry_of(computer).values.items() if root == USER}


# installing


def test_windows_finds_the_server_by_its_name_and_by_its_class_in_both_views(computer: Computer) -> None:
    install(computer, "ja")
    found = of_user(computer)
    assert found["Software\\Classes\\Kpixl.Excel\\CLSID"] == CLASS_ID
    for view in ("CLSID", "Wow6432Node\\CLSID"):
        command = found[f"Software\\Classes\\{view}\\{CLASS_ID}\\LocalServer32"]
        assert command == f'"{computer.python.with_name("pythonw.exe")}" -P -m kpixl.hosts.excel.server'


def test_only_classes_of_the_user_are_written(computer: Computer) -> None:
    install(computer, "ja")
    assert all(key.startswith("Software\\Classes\\") for key in of_user(computer))
    assert len(of_user(computer)) == len(list(registration(computer)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_add_in_lies_where_excel_opens_it_by_itself(computer: Computer, language: str) -> None:
    install(computer, language)  # type: ignore[arg-type]
    assert computer.addin.parts[-4:] == ("Microsoft", "Excel", "XLSTART", "kpixl.xlam")
    with ZipFile(computer.addin) as archive:
        assert "xl/vbaProject.bin" in archive.namelist()


def test_installing_again_changes_nothing_and_another_python_replaces_the_first(computer: Computer) -> None:
    install(computer, "ja")
    before = of_user(computer)
    install(computer, "ja")
    assert of_user(computer) == before
    other = Computer(computer.registry, computer.python.parent / "venv" / "python.exe", computer.appdata)
    other.python.parent.mkdir()
    other.windowless_python.touch()
    install(other, "ja")
    assert "venv" in str(of_user(computer)[f"Software\\Classes\\CLSID\\{CLASS_ID}\\LocalServer32"])


def test_removing_leaves_nothing_and_says_whether_there_was_something(computer: Computer) -> None:
    assert uninstall(computer) is False
    install(computer, "ja")
    registry_of(computer).values[USER, "Software\\Classes\\Other", ""] = "stays"
    assert uninstall(computer) is True
    assert of_user(computer) == {"Software\\Classes\\Other": "stays"}
    assert not computer.addin.exists()
    assert uninstall(computer) is False


def test_a_missing_library_is_told_before_anything_is_written(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install .kpixl\[excel\]"):
        install(computer, "ja")
    assert of_user(computer) == {}
    assert not computer.addin.exists()


def test_a_python_without_its_windowless_twin_is_refused(computer: Computer) -> None:
    computer.windowless_python.unlink()
    with pytest.raises(UsageError, match=r"pythonw\.exe"):
        install(computer, "ja")


def test_a_registry_that_refuses_is_told_in_one_sentence(computer: Computer) -> None:
    registry_of(computer).refuses = "LocalServer32"
    with pytest.raises(OutputError, match=r"Access is denied.*close Excel"):
        install(computer, "ja")


def test_an_add_in_that_cannot_be_written_is_told(computer: Computer) -> None:
    computer.appdata.touch()
    with pytest.raises(OutputError, match="cannot be written"):
        install(computer, "ja")
    assert of_user(computer) == {}


@pytest.mark.parametrize(("system", "sentence"), [("linux", "on Windows only"), ("darwin", "on a Mac")])
def test_other_systems_are_told_what_is_possible_there(
    monkeypatch: pytest.MonkeyPatch, system: str, sentence: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(UsageError, match=sentence):
        this_computer()


# looking after it


def looks(computer: Computer) -> dict[str, Look]:
    return {look.found.id: look for look in examined(computer)}


def test_after_an_installation_everything_is_fine(computer: Computer) -> None:
    install(computer, "ja")
    found = looks(computer)
    assert [look.found.id for look in found.values() if look.state is State.WRONG] == []
    assert {"doctor.excel", "doctor.macros_ask", "doctor.addin", "doctor.registered", "doctor.python"} <= set(
        found
    )


def test_before_an_installation_the_doctor_says_what_is_missing(computer: Computer) -> None:
    found = looks(computer)
    for id_ in ("doctor.no_addin", "doctor.not_registered"):
        assert found[id_].state is State.WRONG
        assert found[id_].advice is not None
        assert "kpixl install excel" in found[id_].advice.text("en")


def test_the_version_and_bits_of_excel_and_of_python_are_shown(computer: Computer) -> None:
    found = looks(computer)
    assert found["doctor.excel"].found.text("en") == "Excel 16.0.17928.20114 (64 bits)"
    assert f"({struct.calcsize('P') * 8} bits)" in found["doctor.python"].found.text("en")


def test_an_installed_excel_from_a_disc_and_no_excel_are_told_apart(computer: Computer) -> None:
    values = registry_of(computer).values
    del values[MACHINE, CLICK_TO_RUN, "VersionToReport"]
    assert looks(computer)["doctor.no_excel"].state is State.WRONG
    values[MACHINE, "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe", ""] = (
        "C:\\EXCEL.EXE"
    )
    assert looks(computer)["doctor.excel_at"].state is State.FINE


@pytest.mark.parametrize(
    ("key", "setting", "found", "advice"),
    [
        (SECURITY, 1, "doctor.macros_all", None),
        (SECURITY, 2, "doctor.macros_ask", None),
        (SECURITY, 3, "doctor.macros_signed", "Trust Center"),
        (SECURITY, 4, "doctor.macros_none", "Trust Center"),
        (POLICIES, 4, "doctor.macros_none", "IT department"),
    ],
)
def test_macro_settings_are_read_and_a_policy_goes_first(
    computer: Computer, key: str, setting: int, found: str, advice: str | None
) -> None:
    registry_of(computer).values[USER, SECURITY, "VBAWarnings"] = 1
    registry_of(computer).values[USER, key, "VBAWarnings"] = setting
    look = looks(computer)[found]
    assert (look.state is State.WRONG) is (advice is not None)
    assert advice is None or (look.advice and advice in look.advice.text("en"))


def test_another_python_in_the_registry_is_shown(computer: Computer) -> None:
    install(computer, "ja")
    registry_of(computer).set(
        f"Software\\Classes\\CLSID\\{CLASS_ID}\\LocalServer32", "", '"C:\\old\\pythonw.exe"'
    )
    assert "C:\\old" in looks(computer)["doctor.other_python"].found.text("ja")


def test_a_python_of_the_store_is_told_to_be_of_no_use(computer: Computer) -> None:
    store = Path(*PureWindowsPath("WindowsApps/Python").parts)
    found = Computer(computer.registry, computer.appdata / store / "python.exe", computer.appdata)
    advice = looks(found)["doctor.python"].advice
    assert advice is not None
    assert "Microsoft Store" in advice.text("en")


def test_a_library_that_is_missing_is_named(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import PackageNotFoundError

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("kpixl.hosts.excel.doctor.version", missing)
    assert looks(computer)["doctor.no_library"].state is State.WRONG


# the registry of Windows itself, on a stand-in for Python's module of that name


class Winreg(ModuleType):
    """As much of `winreg` as is used: the values of each key by root and path."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "HKCU", "HKLM"
    KEY_READ, KEY_WOW64_64KEY, KEY_WOW64_32KEY, REG_SZ = 1, 256, 512, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.keys: dict[tuple[str, str], dict[str, object]] = {}

    @contextmanager
    def OpenKey(self, root: str, key: str, *access: int) -> Iterator[tuple[str, str]]:  # noqa: N802
        if (root, key) not in self.keys:
            raise FileNotFoundError(2, "not there")
        yield root, key

    @contextmanager
    def CreateKey(self, root: str, key: str) -> Iterator[tuple[str, str]]:  # noqa: N802
        parts = key.split("\\")
        for count in range(1, len(parts) + 1):
            self.keys.setdefault((root, "\\".join(parts[:count])), {})
        yield root, key

    def SetValueEx(self, opened: tuple[str, str], name: str, zero: int, kind: int, value: object) -> None:  # noqa: N802
        self.keys[opened][name] = value

    def QueryValueEx(self, opened: tuple[str, str], name: str) -> tuple[object, int]:  # noqa: N802
        if name not in self.keys[opened]:
            raise FileNotFoundError(2, "not there")
        return self.keys[opened][name], self.REG_SZ

    def _below(self, opened: tuple[str, str]) -> list[str]:
        root, above = opened
        names = [
            key.removeprefix(f"{above}\\")
            for of, key in self.keys
            if of == root and key.startswith(f"{above}\\")
        ]
        return [name for name in names if "\\" not in name]

    def QueryInfoKey(self, opened: tuple[str, str]) -> tuple[int, int, int]:  # noqa: N802
        return len(self._below(opened)), len(self.keys[opened]), 0

    def EnumKey(self, opened: tuple[str, str], number: int) -> str:  # noqa: N802
        return self._below(opened)[number]

    def DeleteKey(self, root: str, key: str) -> None:  # noqa: N802
        if self._below((root, key)):
            raise PermissionError(13, "it has keys below it")
        del self.keys[root, key]


def test_the_registry_of_windows_keeps_gives_and_loses_what_an_installation_writes(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    winreg = Winreg()
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    real = Computer(WindowsRegistry(), computer.python, computer.appdata)
    before = dict(winreg.keys)
    install(real, "ja")
    for key, name, value in registration(real):
        assert real.registry.get(USER, key, name) == value
    assert real.registry.get(USER, "Software\\Classes\\Nothing") is None
    assert real.registry.get(MACHINE, CLICK_TO_RUN, "Platform") is None
    assert uninstall(real) is True
    left = {key for _, key in set(winreg.keys) - set(before)}
    assert all("pixl" not in key and CLASS_ID not in key for key in left)
    assert uninstall(real) is False


def test_the_server_is_xlwings_own_under_the_class_that_was_registered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served: list[str] = []
    with xlwings_for_windows():
        monkeypatch.setattr(sys.modules["xlwings.com_server"], "serve", served.append)
        server.main()
        server.main("{OTHER}")
    assert served == [CLASS_ID, "{OTHER}"]
