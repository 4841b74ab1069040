# The checks a change must pass; each line also works typed by hand.

check: format lint types contracts test

format:
    ruff format --check

lint:
    ruff check

types:
    mypy

contracts:
    lint-imports

test:
    python -m pytest

# every host must be there, as in CI
test-all-hosts:
    KPIXL_REQUIRE_HOSTS=1 python -m pytest

# what docs/benchmarks.md shows; takes some minutes
benchmarks:
    python -m benchmarks all --markdown docs/benchmarks.md

# the pictures of the README
images:
    docs/images/render.sh kpixl
