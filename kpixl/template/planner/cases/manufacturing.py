"""A maker of machine parts that turns from exhibitions to the web: 30 % more new meetings than last year.

The KPI, 30 qualified leads a month, is exceeded in the third month. The goal is a year's: it is read as
the sum so far against the same span of last year, and one good quarter has not reached it yet.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.planner.case import Case, ManagementMetric, Measure, Node, Review, ScoringRule
from kpixl.template.planner.cases.pattern import leads_from

YEAR_END = date(2027, 3, 31)

MANUFACTURING = Case(
    "manufacturing",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 10, 20),
    revenue_goal=520_000_000,
    unit_price=8_000_000,
    channel_share=0.6,
    stages=("visits", "leads", "qualified", "meetings", "deals"),
    focus=2,
    step_rates=(0.02, 0.3, 0.434, 0.25),
    evidence=((912, 44_800), (276, 912), (120, 276), (31, 120)),
    capacities=(None, None, None, 168, 48),
    what_if_rates=(0.02, 0.3, 0.434, 0.28),
    channels=("search", "advertising", "content", "exhibition", "email"),
    channel_shares=(0.5, 0.2, 0.15, 0.12, 0.03),
    monthly=(
        (4300, 84, 24, 10, 2),
        (4250, 90, 26, 11, 3),
        (5350, 109, 33, 14, 3),
        (5600, 115, 35, 16, 4),
        (5120, 102, 31, 14, 4),
        (4890, 99, 32, 14, 3),
        (3390, 68, 21, 9, 2),
    ),
    management=(
        ManagementMetric("cost_per_lead", (25_900, 25_400, 26_200, 25_100, 25_600, 25_800, 34_700)),
        ManagementMetric("bounce_rate", (0.58, 0.57, 0.55, 0.56, 0.57, 0.56, 0.55)),
        ManagementMetric("lead_time_days", (128, 131, 125, 130, 127, 129, 126)),
    ),
    tree=(
        Node("G1", "", "KGI", "meetings", "*", "count", actual=120, target=156, due=YEAR_END, owner="head"),
        Node("S1", "G1", "KSF", "", "+"),
        Node(
            "K1",
            "S1",
            "KPI",
            "valid_leads",
            "*",
            "count",
            impact=0.9,
            influence=0.8,
            actual=276,
            target=360,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M1",
            "G1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.8,
            influence=0.4,
            actual=0.435,
            target=0.434,
            owner="sales",
            cadence="monthly",
            numerator="tree.G1",
            denominator="tree.K1",
        ),
        Node(
            "M2",
            "K1",
            "METRIC",
            "leads",
            "*",
            "count",
            impact=0.8,
            influence=0.7,
            actual=912,
            target=1200,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M3",
            "K1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.6,
            influence=0.5,
            actual=0.303,
            target=0.3,
            owner="marketing",
            cadence="monthly",
            numerator="tree.K1",
            denominator="tree.M2",
        ),
        Node(
            "M4",
            "M2",
            "METRIC",
            "visits",
            "",
            "count",
            impact=0.7,
            influence=0.7,
            actual=44_800,
            target=60_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M5",
            "M2",
            "METRIC",
            "conversion_rate_per_visit",
            "",
            "rate",
            impact=0.5,
            influence=0.5,
            actual=0.0204,
            target=0.02,
            owner="marketing",
            cadence="monthly",
        ),
        Node("A1", "K1", "KAI", "", "", "count", actual=6, target=6, owner="marketing", cadence="weekly"),
        Node("A2", "K1", "KAI", "", "", "count", actual=1, target=1, owner="sales", cadence="weekly"),
    ),
    scoring=(
        ScoringRule("industry", 25),
        ScoringRule("category", 20),
        ScoringRule("timing", 25),
        ScoringRule("head", 10),
        ScoringRule("catalogue", 10),
        ScoringRule("inquiry", 15),
        ScoringRule("clicked", 5),
        ScoringRule("outside", -50),
    ),
    lead_threshold=60,
    maturity_days=45,
    leads=leads_from(
        date(2026, 4, 1),
        """
        1   3  oo.oo...  12   -   -
        8   0  oo...o..   5  28   -
        13  1  o...o.o.   -   -   -
        21  0  ooo..o..   4  22 131
        29  3  .o.oo...   -   -   -
        37  0  oo..o...   9   -   -
        44  2  o.o.o...   7  31 138
        50  0  .....o.o   -   -   -
        57  0  oooo.o..   3  19 117
        64  1  .oo.o...  11   -   -
        70  0  oo...oo.   6  27   -
        76  4  o...o.o.   -   -   -
        83  2  ooo.o...   5  24 116
        89  0  oo.o.o..   4  20   -
        95  1  o.o..o..   8  36   -
        102 0  .oo..o..   7   -   -
        108 3  ooooo...  10  25   -
        115 0  oo..o.o.   9   -   -
        122 2  ooo.o...   4  23   -
        129 0  ....o.o.   -   -   -
        136 0  ooo..o..   3  21   -
        143 1  o...o...   -   -   -
        151 0  oo.o.o..   5   -   -
        158 2  o.o.o.o.   6  26   -
        166 0  ooo..o..   4   -   -
        174 0  .o...o..   -   -   -
        182 1  oo..oo..   7   -   -
        189 2  ooo.o...   5   -   -
        195 0  o.oo.o..   -   -   -
        """,
    ),
    measures=(
        Measure(
            "articles", 0, "marketing", date(2026, 4, 6), YEAR_END, 72, 40, 5_200_000, 270, 8, 64_000_000
        ),
        Measure(
            "pages", 0, "marketing", date(2026, 4, 13), date(2026, 7, 31), 10, 10, 1_500_000, 60, 1, 8_000_000
        ),
        Measure("ads", 1, "marketing", date(2026, 4, 1), YEAR_END, 12, 7, 4_900_000, 133, 3, 24_000_000),
        Measure("papers", 2, "marketing", date(2026, 5, 11), YEAR_END, 12, 7, 1_900_000, 100, 4, 32_000_000),
        Measure(
            "fairs", 3, "sales", date(2026, 9, 1), date(2026, 11, 27), 2, 1, 3_600_000, 84, 4, 32_000_000
        ),
        Measure(
            "letters", 4, "marketing", date(2026, 4, 8), date(2026, 9, 30), 12, 9, 350_000, 20, 1, 8_000_000
        ),
    ),
    reviews=(
        Review("april", date(2026, 4, 30), "sales", date(2026, 5, 15), closed=True),
        Review("june", date(2026, 6, 30), "marketing", date(2026, 7, 10), closed=True),
        Review("september", date(2026, 9, 30), "head", date(2026, 10, 30), closed=False),
        Review("october", date(2026, 10, 14), "marketing", date(2026, 10, 19), closed=False),
    ),
)
