"""Who may import whom, what starting kpixl loads, and which Python the vendored core needs."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "kpixl"

# the console script may not be on the path, and the module does nothing when it is run
LINT_IMPORTS = (
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command as c; c()",
    "--no-cache",
)

HEAVY = (
    "pandas", "numpy", "openpyxl", "formualizer", "rich", "xlwings", "distributed", "dask", "fsspec",
    "duckdb", "ibis", "python_calamine", "jinja2", "weasyprint", "pptx", "apprise",
)  # fmt: skip

VENDORED = sorted(
    [
        *(
            path
            for package in ("domain", "functions", "i18n", "macros", "hosts/libreoffice/inside")
            for path in (PACKAGE / package).rglob("*.py")
        ),
        PACKAGE / "errors.py",
        *(PACKAGE / "hosts" / "libreoffice" / f"{name}.py" for name in ("names", "commands", "entry")),
    ]
)


def run(*command: str, cwd: Path = REPOSITORY, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(cwd), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# contracts


def test_the_import_contracts_hold() -> None:
    linted = run(*LINT_IMPORTS)
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "0 broken" in linted.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(PACKAGE, tmp_path / "kpixl", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_import_contracts_hold_in_a_copy(copy: Path) -> None:
    assert run(*LINT_IMPORTS, cwd=copy).returncode == 0


@pytest.mark.parametrize(
    ("module", "statement", "named"),
    [
        ("domain/funnel.py", "import zipfile", "kpixl.domain.funnel -> zipfile"),
        ("domain/funnel.py", "import kpixl.functions", "kpixl.domain.funnel -> kpixl.functions"),
        ("domain/funnel.py", "from kpixl.i18n import text", "kpixl.domain.funnel -> kpixl.i18n"),
        ("functions/call.py", "import numpy", "kpixl.functions.call -> numpy"),
        ("functions/call.py", "import time", "kpixl.functions.call -> time"),
        ("i18n/text.py", "import locale", "kpixl.i18n.text -> locale"),
        ("i18n/text.py", "import kpixl.errors", "kpixl.i18n.text -> kpixl.errors"),
        ("ooxml/package.py", "import formualizer", "kpixl.ooxml.package -> formualizer"),
        ("ooxml/package.py", "import openpyxl", "kpixl.ooxml.package -> openpyxl"),
        ("ooxml/package.py", "import kpixl.recalc", "kpixl.ooxml.package -> kpixl.recalc"),
        ("template/planner/build.py", "import kpixl.recalc", "kpixl.template.planner.build -> kpixl.recalc"),
        ("hosts/headless.py", "import kpixl.batch", "kpixl.hosts.headless -> kpixl.batch"),
        ("batch/work.py", "import openpyxl", "kpixl.batch.work -> openpyxl"),
        ("batch/executors.py", "import distributed", "kpixl.batch.executors -> distributed"),
        ("hosts/excel/calls.py", "import xlwings", "kpixl.hosts.excel.calls -> xlwings"),
        ("data/lead_log/arguments.py", "import duckdb", "kpixl.data.lead_log.arguments -> duckdb"),
        ("cli/main.py", "import ibis", "kpixl.cli.main -> ibis"),
        ("data/sources.py", "import python_calamine", "kpixl.data.sources -> python_calamine"),
        ("cli/main.py", "import apprise", "kpixl.cli.main -> apprise"),
        ("hosts/headless.py", "import kpixl.notify", "kpixl.hosts.headless -> kpixl.notify"),
    ],
)
def test_a_forbidden_import_is_caught_and_named(copy: Path, module: str, statement: str, named: str) -> None:
    with (copy / "kpixl" / module).open("a", encoding="utf-8") as source:
        source.write(f"\n\n{statement}\n")
    linted = run(*LINT_IMPORTS, cwd=copy)
    assert linted.returncode != 0
    assert "BROKEN" in linted.stdout, linted.stdout + linted.stderr
    assert named in " ".join(linted.stdout.split())


# what starting loads


def test_importing_kpixl_loads_no_heavy_library() -> None:
    started = run(sys.executable, "-c", "import kpixl, sys; print(*sorted(sys.modules), sep='\\n')")
    assert started.returncode == 0, started.stderr
    assert heavy_ones(started.stdout) == []
    assert "kpixl.functions.registry" in started.stdout.splitlines()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_help_of_the_command_loads_no_heavy_library(language: str) -> None:
    report = (
        "import atexit, runpy, sys;"
        "atexit.register(lambda: print(*sorted(sys.modules), sep='\\n', file=sys.stderr));"
        f"sys.argv = ['kpixl', '--lang', '{language}', '--help'];"
        "runpy.run_module('kpixl.cli.main', run_name='__main__')"
    )
    started = run(sys.executable, "-c", report)
    assert started.returncode == 0, started.stderr
    assert "kpixl" in started.stdout
    assert heavy_ones(started.stderr) == []
    assert "click" in started.stderr.splitlines()


@pytest.mark.parametrize("library", ["rich", "openpyxl"])
def test_a_heavy_library_would_be_seen(library: str) -> None:
    started = run(sys.executable, "-c", f"import {library}, sys; print(*sorted(sys.modules), sep='\\n')")
    assert library in heavy_ones(started.stdout)


def test_the_module_of_the_command_runs_by_itself() -> None:
    started = run(sys.executable, "-m", "kpixl.cli.main", "--help")
    assert started.returncode == 0, started.stderr
    assert "kpixl" in started.stdout
    assert started.stderr == ""


def heavy_ones(modules: str) -> list[str]:
    return [module for module in modules.splitlines() if module.partition(".")[0] in HEAVY]


# which Python the vendored core needs


def parsed_by_python_3_10(source: str) -> ast.Module:
    return ast.parse(source, feature_version=(3, 10))


@pytest.mark.parametrize("path", VENDORED, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_python_3_10_can_parse_the_vendored_core(path: Path) -> None:
    assert parsed_by_python_3_10(path.read_text(encoding="utf-8")).body


@pytest.mark.parametrize(
    "newer",
    ["try:\n    pass\nexcept* ValueError:\n    pass\n", "def first[T](items: list[T]) -> T: ...\n"],
    ids=["exception groups", "type parameters"],
)
def test_newer_syntax_is_caught(newer: str) -> None:
    with pytest.raises(SyntaxError):
        parsed_by_python_3_10(newer)


def test_match_statements_are_not_newer_syntax() -> None:
    assert parsed_by_python_3_10("match 1:\n    case 1:\n        pass\n").body


def test_the_vendored_core_is_where_it_is_looked_for() -> None:
    names = {path.relative_to(PACKAGE).as_posix() for path in VENDORED}
    assert {"errors.py", "domain/funnel.py", "functions/call.py", "i18n/texts/errors.py"} <= names


def needs_at_most_python_3_10(*paths: Path) -> bool:
    """Syntax and library alike, as the tool vermin sees them."""
    command = [sys.executable, "-c", "from vermin import main; main()", "-t=3.10-", "--no-tips"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert "Minimum required versions" in done.stdout, done.stdout + done.stderr
    return done.returncode == 0


def test_the_vendored_core_uses_no_library_newer_than_python_3_10() -> None:
    assert needs_at_most_python_3_10(*VENDORED)


def test_a_newer_library_is_caught(tmp_path: Path) -> None:
    newer = tmp_path / "newer.py"
    newer.write_text("import tomllib\n", encoding="utf-8")
    assert not needs_at_most_python_3_10(newer)
