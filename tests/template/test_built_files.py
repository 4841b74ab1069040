"""The workbooks in templates/ are what the templates give now, and the check that says so can fail."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "templates" / "build.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_templates", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def built(script: ModuleType) -> dict[str, bytes]:
    return dict(script.workbooks())


def test_each_file_is_what_its_template_gives(script: ModuleType, built: dict[str, bytes]) -> None:
    stale = [
        name
        for name, content in built.items()
        if not (SCRIPT.parent / name).exists()
        or not script.is_same((SCRIPT.parent / name).read_bytes(), content)
    ]
    assert stale == [], "run python templates/build.py"


def test_no_other_workbook_lies_there(built: dict[str, bytes]) -> None:
    assert {path.name for path in SCRIPT.parent.glob("*.xls*")} == set(built)


def test_a_stale_file_is_noticed_and_written_anew(
    script: ModuleType, built: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, other = list(built)[:2]
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    monkeypatch.setattr(script, "workbooks", lambda: [(name, built[name])])
    assert script.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    (tmp_path / name).write_bytes(built[other])
    assert script.main(["--check"]) == 1
    assert script.main([]) == 0
    assert (tmp_path / name).read_bytes() == built[name]


def test_only_compression_and_last_digits_may_differ(script: ModuleType, tmp_path: Path) -> None:
    def workbook(value: str, compression: int) -> bytes:
        path = tmp_path / "book.xlsx"
        with ZipFile(path, "w", compression) as package:
            package.writestr("xl/worksheets/sheet1.xml", f"<v>{value}</v>")
        return path.read_bytes()

    ours = workbook("0.9598662207357860", ZIP_DEFLATED)
    assert script.is_same(ours, workbook("0.9598662207357859", ZIP_STORED))
    assert not script.is_same(ours, workbook("0.9598662107357860", ZIP_DEFLATED))
    assert not script.is_same(ours, workbook("1", ZIP_DEFLATED))
