"""The texts themselves, one module a subject; `TEXTS` is all of them by id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kpixl.i18n.texts import cli, demo, diagnosis, errors, functions, labels, metrics, recalc
from kpixl.i18n.texts.entry import Text

__all__ = ["TEXTS", "Text"]


def _united(*subjects: Mapping[str, Text]) -> Mapping[str, Text]:
    united: dict[str, Text] = {}
    for subject in subjects:
        twice = united.keys() & subject.keys()
        if twice:
            raise ValueError(f"text ids defined twice: {sorted(twice)}")
        united.update(subject)
    return MappingProxyType(united)


TEXTS = _united(
    cli.TEXTS,
    demo.TEXTS,
    diagnosis.TEXTS,
    errors.TEXTS,
    functions.TEXTS,
    labels.TEXTS,
    metrics.TEXTS,
    recalc.TEXTS,
)
