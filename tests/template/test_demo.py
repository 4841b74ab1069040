"""The demo workbook: its values, its names, its looks and its bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

import kpixl
from kpixl.i18n import LANGUAGES, Language, text
from kpixl.i18n.texts import TEXTS
from kpixl.template import theme
from kpixl.template.build import NAMES, build_demo
from kpixl.template.cases.web import WEB

FUNCTIONS = (
    "KPI_GOAL_COUNT", "KPI_BACKCALC", "KPI_FORWARD", "KPI_RATES", "KPI_GAP", "KPI_SPLIT",
    "KPI_ACHIEVEMENT", "KPI_LEVEL", "KPI_ALERT", "KPI_PACE", "KPI_INTERVAL", "KPI_BOTTLENECK",
)  # fmt: skip
PER_STAGE = (
    "stage_names", "required_counts", "exact_counts", "forecast_counts", "month_targets",
    "targets_to_date", "month_actuals", "achievement", "pace", "alert_levels", "alert_labels",
    "year_actuals", "landings",
)  # fmt: skip
PER_STEP = ("step_rates", "step_names", "actual_rates")
SINGLE = (
    "revenue_goal", "unit_price", "web_share", "fiscal_start", "forecast_visits", "goal_deals",
    "as_of", "elapsed_days", "month_business_days", "elapsed_share", "elapsed_months", "bottleneck",
    "chart_stage", "month_start",
)  # fmt: skip
LABELS = {
    "ja": ["警戒", "注意", "達成", "危機", "達成"],
    "en": ["Warning", "Caution", "On track", "Critical", "On track"],
}
BOTTLENECK = {"ja": "育成 → 商談", "en": "Nurtured → Meetings"}


@dataclass(frozen=True)
class Demo:
    """The workbook as built (with formulas) and as recalculated (with values)."""

    language: Language
    content: bytes
    formulas: Workbook
    values: Workbook
    recalculated: bytes

    def value(self, name: str) -> object:
        (only,) = self.column(name)
        return only

    def column(self, name: str) -> list[object]:
        sheet, cells = self.place(name)
        return [self.values[sheet].cell(*at).value for at in CellRange(cells).cells]

    def place(self, name: str) -> tuple[str, str]:
        ((sheet, cells),) = self.formulas.defined_names[name].destinations
        return sheet, cells.replace("$", "")

    def cells(self) -> Iterator[tuple[Worksheet, Cell]]:
        for sheet in self.formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    yield sheet, cell


@pytest.fixture(scope="module", params=LANGUAGES)
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    language = request.param
    content = build_demo(language)
    folder = tmp_path_factory.mktemp("demo")
    (folder / "built.xlsx").write_bytes(content)
    kpixl.recalculate(folder / "built.xlsx", folder / "recalculated.xlsx")
    recalculated = (folder / "recalculated.xlsx").read_bytes()
    return Demo(
        language,
        content,
        load_workbook(io.BytesIO(content)),
        load_workbook(io.BytesIO(recalculated), data_only=True),
        recalculated,
    )


def formula_of(cell: Cell) -> str | None:
    return cell.value if cell.data_type == "f" else None


# values


def test_the_worked_example_needs_1600_visits_for_20_deals(demo: Demo) -> None:
    assert demo.value("goal_deals") == 20
    assert demo.column("required_counts") == [1600, 160, 80, 40, 20]
    assert demo.column("exact_counts") == pytest.approx([1600, 160, 80, 40, 20], rel=1e-9)


def test_1400_visits_lead_to_17_deals(demo: Demo) -> None:
    assert demo.column("forecast_counts") == [1400, 140, 70, 35, 17]


def test_the_holidays_give_the_business_days_of_fiscal_2026(demo: Demo) -> None:
    assert demo.column("business_days") == [21, 18, 22, 22, 20, 19, 21, 19, 23, 19, 18, 22]


def test_the_months_add_up_to_the_year(demo: Demo) -> None:
    plan = demo.column("month_plan")
    by_stage = [plan[stage::5] for stage in range(5)]
    assert [sum(counts) for counts in by_stage] == demo.column("required_counts")
    assert demo.column("month_targets") == plan[5:10] == [118, 12, 6, 3, 1]


def test_eleven_of_eighteen_business_days_are_gone_on_20_may(demo: Demo) -> None:
    assert demo.value("as_of") == datetime(2026, 5, 20)
    assert (demo.value("elapsed_days"), demo.value("month_business_days")) == (11, 18)
    assert demo.value("elapsed_share") == pytest.approx(11 / 18, rel=1e-9)
    assert demo.value("elapsed_months") == pytest.approx(1 + 11 / 18, rel=1e-9)


def test_the_days_of_the_table_are_the_business_days_of_may(demo: Demo) -> None:
    days = [day.day for day in demo.column("actual_dates") if isinstance(day, datetime)]
    assert days == [1, 7, 8, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29]


def test_every_alert_level_appears_with_its_label(demo: Demo) -> None:
    assert demo.column("month_actuals") == [54, 7, 4, 1, 1]
    assert demo.column("alert_levels") == [2, 1, 0, 3, 0]
    assert demo.column("alert_labels") == LABELS[demo.language]


def test_pace_is_the_actual_against_the_target_to_date(demo: Demo) -> None:
    share = 11 / 18
    expected = [54 / (118 * share), 7 / (12 * share), 4 / (6 * share), 1 / (3 * share), 1 / share]
    assert demo.column("pace") == pytest.approx(expected, rel=1e-9)


def test_the_bottleneck_is_the_step_to_the_meeting(demo: Demo) -> None:
    assert demo.column("year_actuals") == [193, 21, 11, 4, 3]
    assert demo.column("actual_rates") == pytest.approx([21 / 193, 11 / 21, 4 / 11, 3 / 4], rel=1e-9)
    assert demo.value("bottleneck") == BOTTLENECK[demo.language]


def test_the_year_lands_at_the_pace_so_far(demo: Demo) -> None:
    months = 1 + 11 / 18
    expected = [count / months * 12 for count in (193, 21, 11, 4, 3)]
    assert demo.column("landings") == pytest.approx(expected, rel=1e-9)


def test_days_to_come_have_no_cumulative_count(demo: Demo) -> None:
    cumulative = demo.column("cumulative_actuals")
    assert cumulative[50:55] == [54, 7, 4, 1, 1]
    assert all(count in (None, "") for count in cumulative[55:])


def test_every_formula_has_a_value_and_none_is_an_error(demo: Demo) -> None:
    computed = 0
    for sheet, cell in demo.cells():
        value = demo.values[sheet.title][cell.coordinate].value
        assert not str(value).startswith("#"), f"{sheet.title}!{cell.coordinate} is {value}"
        computed += formula_of(cell) is not None
    assert computed > 300


def test_each_function_is_used(demo: Demo) -> None:
    formulas = " ".join(filter(None, (formula_of(cell) for _, cell in demo.cells())))
    assert set(FUNCTIONS) == set(re.findall(r"KPI_\w+", formulas))


def test_no_formula_is_an_array_formula(demo: Demo) -> None:
    """A program without our functions keeps the stored value of plain formulas only."""
    assert not any(cell.data_type == "f" and not isinstance(cell.value, str) for _, cell in demo.cells())


def test_a_month_without_a_target_is_not_judged(demo: Demo, tmp_path: Path) -> None:
    workbook = load_workbook(io.BytesIO(demo.content))
    sheet, cell = demo.place("revenue_goal")
    workbook[sheet][cell] = 50_000_000  # one deal in the year, and none of it in May
    workbook.save(tmp_path / "small.xlsx")
    kpixl.recalculate(tmp_path / "small.xlsx", tmp_path / "small.recalculated.xlsx")
    values = load_workbook(tmp_path / "small.recalculated.xlsx", data_only=True)
    sheet, _ = demo.place("alert_labels")
    deals = [values[sheet][f"{column}18"].value for column in "CFGHIJ"]
    assert [deal or None for deal in deals] == [
        None, None, None, None, text("demo.monitor.no_target", demo.language), None
    ]  # fmt: skip


def test_before_the_first_actual_nothing_is_an_error(demo: Demo, tmp_path: Path) -> None:
    workbook = load_workbook(io.BytesIO(demo.content))
    for name in ("daily_actuals", "earlier_actuals"):
        sheet, cells = demo.place(name)
        for at in CellRange(cells).cells:
            workbook[sheet].cell(*at).value = None
    workbook.save(tmp_path / "blank.xlsx")
    kpixl.recalculate(tmp_path / "blank.xlsx")
    values = load_workbook(tmp_path / "blank.xlsx", data_only=True)
    errors = [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in values.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
    assert errors == []


# names


def test_the_documented_names_are_the_defined_names(demo: Demo) -> None:
    assert [named.name for named in NAMES] == list(demo.formulas.defined_names)
    for named in NAMES:
        defined = demo.formulas.defined_names[named.name]
        assert demo.place(named.name)[1] == named.cells
        assert defined.comment == text(named.meaning_id, demo.language)


def test_a_name_over_stages_or_steps_is_one_column_in_their_order(demo: Demo) -> None:
    for names, rows in ((PER_STAGE, 5), (PER_STEP, 4), (SINGLE, 1)):
        for name in names:
            area = CellRange(demo.place(name)[1])
            assert (area.size["columns"], area.size["rows"]) == (1, rows), name
    assert demo.column("stage_names") == [text(f"demo.stage.{stage}", demo.language) for stage in WEB.stages]


def test_the_names_are_the_same_in_both_languages() -> None:
    japanese, english = (load_workbook(io.BytesIO(build_demo(language))) for language in LANGUAGES)
    assert list(japanese.defined_names) == list(english.defined_names)


# texts


def test_every_word_comes_from_the_texts(demo: Demo) -> None:
    known = {entry.ja if demo.language == "ja" else entry.en for entry in TEXTS.values()}
    for sheet, cell in demo.cells():
        if cell.data_type == "s":
            assert cell.value in known, f"{sheet.title}!{cell.coordinate}"
    assert set(demo.formulas.sheetnames) < known


def test_each_sheet_begins_with_a_title_and_one_sentence(demo: Demo) -> None:
    for sheet in demo.formulas.worksheets:
        assert (sheet["B1"].style, sheet["B2"].style) == (theme.TITLE, theme.GUIDANCE)
        sentence = sheet["B2"].value
        assert sentence.endswith("。" if demo.language == "ja" else ".")
        assert sentence.count("。") + sentence.count(". ") <= 1


def test_each_input_is_checked_and_says_what_belongs_there(demo: Demo) -> None:
    checked = {
        (sheet.title, sheet.cell(*at).coordinate)
        for sheet in demo.formulas.worksheets
        for validation in sheet.data_validations.dataValidation
        for area in validation.sqref.ranges
        for at in area.cells
    }
    inputs = {
        (sheet.title, cell.coordinate)
        for sheet, cell in demo.cells()
        if cell.style in (theme.INPUT, theme.INPUT_TEXT)
    }
    assert inputs == checked
    for sheet in demo.formulas.worksheets:
        for validation in sheet.data_validations.dataValidation:
            # the lengths Excel allows
            assert 0 < len(validation.promptTitle) <= 32
            assert 0 < len(validation.errorTitle) <= 32
            assert 0 < len(validation.prompt) <= 255
            assert 0 < len(validation.error) <= 225


def test_no_input_is_a_formula(demo: Demo) -> None:
    for _, cell in demo.cells():
        if cell.style in (theme.INPUT, theme.INPUT_TEXT):
            assert formula_of(cell) is None


# looks


def test_each_sheet_prints_on_one_landscape_page_without_gridlines(demo: Demo) -> None:
    for sheet in demo.formulas.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_area
        assert sheet.freeze_panes
        assert not sheet.sheet_view.showGridLines
        assert not sheet.merged_cells.ranges


def test_the_levels_differ_in_lightness_so_that_grey_print_tells_them_apart() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    fills = [lightness(look.fill) for look in theme.LEVEL_LOOKS]
    assert fills == sorted(fills, reverse=True)
    for look in theme.LEVEL_LOOKS:
        assert abs(lightness(look.fill) - lightness(look.ink)) > 0.4


def test_each_level_has_its_colour_beside_its_label(demo: Demo) -> None:
    sheet_title, labels = demo.place("alert_labels")
    sheet = demo.formulas[sheet_title]
    rules = {
        str(area.sqref): [(rule.formula[0], rule.dxf.fill.bgColor.rgb[-6:]) for rule in area.rules]
        for area in sheet.conditional_formatting
    }
    expected = [(f"$H14={level}", look.fill) for level, look in enumerate(theme.LEVEL_LOOKS)]
    assert rules[labels] == expected


def test_the_charts_are_native_and_bound_to_cells(demo: Demo) -> None:
    with ZipFile(io.BytesIO(demo.content)) as package:
        charts = [
            package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")
        ]
    funnel, progress = charts
    assert 'barDir val="bar"' in funnel
    assert 'grouping val="stacked"' in funnel
    assert "showCatName" in funnel
    assert "lineChart" in progress
    assert "barChart" in progress
    for title in ("demo.monitor.chart.days", "demo.monitor.chart.count"):
        assert text(title, demo.language) in progress
    assert 'delete val="1"' not in progress
    for chart in charts:
        bound = re.findall(r"<(?:c:)?f>'([^']+)'!([$A-Z0-9:]+)<", chart)
        assert len(bound) == 6  # two series: name, categories, values
        for sheet, cells in bound:
            area = CellRange(cells.replace("$", ""))
            assert all(demo.values[sheet].cell(*at).style == theme.CHART_FEED for at in area.cells)


def test_the_funnel_is_centred(demo: Demo) -> None:
    sheet = demo.values[text("demo.plan.sheet", demo.language)]
    for row in range(14, 19):
        padding, width = sheet[f"R{row}"].value, sheet[f"S{row}"].value
        assert 2 * padding + width == pytest.approx(1)
    assert sheet["Q14"].value == text("demo.stage.visits", demo.language) + (
        "  1,600件" if demo.language == "ja" else "  1,600"
    )


def test_the_chart_shows_the_target_of_every_day_and_the_actual_of_the_days_gone(demo: Demo) -> None:
    sheet = demo.values[text("demo.monitor.sheet", demo.language)]
    targets = [sheet[f"M{row}"].value for row in range(14, 32)]
    actuals = [sheet[f"N{row}"].value for row in range(14, 32)]
    assert targets == pytest.approx([118 * day / 18 for day in range(1, 19)])
    assert actuals[:11] == [6, 9, 13, 18, 24, 29, 33, 38, 44, 49, 54]
    assert all(actual in (None, "") for actual in actuals[11:])


# the file


def test_the_same_workbook_gives_the_same_bytes(demo: Demo) -> None:
    assert build_demo(demo.language) == demo.content


def test_no_clock_shows_in_the_file(demo: Demo) -> None:
    with ZipFile(io.BytesIO(demo.content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2026-04-01T00:00:00Z"] * 2


def test_a_program_without_the_functions_keeps_the_values(demo: Demo) -> None:
    assert not demo.formulas.calculation.fullCalcOnLoad
    with ZipFile(io.BytesIO(demo.content)) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower()]


def test_the_sample_case_fits_its_tables() -> None:
    assert len(WEB.step_rates) == len(WEB.stages) - 1
    assert {len(counts) for counts in (*WEB.daily_actuals, WEB.earlier_actuals)} == {len(WEB.stages)}
    assert len(WEB.daily_actuals) <= WEB.business_days
    days_off = [holiday.day for holiday in WEB.holidays]
    assert days_off == sorted(set(days_off))
    assert date(2026, 5, 6) in days_off
