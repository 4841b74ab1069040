"""Sample cases: what five companies would have typed into their planners."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kpixl.template.planner.case import Case
from kpixl.template.planner.cases.hr import HR
from kpixl.template.planner.cases.manufacturing import MANUFACTURING
from kpixl.template.planner.cases.nurturing import NURTURING
from kpixl.template.planner.cases.saas import SAAS
from kpixl.template.planner.cases.web import WEB

ALL = (WEB, SAAS, MANUFACTURING, HR, NURTURING)

CASES: Mapping[str, Case] = MappingProxyType({case.id: case for case in ALL})
"""The cases by id."""
