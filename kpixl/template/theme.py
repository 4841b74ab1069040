"""How the workbooks look: every font, colour and cell style, named by what it means.

Colours differ in lightness, so they can be told apart in grey print and by colour-blind readers.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

FONT = "Yu Gothic"
BODY_SIZE = 10.5

INK = "1F2937"
QUIET = "6B7280"
ACCENT = "1F4E79"
LINE = "D5DAE1"
STRONG_LINE = "8FA3B8"
HEADER_FILL = "E9EEF4"
INPUT_FILL = "FFF8DC"
INPUT_INK = "1D4ED8"
FUNNEL_FILL = "BBD3EA"
ACTUAL_FILL = "7FA8CF"
FUNNEL_EDGE = "E6EEF7"
LOSS_FILL = "B4530F"
GATE_LINE = "B4530F"
TARGET_LINE = INK


@dataclass(frozen=True)
class LevelLook:
    """How one alert level looks: colour of the cell, colour and weight of its text."""

    fill: str
    ink: str
    bold: bool


LEVEL_LOOKS = (  # from on track to critical, ever darker
    LevelLook("E3F0FA", "1F4E79", False),
    LevelLook("FFE699", "4A3B00", False),
    LevelLook("F0A04B", "3B1D00", True),
    LevelLook("9C1C28", "FFFFFF", True),
)

NOW_LOOK = LevelLook(FUNNEL_FILL, INK, True)
"""The running month among the others."""

TITLE = "kpixl title"
GUIDANCE = "kpixl guidance"
SECTION = "kpixl section"
HEADING = "kpixl heading"
HEADING_TEXT = "kpixl heading text"
HEADING_CENTRED = "kpixl heading centred"
HEADING_WRAPPED = "kpixl heading wrapped"
LABEL = "kpixl label"
NOTE = "kpixl note"
INPUT = "kpixl input"
INPUT_TEXT = "kpixl input text"
INPUT_WRAPPED = "kpixl input wrapped"
INPUT_CENTRED = "kpixl input centred"
OUTPUT = "kpixl output"
OUTPUT_TEXT = "kpixl output text"
OUTPUT_WRAPPED = "kpixl output wrapped"
OUTPUT_CENTRED = "kpixl output centred"
FIXED = "kpixl fixed"
"""Among results, a number that is no formula and not to be changed: recorded, or the same everywhere."""
RESULT = "kpixl result"
TOTAL = "kpixl total"
TOTAL_LABEL = "kpixl total label"
KEY_RESULT = "kpixl key result"
KEY_LABEL = "kpixl key label"
KEY_TEXT = "kpixl key text"
MESSAGE = "kpixl message"
TEXT = "kpixl text"
HEADLINE = "kpixl headline"
CARD_LABEL = "kpixl card label"
CARD_RESULT = "kpixl card result"
CARD_NOTE = "kpixl card note"
LINK = "kpixl link"
CHART_FEED = "kpixl chart feed"

PADDING = "_0"
"""Ends a number format: a digit's width of air at the right edge. An indent would do the same, but Calc
7.4 forgets it in a cell whose number format differs from its left neighbour's."""

ROW_HEIGHT = 21.0
LINE_HEIGHT = 17.0
TITLE_HEIGHT = 36.0
GUIDANCE_HEIGHT = 24.0
HEADING_HEIGHT = 38.0

_THIN = Side(style="thin", color=LINE)
_STRONG = Side(style="thin", color=STRONG_LINE)
_ACCENT_SIDE = Side(style="medium", color=ACCENT)
_BOXED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_RULED = Border(bottom=_THIN)
_FLUSH_LEFT = Alignment(horizontal="left", vertical="center")
_LEFT = Alignment(horizontal="left", vertical="center", indent=1)
_WRAPPED = Alignment(horizontal="left", vertical="center", indent=1, wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="center")
# all four sections, for in a cell whose format is mere text Excel would keep an edited formula as text
_PADDED_TEXT = f"0{PADDING};-0{PADDING};0{PADDING};@{PADDING}"
_CENTRED_WRAPPED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_RIGHT_WRAPPED = Alignment(horizontal="right", vertical="center", wrap_text=True)
_SUMMED = Border(top=_STRONG, bottom=_STRONG)


def add_styles(workbook: Workbook) -> None:
    """Give the workbook its cell styles, and its default font to every other cell."""
    # the only way to the style that cells without one follow, and that column widths are measured in
    workbook._named_styles["Normal"].font = _font()  # type: ignore[attr-defined]
    for style in _styles():
        workbook.add_named_style(style)


def _styles() -> tuple[NamedStyle, ...]:
    """Made anew for each workbook, for openpyxl ties a style to the workbook it is added to."""
    return (
        NamedStyle(TITLE, font=_font(18, ACCENT, bold=True), alignment=_FLUSH_LEFT),
        NamedStyle(GUIDANCE, font=_font(10.5, QUIET), alignment=_FLUSH_LEFT),
        NamedStyle(
            SECTION,
            font=_font(12, ACCENT, bold=True),
            alignment=_FLUSH_LEFT,
            border=Border(bottom=_ACCENT_SIDE),
        ),
        *(
            NamedStyle(
                name,
                font=_font(bold=True),
                fill=_filled(HEADER_FILL),
                alignment=side,
                border=_SUMMED,
                number_format=shown,
            )
            for name, side, shown in (
                (HEADING, _RIGHT_WRAPPED, _PADDED_TEXT),
                (HEADING_TEXT, _LEFT, "General"),
                (HEADING_CENTRED, _CENTRED_WRAPPED, "General"),
                (HEADING_WRAPPED, _WRAPPED, "General"),
            )
        ),
        NamedStyle(LABEL, font=_font(), alignment=_LEFT, border=_RULED),
        NamedStyle(NOTE, font=_font(9.5, QUIET), alignment=_LEFT),
        NamedStyle(
            INPUT,
            font=_font(colour=INPUT_INK),
            fill=_filled(INPUT_FILL),
            alignment=_RIGHT,
            border=_BOXED,
        ),
        *(
            NamedStyle(
                name,
                font=_font(colour=INPUT_INK),
                fill=_filled(INPUT_FILL),
                alignment=side,
                border=_BOXED,
            )
            for name, side in (
                (INPUT_TEXT, _LEFT),
                (INPUT_WRAPPED, _WRAPPED),
                (INPUT_CENTRED, _CENTRED),
            )
        ),
        NamedStyle(OUTPUT, font=_font(), alignment=_RIGHT, border=_RULED),
        NamedStyle(FIXED, font=_font(), alignment=_RIGHT, border=_RULED),
        NamedStyle(RESULT, font=_font(bold=True), alignment=_RIGHT, border=_RULED),
        NamedStyle(OUTPUT_TEXT, font=_font(), alignment=_LEFT, border=_RULED),
        NamedStyle(OUTPUT_WRAPPED, font=_font(), alignment=_WRAPPED, border=_RULED),
        NamedStyle(OUTPUT_CENTRED, font=_font(), alignment=_CENTRED, border=_RULED),
        NamedStyle(TOTAL, font=_font(bold=True), alignment=_RIGHT, border=_SUMMED),
        NamedStyle(TOTAL_LABEL, font=_font(bold=True), alignment=_LEFT, border=_SUMMED),
        NamedStyle(
            KEY_LABEL,
            font=_font(bold=True),
            fill=_filled(HEADER_FILL),
            alignment=_LEFT,
            border=_SUMMED,
        ),
        NamedStyle(
            KEY_RESULT,
            font=_font(12, ACCENT, bold=True),
            fill=_filled(HEADER_FILL),
            alignment=_RIGHT,
            border=_SUMMED,
            number_format=_PADDED_TEXT,
        ),
        NamedStyle(TEXT, font=_font(), alignment=_LEFT),
        NamedStyle(MESSAGE, font=_font(bold=True), alignment=_FLUSH_LEFT),
        NamedStyle(HEADLINE, font=_font(14, bold=True), alignment=_FLUSH_LEFT),
        NamedStyle(
            CARD_LABEL,
            font=_font(10, QUIET, bold=True),
            fill=_filled(HEADER_FILL),
            alignment=_LEFT,
            border=Border(top=_ACCENT_SIDE),
        ),
        NamedStyle(
            CARD_RESULT, font=_font(18, ACCENT, bold=True), fill=_filled(HEADER_FILL), alignment=_LEFT
        ),
        NamedStyle(CARD_NOTE, font=_font(9.5, QUIET), fill=_filled(HEADER_FILL), alignment=_LEFT),
        NamedStyle(LINK, font=_font(colour=ACCENT, underlined=True), alignment=_LEFT, border=_RULED),
        NamedStyle(
            KEY_TEXT,
            font=_font(14, ACCENT, bold=True),
            fill=_filled(HEADER_FILL),
            alignment=_LEFT,
            border=_SUMMED,
        ),
        NamedStyle(CHART_FEED, font=_font(9, QUIET), alignment=_RIGHT),
    )


def _font(size: float = BODY_SIZE, colour: str = INK, bold: bool = False, underlined: bool = False) -> Font:
    return Font(name=FONT, size=size, color=colour, bold=bold, underline="single" if underlined else None)


def _filled(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)
