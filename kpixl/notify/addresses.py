"""Where messages go: URLs of chat rooms and mailboxes, called by names, out of the environment or a file.

A URL holds a token or a password, so messages speak of names only, and `repr` shows none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tomllib

from kpixl.errors import UsageError
from kpixl.i18n import Message

VARIABLE = "KPIXL_NOTIFY_URLS"
UNNAMED = "default"
"""What URLs in the environment go by that have no name of their own."""

MOST_BYTES = 1 << 16
URL = re.compile(r"[A-Za-z][\w+.-]*://\S+")
NAMED = re.compile(rf"([\w.-]+)=({URL.pattern})")


@dataclass(frozen=True)
class Address:
    """One place a message goes to, and what it is called."""

    name: str | Message
    url: str = field(repr=False)


def usual_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file with the addresses unless another one is named."""
    base = environment.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "kpixl" / "notify.toml"


def addresses(
    asked: Sequence[str], file: Path | None, environment: Mapping[str, str] = os.environ
) -> tuple[Address, ...]:
    """The addresses that these names or URLs stand for, each once.

    Names are looked up in the environment variable first, then in the file; one that is not there is fine
    unless it was named. Raises `UsageError`, which never repeats what was asked for: it may be a URL.
    """
    known = {
        **_in_file(file or usual_file(environment), must_exist=file is not None),
        **_in_variable(environment),
    }
    found: list[Address] = []
    for place, words in enumerate(asked, 1):
        if URL.fullmatch(words):
            found.append(Address(Message.of("notify.given_url", place=place), words))
        elif words in known:
            found += [Address(words, url) for url in known[words]]
        elif known:
            raise UsageError("notify.unknown_name", place=place, names=", ".join(sorted(known)))
        else:
            raise UsageError(
                "notify.no_names", place=place, variable=VARIABLE, file=str(file or usual_file(environment))
            )
    by_url: dict[str, Address] = {}
    for address in found:
        by_url.setdefault(address.url, address)
    return tuple(by_url.values())


def _in_variable(environment: Mapping[str, str]) -> dict[str, list[str]]:
    """`NAME=URL` pairs with spaces or line ends between them; a URL may stand without a name."""
    found: dict[str, list[str]] = {}
    for place, word in enumerate(environment.get(VARIABLE, "").split(), 1):
        if named := NAMED.fullmatch(word):
            found.setdefault(named[1], []).append(named[2])
        elif URL.fullmatch(word):
            found.setdefault(UNNAMED, []).append(word)
        else:
            raise UsageError("notify.bad_variable", variable=VARIABLE, place=place)
    return found


def _in_file(file: Path, *, must_exist: bool) -> dict[str, list[str]]:
    """Lines like `team = "slack://…"`; a list of URLs is one name for all of them."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        if must_exist:
            raise UsageError("notify.no_file", file=str(file)) from None
        return {}
    except OSError as fault:
        raise UsageError("notify.cannot_read", file=str(file), detail=fault.strerror) from None
    try:
        if len(content) > MOST_BYTES:
            raise ValueError
        return dict(_entries(tomllib.loads(content.decode())))
    except (ValueError, RecursionError):  # also what is no TOML or no UTF-8; its detail could quote a URL
        raise UsageError("notify.bad_file", file=str(file)) from None


def _entries(written: Mapping[str, object]) -> Iterator[tuple[str, list[str]]]:
    for name, value in written.items():
        given: list[object] = value if isinstance(value, list) else [value]
        urls = [url for url in given if isinstance(url, str) and URL.fullmatch(url)]
        if len(urls) < len(given):
            raise ValueError
        yield name, urls
