"""From the alert levels of several metrics to likely causes.

A rule looks at which metrics fall short of their targets and which do not. Where one symptom has two likely
causes, each is a rule of its own with the metrics that tell them apart: as long as those are unknown both
fire, and once they are known only the cause that they support.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kpixl.domain.alerts import AlertLevel

Levels = Mapping[str, AlertLevel]

TRAFFIC = ("visits", "page_views", "lp_visits")
CONVERSION_RATES = (
    "conversion_rate_per_visit",
    "conversion_rate_per_lp_visit",
    "conversion_rate_per_click",
)
CONVERSIONS = ("conversions", "inquiries")
LEADS = ("leads", "valid_leads")
MEETING_RATES = (
    "meeting_rate_per_lead",
    "meeting_rate_per_hot_lead",
    "meeting_rate_per_mql",
    "meeting_rate_per_sql",
    "meeting_rate_per_recalling_lead",
)
WIN_RATES = ("win_rate_per_meeting", "win_rate_per_decided")
RESULTS = (*WIN_RATES, "deals", "revenue")
LEAD_QUALITY = ("mql_rate_per_lead",)
MEETING_QUALITY = ("valid_meeting_rate", "unready_loss_rate", "sql_quality_score")
COSTS = ("cost_per_conversion", "cost_per_lead", "customer_acquisition_cost")

ALIKE = tuple(map(frozenset, (CONVERSION_RATES, MEETING_RATES, WIN_RATES, COSTS)))


@dataclass(frozen=True)
class Rule:
    """A likely cause of a symptom; the `separators` are metrics that tell it from the other likely cause."""

    id: str
    symptom: str
    fires: Callable[[Levels], bool]
    separators: tuple[str, ...] = ()


def short(levels: Levels, metrics: Collection[str]) -> bool | None:
    """Whether any of these metrics falls short of its target; None where no level is known."""
    known = [levels[metric] for metric in metrics if metric in levels]
    return any(level > AlertLevel.ON_TRACK for level in known) if known else None


def _short(levels: Levels, *metrics: str) -> bool:
    return short(levels, metrics) is True


def _met(levels: Levels, *metrics: str) -> bool:
    return short(levels, metrics) is False


def _few_meetings(levels: Levels) -> bool:
    return _short(levels, "meetings", *MEETING_RATES)


def _meetings_but_no_deals(levels: Levels) -> bool:
    return _met(levels, "meetings", *MEETING_RATES) and _short(levels, *RESULTS)


RULES = (
    # bringing visitors
    Rule(
        "audience_off_target",
        "visits_without_leads",
        lambda levels: (
            _met(levels, *TRAFFIC)
            and _short(levels, *LEADS, *CONVERSIONS)
            and not _met(levels, "target_audience_rate")
        ),
        ("target_audience_rate",),
    ),
    Rule(
        "new_visitors_do_not_fit",
        "visits_up_conversion_rate_down",
        lambda levels: _met(levels, *TRAFFIC) and _short(levels, *CONVERSION_RATES),
    ),
    Rule(
        "dear_channels",
        "visits_up_cost_off",
        lambda levels: _met(levels, *TRAFFIC) and _short(levels, *COSTS),
    ),
    Rule(
        "found_sooner",
        "conversions_met_stay_short",
        lambda levels: _met(levels, *CONVERSION_RATES) and _short(levels, "time_on_site"),
    ),
    Rule(
        "side_metrics_distract",
        "conversions_met_clicks_off",
        lambda levels: _met(levels, *CONVERSIONS) and _short(levels, "ad_click_rate", "bounce_rate"),
    ),
    # nurturing
    Rule(
        "subject_or_timing",
        "opens_low",
        lambda levels: _short(levels, "email_open_rate"),
    ),
    Rule(
        "content_or_call_to_action",
        "clicks_low",
        lambda levels: _short(levels, "email_click_rate", "click_to_open_rate", "document_requests"),
    ),
    Rule(
        "webinar_topic",
        "attendance_low",
        lambda levels: (
            _short(levels, "webinar_attendance_rate") and not _met(levels, "webinar_registrations")
        ),
        ("webinar_registrations",),
    ),
    Rule(
        "webinar_reminders",
        "attendance_low",
        lambda levels: (
            _short(levels, "webinar_attendance_rate") and not _short(levels, "webinar_registrations")
        ),
        ("webinar_registrations",),
    ),
    # from lead to meeting
    Rule(
        "weak_channels",
        "mqls_few",
        lambda levels: _short(levels, "mqls") and not _met(levels, *TRAFFIC),
        ("visits",),
    ),
    Rule(
        "weak_landing_page",
        "mqls_few",
        lambda levels: _short(levels, "mqls") and not _met(levels, *CONVERSION_RATES),
        ("conversion_rate_per_lp_visit",),
    ),
    Rule(
        "lead_quality",
        "leads_met_meeting_rate_low",
        lambda levels: (
            _met(levels, *LEADS) and _short(levels, *MEETING_RATES) and not _met(levels, *LEAD_QUALITY)
        ),
        LEAD_QUALITY,
    ),
    Rule(
        "left_without_nurturing",
        "meeting_rate_low",
        lambda levels: _short(levels, *MEETING_RATES) and not _short(levels, *LEAD_QUALITY),
        LEAD_QUALITY,
    ),
    Rule(
        "handover_criteria",
        "requests_up_meetings_flat",
        lambda levels: _met(levels, "document_requests") and _few_meetings(levels),
    ),
    Rule(
        "field_says_otherwise",
        "leads_up_appointments_hard",
        lambda levels: _met(levels, *LEADS) and _short(levels, "new_appointments"),
    ),
    Rule(
        "fewer_good_leads",
        "meetings_few",
        lambda levels: _short(levels, "meetings") and not _met(levels, *LEAD_QUALITY),
        LEAD_QUALITY,
    ),
    Rule(
        "slow_follow_up",
        "meetings_few",
        lambda levels: _short(levels, "meetings") and not _met(levels, "first_response_hours"),
        ("first_response_hours",),
    ),
    # from meeting to deal
    Rule(
        "offer_or_sales_process",
        "meetings_met_deals_few",
        lambda levels: _meetings_but_no_deals(levels) and not _short(levels, *MEETING_QUALITY),
        MEETING_QUALITY,
    ),
    Rule(
        "handed_over_too_early",
        "meetings_met_deals_few",
        lambda levels: _meetings_but_no_deals(levels) and not _met(levels, *MEETING_QUALITY),
        MEETING_QUALITY,
    ),
    Rule(
        "kpis_without_the_goal",
        "all_up_goal_flat",
        lambda levels: (
            _met(levels, *TRAFFIC)
            and _met(levels, "downloads", "document_requests", *LEADS)
            and _met(levels, "mqls")
            and _short(levels, "deals", "revenue")
        ),
        ("sql_rate_per_mql",),
    ),
)


def likely_causes(levels: Levels) -> tuple[Rule, ...]:
    """The rules that fire for these levels, from the top of the funnel down.

    "Short" is any level from caution on, "met" is on track; a metric without a level supports nothing and
    excludes nothing. Levels already know whether more or less is better.
    """
    return tuple(rule for rule in RULES if rule.fires(levels))


def treated_alike(metrics: Collection[str]) -> bool:
    """Whether every rule treats these metrics as one, so that a word meaning any of them is clear enough."""
    return any(group.issuperset(metrics) for group in ALIKE)
