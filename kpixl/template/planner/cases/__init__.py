"""Sample cases: what five companies would have typed into their planners."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kpixl.template.planner.case import Case
from kpixl.template.planner.cases.web import WEB

CASES: Mapping[str, Case] = MappingProxyType({case.id: case for case in (WEB,)})
"""The cases by id."""
