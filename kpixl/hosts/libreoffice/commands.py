"""The commands of the menu and the toolbar, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from kpixl.hosts.libreoffice.names import PROTOCOL
from kpixl.i18n import Language, text


@dataclass(frozen=True)
class Command:
    id: str
    on_toolbar: bool = True

    @property
    def url(self) -> str:
        return f"{PROTOCOL}{self.id}"

    def title(self, language: Language) -> str:
        return text(f"office.command.{self.id}", language)


REFRESH = Command("refresh")
IMPORT = Command("import")
CHECK = Command("check")
REPORT = Command("report")
NEW = Command("new")
AS_ARRAY = Command("as_array", on_toolbar=False)
HELP = Command("help")

COMMANDS = (REFRESH, IMPORT, CHECK, REPORT, NEW, AS_ARRAY, HELP)
