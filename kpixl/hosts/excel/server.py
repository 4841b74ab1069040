"""The Python process behind Excel: Windows starts it when a workbook asks for it, and it ends with Excel.

It is xlwings' COM server under kpixl's own class, so that it never meets another program's.
"""

from __future__ import annotations

PROGRAM_ID = "Kpixl.Excel"
CLASS_ID = "{AB8A642C-C428-44B0-9249-BC16F9E1413D}"
NAME = "kpixl for Excel"


def main(class_id: str = CLASS_ID) -> None:
    from xlwings.com_server import serve

    import kpixl.hosts.excel.udf  # so that the first cell does not wait for it  # noqa: F401

    serve(class_id)


if __name__ == "__main__":
    main()
