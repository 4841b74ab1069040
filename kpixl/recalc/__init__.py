"""Recalculating a workbook: analyse its formulas, let the engine compute, patch the values in.

`formulas` prepares each formula for the engine or says why it cannot be computed, `feed` writes the
workbook the engine loads, `engine` is the only module that knows formualizer, `recalculate` ties them.
"""
