"""Measurements: `python -m benchmarks` prints them; no test depends on a clock."""
