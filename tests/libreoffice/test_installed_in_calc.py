"""What a running LibreOffice knows of the extension: functions with their help, menu, toolbar, languages."""

from __future__ import annotations

import pytest
from office.calc import Calc

import kpixl
from kpixl.hosts.libreoffice.commands import COMMANDS
from kpixl.hosts.libreoffice.names import MENU, TOOLBAR
from kpixl.hosts.libreoffice.session import LOCK
from kpixl.i18n import LANGUAGES, Language, text

ADDONS = "/org.openoffice.Office.Addons/AddonUI"


def test_the_function_wizard_shows_every_function_with_its_arguments(calc: Calc) -> None:
    found = calc.function_descriptions()
    assert set(found) == set(kpixl.REGISTRY)
    for name, (description, arguments, _) in found.items():
        spec = kpixl.REGISTRY[name]
        assert description == spec.summary("en")
        shown = [(argument, meaning) for argument, meaning, _ in arguments]
        assert shown == [(one.name, spec.parameter_help(one, "en")) for one in spec.parameters]


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_toolbar_are_there_in_both_languages(language: Language, calc: Calc) -> None:
    menu = calc.configuration(f"{ADDONS}/OfficeMenuBar/{MENU}", language)
    assert menu["Title"] == text("office.menu", language)
    assert [entry["Title"] for entry in menu["Submenu"].values()] == [one.title(language) for one in COMMANDS]
    toolbar = calc.configuration(f"{ADDONS}/OfficeToolBar/{TOOLBAR}", language)
    shown = [button["Title"] for button in toolbar.values()]
    assert shown == [one.title(language) for one in COMMANDS if one.on_toolbar]


def test_a_profile_has_a_lock_while_libreoffice_runs(calc: Calc) -> None:
    assert calc.configuration("/org.openoffice.Setup/L10N", "en")  # it runs
    assert (calc.profile / LOCK).exists()
