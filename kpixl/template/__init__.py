"""Workbooks built from data: sheets, styles, charts and sample cases."""
