"""Every sentence exists in both languages with the same gaps, and every id in the source has one."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest
from source_texts import Use, string_constants, syntax_trees, uses, uses_in

import kpixl
from kpixl.domain.alerts import AlertLevel
from kpixl.functions.spec import CATEGORIES, FunctionSpec
from kpixl.i18n import LANGUAGES, Message, Text, has_text, text
from kpixl.i18n.texts import TEXTS, errors
from kpixl.i18n.texts.entry import united

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
JAPANESE_OR_FULL_WIDTH = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")

NUMBER_FORMATS = "template.format."  # code for the spreadsheet, not words for a reader
ABOUT_JAPANESE = {"KPI_GROWTH_FACTOR", "KPI_YEN"}  # their English help shows the Japanese they read or write

EVERY_TEXT = pytest.mark.parametrize("text_id", sorted(TEXTS))


def gaps(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def without_gaps(sentence: str) -> str:
    return "".join(literal for literal, _, _, _ in Formatter().parse(sentence))


@EVERY_TEXT
def test_a_text_is_there_in_both_languages(text_id: str) -> None:
    assert has_text(text_id)
    assert all(text(text_id, language).strip() for language in LANGUAGES)


@EVERY_TEXT
def test_a_text_has_the_same_gaps_in_both_languages(text_id: str) -> None:
    entry = TEXTS[text_id]
    assert set(gaps(entry.ja)) == set(gaps(entry.en))
    assert all(gap.isidentifier() for gap in gaps(entry.ja))


@EVERY_TEXT
def test_the_japanese_is_japanese_unless_it_is_a_mere_code(text_id: str) -> None:
    sentence = without_gaps(TEXTS[text_id].ja)
    if re.search("[a-z]", sentence) and not text_id.startswith(NUMBER_FORMATS):
        assert JAPANESE.search(sentence)


@EVERY_TEXT
def test_the_english_holds_nothing_japanese(text_id: str) -> None:
    if text_id.partition(".")[0] not in ABOUT_JAPANESE:
        assert not JAPANESE_OR_FULL_WIDTH.search(TEXTS[text_id].en)


@pytest.mark.parametrize("text_id", [text_id for text_id in sorted(TEXTS) if gaps(TEXTS[text_id].ja)])
def test_the_gaps_of_a_text_can_be_filled(text_id: str) -> None:
    values = {gap: f"<{gap}>" for gap in gaps(TEXTS[text_id].ja)}
    for language in LANGUAGES:
        filled = Message.of(text_id, **values).text(language)
        assert all(value in filled for value in values.values())


# texts and source belong together


@pytest.mark.parametrize("use", uses(), ids=str)
def test_a_text_that_the_source_asks_for_exists(use: Use) -> None:
    assert has_text(use.text_id)


@pytest.mark.parametrize("use", [use for use in uses() if use.gaps is not None], ids=str)
def test_the_source_fills_exactly_the_gaps_of_the_text(use: Use) -> None:
    assert use.gaps == set(gaps(TEXTS[use.text_id].en))


def test_an_unknown_id_a_missing_gap_and_an_alternative_are_seen_in_a_source() -> None:
    source = """
from kpixl.errors import WrongArgument
from kpixl.i18n import Message, text

class Refused(WrongArgument):
    pass

def write(language, values):
    text("a.text" if values else "another.text", language)
    Message.of("a.message", gap=1)
    Refused("a.refusal", argument=1, **values)
    str("no.text")
"""
    assert [(use.text_id, use.gaps) for use in uses_in("write.py", ast.parse(source))] == [
        ("a.text", None),
        ("another.text", None),
        ("a.message", frozenset({"gap"})),
        ("a.refusal", None),
    ]


def test_the_search_finds_the_refusals_and_the_messages_of_the_source() -> None:
    found = {use.text_id for use in uses()}
    assert {"argument.not_choice", "function.fault", "function.unknown", "declaration.order"} <= found


def test_an_id_that_is_composed_in_the_source_begins_like_some_text() -> None:
    composed = [
        joined
        for _, tree in syntax_trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("text", "Message.of")
        for joined in call.args[:1]
        if isinstance(joined, ast.JoinedStr)
    ]
    patterns = {
        "".join(re.escape(part.value) if isinstance(part, ast.Constant) else r"\w+" for part in joined.values)
        for joined in composed
    }
    assert r"level\.\w+" in patterns
    for pattern in patterns:
        assert any(re.fullmatch(pattern, text_id) for text_id in TEXTS), pattern


@pytest.mark.parametrize("text_id", sorted(errors.TEXTS))
def test_a_text_of_an_error_is_used_somewhere(text_id: str) -> None:
    assert text_id in string_constants()


def test_every_level_category_and_unit_has_a_word() -> None:
    units = {
        kind.unit
        for spec in kpixl.REGISTRY.values()
        for kind in (spec.result.kind, *(parameter.kind for parameter in spec.parameters))
    }
    wanted = [f"level.{level.name}" for level in AlertLevel] + ["level.NO_DATA"]
    wanted += [f"category.{category}" for category in CATEGORIES] + [f"unit.{unit}" for unit in units]
    assert [text_id for text_id in wanted if not has_text(text_id)] == []


@pytest.mark.parametrize("spec", kpixl.REGISTRY.values(), ids=lambda spec: spec.name)
def test_the_texts_under_a_functions_name_are_those_of_its_declaration(
    spec: FunctionSpec,
) -> None:
    under_its_name = {
        text_id for text_id in TEXTS if text_id == spec.name or text_id.startswith(f"{spec.name}.")
    }
    assert under_its_name == set(spec.text_ids())


# messages


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1.0, "1"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333333333"),
        (1e300, "1e+300"),
        (12000, "12000"),
        (True, "True"),
        ("{argument}", "{argument}"),
        ("50%", "50%"),
    ],
)
def test_a_value_is_written_as_one_would_type_it(value: object, written: str) -> None:
    assert Message.of("function.fault", detail=value).text("en") == (
        f"A fault in kpixl stopped the calculation ({written}); please report it."
    )


def test_a_message_within_a_message_speaks_the_same_language() -> None:
    inner = Message.of("detail.inflate", part="xl/workbook.xml")
    message = Message.of("workbook.damaged", file="plan.xlsx", detail=inner)
    assert "(xl/workbook.xml cannot be inflated)" in message.text("en")
    assert "(xl/workbook.xml を展開できません)" in message.text("ja")


def test_messages_are_equal_when_id_and_values_are() -> None:
    assert Message.of("level.CAUTION") == Message("level.CAUTION")
    assert Message.of("function.fault", detail="a") != Message.of("function.fault", detail="b")
    assert len({Message.of("level.CAUTION"), Message.of("level.CAUTION")}) == 1


def test_a_message_without_a_value_for_a_gap_is_a_programming_mistake() -> None:
    with pytest.raises(KeyError, match="detail"):
        Message.of("function.fault").text("en")


def test_an_unknown_id_has_no_text() -> None:
    assert not has_text("level.UNHEARD")
    with pytest.raises(KeyError):
        text("level.UNHEARD", "ja")


def test_the_texts_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        TEXTS["level.CAUTION"] = Text("", "")  # type: ignore[index]


def test_one_id_in_two_lists_of_texts_is_refused() -> None:
    entry = Text("注意", "Caution")
    with pytest.raises(ValueError, match=r"level\.CAUTION"):
        united({"level.CAUTION": entry}, {"level.CAUTION": entry, "other": entry})
