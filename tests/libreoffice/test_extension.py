"""The extension as a file: the same bytes each time, complete, and only from what is declared."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

import kpixl
from kpixl.functions.spec import Shape
from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.commands import COMMANDS
from kpixl.hosts.libreoffice.extension import ENTRY, INSTALLATION, PYTHON_PATH, extension
from kpixl.hosts.libreoffice.interface import methods
from kpixl.hosts.libreoffice.type_library import Method, type_library
from kpixl.i18n import LANGUAGES

PACKAGE = Path(kpixl.__file__).parent
NAME = "{http://openoffice.org/2001/registry}name"


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(extension())) as archive:
        assert archive.testzip() is None
        return {entry: archive.read(entry) for entry in archive.namelist()}


def words(parts: dict[str, bytes], file: str, path: str, name: str) -> dict[str, str]:
    """The words of a property in each language, at a path of nodes."""
    place = ElementTree.fromstring(parts[file])
    for step in path.split("/"):
        place = next(child for child in place if child.get(NAME) == step)
    found = next(child for child in place if child.get(NAME) == name)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    return {value.get(language, "")[:2]: value.text or "" for value in found}


def test_the_same_source_gives_the_same_bytes_in_every_process() -> None:
    command = (
        "import hashlib; from kpixl.hosts.libreoffice.extension import extension;"
        "print(hashlib.sha256(extension()).hexdigest())"
    )
    digests = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(PACKAGE.parent), "TZ": f"UTC{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", command], env=environment, capture_output=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_every_part_of_the_manifest_is_there_and_every_xml_is_well_formed(parts: dict[str, bytes]) -> None:
    manifest = ElementTree.fromstring(parts["META-INF/manifest.xml"])
    listed = [entry.get("{http://openoffice.org/2001/manifest}full-path") for entry in manifest]
    assert len(listed) == 7
    assert set(listed) <= set(parts)
    for name, content in parts.items():
        if name.endswith((".xml", ".xcu", ".components")):
            ElementTree.fromstring(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_function_wizard_says_what_the_declarations_say(language: str, parts: dict[str, bytes]) -> None:
    base = f"AddInInfo/{names.SERVICE}/AddInFunctions"
    for spec in kpixl.REGISTRY.values():
        described = words(parts, "CalcAddIns.xcu", f"{base}/{spec.name}", "Description")
        assert described[language] == spec.summary(language)  # type: ignore[arg-type]
        for parameter in spec.parameters:
            place = f"{base}/{spec.name}/Parameters/{parameter.name}"
            found = words(parts, "CalcAddIns.xcu", place, "Description")
            assert found[language] == spec.parameter_help(parameter, language)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_has_every_command_in_both_languages(language: str, parts: dict[str, bytes]) -> None:
    menu = f"AddonUI/OfficeMenuBar/{names.MENU}"
    assert words(parts, "Addons.xcu", menu, "Title") == {"en": "KPI analysis", "ja": "KPI分析"}
    for number, command in enumerate(COMMANDS, 1):
        shown = words(parts, "Addons.xcu", f"{menu}/Submenu/m{number}", "Title")
        assert shown[language] == command.title(language)  # type: ignore[arg-type]


def test_the_interface_has_a_method_for_each_function() -> None:
    found = methods(kpixl.REGISTRY.values())
    assert [method.name for method in found] == list(kpixl.REGISTRY)
    for method, spec in zip(found, kpixl.REGISTRY.values()):
        assert [name for name, _ in method.parameters] == [one.name for one in spec.parameters]
        assert (method.result == "any") == (spec.result.shape is Shape.SCALAR)


def test_a_type_library_is_laid_out_as_libreoffice_reads_it() -> None:
    library = type_library("a.X", [Method("F", "any", (("p", "[]any"),))])
    assert library[:8] == b"UNOIDL\xff\x00"
    root = int.from_bytes(library[8:12], "little")
    assert int.from_bytes(library[12:16], "little") == 1
    name, module = (int.from_bytes(library[root + at : root + at + 4], "little") for at in (0, 4))
    assert library[name : name + 2] == b"a\0"
    assert library[module] == 0
    name, interface = (int.from_bytes(library[module + at : module + at + 4], "little") for at in (5, 9))
    assert library[name : name + 2] == b"X\0"
    assert library[interface] == 5
    assert b"\x01\0\0\0F\x03\0\0\0any\x01\0\0\0\0\x01\0\0\0p\x05\0\0\0[]any" in library[interface:]


def test_the_path_of_a_python_is_in_the_extension_only_when_it_is_installed(parts: dict[str, bytes]) -> None:
    assert INSTALLATION not in parts
    with ZipFile(io.BytesIO(extension("/opt/venv/bin/python"))) as archive:
        assert json.loads(archive.read(INSTALLATION)) == {"python": "/opt/venv/bin/python"}


def test_jpholiday_comes_with_its_licence(parts: dict[str, bytes]) -> None:
    assert f"{PYTHON_PATH}/jpholiday/__init__.py" in parts
    assert b"MIT License" in parts["LICENSE-jpholiday.txt"]


def test_what_travels_is_enough_to_call_every_function(parts: dict[str, bytes], tmp_path: Path) -> None:
    """Without anything else of kpixl and without any library, in an isolated Python."""
    for name, content in parts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    command = (
        f"import sys; sys.path.insert(0, {str(tmp_path / PYTHON_PATH)!r})\n"
        "from kpixl.functions.registry import REGISTRY, call\n"
        "import kpixl.macros.refresh, kpixl.macros.check, kpixl.macros.import_actuals\n"
        "print(len(REGISTRY), call('KPI_ALERT', 45.0, 100.0, 0.5), len(call('KPI_HOLIDAYS', 2026.0)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", command], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == [str(len(kpixl.REGISTRY)), "注意", "18"]


def test_the_entry_says_what_is_wrong_in_both_languages(parts: dict[str, bytes]) -> None:
    source = parts[ENTRY].decode()
    assert "BROKEN = {'ja': 'kpixl を読み込めません。" in source
    assert "'en': 'kpixl cannot be loaded" in source
