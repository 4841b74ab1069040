"""Words that functions put into cells, and the words of units."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "level.ON_TRACK": Text("達成", "On track"),
    "level.CAUTION": Text("注意", "Caution"),
    "level.WARNING": Text("警戒", "Warning"),
    "level.CRITICAL": Text("危機", "Critical"),
    "level.NO_DATA": Text("データなし", "No data"),
    "unit.count": Text("件", "count"),
    "unit.money": Text("円", "yen"),
    "unit.rate": Text("割合 (0.25 = 25 %)", "fraction (0.25 = 25 %)"),
    "unit.ratio": Text("比 (1 = 計画どおり)", "ratio (1 = as planned)"),
    "unit.periods": Text("期間数", "periods"),
    "unit.number": Text("数値", "number"),
    "unit.date": Text("日付", "date"),
    "unit.days": Text("日数", "days"),
    "unit.truth": Text("TRUE / FALSE", "TRUE / FALSE"),
    "unit.level": Text("0〜3", "0 to 3"),
    "unit.text": Text("文字列", "text"),
    "unit.mixed": Text("文字列または数値", "text or number"),
    "unit.choice": Text("選択肢", "choice"),
    "category.plan": Text("計画", "Plan"),
    "category.monitor": Text("監視", "Monitor"),
    "category.diagnose": Text("診断", "Diagnose"),
    "category.leads": Text("リード", "Leads"),
    "category.money": Text("費用対効果", "Money"),
    "category.design": Text("設計", "Design"),
}
