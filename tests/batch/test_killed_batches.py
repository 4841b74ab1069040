"""A batch that is killed or interrupted leaves every file old or new, and can be resumed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from shelf import computed, filled, tree, workbook

from kpixl.batch.journal import NAME
from kpixl.cli.exit_codes import FINE, INTERRUPTED

FILES, KILLS = 200, 20
FEW_LEFT = 50
PATIENCE = 120
UPDATED = " 2 cells updated"
"""Printed for a file that was old: one that is new already has no cell to update."""


def recalc(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """`kpixl recalc`, alone in a process group as if it were started from a terminal."""
    return subprocess.Popen(
        [sys.executable, "-m", "kpixl.cli.main", "recalc", str(folder), "--in-place", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "KPIXL_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,
    )


def wait_for_updates(process: subprocess.Popen[str], count: int) -> None:
    """Read what it prints until so many files have been updated."""
    assert process.stdout is not None
    for line in process.stdout:
        count -= UPDATED in line
        if count == 0:
            return


def entries(journal: bytes) -> Iterator[dict[str, str]]:
    """What a journal tells, but for a line that was cut off."""
    for line in journal.splitlines():
        with suppress(ValueError):
            yield json.loads(line)


def is_left_behind(name: str) -> bool:
    return name == NAME or (name.startswith(".kpixl-") and name.endswith(".tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_batch_that_is_killed_again_and_again_loses_nothing_and_comes_to_its_end(tmp_path: Path) -> None:
    chance = random.Random(20260507)
    names = [path.name for path in filled(tmp_path, FILES)]
    old = {name: workbook(number) for number, name in enumerate(names)}
    new = {name: computed(content) for name, content in old.items()}
    assert not set(old.values()) & set(new.values())

    ends = []
    for kill in range(KILLS):
        process = recalc(tmp_path, "--resume", "--jobs", str(1 + kill % 2))
        wait_for_updates(process, chance.randint(1, 15))
        process.kill()
        # the output ends when the last worker has ended, which sees that its parent is gone
        process.communicate(timeout=PATIENCE)
        ends.append(process.returncode)

        left = tree(tmp_path)
        assert {name for name in left if not is_left_behind(name)} == set(names)
        assert all(left[name] in (old[name], new[name]) for name in names)
        if sum(left[name] == old[name] for name in names) < FEW_LEFT:
            filled(tmp_path, FILES)  # the journal now tells of results that are no more
    assert ends.count(-signal.SIGKILL) > KILLS / 2  # a slow reader may find the work done

    left = tree(tmp_path)
    finished = {entry["source"] for entry in entries(left.get(NAME, b""))}
    finished = {path for path in finished if left[Path(path).name] == new[Path(path).name]}
    process = recalc(tmp_path, "--resume")
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (FINE, "")
    assert out.count("already done") == len(finished)
    assert f"{FILES} of {FILES} files done, 0 failed." in out
    left = tree(tmp_path)
    assert {name: left[name] for name in names} == new
    assert NAME not in left


@pytest.mark.skipif(sys.platform == "win32", reason="signals to process groups")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_after_the_files_in_work_and_says_how_to_go_on(tmp_path: Path, jobs: str) -> None:
    books = tmp_path / "books"
    names = [path.name for path in filled(books, 400)]
    summary = tmp_path / "summary.csv"
    process = recalc(books, "--jobs", jobs, "--summary", str(summary))
    wait_for_updates(process, 3)
    os.killpg(process.pid, signal.SIGINT)  # a terminal's Ctrl-C goes to the workers too
    rest, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == INTERRUPTED
    done = 3 + rest.count(UPDATED)
    assert 3 <= done < 400
    assert "Traceback" not in err
    assert err.strip().splitlines() == [
        "Stopping after the files in work; press Ctrl-C again to stop at once.",
        f"Interrupted: {done} of 400 files are finished; the same command with --resume goes on from there.",
    ]
    assert set(tree(books)) == {*names, NAME}
    assert len((books / NAME).read_text(encoding="utf-8").splitlines()) == done
    assert len(summary.read_text(encoding="utf-8-sig").splitlines()) == done + 1

    process = recalc(books, "--resume", "--summary", str(summary))
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (FINE, "")
    assert out.count("already done") == done
    assert summary.read_text(encoding="utf-8-sig").count("already done") == done
    assert tree(books) == {name: computed(workbook(number)) for number, name in enumerate(names)}
