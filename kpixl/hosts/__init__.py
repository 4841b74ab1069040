"""The programs and engines that offer kpixl's functions to a workbook."""
