"""How a part's bytes spell its characters: parts are worked on in UTF-8 and written back as they were."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")


@dataclass(frozen=True)
class Encoding:
    """A part's byte order mark and encoding: by that mark, else as it declares, else UTF-8."""

    mark: bytes
    name: str

    @classmethod
    def of(cls, content: bytes) -> Encoding:
        for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
            if content.startswith(mark):
                return cls(mark, encoding)
        if content.startswith(b"<\0"):
            return cls(b"", "utf-16-le")
        if content.startswith(b"\0<"):
            return cls(b"", "utf-16-be")
        declared = _DECLARED.match(content)
        name = declared[1].decode().lower() if declared else "utf-8"
        return cls(b"", "utf-8" if name in ("utf-8", "utf8", "us-ascii", "ascii") else name)

    def as_utf8(self, content: bytes) -> bytes:
        """The content in UTF-8. Raises `UnicodeError` or `LookupError` where it is not what it says."""
        if self.name == "utf-8":
            return content
        return content[len(self.mark) :].decode(self.name).encode()

    def as_original(self, content: bytes) -> bytes:
        """UTF-8 content as the part was written."""
        if self.name == "utf-8":
            return content
        return self.mark + content.decode().encode(self.name, "xmlcharrefreplace")
