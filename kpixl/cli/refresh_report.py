"""What `kpixl refresh` tells of what it did, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kpixl.cli.readings_report import problems_of, reading_as_dict, show_readings
from kpixl.i18n import Language, Message, text

if TYPE_CHECKING:
    from kpixl.cli.refresh import Outcome
    from kpixl.macros.refresh import Refreshed
    from kpixl.macros.refreshing.alert_list import Alert


def show(outcome: Outcome, language: Language) -> None:
    """For people: results on standard output, problems on standard error."""
    show_readings(outcome.readings, language)
    if outcome.refreshed is None:
        count = len(problems_of(outcome.readings))
        click.echo(Message.of("cli.refresh.problems", count=count).text(language), err=True)
        return
    for message in (
        *_summary(outcome, outcome.refreshed),
        *_alarms(outcome.refreshed),
        _conclusion(outcome),
    ):
        click.echo(message.text(language))
    _show_notice(outcome, language)


def as_json(outcome: Outcome, language: Language) -> str:
    """For programs: the same, whole."""
    refreshed = outcome.refreshed
    told: dict[str, object] = {
        "target": str(outcome.target),
        "refreshed": refreshed is not None,
        "written": outcome.written,
        "dry_run": outcome.dry_run,
        "sources": [reading_as_dict(reading, language) for reading in outcome.readings],
    }
    if refreshed is not None:
        told |= {
            "as_of": f"{refreshed.as_of}",
            "before": f"{refreshed.before}" if refreshed.before else None,
            "differences": [
                {
                    "kind": each.kind,
                    "metric": each.metric,
                    "worse": each.is_worse,
                    "message": each.message.text(language),
                }
                for each in refreshed.differences
            ],
            "alerts": [_alert_as_dict(alert) for alert in refreshed.alerts],
        }
    if outcome.asked_to_notify:
        told["notification"] = outcome.notice and {
            "title": outcome.notice.title,
            "body": outcome.notice.body,
            "addresses": [
                {"address": each.address.text(language), "sent": bool(each.sent)}
                for each in outcome.deliveries
            ],
        }
    return json.dumps(told, ensure_ascii=False)


def _alert_as_dict(alert: Alert) -> dict[str, object]:
    return {
        "kind": alert.alarm.kind,
        "metric": alert.alarm.metric,
        "level": int(alert.alarm.level),
        "since": alert.since,
        "rule": alert.alarm.rule,
        "agreed_at": alert.alarm.agreed.where,
        "action": alert.alarm.agreed.action,
        "owner": alert.owner,
        "due": f"{alert.due}" if alert.due else None,
        "done": alert.is_done,
    }


def _summary(outcome: Outcome, refreshed: Refreshed) -> Iterator[Message]:
    if outcome.imported and outcome.readings:
        yield Message.of("cli.refresh.imported", **outcome.imported.rows)
    yield outcome.dated
    if refreshed.last_record and refreshed.last_record < refreshed.as_of:
        yield Message.of("cli.refresh.last_record", day=refreshed.last_record)
    if refreshed.before is None:
        yield Message.of("cli.refresh.first_time")
    elif not refreshed.differences:
        yield Message.of("cli.refresh.no_change", before=refreshed.before)
    else:
        yield Message.of("cli.refresh.changes", before=refreshed.before)
    for each in refreshed.differences:
        mark = "notify.worse" if each.is_worse else "notify.better"
        yield Message.of("cli.refresh.change", change=Message.of(mark, change=each.message))


def _alarms(refreshed: Refreshed) -> Iterator[Message]:
    """Two lines an alarm: the rule that fired and where it was agreed; what to do, who, until when."""
    yield Message.of("cli.refresh.alarms", count=len(refreshed.alerts))
    for alert in refreshed.alerts:
        yield Message.of(
            "cli.refresh.alarm",
            level=Message.of(f"level.{alert.alarm.level.name}"),
            metric=alert.alarm.metric,
            since=Message.of(f"planner.updates.since.{alert.since}"),
            rule=alert.alarm.rule,
            where=alert.alarm.agreed.where,
        )
        text_id = "cli.refresh.action_done" if alert.is_done else "cli.refresh.action"
        yield Message.of(
            text_id,
            action=alert.alarm.agreed.action or Message.of("notify.no_action"),
            owner=alert.owner or "—",
            due=alert.due or "—",
        )


def _conclusion(outcome: Outcome) -> Message:
    if outcome.dry_run:
        return Message.of("cli.import.checked")
    if outcome.written:
        return Message.of("cli.refresh.written", file=str(outcome.target))
    return Message.of("cli.import.unchanged", file=str(outcome.target))


def _show_notice(outcome: Outcome, language: Language) -> None:
    if not outcome.asked_to_notify:
        return
    if outcome.notice is None:
        click.echo(text("notify.nothing", language))
        return
    tried = [each for each in outcome.deliveries if each.sent is not None]
    if not tried:
        between = text("notify.between", language)
        addresses = between.join(each.address.text(language) for each in outcome.deliveries)
        click.echo(Message.of("notify.would_go", addresses=addresses).text(language))
        click.echo(f"\n{outcome.notice.title}\n{outcome.notice.body}")
    for each in tried:
        text_id = "notify.sent" if each.sent else "notify.failed"
        click.echo(Message.of(text_id, address=each.address).text(language), err=not each.sent)
