"""Hostile files through the command line: a sentence or a result, in little time and memory.

Nothing here looks at a clock: the system ends a process that takes more than two seconds of a processor or
more than 500 MB.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bounded_runs
import pytest
from workbooks.hostile import ENDURED, REFUSED, TIME, Endured

from kpixl.cli.exit_codes import FINE, UNREADABLE
from kpixl.i18n.texts import TEXTS

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are bounded where they can be copied"
)
EVERY_FILE = pytest.mark.parametrize("name", [*REFUSED, *ENDURED])
GUARDED = ("--seconds", "1", "--limit", "memory=400M")


@dataclass(frozen=True)
class Run:
    """What became of one file."""

    code: int  # negative: the signal that ended the process
    out: str
    err: str
    bytes: int
    source_is_untouched: bool
    written: bool

    @property
    def report(self) -> dict[str, Any]:
        (report,) = json.loads(self.out)
        return report


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Every file of both lists, each in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    contents, commands = {}, {}
    for number, (name, file) in enumerate([*REFUSED.items(), *ENDURED.items()]):
        source = folder / f"{number}.xlsx"
        contents[name] = file.make()
        source.write_bytes(contents[name])
        # without --seconds a file is read in this process, which is watched from outside only
        how = GUARDED if isinstance(file, Endured) and file.guarded else ("--seconds", "0")
        shown = ("--json",) if isinstance(file, Endured) else file.arguments
        out = ("--out", str(folder / "written"), "--lang", "en")
        commands[name] = ["recalc", str(source), *out, *how, *shown]
    (folder / "runs.json").write_text(json.dumps(commands), "utf-8")
    subprocess.run([sys.executable, bounded_runs.__file__, str(folder)], check=True)
    results = json.loads((folder / "results.json").read_text("utf-8"))
    return {
        name: Run(
            **results[name],
            source_is_untouched=Path(command[1]).read_bytes() == contents[name],
            written=(folder / "written" / Path(command[1]).name).exists(),
        )
        for name, command in commands.items()
    }


def _pattern(text_id: str) -> re.Pattern[str]:
    """The English sentence with anything in its gaps."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".*", re.escape(TEXTS[text_id].en)))


@EVERY_FILE
def test_a_file_takes_little_and_its_source_stays(name: str, runs: dict[str, Run]) -> None:
    assert runs[name].code in (FINE, UNREADABLE)
    assert runs[name].bytes < bounded_runs.BYTES
    assert runs[name].source_is_untouched


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_gets_its_sentence(name: str, runs: dict[str, Run]) -> None:
    assert runs[name].code == UNREADABLE
    assert _pattern(REFUSED[name].reason).fullmatch(runs[name].err.removesuffix("\n"))
    assert runs[name].out == ""
    assert not runs[name].written


@pytest.mark.parametrize("name", ENDURED)
def test_what_cannot_be_computed_is_named_and_the_rest_is_computed(name: str, runs: dict[str, Run]) -> None:
    assert runs[name].err == ""
    assert runs[name].written
    report = runs[name].report
    frozen = {note["cell"]: note["message"] for note in report["frozen"]}
    assert "B1" not in frozen
    assert report["computed"] >= 1
    for cell, reason in ENDURED[name].frozen.items():
        assert _pattern(reason).fullmatch(frozen[cell])
    if not ENDURED[name].guarded:
        assert frozen.keys() == ENDURED[name].frozen.keys()


@pytest.mark.parametrize("name", [name for name, file in ENDURED.items() if file.guarded])
def test_what_takes_too_much_is_frozen_for_that_reason(name: str, runs: dict[str, Run]) -> None:
    assert any(_pattern(TIME).fullmatch(note["message"]) for note in runs[name].report["frozen"])


def test_there_are_many_such_files() -> None:
    assert len(REFUSED) + len(ENDURED) >= 90
