"""What people are told after a refresh: what changed, and who does what until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpixl.i18n import Language, Message
from kpixl.macros.refresh import Refreshed
from kpixl.macros.refreshing.alert_list import Alert

TOLD = ("level", "gate", "escalation")
NEWS = ("new", "worse")


@dataclass(frozen=True)
class Notice:
    """A message in the workbook's language."""

    title: str
    body: str


def notice(refreshed: Refreshed) -> Notice | None:
    """The message about a refresh; None where no level changed, no gate was decided and nothing escalated."""
    if not any(each.kind in TOLD for each in refreshed.differences):
        return None
    language = refreshed.language
    worse = sum(each.is_worse for each in refreshed.differences)
    title = Message.of(
        "notify.title",
        company=refreshed.company,
        as_of=f"{refreshed.as_of}",
        worse=worse,
        better=len(refreshed.differences) - worse,
    )
    return Notice(title.text(language), "\n".join(_lines(refreshed, language)))


def _lines(refreshed: Refreshed, language: Language) -> Iterator[str]:
    for each in refreshed.differences:
        text_id = "notify.worse" if each.is_worse else "notify.better"
        yield Message.of(text_id, change=each.message).text(language)
    to_do = [alert for alert in refreshed.alerts if alert.since in NEWS and not alert.is_done]
    if to_do:
        yield ""
        yield Message.of("notify.to_do").text(language)
        for alert in to_do:
            yield _to_do(alert).text(language)


def _to_do(alert: Alert) -> Message:
    return Message.of(
        "notify.action",
        metric=alert.alarm.metric,
        action=alert.alarm.agreed.action or Message.of("notify.no_action"),
        owner=alert.owner or "—",
        due=f"{alert.due}" if alert.due else "—",
    )
