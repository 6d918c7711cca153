"""What is too much, in one place: far above any agency's chronology, and below what would stop a laptop."""

MOST_BYTES = 300 * 1024 * 1024
"""The size of one file. The largest chronologies that agencies send, with pictures in them, are a tenth of it."""
MOST_UNFOLDED = 1024 * 1024 * 1024
"""What the parts of a packed file (.xlsx, .docx, .ods, .zip) may come to together."""
MOST_RATIO = 200
RATIO_FROM = 16 * 1024 * 1024
"""A part of more than `RATIO_FROM` that was packed to less than one in `MOST_RATIO` is no record of anything."""
MOST_PARTS = 20_000
"""Parts of one packed file."""
MOST_CELLS = 5_000_000
"""Cells of one sheet, filled or not, after the empty ones at its end are left out."""
MOST_ROWS = 300_000
"""Rows of a sheet down to its last cell with anything in it, or of a text: a hundred of the longest chronologies."""
MOST_COLUMNS = 16_384
"""Columns of one spreadsheet: Excel has no more, so a cell beyond them is damage."""
MOST_FIELD = 4 * 1024 * 1024
"""Characters in one cell of a text file; a spreadsheet's own limit is 32,767."""
MOST_PAGES = 2000
"""Pages of a PDF."""
MOST_MARKS = 100_000
"""Letters, lines and boxes on one page of a PDF."""
MOST_RULES = 5000
"""Straight lines on one page of a PDF, above which they are a drawing and no table."""
MOST_CROSSINGS = 200_000
"""Upright lines times level ones on one page of a PDF, above which they are a drawing too."""
MOST_FILES = 500
"""Files in one folder or .zip that is imported as a whole."""
DEEPEST = 6
"""Folders within folders."""
