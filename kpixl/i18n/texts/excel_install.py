"""What the commands say that make kpixl known to Excel and look after it."""

from __future__ import annotations

from kpixl.i18n.texts.entry import Text

TEXTS = {
    "excel.install.done": Text(
        "Excel で kpixl を使えるようにしました。Excel を開き直すと、リボンに「KPI」タブが表示されます。",
        "Excel can use kpixl now; open Excel again to find the tab KPI on its ribbon.",
    ),
    "excel.install.removed": Text("Excel から kpixl を取り除きました。", "kpixl was removed from Excel."),
    "excel.install.nothing": Text(
        "取り除くものはありません。Excel に kpixl は組み込まれていません。",
        "There was nothing to remove; kpixl is not installed in Excel.",
    ),
    "excel.install.not_here": Text(
        "Excel への組み込みは Windows だけで行えます。このシステムでは kpixl install libreoffice か、"
        "ファイルを直接計算する kpixl recalc を使ってください。",
        "kpixl can be installed in Excel on Windows only; here, use `kpixl install libreoffice`, "
        "or `kpixl recalc`, which computes files by itself.",
    ),
    "excel.install.not_mac": Text(
        "Mac の Excel への組み込みには対応していません。kpixl recalc でファイルを計算するか、"
        "kpixl install libreoffice を使ってください。",
        "kpixl cannot be installed in Excel on a Mac; compute files with `kpixl recalc`, "
        "or use `kpixl install libreoffice`.",
    ),
    "excel.install.libraries": Text(
        '必要なライブラリがありません。pip install "kpixl[excel]" を実行してから、もう一度お試しください。',
        'Libraries are missing; run `pip install "kpixl[excel]"` and try again.',
    ),
    "excel.install.no_windowless": Text(
        "{file} がありません。python.org の Python をインストールし、そこに kpixl を入れ直してください。",
        "There is no {file}; install Python from python.org and kpixl within it.",
    ),
    "excel.install.no_dll": Text(
        '--dll に使う xlwings の DLL がありません。Windows で pip install "kpixl[excel]" を実行してから、もう一度お試しください。',
        'There is no DLL of xlwings for --dll; on Windows, run `pip install "kpixl[excel]"` and try again.',
    ),
    "excel.install.registry": Text(
        "Windows が変更を受け付けませんでした({detail})。Excel を閉じてから、もう一度実行してください。",
        "Windows refused the change ({detail}); close Excel and try again.",
    ),
    "cli.doctor.help": Text(
        "Excel から kpixl を使うために必要なものを順に調べ、直し方を示します。",
        "Look at everything that Excel needs to use kpixl, and say what to do about what is wrong.",
    ),
    "doctor.state.fine": Text("[良好]", "[fine]"),
    "doctor.state.note": Text("[注意]", "[note]"),
    "doctor.state.wrong": Text("[要対応]", "[wrong]"),
    "doctor.excel": Text("Excel {version}({bits} ビット)", "Excel {version} ({bits} bits)"),
    "doctor.excel_at": Text("Excel の場所: {file}", "Excel: {file}"),
    "doctor.no_excel": Text("Excel が見つかりません。", "No Excel was found."),
    "doctor.no_excel.advice": Text(
        "デスクトップ版の Excel をインストールしてください。Web 版だけでは kpixl の関数は動きません。",
        "Install Excel for the desktop; kpixl's functions do not run in Excel for the web.",
    ),
    "doctor.macros_ask": Text(
        "マクロ: ブックごとに確認(開いたら「コンテンツの有効化」を押します)",
        "Macros: asked for each workbook (press 'Enable Content' after opening)",
    ),
    "doctor.macros_all": Text("マクロ: すべて有効", "Macros: all enabled"),
    "doctor.macros_signed": Text(
        "マクロ: 署名されたものだけ有効", "Macros: enabled only where they are signed"
    ),
    "doctor.macros_none": Text("マクロ: すべて無効", "Macros: all disabled"),
    "doctor.macros.change": Text(
        "Excel のオプション > トラスト センター > マクロの設定で「警告して、VBA マクロを無効にする」を選んでください。",
        "In Excel, choose Options > Trust Center > Macro Settings > 'Disable VBA macros with notification'.",
    ),
    "doctor.macros.ask_it": Text(
        "会社のポリシーで決められています。IT 部門に docs/excel.md を渡し、署名か信頼できる場所を相談してください。",
        "A policy of your company says so; hand docs/excel.md to your IT department and ask for a signature or a trusted location.",
    ),
    "doctor.addin": Text("アドイン: {file}", "Add-in: {file}"),
    "doctor.no_addin": Text("アドインがありません: {file}", "The add-in is missing: {file}"),
    "doctor.registered": Text("登録: {command}", "Registration: {command}"),
    "doctor.not_registered": Text(
        "この Python は Excel から呼べるように登録されていません。",
        "No Python is registered for Excel to call.",
    ),
    "doctor.other_python": Text(
        "別の Python が登録されています: {command}", "Another Python is registered: {command}"
    ),
    "doctor.install": Text("kpixl install excel を実行してください。", "Run `kpixl install excel`."),
    "doctor.python": Text(
        "Python {version}({bits} ビット): {file}", "Python {version} ({bits} bits): {file}"
    ),
    "doctor.python.store": Text(
        "Microsoft Store の Python は Excel から起動できません。python.org の Python をインストールし、そこに kpixl を入れてください。",
        "Excel cannot start a Python from the Microsoft Store; install Python from python.org and kpixl within it.",
    ),
    "doctor.python.no_windowless": Text(
        "pythonw.exe がありません。python.org の Python をインストールし、そこに kpixl を入れてください。",
        "There is no pythonw.exe; install Python from python.org and kpixl within it.",
    ),
    "doctor.library": Text("ライブラリ {name} {version}", "Library {name} {version}"),
    "doctor.no_library": Text("ライブラリ {name} がありません。", "The library {name} is missing."),
    "doctor.library.advice": Text(
        'pip install "kpixl[excel]" を実行してください。', 'Run `pip install "kpixl[excel]"`.'
    ),
    "doctor.antivirus": Text(
        "ウイルス対策ソフト: ここからは確認できません。", "Antivirus: cannot be seen from here"
    ),
    "doctor.antivirus.advice": Text(
        "セルが #NAME? のままなら、Excel から Python を起動する動作が止められていないか、履歴を確認してください。",
        "If cells stay at #NAME?, look in its history whether it keeps Windows from starting Python for Excel.",
    ),
}
