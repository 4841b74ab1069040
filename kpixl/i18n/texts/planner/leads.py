"""Words of the planner's sheet Leads."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.leads.sheet": Text("リード", "Leads"),
    "planner.leads.title": Text("リード：質と育成の進み", "Leads: quality and progress"),
    "planner.leads.guidance": Text(
        "採点ルールとリードの表から、質で重み付けした件数、リードタイム、成熟した転換率が分かります。",
        "From scoring rules and the list of leads: quality-weighted counts, lead time and matured rates.",
    ),
}
