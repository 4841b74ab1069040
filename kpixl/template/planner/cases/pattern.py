"""Lists of leads, written compactly."""

from __future__ import annotations

from datetime import date, timedelta

from kpixl.template.planner.case import Lead

SATURDAY = 5


def leads_from(first: date, lines: str) -> tuple[Lead, ...]:
    """One lead a line: "8 0 oo..o... 6 20 -", the day it came, its channel, its attributes, and its steps.

    The day is counted from the first one; the steps, MQL, SQL and deal, are days after the lead came, "-" for
    one that has not been taken. Nobody works at weekends, so a step that falls on one is taken on Monday.
    """
    return tuple(_lead(first, *line.split()) for line in lines.strip().splitlines())


def _lead(first: date, day: str, channel: str, attributes: str, *steps: str) -> Lead:
    entered = first + timedelta(int(day))
    days = [None if step == "-" else _working_day(entered + timedelta(int(step))) for step in steps]
    return Lead(entered, int(channel), tuple(mark == "o" for mark in attributes), *days)


def _working_day(day: date) -> date:
    return day + timedelta(max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)
