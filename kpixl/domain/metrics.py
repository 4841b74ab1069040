"""The catalogue of marketing metrics: what each measures, which way is better, when in the journey it counts.

What the metrics are called and how they are explained stands with the texts, under the same ids. An id
carries its denominator wherever usage differs: a meeting rate is one per lead, per MQL or per SQL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Unit = Literal[
    "count", "rate", "money", "money_per_day", "days", "hours", "seconds", "months", "times", "score"
]
Direction = Literal["higher", "lower"]
Phase = Literal["awareness", "information", "consideration", "comparison", "closing", "retention", "overall"]
Horizon = Literal["short", "mid", "long"]
Purpose = Literal[
    "traffic",
    "acquisition",
    "nurturing",
    "qualification",
    "sales",
    "retention",
    "efficiency",
    "brand_awareness",
    "brand_trust",
    "brand_lead_quality",
    "brand_position",
    "brand_stance",
]
Nature = Literal["quantitative", "qualitative"]
Source = Literal["definition", "btob", "btoc", "nurturing", "sales", "branding", "nps", "ltv"]


@dataclass(frozen=True)
class Metric:
    """One metric. The phase is the usual one; where a company places a metric is its own choice.

    The horizon is the span over which the metric moves and should be judged: weeks and months, quarters,
    or years.
    """

    id: str
    unit: Unit
    direction: Direction
    phase: Phase
    horizon: Horizon
    purpose: Purpose
    source: Source
    nature: Nature = "quantitative"


_CATALOGUE = (
    # visits and what they lead to
    Metric("visits", "count", "higher", "awareness", "short", "traffic", "btoc"),
    Metric("page_views", "count", "higher", "awareness", "short", "traffic", "btob"),
    Metric("lp_visits", "count", "higher", "awareness", "short", "traffic", "btob"),
    Metric("target_audience_rate", "rate", "higher", "awareness", "short", "traffic", "btob"),
    Metric("pages_per_visit", "times", "higher", "information", "short", "traffic", "nurturing"),
    Metric("bounce_rate", "rate", "lower", "awareness", "short", "traffic", "btob"),
    Metric("time_on_site", "seconds", "higher", "information", "short", "traffic", "btob"),
    Metric("ad_click_rate", "rate", "higher", "awareness", "short", "traffic", "btoc"),
    Metric("social_engagement_rate", "rate", "higher", "awareness", "short", "traffic", "nurturing"),
    Metric("conversions", "count", "higher", "information", "short", "acquisition", "btoc"),
    Metric("conversion_rate_per_visit", "rate", "higher", "information", "short", "acquisition", "btoc"),
    Metric("conversion_rate_per_lp_visit", "rate", "higher", "information", "short", "acquisition", "btob"),
    Metric("conversion_rate_per_click", "rate", "higher", "information", "short", "acquisition", "btoc"),
    Metric("leads", "count", "higher", "information", "short", "acquisition", "btob"),
    Metric("valid_leads", "count", "higher", "information", "short", "acquisition", "btob"),
    Metric("exhibition_cards", "count", "higher", "awareness", "short", "acquisition", "branding"),
    Metric("inquiries", "count", "higher", "comparison", "short", "acquisition", "nurturing"),
    # nurturing
    Metric("email_open_rate", "rate", "higher", "awareness", "short", "nurturing", "nurturing"),
    Metric("email_click_rate", "rate", "higher", "awareness", "short", "nurturing", "nurturing"),
    Metric("click_to_open_rate", "rate", "higher", "awareness", "short", "nurturing", "definition"),
    Metric("downloads", "count", "higher", "information", "short", "nurturing", "nurturing"),
    Metric("document_requests", "count", "higher", "consideration", "short", "nurturing", "nurturing"),
    Metric("webinar_registrations", "count", "higher", "consideration", "short", "nurturing", "btob"),
    Metric("webinar_attendance_rate", "rate", "higher", "consideration", "short", "nurturing", "nurturing"),
    Metric("viewing_time_rate", "rate", "higher", "consideration", "short", "nurturing", "nurturing"),
    Metric("survey_response_rate", "rate", "higher", "consideration", "short", "nurturing", "nurturing"),
    # from lead to meeting
    Metric("mqls", "count", "higher", "consideration", "short", "qualification", "btob"),
    Metric("webinar_mqls", "count", "higher", "consideration", "short", "qualification", "btob"),
    Metric("mql_rate_per_lead", "rate", "higher", "consideration", "mid", "qualification", "btob"),
    Metric("hot_leads", "count", "higher", "comparison", "short", "qualification", "nurturing"),
    Metric("sqls", "count", "higher", "comparison", "short", "qualification", "btob"),
    Metric("quality_weighted_sqls", "count", "higher", "comparison", "short", "qualification", "btob"),
    Metric("sql_quality_score", "score", "higher", "comparison", "mid", "qualification", "btob"),
    Metric("sql_rate_per_mql", "rate", "higher", "comparison", "mid", "qualification", "btob"),
    Metric("first_response_hours", "hours", "lower", "comparison", "short", "qualification", "sales"),
    Metric("new_appointments", "count", "higher", "comparison", "short", "sales", "sales"),
    Metric("meetings", "count", "higher", "comparison", "short", "sales", "btob"),
    Metric("meeting_rate_per_lead", "rate", "higher", "comparison", "mid", "sales", "nurturing"),
    Metric("meeting_rate_per_hot_lead", "rate", "higher", "comparison", "mid", "sales", "nurturing"),
    Metric("meeting_rate_per_mql", "rate", "higher", "comparison", "mid", "sales", "btob"),
    Metric("meeting_rate_per_sql", "rate", "higher", "comparison", "mid", "sales", "btob"),
    Metric("valid_meeting_rate", "rate", "higher", "comparison", "mid", "sales", "sales"),
    # from meeting to deal
    Metric("opportunities", "count", "higher", "comparison", "short", "sales", "btob"),
    Metric("opportunity_rate_per_meeting", "rate", "higher", "comparison", "mid", "sales", "nurturing"),
    Metric("second_meeting_rate", "rate", "higher", "comparison", "mid", "sales", "branding"),
    Metric("deals", "count", "higher", "closing", "mid", "sales", "definition"),
    Metric("win_rate_per_meeting", "rate", "higher", "closing", "mid", "sales", "nurturing"),
    Metric("win_rate_per_decided", "rate", "higher", "closing", "mid", "sales", "definition"),
    Metric("first_proposal_win_rate", "rate", "higher", "closing", "mid", "sales", "branding"),
    Metric("unready_loss_rate", "rate", "lower", "closing", "mid", "sales", "sales"),
    Metric("average_deal_size", "money", "higher", "closing", "mid", "sales", "sales"),
    Metric("revenue", "money", "higher", "closing", "mid", "sales", "nurturing"),
    Metric("lead_time_days", "days", "lower", "overall", "mid", "efficiency", "nurturing"),
    # customers
    Metric("repeat_rate", "rate", "higher", "retention", "long", "retention", "sales"),
    Metric("retention_rate", "rate", "higher", "retention", "long", "retention", "definition"),
    Metric("renewal_rate", "rate", "higher", "retention", "long", "retention", "btob"),
    Metric("churn_rate", "rate", "lower", "retention", "mid", "retention", "definition"),
    Metric("cross_sell_meetings", "count", "higher", "retention", "mid", "retention", "btob"),
    Metric(
        "customer_satisfaction", "score", "higher", "retention", "long", "retention", "btob", "qualitative"
    ),
    # money
    Metric("cost_per_lead", "money", "lower", "overall", "short", "efficiency", "definition"),
    Metric("cost_per_conversion", "money", "lower", "overall", "short", "efficiency", "definition"),
    Metric("cost_per_meeting", "money", "lower", "overall", "mid", "efficiency", "definition"),
    Metric("customer_acquisition_cost", "money", "lower", "overall", "mid", "efficiency", "definition"),
    Metric("return_on_investment", "rate", "higher", "overall", "mid", "efficiency", "definition"),
    Metric("return_on_ad_spend", "times", "higher", "overall", "short", "efficiency", "definition"),
    Metric("lifetime_value", "money", "higher", "retention", "long", "efficiency", "ltv"),
    Metric("ltv_per_cac", "times", "higher", "overall", "long", "efficiency", "definition"),
    Metric("cac_payback_months", "months", "lower", "overall", "mid", "efficiency", "definition"),
    Metric("sales_velocity", "money_per_day", "higher", "overall", "mid", "efficiency", "sales"),
    # branding
    Metric("branded_searches", "count", "higher", "awareness", "short", "brand_awareness", "branding"),
    Metric("media_mentions", "count", "higher", "awareness", "short", "brand_awareness", "branding"),
    Metric(
        "exhibition_recall_rate",
        "rate",
        "higher",
        "awareness",
        "mid",
        "brand_awareness",
        "branding",
        "qualitative",
    ),
    Metric("brand_mention_rate", "rate", "higher", "comparison", "mid", "brand_trust", "branding"),
    Metric(
        "brand_trust_score", "score", "higher", "overall", "long", "brand_trust", "branding", "qualitative"
    ),
    Metric("expertise_score", "score", "higher", "overall", "mid", "brand_trust", "branding", "qualitative"),
    Metric(
        "brand_favourability", "score", "higher", "overall", "long", "brand_trust", "branding", "qualitative"
    ),
    Metric("emotional_score", "score", "higher", "overall", "long", "brand_trust", "branding", "qualitative"),
    Metric(
        "positive_mention_rate", "rate", "higher", "overall", "mid", "brand_trust", "branding", "qualitative"
    ),
    Metric("net_promoter_score", "score", "higher", "retention", "long", "brand_trust", "nps", "qualitative"),
    Metric("branded_inquiry_rate", "rate", "higher", "comparison", "mid", "brand_lead_quality", "branding"),
    Metric(
        "meeting_rate_per_recalling_lead",
        "rate",
        "higher",
        "comparison",
        "mid",
        "brand_lead_quality",
        "branding",
    ),
    Metric(
        "first_recall_rate",
        "rate",
        "higher",
        "awareness",
        "long",
        "brand_position",
        "branding",
        "qualitative",
    ),
    Metric("price_objection_decrease", "rate", "higher", "comparison", "mid", "brand_position", "branding"),
    Metric("price_loss_decrease", "rate", "higher", "closing", "mid", "brand_position", "branding"),
    Metric("price_negotiations", "count", "lower", "comparison", "mid", "brand_position", "branding"),
    Metric(
        "purpose_awareness_rate",
        "rate",
        "higher",
        "awareness",
        "long",
        "brand_stance",
        "branding",
        "qualitative",
    ),
    Metric(
        "ethos_empathy_score", "score", "higher", "overall", "long", "brand_stance", "branding", "qualitative"
    ),
    Metric(
        "stance_trust_score", "score", "higher", "overall", "long", "brand_stance", "branding", "qualitative"
    ),
)

METRICS: Mapping[str, Metric] = MappingProxyType({metric.id: metric for metric in _CATALOGUE})
