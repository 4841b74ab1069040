"""Email nurturing: 10 deals need 100 meetings and 1,000 hot leads at 10 % each.

In July the open rate fell below the company's own average of 20 %; subject lines tested against each
other brought it back.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.planner.case import Case, ManagementMetric, Measure, Node, Review, ScoringRule
from kpixl.template.planner.cases.pattern import leads_from

YEAR_END = date(2027, 3, 31)

NURTURING = Case(
    "nurturing",
    fiscal_start=date(2026, 4, 1),
    as_of=date(2026, 10, 20),
    revenue_goal=250_000_000,
    unit_price=5_000_000,
    channel_share=0.2,
    stages=("delivered", "opened", "hot", "meetings", "deals"),
    focus=2,
    step_rates=(0.2, 0.05, 0.1, 0.1),
    evidence=((19_300, 97_800), (950, 19_300), (98, 950), (9, 98)),
    capacities=(120_000, None, 1200, 132, None),
    what_if_rates=(0.22, 0.05, 0.1, 0.1),
    channels=("email", "webinar", "exhibition", "referral"),
    channel_shares=(0.55, 0.24, 0.15, 0.06),
    monthly=(
        (8600, 1740, 88, 9, 1),
        (7400, 1480, 75, 8, 1),
        (9000, 1710, 84, 8, 1),
        (9050, 1640, 79, 7, 0),
        (8200, 1680, 83, 8, 1),
        (7800, 1650, 80, 8, 1),
        (5350, 1140, 56, 6, 1),
    ),
    management=(
        ManagementMetric("email_click_rate", (0.032, 0.031, 0.033, 0.030, 0.032, 0.033, 0.019)),
        ManagementMetric("webinar_attendance_rate", (0.46, 0.48, 0.47, 0.45, 0.49, 0.47, 0.46)),
        ManagementMetric("lead_time_days", (92, 95, 90, 94, 91, 93, 92)),
    ),
    tree=(
        Node("G1", "", "KGI", "deals", "*", "count", actual=9, target=10, due=YEAR_END, owner="head"),
        Node("S1", "G1", "KSF", "", "+"),
        Node(
            "K1",
            "S1",
            "KPI",
            "hot_leads",
            "*",
            "count",
            impact=0.9,
            influence=0.8,
            actual=950,
            target=1000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M1",
            "G1",
            "METRIC",
            "meeting_rate_per_hot_lead",
            "",
            "rate",
            impact=0.8,
            influence=0.6,
            actual=0.103,
            target=0.1,
            owner="inside_sales",
            cadence="monthly",
        ),
        Node(
            "M2",
            "G1",
            "METRIC",
            "win_rate_per_meeting",
            "",
            "rate",
            impact=0.9,
            influence=0.3,
            actual=0.092,
            target=0.1,
            owner="sales",
            cadence="monthly",
        ),
        Node(
            "M3",
            "K1",
            "METRIC",
            "",
            "*",
            "count",
            impact=0.6,
            influence=0.7,
            actual=19_300,
            target=20_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M4",
            "K1",
            "METRIC",
            "",
            "",
            "rate",
            impact=0.7,
            influence=0.7,
            actual=0.0492,
            target=0.05,
            owner="marketing",
            cadence="monthly",
            numerator="tree.K1",
            denominator="tree.M3",
        ),
        Node(
            "M5",
            "M3",
            "METRIC",
            "",
            "",
            "count",
            impact=0.3,
            influence=0.9,
            actual=97_800,
            target=100_000,
            owner="marketing",
            cadence="weekly",
        ),
        Node(
            "M6",
            "M3",
            "METRIC",
            "email_open_rate",
            "",
            "rate",
            impact=0.6,
            influence=0.8,
            actual=0.197,
            target=0.2,
            owner="marketing",
            cadence="weekly",
        ),
        Node("A1", "K1", "KAI", "", "", "count", actual=1, target=1, owner="marketing", cadence="weekly"),
        Node("A2", "K1", "KAI", "", "", "count", actual=2, target=2, owner="marketing", cadence="weekly"),
        Node(
            "A3", "K1", "KAI", "", "", "count", actual=18, target=20, owner="inside_sales", cadence="weekly"
        ),
    ),
    scoring=(
        ScoringRule("clicked", 15),
        ScoringRule("checklist", 5),
        ScoringRule("price_list", 25),
        ScoringRule("case_study", 20),
        ScoringRule("webinar", 15),
        ScoringRule("survey", 15),
        ScoringRule("head", 15),
        ScoringRule("outside", -50),
    ),
    lead_threshold=50,
    maturity_days=30,
    leads=leads_from(
        date(2026, 4, 1),
        """
        1   0  o.o...o.  14  33 101
        7   0  oo......   -   -   -
        14  2  .o....o.   -   -   -
        20  1  o...oo..  22   -   -
        28  0  o.oo....   9  27   -
        35  0  .o......   -   -   -
        43  1  ..o.oo..   6  20  96
        50  0  oo.o..o.  12   -   -
        57  2  o.....o.   -   -   -
        63  3  ..oo....   4  15  80
        70  0  o.o.o...  10  38   -
        77  0  .o.....o   -   -   -
        84  1  o..ooo..   5   -   -
        91  0  oo......   -   -   -
        98  2  ..o...o.  17   -   -
        105 0  o.oo....   8  25  92
        112 1  ....oo..   -   -   -
        119 0  oo.o.o..  13   -   -
        126 0  o.o...o.   7  22   -
        133 3  ..oo..o.   5  19   -
        140 0  .o......   -   -   -
        147 1  o.o.oo..   6   -   -
        154 0  o..o..o.  11  31   -
        161 2  .o..o...   -   -   -
        168 0  o.oo....   9   -   -
        175 1  ..o.oo..   8   -   -
        182 0  oo.....o   -   -   -
        189 0  o.o.o...   -   -   -
        196 1  ..ooo...   -   -   -
        """,
    ),
    measures=(
        Measure("letters", 0, "marketing", date(2026, 4, 2), YEAR_END, 48, 27, 960_000, 260, 3, 15_000_000),
        Measure("subjects", 0, "marketing", date(2026, 8, 3), YEAR_END, 12, 5, 240_000, 45, 1, 5_000_000),
        Measure("webinars", 1, "marketing", date(2026, 4, 15), YEAR_END, 12, 7, 1_750_000, 130, 1, 5_000_000),
        Measure(
            "cards",
            2,
            "inside_sales",
            date(2026, 5, 11),
            date(2026, 11, 30),
            3,
            2,
            1_200_000,
            80,
            1,
            5_000_000,
        ),
        Measure("partners", 3, "sales", date(2026, 4, 20), date(2026, 9, 30), 6, 2, 100_000, 30, 0, 0),
    ),
    reviews=(
        Review("april", date(2026, 4, 30), "marketing", date(2026, 5, 15), closed=True),
        Review("july", date(2026, 7, 31), "marketing", date(2026, 8, 7), closed=True),
        Review("september", date(2026, 9, 30), "marketing", date(2026, 10, 30), closed=False),
        Review("october", date(2026, 10, 13), "marketing", date(2026, 10, 16), closed=False),
    ),
)
