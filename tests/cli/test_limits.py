"""`--limit KEY=VALUE` and `--seconds N`: what they accept, and what they say of the rest."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from workbooks.hand import F, book
from workbooks.hostile import REFUSED, with_formulas

from kpixl.cli.exit_codes import FINE, UNREADABLE, WRONG_USAGE
from kpixl.cli.limits import KEYS, parse_limits
from kpixl.cli.main import main
from kpixl.errors import UsageError
from kpixl.ooxml.limits import DEFAULT_LIMITS, Limits


@pytest.mark.parametrize(
    ("setting", "limits"),
    [
        ("parts=20000", Limits(parts=20_000)),
        ("part_bytes=1G", Limits(part_bytes=1 << 30)),
        ("part_bytes=512m", Limits(part_bytes=512 << 20)),
        ("total_bytes = 64 K", Limits(total_bytes=64 << 10)),
        ("ratio=0", Limits(ratio=0)),
    ],
)
def test_a_limit_is_a_key_and_a_number_with_a_unit(setting: str, limits: Limits) -> None:
    assert parse_limits([setting]) == limits


def test_limits_add_up_and_the_last_one_counts() -> None:
    assert parse_limits(["cells=1", "names=2", "cells=3"]) == Limits(cells=3, names=2)
    assert parse_limits([]) == DEFAULT_LIMITS


@pytest.mark.parametrize(
    "setting",
    [
        *("", "parts", "parts=", "parts=-1", "parts=1.5", "parts=many", "pages=1", "parts=1T", "parts=1=2"),
        *("=1", "parts=" + "9" * 5000, "parts=１０", "__class__=1"),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_any_other_setting_is_refused_with_the_keys(
    setting: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError):
        parse_limits([setting])
    assert main(["recalc", "a.xlsx", "--in-place", "--limit", setting, "--lang", language]) == WRONG_USAGE
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(key in said for key in KEYS)


def test_every_limit_can_be_set_and_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse_limits([f"{field.name}=7" for field in fields(Limits)]) == Limits(*[7] * len(KEYS))
    main(["recalc", "--help", "--lang", "en"])
    shown = capsys.readouterr().out
    assert all(key in shown for key in KEYS)


@pytest.mark.parametrize("seconds", ["-1", "soon", "nan", "inf", "1E9", ""])
def test_seconds_that_are_none_are_refused(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recalc", "a.xlsx", "--in-place", "--seconds", seconds]) == WRONG_USAGE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "low", "high"),
    [
        (REFUSED["too many names"].make(), "names=49", "names=50"),
        (REFUSED["too many cells"].make(), "cells=499", "cells=500"),
        (REFUSED["a part that grows a thousand times"].make(), "ratio=200", "ratio=2000"),
        (with_formulas({}), "parts=4", "parts=5"),
        (with_formulas({}), "part_bytes=100", "part_bytes=1K"),
        (with_formulas({}), "total_bytes=1K", "total_bytes=4K"),
        (with_formulas({}, names='<definedName name="A_B">S!$A$1</definedName>' * 9), "depth=2", "depth=3"),
    ],
    ids=["names", "cells", "ratio", "parts", "part_bytes", "total_bytes", "depth"],
)
def test_a_refusal_names_the_key_that_lets_the_file_pass(
    content: bytes, low: str, high: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "plan.xlsx"
    source.write_bytes(content)
    arguments = ["recalc", str(source), "--out", str(tmp_path / "out"), "--lang", "en"]
    assert main([*arguments, "--limit", low]) == UNREADABLE
    assert f"--limit {low.partition('=')[0]}=" in capsys.readouterr().err
    assert main([*arguments, "--limit", high]) == FINE


def test_the_cells_of_arrays_have_a_limit_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arrays = {f"{column}1": F("1", kind="array", ref=f"{column}1:{column}10") for column in "CDE"}
    source = tmp_path / "plan.xlsx"
    source.write_bytes(book({"S": arrays}))
    assert main(["recalc", str(source), "--in-place", "--limit", "array_cells=20", "--lang", "en"]) == FINE
    said = capsys.readouterr().out
    assert "S!E1" in said
    assert "--limit array_cells=" in said
    assert "S!C1" not in said
