"""The pages on importing: their example is a map that works, and they name every map and option."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kpixl.cli.import_ import command
from kpixl.data import maps
from kpixl.domain.records import Record
from tests.data.maps import TODAY, VOCABULARY, map_of, read

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("import.md", "import.ja.md")


def example() -> str:
    page = (DOCS / "import.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- example -->\n```toml\n(.*?)```\n<!-- end of example -->", page, re.DOTALL)
    assert found
    return found[1]


def test_the_example_reads_the_table_that_it_describes(tmp_path: Path) -> None:
    table = (
        "年月,区分,経路,リード数,商談数,広告費(千円)\n"
        '2026年5月,新規,Google広告,120,8,"1,500"\n'
        "2026年5月,既存,テレビ,10,3,2万円\n"
    )
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="cp932")
    vocabulary = VOCABULARY
    reading = read(path, example(), TODAY, vocabulary)
    assert reading.problems == ()
    last = date(2026, 5, 31)
    assert reading.records == (
        Record(last, "リード", "Web広告", 120),
        Record(last, "リード", "紹介", 10),
        Record(last, "SQL", "Web広告", 8),
        Record(last, "広告費", "Web広告", 1_500_000),
        Record(last, "広告費", "紹介", 20_000),
    )
    assert map_of(example()).sheet == "月次"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_every_ready_made_map_and_the_main_options(page: str) -> None:
    written = (DOCS / page).read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in written for name in maps.names())
    options = {
        option for parameter in command("en").params for option in parameter.opts if option.startswith("--")
    }
    named = set(re.findall(r"--[a-z][a-z-]+", written))
    assert {"--map", "--skip-bad", "--dry-run", "--out", "--backup"} <= named
    assert named <= options
