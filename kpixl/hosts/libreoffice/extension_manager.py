"""Run by LibreOffice's own Python: adds an extension to the one on a pipe, or removes it; then ends it.

    python extension_manager.py PIPE add FILE
    python extension_manager.py PIPE remove IDENTIFIER

It prints `done` or `missing` (nothing was there). It stands on nothing but UNO, and runs in any Python 3.
"""

import sys
import time

import uno
import unohelper
from com.sun.star.connection import NoConnectException
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment

PATIENCE = 60  # seconds until LibreOffice must have started
PAUSE = 0.05  # seconds between two attempts to connect
USER = "user"  # where the extensions of one user are kept


def connected(pipe):
    """The component context of the LibreOffice that listens on this pipe, as soon as it does."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(int(PATIENCE / PAUSE)):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            time.sleep(PAUSE)
    raise TimeoutError("LibreOffice has not started within %d seconds" % PATIENCE)


def end(context):
    context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()


class Approval(unohelper.Base, XInteractionHandler, XCommandEnvironment):
    """Answers yes to what LibreOffice asks on installing; there is nobody else to ask."""

    def getInteractionHandler(self):
        return self

    def getProgressHandler(self):
        return None

    def handle(self, request):
        approve = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
        for continuation in request.getContinuations():
            if continuation.queryInterface(approve):
                continuation.select()
                return


def change(context, what, operand):
    manager = context.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")
    if what == "add":
        url = uno.systemPathToFileUrl(operand)
        manager.addExtension(url, (), USER, manager.createAbortChannel(), Approval())
        return "done"
    installed = manager.getDeployedExtensions(USER, manager.createAbortChannel(), Approval())
    for package in installed:
        if package.getIdentifier().Value == operand:
            name = package.getName()
            manager.removeExtension(operand, name, USER, manager.createAbortChannel(), Approval())
            return "done"
    return "missing"


def main(pipe, what, operand):
    context = connected(pipe)
    try:
        print(change(context, what, operand))
    finally:
        end(context)


if __name__ == "__main__":
    main(*sys.argv[1:])
