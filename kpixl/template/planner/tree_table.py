"""The table `Tree` of the sheet Design: what the user fills in, and what each row gives.

Column B holds the id and so on, as in `COLUMNS`; the headings of inputs are words that KPI_CHECK understands.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from kpixl.i18n import has_text
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    DAY,
    PERCENT,
    TENTHS,
    WHOLE_PERCENT,
    WORDS,
    Page,
    Rule,
    Value,
    accept,
    colour_where,
    fit_row,
    paint,
    put,
    put_across,
    put_table,
    to_the_right,
)
from kpixl.template.planner.case import Case, Node

HEADINGS = 19
FIRST = HEADINGS + 1
ROWS = 18
LAST = HEADINGS + ROWS


WEIGHT = Rule("weight", "decimal", "between", "0", "1")
NODE_ID = Rule("node_id", "textLength", "between", "1", "12")
PARENT = Rule("parent", "list", first=f"$B${FIRST}:$B${LAST}")
CATALOGUE = Rule("metric", "list", first="catalogue_names")
AMOUNT = Rule("amount", "decimal", "greaterThanOrEqual")
DEFINITION = Rule("definition", "textLength", "between", "0", "60")
VERSION = Rule("version", "textLength", "between", "1", "12")
AGREED = Rule("agreed", "textLength", "between", "1", "100")

GOAL_LOOK = theme.LevelLook(theme.HEADER_FILL, theme.INK, True)
FOCUS_LOOK = theme.LevelLook(theme.FUNNEL_FILL, theme.INK, True)

DECIMAL = "0.0#" + theme.PADDING
SCORE = "0.00" + theme.PADDING
SHORT_DAY = "yyyy/m/d" + theme.PADDING


@dataclass(frozen=True)
class Column:
    """One column; `id` ends the text id of its heading. An input without a rule is chosen from a list."""

    id: str
    width: float
    rule: Rule | None = None
    style: str = theme.INPUT_CENTRED
    number_format: str | None = None


COLUMNS = {
    "B": Column("id", 6.0, NODE_ID),
    "C": Column("parent", 8.0, PARENT),
    "D": Column("kind", 20.0, style=theme.INPUT_TEXT),
    "E": Column("name", 27.0, WORDS, theme.INPUT_WRAPPED),
    "F": Column("operator", 9.5),
    "G": Column("unit", 9.0),
    "H": Column("direction", 10.0),
    "I": Column("target", 11.0, AMOUNT, theme.INPUT, COUNT),
    "J": Column("actual", 11.0, AMOUNT, theme.INPUT, COUNT),
    "K": Column("target_value", 11.0, style=theme.OUTPUT, number_format=COUNT),
    "L": Column("actual_value", 11.0, style=theme.OUTPUT, number_format=COUNT),
    "M": Column("impact", 10.0, WEIGHT, theme.INPUT, DECIMAL),
    "N": Column("influence", 9.0, WEIGHT, theme.INPUT, DECIMAL),
    "O": Column("variability", 11.0),
    "P": Column("headroom", 9.0, style=theme.OUTPUT, number_format=WHOLE_PERCENT),
    "Q": Column("score", 10.5, style=theme.RESULT, number_format=SCORE),
    "R": Column("metric", 32.0, CATALOGUE, theme.INPUT_WRAPPED),
    "S": Column("name_again", 28.0, style=theme.OUTPUT_WRAPPED),  # the print's second page begins here
    "T": Column("numerator", 24.0, DEFINITION, theme.INPUT_WRAPPED),
    "U": Column("denominator", 24.0, DEFINITION, theme.INPUT_WRAPPED),
    "V": Column("version", 11.0, VERSION),
    "W": Column("owner", 21.0, WORDS, theme.INPUT_WRAPPED),
    "X": Column("cadence", 11.0),
    "Y": Column("due", 12.0, DAY, theme.INPUT, SHORT_DAY),
    "Z": Column("action", 60.0, AGREED, theme.INPUT_WRAPPED),
}
RESULTS = ("K", "L", "P", "Q", "S")
FEEDS = ("id", "parent", "operator", "target", "actual", "candidate")

KINDS = ("KGI", "KSF", "KPI", "INTERMEDIATE", "METRIC", "KAI")
OPERATORS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
UNITS = ("count", "rate", "money", "people", "times", "score", "days", "hours", "months")
CADENCES = ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly")

TOP = "#"
"""Id of a row above everything: KPI_TREE accepts a half-filled tree where loose rows hang from it."""

TREE = f"$B${HEADINGS}:$Z${LAST}"
BEGUN = f"COUNTA($B${FIRST}:$J${LAST})>0"
"""Whether the user has written anything; further right stand formulas."""


def write_tree(page: Page, case: Case) -> None:
    assert len(case.tree) <= ROWS
    headings = [page.text(f"planner.design.{each.id}") for each in COLUMNS.values()]
    put_table(page, f"B{HEADINGS}:Z{LAST}", "Tree", headings, theme.HEADING_WRAPPED, filters=False)
    for letter, each in COLUMNS.items():
        if each.style in (theme.INPUT, theme.OUTPUT, theme.RESULT):
            paint(page, f"{letter}{HEADINGS}", theme.HEADING)
        elif each.style == theme.INPUT_CENTRED:
            paint(page, f"{letter}{HEADINGS}", theme.HEADING_CENTRED)
    page.sheet.row_dimensions[HEADINGS].height = theme.HEADING_HEIGHT
    put_across(page, f"AB{HEADINGS - 1}", [f"planner.design.feed.{id_}" for id_ in FEEDS], theme.CHART_FEED)
    for cell, value in zip(to_the_right(f"AB{HEADINGS}", 3), (TOP, None, "+")):
        put(page, cell, value, theme.CHART_FEED)
    for row in range(FIRST, LAST + 1):
        for letter, each in COLUMNS.items():
            paint(page, f"{letter}{row}", each.style, each.number_format)
        _write_definitions(page, row)
        _write_results(page, row)
        _write_feeds(page, row)
    for row, node in enumerate(case.tree, FIRST):
        _write_node(page, case, node, row)
    _accept(page)
    _mark_rows(page)


def _write_node(page: Page, case: Case, node: Node, row: int) -> None:
    metric = f"metric.{node.metric}.name"
    action = case.text_id(f"action.{node.id}")
    values: dict[str, Value] = {
        "B": int(node.id) if node.id.isdigit() else node.id,
        "C": int(node.parent) if node.parent.isdigit() else node.parent or None,
        "D": page.text(f"planner.kind.{node.kind}"),
        "E": page.text(case.text_id(f"tree.{node.id}")),
        "F": OPERATORS[node.operator] if node.operator else None,
        "G": page.text(f"planner.unit.{node.unit}") if node.unit else None,
        "H": page.text(f"planner.direction.{node.direction}"),
        "I": node.target,
        "J": node.actual,
        "M": node.impact,
        "N": node.influence,
        "O": page.text("planner.design.variable" if node.variable else "planner.design.constant"),
        "R": page.text(metric) if node.metric else None,
        "V": int(node.version) if node.version.isdigit() else node.version,
        "W": page.text(f"planner.owner.{node.owner}") if node.owner else None,
        "X": page.text(f"planner.cadence.{node.cadence}") if node.cadence else None,
        "Y": node.due,
        "Z": page.text(action) if has_text(action) else None,
    }
    shown = {letter: str(value) for letter, value in values.items() if isinstance(value, str)}
    for letter, part in (("T", "numerator"), ("U", "denominator")):
        if getattr(node, part):
            shown[letter] = page.text(case.text_id(getattr(node, part)))
            values[letter] = shown[letter]
        elif node.metric:
            shown[letter] = page.text(f"metric.{node.metric}.{part}")
    for letter, value in values.items():
        page.sheet[f"{letter}{row}"].value = value
    wrapped = [letter for letter in shown if COLUMNS[letter].style == theme.INPUT_WRAPPED]
    fit_row(page, row, [(shown[letter], COLUMNS[letter].width) for letter in wrapped])


def _write_definitions(page: Page, row: int) -> None:
    """Until the user writes a definition of his own, the catalogue's stands there."""
    for letter, names in (("T", "catalogue_numerators"), ("U", "catalogue_denominators")):
        found = f"INDEX({names},MATCH(R{row},catalogue_names,0))"
        page.sheet[f"{letter}{row}"].value = f'=IF(COUNTIF(catalogue_names,R{row})=0,"",{found})'


def _write_results(page: Page, row: int) -> None:
    """A value of the tree stands only where it is computed: in rows that have children.

    KPI_TREE answers #N/A as long as a leaf has no value, and #VALUE! for a cycle, which the checks report.
    """
    has_children = f"SUMPRODUCT(--({_feed('AC')}=AB{row}))>0"
    for letter, values in (("K", "AE"), ("L", "AF")):
        tree = f"KPI_TREE({','.join(_feed(each) for each in ('AB', 'AC', 'AD', values))})"
        value = f"INDEX({tree},ROWS(B${HEADINGS}:B{row}))"
        page.sheet[f"{letter}{row}"].value = f'=IF({has_children},IFERROR({value},""),"")'
    less_is_better = f'H{row}="{page.text("planner.direction.lower")}"'
    better, worse = (f"IF({less_is_better},{a}{row},{b}{row})" for a, b in ("JI", "IJ"))
    headroom = f"MAX(0,{better}/{worse}-1)"
    page.sheet[f"P{row}"].value = f'=IF(COUNT(I{row}:J{row})<2,"",IF(MIN(I{row}:J{row})<=0,"",{headroom}))'
    page.sheet[f"S{row}"].value = f'=IF(E{row}="","",E{row})'
    score = f"INDEX(KPI_CSF({worse},{better},M{row}*N{row}),1)"
    page.sheet[f"Q{row}"].value = f'=IF(OR(P{row}="",COUNT(M{row}:N{row})<2),"",{score})'


def _write_feeds(page: Page, row: int) -> None:
    """The tree as KPI_TREE takes it, and the scores of what may be the focus.

    A row that is no part of the arithmetic hangs from the top instead: one without a parent that computes,
    an action, a success factor in words. Blank and repeated ids become unique.
    """
    action, factor = (page.text(f"planner.kind.{kind}") for kind in ("KAI", "KSF"))
    constant = page.text("planner.design.constant")
    repeated = f"SUMPRODUCT(--(B${FIRST}:B{row}=B{row}))>1"
    loose = f'OR(B{row}="",C{row}="",D{row}="{action}",AND(D{row}="{factor}",F{row}=""))'
    place = f'MATCH(C{row}&"",{_rows("AB")},0)'
    computing = f'IF(ISNUMBER({place}),IF(INDEX({_rows("F")},{place})="","{TOP}",C{row}&""),"{TOP}")'
    focus = ",".join(f'D{row}="{page.text(f"planner.kind.{kind}")}"' for kind in ("KPI", "INTERMEDIATE"))
    fits = f'AND(OR({focus}),O{row}<>"{constant}")'
    feeds = {
        "AB": f'=IF(OR(B{row}="",{repeated}),"{TOP}"&ROW(),B{row}&"")',
        "AC": f'=IF({loose},"{TOP}",{computing})',
        "AD": f'=F{row}&""',
        "AE": f'=IF(ISNUMBER(I{row}),I{row},"")',
        "AF": f'=IF(ISNUMBER(J{row}),J{row},"")',
        # of equal scores the first row counts
        "AG": f'=IF(N(Q{row})<=0,"",IF({fits},Q{row}-ROW()/10^9,""))',
    }
    for letter, formula in feeds.items():
        put(page, f"{letter}{row}", formula, theme.CHART_FEED)


def _accept(page: Page) -> None:
    """Check what is typed into each column."""
    words = {
        "kind": [f"planner.kind.{kind}" for kind in KINDS],
        "unit": [f"planner.unit.{unit}" for unit in UNITS],
        "direction": ["planner.direction.higher", "planner.direction.lower"],
        "variability": ["planner.design.variable", "planner.design.constant"],
        "cadence": [f"planner.cadence.{cadence}" for cadence in CADENCES],
    }
    lists = {id_: ",".join(page.text(text_id) for text_id in text_ids) for id_, text_ids in words.items()}
    lists["operator"] = ",".join(OPERATORS.values())
    for letter, each in COLUMNS.items():
        if letter not in RESULTS:
            rule = each.rule or Rule(f"tree_{each.id}", "list", first=f'"{lists[each.id]}"')
            accept(page, f"{letter}{FIRST}:{letter}{LAST}", rule)


def _mark_rows(page: Page) -> None:
    """Numbers look like their unit; the goal and the focus stand out."""
    show_by_unit(page, f"I{FIRST}:L{LAST}", f"$G{FIRST}")
    colour_where(page, f"B{FIRST}:E{LAST}", f'$D{FIRST}="KGI"', GOAL_LOOK)
    colour_where(page, f"B{FIRST}:E{LAST}", f'AND($E{FIRST}<>"",$E{FIRST}=focus_kpi)', FOCUS_LOOK)


def show_by_unit(page: Page, cells: str, unit: str) -> None:
    """Rates as percentages, small fractional numbers with tenths; `unit` is that of the first row."""
    first = cells.partition(":")[0]
    rate = f'{unit}="{page.text("planner.unit.rate")}"'
    fractional = f"AND(ISNUMBER({first}),ABS(N({first}))<100,N({first})<>INT(N({first})))"
    for id_, (formula, number_format) in enumerate(((rate, PERCENT), (fractional, TENTHS)), 400):
        style = DifferentialStyle(numFmt=NumberFormat(numFmtId=id_, formatCode=number_format))
        rule = FormatRule(type="expression", formula=[formula], dxf=style, stopIfTrue=True)
        page.sheet.conditional_formatting.add(cells, rule)


def _rows(letter: str) -> str:
    """All rows of a column."""
    return f"${letter}${FIRST}:${letter}${LAST}"


def _feed(letter: str) -> str:
    """All rows of a feed, with the row on top of them."""
    return f"${letter}${HEADINGS}:${letter}${LAST}"
