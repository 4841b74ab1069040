"""Where a command works: a window with its workbook, in which one can be told and asked something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uno

from kpixl.hosts.libreoffice.inside.office import office_language, service
from kpixl.i18n import Language, Message, text

FILE_PICKER = "com.sun.star.ui.dialogs.FilePicker"
OPEN, SAVE = 0, 10  # com.sun.star.ui.dialogs.TemplateDescription: FILEOPEN_SIMPLE, FILESAVE_AUTOEXTENSION
OK = 1  # the answer of a dialog in which OK was pressed


@dataclass(frozen=True)
class Desk:
    """`arguments` are those of the command, for macros of users': what is said there is not asked for."""

    frame: Any
    arguments: Mapping[str, Any] = field(default_factory=dict)

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

    def asked_target(self, purpose: str, name: str, kinds: Mapping[str, str]) -> str | None:
        """Where to write a file, of one of these kinds by their endings; None: nowhere after all."""
        if "File" in self.arguments:
            return str(self.arguments["File"])
        picker = service(FILE_PICKER, SAVE)
        picker.setTitle(text(f"office.{purpose}.where", self.language))
        endings = list(kinds)
        for ending, title in kinds.items():
            picker.appendFilter(title, f"*.{ending}")
        picker.setDefaultName(f"{name}.{endings[0]}")
        if picker.execute() != OK:
            return None
        file = str(uno.fileUrlToSystemPath(picker.getSelectedFiles()[0]))
        chosen = next((one for one, title in kinds.items() if title == picker.getCurrentFilter()), endings[0])
        return file if file.lower().endswith(tuple(f".{one}" for one in endings)) else f"{file}.{chosen}"

    def asked_sources(self, maps: Mapping[str, str]) -> tuple[list[str], str]:
        """Which files to import, and by which map; the list of file types is that of the maps."""
        if "Files" in self.arguments:
            return list(self.arguments["Files"]), str(self.arguments["Map"])
        picker = service(FILE_PICKER, OPEN)
        picker.setTitle(text("office.import.which", self.language))
        picker.setMultiSelectionMode(True)
        for title in maps.values():
            picker.appendFilter(title, "*.csv;*.tsv;*.txt;*.xlsx;*.xls")
        if picker.execute() != OK:
            return [], ""
        chosen = next(name for name, title in maps.items() if title == picker.getCurrentFilter())
        return [str(uno.fileUrlToSystemPath(url)) for url in picker.getSelectedFiles()], chosen

    def show(self, file: str) -> None:
        """Open the file in the program that the user has for it, unless nobody is there to see it."""
        if "File" not in self.arguments:
            service("com.sun.star.system.SystemShellExecute").execute(uno.systemPathToFileUrl(file), "", 0)
