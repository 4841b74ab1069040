"""Messages that arrive at a server on this machine, and failures that give no secret away."""

from __future__ import annotations

import builtins
import logging
from typing import Any

import pytest
from loopback import mailbox

from kpixl.errors import UsageError
from kpixl.i18n import LANGUAGES
from kpixl.notify.addresses import Address
from kpixl.notify.sending import send, service

TOKEN = "T0P-SECRET-T0KEN"


def test_a_message_arrives_with_title_and_text() -> None:
    with mailbox() as box:
        assert send(Address("team", box.url(TOKEN)), "題名", "1 行目\n2 行目")
    (message,) = box.messages
    assert (message["title"], message["message"]) == ("題名", "1 行目\n2 行目")
    assert box.paths == [f"/hook/{TOKEN}"]


@pytest.mark.parametrize("status", [403, 500])
def test_a_service_that_refuses_is_a_failure_without_a_word_of_the_url(
    status: int, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with mailbox(status) as box:
        assert not send(Address("team", box.url(TOKEN)), "a", "b")
    assert len(box.messages) == 1
    out = capfd.readouterr()
    assert TOKEN not in out.out + out.err + caplog.text
    assert caplog.text == ""


def test_a_service_that_is_not_there_is_a_failure_without_a_word_of_the_url(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with mailbox() as box:
        pass
    assert not send(Address("team", box.url(TOKEN)), "a", "b")
    out = capfd.readouterr()
    assert (out.out, out.err, caplog.text) == ("", "", "")


def test_logging_is_as_it_was_afterwards() -> None:
    service(Address("team", "json://127.0.0.1"))
    assert logging.root.manager.disable == logging.NOTSET


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("json://127.0.0.1/x", "JSON"),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general", "Slack"),
        ("mailtos://user:pass@example.com", "E-Mail"),
    ],
)
def test_an_address_is_described_by_its_kind_of_service(url: str, name: str) -> None:
    assert service(Address("team", url)) == name


@pytest.mark.parametrize("url", [f"unheard://{TOKEN}", f"slack://{TOKEN}", f"json://[{TOKEN}"])
def test_a_url_that_no_service_knows_is_refused_without_repeating_it(
    url: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UsageError) as refusal:
        service(Address("team", url))
    out = capfd.readouterr()
    words = [refusal.value.text(language) for language in LANGUAGES]
    assert "The URL of 'team' cannot be used" in words[1]
    assert TOKEN not in "".join([*words, out.out, out.err, caplog.text])


def test_without_apprise_a_sentence_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without_apprise(name: str, *rest: Any) -> Any:
        if name == "apprise":
            raise ModuleNotFoundError(name)
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_apprise)
    with pytest.raises(UsageError, match=r"pip install 'kpixl\[notify\]'"):
        service(Address("team", "json://127.0.0.1"))
