"""Documents built as blocks from what the store knows, and their Word and PDF renderings."""
