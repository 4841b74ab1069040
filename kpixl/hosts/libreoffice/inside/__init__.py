"""What runs within LibreOffice, in its Python (3.10 or later): standard library, UNO, and kpixl's core."""
