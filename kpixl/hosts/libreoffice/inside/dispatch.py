"""The commands of the menu and the toolbar, as LibreOffice calls them."""

from __future__ import annotations

from typing import Any

import uno
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization

from kpixl.errors import KpixlError
from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.commands import COMMANDS, Command
from kpixl.hosts.libreoffice.inside.actions import ACTIONS
from kpixl.hosts.libreoffice.inside.component import Component
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.log import log, log_file
from kpixl.i18n import Message


class Commands(Component, XDispatchProvider, XDispatch, XInitialization):
    implementation = names.COMMANDS
    service = names.COMMANDS_SERVICE

    def __init__(self, context: Any, *arguments: Any) -> None:
        self._frame: Any = None

    def initialize(self, arguments: tuple[Any, ...]) -> None:
        if arguments:
            self._frame = arguments[0]

    def queryDispatch(self, url: Any, target: str, flags: int) -> Commands | None:
        return self if _command(url) else None

    def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Commands | None, ...]:
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def dispatch(self, url: Any, arguments: tuple[Any, ...]) -> None:
        command = _command(url)
        if command is not None:
            run(command, Desk(self._frame, {one.Name: one.Value for one in arguments}))

    def addStatusListener(self, listener: Any, url: Any) -> None:
        state = uno.createUnoStruct("com.sun.star.frame.FeatureStateEvent")
        state.Source, state.FeatureURL, state.IsEnabled = self, url, True
        listener.statusChanged(state)

    def removeStatusListener(self, listener: Any, url: Any) -> None:
        """Nothing changes, so nobody needs to be remembered."""


def run(command: Command, desk: Desk) -> None:
    """Do what the command says; whatever goes wrong is one sentence, and the rest is in the log."""
    try:
        said = ACTIONS[command](desk)
    except KpixlError as refusal:
        log().info("%s: %s", command.id, refusal)
        desk.tell(refusal.message, is_error=True)
    except Exception:
        log().exception("%s", command.id)
        desk.tell(Message.of("office.fault", log=log_file()), is_error=True)
    else:
        log().info("%s: done", command.id)
        if said is not None:
            desk.tell(said)


def _command(url: Any) -> Command | None:
    return next((one for one in COMMANDS if one.url == url.Complete), None)
