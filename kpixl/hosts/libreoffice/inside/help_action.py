"""The command "Help": the reference of the functions, as a page in the browser."""

from __future__ import annotations

from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.office import extension_file


def show_help(desk: Desk) -> None:
    desk.show(str(extension_file(f"help/functions.{desk.language}.html")))
