"""What the buttons and commands do to a workbook: tables and names are read, changes come out.

A macro is a function over a `WorkbookPort`; one body serves every host that has one.
"""
