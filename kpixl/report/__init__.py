"""The review report: what a planner says, as one page for the weekly meeting or as slides.

`story` holds what there is to say, without any layout; `page` and `deck` lay it out, `paper` prints the page.
"""
