"""The phrases of Japanese rule sentences, and how a rule is written in Japanese."""

from __future__ import annotations

import re

from kpixl.domain.rule_sentences.phrases import (
    COMPARISON_SIGNS,
    PERCENT,
    RANGE_SIGN,
    Action,
    Change,
    Checkpoint,
    Earlier,
    Filler,
    Miss,
    Subject,
    from_to,
    in_succession,
    limit_patterns,
    number_of,
    one_of,
    says,
)
from kpixl.domain.rules import (
    AT_ALL,
    MISSED,
    ONCE,
    Band,
    CheckpointRule,
    Comparison,
    InSuccession,
    LevelRule,
    Move,
    Part,
    Rule,
    Unit,
)

NUMBERS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}
COUNT = r"[0-9]{1,3}|四(?!半期)|[一二三五六七八九十]"

UNITS = {
    "日": Unit.DAY,
    "週": Unit.WEEK,
    "ヶ月": Unit.MONTH,
    "四半期": Unit.QUARTER,
    "半期": Unit.HALF_YEAR,
    "年": Unit.YEAR,
    "期": Unit.PERIOD,
}
UNIT_SPELLINGS = (
    UNITS | {f"{ka}月": Unit.MONTH for ka in "かカヵケ箇個"} | {"年度": Unit.YEAR, "回": Unit.PERIOD}
)
WHOLES = {
    "月": Unit.MONTH,
    "四半期": Unit.QUARTER,
    "半期": Unit.HALF_YEAR,
    "年度": Unit.YEAR,
    "期": Unit.PERIOD,
}
WHOLE_SPELLINGS = WHOLES | {"年": Unit.YEAR, "年間": Unit.YEAR, "月間": Unit.MONTH}
HALVES = {"前半": 1, "後半": 2}

COMPARISONS = {
    Comparison.BELOW: "未満|を?下回(?:る|った|り|れ)|を?割(?:る|った|れ|り込む)"
    "|よりも?(?:小さい|低い|少ない)",
    Comparison.AT_MOST: "以下",
    Comparison.AT_LEAST: "以上",
    Comparison.ABOVE: "を?超(?:過|え(?:る|た|れ)?)?|を?上回(?:る|った|り|れ)|よりも?(?:大きい|高い|多い)",
}
COMPARISON_WORDS = {
    Comparison.BELOW: "未満",
    Comparison.AT_MOST: "以下",
    Comparison.AT_LEAST: "以上",
    Comparison.ABOVE: "超",
}
MOVES = {
    Move.EITHER: "変動(?:率|幅)?|変化率?|増減率?",
    Move.RISE: "増加率?|上昇率?|増",
    Move.FALL: "減少率?|低下率?|下落率?|減",
}
MOVE_WORDS = {Move.EITHER: "変動", Move.RISE: "増加", Move.FALL: "減少"}

PHRASES = (
    says(
        f"({PERCENT})%?(?:{RANGE_SIGN}|から)({PERCENT})%(?:まで|の間)?",
        lambda found: from_to(found[1], found[2]),
    ),
    *limit_patterns(f"({PERCENT})(?:%|パーセント)WORDS", COMPARISONS),
    *limit_patterns("([0-9])割WORDS", COMPARISONS, zeros="0"),
    *limit_patterns(f"WORDS({PERCENT})%", COMPARISON_SIGNS),
    says(
        f"(?:({one_of(WHOLE_SPELLINGS)})の?)?(?:第({COUNT})週目?|({COUNT})週(?:目|(?=終)))"
        "(?:の?終(?:了|わり))?(?:時点|時|後)?",
        lambda found: Checkpoint(
            number_of(found[2] or found[3], NUMBERS),
            Part.WEEK,
            WHOLE_SPELLINGS[found[1]] if found[1] else Unit.MONTH,
        ),
    ),
    says(
        f"({one_of(WHOLE_SPELLINGS)})の?({one_of(HALVES)})(?:の?終(?:了|わり))?(?:時点|時)?",
        lambda found: Checkpoint(HALVES[found[2]], Part.HALF, WHOLE_SPELLINGS[found[1]]),
    ),
    says(
        f"({COUNT})({one_of(UNIT_SPELLINGS)})間?(?:以上)?(?:連続(?:して)?|続けて|続(?:く|いた|いて|き))?",
        lambda found: in_succession(number_of(found[1], NUMBERS), UNIT_SPELLINGS[found[2]]),
    ),
    says("(?:目標)?未達成?", Miss()),
    says("(?:先月|前月|先週|前週|前日|前四半期|前期|前回)(?:より|から|比|に比べて?|と比べて?)", Earlier()),
    *(says(words, Change(move)) for move, words in MOVES.items()),
    says("(?:kpi)?の?(?:達成[率度]?|進捗率?)", Subject()),
    says("(?:月間|週間|年間|月次|四半期)?目標値?(?:に対(?:して|する)|比)?|実績|数値|指標|kpi", Subject()),
    says("なら|の?場合|であれば|ば|た?ら|の?とき|の?時|:|→|⇒|->|=>", Action()),
    says("もし|かつ|わた(?:り|って)|し(?:た|て)?|いる|である|です|だった|なった|なる|あった|ある", Filler()),
    says("[でがはにのをもと、。,.]", Filler()),
)

UNREAD = re.compile(r"(?:[0-9.]+%?)?(?:[一-鿿々]+|[ァ-ヿ]+|[ぁ-ゟ]+|[a-z]+)|[0-9.]+%?|\S")
"""What to name where no phrase begins: a run of one script, with the number before it."""


def written(rule: Rule) -> str:
    if isinstance(rule, CheckpointRule):
        whole = next(word for word, unit in WHOLES.items() if unit is rule.whole)
        if rule.part is Part.WEEK:
            return f"{whole}の{rule.place}週目終了時点で{_level(rule.band)}"
        half = next(word for word, place in HALVES.items() if place == rule.place)
        return f"{whole}の{half}で{_level(rule.band)}"
    if isinstance(rule, LevelRule):
        return _running(rule.running) + _level(rule.band)
    word = MOVE_WORDS[rule.move]
    if rule.move is Move.EITHER:
        return f"{_running(rule.running)}{word}{_limits(rule.band)}"
    if rule.band == AT_ALL:
        return f"{_running(rule.running)}前期より{word}"
    return f"{_running(rule.running)}{_limits(rule.band)}の{word}"


def _running(running: InSuccession) -> str:
    if running == ONCE:
        return ""
    unit = next(word for word, unit in UNITS.items() if unit is running.unit)
    return f"{running.periods}{unit}連続で"


def _level(band: Band) -> str:
    return "未達" if band == MISSED else f"達成率{_limits(band)}"


def _limits(band: Band) -> str:
    return "".join(f"{bound.percent:f}%{COMPARISON_WORDS[bound.comparison]}" for bound in band.bounds)
