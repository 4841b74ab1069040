"""Words of notification."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "notify.title": Text(
        "KPI 更新 {company} {as_of}：悪化・警報 {worse} 件、改善 {better} 件",
        "KPI update {company} {as_of}: {worse} worse, {better} better",
    ),
    "notify.worse": Text("▼ {change}", "▼ {change}"),
    "notify.better": Text("▲ {change}", "▲ {change}"),
    "notify.to_do": Text("決めた対応", "What was agreed"),
    "notify.action": Text(
        "・{metric}：{action}（担当 {owner}、期限 {due}）",
        "- {metric}: {action} (owner: {owner}, due: {due})",
    ),
    "notify.no_action": Text("対応は未定", "no action agreed"),
    "notify.given_url": Text("指定の URL（{place} 番目）", "the URL given ({place})"),
    "notify.unknown_name": Text(
        "--notify の {place} 番目の名前は登録されていません。登録済みの名前：{names}",
        "--notify number {place} is no name that is known; known are: {names}.",
    ),
    "notify.no_names": Text(
        "--notify の {place} 番目の通知先が見つかりません。環境変数 {variable} か設定ファイル {file} に、名前と URL を登録してください。",
        "--notify number {place} is not known; enter its name and URL in the variable {variable} or the file {file}.",
    ),
    "notify.bad_variable": Text(
        "環境変数 {variable} の {place} 番目を読めません。「名前=URL」を空白で区切って並べてください。",
        "Entry {place} of the variable {variable} cannot be read; write NAME=URL, with spaces between entries.",
    ),
    "notify.no_file": Text(
        "{file}: 通知先の設定ファイルがありません。", "{file}: there is no such file of addresses."
    ),
    "notify.cannot_read": Text(
        "{file}: 通知先の設定ファイルを読めません（{detail}）。",
        "{file}: the file of addresses cannot be read ({detail}).",
    ),
    "notify.bad_file": Text(
        '{file}: 通知先の設定ファイルを読めません。64 KB までの UTF-8 の TOML で、1 行に team = "URL" のように書いてください（日本語の名前は "営業" と引用符で囲みます）。',
        '{file}: the file of addresses cannot be read; write UTF-8 TOML of up to 64 KB with lines like team = "URL".',
    ),
    "notify.bad_url": Text(
        "通知先「{name}」の URL は使えません。apprise の形式（slack://、mailto://、json:// など）で書いてください。",
        "The URL of '{name}' cannot be used; write it as apprise does (slack://, mailto://, json:// and so on).",
    ),
    "notify.no_apprise": Text(
        "通知には apprise が必要です。pip install 'kpixl[notify]' で入れてください。",
        "Notification needs apprise; install it with pip install 'kpixl[notify]'.",
    ),
    "notify.nothing": Text(
        "判定・関門・エスカレーションに変化がないので、通知しません。",
        "No level, gate or escalation changed, so nobody is notified.",
    ),
    "notify.would_go": Text(
        "通知の下書き（送るには --send を付けます）。宛先：{addresses}",
        "Draft of the message (add --send to send it). It would go to: {addresses}",
    ),
    "notify.address": Text("{name}（{service}）", "{name} ({service})"),
    "notify.between": Text("、", ", "),
    "notify.sent": Text("送りました：{address}", "Sent: {address}"),
    "notify.failed": Text(
        "送れませんでした：{address}。URL とネットワークを確かめてください。",
        "Not sent: {address}; check its URL and the network.",
    ),
}
