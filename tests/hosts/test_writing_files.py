"""A recalculated file appears whole or not at all, and only where it was asked for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from workbooks import traps
from workbooks.compare import cached
from workbooks.hand import F, book

import kpixl
from kpixl.errors import KpixlError, OutputError, UsageError
from kpixl.hosts.headless import recalculate
from kpixl.i18n import LANGUAGES
from kpixl.ooxml.files import write_file

OLD = book({"S": {"A1": F(traps.OURS, 1)}})
FRESH = book({"S": {"A1": F(traps.OURS, 20)}})
LONG_NAME = "計画" * 41 + ".xlsx"  # 251 bytes, of 255 that a name may have


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "計画.xlsx"
    path.write_bytes(OLD)
    return path


def _names(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.iterdir())


def test_a_file_is_recalculated_in_place(source: Path) -> None:
    report = recalculate(source)
    assert cached(source.read_bytes(), "S") == {"A1": 20.0}
    assert (report.source, report.target, report.state) == (str(source), str(source), "recalculated")
    assert (report.formulas, report.computed, report.changed) == (1, 1, 1)
    assert _names(source.parent) == [source.name]


def test_a_file_is_recalculated_into_another_and_stays_itself(source: Path) -> None:
    target = source.parent / "new.xlsx"
    report = recalculate(str(source), str(target))
    assert source.read_bytes() == OLD
    assert cached(target.read_bytes(), "S") == {"A1": 20.0}
    assert report.target == str(target)
    assert _names(source.parent) == ["new.xlsx", source.name]


def test_the_package_offers_the_same_function(source: Path) -> None:
    assert kpixl.recalculate(source).changed == 1


def test_a_missing_folder_is_made_for_the_target(source: Path) -> None:
    target = source.parent / "a" / "b" / "new.xlsx"
    recalculate(source, target)
    assert cached(target.read_bytes(), "S") == {"A1": 20.0}


def test_a_file_with_a_long_name_is_written(tmp_path: Path) -> None:
    source = tmp_path / LONG_NAME
    source.write_bytes(OLD)
    recalculate(source)
    assert cached(source.read_bytes(), "S") == {"A1": 20.0}


# what need not be written


def test_a_file_that_is_up_to_date_is_not_written_in_place(source: Path) -> None:
    source.write_bytes(FRESH)
    os.utime(source, ns=(1_000, 2_000))
    before = source.stat()
    report = recalculate(source)
    after = source.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert source.read_bytes() == FRESH
    assert (report.target, report.changed) == (None, 0)


def test_a_file_that_is_up_to_date_is_copied_to_its_target(source: Path) -> None:
    source.write_bytes(FRESH)
    target = source.parent / "new.xlsx"
    report = recalculate(source, target)
    assert target.read_bytes() == FRESH
    assert (report.target, report.changed) == (str(target), 0)


def test_a_workbook_without_anything_due_is_reported_unchanged(source: Path) -> None:
    source.write_bytes(book({"S": {"A1": F("1+1", 2)}}))
    assert recalculate(source).state == "unchanged"


# the target is the source


@pytest.mark.parametrize(
    "other",
    [
        lambda source: source,
        lambda source: source.parent / "." / source.name,
        lambda source: _linked(source, os.symlink),
        lambda source: _linked(source, os.link),
    ],
    ids=["the same path", "another spelling", "a symbolic link", "a hard link"],
)
def test_a_target_that_is_the_source_is_refused(source: Path, other: Callable[[Path], Path]) -> None:
    target = other(source)
    before = source.stat()
    with pytest.raises(UsageError) as caught:
        recalculate(source, target)
    assert caught.value.message.id == "workbook.target_is_source"
    assert all(source.name in caught.value.text(language) for language in LANGUAGES)
    assert source.read_bytes() == OLD
    assert (source.stat().st_ino, source.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def _linked(source: Path, link: Callable[[Path, Path], None]) -> Path:
    path = source.parent / "link.xlsx"
    link(source, path)
    return path


def test_a_link_in_place_rewrites_the_file_it_points_to_and_says_so(source: Path) -> None:
    link = source.parent / "link.xlsx"
    link.symlink_to(source.name)
    report = recalculate(link)
    assert link.is_symlink()
    assert cached(source.read_bytes(), "S") == {"A1": 20.0}
    assert report.target == str(source.resolve())
    assert [warning.id for warning in report.warnings] == ["recalc.warning.link"]
    for language in LANGUAGES:
        (told,) = report.to_dict(language)["warnings"]  # type: ignore[misc]
        assert link.name in told
        assert source.name in told


def test_a_link_to_a_file_that_is_up_to_date_is_not_worth_a_word(source: Path) -> None:
    source.write_bytes(FRESH)
    link = source.parent / "link.xlsx"
    link.symlink_to(source)
    assert recalculate(link).warnings == ()
    assert source.read_bytes() == FRESH


# permissions


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_permissions(source: Path, mode: int) -> None:
    source.chmod(mode)
    recalculate(source)
    assert stat.S_IMODE(source.stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_target_that_exists_keeps_its_permissions(source: Path, mode: int) -> None:
    target = source.parent / "new.xlsx"
    target.write_bytes(b"old")
    target.chmod(mode)
    recalculate(source, target)
    assert cached(target.read_bytes(), "S") == {"A1": 20.0}
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_permissions_that_the_user_wants(source: Path, mask: int) -> None:
    target = source.parent / "new.xlsx"
    old = os.umask(mask)
    try:
        recalculate(source, target)
    finally:
        assert os.umask(old) == mask
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask


# failures


def _fail(error: BaseException) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


FULL_DISK = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
@pytest.mark.parametrize("in_place", [True, False], ids=["in place", "to another file"])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    source: Path, step: str, in_place: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = source if in_place else source.parent / "new.xlsx"
    if not in_place:
        target.write_bytes(b"old")
    before = {place.name: place.read_bytes() for place in source.parent.iterdir()}
    with monkeypatch.context() as patched:
        patched.setattr(os, step, _fail(FULL_DISK))
        with pytest.raises(OutputError) as caught:
            recalculate(source, None if in_place else target)
    assert {place.name: place.read_bytes() for place in source.parent.iterdir()} == before
    for language in LANGUAGES:
        assert target.name in caught.value.text(language)
        assert "No space left" in caught.value.text(language)
        assert "\n" not in caught.value.text(language)


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), MemoryError(), RuntimeError("x")], ids=repr)
def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(
    source: Path, interruption: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _fail(interruption))
        with pytest.raises(type(interruption)):
            recalculate(source)
    assert source.read_bytes() == OLD
    assert _names(source.parent) == [source.name]


def test_nothing_is_written_into_the_file_itself(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bytes, bytes]] = []
    replace = os.replace

    def watched(beside: str, target: str, **options: object) -> None:
        seen.append((Path(target).read_bytes(), Path(beside).read_bytes()))
        replace(beside, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", watched)
        recalculate(source)
    assert seen == [(OLD, source.read_bytes())]


def test_a_target_that_is_a_folder_is_refused(source: Path) -> None:
    target = source.parent / "folder"
    target.mkdir()
    with pytest.raises(OutputError):
        recalculate(source, target)
    assert _names(source.parent) == ["folder", source.name]
    assert _names(target) == []


def test_a_target_below_a_file_is_refused(source: Path) -> None:
    with pytest.raises(KpixlError):
        recalculate(source, source / "new.xlsx")
    assert source.read_bytes() == OLD


def test_a_file_is_written_with_its_very_bytes(tmp_path: Path) -> None:
    for content in (b"", b"\r\n\x00\xff", os.urandom(99_999)):
        write_file(tmp_path / "x.bin", content)
        assert (tmp_path / "x.bin").read_bytes() == content
