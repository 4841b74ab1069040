"""Where a command works: a window with its workbook, in which one can be told and asked something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uno

from kpixl.hosts.libreoffice.inside.office import office_language, service
from kpixl.i18n import Language, Message, text

OK = 1  # the answer of a dialog in which OK was pressed
OPEN, OPEN_SEVERAL, SAVE = 0, 0, 10  # com.sun.star.ui.dialogs.TemplateDescription


@dataclass(frozen=True)
class Desk:
    frame: Any

    @property
    def document(self) -> Any:
        return self.frame.getController().getModel()

    @property
    def language(self) -> Language:
        return office_language()

    def tell(self, message: Message, *, is_error: bool = False) -> None:
        """A message box; LibreOffice itself passes over it when nobody is there to see it (`--headless`)."""
        kind = uno.Enum("com.sun.star.awt.MessageBoxType", "ERRORBOX" if is_error else "INFOBOX")
        title = text("office.menu", self.language)
        window = self.frame.getContainerWindow()
        toolkit = service("com.sun.star.awt.Toolkit")
        toolkit.createMessageBox(window, kind, 1, title, message.text(self.language)).execute()

    @contextmanager
    def busy(self, message: Message) -> Iterator[None]:
        """The status bar says what is being done."""
        indicator = self.frame.createStatusIndicator()
        indicator.start(message.text(self.language), 0)
        try:
            yield
        finally:
            indicator.end()
