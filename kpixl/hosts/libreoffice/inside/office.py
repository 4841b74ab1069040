"""Questions to the LibreOffice around us: its language, the user's profile, its services."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import uno

from kpixl.hosts.libreoffice.names import EXTENSION
from kpixl.i18n import LANGUAGES, Language

DEFAULT: Language = "en"


def service(name: str, *arguments: Any) -> Any:
    context = uno.getComponentContext()
    factory = context.ServiceManager
    if arguments:
        return factory.createInstanceWithArgumentsAndContext(name, arguments, context)
    return factory.createInstanceWithContext(name, context)


def property_values(**values: object) -> tuple[Any, ...]:
    made = []
    for name, value in values.items():
        made.append(uno.createUnoStruct("com.sun.star.beans.PropertyValue"))
        made[-1].Name, made[-1].Value = name, value
    return tuple(made)


@cache
def office_language() -> Language:
    """The language of LibreOffice's menus, if we speak it."""
    settings = service("com.sun.star.configuration.ConfigurationProvider")
    where = property_values(nodepath="/org.openoffice.Setup/L10N")
    found = settings.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", where)
    for language in LANGUAGES:
        if str(found.ooLocale).startswith(language):
            return language
    return DEFAULT


def user_file(name: str) -> str:
    """The path of a file in the user's profile."""
    folder = service("com.sun.star.util.PathSubstitution").getSubstituteVariableValue("$(user)")
    return str(Path(uno.fileUrlToSystemPath(folder)) / name)


def extension_file(name: str) -> Path:
    """The path of a file of the extension, as it was installed."""
    context = uno.getComponentContext()
    packages = context.getValueByName("/singletons/com.sun.star.deployment.PackageInformationProvider")
    return Path(uno.fileUrlToSystemPath(packages.getPackageLocation(EXTENSION))) / name
