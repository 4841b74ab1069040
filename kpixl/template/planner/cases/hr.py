"""A young company that trains companies' staff by an app; all departments share one KPI, 500 active users.

The KPI is met month by month, and the share of active users that pay rises by 13 % in three months. The
goal was 10 % growth a month, which is 33 % in three months: the review says so.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.planner.case import Case, ManagementMetric, Measure, Node, Review, ScoringRule
from kpixl.template.planner.cases.pattern import leads_from

YEAR_END = date(2027, 3, 31)

HR = Case(
    "hr",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 10, 20),
    revenue_goal=73_500_000,
    unit_price=98_000,
    channel_share=0.8,
    stages=("visits", "downloads", "registered", "active", "paid"),
    step_rates=(0.1, 0.4, 0.5, 0.1),
    evidence=((26_100, 271_000), (10_300, 26_100), (4940, 10_300), (380, 4940)),
    capacities=(None, None, None, 7200, 720),
    what_if_rates=(0.1, 0.4, 0.55, 0.1),
    channels=("search", "advertising", "email", "webinar", "referral"),
    channel_shares=(0.25, 0.35, 0.1, 0.1, 0.2),
    month_weights=(1.0,) * 12,  # the KPI is the same every month, however many business days it has
    monthly=(
        (24_100, 2380, 930, 500, 40),
        (23_800, 2350, 945, 502, 41),
        (25_200, 2490, 990, 508, 43),
        (25_600, 2560, 1020, 520, 47),
        (24_900, 2480, 985, 514, 48),
        (25_300, 2540, 1010, 517, 49),
        (15_800, 1580, 632, 322, 31),
    ),
    management=(
        ManagementMetric("target_audience_rate", (0.62, 0.63, 0.61, 0.64, 0.62, 0.63, 0.48)),
        ManagementMetric("churn_rate", (0.021, 0.022, 0.020, 0.021, 0.022, 0.020, 0.021)),
        ManagementMetric("cost_per_conversion", (39_200, 38_700, 39_500, 38_400, 38_900, 39_100, 38_600)),
    ),
    tree=(
        Node("G1", "", "KGI", "", "*", "count", actual=380, target=600, due=YEAR_END, owner="head"),
        Node("S1", "G1", "KSF", "", "+"),
        Node(
            "K1",
            "S1",
            "KPI",
            "",
            "*",
            "people",
            impact=0.9,
            influence=0.8,
            actual=4940,
            target=6000,
            owner="success",
            cadence="weekly",
        ),
        Node(
            "M1",
            "G1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.9,
            influence=0.5,
            actual=0.077,
            target=0.1,
            owner="sales",
            cadence="monthly",
            numerator="tree.G1",
            denominator="tree.K1",
        ),
        Node(
            "M2",
            "K1",
            "METRIC",
            "",
            "*",
            "people",
            impact=0.5,
            influence=0.6,
            actual=10_300,
            target=12_000,
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
            impact=0.8,
            influence=0.8,
            actual=0.48,
            target=0.5,
            owner="success",
            cadence="monthly",
            numerator="tree.K1",
            denominator="tree.M2",
        ),
        Node(
            "M4",
            "M2",
            "METRIC",
            "",
            "*",
            "count",
            impact=0.4,
            influence=0.6,
            actual=26_100,
            target=30_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M5",
            "M2",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.5,
            influence=0.5,
            actual=0.395,
            target=0.4,
            owner="marketing",
            cadence="monthly",
            numerator="tree.M2",
            denominator="tree.M4",
        ),
        Node(
            "M6",
            "M4",
            "METRIC",
            "visits",
            "",
            "count",
            impact=0.3,
            influence=0.6,
            actual=271_000,
            target=300_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M7",
            "M4",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.4,
            influence=0.5,
            actual=0.0963,
            target=0.1,
            owner="marketing",
            cadence="monthly",
            numerator="tree.M4",
            denominator="tree.M6",
        ),
        Node("A1", "K1", "KAI", "", "", "count", actual=1, target=1, owner="success", cadence="weekly"),
        Node("A2", "K1", "KAI", "", "", "count", actual=180, target=200, owner="marketing", cadence="weekly"),
        Node("A3", "G1", "KAI", "", "", "count", actual=1, target=1, owner="sales", cadence="weekly"),
    ),
    scoring=(
        ScoringRule("login", 30),
        ScoringRule("invited", 20),
        ScoringRule("curriculum", 15),
        ScoringRule("head", 15),
        ScoringRule("size", 10),
        ScoringRule("price_list", 15),
        ScoringRule("inquiry", 15),
        ScoringRule("outside", -50),
    ),
    lead_threshold=50,
    maturity_days=30,
    leads=leads_from(
        date(2026, 4, 1),
        """
        0   1  ....o...   -   -   -
        6   0  oo.oo...   9  20  41
        12  4  ooo.....   7  23  48
        19  1  .o......   -   -   -
        27  0  o.o.o...  12   -   -
        34  3  o..oo.o.  10  24  52
        41  1  .....o..   -   -   -
        48  4  oooo....   6  17  39
        55  0  o...oo..  11  30   -
        61  2  oo......   9   -   -
        68  1  ....o..o   -   -   -
        75  0  ooo.o...   8  19  44
        82  4  o.oo....   7  21  46
        88  1  o....o..  13   -   -
        94  3  oo.oo...   8  18  37
        101 0  ooo.....   9  22  45
        108 2  o..o..o.   6  16  40
        115 1  .oo.....   -   -   -
        122 0  oooo.o..   7  17  36
        129 4  oo..o...   8  20  47
        136 1  o.......  14   -   -
        143 0  ooo.o.o.   6  15  35
        150 3  oo.o....   9  23   -
        157 1  ....oo..   -   -   -
        164 0  o.o.oo..   8  21   -
        171 4  ooo.....   7   -   -
        178 2  oo...o..   9   -   -
        186 1  .......o   -   -   -
        193 0  oo.oo...   -   -   -
        """,
    ),
    measures=(
        Measure(
            "articles", 0, "marketing", date(2026, 4, 6), YEAR_END, 24, 14, 2_400_000, 1650, 74, 7_252_000
        ),
        Measure("ads", 1, "marketing", date(2026, 4, 1), YEAR_END, 12, 7, 5_400_000, 2250, 88, 8_624_000),
        Measure("targeting", 1, "marketing", date(2026, 10, 5), date(2026, 10, 16), 2, 0, 200_000, 0, 0, 0),
        Measure(
            "onboarding", 2, "success", date(2026, 4, 1), YEAR_END, 52, 29, 1_800_000, 640, 66, 6_468_000
        ),
        Measure("webinars", 3, "sales", date(2026, 4, 15), YEAR_END, 12, 7, 1_300_000, 652, 28, 2_744_000),
        Measure(
            "referrals",
            4,
            "success",
            date(2026, 4, 20),
            date(2026, 9, 30),
            6,
            6,
            500_000,
            1320,
            43,
            4_214_000,
        ),
    ),
    reviews=(
        Review("april", date(2026, 4, 30), "head", date(2026, 5, 8), closed=True),
        Review("july", date(2026, 7, 31), "head", date(2026, 8, 21), closed=True),
        Review("september", date(2026, 9, 30), "sales", date(2026, 10, 30), closed=False),
        Review("october", date(2026, 10, 13), "marketing", date(2026, 10, 16), closed=False),
    ),
)
