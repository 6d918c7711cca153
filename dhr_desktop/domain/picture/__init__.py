"""The picture of the timeline as shapes: what is drawn where, for the window, for files and for the report."""
