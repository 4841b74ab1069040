"""Recalculating a workbook: analyse its formulas, let the engine compute, patch the values in.

`book` reads a workbook's formulas and `formulas` prepares each for the engine or says why it cannot be
computed; `dirty` tells which may be out of date; `feed` writes the workbook that the engine loads; `engine`
is the only module that knows formualizer; `results` decides what can be trusted; `recalculate` ties them.
"""
