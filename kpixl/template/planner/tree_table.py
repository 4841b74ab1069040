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
    put_table,
)
from kpixl.template.planner.case import Case, Node
from kpixl.template.table_columns import Columns

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
FEEDS = {
    "AA": Column("feed.id", 11.0, style=theme.CHART_FEED),
    "AB": Column("feed.parent", 16.0, style=theme.CHART_FEED),
    "AC": Column("feed.candidate", 11.0, style=theme.CHART_FEED),
}
"""What the results need, at the end of the table, so that its new rows have it too; it is not printed."""

RESULTS = ("K", "L", "P", "Q", "S")

KINDS = ("KGI", "KSF", "KPI", "INTERMEDIATE", "METRIC", "KAI")
OPERATORS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
UNITS = ("count", "rate", "money", "people", "times", "score", "days", "hours", "months")
CADENCES = ("daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly")


def columns_of_tree(page: Page) -> Columns:
    ids = {letter: f"planner.design.{each.id}" for letter, each in (COLUMNS | FEEDS).items()}
    return Columns(page, "Tree", ids)


def begun(tree: Columns) -> str:
    """Whether the user has written anything; further right stand formulas."""
    return f"COUNTA({tree.all('B', 'J')})>0"


def write_tree(page: Page, case: Case, tree: Columns) -> None:
    assert len(case.tree) <= ROWS
    area = f"B{HEADINGS}:AC{LAST}"
    put_table(page, area, tree.table, tree.headings(), theme.HEADING_WRAPPED, filters=False)
    for letter, each in (COLUMNS | FEEDS).items():
        if each.style in (theme.INPUT, theme.OUTPUT, theme.RESULT):
            paint(page, f"{letter}{HEADINGS}", theme.HEADING)
        elif each.style == theme.INPUT_CENTRED:
            paint(page, f"{letter}{HEADINGS}", theme.HEADING_CENTRED)
        elif letter in FEEDS:
            paint(page, f"{letter}{HEADINGS}", theme.CHART_FEED)
        paint(page, f"{letter}{FIRST}:{letter}{LAST}", each.style, each.number_format)
    page.sheet.row_dimensions[HEADINGS].height = theme.HEADING_HEIGHT
    for letter, formula in (_definitions(tree) | _results(page, tree) | _feeds(page, tree)).items():
        each = (COLUMNS | FEEDS)[letter]
        tree.fill(letter, formula, each.style, each.number_format)
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


def _definitions(tree: Columns) -> dict[str, str]:
    """Until the user writes a definition of his own, the catalogue's stands there."""
    metric = tree.here("R")
    return {
        letter: f'IF(COUNTIF(catalogue_names,{metric})=0,"",INDEX({names},MATCH({metric},catalogue_names,0)))'
        for letter, names in (("T", "catalogue_numerators"), ("U", "catalogue_denominators"))
    }


def _results(page: Page, tree: Columns) -> dict[str, str]:
    """A value of the tree stands only where it is computed: in rows that have children.

    KPI_TREE answers #N/A as long as a leaf has no value, and #VALUE! for a cycle, which the checks report.
    """
    target, actual, impact, influence = (tree.here(letter) for letter in "IJMN")
    has_children = f"SUMPRODUCT(--({tree.all('AB')}={tree.here('AA')}))>0"
    computed = {
        letter: f'KPI_TREE({",".join(tree.all(each) for each in ("AA", "AB", "F", values))},"many")'
        for letter, values in (("K", "I"), ("L", "J"))
    }
    less_is_better = f'{tree.here("H")}="{page.text("planner.direction.lower")}"'
    better, worse = (
        f"IF({less_is_better},{one},{other})" for one, other in ((actual, target), (target, actual))
    )
    headroom = f'IF(MIN({target},{actual})<=0,"",MAX(0,{better}/{worse}-1))'
    score = f"INDEX(KPI_CSF({worse},{better},{impact}*{influence}),1)"
    return {
        **{
            letter: f'IF({has_children},IFERROR(INDEX({values},{tree.place}),""),"")'
            for letter, values in computed.items()
        },
        "P": f'IF(COUNT({target},{actual})<2,"",{headroom})',
        "Q": f'IF(OR({tree.here("P")}="",COUNT({impact},{influence})<2),"",{score})',
        "S": f'IF({tree.here("E")}="","",{tree.here("E")})',
    }


def _feeds(page: Page, tree: Columns) -> dict[str, str]:
    """The tree as KPI_TREE takes it, and the scores of what may be the focus.

    A row that is no part of its parent's arithmetic stands alone: one whose parent does not compute, an
    action, a success factor in words. Blank and repeated ids become unique.
    """
    id_, parent, kind, operator = (tree.here(letter) for letter in "BCDF")
    action, factor = (page.text(f"planner.kind.{kind}") for kind in ("KAI", "KSF"))
    constant = page.text("planner.design.constant")
    own = f'IF(MATCH({id_},{tree.all("B")},0)<{tree.place},"#"&ROW(),{id_}&"")'
    alone = f'OR({id_}="",{parent}="",{kind}="{action}",AND({kind}="{factor}",{operator}=""))'
    above = f'MATCH({parent}&"",{tree.all("AA")},0)'
    computing = f'IF(ISNUMBER({above}),IF(INDEX({tree.all("F")},{above})="","",{parent}&""),"")'
    focus = ",".join(f'{kind}="{page.text(f"planner.kind.{focus}")}"' for focus in ("KPI", "INTERMEDIATE"))
    fits = f'AND(OR({focus}),{tree.here("O")}<>"{constant}")'
    score = tree.here("Q")
    return {
        "AA": f'IF({id_}="","#"&ROW(),{own})',
        "AB": f'IF({alone},"",{computing})',
        # of equal scores the first row counts
        "AC": f'IF(N({score})<=0,"",IF({fits},{score}-ROW()/10^9,""))',
    }


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
