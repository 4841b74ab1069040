"""What a planner promises to macros: its defined names with their shapes, its tables with their columns.

docs/planner.md says what they mean; the texts `template.name.…` say it in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Holds(Enum):
    """What stands in cells."""

    FORMULAS = "formulas"
    NUMBERS = "numbers"
    DATES = "dates"
    WORDS = "words"  # or a mixture


FORMULAS, NUMBERS, DATES, WORDS = Holds


@dataclass(frozen=True)
class Name:
    """A defined name and the shape of the cells it stands for."""

    name: str
    rows: int
    columns: int
    holds: Holds
    grows: bool = False  # with a table, of which it is a column; `rows` are the fewest it has

    @property
    def meaning_id(self) -> str:
        return f"template.name.{self.name}"


NAMES = (
    Name("next_step", 1, 1, FORMULAS),
    Name("company", 1, 1, WORDS),
    Name("fiscal_start", 1, 1, DATES),
    Name("as_of", 1, 1, DATES),
    Name("alert_thresholds", 3, 1, NUMBERS),
    Name("agreed_actions", 4, 1, WORDS),
    Name("missing_count", 1, 1, FORMULAS),
    Name("holidays", 60, 1, DATES),
    Name("focus_kpi", 1, 1, FORMULAS),
    Name("csf_scores", 18, 1, FORMULAS, grows=True),
    Name("design_problems", 1, 1, FORMULAS),
    Name("design_checks", 10, 3, FORMULAS),
    Name("revenue_goal", 1, 1, NUMBERS),
    Name("unit_price", 1, 1, NUMBERS),
    Name("channel_share", 1, 1, NUMBERS),
    Name("goal_deals", 1, 1, FORMULAS),
    Name("stage_names", 5, 1, WORDS),
    Name("step_rates", 4, 1, NUMBERS),
    Name("required_counts", 5, 1, FORMULAS),
    Name("exact_counts", 5, 1, FORMULAS),
    Name("evidence_entered", 4, 1, NUMBERS),
    Name("evidence_passed", 4, 1, NUMBERS),
    Name("assured_counts", 5, 1, FORMULAS),
    Name("plan_chance", 1, 1, FORMULAS),
    Name("capacities", 5, 1, NUMBERS),
    Name("capacity_share", 1, 1, FORMULAS),
    Name("binding_stage", 1, 1, FORMULAS),
    Name("what_if_rates", 4, 1, NUMBERS),
    Name("what_if_counts", 5, 1, FORMULAS),
    Name("channel_names", 6, 1, WORDS),
    Name("channel_shares", 6, 1, NUMBERS),
    Name("channel_leads", 6, 1, FORMULAS),
    Name("months", 12, 1, FORMULAS),
    Name("month_weights_by_hand", 12, 1, NUMBERS),
    Name("business_days", 12, 1, FORMULAS),
    Name("month_plan", 12, 5, FORMULAS),
    Name("gate_days", 4, 1, FORMULAS),
    Name("gate_shares", 3, 1, NUMBERS),
    Name("gate_actions", 3, 1, WORDS),
    Name("month_index", 1, 1, FORMULAS),
    Name("month_start", 1, 1, FORMULAS),
    Name("month_end", 1, 1, FORMULAS),
    Name("elapsed_share", 1, 1, FORMULAS),
    Name("year_elapsed_share", 1, 1, FORMULAS),
    Name("elapsed_months", 1, 1, FORMULAS),
    Name("plan_stage", 1, 1, WORDS),
    Name("month_results", 12, 5, FORMULAS),
    Name("management_series", 12, 3, FORMULAS),
    Name("metric_names", 8, 1, WORDS),
    Name("management_names", 3, 1, WORDS),
    Name("month_to_date", 5, 1, FORMULAS),
    Name("year_results", 5, 1, FORMULAS),
    Name("channel_results", 6, 5, FORMULAS),
    Name("last_record", 1, 1, FORMULAS),
    Name("chart_days", 23, 1, FORMULAS),
    Name("daily_cumulative", 23, 5, FORMULAS),
    Name("alert_labels", 5, 1, FORMULAS),
    Name("pace", 5, 1, FORMULAS),
    Name("achievement", 5, 1, FORMULAS),
    Name("month_actuals", 5, 1, FORMULAS),
    Name("targets_to_date", 5, 1, FORMULAS),
    Name("month_targets", 5, 1, FORMULAS),
    Name("needed_run_rates", 5, 1, FORMULAS),
    Name("alert_actions", 5, 1, FORMULAS),
    Name("alert_levels", 5, 1, FORMULAS),
    Name("streaks", 5, 1, FORMULAS),
    Name("landings", 5, 1, FORMULAS),
    Name("landing_gaps", 5, 1, FORMULAS),
    Name("escalations", 5, 1, FORMULAS),
    Name("focus_stage", 1, 1, WORDS),
    Name("landing_shares", 5, 1, FORMULAS),
    Name("days_left", 1, 1, FORMULAS),
    Name("focus_place", 1, 1, FORMULAS),
    Name("gate_counts", 3, 1, FORMULAS),
    Name("false_alarm_chances", 3, 1, FORMULAS),
    Name("gate_results", 3, 1, FORMULAS),
    Name("management_alerts", 3, 1, FORMULAS),
    Name("latest_scores", 3, 1, FORMULAS),
    Name("management_scores", 3, 12, FORMULAS),
    Name("alert_owner", 1, 1, WORDS),
    Name("due_days", 4, 1, WORDS),
    Name("best_fix", 1, 1, FORMULAS),
    Name("actual_rates", 4, 1, FORMULAS),
    Name("rate_lowers", 4, 1, FORMULAS),
    Name("rate_uppers", 4, 1, FORMULAS),
    Name("uplifts", 4, 1, FORMULAS),
    Name("bottleneck", 1, 1, FORMULAS),
    Name("comparison", 1, 1, WORDS),
    Name("contributions", 5, 1, FORMULAS),
    Name("symptoms", 5, 3, FORMULAS),
    Name("diagnosed_metrics", 12, 1, WORDS),
    Name("diagnosed_levels", 9, 1, FORMULAS),
    Name("added_levels", 3, 1, WORDS),
    Name("scoring_rules", 8, 1, WORDS),
    Name("scoring_points", 8, 1, NUMBERS),
    Name("lead_threshold", 1, 1, NUMBERS),
    Name("maturity_days", 1, 1, NUMBERS),
    Name("hot_leads", 1, 1, FORMULAS),
    Name("leads_to_hand_over", 1, 1, FORMULAS),
    Name("quality_count", 1, 1, FORMULAS),
    Name("lead_time_median", 1, 1, FORMULAS),
    Name("lead_time_p90", 1, 1, FORMULAS),
    Name("matured_rate", 1, 1, FORMULAS),
    Name("matured_base", 1, 1, FORMULAS),
    Name("raw_rate", 1, 1, FORMULAS),
    Name("lead_scores", 40, 1, FORMULAS, grows=True),
    Name("lead_states", 40, 1, FORMULAS, grows=True),
    Name("channel_scores", 6, 1, FORMULAS),
    Name("channel_costs", 6, 1, FORMULAS),
    Name("channel_cpl", 6, 1, FORMULAS),
    Name("channel_cpa", 6, 1, FORMULAS),
    Name("channel_roi", 6, 1, FORMULAS),
    Name("total_cost", 1, 1, FORMULAS),
    Name("measure_states", 15, 1, FORMULAS, grows=True),
    Name("open_reviews", 1, 1, FORMULAS),
    Name("overdue_reviews", 1, 1, FORMULAS),
    Name("carry_over", 5, 1, FORMULAS),
    Name("review_states", 10, 1, FORMULAS, grows=True),
    Name("dashboard_headline", 1, 1, FORMULAS),
    Name("chosen_metric", 1, 1, WORDS),
    Name("catalogue_names", 88, 1, WORDS, grows=True),
    Name("catalogue_numerators", 88, 1, WORDS, grows=True),
    Name("catalogue_denominators", 88, 1, WORDS, grows=True),
)

TABLES: dict[str, tuple[Holds, ...]] = {
    "Tree": (
        *(WORDS,) * 7, NUMBERS, NUMBERS, FORMULAS, FORMULAS, NUMBERS, NUMBERS, WORDS, FORMULAS, FORMULAS,
        WORDS, FORMULAS, *(WORDS,) * 5, DATES, WORDS, FORMULAS, FORMULAS, FORMULAS,
    ),
    "Actuals": (DATES, WORDS, WORDS, NUMBERS),
    "Leads": (
        FORMULAS, WORDS, DATES, *(WORDS,) * 8, DATES, DATES, DATES, FORMULAS, FORMULAS,
    ),
    "Measures": (
        WORDS, WORDS, WORDS, DATES, DATES, NUMBERS, NUMBERS, FORMULAS, NUMBERS, NUMBERS, NUMBERS, NUMBERS,
        FORMULAS, FORMULAS, FORMULAS, FORMULAS,
    ),
    "Reviews": (DATES, *(WORDS,) * 5, DATES, WORDS, FORMULAS, FORMULAS),
    "Alerts": (DATES, *(WORDS,) * 7, DATES, WORDS),
    "History": (DATES, WORDS, *(NUMBERS,) * 5),
    "Sources": (WORDS, WORDS, NUMBERS, DATES, DATES),
    "Metrics": (WORDS,) * 10,
}  # fmt: skip
"""What each column of a table holds, by its place."""

OUTPUT_NAMES = frozenset(name.name for name in NAMES if name.holds is FORMULAS)

OUTPUT_STYLES = frozenset(
    {
        "kpixl output",
        "kpixl output text",
        "kpixl result",
        "kpixl total",
        "kpixl key result",
        "kpixl card result",
        "kpixl chart feed",
    }
)
"""The cell styles of kpixl's templates in which a number is always the result of a formula."""

INPUT_STYLES = frozenset({"kpixl input", "kpixl input text", "kpixl input wrapped", "kpixl input centred"})
"""The cell styles of kpixl's templates in which people type, over a formula too."""
