"""The review report: what a planner says, as one page for the weekly meeting or as slides."""
