"""SVG elements as text; whatever comes from a workbook is escaped here."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from kpixl.report.look import PALETTE, font_list

Attribute = str | float


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """An element; `font_size` is the attribute font-size. The children are markup already."""
    written = "".join(
        f" {key.replace('_', '-')}={quoteattr(_value(each))}" for key, each in attributes.items()
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def picture(width: float, height: float, language: str, label: str, *children: str) -> str:
    """A whole drawing, as wide as its room; `label` tells those who cannot see it what it shows."""
    return element(
        "svg",
        element("title", escape(label)),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        font_family=font_list(language),
        font_size=10,
        fill=f"#{PALETTE.ink}",
    )


def words(
    x: float,
    y: float,
    content: str,
    *,
    size: float = 10,
    colour: str = PALETTE.ink,
    anchor: Literal["start", "middle", "end"] = "start",
    bold: bool = False,
) -> str:
    """A line of text that stands on y."""
    return element(
        "text",
        escape(content),
        x=x,
        y=y,
        font_size=size,
        fill=f"#{colour}",
        text_anchor=anchor,
        font_weight=700 if bold else 400,
    )


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    return element("rect", x=x, y=y, width=max(0.0, width), height=height, fill=f"#{colour}")


def line(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, *, dashed: bool = False
) -> str:
    dashes: dict[str, Attribute] = {"stroke_dasharray": "3 2"} if dashed else {}
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=f"#{colour}", stroke_width=width, **dashes)


def path(points: list[tuple[float, float]], colour: str, width: float, *, dashed: bool = False) -> str:
    dashes: dict[str, Attribute] = {"stroke_dasharray": "3 2"} if dashed else {}
    return element(
        "polyline",
        points=_points(points),
        fill="none",
        stroke=f"#{colour}",
        stroke_width=width,
        stroke_linejoin="round",
        **dashes,
    )


def area(points: list[tuple[float, float]], colour: str) -> str:
    return element("polygon", points=_points(points), fill=f"#{colour}")


def dot(x: float, y: float, radius: float, colour: str, *, hollow: bool = False) -> str:
    fill = PALETTE.paper if hollow else colour
    return element("circle", cx=x, cy=y, r=radius, fill=f"#{fill}", stroke=f"#{colour}", stroke_width=1.25)


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_value(x)},{_value(y)}" for x, y in points)


def _value(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
