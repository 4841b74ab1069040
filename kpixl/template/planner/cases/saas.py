"""A vendor of a cloud service that wants 20 % more orders a month, after inquiries had been its KPI.

Until June every inquiry counted as an MQL and few became SQLs. In July the MQL was defined anew from the
orders of the past, and white papers for those industries and roles began: fewer MQLs, 1.7 times the SQL
rate, 20 % more orders.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.planner.case import Case, ManagementMetric, Measure, Node, Review, ScoringRule
from kpixl.template.planner.cases.pattern import leads_from

YEAR_END = date(2027, 3, 31)

SAAS = Case(
    "saas",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 10, 20),
    revenue_goal=216_000_000,
    unit_price=1_200_000,
    channel_share=0.8,
    stages=("visits", "leads", "mql", "sql", "deals"),
    focus=2,
    step_rates=(0.02, 0.25, 0.4, 0.6),
    evidence=((2310, 117_600), (560, 2310), (221, 560), (130, 221)),
    capacities=(None, None, 720, 264, 180),
    what_if_rates=(0.02, 0.25, 0.45, 0.6),
    channels=("search", "advertising", "content", "webinar", "referral"),
    channel_shares=(0.34, 0.3, 0.18, 0.12, 0.06),
    monthly=(
        (10_900, 231, 72, 17, 10),
        (9300, 205, 68, 16, 9),
        (11_200, 236, 70, 17, 11),
        (10_900, 212, 52, 20, 12),
        (9900, 199, 51, 20, 11),
        (9500, 190, 50, 22, 13),
        (6420, 130, 33, 14, 8),
    ),
    management=(
        ManagementMetric("churn_rate", (0.011, 0.012, 0.010, 0.011, 0.012, 0.011, 0.019)),
        ManagementMetric("webinar_attendance_rate", (0.47, 0.45, 0.48, 0.46, 0.47, 0.46, 0.48)),
        ManagementMetric("cost_per_lead", (15_900, 15_400, 15_600, 15_100, 15_300, 15_000, 15_200)),
    ),
    tree=(
        Node("G1", "", "KGI", "deals", "*", "count", actual=120, target=144, due=YEAR_END, owner="head"),
        Node("S1", "G1", "KSF", "", "+"),
        Node(
            "K1",
            "S1",
            "KPI",
            "mqls",
            "*",
            "count",
            impact=0.9,
            influence=0.8,
            actual=560,
            target=600,
            owner="marketing",
            cadence="weekly",
            version="2",
        ),
        Node(
            "M1",
            "G1",
            "METRIC",
            "sql_rate_per_mql",
            "",
            "rate",
            impact=0.9,
            influence=0.5,
            actual=0.33,
            target=0.4,
            owner="inside_sales",
            cadence="monthly",
            version="2",
        ),
        Node(
            "M2",
            "G1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.8,
            influence=0.3,
            actual=0.588,
            target=0.6,
            owner="sales",
            cadence="monthly",
            numerator="tree.G1",
            denominator="part.sql",
        ),
        Node(
            "M3",
            "K1",
            "METRIC",
            "leads",
            "*",
            "count",
            impact=0.4,
            influence=0.7,
            actual=2310,
            target=2400,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M4",
            "K1",
            "METRIC",
            "mql_rate_per_lead",
            "",
            "rate",
            impact=0.7,
            influence=0.6,
            actual=0.242,
            target=0.25,
            owner="marketing",
            cadence="monthly",
            version="2",
        ),
        Node(
            "M5",
            "M3",
            "METRIC",
            "visits",
            "",
            "count",
            impact=0.3,
            influence=0.6,
            actual=117_600,
            target=120_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M6",
            "M3",
            "METRIC",
            "conversion_rate_per_visit",
            "",
            "rate",
            impact=0.4,
            influence=0.5,
            actual=0.0196,
            target=0.02,
            owner="marketing",
            cadence="monthly",
        ),
        Node("A1", "K1", "KAI", "", "", "count", actual=4, target=4, owner="marketing", cadence="weekly"),
        Node("A2", "K1", "KAI", "", "", "count", actual=1, target=1, owner="marketing", cadence="monthly"),
    ),
    scoring=(
        ScoringRule("head", 25),
        ScoringRule("size", 15),
        ScoringRule("industry", 25),
        ScoringRule("inquiry", 15),
        ScoringRule("price_list", 20),
        ScoringRule("webinar", 10),
        ScoringRule("clicked", 5),
        ScoringRule("outside", -50),
    ),
    lead_threshold=60,
    maturity_days=30,
    leads=leads_from(
        date(2026, 4, 1),
        """
        2   0  ...o....   3   -   -
        7   1  ...o..o.   2   -   -
        12  0  o..oo...   4  16  52
        18  4  .o.o....   2   -   -
        25  3  .....oo.   -   -   -
        33  0  o.oo....   5  19  66
        41  1  ...oo...   3   -   -
        50  0  ..oo....   6   -   -
        58  2  .o..o.o.   9   -   -
        66  3  o....o..   -   -   -
        74  4  oo.o....   2  14  49
        82  1  ...o..o.   4   -   -
        92  2  o.o.o...   3  12  45
        97  0  .oo.o...   6  20   -
        101 1  ...o..o.   -   -   -
        106 2  ooo.o.o.   2   9  41
        113 4  o.oo....   3  15  58
        119 3  .o...oo.   -   -   -
        126 2  o.o.o.o.   4  16   -
        133 0  ooo.....   8   -   -
        140 2  .oo.o...   5  18  60
        147 1  ..o...o.   -   -   -
        153 0  o.oo....   4  17   -
        160 2  ooo.o...   3  13   -
        167 3  o.o..o..   7   -   -
        175 4  ooo.....   2  15   -
        183 2  o.o.o...   5   -   -
        190 0  .oo.o.o.   -   -   -
        197 2  ooo.o...   -   -   -
        """,
    ),
    measures=(
        Measure(
            "articles", 0, "marketing", date(2026, 4, 6), YEAR_END, 24, 14, 3_500_000, 472, 22, 26_400_000
        ),
        Measure("ads", 1, "marketing", date(2026, 4, 1), YEAR_END, 12, 7, 9_100_000, 420, 14, 16_800_000),
        Measure("form", 1, "marketing", date(2026, 6, 1), date(2026, 8, 31), 2, 2, 900_000, 60, 2, 2_400_000),
        Measure("papers", 2, "marketing", date(2026, 7, 1), YEAR_END, 36, 15, 4_800_000, 213, 20, 24_000_000),
        Measure(
            "webinars", 3, "marketing", date(2026, 4, 15), YEAR_END, 12, 7, 2_800_000, 168, 9, 10_800_000
        ),
        Measure("referrals", 4, "success", date(2026, 4, 1), YEAR_END, 12, 4, 400_000, 70, 7, 8_400_000),
    ),
    reviews=(
        Review("june", date(2026, 6, 30), "marketing", date(2026, 7, 3), closed=True),
        Review("july", date(2026, 7, 31), "marketing", date(2026, 8, 7), closed=True),
        Review("september", date(2026, 9, 30), "marketing", date(2026, 10, 30), closed=False),
        Review("october", date(2026, 10, 9), "success", date(2026, 10, 16), closed=False),
    ),
)
