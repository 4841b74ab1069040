"""What moved the final count, and which step is worth fixing, in sentences whose numbers add up."""

from __future__ import annotations

from decimal import Decimal
from math import fsum

from kpixl.i18n import Language, Message, text
from kpixl.report.numbers import count, percent, rounded_to_sum, yen
from kpixl.report.reading import Planner, as_line
from kpixl.report.stages import step_name
from kpixl.report.story import STAGES, STEPS, Cause, Change, Factor, Fix, Missing, Stage, Step
from kpixl.report.widths import fitted
from kpixl.report.words import COMPARISONS, known

DECIMALS = 1
CAUSES = 5
NO_SYMPTOM = ("diagnosis.none.symptom", "planner.diagnosis.symptoms.nothing")


def change(planner: Planner, told: tuple[Stage, ...], language: Language) -> Change | Missing:
    """The change of the final count, split over the first volume and the four rates."""
    effects = planner.numbers("contributions", STAGES)
    if any(effect is None for effect in effects):
        return Missing(text("report.change.missing", language))
    known_effects = [effect or 0.0 for effect in effects]
    shown, total = rounded_to_sum(known_effects, DECIMALS)
    names = [Message.of("report.factor.volume", stage=told[0].name).text(language)]
    names += [step_name(told, place) for place in range(STEPS)]
    factors = tuple(Factor(*each) for each in zip(names, known_effects, shown))
    compared = _compared(planner.word("comparison"), language)
    last = told[-1].name
    sentences = _sentences(compared, last, factors, total, language)
    return Change(compared, last, factors, fsum(known_effects), total, sentences)


def fix(
    planner: Planner, told: tuple[Stage, ...], steps: tuple[Step, ...], language: Language
) -> Fix | Missing:
    """The bottleneck that the planner found, what it cost so far, and what the symptoms point to."""
    causes = _causes(planner)
    if all(step.uplift is None for step in steps):
        return Missing(text("planner.diagnosis.fix.nothing", language))
    step = _bottleneck(planner, steps)
    if step is None or step.uplift is None:
        return Fix(None, text("planner.diagnosis.fix.none", language), None, causes)
    price = planner.number("unit_price")
    worth = None if price is None else step.uplift * price
    gain = count(step.uplift, language, DECIMALS)
    amount = None if worth is None else Message.of("report.fix.worth", yen=yen(worth, language))
    sentence = Message.of(
        "report.fix.sentence",
        step=step.name,
        rate=percent(step.rate),
        target=percent(step.target),
        last=told[-1].name,
        gain=gain,
        worth="" if amount is None else amount.text(language),
    ).text(language)
    if step.reading == "chance":
        sentence += text("report.fix.chance", language)
    return Fix(step, sentence, worth, causes)


def _bottleneck(planner: Planner, steps: tuple[Step, ...]) -> Step | None:
    """The step that the planner names; it writes the whole names of both stages."""
    names = planner.words("stage_names", STAGES)
    for place, step in enumerate(steps):
        if planner.word("bottleneck") == as_line(f"{names[place]} → {names[place + 1]}"):
            return step
    return None


def _compared(comparison: str, language: Language) -> str:
    id_ = known(comparison, COMPARISONS)
    if id_ is None:
        return Message.of("report.compared.other", comparison=fitted(comparison, 16)).text(language)
    return text(f"report.compared.{id_.rpartition('.')[2]}", language)


def _sentences(
    compared: str, last: str, factors: tuple[Factor, ...], total: Decimal, language: Language
) -> tuple[str, ...]:
    """First the change, then what went the same way, then what went the other way; nothing that is 0."""
    way = "same" if total == 0 else "up" if total > 0 else "down"
    size = count(abs(total), language, DECIMALS)
    told = [Message.of(f"report.change.{way}", compared=compared, last=last, size=size).text(language)]
    ups = [factor for factor in factors if factor.shown > 0]
    downs = [factor for factor in factors if factor.shown < 0]
    said = [("ups", ups), ("downs", downs)]
    for id_, moved in said if total > 0 else reversed(said):
        if moved:
            moved.sort(key=lambda factor: -abs(factor.shown))
            parts = [
                Message.of(
                    "report.change.part",
                    factor=factor.name,
                    effect=count(factor.shown, language, DECIMALS, signed=True),
                ).text(language)
                for factor in moved
            ]
            listed = text("report.comma", language).join(parts)
            told.append(Message.of(f"report.change.{id_}", parts=listed).text(language))
    return tuple(told)


def _causes(planner: Planner) -> tuple[Cause, ...]:
    found = []
    for row in planner.grid("symptoms")[:CAUSES]:
        symptom, cause, hint = (as_line(value) for value in (*row, None, None)[:3])
        if symptom and cause and known(symptom, NO_SYMPTOM) is None:
            found.append(Cause(symptom, cause, hint))
    return tuple(found)
