"""Comparing words: the same few stand in a file's rows again and again."""

from __future__ import annotations

from functools import lru_cache

from kpixl.functions.wording import folded

spelling = lru_cache(maxsize=10_000)(folded)
