"""The sheet Actuals: the long table of records on the left, what the other sheets need of it on the right."""

from __future__ import annotations

from kpixl.domain.metrics import METRICS
from kpixl.template import theme
from kpixl.template.layout import (
    COUNT,
    PERCENT,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    downwards,
    open_page,
    paint,
    put,
    put_across,
    put_section,
    put_table,
    put_text,
    sentence,
    set_up_print,
    to_the_right,
)
from kpixl.template.planner.case import CHANNELS, MONTHS, STAGES, Case
from kpixl.template.planner.records import records_of

NAMES = (
    Named("month_results", "H6:L17"),
    Named("management_series", "M6:O17"),
    Named("metric_names", "G22:G29"),
    Named("management_names", "G27:G29"),
    Named("month_to_date", "I22:I26"),
    Named("year_results", "J22:J26"),
    Named("channel_results", "R6:V11"),
    Named("last_record", "V16"),
    Named("chart_days", "X6:X28"),
    Named("daily_cumulative", "Y6:AC28"),
)

WIDTHS = {
    **dict.fromkeys("AFPW", 3.0),
    **dict.fromkeys("HIJKLRSTU", 11.0),
    **dict.fromkeys("MNO", 16.0),
    **dict.fromkeys("CDQ", 18.0),
    **dict.fromkeys(("X", "Y", "Z", "AA", "AB", "AC"), 11.0),
    "B": 13.0,
    "E": 12.0,
    "G": 24.0,
    "V": 13.0,
}

FIRST_ROW = 6
BLANK_ROWS = 36
LAST_DAY_ROW = 28
MANAGEMENT = 3

DAY = Rule("record_day", "date", "greaterThanOrEqual", "DATE(2000,1,1)")
METRIC = Rule("record_metric", "list", first="metric_names")
CHANNEL = Rule("record_channel", "list", first="channel_names")
VALUE = Rule("record_value", "decimal", "greaterThanOrEqual")
NAME = Rule("management_name", "textLength", "between", "1", "30")


def write(page: Page, case: Case) -> None:
    open_page(page, "planner.actuals.title", "planner.actuals.guidance", WIDTHS)
    page.sheet.row_dimensions[3].height = theme.GUIDANCE_HEIGHT
    page.sheet.row_dimensions[5].height = theme.HEADING_HEIGHT
    _write_records(page, case)
    _write_months(page, case)
    _write_metrics(page, case)
    _write_channels(page)
    _write_check(page)
    _write_days(page)
    set_up_print(page, "A1:V42", freeze="A6")  # the summaries; nobody reads a year of records on paper


def metric_format(case: Case, place: int) -> str:
    """The number format of the case's management metric at this place, from 0."""
    if place >= len(case.management):
        return "General"
    unit = METRICS[case.management[place].metric].unit
    return {"rate": PERCENT, "count": COUNT, "money": COUNT}.get(unit, "#,##0.0" + theme.PADDING)


def _write_records(page: Page, case: Case) -> None:
    put_section(page, "B4:E4", "planner.actuals.records")
    records = records_of(case)
    last = FIRST_ROW - 1 + (len(records) or BLANK_ROWS)
    columns = [page.text(f"planner.actuals.{column}") for column in ("date", "metric", "channel", "value")]
    put_table(page, f"B5:E{last}", "Actuals", columns)
    page.sheet["E5"].style = theme.HEADING
    paint(page, f"B{FIRST_ROW}:B{last}", theme.INPUT_TEXT, page.format("date"))
    paint(page, f"C{FIRST_ROW}:D{last}", theme.INPUT_TEXT)
    paint(page, f"E{FIRST_ROW}:E{last}", theme.INPUT, "General")
    metrics = [page.text(f"planner.stage.{stage}") for stage in case.stages] + _management_names(page, case)
    channels = [page.text(f"planner.channel.{channel}") for channel in case.channels]
    formats = [COUNT] * STAGES + [metric_format(case, place) for place in range(MANAGEMENT)]
    for row, record in enumerate(records, FIRST_ROW):
        page.sheet[f"B{row}"].value = record.day
        page.sheet[f"C{row}"].value = metrics[record.metric]
        page.sheet[f"D{row}"].value = None if record.channel is None else channels[record.channel]
        page.sheet[f"E{row}"].value = record.value
        page.sheet[f"E{row}"].number_format = formats[record.metric]
    for column, rule in zip("BCDE", (DAY, METRIC, CHANNEL, VALUE)):
        accept(page, f"{column}{FIRST_ROW}:{column}{last}", rule)


def _management_names(page: Page, case: Case) -> list[str]:
    return [page.text(f"metric.{metric.metric}.name") for metric in case.management]


def _column(page: Page, column: str) -> str:
    return f"Actuals[{page.text(f'planner.actuals.{column}')}]"


def _of(page: Page, metric: str, first: str, beyond: str) -> str:
    """The conditions that a record is of this metric and from the first day on to before the day beyond."""
    metrics, days = _column(page, "metric"), _column(page, "date")
    return f'{metrics},{metric},{days},">="&{first},{days},"<"&{beyond}'


def _write_months(page: Page, case: Case) -> None:
    put_section(page, "G4:O4", "planner.actuals.months")
    put_text(page, "G5", "planner.actuals.month", theme.HEADING_TEXT)
    for place, cell in enumerate(to_the_right("H5", STAGES), 1):
        put(page, cell, f'=INDEX(stage_names,{place})&""', theme.HEADING)
    for place, cell in enumerate(to_the_right("M5", MANAGEMENT), 1):
        put(page, cell, f'=INDEX(management_names,{place})&""', theme.HEADING)
    values = _column(page, "value")
    for month, row in enumerate(range(6, 6 + MONTHS), 1):
        put(page, f"G{row}", f"=INDEX(months,{month})", theme.OUTPUT_TEXT, page.format("month"))
        beyond = f"MIN(EDATE($G{row},1),as_of+1)"
        for column in "HIJKL":
            which = _of(page, f"{column}$5", f"$G{row}", beyond)
            total = f'=IF($G{row}>as_of,"",SUMIFS({values},{which}))'
            put(page, f"{column}{row}", total, theme.OUTPUT, COUNT)
        for place, column in enumerate("MNO"):
            which = _of(page, f"{column}$5", f"$G{row}", beyond)
            # an average of no records is an error that means: nothing recorded in that month
            mean = f'=IF(OR({column}$5="",$G{row}>as_of),"",IFERROR(AVERAGEIFS({values},{which}),""))'
            put(page, f"{column}{row}", mean, theme.OUTPUT, metric_format(case, place))
    paint(page, "G18:O18", theme.TOTAL)
    put_text(page, "G18", "planner.actuals.year", theme.TOTAL_LABEL)
    for column in "HIJKL":
        put(page, f"{column}18", f"=SUM({column}6:{column}17)", theme.TOTAL, COUNT)


def _write_metrics(page: Page, case: Case) -> None:
    """Every metric that can be recorded, in one column, for the table's lists are taken from there."""
    put_section(page, "G20:O20", "planner.actuals.metrics")
    put_text(page, "G21", "planner.actuals.metric", theme.HEADING_TEXT)
    put_across(
        page, "H21", ["planner.actuals." + end for end in ("rows", "month_to_date", "year")], theme.HEADING
    )
    names = _management_names(page, case)
    for place, row in enumerate(range(22, 22 + STAGES + MANAGEMENT), 1):
        of_stage = place <= STAGES
        if of_stage:
            column = "HIJKL"[place - 1]
            put(page, f"G{row}", f'=INDEX(stage_names,{place})&""', theme.OUTPUT_TEXT)
            put(page, f"J{row}", f"={column}18", theme.OUTPUT, COUNT)
        else:
            column = "MNO"[place - STAGES - 1]
            put(page, f"G{row}", None, theme.INPUT_TEXT)
            paint(page, f"J{row}", theme.OUTPUT)
        rows = f'=IF(G{row}="",0,COUNTIF({_column(page, "metric")},G{row}))'
        put(page, f"H{row}", rows, theme.OUTPUT, COUNT)
        this_month = f'=IF(COUNT(month_index)=0,"",INDEX({column}$6:{column}$17,month_index))'
        put(page, f"I{row}", this_month, theme.RESULT, page.sheet[f"{column}6"].number_format)
    for cell, name in zip(downwards("G27", MANAGEMENT), names):
        page.sheet[cell].value = name
    accept(page, "G27:G29", NAME)


def _write_channels(page: Page) -> None:
    put_section(page, "Q4:V4", "planner.actuals.channels")
    put_text(page, "Q5", "planner.actuals.channel", theme.HEADING_TEXT)
    for place, cell in enumerate(to_the_right("R5", STAGES), 1):
        put(page, cell, f'=INDEX(stage_names,{place})&""', theme.HEADING)
    values, channels = _column(page, "value"), _column(page, "channel")
    for place, row in enumerate(range(6, 6 + CHANNELS), 1):
        put(page, f"Q{row}", f'=INDEX(channel_names,{place})&""', theme.OUTPUT_TEXT)
        for column in "RSTUV":
            which = _of(page, f"{column}$5", "fiscal_start", "MIN(EDATE(fiscal_start,12),as_of+1)")
            total = f'=IF($Q{row}="","",SUMIFS({values},{channels},$Q{row},{which}))'
            put(page, f"{column}{row}", total, theme.OUTPUT, COUNT)
    put_text(page, "Q12", "planner.actuals.other", theme.LABEL)
    put_text(page, "Q13", "planner.actuals.all", theme.TOTAL_LABEL)
    for column, stage in zip("RSTUV", "HIJKL"):
        put(page, f"{column}12", f"={column}13-SUM({column}6:{column}11)", theme.OUTPUT, COUNT)
        put(page, f"{column}13", f"={stage}18", theme.TOTAL, COUNT)


def _write_check(page: Page) -> None:
    """Which rows the sums leave out, as figures here and as a sentence under the sheet's guidance."""
    put_section(page, "Q15:V15", "planner.actuals.check")
    days, metrics = _column(page, "date"), _column(page, "metric")
    rows = f"MAX(COUNTA({days}),COUNTA({metrics}))"
    this_year = f'COUNTIFS({days},">="&fiscal_start,{days},"<"&EDATE(fiscal_start,12))'
    checks = (
        ("newest", f'=IF(COUNT({days})=0,"",MAX({days}))', page.format("date")),
        ("outside", f"={rows}-{this_year}", COUNT),
        ("unknown", f"={rows}-SUM(H22:H29)", COUNT),
        ("later", f'=COUNTIFS({days},">="&as_of+1,{days},"<"&EDATE(fiscal_start,12))', COUNT),
        ("below", f"=COUNT($B${FIRST_ROW}:$B$1048576)-COUNT({days})", COUNT),
    )
    for row, (id_, formula, number_format) in enumerate(checks, 16):
        paint(page, f"Q{row}:U{row}", theme.LABEL)
        put_text(page, f"Q{row}", f"planner.actuals.{id_}", theme.LABEL)
        put(page, f"V{row}", formula, theme.RESULT, number_format)
    left_out = "SUM(V17:V20)"
    day = f"TEXT(last_record,{sentence(page, 'template.format.day_in_text')})"
    none, good, some = (
        sentence(page, f"planner.actuals.note.{id_}", **gaps)
        for id_, gaps in (
            ("none", {}),
            ("good", {"day": day}),
            ("some", {"day": day, "rows": left_out}),
        )
    )
    put(page, "B3", f'=IF(last_record="",{none},IF({left_out}=0,{good},{some}))', theme.MESSAGE)
    put_section(page, "Q22:V22", "planner.actuals.how")
    for row, id_ in enumerate(("metric", "sum", "mean", "blank"), 23):
        put_text(page, f"Q{row}", f"planner.actuals.how.{id_}", theme.NOTE)


def _write_days(page: Page) -> None:
    """A day's sum reaches to the eve of the next business day, so that nothing of a weekend is lost."""
    put_section(page, "X4:AC4", "planner.actuals.daily")
    put_text(page, "X5", "planner.actuals.day", theme.HEADING_TEXT)
    columns = ("Y", "Z", "AA", "AB", "AC")
    for place, cell in enumerate(to_the_right("Y5", STAGES), 1):
        put(page, cell, f'=INDEX(stage_names,{place})&""', theme.HEADING)
    values = _column(page, "value")
    for number, row in enumerate(range(FIRST_ROW, LAST_DAY_ROW + 1), 1):
        day = f"WORKDAY(month_start-1,{number},holidays)"
        shown = f'=IF(COUNT(month_start,month_end)<2,"",IF({day}>month_end,"",{day}))'
        put(page, f"X{row}", shown, theme.OUTPUT_TEXT, page.format("date"))
        following = f"IF(N(X{row + 1})=0,month_end,X{row + 1}-1)" if row < LAST_DAY_ROW else "month_end"
        for column in columns:
            which = _of(page, f"{column}$5", "month_start", f"MIN(as_of,{following})+1")
            total = f'=IF(X{row}="","",IF(X{row}>as_of,"",SUMIFS({values},{which})))'
            put(page, f"{column}{row}", total, theme.OUTPUT, COUNT)


SHEET = Recipe("planner.actuals.sheet", NAMES, write)
