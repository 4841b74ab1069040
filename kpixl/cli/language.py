"""Which language the command line speaks."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from kpixl.errors import UsageError
from kpixl.i18n import LANGUAGES, Language

DEFAULT: Language = "ja"
VARIABLE = "KPIXL_LANG"
OPTION = "--lang"


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language asked for by `--lang`, by KPIXL_LANG, or by the locale; Japanese where nothing says.

    It is needed before the arguments are parsed, because help and errors are texts too.
    Raises `UsageError` for a language that does not exist.
    """
    asked = _option(arguments) or environment.get(VARIABLE)
    if asked:
        for language in LANGUAGES:
            if asked.lower() == language:
                return language
        raise UsageError("cli.error.language", name=asked)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        for language in LANGUAGES:
            if environment.get(variable, "").lower().startswith(f"{language}_"):
                return language
    return DEFAULT


def _option(arguments: Sequence[str]) -> str | None:
    for place, argument in enumerate(arguments):
        if argument == OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
    return None
