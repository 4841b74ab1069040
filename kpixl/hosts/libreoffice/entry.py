"""The file that LibreOffice loads. When kpixl cannot be loaded it says so; cells would show but Err:504.

It must run in any Python 3, and stands on nothing but UNO. `BROKEN` is filled in when the extension is built.
"""

import os
import sys
import traceback

import uno
import unohelper
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo, XServiceName
from com.sun.star.task import XJob

BROKEN = {"en": "{log}"}
HERE = os.path.dirname(os.path.abspath(__file__))


def user_file(name):
    """The path of a file in the user's profile."""
    context = uno.getComponentContext()
    paths = context.ServiceManager.createInstanceWithContext("com.sun.star.util.PathSubstitution", context)
    return os.path.join(uno.fileUrlToSystemPath(paths.getSubstituteVariableValue("$(user)")), name)


def substitutes(reason):
    """Components that do nothing but say what is wrong, in cells and when a command is chosen."""
    log = user_file("kpixl.log")
    with open(log, "a", encoding="utf-8") as stream:
        stream.write(reason)

    context = uno.getComponentContext()
    settings = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    place = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    place.Name, place.Value = "nodepath", "/org.openoffice.Setup/L10N"
    access = settings.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (place,))
    language = str(access.ooLocale)[:2]
    sentence = BROKEN.get(language, BROKEN["en"]).replace("{log}", log)

    class Component(unohelper.Base, XServiceInfo):
        def getImplementationName(self):
            return self.names[0]

        def supportsService(self, name):
            return name in self.names

        def getSupportedServiceNames(self):
            return self.names[1:]

    interface = "org.kpixl.XKpixlAddIn"
    reflection = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.reflection.CoreReflection", context
    )

    class AddIn(Component, XServiceName, uno.getClass(interface)):
        names = ("org.kpixl.AddIn", "org.kpixl.KpixlAddIn")

        def __init__(self, context, *arguments):
            pass

        def getServiceName(self):
            return self.names[1]

    for method in reflection.forName(interface).getMethods():
        single = method.getReturnType().getName() == "any"
        answer = sentence if single else ((sentence,),)
        setattr(AddIn, method.getName(), lambda self, *arguments, answer=answer: answer)

    class Commands(Component, XDispatchProvider, XDispatch, XInitialization):
        names = ("org.kpixl.Commands", "com.sun.star.frame.ProtocolHandler")

        def __init__(self, context, *arguments):
            self.context = context

        def initialize(self, arguments):
            self.frame = arguments[0] if arguments else None

        def queryDispatch(self, url, target, flags):
            return self

        def queryDispatches(self, requests):
            return tuple(self for request in requests)

        def dispatch(self, url, arguments):
            toolkit = self.context.ServiceManager.createInstanceWithContext(
                "com.sun.star.awt.Toolkit", self.context
            )
            kind = uno.Enum("com.sun.star.awt.MessageBoxType", "ERRORBOX")
            window = self.frame.getContainerWindow()
            toolkit.createMessageBox(window, kind, 1, "kpixl", sentence).execute()

        def addStatusListener(self, listener, url):
            pass

        def removeStatusListener(self, listener, url):
            pass

    class Documents(Component, XJob):
        names = ("org.kpixl.Documents", "org.kpixl.DocumentJob")

        def __init__(self, context, *arguments):
            pass

        def execute(self, arguments):
            return None

    return [(kind, *kind.names) for kind in (AddIn, Commands, Documents)]


# before all others: an installed kpixl may have another version
sys.path.insert(0, os.path.join(HERE, "pythonpath"))
try:
    from kpixl.hosts.libreoffice.inside.components import COMPONENTS
except Exception:
    COMPONENTS = substitutes(traceback.format_exc())

g_ImplementationHelper = unohelper.ImplementationHelper()
for component, implementation, service in COMPONENTS:
    g_ImplementationHelper.addImplementation(component, implementation, (service,))
