"""Writes the workbooks in this folder: each template blank and with its first sample, in each language.

python templates/build.py           write those that differ from what the templates give now
python templates/build.py --check   exit code 1 when a file would change
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from kpixl.hosts.headless import recalculate_content
from kpixl.i18n import LANGUAGES
from kpixl.template.catalogue import TEMPLATES

FOLDER = Path(__file__).resolve().parent
LONG_NUMBER = re.compile(rb"\d+\.\d{10,}(?:[eE][-+]?\d+)?")


def workbooks() -> Iterator[tuple[str, bytes]]:
    """What every file should hold, by its name; built one by one as they are asked for."""
    for template in TEMPLATES.values():
        for sample in (None, *list(template.samples)[:1]):
            for language in LANGUAGES:
                name = ".".join(filter(None, (template.id, sample, language, "xlsx")))
                yield name, recalculate_content(template.build(language, sample), name).content


def is_same(ours: bytes, theirs: bytes) -> bool:
    """Whether two workbooks hold the same parts.

    How they are compressed depends on the zlib at hand, and the last digits of a computed number on the
    platform's mathematics.
    """
    return ours == theirs or _parts(ours) == _parts(theirs)


def main(arguments: list[str]) -> int:
    stale = []
    for name, content in workbooks():
        place = FOLDER / name
        if not place.exists() or not is_same(place.read_bytes(), content):
            stale.append(name)
            print(name)
            if "--check" not in arguments:
                place.write_bytes(content)
    return 1 if stale and "--check" in arguments else 0


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(content)) as package:
        return [(name, LONG_NUMBER.sub(_rounded, package.read(name))) for name in package.namelist()]


def _rounded(number: re.Match[bytes]) -> bytes:
    return b"%.9g" % float(number[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
