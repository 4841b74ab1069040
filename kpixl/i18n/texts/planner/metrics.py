"""Words of the planner's sheet Metrics."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "planner.metrics.sheet": Text("指標辞典", "Metrics"),
    "planner.metrics.title": Text("指標辞典：言葉の定義をそろえる", "Metrics: one definition for everybody"),
    "planner.metrics.guidance": Text(
        "指標を選ぶと定義と改善のヒントが表示されます。社内の決めごとは右端の欄に書き足してください（↑ は大きいほど、↓ は小さいほど良い指標）。",
        "Choose a metric to see what it means and how to improve it; add your own notes in the last column (↑ more is better, ↓ less is better).",
    ),
    "planner.metrics.chosen": Text("調べる指標", "Metric to look up"),
    "planner.metrics.choose": Text("一覧から指標を選んでください。", "Choose a metric from the list."),
    "planner.metrics.computed": Text("計算", "How it is computed"),
    "planner.metrics.colon": Text("：", ": "),
    "planner.metrics.name": Text("指標", "Metric"),
    "planner.metrics.definition": Text("定義", "Definition"),
    "planner.metrics.numerator": Text("分子", "Numerator"),
    "planner.metrics.denominator": Text("分母", "Denominator"),
    "planner.metrics.unit": Text("単位", "Unit"),
    "planner.metrics.direction": Text("方向", "Better"),
    "planner.metrics.phase": Text("段階", "Phase"),
    "planner.metrics.horizon": Text("見る期間", "Horizon"),
    "planner.metrics.hint": Text("改善のヒント", "How to improve it"),
    "planner.metrics.own_note": Text("自社メモ", "Our own note"),
    "planner.metrics.feed.place": Text("行", "Row"),
    "template.rule.metric.prompt": Text(
        "指標辞典にある指標を一覧から選びます。", "Choose a metric of the sheet Metrics."
    ),
    "template.rule.metric.error": Text(
        "一覧にある指標から選んでください。", "Choose one of the metrics in the list."
    ),
    "template.rule.note.prompt": Text(
        "自社での定義や集計元、注意点を 200 文字までで書きます。",
        "Your own definition, source of the data or caution, up to 200 characters.",
    ),
    "template.rule.note.error": Text("200 文字までで入力してください。", "Enter 200 characters at most."),
    "template.name.chosen_metric": Text("指標辞典で調べる指標", "Metric to look up"),
    "template.name.catalogue_names": Text("指標辞典の指標の名前", "Names of the metrics in the catalogue"),
    "template.name.catalogue_numerators": Text("指標辞典の分子", "Numerators in the catalogue"),
    "template.name.catalogue_denominators": Text("指標辞典の分母", "Denominators in the catalogue"),
}
