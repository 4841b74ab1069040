"""Counts as the rows of a planner's actuals."""

from __future__ import annotations

from collections.abc import Mapping

import ibis.expr.types as ir

from kpixl.domain.records import Record


def records(counts: ir.Table, value: str = "leads", metrics: Mapping[str, str] | None = None) -> list[Record]:
    """What `stage_counts` or `quality_counts` says, as records on the first day of each period.

    `value` is the column to record. `metrics` says what the workbook calls the metric of a stage; without it
    a stage is its own metric, and of the stages that are not in it nothing is recorded.
    """
    rows = counts.select("period", "stage", "channel", value=counts[value]).to_pyarrow().to_pylist()
    found = [
        Record(row["period"], row["stage"], row["channel"], float(row["value"]))
        for row in rows
        if metrics is None or row["stage"] in metrics
    ]
    if metrics is None:
        return found
    return [record._replace(metric=metrics[record.metric]) for record in found]
