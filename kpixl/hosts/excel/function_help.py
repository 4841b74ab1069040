"""What Excel's function dialog shows of kpixl's functions: their groups, and help for each argument.

The groups follow Excel's own in number; a wrapper names its group by number. The help for arguments is an
extension of the workbook, [MS-OFFMACRO2] 2.2.5.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import CATEGORIES, FunctionSpec
from kpixl.hosts.excel.wrappers import FIRST_OWN_GROUP
from kpixl.i18n import Language, text

BUILT_IN_GROUPS = FIRST_OWN_GROUP - 1
EXTENSION = "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"
NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
LONGEST_HELP = 255


def function_groups(language: Language) -> bytes:
    names = (f"KPI: {text(f'category.{category}', language)}" for category in CATEGORIES)
    groups = "".join(f"<functionGroup name={quoteattr(name)}/>" for name in names)
    return f'<functionGroups builtInGroupCount="{BUILT_IN_GROUPS}">{groups}</functionGroups>'.encode()


def function_help(language: Language) -> bytes:
    functions = "".join(_function(spec, language) for spec in REGISTRY.values() if spec.parameters)
    names = f"<x14:definedNames>{functions}</x14:definedNames>"
    return f'<ext uri="{EXTENSION}" xmlns:x14="{NAMESPACE}">{names}</ext>'.encode()


def _function(spec: FunctionSpec, language: Language) -> str:
    descriptions = "".join(
        f'<x14:argumentDescription index="{place}">{escape(_short(spec.parameter_help(parameter, language)))}'
        "</x14:argumentDescription>"
        for place, parameter in enumerate(spec.parameters)
    )
    return (
        f'<x14:definedName name="{spec.name}"><x14:argumentDescriptions count="{len(spec.parameters)}">'
        f"{descriptions}</x14:argumentDescriptions></x14:definedName>"
    )


def _short(words: str) -> str:
    """As much as Excel takes."""
    return words if len(words) <= LONGEST_HELP else words[: LONGEST_HELP - 1] + "…"
