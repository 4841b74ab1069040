"""Spreadsheet functions: each declared once, called the same way by every host.

A host turns its cells into `Cell` values, calls `call`, and turns the result back; it never looks at a
function's signature.  Standard library only: this package also runs inside the LibreOffice extension.
"""
