"""Texts of arguments that several functions have in common."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

RATES = Text(
    "段階ごとの転換率(0〜1、上の段階から順に)", "Conversion rate of each step (0 to 1), top step first"
)
DIRECTION = Text(
    '"higher" = 大きいほど良い(既定)、"lower" = 小さいほど良い(獲得単価など)',
    '"higher" = more is better (default), "lower" = less is better (a cost per lead, say)',
)
THRESHOLDS = Text(
    "達成・注意・警戒の下限(大きい順に 3 個、既定 1, 0.8, 0.7)",
    "Lower limits of on track, caution and warning (three, descending; default 1, 0.8, 0.7)",
)
ELAPSED = Text(
    "期間のうち経過した割合(0〜1)。営業日数で数えると月初の連休に左右されません",
    "Share of the period that has elapsed (0 to 1); count business days so that holidays do not mislead",
)
LANG = Text('結果の言語 "ja" または "en"', 'Language of the result, "ja" or "en"')
ACTUAL = Text("実績", "The actual value")
TARGET = Text("目標", "The target")
