"""LibreOffice Calc as a host: an extension (.oxt) that is generated from the declared functions.

This package builds and installs the extension; `inside` is what runs within LibreOffice.
"""
