"""Words as people type them: letter case, full and half width, and spaces do not count."""

from __future__ import annotations

import unicodedata

from kpixl.functions.coerce import SHOWN_CHARACTERS


def folded(words: str) -> str:
    """The form in which two spellings of the same words are equal: `ＣＰＡ ` and `cpa`."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def shortened(words: str) -> str:
    """The beginning of the words, as much as a sentence can bear."""
    return words if len(words) <= SHOWN_CHARACTERS else words[:SHOWN_CHARACTERS] + "…"
