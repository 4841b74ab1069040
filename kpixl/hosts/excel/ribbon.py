"""The ribbon's tab: its buttons in one table, and the parts that Excel 2007 and later ones read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kpixl.i18n import LANGUAGES, Language, text

TAB, GROUP = "kpixlTab", "kpixlGroup"


@dataclass(frozen=True)
class Button:
    """A button; its label, tip and what the tip explains are texts under its id."""

    id: str
    image: str  # a picture that Excel has, by its name

    def text_id(self, part: str) -> str:
        return f"excel.ribbon.{self.id}.{part}"


BUTTONS = (
    Button("refresh", "RefreshAll"),
    Button("import", "GetExternalDataFromText"),
    Button("check", "AcceptInvitation"),
    Button("report", "FileSaveAsPdfOrXps"),
    Button("period", "CalendarInsert"),
    Button("language", "Translate"),
    Button("help", "Help"),
)
PARTS = ("label", "tip", "explanation")


@dataclass(frozen=True)
class CustomUi:
    """One of the two generations of the ribbon's part."""

    id: str
    part: str
    namespace: str
    relation: str


CUSTOM_UI = (
    CustomUi(
        "kpixlRibbon14",
        "customUI/customUI14.xml",
        "http://schemas.microsoft.com/office/2009/07/customui",
        "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
    ),
    CustomUi(
        "kpixlRibbon",
        "customUI/customUI.xml",
        "http://schemas.microsoft.com/office/2006/01/customui",
        "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
    ),
)


def ribbon(version: CustomUi) -> bytes:
    """The part. What the buttons are called is asked for, so that the language can change."""
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
            f'<customUI xmlns="{version.namespace}" onLoad="KpixlRibbonLoaded"><ribbon><tabs>',
            f'<tab id="{TAB}" label="KPI" getVisible="KpixlTabVisible">',
            f'<group id="{GROUP}" label="kpixl">',
            *(
                f'<button id="{button.id}" imageMso="{button.image}" size="large" onAction="KpixlPressed"'
                ' getLabel="KpixlLabel" getScreentip="KpixlTip" getSupertip="KpixlExplanation"/>'
                for button in BUTTONS
            ),
            "</group></tab></tabs></ribbon></customUI>",
        )
    ).encode()


def words() -> Iterator[tuple[Language, str, str]]:
    """Every text of the ribbon: its language, the key that VBA asks for, and the text."""
    for language in LANGUAGES:
        for button in BUTTONS:
            for part in PARTS:
                yield language, f"{button.id}.{part}", text(button.text_id(part), language)
