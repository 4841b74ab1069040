"""The macro-enabled planner and the add-in as files: by their formats' rules, and for other programs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from office.calc import Calc
from office.vba_projects import listed_by_olevba, project_part, streams
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from workbooks.macro_rules import MacroBook, faults
from workbooks.ready_made import template

from kpixl.cli.exit_codes import WRONG_USAGE
from kpixl.cli.main import main
from kpixl.functions.registry import REGISTRY
from kpixl.hosts.excel.package import VBA_PART, addin, with_macros
from kpixl.hosts.excel.ribbon import BUTTONS, PARTS, words
from kpixl.hosts.excel.starting import SERVING, Dll
from kpixl.hosts.excel.vba.model import LONGEST_LINE
from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES, Language
from kpixl.ooxml.archive import Archive
from kpixl.recalc.options import Options

CHANGED_PARTS = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
ADDED_PARTS = {VBA_PART, "customUI/customUI.xml", "customUI/customUI14.xml"}


def plain(language: Language) -> bytes:
    return template(f"planner.web.{language}")


BUILT = {
    **{
        f"planner.{language}": with_macros(plain(language), "planner.xlsx", language)
        for language in LANGUAGES
    },
    **{f"add-in.{language}": addin(language) for language in LANGUAGES},
}
EACH = pytest.mark.parametrize("name", BUILT)


# by the rules


@EACH
def test_a_built_file_keeps_all_rules(name: str) -> None:
    assert faults(BUILT[name]) == []


BREAKS = {
    "content_types": [
        ("[Content_Types].xml", b"sheet.macroEnabled.main", b"sheet.main"),
        ("[Content_Types].xml", b"application/vnd.ms-office.vbaProject", b"application/octet-stream"),
        ("[Content_Types].xml", b'Extension="rels"', b'Extension="none"'),
        ("[Content_Types].xml", b"/xl/vbaProject.bin", b"/xl/vba.bin"),
    ],
    "relationships": [
        ("xl/_rels/workbook.xml.rels", b'Target="vbaProject.bin"', b'Target="vba.bin"'),
        ("xl/_rels/workbook.xml.rels", b'Id="kpixlVba"', b'Id="rId1"'),
        ("_rels/.rels", b"2006/relationships/ui/extensibility", b"2006/relationships/ui/other"),
    ],
    "code_names": [
        ("xl/workbook.xml", b'codeName="ThisWorkbook"', b'codeName="Workbook"'),
        ("xl/worksheets/sheet3.xml", b'codeName="Sheet3"', b'codeName="Sheet4"'),
        ("xl/worksheets/sheet3.xml", b' codeName="Sheet3"', b""),
    ],
    "workbook_order": [("xl/workbook.xml", b"<workbookPr ", b"<calcPr/><workbookPr ")],
    "ribbon": [
        ("customUI/customUI14.xml", b'id="check"', b'id="report"'),
        ("customUI/customUI14.xml", b'id="check"', b'id="1"'),
        ("customUI/customUI.xml", b"2006/01/customui", b"2009/07/customui"),
        ("customUI/customUI.xml", b"imageMso=", b"imageMSO="),
        ("customUI/customUI.xml", b"<tabs>", b"<tabs><button/>"),
    ],
    "callbacks": [
        ("customUI/customUI.xml", b"KpixlPressed", b"KpixlPress2"),
        ("customUI/customUI.xml", b'getLabel="KpixlLabel"', b'getLabel="KpixlPressed"'),
    ],
    "function_help": [
        ("xl/workbook.xml", b'builtInGroupCount="19"', b'builtInGroupCount="14"'),
        ("xl/workbook.xml", b'<x14:definedName name="KPI_ROI"', b'<x14:definedName name="KPI_ROAD"'),
        ("xl/workbook.xml", b'<x14:argumentDescription index="1"', b'<x14:argumentDescription index="5"'),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "part", "old", "new"),
    [(rule, *change) for rule, changes in BREAKS.items() for change in changes],
)
def test_a_broken_build_is_caught_by_its_rule(rule: str, part: str, old: bytes, new: bytes) -> None:
    content = BUILT["planner.ja"]
    with ZipFile(BytesIO(content)) as archive:
        assert old in archive.read(part)
        broken = repacked(archive, {part: archive.read(part).replace(old, new, 1)})
    assert rule in {fault.partition(":")[0] for fault in faults(broken)}


def test_a_lost_function_is_caught() -> None:
    project = project_part(BUILT["add-in.ja"])
    with ZipFile(BytesIO(BUILT["planner.ja"])) as archive:
        broken = repacked(archive, {VBA_PART: project})  # its sheets are others
    assert any(fault.startswith("code_names") for fault in faults(broken))


# what is in it


@EACH
def test_olevba_lists_all_modules(name: str) -> None:
    listed = set(listed_by_olevba(project_part(BUILT[name])))
    own = {"KpixlHost.bas", "KpixlFunctions.bas", "KpixlRibbon.bas", "KpixlStart.bas", "KpixlTexts.bas"}
    assert own < listed
    assert ("KpixlHelp.bas" in listed) is name.startswith("planner")


@EACH
def test_every_function_has_a_wrapper_with_its_parameters(name: str) -> None:
    procedures = MacroBook(BUILT[name]).procedures
    assert {function: procedures[function] for function in REGISTRY} == {
        function: len(spec.parameters) for function, spec in REGISTRY.items()
    }


@EACH
def test_sources_are_ascii_in_lines_that_the_editor_can_hold(name: str) -> None:
    for source in MacroBook(BUILT[name]).modules.values():
        assert source.isascii()
        assert max(map(len, source.splitlines())) <= LONGEST_LINE


def test_the_buttons_have_their_words_in_both_languages_within_the_vba() -> None:
    source = MacroBook(BUILT["planner.ja"]).modules["KpixlTexts"]
    for language, key, said in words():
        assert f'Case "{language}.{key}"' in source
        assert said.isascii() is (f'"{said}"' in source.replace('""', '"'))
    assert len(list(words())) == len(LANGUAGES) * len(BUTTONS) * len(PARTS)


def test_texts_come_back_from_their_spelling() -> None:
    source = MacroBook(BUILT["planner.ja"]).modules["KpixlTexts"]
    found = re.search(r'Case "ja.refresh.label"\n +KpixlWords = KpixlText\("([^"]+)"\)', source)
    assert found is not None
    assert found[1].encode().decode("unicode_escape") == "更新"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_of_the_plain_template_stay_but_for_what_speaks_of_macros(language: Language) -> None:
    with ZipFile(BytesIO(plain(language))) as before, ZipFile(BytesIO(BUILT[f"planner.{language}"])) as after:
        assert set(after.namelist()) - set(before.namelist()) == ADDED_PARTS
        for name in before.namelist():
            content = after.read(name)
            if name not in CHANGED_PARTS:
                content = re.sub(rb' codeName="Sheet\d+"', b"", content, count=1)
                assert content == before.read(name), name


def test_the_same_build_is_the_same_bytes() -> None:
    assert with_macros(plain("ja"), "planner.xlsx", "ja") == BUILT["planner.ja"]
    assert addin("en") == BUILT["add-in.en"]


def test_a_workbook_that_is_no_template_is_refused() -> None:
    with ZipFile(BytesIO(plain("ja"))) as archive:
        strange = repacked(archive, {"_rels/.rels": archive.read("_rels/.rels") + b"<!--</Relationships>-->"})
    with pytest.raises(ValueError, match="exactly once"):
        with_macros(strange, "strange.xlsx", "ja")


# for other programs


@EACH
def test_olefile_finds_no_defect(name: str) -> None:
    assert {"PROJECT", "PROJECTwm", "VBA/dir", "VBA/_VBA_PROJECT"} < set(streams(project_part(BUILT[name])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_openpyxl_which_opens_no_add_ins_keeps_the_vba(language: Language) -> None:
    content = BUILT[f"planner.{language}"]
    workbook = load_workbook(BytesIO(content), keep_vba=True)
    written = BytesIO()
    workbook.save(written)
    assert project_part(written.getvalue()) == project_part(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_calamine_reads_the_same_values_as_from_the_plain_template(language: Language) -> None:
    ours, theirs = (
        CalamineWorkbook.from_filelike(BytesIO(content))
        for content in (BUILT[f"planner.{language}"], plain(language))
    )
    assert ours.sheet_names == theirs.sheet_names
    for name in ours.sheet_names:
        assert ours.get_sheet_by_name(name).to_python() == theirs.get_sheet_by_name(name).to_python()


def test_in_libreoffice_with_the_extension_it_computes_as_the_plain_template(
    calc: Calc, tmp_path: Path
) -> None:
    macro_file, plain_file = tmp_path / "plan.xlsm", tmp_path / "plan.xlsx"
    macro_file.write_bytes(BUILT["planner.ja"])
    plain_file.write_bytes(plain("ja"))
    assert calc.values_of(macro_file) == calc.values_of(plain_file)


def test_a_recalculation_keeps_vba_and_ribbon_byte_for_byte() -> None:
    content = re_dated(BUILT["planner.ja"])
    outcome = recalculate_content(content, "plan.xlsm", Options(full=True))
    assert outcome.changed
    before, after = Archive(content, "before"), Archive(outcome.content, "after")
    for part in (*ADDED_PARTS, *CHANGED_PARTS):
        assert after.compressed(part) == before.compressed(part)
    assert faults(outcome.content) == []


def re_dated(content: bytes) -> bytes:
    """The planner with another as-of date, so that there is something to recalculate."""
    part = "xl/worksheets/sheet1.xml"
    archive = Archive(content, "plan.xlsm")
    changed = re.sub(rb'(<c r="D10"[^>]*><v>)\d+', rb"\g<1>46280", archive.read(part), count=1)
    assert changed != archive.read(part)
    return archive.replaced({part: changed})


def repacked(archive: ZipFile, changes: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in archive.namelist():
            target.writestr(name, changes.get(name, archive.read(name)))
    return written.getvalue()


# the other way to Python


def test_with_a_dll_the_vba_loads_it_and_nothing_else_differs() -> None:
    dll = Dll("C:\\Users\\山田\\venv", "0.37.8", "C:\\Users\\山田\\venv\\Scripts\\pythonw.exe")
    content = with_macros(plain("ja"), "planner.xlsx", "ja", dll)
    assert faults(content) == []
    ours, theirs = MacroBook(content).modules, MacroBook(BUILT["planner.ja"]).modules
    assert {name for name in ours if ours[name] != theirs[name]} == {"KpixlStart"}
    source = ours["KpixlStart"]
    assert source.isascii()
    assert "CreateObject" not in source
    assert 'Lib "xlwings64-0.37.8.dll"' in source
    written = re.findall(r'= KpixlText\("([^\n]+)"\)', source)
    folder, command = (each.replace('""', '"').encode().decode("unicode_escape") for each in written)
    assert folder == dll.folder
    assert command == f'"{dll.python}" -P -c "{SERVING}"'


def test_without_a_dll_nothing_of_windows_is_declared() -> None:
    for source in MacroBook(BUILT["planner.ja"]).modules.values():
        assert "Declare" not in source
        assert "Shell" not in source


def test_other_systems_have_no_dll(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "planner", str(tmp_path / "plan.xlsm"), "--dll", "--lang", "en"]) == WRONG_USAGE
    assert "on Windows" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
