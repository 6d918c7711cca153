"""The Family page: those whom the review involves, and how."""
