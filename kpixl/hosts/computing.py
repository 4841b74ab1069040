"""Our functions as the engine is given them; importing this loads the engine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from kpixl.functions.call import call
from kpixl.functions.registry import REGISTRY
from kpixl.recalc import arrays
from kpixl.recalc.engine import CustomFunction
from kpixl.recalc.formulas import BLOCKED, FIRST, FIT

FUNCTIONS: Mapping[str, CustomFunction] = MappingProxyType(
    {
        **{name: partial(call, spec) for name, spec in REGISTRY.items()},
        FIRST: arrays.first,
        FIT: arrays.fit,
        BLOCKED: arrays.blocked,
    }
)
