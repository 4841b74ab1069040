"""Installing for a user and removing again, where LibreOffice is, and that nothing is left running."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from office.calc import needed

from kpixl.cli.main import main
from kpixl.errors import UsageError
from kpixl.hosts.libreoffice import programs as where
from kpixl.hosts.libreoffice.extension import FILE_NAME, extension
from kpixl.hosts.libreoffice.session import LOCK, started


def installed(profile: Path) -> bool:
    return bool(list(profile.glob("user/uno_packages/cache/uno_packages/*/*.oxt")))


def processes_with(word: str) -> list[str]:
    """The command lines, of whatever user, in which a word occurs."""
    listed = subprocess.run(["ps", "-ewwo", "args"], capture_output=True, encoding="utf-8", check=True)
    return [line for line in listed.stdout.splitlines() if word in line]


def test_the_extension_is_built_without_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv(where.VARIABLE, str(tmp_path / "nothing"))
    out = tmp_path / "new"
    assert main(["--lang", "en", "install", "libreoffice", "--build-only", "--out", str(out)]) == 0
    assert (out / FILE_NAME).read_bytes() == extension()
    assert FILE_NAME in capsys.readouterr().out


@pytest.mark.parametrize(("language", "sentence"), [("en", "is not found"), ("ja", "見つかりません")])
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_a_missing_libreoffice_is_one_sentence(
    command: str,
    language: str,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(where.VARIABLE, str(tmp_path / "nothing"))
    assert main(["--lang", language, command, "libreoffice", "--profile", str(tmp_path / "profile")]) == 2
    said = capsys.readouterr().err.strip()
    assert sentence in said
    assert "\n" not in said
    assert not (tmp_path / "profile").exists()


def test_a_libreoffice_without_python_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice = tmp_path / "program" / "soffice"
    soffice.parent.mkdir()
    soffice.write_text("", encoding="utf-8")
    monkeypatch.setenv(where.VARIABLE, str(soffice))
    monkeypatch.setattr(where, "_has_uno", lambda python: False)
    with pytest.raises(UsageError) as caught:
        where.programs()
    assert caught.value.message.id == "office.install.no_python"


@pytest.mark.parametrize(
    ("system", "variables", "folder", "program", "profile"),
    [
        (
            "win32", {"ProgramFiles": "P", "APPDATA": "A"}, "P/LibreOffice/program", "soffice.exe",
            "A/LibreOffice/4",
        ),
        (
            "win32", {"ProgramFiles(x86)": "P", "APPDATA": "A"}, "P/LibreOffice/program", "soffice.exe",
            "A/LibreOffice/4",
        ),
        (
            "darwin", {"HOME": "H"}, "H/Applications/LibreOffice.app/Contents/MacOS", "soffice",
            "H/Library/Application Support/LibreOffice/4",
        ),
        ("linux", {"XDG_CONFIG_HOME": "C", "PATH": "B"}, "B", "soffice", "C/libreoffice/4"),
    ],
)  # fmt: skip
def test_libreoffice_is_found_where_each_system_has_it(
    system: str,
    variables: dict[str, str],
    folder: str,
    program: str,
    profile: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", where.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    for name, place in variables.items():
        monkeypatch.setenv(name, str(tmp_path / place))
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(where, "_has_uno", lambda python: True)
    soffice = tmp_path / folder / program
    soffice.parent.mkdir(parents=True)
    soffice.write_text("", encoding="utf-8")
    soffice.chmod(0o755)
    (soffice.parent / "python.exe").write_text("", encoding="utf-8")
    found = where.programs()
    assert found.soffice == soffice
    assert found.python == soffice.parent / "python.exe"
    assert where.own_profile() == tmp_path / profile


def test_what_is_installed_is_removed_again_and_nothing_is_left_running(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needed()
    profile = tmp_path / "profile"
    arguments = ["libreoffice", "--profile", str(profile)]
    assert main(["--lang", "en", "install", *arguments]) == 0
    assert installed(profile)
    assert "Installed" in capsys.readouterr().out
    assert main(["--lang", "en", "install", *arguments]) == 0  # over the one that is there
    assert "Installed" in capsys.readouterr().out
    assert main(["--lang", "en", "uninstall", *arguments]) == 0
    assert "Removed" in capsys.readouterr().out
    assert main(["--lang", "en", "uninstall", *arguments]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert processes_with(str(profile)) == []
    assert not (profile / LOCK).exists()


def test_a_profile_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needed()
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / LOCK).write_text("in use", encoding="utf-8")
    assert main(["--lang", "en", "install", "libreoffice", "--profile", str(profile)]) == 2
    assert "LibreOffice is running" in capsys.readouterr().err
    assert os.listdir(profile) == [LOCK]


def test_a_libreoffice_that_nobody_ends_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    found, running = needed(), []

    def interrupted() -> None:
        with started(found, profile):
            running.extend(processes_with(str(profile)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert running
    assert processes_with(str(profile)) == []
    assert not (profile / LOCK).exists()
