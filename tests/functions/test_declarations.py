"""What the package refuses to load: functions that no host could serve."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Callable
from types import ModuleType
from typing import Any, Literal

import pytest

import kpixl
from kpixl.errors import DeclarationError
from kpixl.functions.declare import declared_spec, function, reads_as_cell_address
from kpixl.functions.kinds import Count, Rate, Vector, Words
from kpixl.functions.registry import gathered
from kpixl.functions.spec import Example, FunctionSpec
from kpixl.i18n import LANGUAGES, Text

# `kpixl.i18n.text` as an attribute is the function of that name
TEXT_MODULE = importlib.import_module("kpixl.i18n.text")
PROBE_TEXTS = ("KPI_PROBE", "KPI_PROBE.goal", "KPI_PROBE.result", "KPI_PROBE.errors")


def declared(plain: Callable[..., Any], **changes: Any) -> Callable[..., Any]:
    stated = {"category": "plan", "examples": (Example("=KPI_PROBE(1)", 1.0),), "source": "a", "since": "0.1"}
    return function(**{**stated, **changes})(plain)


def named(name: str, module: str = __name__) -> Callable[..., Any]:
    def plain(goal: Count) -> Count:
        return goal

    plain.__name__ = name
    plain.__module__ = module
    return plain


def as_probe(plain: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.setattr(plain, "__name__", "KPI_PROBE")
    return plain


def spec_of(plain: Callable[..., Any]) -> FunctionSpec:
    spec = declared_spec(plain)
    assert spec is not None
    return spec


def assert_says_so_in_both_languages(refusal: DeclarationError, text_id: str, *mentioned: str) -> None:
    assert refusal.message.id == text_id
    sentences = [refusal.text(language) for language in LANGUAGES]
    assert len(set(sentences)) == len(LANGUAGES)
    for sentence in sentences:
        assert all(word in sentence for word in mentioned)


@pytest.fixture
def all_texts_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kpixl.functions.declare.has_text", lambda text_id: True)


@pytest.mark.usefixtures("all_texts_there")
class TestAcceptedDeclarations:
    def test_the_decorator_returns_the_plain_function_itself(self) -> None:
        plain = named("KPI_PROBE")
        assert declared(plain) is plain
        assert spec_of(plain).function is plain

    def test_a_declared_function_still_takes_and_gives_plain_values(self) -> None:
        assert kpixl.REGISTRY["KPI_FORWARD"].function(10, (0.5,)) == (10, 5)

    def test_a_function_without_the_decorator_has_no_spec(self) -> None:
        assert declared_spec(named("KPI_PROBE")) is None

    def test_a_spec_and_all_in_it_are_frozen(self) -> None:
        spec = spec_of(declared(named("KPI_PROBE")))
        parameter = spec.parameters[0]
        for record, field in (
            (spec, "name"),
            (parameter, "default"),
            (parameter.kind, "low"),
            (spec.result, "shape"),
            (spec.examples[0], "result"),
        ):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(record, field, None)

    def test_the_examples_are_kept_even_if_they_were_given_in_a_list(self) -> None:
        examples = [Example("=KPI_PROBE(1)", 1.0)]
        spec = spec_of(declared(named("KPI_PROBE"), examples=examples))
        examples.clear()
        assert spec.examples == (Example("=KPI_PROBE(1)", 1.0),)

    @pytest.mark.parametrize(
        "name", ["KPI_2024", "KPI", "XFE1", "A1048577", "A0", "KPIX2024", "R1D1", "KPI_X1", "RATE", "C_1"]
    )
    def test_a_name_that_is_close_to_a_cell_address_is_accepted(self, name: str) -> None:
        assert spec_of(declared(named(name))).name == name

    def test_a_signature_shows_a_repeating_argument_with_dots(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def plain(goal: Count, *more: Vector[Count]) -> Count:
            return goal

        assert spec_of(declared(as_probe(plain, monkeypatch))).signature() == "KPI_PROBE(goal, more, ...)"


@pytest.mark.parametrize(
    "signature",
    [
        'KPI_GOAL_COUNT(revenue, unit_price, [share=1], [rounding="ceil"])',
        'KPI_BACKCALC(goal, rates, [rounding="ceil"])',
        'KPI_FORWARD(top, rates, [rounding="exact"])',
        'KPI_RATES(volumes, [kind="step"])',
        "KPI_GAP(goal, current_per_period, periods, [elapsed=0], [achieved=0])",
        'KPI_SPLIT(total, weights, [rounding="whole"])',
        'KPI_ACHIEVEMENT(actual, target, [direction="higher"])',
        "KPI_PACE(actual, target, elapsed)",
        'KPI_LEVEL(actual, target, [elapsed=1], [direction="higher"], [thresholds={1,0.8,0.7}])',
        'KPI_ALERT(actual, target, [elapsed=1], [direction="higher"], [thresholds={1,0.8,0.7}], [lang="ja"])',
        "KPI_INTERVAL(successes, trials, [confidence=0.95])",
        "KPI_BOTTLENECK(rates, targets, [names])",
    ],
)
def test_a_signature_reads_as_in_the_list_of_functions(signature: str) -> None:
    name, _, _ = signature.partition("(")
    assert kpixl.REGISTRY[name].signature() == signature


@pytest.mark.usefixtures("all_texts_there")
class TestRefusedNames:
    @pytest.mark.parametrize(
        "name", ["KPI2024", "R1C1", "RC", "R", "C", "R7", "C7", "RC7", "R1C", "A1", "XFD1048576"]
    )
    def test_a_name_that_reads_as_a_cell_address_is_refused(self, name: str) -> None:
        assert reads_as_cell_address(name)
        with pytest.raises(DeclarationError) as refused:
            declared(named(name))
        assert_says_so_in_both_languages(refused.value, "declaration.cell_address", name)

    @pytest.mark.parametrize(
        "name",
        [
            "kpi_probe",
            "KPI_Probe",
            "KPI-PROBE",
            "KPI.PROBE",
            "KPI__PROBE",
            "_KPI",
            "KPI_",
            "2KPI",
            "KPI_目標",
            "",
        ],
    )
    def test_a_name_with_other_than_capitals_digits_and_underscores_is_refused(self, name: str) -> None:
        with pytest.raises(DeclarationError) as refused:
            declared(named(name))
        assert_says_so_in_both_languages(refused.value, "declaration.name", name)


def untyped_parameter(goal) -> Count:  # type: ignore[no-untyped-def]
    return goal


def plain_float(goal: float) -> Count:
    return goal


def plain_text(goal: str) -> Count:
    return 0.0


def a_list(goal: list[float]) -> Count:
    return 0.0


def either_kind(goal: Count | Words) -> Count:
    return 0.0


def vector_of_plain_floats(goal: Vector[float]) -> Count:
    return 0.0


UNREADABLE = [untyped_parameter, plain_float, plain_text, a_list, either_kind, vector_of_plain_floats]


def number_above_its_bound(share: Rate = 2.0) -> Count:
    return share


def number_below_its_bound(share: Count = -1.0) -> Count:
    return share


def number_that_is_not_finite(share: Count = float("inf")) -> Count:
    return share


def truth_as_a_number(share: Count = True) -> Count:
    return share


def text_as_a_number(share: Count = "1") -> Count:  # type: ignore[assignment]
    return share


def number_as_a_text(share: Words = 1) -> Count:  # type: ignore[assignment]
    return 0.0


def unknown_choice(share: Literal["ceil", "exact"] = "floor") -> Count:  # type: ignore[assignment]
    return 0.0


def choice_in_other_letter_case(share: Literal["ceil", "exact"] = "CEIL") -> Count:  # type: ignore[assignment]
    return 0.0


def vector_with_one_item_out_of_bounds(share: Vector[Rate] = (0.5, 2.0)) -> Count:
    return 0.0


WRONG_DEFAULTS = [
    number_above_its_bound,
    number_below_its_bound,
    number_that_is_not_finite,
    truth_as_a_number,
    text_as_a_number,
    number_as_a_text,
    unknown_choice,
    choice_in_other_letter_case,
    vector_with_one_item_out_of_bounds,
]


def by_name(plains: list[Callable[..., Any]]) -> Any:
    return pytest.mark.parametrize("plain", plains, ids=lambda plain: plain.__name__)


@pytest.mark.usefixtures("all_texts_there")
class TestRefusedSignatures:
    @by_name(UNREADABLE)
    def test_a_parameter_type_that_no_cell_can_hold_is_refused(
        self, plain: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(DeclarationError) as refused:
            declared(as_probe(plain, monkeypatch))
        assert_says_so_in_both_languages(refused.value, "declaration.parameter", "KPI_PROBE", "goal")

    def test_a_result_type_that_no_cell_can_hold_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def plain(goal: Count):  # type: ignore[no-untyped-def]
            return goal

        with pytest.raises(DeclarationError) as refused:
            declared(as_probe(plain, monkeypatch))
        assert_says_so_in_both_languages(refused.value, "declaration.parameter", "KPI_PROBE", "result")

    @by_name(WRONG_DEFAULTS)
    def test_a_default_that_the_parameter_itself_would_refuse_is_refused(
        self, plain: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pytest.raises(DeclarationError) as refused:
            declared(as_probe(plain, monkeypatch))
        assert_says_so_in_both_languages(refused.value, "declaration.default", "KPI_PROBE", "share")

    def test_required_after_optional_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def plain(share: Rate = 1.0, *, goal: Count) -> Count:
            return goal * share

        with pytest.raises(DeclarationError) as refused:
            declared(as_probe(plain, monkeypatch))
        assert_says_so_in_both_languages(refused.value, "declaration.order", "KPI_PROBE", "share")

    def test_optional_together_with_repeating_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def plain(share: Rate = 1.0, *goals: Count) -> Count:
            return share

        with pytest.raises(DeclarationError) as refused:
            declared(as_probe(plain, monkeypatch))
        assert_says_so_in_both_languages(refused.value, "declaration.repeating", "KPI_PROBE")

    def test_an_unknown_category_is_refused(self) -> None:
        with pytest.raises(DeclarationError) as refused:
            declared(named("KPI_PROBE"), category="planning")
        assert_says_so_in_both_languages(refused.value, "declaration.category", "KPI_PROBE", "planning")

    def test_a_function_without_an_example_is_refused(self) -> None:
        with pytest.raises(DeclarationError) as refused:
            declared(named("KPI_PROBE"), examples=())
        assert_says_so_in_both_languages(refused.value, "declaration.example", "KPI_PROBE")


class TestRefusedTexts:
    @pytest.mark.parametrize("missing", PROBE_TEXTS)
    def test_a_function_that_lacks_a_text_is_refused(
        self, missing: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kpixl.functions.declare.has_text", lambda text_id: text_id != missing)
        with pytest.raises(DeclarationError) as refused:
            declared(named("KPI_PROBE"))
        assert_says_so_in_both_languages(refused.value, "declaration.missing_text", "KPI_PROBE", missing)

    @pytest.mark.parametrize(
        "lacking",
        [Text("", "The goal"), Text("目標", ""), Text(" ", "The goal"), Text("目標", "\n"), None],
        ids=["no Japanese", "no English", "blank Japanese", "blank English", "no text"],
    )
    def test_a_text_in_one_language_only_counts_as_missing(
        self, lacking: Text | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        texts = dict.fromkeys(PROBE_TEXTS, Text("あ", "a"))
        refusal_text = TEXT_MODULE.TEXTS["declaration.missing_text"]
        given = {**texts, "declaration.missing_text": refusal_text}
        monkeypatch.setattr(TEXT_MODULE, "TEXTS", given)
        assert spec_of(declared(named("KPI_PROBE"))).name == "KPI_PROBE"
        without = {text_id: text for text_id, text in given.items() if text_id != "KPI_PROBE.goal"}
        monkeypatch.setattr(
            TEXT_MODULE, "TEXTS", without if lacking is None else {**without, "KPI_PROBE.goal": lacking}
        )
        with pytest.raises(DeclarationError) as refused:
            declared(named("KPI_PROBE"))
        assert_says_so_in_both_languages(
            refused.value, "declaration.missing_text", "KPI_PROBE", "KPI_PROBE.goal"
        )


@pytest.mark.usefixtures("all_texts_there")
class TestGathering:
    def test_two_modules_that_declare_one_name_are_refused(self) -> None:
        modules = [ModuleType("first"), ModuleType("second")]
        for module in modules:
            module.KPI_PROBE = declared(named("KPI_PROBE", module.__name__))  # type: ignore[attr-defined]
        with pytest.raises(DeclarationError) as refused:
            gathered(modules)
        assert_says_so_in_both_languages(refused.value, "declaration.duplicate", "KPI_PROBE")

    def test_functions_are_gathered_in_the_order_of_modules_and_declarations(self) -> None:
        first, second = ModuleType("first"), ModuleType("second")
        first.KPI_Z = declared(named("KPI_Z", "first"))  # type: ignore[attr-defined]
        first.KPI_A = declared(named("KPI_A", "first"))  # type: ignore[attr-defined]
        first.undeclared = named("KPI_U", "first")  # type: ignore[attr-defined]
        second.KPI_M = declared(named("KPI_M", "second"))  # type: ignore[attr-defined]
        assert list(gathered([first, second])) == ["KPI_Z", "KPI_A", "KPI_M"]

    def test_a_function_imported_by_a_second_module_counts_once(self) -> None:
        first, second = ModuleType("first"), ModuleType("second")
        first.KPI_PROBE = declared(named("KPI_PROBE", "first"))  # type: ignore[attr-defined]
        second.KPI_PROBE = first.KPI_PROBE  # type: ignore[attr-defined]
        assert list(gathered([first, second])) == ["KPI_PROBE"]

    def test_the_registry_cannot_be_changed(self) -> None:
        with pytest.raises(TypeError):
            kpixl.REGISTRY["KPI_PROBE"] = kpixl.REGISTRY["KPI_GAP"]  # type: ignore[index]

    def test_every_function_stands_under_its_own_name(self) -> None:
        assert [spec.name for spec in kpixl.REGISTRY.values()] == list(kpixl.REGISTRY)
        assert {spec.function.__name__ for spec in kpixl.REGISTRY.values()} == set(kpixl.REGISTRY)
