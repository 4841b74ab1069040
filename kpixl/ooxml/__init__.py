"""The lossless side: a workbook file as bytes, read without loss and patched in place.

`archive` knows zip entries, `package` knows parts and relationships, `sheet` finds formula cells and
splices values between the bytes of a sheet; nothing here knows how a formula is computed.
"""
