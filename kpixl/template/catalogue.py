"""The templates that kpixl builds: each is a blank workbook and its samples.

openpyxl is loaded when one is built, not for the list of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from kpixl.i18n import Language
from kpixl.template import branding_case, weekly_pacing_case
from kpixl.template.branding_case import BrandingCase
from kpixl.template.planner.case import BLANK, Case
from kpixl.template.planner.cases import CASES
from kpixl.template.weekly_pacing_case import PacingCase

C = TypeVar("C")


@dataclass(frozen=True)
class Template(Generic[C]):
    """A kind of workbook; its title is the text `template.ID`, a sample's the text `sample_title(ID)`."""

    id: str
    builder: Callable[[C, Language], bytes]
    blank: C
    samples: Mapping[str, C]
    """What the workbook may be filled with; the first one shows it best."""
    sample_titles: str
    """The id of a sample's title, with a gap for the sample's id."""

    @property
    def title_id(self) -> str:
        return f"template.{self.id}"

    def sample_title_id(self, sample: str) -> str:
        return self.sample_titles.format(sample=sample)

    def build(self, language: Language, sample: str | None = None) -> bytes:
        """The workbook, blank or filled with a sample, as the bytes of an .xlsx file without values yet."""
        return self.builder(self.blank if sample is None else self.samples[sample], language)


def _planner(case: Case, language: Language) -> bytes:
    from kpixl.template.planner.build import build_planner

    return build_planner(case, language)


def _weekly_pacing(case: PacingCase, language: Language) -> bytes:
    from kpixl.template.weekly_pacing import build_weekly_pacing

    return build_weekly_pacing(case, language)


def _branding(case: BrandingCase, language: Language) -> bytes:
    from kpixl.template.branding import build_branding

    return build_branding(case, language)


_ALL: tuple[Template[Any], ...] = (
    Template("planner", _planner, BLANK, CASES, "planner.case.{sample}.title"),
    Template(
        "weekly_pacing",
        _weekly_pacing,
        weekly_pacing_case.BLANK,
        MappingProxyType({"mql": weekly_pacing_case.SAMPLE}),
        "template.weekly_pacing.{sample}",
    ),
    Template(
        "branding",
        _branding,
        branding_case.BLANK,
        MappingProxyType({"survey": branding_case.SAMPLE}),
        "template.branding.{sample}",
    ),
)

TEMPLATES: Mapping[str, Template[Any]] = MappingProxyType({template.id: template for template in _ALL})
"""The templates by id."""
