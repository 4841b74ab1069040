"""A company that wants 20 deals a year from its website: 10 oku yen, 20 % through the web.

The actuals are made up so that every alert level appears: visits fell after the holidays in early May,
leads and nurturing nearly hold because the visitors fit better, and almost nobody is being invited to a
meeting.
"""

from __future__ import annotations

from datetime import date

from kpixl.template.cases import Case, Holiday

WEB = Case(
    revenue_goal=1_000_000_000,
    unit_price=10_000_000,
    web_share=0.2,
    forecast_visits=1400,
    stages=("visits", "leads", "nurtured", "meetings", "deals"),
    step_rates=(0.1, 0.5, 0.5, 0.5),
    fiscal_start=date(2026, 4, 1),
    holidays=(
        Holiday(date(2026, 4, 29), "showa"),
        Holiday(date(2026, 5, 3), "constitution"),
        Holiday(date(2026, 5, 4), "greenery"),
        Holiday(date(2026, 5, 5), "children"),
        Holiday(date(2026, 5, 6), "substitute"),
        Holiday(date(2026, 7, 20), "marine"),
        Holiday(date(2026, 8, 11), "mountain"),
        Holiday(date(2026, 9, 21), "respect"),
        Holiday(date(2026, 9, 22), "citizens"),
        Holiday(date(2026, 9, 23), "autumn_equinox"),
        Holiday(date(2026, 10, 12), "sports"),
        Holiday(date(2026, 11, 3), "culture"),
        Holiday(date(2026, 11, 23), "labour"),
        Holiday(date(2027, 1, 1), "new_year"),
        Holiday(date(2027, 1, 11), "adults"),
        Holiday(date(2027, 2, 11), "foundation"),
        Holiday(date(2027, 2, 23), "emperor"),
        Holiday(date(2027, 3, 21), "spring_equinox"),
        Holiday(date(2027, 3, 22), "substitute"),
    ),
    month_start=date(2026, 5, 1),
    business_days=18,
    as_of=date(2026, 5, 20),
    daily_actuals=(
        (6, 1, 0, 0, 0),  # Friday 1 May
        (3, 0, 0, 0, 0),  # Thursday 7 May, back from the holidays
        (4, 0, 0, 0, 0),
        (5, 1, 1, 0, 0),
        (6, 1, 0, 0, 0),
        (5, 0, 1, 0, 1),
        (4, 1, 0, 0, 0),
        (5, 1, 1, 1, 0),
        (6, 1, 0, 0, 0),
        (5, 0, 1, 0, 0),
        (5, 1, 0, 0, 0),  # Wednesday 20 May
    ),
    earlier_actuals=(139, 14, 7, 3, 2),
    thresholds=(1.0, 0.8, 0.7),
)
