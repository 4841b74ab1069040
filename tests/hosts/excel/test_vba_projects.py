"""A VBA project as other programs read it, and what a project refuses to hold."""

from __future__ import annotations

import pytest
from office.vba_projects import listed_by_olevba, streams

from kpixl.hosts.excel.vba.compound_file import Storage, compound_file
from kpixl.hosts.excel.vba.model import Document, Module, Project
from kpixl.hosts.excel.vba.project import vba_project

CODE = "Public Sub Go()\n    Dim sum As Long\n    sum = 1\nEnd Sub\n"


def project_with(count: int) -> Project:
    modules = [
        Module("ThisWorkbook", document=Document.WORKBOOK),
        Module("Sheet1", document=Document.WORKSHEET),
    ]
    modules += [Module(f"Part{number}", f"' {number}\n" + CODE * number) for number in range(count)]
    return Project("Planner", tuple(modules))


@pytest.mark.parametrize("count", [1, 2, 5, 12, 60])
def test_olevba_lists_every_module_with_its_code(count: int) -> None:
    project = project_with(count)
    listed = listed_by_olevba(vba_project(project))
    for module in project.modules:
        if module.document is None:
            assert listed[f"{module.name}.bas"] == module.source().decode()
        else:
            assert f"{module.name}.cls" in listed


def test_the_same_project_is_the_same_bytes() -> None:
    assert vba_project(project_with(5)) == vba_project(project_with(5))


@pytest.mark.parametrize("count", range(1, 40))
@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000])
def test_streams_of_every_number_and_length_come_back(count: int, length: int) -> None:
    members = {f"stream {number}": bytes([number % 251]) * (length + number) for number in range(count)}
    root: Storage = {"inner": members, "beside": b"x" * length}
    found = streams(compound_file(root))
    assert found == {
        **{f"inner/{name}": content for name, content in members.items()},
        "beside": b"x" * length,
    }


def test_a_file_beyond_the_tables_of_its_header_is_refused() -> None:
    largest = 109 * 128 * 512 - 109 * 512 - 4 * 512
    assert len(compound_file({"a": bytes(largest)})) > largest
    with pytest.raises(ValueError, match="larger than this writer"):
        compound_file({"a": bytes(largest + 4096)})


@pytest.mark.parametrize("name", ["", "n" * 32])
def test_a_name_that_no_stream_can_have_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name of a stream"):
        compound_file({name: b""})


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("' 受注", "not ASCII"),
        ("x = 1\n'" + "x" * 1023, "line 2: longer than 1023"),
        ("x = 1" + " + _\n1" * 25, "more than 24 continuations"),
        ("Public Sub Long()\n" + "    x = 1\n" * 7000 + "End Sub\n", r"Public Sub Long\(\): longer than"),
    ],
)
def test_a_source_that_excels_editor_could_not_hold_is_refused(code: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Module("Part", code)


def test_a_source_at_the_limits_is_held() -> None:
    assert Module("Part", "'" + "x" * 1022 + "\nx = 1" + " + _\n1" * 24).source()


@pytest.mark.parametrize("name", ["", "1st", "a b", "受注", "n" * 32])
def test_a_name_that_no_module_can_have_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name of a module"):
        Module(name)


def test_two_modules_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        Project("Planner", (Module("Part"), Module("PART")))
