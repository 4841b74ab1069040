"""Excel as a host: workbooks that carry their own functions and ribbon, and the Python they call."""
