"""Reading with maps that a test writes as TOML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kpixl.data.map_file import parse_map
from kpixl.data.mapping import SourceMap
from kpixl.data.reading import Reading, read_source
from kpixl.domain.records import Vocabulary

TODAY = date(2026, 10, 20)
STAGES = ("訪問", "リード", "MQL", "SQL", "受注")
CHANNELS = ("自然検索", "Web広告", "メール", "ウェビナー", "展示会", "紹介")
VOCABULARY = Vocabulary(STAGES, (*STAGES, "直帰率", "広告費"), CHANNELS)

LONG = """
[date]
columns = ["日付", "Date"]
[metric]
columns = ["指標", "Metric"]
[metric.values]
"資料請求" = 2
"PV" = "訪問"
[channel]
columns = ["チャネル", "Channel"]
[channel.values]
"Google広告" = ["Web広告"]
[[measures]]
columns = ["値", "Value"]
"""
"""One figure a row: date, metric, channel and value in columns of their own."""


def map_of(toml: str, name: str = "test.toml") -> SourceMap:
    return parse_map(toml.encode(), name, name)


def read(path: Path, toml: str = LONG, today: date = TODAY, vocabulary: Vocabulary = VOCABULARY) -> Reading:
    return read_source(path, map_of(toml), vocabulary, today, path.name)


def read_text(folder: Path, text: str | bytes, toml: str = LONG, name: str = "x.csv") -> Reading:
    """What is read from a file with this text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path, toml)
