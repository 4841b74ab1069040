"""The UNO components of the extension: class, implementation, service."""

from __future__ import annotations

from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.inside.add_in import AddIn
from kpixl.hosts.libreoffice.inside.dispatch import Commands
from kpixl.hosts.libreoffice.inside.documents import Documents

COMPONENTS = (
    (AddIn, names.ADD_IN, names.SERVICE),
    (Commands, names.COMMANDS, names.COMMANDS_SERVICE),
    (Documents, names.DOCUMENTS, names.DOCUMENTS_SERVICE),
)
