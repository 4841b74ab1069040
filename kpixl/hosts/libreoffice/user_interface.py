"""The configuration of the menu, the toolbar, their commands, and the jobs on opening and saving."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.commands import COMMANDS, Command
from kpixl.hosts.libreoffice.configuration import component, new_node, node, value, words, written
from kpixl.i18n import Language, text

OFFICE = "org.openoffice.Office"
IN_CALC = "com.sun.star.sheet.SpreadsheetDocument"
EVENTS = ("OnLoadFinished", "OnSaveDone", "OnSaveAsDone")
"""What happens to a document when our job is called."""


def menu_and_toolbar() -> bytes:
    root = component("Addons", OFFICE)
    user_interface = node(root, "AddonUI")
    menu = new_node(node(user_interface, "OfficeMenuBar"), names.MENU)
    value(menu, "Context", IN_CALC)
    words(menu, "Title", _title)
    items = node(menu, "Submenu")
    for place, command in enumerate(COMMANDS, 1):
        _item(new_node(items, f"m{place}"), command)
    toolbar = new_node(node(user_interface, "OfficeToolBar"), names.TOOLBAR)
    for place, command in enumerate((one for one in COMMANDS if one.on_toolbar), 1):
        button = new_node(toolbar, f"b{place}")
        value(button, "Context", IN_CALC)
        _item(button, command)
    return written(root)


def toolbar_place() -> bytes:
    """The toolbar is shown, docked at the top, and has a name in the menu View."""
    root = component("CalcWindowState", f"{OFFICE}.UI")
    states = node(node(root, "UIElements"), "States")
    state = new_node(states, f"private:resource/toolbar/addon_{names.TOOLBAR}")
    words(state, "UIName", _title)
    value(state, "Docked", "true", "xs:boolean")
    value(state, "DockingArea", "0", "xs:int")
    value(state, "Visible", "true", "xs:boolean")
    return written(root)


def protocol() -> bytes:
    root = component("ProtocolHandler", OFFICE)
    handler = new_node(node(root, "HandlerSet"), names.COMMANDS)
    value(handler, "Protocols", f"{names.PROTOCOL}*", "oor:string-list")
    return written(root)


def jobs() -> bytes:
    root = component("Jobs", OFFICE)
    value(new_node(node(root, "Jobs"), names.DOCUMENTS), "Service", names.DOCUMENTS_SERVICE)
    events = node(root, "Events")
    for event in EVENTS:
        entry = node(events, event)
        entry.set("oor:op", "fuse")  # others may listen too
        new_node(node(entry, "JobList"), names.DOCUMENTS)
    return written(root)


def _item(entry: Element, command: Command) -> None:
    value(entry, "URL", command.url)
    words(entry, "Title", command.title)
    value(entry, "Target", "_self")


def _title(language: Language) -> str:
    return text("office.menu", language)
