"""The sheets of the workbooks, one module each: its defined names, and `write`, which fills the sheet."""
