"""Sending through apprise, which knows how to talk to about a hundred services.

Its own way of hiding secrets in a URL leaves tokens in the path of a json:// address readable, and its log
names hosts and users; so nothing of either is shown, only what kind of service an address is.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from kpixl.errors import UsageError
from kpixl.notify.addresses import Address


def service(address: Address) -> str:
    """What kind of service the address is, such as Slack.

    Raises `UsageError` where apprise is missing or does not know such an address.
    """
    return str(_notifier(address).service_name)


def send(address: Address, title: str, body: str) -> bool:
    """Whether the service took the message."""
    notifier = _notifier(address)
    with _silent():
        try:
            return bool(notifier.notify(title=title, body=body))
        except Exception:  # whatever it says may quote the URL
            return False


def _notifier(address: Address):  # type: ignore[no-untyped-def]
    apprise = _apprise()
    with _silent():
        try:
            found = apprise.Apprise.instantiate(address.url)
        except Exception:  # whatever it says may quote the URL
            found = None
    if not found:
        raise UsageError("notify.bad_url", name=address.name)
    return found


def _apprise() -> ModuleType:
    try:
        import apprise
    except ImportError:
        raise UsageError("notify.no_apprise") from None
    return apprise


@contextmanager
def _silent() -> Iterator[None]:
    """No log and no warning of any library while URLs are at work, whoever asked for one."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
