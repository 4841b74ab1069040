"""Files that a workbook remembers: followed only where its user would expect it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kpixl.data.places import remembered_place, written_place
from kpixl.errors import SourceError
from kpixl.i18n import LANGUAGES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "計画"
    (home / "export").mkdir(parents=True)
    (home / "export" / "may.csv").write_text("a")
    (tmp_path / "secret.csv").write_text("b")
    return home


def test_a_file_below_the_workbooks_folder_is_remembered_from_there_on_and_found_again(folder: Path) -> None:
    file = folder / "export" / "may.csv"
    assert written_place(file, folder) == "export/may.csv"
    assert remembered_place("export/may.csv", folder) == file.resolve()
    assert remembered_place("export/../export/may.csv", folder) == file.resolve()


def test_a_file_elsewhere_is_remembered_whole_and_followed_only_below_a_folder_that_is_named(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "secret.csv"
    written = written_place(file, folder)
    assert Path(written) == file.resolve()
    with pytest.raises(SourceError, match="outside the workbook's folder"):
        remembered_place(written, folder)
    assert remembered_place(written, folder, [tmp_path]) == file.resolve()


@pytest.mark.parametrize(
    "written",
    [
        "../secret.csv",
        "export/../../secret.csv",
        "/etc/passwd",
        "export/../../計画2/x.csv",
        "..",
        "../計画x/a.csv",
    ],
)
def test_a_way_out_of_the_folder_is_not_followed(written: str, folder: Path) -> None:
    with pytest.raises(SourceError, match="outside the workbook's folder"):
        remembered_place(written, folder)


@pytest.mark.parametrize(
    "written",
    [
        "http://example.com/x.csv", "https://example.com/x.csv", "file:///etc/passwd", "s3://bucket/x.csv",
        "\\\\server\\share\\x.csv", "//server/share/x.csv", "\\\\.\\PhysicalDrive0", "\\\\?\\C:\\x.csv",
        "C:\\Users\\x.csv", "C:x.csv", "CON", "nul.csv", "export/COM1.csv", "export\\lpt1", "data:text/csv,a",
        "jdbc:mysql://h/x", "", "  ", "a\0b.csv", "a\nb.csv",
    ],
)  # fmt: skip
def test_urls_shares_and_devices_are_never_followed(written: str, folder: Path) -> None:
    if os.name == "nt" and written.startswith("C:"):
        pytest.skip("a drive is a place there")
    with pytest.raises(SourceError) as refusal:
        remembered_place(written, folder, [Path("/")])
    assert refusal.value.message.id == "import.place.elsewhere"
    assert all("\n" not in refusal.value.text(language) for language in LANGUAGES)


def test_a_link_that_leads_out_is_not_followed(folder: Path, tmp_path: Path) -> None:
    try:
        (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
        (folder / "out").symlink_to(tmp_path)
    except OSError:
        pytest.skip("no symbolic links here")
    for written in ("link.csv", "out/secret.csv"):
        with pytest.raises(SourceError, match="outside the workbook's folder"):
            remembered_place(written, folder)


def test_a_folder_and_a_device_are_no_files(folder: Path) -> None:
    with pytest.raises(SourceError, match="this is no file"):
        remembered_place("export", folder)
    if Path("/dev/zero").exists():
        with pytest.raises(SourceError, match="this is no file"):
            remembered_place("/dev/zero", folder, [Path("/dev")])


def test_a_file_that_is_not_there_yet_is_a_place_all_the_same(folder: Path) -> None:
    assert remembered_place("june.csv", folder) == (folder / "june.csv").resolve()
