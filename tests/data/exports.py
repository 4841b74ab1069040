"""Exports as three kinds of tools write them, over thirteen months, and what they say; the same every time.

GA4 (UTF-8, comments at the top, a line of totals): visits. An MA tool (Shift_JIS): leads and nurtured leads.
HubSpot (UTF-8 with a byte order mark): meetings and deals; Salesforce could say the same of opportunities.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from kpixl.i18n import Language

FIRST, LAST = date(2025, 10, 1), date(2026, 10, 20)
CHANNELS = {  # the planner's, each with what the tools call it: GA4, MA, HubSpot in ja and en, Salesforce
    "search": ("Organic Search", "自然検索", "オーガニック検索", "Organic Search", "Web"),
    "advertising": ("Paid Search", "リスティング広告", "有料検索", "Paid Search", "Advertisement"),
    "email": ("Email", "メルマガ", "Eメールマーケティング", "Email Marketing", "Email"),
    "referral": ("Referral", "紹介", "リファーラル", "Referrals", "Partner Referral"),
}
GA4, MA, HUBSPOT_JA, HUBSPOT_EN, SALESFORCE = range(5)
STEPS = ((0.55, 4), (0.5, 9), (0.45, 21))  # share that goes on, days that it takes at least

Counts = dict[tuple[date, int, str], int]
"""How many came to a stage (1 to 5) on a day through a channel (its id)."""


@dataclass(frozen=True)
class Lead:
    number: int
    channel: str
    days: tuple[date | None, date | None, date | None, date | None]  # of stages 2 to 5
    score: int


def days() -> Iterator[date]:
    return (FIRST + timedelta(step) for step in range((LAST - FIRST).days + 1))


@cache
def visits() -> Counts:
    """Visits of every day and channel; a channel has days without any."""
    return {
        (day, 1, channel): count
        for number, day in enumerate(days())
        for place, channel in enumerate(CHANNELS)
        if (count := (number * 5 + place * 7) % (9 - 2 * place) + (3 if day.weekday() < 5 else 0) - place) > 0
    }


@cache
def leads() -> tuple[Lead, ...]:
    found = []
    for number in range(1, 1 + (LAST - FIRST).days * 2 // 3):
        reached: list[date | None] = [FIRST + timedelta(number * 3 // 2)]
        for step, (share, wait) in enumerate(STEPS):
            before = reached[-1]
            goes_on = (number * (step + 3) * 37) % 100 < share * 100
            day = before + timedelta(wait + number % 6) if before and goes_on else None
            reached.append(day if day and day <= LAST else None)
        channel = list(CHANNELS)[(number * number) % 7 % len(CHANNELS)]
        found.append(Lead(number, channel, tuple(reached), number * 13 % 101))  # type: ignore[arg-type]
    return tuple(found)


def reached(stages: Iterable[int]) -> Counts:
    """How many leads came to these stages."""
    return dict(
        Counter(
            (day, stage, lead.channel)
            for lead in leads()
            for stage in stages
            for day in (lead.days[stage - 2],)
            if day
        )
    )


def everything() -> Counts:
    """What the three exports together say."""
    return {**visits(), **reached((2, 3, 4, 5))}


def ga4(language: Language = "ja", last: date = LAST) -> bytes:
    """The report Traffic acquisition by date: comments with its period, a line of totals without words."""
    title, account, everybody, first_day, last_day, date_, channel, sessions, events = {
        "ja": (
            "トラフィック獲得: セッションのメインのチャネル グループ（デフォルト チャネル グループ）",
            "アカウント", "すべてのユーザー", "開始日", "終了日", "日付",
            "セッションのメインのチャネル グループ（デフォルト チャネル グループ）",
            "セッション", "キーイベント",
        ),
        "en": (
            "Traffic acquisition: Session primary channel group (Default Channel Group)",
            "Account", "All Users", "Start date", "End date", "Date",
            "Session primary channel group (Default Channel Group)", "Sessions", "Key events",
        ),
    }[language]  # fmt: skip
    rule = "# ----------------------------------------"
    comments = [rule, f"# {title}", f"# {account}: KPI Inc, Tokyo", rule, "#", f"# {everybody}",
                f"# {first_day}: {FIRST:%Y%m%d}", f"# {last_day}: {last:%Y%m%d}"]  # fmt: skip
    counts = {key: count for key, count in visits().items() if key[0] <= last}
    rows = [
        [f"{day:%Y%m%d}", CHANNELS[name][GA4], count, count // 9] for (day, _, name), count in counts.items()
    ]
    total = ["", "", f"{sum(counts.values()):,}", ""]
    table = _csv([[date_, channel, sessions, events], total, *rows])
    return ("\n".join(comments) + "\n" + table).encode()


def ma() -> bytes:
    """The list of leads of an MA tool, in Shift_JIS, with names that hold commas and line breaks."""
    rows = [
        [
            f"L{lead.number:05}",
            f"株式会社サンプル{lead.number}, 営業部" if lead.number % 50 else "髙橋商店\n本店",
            _slashed(lead.days[0]),
            CHANNELS[lead.channel][MA],
            lead.score,
            _slashed(lead.days[1]),
        ]
        for lead in leads()
    ]
    table = _csv([["リードID", "会社名", "登録日時", "流入経路", "スコア", "MQL日"], *rows], "\r\n")
    return table.encode("cp932")


def hubspot(language: Language = "ja") -> bytes:
    """Contacts that became SQLs, with the dates of that and of becoming customers."""
    place = HUBSPOT_JA if language == "ja" else HUBSPOT_EN
    headings = {
        "ja": ["レコードID", "Eメール", "オリジナルソース", "作成日", "SQLになった日付",
               "顧客に転換した日付"],
        "en": ["Record ID", "Email", "Original Source", "Create Date", "Became a Sales Qualified Lead Date",
               "Became a Customer Date"],
    }[language]  # fmt: skip
    rows = [
        [
            str(10_000 + lead.number),
            f"lead{lead.number}@example.com",
            CHANNELS[lead.channel][place],
            f"{lead.days[0]} 09:30",
            f"{lead.days[2] or ''}",
            f"{lead.days[3] or ''}",
        ]
        for lead in leads()
        if lead.days[2]
    ]
    return _csv([headings, *rows]).encode("utf-8-sig")


def salesforce() -> bytes:
    """Opportunities: the same meetings and deals, with dates as an American locale writes them."""
    headings = ["Opportunity ID", "Stage", "Created Date", "Close Date", "Won", "Amount", "Lead Source"]
    rows = [
        [
            f"006{lead.number:012}",
            "Closed Won" if lead.days[3] else "Negotiation",
            f"{created:%m/%d/%Y}",
            f"{lead.days[3] or created + timedelta(90):%m/%d/%Y}",
            "1" if lead.days[3] else "0",
            "10,000,000.00",
            CHANNELS[lead.channel][SALESFORCE],
        ]
        for lead in leads()
        if (created := lead.days[2])
    ]
    return _csv([headings, *rows], "\r\n").encode()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ga4": ("GA4_トラフィック獲得.csv", ga4),
    "ma": ("MA_リード一覧.csv", ma),
    "hubspot": ("hubspot-crm-exports.csv", hubspot),
}
"""The three exports, each by the ready-made map that reads it."""


def write_exports(folder: Path) -> dict[str, Path]:
    """Write the three exports into a folder; gives the file for each map."""
    found = {name: folder / file for name, (file, _) in FILES.items()}
    for name, path in found.items():
        path.write_bytes(FILES[name][1]())
    return found


def _slashed(day: date | None) -> str:
    return f"{day.year}/{day.month}/{day.day} 10:05" if day else ""


def _csv(rows: Sequence[Sequence[object]], end: str = "\n") -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator=end).writerows(rows)
    return stream.getvalue()
