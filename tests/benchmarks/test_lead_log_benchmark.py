"""What is measured over logs of leads is measured on the same work."""

from __future__ import annotations

from pathlib import Path

from benchmarks.lead_log import by_kpixl, by_pandas, same, write_log


def test_pandas_finds_in_the_log_what_we_find(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    write_log(path, rows=3000, leads=1300)
    ours, other = by_kpixl(path).found, by_pandas(path).found
    counts, rates, times = ours
    assert sum(counts.values()) > 2000
    assert len(rates) == len(times) == 4
    assert all(map(same, ours, other))


def test_results_that_differ_are_not_the_same() -> None:
    assert same({"a": (1.0, 2.0)}, {"a": (1.0, 2.0)})
    assert not same({"a": (1.0, 2.0)}, {"a": (1.0, 2.1)})
    assert not same({"a": 1.0}, {"b": 1.0})
