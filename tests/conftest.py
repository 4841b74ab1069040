"""What all tests share: one Hypothesis profile, one LibreOffice, how many processes there are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from office.calc import calc

__all__ = ["calc"]

import kpixl.template  # noqa: F401 (before anything loads openpyxl: it decides how that writes)

# the same examples in every run, and no clock that could fail one
settings.register_profile(
    "kpixl", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kpixl")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A process for each core for the whole suite; none for a few files, which are quicker without."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0
