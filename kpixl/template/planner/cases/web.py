"""A company that wants 20 deals a year from its website: 10 oku yen, 20 % of it through the web.

Visits and leads are on plan, yet since August too few nurtured leads are invited to a meeting: an inquiry
waits three times as long for its first answer since a colleague of inside sales left.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.planner.case import BLANK, Case, ManagementMetric, Measure, Node, Review
from kpixl.template.planner.cases.pattern import leads_from

YEAR_END = date(2027, 3, 31)

WEB = Case(
    "web",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 10, 20),
    revenue_goal=1_000_000_000,
    unit_price=10_000_000,
    channel_share=0.2,
    stages=("visits", "leads", "nurtured", "meetings", "deals"),
    step_rates=(0.1, 0.5, 0.5, 0.5),
    evidence=((152, 1480), (74, 152), (36, 74), (17, 36)),
    capacities=(None, None, 120, 44, 30),
    what_if_rates=(0.1, 0.5, 0.6, 0.5),
    channels=("search", "advertising", "email", "webinar", "referral"),
    channel_shares=(0.35, 0.25, 0.15, 0.15, 0.1),
    monthly=(
        (131, 15, 7, 4, 2),
        (116, 12, 6, 3, 1),
        (141, 15, 8, 4, 2),
        (139, 14, 7, 3, 2),
        (127, 14, 6, 2, 1),
        (122, 13, 7, 2, 1),
        (82, 9, 4, 1, 1),
    ),
    management=(
        ManagementMetric("first_response_hours", (5.2, 4.8, 5.5, 5.0, 13.8, 16.5, 18.9)),
        ManagementMetric("bounce_rate", (0.52, 0.51, 0.53, 0.52, 0.50, 0.52, 0.51)),
        ManagementMetric("cost_per_lead", (195_000, 201_000, 196_000, 199_000, 203_000, 197_000, 200_000)),
    ),
    tree=(
        Node("G1", "", "KGI", "deals", "*", "count", actual=16, target=20, due=YEAR_END, owner="head"),
        Node("S1", "G1", "KSF", "", "+"),
        Node(
            "K1",
            "S1",
            "KPI",
            "meetings",
            "*",
            "count",
            impact=0.9,
            influence=0.8,
            actual=33,
            target=40,
            owner="inside_sales",
            cadence="weekly",
        ),
        Node(
            "I1",
            "K1",
            "INTERMEDIATE",
            "",
            "*",
            "count",
            impact=0.7,
            influence=0.6,
            actual=77,
            target=80,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M1",
            "I1",
            "METRIC",
            "leads",
            "*",
            "count",
            impact=0.5,
            influence=0.6,
            actual=158,
            target=160,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M2",
            "M1",
            "METRIC",
            "visits",
            "",
            "count",
            impact=0.3,
            influence=0.6,
            actual=1520,
            target=1600,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M3",
            "M1",
            "METRIC",
            "conversion_rate_per_visit",
            "",
            "rate",
            impact=0.5,
            influence=0.5,
            actual=0.104,
            target=0.1,
            owner="marketing",
            cadence="monthly",
        ),
        Node(
            "M4",
            "I1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.6,
            influence=0.6,
            actual=0.487,
            target=0.5,
            owner="marketing",
            cadence="monthly",
            numerator="tree.I1",
            denominator="tree.M1",
        ),
        Node(
            "M5",
            "K1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.9,
            influence=0.8,
            actual=0.43,
            target=0.5,
            owner="inside_sales",
            cadence="monthly",
            numerator="tree.K1",
            denominator="tree.I1",
        ),
        Node(
            "M6",
            "G1",
            "METRIC",
            "win_rate_per_meeting",
            "",
            "rate",
            impact=0.9,
            influence=0.3,
            actual=0.49,
            target=0.5,
            owner="sales",
            cadence="monthly",
        ),
        Node("A1", "K1", "KAI", "", "", "count", actual=4, target=10, owner="inside_sales", cadence="weekly"),
        Node("A2", "K1", "KAI", "", "", "count", actual=20, target=20, owner="marketing", cadence="weekly"),
        Node("A3", "I1", "KAI", "", "", "count", actual=1, target=1, owner="marketing", cadence="weekly"),
    ),
    scoring=BLANK.scoring,
    lead_threshold=50,
    maturity_days=45,
    leads=leads_from(
        date(2026, 4, 1),
        """
        1   0  oo.oo...   3  12  75
        5   1  ..o...o.   -   -   -
        9   3  o.o..oo.  10  24 102
        14  0  .oooo...   4  15  88
        20  2  o....oo.  21   -   -
        26  1  .o....oo   -   -   -
        33  4  ooo.....   2  11  61
        40  0  ..oo..o.   6  22   -
        47  3  .oo..o..  17   -   -
        54  0  o.o.o.o.   8  20 117
        60  1  ..o.o...   -   -   -
        67  2  .ooo..o.   5  19  97
        75  0  o..o....  12   -   -
        83  3  oo.o.o..   7  21  94
        90  1  ....o...   -   -   -
        98  4  oooo....   3  14   -
        105 0  .oo.o.o.  11   -   -
        112 3  o.o..o..  14  51   -
        119 0  .o.oo...   9   -   -
        126 1  ..oo....  16  58   -
        134 2  o.o.o.o.  10   -   -
        141 0  oooo....   6  43   -
        149 3  .....o.o   -   -   -
        157 0  .ooo..o.   8   -   -
        166 4  oo.o....   5   -   -
        174 1  ..o.o...   -   -   -
        182 0  ooo.o...   6   -   -
        190 3  o....oo.   -   -   -
        196 0  .oooo.o.   -   -   -
        """,
    ),
    measures=(
        Measure("articles", 0, "marketing", date(2026, 4, 6), YEAR_END, 24, 14, 4_200_000, 33, 4, 40_000_000),
        Measure("ads", 1, "marketing", date(2026, 4, 1), YEAR_END, 12, 7, 7_350_000, 24, 1, 10_000_000),
        Measure("landing", 1, "marketing", date(2026, 7, 1), date(2026, 9, 30), 3, 1, 1_800_000, 2, 0, 0),
        Measure("letters", 2, "marketing", date(2026, 4, 8), YEAR_END, 24, 13, 1_300_000, 12, 2, 20_000_000),
        Measure(
            "webinars",
            3,
            "marketing",
            date(2026, 5, 13),
            date(2027, 2, 26),
            10,
            6,
            3_000_000,
            15,
            2,
            20_000_000,
        ),
        Measure(
            "partners", 4, "sales", date(2026, 4, 20), date(2026, 9, 30), 6, 6, 600_000, 6, 1, 10_000_000
        ),
    ),
    reviews=(
        Review("may", date(2026, 5, 29), "marketing", date(2026, 6, 15), closed=True),
        Review("july", date(2026, 7, 31), "marketing", date(2026, 8, 21), closed=True),
        Review("august", date(2026, 8, 31), "inside_sales", date(2026, 10, 9), closed=False),
        Review("september", date(2026, 9, 30), "head", date(2026, 10, 23), closed=False),
        Review("october", date(2026, 10, 13), "marketing", date(2026, 10, 30), closed=False),
    ),
)
