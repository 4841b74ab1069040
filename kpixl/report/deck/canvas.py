"""What slides are made of: a plain white master, text that fits its box, and tables without decoration.

All measures are inches, sizes of type are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Inches, Pt

from kpixl.i18n import Language
from kpixl.report.look import JAPANESE_FONT, LATIN_FONT, PALETTE, level_look
from kpixl.report.widths import fitted, lines
from kpixl.report.widths import width as ems

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.65
FULL = WIDTH - 2 * MARGIN
TOP, BOTTOM = 1.55, 6.85
LEADING = 1.3
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
TITLE_SLIDE, TITLE_ONLY = 0, 5  # of the library's own template
POINTS = 72.0


@dataclass(frozen=True)
class Cell:
    """A table's cell; with a level, its word stands on the level's colour."""

    text: str
    bold: bool = False
    right: bool = False
    centred: bool = False
    level: int | None = None
    colour: str = PALETTE.ink


@dataclass
class Canvas:
    """A deck in the making."""

    language: Language
    footer: str
    presentation: Any = field(default_factory=Presentation)

    def __post_init__(self) -> None:
        self.presentation.slide_width, self.presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
        _clean_master(self.presentation, self.latin, JAPANESE_FONT)

    @property
    def latin(self) -> str:
        return JAPANESE_FONT if self.language == "ja" else LATIN_FONT

    def cover(self, title: str) -> Any:
        return self._slide(0, title)

    def slide(self, title: str) -> Any:
        """A slide with its title, the footer and its number."""
        slide = self._slide(1, title)
        number = len(self.presentation.slides)
        self.text(slide, self.footer, MARGIN, 7.02, FULL - 1, 0.28, 9, colour=PALETTE.quiet)
        self.text(slide, str(number), WIDTH - MARGIN - 1, 7.02, 1, 0.28, 9, colour=PALETTE.quiet, right=True)
        return slide

    def text(
        self,
        slide: Any,
        content: str,
        x: float,
        y: float,
        width: float,
        height: float,
        size: float,
        *,
        smallest: float = 9,
        bold: bool = False,
        colour: str = PALETTE.ink,
        right: bool = False,
    ) -> Any:
        """Text in a box: as large as asked for if it fits, else smaller, and cut where that is not enough."""
        size, content = fitting(content, width, height, size, smallest)
        box = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(width), Inches(height))
        frame = box.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap = True
        for place, line in enumerate(content.split("\n")):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
            paragraph.line_spacing = 1.1
            self.run(paragraph, line, size, bold=bold, colour=colour)
        return box

    def run(
        self, paragraph: Any, content: str, size: float, *, bold: bool = False, colour: str = PALETTE.ink
    ) -> None:
        run = paragraph.add_run()
        run.text = content
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = RGBColor.from_string(colour)
        self.set_fonts(run.font._element)

    def set_fonts(self, properties: Any) -> None:
        """Name the typefaces for Latin and for East Asian text, in the order that the schema wants."""
        for tag, name in (("a:latin", self.latin), ("a:ea", JAPANESE_FONT), ("a:cs", self.latin)):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
            properties.append(_element(tag, typeface=name))

    def badge(self, slide: Any, label: str, level: int | None, x: float, y: float, size: float) -> float:
        """A level's word on its colour; gives the width it took."""
        look = level_look(level)
        label = fitted(label, 12)
        width = (ems(label) + 1.4) * size / POINTS
        shape = self.block(slide, x, y, width, size * 1.75 / POINTS, look.fill, MSO_SHAPE.ROUNDED_RECTANGLE)
        shape.adjustments[0] = 0.15
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.word_wrap = False
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        self.run(frame.paragraphs[0], label, size, bold=True, colour=look.ink)
        return width

    def block(
        self,
        slide: Any,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        kind: Any = MSO_SHAPE.RECTANGLE,
    ) -> Any:
        """A shape of one colour, without the theme's line and shadow."""
        shape = slide.shapes.add_shape(kind, *(Inches(each) for each in (x, y, width, height)))
        shape._element.remove(shape._element.find(qn("p:style")))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
        shape.line.fill.background()
        return shape

    def table(
        self,
        slide: Any,
        headings: Sequence[Cell],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        x: float,
        y: float,
        height: float,
        size: float = 12,
        most_lines: int = 2,
    ) -> int:
        """A table in this room; gives how many of the rows found their place in it."""
        head = (size - 1) * 1.9 / POINTS
        kept: list[Sequence[Cell]] = []
        heights = []
        left = height - head
        for row in rows:
            cells = [_cut(cell, width, size, most_lines) for cell, width in zip(row, widths)]
            most = max(lines(cell.text, _ems(width, size)) for cell, width in zip(cells, widths))
            tall = (most * LEADING + 0.7) * size / POINTS
            if tall > left:
                break
            left -= tall
            kept.append(cells)
            heights.append(tall)
        shape = slide.shapes.add_table(
            len(kept) + 1,
            len(headings),
            Inches(x),
            Inches(y),
            Inches(sum(widths)),
            Inches(head + sum(heights)),
        )
        table = shape.table
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_TABLE
        table.horz_banding = False
        for column, width in zip(table.columns, widths):
            column.width = Inches(width)
        for place, tall in enumerate((head, *heights)):
            table.rows[place].height = Inches(tall)
        for place, row in enumerate((headings, *kept)):
            for column, cell in enumerate(row):
                self._fill(table.cell(place, column), cell, size, heading=place == 0)
        return len(kept)

    def _fill(self, target: Any, cell: Cell, size: float, *, heading: bool) -> None:
        target.margin_left, target.margin_right = Inches(0.06), Inches(0.1)
        target.margin_top = target.margin_bottom = Inches(0.02)
        target.vertical_anchor = MSO_ANCHOR.MIDDLE
        paragraph = target.text_frame.paragraphs[0]
        paragraph.alignment = (
            PP_ALIGN.CENTER if cell.centred else PP_ALIGN.RIGHT if cell.right else PP_ALIGN.LEFT
        )
        colour, bold = (PALETTE.quiet, False) if heading else (cell.colour, cell.bold)
        if cell.level is not None:
            look = level_look(cell.level)
            target.fill.solid()
            target.fill.fore_color.rgb = RGBColor.from_string(look.fill)
            colour, bold = look.ink, True
            paragraph.alignment = PP_ALIGN.CENTER
        else:
            target.fill.background()
        self.run(paragraph, cell.text, size - 1 if heading else size, bold=bold, colour=colour)
        _underline(target, PALETTE.strong_line if heading else PALETTE.line)

    def _slide(self, layout: int, title: str) -> Any:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])
        frame = slide.shapes.title.text_frame
        width = slide.shapes.title.width / Emu(914400)
        size, content = fitting(title, width, 1.3 if layout == 0 else 0.6, 34 if layout == 0 else 26, 18)
        paragraph = frame.paragraphs[0]
        self.run(paragraph, content, size, bold=True, colour=PALETTE.ink if layout == 0 else PALETTE.accent)
        return slide


def fitting(content: str, width: float, height: float, size: float, smallest: float) -> tuple[float, str]:
    """The largest size of type in which the text fits, and the text, cut if the smallest is too large."""
    while True:
        room = max(1, int(height / (size * LEADING / POINTS)))
        if lines(content, width * POINTS / size) <= room:
            return size, content
        if size <= smallest:
            return size, fitted(content, room * width * POINTS / size * 0.9)
        size -= 1


def _ems(width: float, size: float) -> float:
    return (width - 0.16) * POINTS / size


def _cut(cell: Cell, width: float, size: float, most: int) -> Cell:
    return replace(cell, text=fitted(cell.text, most * _ems(width, size) * 0.92))


def _underline(cell: Any, colour: str) -> None:
    """A line below the cell and none at its other sides; the schema wants them before the fill."""
    properties = cell._tc.get_or_add_tcPr()
    for place, tag in enumerate(("a:lnL", "a:lnR", "a:lnT", "a:lnB")):
        line = _element(tag, w="9525" if tag == "a:lnB" else "0")
        fill = _element("a:solidFill" if tag == "a:lnB" else "a:noFill")
        if tag == "a:lnB":
            fill.append(_element("a:srgbClr", val=colour))
        line.append(fill)
        properties.insert(place, line)


def _clean_master(presentation: Any, latin: str, east_asian: str) -> None:
    """Keep two layouts, place their titles, name the theme's fonts, leave out the rest."""
    layouts = presentation.slide_layouts
    for place, layout in reversed(list(enumerate(layouts))):
        if place not in (TITLE_SLIDE, TITLE_ONLY):
            layouts.remove(layout)
    master = presentation.slide_master
    for holder in (master, *layouts):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type not in (1, 3):  # neither a title nor a centred one
                shape._element.getparent().remove(shape._element)
    for holder, (x, y, width, height), anchor in (
        (master, (MARGIN, 0.42, FULL, 0.68), MSO_ANCHOR.MIDDLE),
        (layouts[1], (MARGIN, 0.42, FULL, 0.68), MSO_ANCHOR.MIDDLE),
        (layouts[0], (MARGIN + 0.35, 2.8, FULL - 0.7, 1.35), MSO_ANCHOR.TOP),
    ):
        for shape in holder.placeholders:
            shape.left, shape.top, shape.width, shape.height = (
                Inches(each) for each in (x, y, width, height)
            )
            frame = shape.text_frame
            frame.vertical_anchor = anchor
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for style in master._element.iter(qn("a:lvl1pPr")):
        style.set("algn", "l")
    _name_fonts(master, latin, east_asian)
    _drop(presentation.part, "printerSettings")
    _drop(presentation.part.package, "thumbnail")


def _name_fonts(master: Any, latin: str, east_asian: str) -> None:
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    tree = parse_xml(theme.blob)
    for fonts in ("a:majorFont", "a:minorFont"):
        for found in tree.iter(qn(fonts)):
            found.find(qn("a:latin")).set("typeface", latin)
            found.find(qn("a:ea")).set("typeface", east_asian)
    theme._blob = serialize_part_xml(tree)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, value)
    return element


def _drop(source: Any, kind: str) -> None:
    rels = source._rels
    for name in [name for name, rel in rels.items() if rel.reltype.endswith(f"/{kind}")]:
        rels.pop(name)
