"""Everything kpixl refuses, as one tree; each refusal is a sentence in both languages.

KpixlError
├── DeclarationError        a function is declared wrongly (found when kpixl is loaded)
├── FunctionError           a function has no answer; becomes an error value in the cell
│   ├── WrongArgument           wrong type, or shapes that do not match
│   ├── OutOfDomain             a number outside its domain, a goal that cannot be reached
│   ├── DivisionByNothing       nothing to divide by
│   └── NotEnoughData           too little is known yet
├── UsageError              the command was called wrongly
├── WorkbookError           a workbook cannot be read
│   └── UnsafeWorkbook          a workbook could be read, but must not be
├── SourceError             a source of records, or the map that explains it, cannot be read
└── OutputError             a result cannot be written
"""

from __future__ import annotations

from kpixl.i18n import Language, Message


class KpixlError(Exception):
    """A refusal: a text id with the values of its gaps. `str()` is the English sentence."""

    def __init__(self, text_id: str, /, **values: object) -> None:
        super().__init__(text_id, values)
        self.message = Message.of(text_id, **values)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.message)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        return self.message.text(language)


def _rebuilt(kind: type[KpixlError], message: Message) -> KpixlError:
    return kind(message.id, **dict(message.values))


class DeclarationError(KpixlError):
    """A function declaration that no host could serve."""


class FunctionError(KpixlError):
    """A function has no answer for these arguments."""


class WrongArgument(FunctionError):
    """Wrong type, or shapes that do not match."""


class OutOfDomain(FunctionError):
    """A number outside its domain, or a goal that cannot be reached."""


class DivisionByNothing(FunctionError):
    """There is nothing to divide by."""


class NotEnoughData(FunctionError):
    """Too little is known yet to answer."""


class UsageError(KpixlError):
    """The command was called wrongly."""


class WorkbookError(KpixlError):
    """The workbook cannot be read."""


class UnsafeWorkbook(WorkbookError):
    """The workbook could be read, but doing so is not safe."""


class SourceError(KpixlError):
    """A source of records, or the map that explains it, cannot be read."""


class OutputError(KpixlError):
    """The result cannot be written."""
