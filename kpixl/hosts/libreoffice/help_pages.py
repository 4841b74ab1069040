"""The reference of the functions as a page that needs nothing else, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kpixl.functions.reference import Page, page
from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import CATEGORIES
from kpixl.i18n import Language, text

STYLE = """
body { font: 15px/1.7 "Yu Gothic", "Hiragino Sans", "Noto Sans CJK JP", sans-serif; color: #222;
       max-width: 56em; margin: 2em auto; padding: 0 1em; }
h2 { border-bottom: 2px solid #2f5d8a; margin-top: 2.5em; } h3 { margin-top: 2em; }
code { background: #f2f4f7; padding: .1em .3em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #cfd6de; padding: .3em .6em;
       text-align: left; vertical-align: top; } th { background: #e8edf3; }
nav a { display: inline-block; margin-right: 1em; }
"""


def help_page(language: Language) -> bytes:
    title = text("reference.title", language)
    lines = [
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>",
        *_contents(language),
    ]
    for category in CATEGORIES:
        lines.append(f"<h2>{escape(text(f'category.{category}', language))}</h2>")
        for spec in REGISTRY.values():
            if spec.category == category:
                lines += _described(page(spec, language), language)
    return "\n".join([*lines, "</body></html>\n"]).encode()


def _contents(language: Language) -> Iterator[str]:
    yield "<nav>"
    for name, spec in REGISTRY.items():
        yield f'<a href="#{name}" title="{escape(spec.summary(language))}">{name}</a>'
    yield "</nav>"


def _described(shown: Page, language: Language) -> Iterator[str]:
    def heading(part: str) -> str:
        return escape(text(f"reference.{part}", language))

    yield f'<h3 id="{shown.name}">{shown.name}</h3><p>{escape(shown.summary)}</p>'
    yield f"<p><code>{escape(shown.signature)}</code></p>"
    if shown.arguments:
        columns = ("argument", "meaning", "unit", "allowed", "default")
        yield f"<table><tr>{''.join(f'<th>{heading(column)}</th>' for column in columns)}</tr>"
        for row in shown.arguments:
            cells = (row.name, row.meaning, row.unit, row.allowed, row.default)
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
        yield "</table>"
    yield f"<p><b>{heading('result')}</b>: {escape(shown.result)}<br>"
    yield f"<b>{heading('errors')}</b>: {escape(shown.errors)}</p><ul>"
    for formula, result in shown.examples:
        yield f"<li><code>{escape(formula)}</code> → {escape(result)}</li>"
    yield "</ul>"
