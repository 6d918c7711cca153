"""The Timeline page: every agency's entries in one order, to read, find and put right."""
