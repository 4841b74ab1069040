"""Pure marketing arithmetic: no cells, no files, no clock, no language.

Functions take plain floats and tuples. Bounds that concern one argument alone (a rate lies between 0 and
1) are declared with the spreadsheet functions and checked there; what concerns several arguments together
is refused here, by an exception of `kpixl.errors`.
"""
