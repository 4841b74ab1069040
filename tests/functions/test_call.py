"""The one call path: whatever comes in, cells come out, and never an exception."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from math import inf, isfinite, nan
from typing import Any

import pytest
from case_files import cells_of, every_case, reason_ids
from hypothesis import given, settings
from hypothesis import strategies as st

import kpixl
from kpixl.functions.call import call
from kpixl.functions.spec import (
    REQUIRED,
    Choice,
    FreeText,
    FunctionSpec,
    Mixed,
    Number,
    Parameter,
    ResultSpec,
    Shape,
    Truth,
)
from kpixl.functions.values import ERROR_CODES, CellError, Result
from kpixl.i18n import LANGUAGES
from kpixl.i18n.texts import TEXTS

LARGEST = 1.7976931348623157e308
SMALLEST = 5e-324
ENDS = (0.0, SMALLEST, 1e-300, 1e-160, 1e-9, 0.1, 1 - 2**-53, 1.0, 2.0, 1e9, 2.0**53 + 2, 1e160, LARGEST)

JUNK_CELLS = st.one_of(
    st.floats(),
    st.integers(),
    st.sampled_from([10**400, -(10**400)]),
    st.booleans(),
    st.none(),
    st.text(max_size=50),
    st.sampled_from(["", " ", "20", "10%", "ceil", "件数", "{", "{argument}", "#N/A"]),
)
ERRORS = st.sampled_from(ERROR_CODES).map(CellError)
JUNK = st.recursive(JUNK_CELLS, lambda inner: st.lists(inner, max_size=4), max_leaves=12)
RAGGED_RANGES = st.lists(st.lists(JUNK_CELLS, max_size=4), max_size=4)
ANYTHING = JUNK | RAGGED_RANGES | ERRORS

CELL_TYPES: dict[type, tuple[type, ...]] = {
    Number: (float,),
    FreeText: (str,),
    Choice: (str,),
    Truth: (bool,),
    Mixed: (float, str, bool),
}


def fitting_cells(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Cells that the parameter accepts, the ends of its range among them."""
    kind = parameter.kind
    if isinstance(kind, Choice):
        return st.sampled_from(kind.choices)
    if not isinstance(kind, Number):
        return st.text(max_size=10)
    low, high = max(kind.low, -LARGEST), min(kind.high, LARGEST)
    ends = [end for end in (*ENDS, low, high) if low <= end <= high]
    return st.sampled_from(ends) | st.floats(low, high)


def fitting(parameter: Parameter) -> st.SearchStrategy[Any]:
    cells = fitting_cells(parameter)
    if parameter.shape is Shape.SCALAR:
        return cells
    row = st.lists(cells, min_size=1, max_size=5)
    return row.map(lambda items: [items]) | row.map(lambda items: [[item] for item in items])


@st.composite
def calls(draw: st.DrawFn) -> tuple[FunctionSpec, list[Any]]:
    """A function with arguments that mostly fit, so that its arithmetic is reached."""
    spec = draw(st.sampled_from(list(kpixl.REGISTRY.values())))
    arguments = [
        draw(ANYTHING if draw(st.integers(0, 9)) == 9 else fitting(parameter))
        for parameter in spec.parameters
    ]
    most_given = st.sampled_from([len(arguments)] * 3 + list(range(len(arguments))))
    return spec, arguments[: draw(most_given)]


def assert_a_proper_result(spec: FunctionSpec, result: Result) -> None:
    if isinstance(result, CellError):
        assert_a_proper_error(result)
        return
    assert isinstance(result, list) == (spec.result.shape is not Shape.SCALAR)
    if isinstance(result, list):
        assert result
        assert all(isinstance(row, list) and len(row) == len(result[0]) > 0 for row in result)
        assert len(result) == 1 or spec.result.shape is not Shape.ROW
        assert len(result[0]) == 1 or spec.result.shape is not Shape.COLUMN
    for cell in cells_of(result):
        if isinstance(cell, CellError):
            assert_a_proper_error(cell)
        elif cell is None:
            assert spec.result.shape is Shape.TABLE
        else:
            assert type(cell) in CELL_TYPES[type(spec.result.kind)]
            assert not isinstance(cell, float) or isfinite(cell)


def assert_a_proper_error(error: CellError) -> None:
    assert error.code in ERROR_CODES
    assert error.reason is None or error.reason.id != "function.fault", error.reason
    sentences = {error.explanation(language) for language in LANGUAGES}
    assert sentences == {""} if error.reason is None else len(sentences) == len(LANGUAGES)


@settings(max_examples=3000)
@given(calls())
def test_a_call_with_arguments_that_mostly_fit_gives_proper_cells_and_never_a_fault(
    made: tuple[FunctionSpec, list[Any]],
) -> None:
    spec, arguments = made
    assert_a_proper_result(spec, kpixl.call(spec.name, *arguments))


@settings(max_examples=500)
@given(st.sampled_from(list(kpixl.REGISTRY.values())), st.lists(ANYTHING, max_size=8))
def test_a_call_with_anything_at_all_gives_proper_cells_and_never_a_fault(
    spec: FunctionSpec, arguments: list[Any]
) -> None:
    assert_a_proper_result(spec, kpixl.call(spec.name, *arguments))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("KPI_GOAL_COUNT", (1e300, 1e-300, 0), id="a quotient too large, times nothing"),
        pytest.param("KPI_GOAL_COUNT", (1e300, 1e-300, 0.5), id="a count too large"),
        pytest.param("KPI_BACKCALC", (1e308, [[1e-300]], "exact"), id="a volume too large"),
        pytest.param("KPI_BACKCALC", (20, [[0.5]], 10**5000), id="5000 digits for a choice"),
        pytest.param("KPI_BACKCALC", (20, [[[10**5000], 0.5]]), id="5000 digits nested in a cell"),
        pytest.param("KPI_GAP", (LARGEST, SMALLEST, LARGEST, 0, LARGEST), id="a landing too large"),
        pytest.param("KPI_SPLIT", (LARGEST, [[SMALLEST, LARGEST]]), id="weights as far apart as can be"),
        pytest.param("KPI_ACHIEVEMENT", (LARGEST, SMALLEST), id="an achievement too large"),
        pytest.param("KPI_PACE", (1, 1e-300, 1e-300), id="a target to date that vanishes"),
        pytest.param("KPI_LEVEL", (1, 1e-300, 1e-300), id="a level with a target to date that vanishes"),
        pytest.param("KPI_LEVEL", (SMALLEST, LARGEST, 1, "lower"), id="a pace too large"),
        pytest.param("KPI_INTERVAL", (0, 1e-200), id="hardly a trial"),
        pytest.param("KPI_INTERVAL", (LARGEST, LARGEST), id="trials too many to square"),
        pytest.param("KPI_INTERVAL", (1, 10, 1 - 2**-53), id="the largest confidence below 1"),
        pytest.param("KPI_INTERVAL", (1, 10, SMALLEST), id="the smallest confidence above 0"),
        pytest.param("KPI_BOTTLENECK", ([[SMALLEST]], [[1]]), id="a rate that hardly lets anything pass"),
        pytest.param("KPI_BOTTLENECK", ([[0.5]], [[1]], [[10**5000]]), id="5000 digits for a name"),
    ],
)
def test_a_call_at_the_end_of_the_number_range_gives_proper_cells_and_never_a_fault(
    name: str, arguments: tuple[Any, ...]
) -> None:
    assert_a_proper_result(kpixl.REGISTRY[name], kpixl.call(name, *arguments))


# errors that come in, and errors that kpixl gives


@st.composite
def calls_with_one_error_cell(draw: st.DrawFn) -> tuple[str, list[Any], CellError]:
    name = draw(st.sampled_from(sorted(kpixl.REGISTRY)))
    clean = JUNK_CELLS | RAGGED_RANGES
    arguments = draw(st.lists(clean, min_size=1, max_size=8))
    error = draw(ERRORS)
    place = draw(st.integers(0, len(arguments) - 1))
    rows = arguments[place]
    if isinstance(rows, list) and rows:
        row = draw(st.sampled_from(rows))
        row.insert(draw(st.integers(0, len(row))), error)
    else:
        arguments[place] = error
    return name, arguments, error


@given(calls_with_one_error_cell())
def test_an_error_cell_goes_out_unchanged_whatever_else_is_wrong(
    made: tuple[str, list[Any], CellError],
) -> None:
    name, arguments, error = made
    assert kpixl.call(name, *arguments) is error


def test_the_first_of_several_error_cells_goes_out() -> None:
    first, second, third = (CellError(code) for code in ("#REF!", "#N/A", "#NUM!"))
    assert kpixl.call("KPI_GAP", 1000, [[50, first], [second, 50]], third) is first


@pytest.mark.parametrize("name", ["KPI_UNKNOWN", "", "SUM", "KPI_BACKCALC ", "逆算"])
def test_an_unknown_function_is_a_name_error_that_names_it(name: str) -> None:
    result = kpixl.call(name, 1)
    assert result == CellError("#NAME?")
    assert isinstance(result, CellError)
    assert reason_ids(result) == ["function.unknown"]
    assert all(name in result.explanation(language) for language in LANGUAGES)


@pytest.mark.parametrize("name", ["KPI_PACE", "kpi_pace", "Kpi_Pace"])
def test_a_function_is_found_in_any_letter_case(name: str) -> None:
    assert kpixl.call(name, 45, 100, 0.5) == 0.9


NOT_REACHED_BY_A_CALL = {
    "function.fault",  # that no call gives it is what the tests above show
    "function.no_data",  # KPI_ALERT turns it into the text for no data
    "argument.not_truth",  # no function takes a truth value yet
}

REFUSALS = [
    (
        "KPI_LAG_PLAN",
        ([[float(day % 7)] for day in range(5000)], 0.5, [[0.001] * 1000]),
        "#NUM!",
        "function.plan_too_long",
    ),
    ("KPI_PACE", (45, 100), "#VALUE!", "argument.missing"),
    ("KPI_PACE", (45, 100, 0.5, 1), "#VALUE!", "argument.surplus"),
    ("KPI_PACE", (None, 100, 0.5), "#N/A", "argument.blank"),
    ("KPI_FORWARD", (100, [[0.5, None, 0.5]]), "#VALUE!", "argument.inner_blank"),
    ("KPI_PACE", ("many", 100, 0.5), "#VALUE!", "argument.not_number"),
    ("KPI_BOTTLENECK", (0.4, 0.5, True), "#VALUE!", "argument.not_text"),
    ("KPI_FORWARD", (100, 0.5, "ceil"), "#VALUE!", "argument.not_choice"),
    ("KPI_PACE", (inf, 100, 0.5), "#NUM!", "argument.not_finite"),
    ("KPI_PACE", (45, [[100, 200]], 0.5), "#VALUE!", "argument.not_scalar"),
    ("KPI_FORWARD", (100, [[0.5, 0.5], [0.5, 0.5]]), "#VALUE!", "argument.not_vector"),
    ("KPI_FORWARD", (100, [[0.5, 0.5], [0.5]]), "#VALUE!", "argument.ragged"),
    ("KPI_PACE", (45, -100, 0.5), "#NUM!", "argument.below"),
    ("KPI_GOAL_COUNT", (100, 0), "#NUM!", "argument.not_above"),
    ("KPI_PACE", (45, 100, 1.5), "#NUM!", "argument.above"),
    ("KPI_INTERVAL", (3, 10, 1), "#NUM!", "argument.not_below"),
    ("KPI_BOTTLENECK", ([[0.4, 0.4]], 0.5), "#VALUE!", "function.lengths_differ"),
    ("KPI_RATES", (100,), "#VALUE!", "function.too_few_volumes"),
    ("KPI_PACE", (45, 0, 0.5), "#DIV/0!", "function.division_by_nothing"),
    ("KPI_RATES", ([[100, 0, 5]],), "#DIV/0!", "function.volume_zero"),
    ("KPI_GAP", (1000, 50, 12, 13), "#NUM!", "function.elapsed_exceeds_periods"),
    ("KPI_GAP", (1000, 50, 12, 12), "#DIV/0!", "function.no_period_left"),
    ("KPI_SPLIT", (10.5, [[1, 1]]), "#NUM!", "function.total_not_whole"),
    ("KPI_INTERVAL", (11, 10), "#NUM!", "function.successes_exceed_trials"),
    ("KPI_LEVEL", (45, 100, 1, "higher", [[1, 0.8]]), "#VALUE!", "function.thresholds_three"),
    ("KPI_LEVEL", (45, 100, 1, "higher", [[0.7, 0.8, 1]]), "#NUM!", "function.thresholds_descending"),
    ("KPI_LEVEL", (45, 100, 0), "#N/A", "function.nothing_elapsed"),
    ("KPI_PACE", (1, 1e-300, 1e-300), "#DIV/0!", "function.divisor_vanishes"),
    ("KPI_NOTHING", (), "#NAME?", "function.unknown"),
    ("KPI_BACKCALC", (1e308, 1e-300), "#NUM!", "function.not_finite"),
    ("KPI_ACHIEVEMENT", (1e308, 1e-300), "#NUM!", "function.not_finite"),
]


@pytest.mark.parametrize(
    ("name", "arguments", "code", "reason"),
    REFUSALS,
    ids=[f"{name} {reason}" for name, _, _, reason in REFUSALS],
)
def test_a_refusal_has_its_code_and_its_reason_in_both_languages(
    name: str, arguments: tuple[Any, ...], code: str, reason: str
) -> None:
    result = kpixl.call(name, *arguments)
    assert isinstance(result, CellError)
    assert (result.code, reason_ids(result)) == (code, [reason])
    japanese, english = (result.explanation(language) for language in LANGUAGES)
    assert english.isascii()
    assert not japanese.isascii()


def test_every_reason_that_a_text_exists_for_is_given_by_some_call() -> None:
    reasons = {text_id for text_id in TEXTS if text_id.startswith(("argument.", "function."))}
    in_case_files = {
        reason for case in every_case() for reason in reason_ids(kpixl.call(case.function, *case.arguments))
    }
    given_above = {reason for _, _, _, reason in REFUSALS}
    assert reasons == in_case_files | given_above | NOT_REACHED_BY_A_CALL


@pytest.mark.parametrize(
    ("name", "arguments", "english"),
    [
        (
            "KPI_GAP",
            (1000, "50件", 12),
            "The argument 'current_per_period' must be a number, but it is '50件'.",
        ),
        (
            "KPI_GAP",
            (1000, True, 12),
            "The argument 'current_per_period' must be a number, but it is 'TRUE'.",
        ),
        ("KPI_FORWARD", (9, [[0.5, 1.5]]), "The argument 'rates[2]' must be at most 1, but it is 1.5."),
        ("KPI_FORWARD", (9, [[0.5, {}, 1]]), "The argument 'rates[2]' must be a number, but it is '{}'."),
        (
            "KPI_FORWARD",
            (9, 0.5, "up"),
            """The argument 'rounding' must be one of "exact", "floor", but it is 'up'.""",
        ),
        ("KPI_PACE", ("x" * 41, 9, 1), f"The argument 'actual' must be a number, but it is '{'x' * 40}…'."),
        ("KPI_PACE", ("x" * 40, 9, 1), f"The argument 'actual' must be a number, but it is '{'x' * 40}'."),
        (
            "KPI_PACE",
            (1, [[2, 3], [4, 5], [6, 7]], 1),
            "The argument 'target' must be one cell, but it is a range of 3 rows and 2 columns.",
        ),
        ("KPI_PACE", (1, 2, 3, 4), "KPI_PACE takes 3 arguments at most, but 4 were given."),
        ("KPI_PACE", (1,), "The argument 'target' is missing; give a value or a cell."),
        ("KPI_RATES", ([[9, 0, 5]],), "Volume 2 is 0, so the rate that follows it has no answer."),
    ],
)
def test_a_reason_names_the_argument_the_item_and_what_was_found(
    name: str, arguments: tuple[Any, ...], english: str
) -> None:
    result = kpixl.call(name, *arguments)
    assert isinstance(result, CellError)
    assert result.explanation("en") == english


def test_two_errors_are_equal_when_their_codes_are() -> None:
    refused = kpixl.call("KPI_PACE", "many", 100, 0.5)
    assert refused == CellError("#VALUE!")
    assert refused != CellError("#NUM!")
    assert CellError("#VALUE!").explanation("en") == ""


def test_a_bug_in_a_function_becomes_an_error_cell_that_says_so() -> None:
    def broken(*values: float) -> float:
        raise KeyError("rate")

    result = call(dataclasses.replace(kpixl.REGISTRY["KPI_PACE"], function=broken), [45, 100, 0.5])
    assert reason_ids(result) == ["function.fault"]
    assert isinstance(result, CellError)
    assert result.code == "#VALUE!"
    assert all("KeyError: 'rate'" in result.explanation(language) for language in LANGUAGES)


# how cells become values


@pytest.mark.parametrize("refused", ["45", "４５", "45%", "¥45", True, False, [[True]], [["45"]]])
def test_truth_values_and_numbers_written_as_text_are_no_numbers(refused: Any) -> None:
    assert reason_ids(kpixl.call("KPI_PACE", refused, 100, 0.5)) == ["argument.not_number"]
    assert reason_ids(kpixl.call("KPI_FORWARD", 100, refused)) == ["argument.not_number"]


@pytest.mark.parametrize("not_finite", [nan, inf, -inf, 10**400, -(10**400)])
def test_a_number_that_is_not_finite_is_out_of_the_domain(not_finite: float) -> None:
    assert reason_ids(kpixl.call("KPI_PACE", not_finite, 100, 0.5)) == ["argument.not_finite"]
    assert kpixl.call("KPI_FORWARD", 100, [[0.5, not_finite]]) == CellError("#NUM!")


@pytest.mark.parametrize("blank", [None, "", [[None]], [[""]]], ids=repr)
class TestBlanks:
    def test_a_blank_required_argument_is_not_enough_data(self, blank: Any) -> None:
        assert reason_ids(kpixl.call("KPI_PACE", 45, blank, 0.5)) == ["argument.blank"]
        assert reason_ids(kpixl.call("KPI_FORWARD", 100, blank)) == ["argument.blank"]

    def test_a_blank_optional_argument_is_as_good_as_omitted(self, blank: Any) -> None:
        assert kpixl.call("KPI_GAP", 1000, 50, 12, blank, blank) == kpixl.call("KPI_GAP", 1000, 50, 12)
        assert kpixl.call("KPI_LEVEL", 75, 100, blank, blank, blank) == 2
        assert kpixl.call("KPI_BOTTLENECK", [[0.4, 0.3]], [[0.5, 0.5]], blank) == 2

    def test_a_blank_argument_that_may_be_blank_reaches_the_function(self, blank: Any) -> None:
        assert kpixl.call("KPI_ALERT", blank, 100) == "データなし"


@pytest.mark.parametrize("nothing", [[], [[]], [[], []], [[None, ""]], [[None], [""]]], ids=repr)
def test_a_vector_without_a_value_is_not_enough_data(nothing: Any) -> None:
    assert reason_ids(kpixl.call("KPI_FORWARD", 100, nothing)) == ["argument.blank"]


@pytest.mark.parametrize("nothing", [[], [[]], [[], []]], ids=repr)
def test_an_empty_range_is_no_single_cell(nothing: Any) -> None:
    assert kpixl.call("KPI_PACE", nothing, 100, 0.5) == CellError("#VALUE!")


def test_text_of_spaces_is_not_blank() -> None:
    assert reason_ids(kpixl.call("KPI_PACE", " ", 100, 0.5)) == ["argument.not_number"]


@pytest.mark.parametrize("word", ["floor", "FLOOR", "Floor", " floor ", [["fLOOR"]]])
def test_a_choice_is_accepted_in_any_letter_case(word: Any) -> None:
    assert kpixl.call("KPI_FORWARD", 1000, [[0.123, 0.4]], word) == [[1000, 123, 49]]


@pytest.mark.parametrize("word", ["floors", "flo or", 1, True, "切り捨て"])
def test_a_word_that_is_no_choice_is_refused(word: Any) -> None:
    assert reason_ids(kpixl.call("KPI_FORWARD", 1000, [[0.123, 0.4]], word)) == ["argument.not_choice"]


@pytest.mark.parametrize("as_rows", [list, tuple])
def test_ranges_may_be_lists_or_tuples(as_rows: Callable[[Any], Any]) -> None:
    rates = as_rows([as_rows([0.1]), as_rows([0.5])])
    assert kpixl.call("KPI_FORWARD", as_rows([as_rows([100])]), rates) == [[100], [10], [5]]


# how values become cells


@pytest.mark.parametrize(
    ("rates", "result"),
    [
        ([[0.5, 0.5]], [[8, 4, 2]]),
        ([[0.5], [0.5]], [[8], [4], [2]]),
        ([[0.5], [None]], [[8], [4]]),
        ([[0.5, None]], [[8, 4]]),
        ([[0.5]], [[8, 4]]),
        (0.5, [[8, 4]]),
    ],
)
def test_a_vector_lies_as_the_first_vector_argument_does(rates: Any, result: Any) -> None:
    assert kpixl.call("KPI_FORWARD", 8, rates) == result


def test_a_row_result_stays_a_row_whatever_comes_in() -> None:
    result = kpixl.call("KPI_GAP", [[1000]], [[50]], [[12]])
    assert isinstance(result, list)
    assert [len(row) for row in result] == [4]


def test_whole_numbers_come_out_as_floats() -> None:
    assert all(type(cell) is float for cell in cells_of(kpixl.call("KPI_SPLIT", 10, [[1, 1, 2]])))
    assert type(kpixl.call("KPI_LEVEL", 45, 100)) is float


def test_minus_zero_comes_out_as_zero() -> None:
    assert str(kpixl.call("KPI_PACE", -0.0, 100, 0.5)) == "0.0"
    assert str(kpixl.call("KPI_FORWARD", -0.0, [[0.5]])) == "[[0.0, 0.0]]"


@pytest.mark.parametrize("lay", [lambda items: [items], lambda items: [[item] for item in items]])
def test_a_vector_may_have_ten_thousand_rows(lay: Callable[[list[float]], Any]) -> None:
    count = 10_000
    result = kpixl.call("KPI_SPLIT", 3 * count + 1, lay([1.0] * count))
    assert result == lay([4.0] + [3.0] * (count - 1))


def test_an_error_at_the_end_of_ten_thousand_rows_is_named_by_its_place() -> None:
    result = kpixl.call("KPI_FORWARD", 1, [[0.5]] * 9_999 + [["x"]])
    assert isinstance(result, CellError)
    assert "'rates[10000]'" in result.explanation("en")


# what a declaration can ask for, beyond what the functions of today ask for


def probe(*parameters: Parameter, result: ResultSpec | None = None) -> FunctionSpec:
    """A function whose result are the values that it was given, as `repr` writes them."""
    return FunctionSpec(
        name="KPI_PROBE",
        function=lambda *values: repr(values),
        category="plan",
        parameters=parameters,
        result=result or ResultSpec(FreeText(), Shape.SCALAR),
        examples=(),
        source="",
        since="",
    )


NUMBER = Number("number")


def test_a_repeating_argument_takes_as_many_as_are_given() -> None:
    spec = probe(
        Parameter("first", NUMBER, Shape.SCALAR), Parameter("more", NUMBER, Shape.SCALAR, repeating=True)
    )
    assert [call(spec, range(1, 1 + given)) for given in (1, 2, 4)] == [
        "(1.0,)",
        "(1.0, 2.0)",
        "(1.0, 2.0, 3.0, 4.0)",
    ]
    assert reason_ids(call(spec, [])) == ["argument.missing"]
    assert reason_ids(call(spec, [1, 2, 3, "x"])) == ["argument.not_number"]


def test_blanks_within_a_vector_that_allows_them_are_handed_over() -> None:
    spec = probe(Parameter("values", NUMBER, Shape.VECTOR, items_may_be_blank=True))
    assert call(spec, [[[None, 1, "", 2, None]]]) == "((None, 1.0, None, 2.0),)"


def test_a_table_is_handed_over_in_rows_without_the_blank_ones_at_its_end() -> None:
    spec = probe(Parameter("table", Mixed(), Shape.TABLE))
    assert call(spec, [[["a", ""], [None, None], [1.0, True], ["", None]]]) == (
        "((('a', None), (None, None), (1.0, True)),)"
    )
    assert call(spec, [1.0]) == "(((1.0,),),)"
    assert reason_ids(call(spec, [[["a"], ["b", "c"]]])) == ["argument.ragged"]
    assert reason_ids(call(spec, [[["", None]]])) == ["argument.blank"]


def test_a_parameter_without_a_value_gets_its_default() -> None:
    spec = probe(
        Parameter("goal", NUMBER, Shape.SCALAR, REQUIRED),
        Parameter("share", NUMBER, Shape.SCALAR, 0.5),
        Parameter("weights", NUMBER, Shape.VECTOR, (1.0, 2.0)),
    )
    assert call(spec, [1]) == call(spec, [1, None, None]) == "(1.0, 0.5, (1.0, 2.0))"


@pytest.mark.parametrize(
    ("shape", "value", "cells"),
    [
        (Shape.ROW, (1, 2), [[1.0, 2.0]]),
        (Shape.COLUMN, (1, 2), [[1.0], [2.0]]),
        (Shape.VECTOR, (1, 2), [[1.0, 2.0]]),
        (Shape.TABLE, ((1, "a"), (True, None)), [[1.0, "a"], [True, None]]),
        (Shape.SCALAR, inf, CellError("#NUM!")),
        (Shape.ROW, (1, nan), [[1.0, CellError("#NUM!")]]),
    ],
)
def test_a_result_is_laid_out_as_declared(shape: Shape, value: Any, cells: Result) -> None:
    spec = dataclasses.replace(probe(result=ResultSpec(Mixed(), shape)), function=lambda: value)
    assert call(spec, []) == cells
