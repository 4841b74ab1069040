"""The steps of a refresh: what the planner says, the alarms that follow, and what its lists hold then."""
