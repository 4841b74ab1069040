"""From a log of leads to actuals: who reached which stage when, as queries that any database can answer.

    with log_file(Path("log.parquet")) as log:
        told = events(log, Columns(lead="id", moment="created"), stages={"mql": "MQL", "sql": "SQL"})
        actuals = records(stage_counts(told, ["MQL", "SQL"], by="day"))

`events` brings a log of any shape into one form; `stage_counts`, `quality_counts`, `cohort_rates`,
`lead_times` and `doubts` are Ibis expressions over it, computed where the log is: in the embedded DuckDB, or
in a warehouse. The rules by which leads are counted stand in docs/lead-logs.md.
"""

from __future__ import annotations

from kpixl.data.lead_log.embedded import Event, embedded, log_file, log_rows
from kpixl.data.lead_log.events import Columns, events, events_of_leads
from kpixl.data.lead_log.journeys import Skips
from kpixl.data.lead_log.measures import (
    Period,
    cohort_rates,
    doubts,
    lead_times,
    quality_counts,
    stage_counts,
)
from kpixl.data.lead_log.results import records

__all__ = [
    "Columns",
    "Event",
    "Period",
    "Skips",
    "cohort_rates",
    "doubts",
    "embedded",
    "events",
    "events_of_leads",
    "lead_times",
    "log_file",
    "log_rows",
    "quality_counts",
    "records",
    "stage_counts",
]
