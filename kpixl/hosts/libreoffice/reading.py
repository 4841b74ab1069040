"""Run by the extension in a Python that has all of kpixl: reads the sources of an import.

A request of JSON comes in, with the map, the files, the workbook's folder, its vocabulary and the date; the
answer of JSON goes out, with what the files say, or with the sentence that refuses them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from kpixl.data import maps
from kpixl.data.places import written_place
from kpixl.data.reading import Reading, read_source
from kpixl.domain.records import Vocabulary
from kpixl.errors import KpixlError
from kpixl.i18n import Language, Message

SHOWN_PROBLEMS = 5


def answer(request: dict[str, Any]) -> dict[str, Any]:
    language: Language = request["language"]
    vocabulary = Vocabulary(**{name: tuple(words) for name, words in request["vocabulary"].items()})
    today = date.fromisoformat(request["today"])
    try:
        map_ = maps.ready_made(request["map"])
        readings = [read_source(Path(file), map_, vocabulary, today) for file in request["files"]]
    except KpixlError as refusal:
        return {"refusal": refusal.text(language)}
    problems = [problem for reading in readings for problem in _problems(reading, language)]
    if problems:
        listed = " ".join(problems[:SHOWN_PROBLEMS])
        message = Message.of("office.import.problems", count=len(problems), problems=listed)
        return {"refusal": message.text(language)}
    folder = Path(request["folder"])
    return {
        "sources": [
            {
                "file": written_place(Path(file), folder),
                "map": reading.map,
                "records": [[str(record.day), *record[1:]] for record in reading.records],
                "coverage": [_covered(asdict(one)) for one in reading.coverage],
            }
            for file, reading in zip(request["files"], readings)
        ]
    }


def _problems(reading: Reading, language: Language) -> list[str]:
    name = Path(reading.file).name
    return [f"{name}:{problem.row} {problem.message.text(language)}" for problem in reading.problems]


def _covered(coverage: dict[str, Any]) -> dict[str, Any]:
    channels = coverage["channels"]
    return {
        **coverage,
        "first": str(coverage["first"]),
        "last": str(coverage["last"]),
        "channels": None if channels is None else sorted(channels),
    }


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
