"""The Doubts page: every reading that needs a look, one after the other."""
