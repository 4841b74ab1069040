"""What the extension and its parts are called in LibreOffice. Files hold the service's name: it must stay."""

from __future__ import annotations

EXTENSION = "org.kpixl.calc"
INTERFACE = "org.kpixl.XKpixlAddIn"
SERVICE = "org.kpixl.KpixlAddIn"
ADD_IN = "org.kpixl.AddIn"

STORED_PREFIX = f"{SERVICE}.".upper()
"""What LibreOffice 7.4 writes before our functions' names, into .ods files and into .xlsx files alike."""

COMMANDS = "org.kpixl.Commands"
COMMANDS_SERVICE = "com.sun.star.frame.ProtocolHandler"
PROTOCOL = "org.kpixl.commands:"
"""What the address of a command begins with."""

DOCUMENTS = "org.kpixl.Documents"
DOCUMENTS_SERVICE = "org.kpixl.DocumentJob"

MENU = "org.kpixl.menu"
TOOLBAR = "org.kpixl.toolbar"
