"""Sealed copies for panel members, and the register of what was sealed for whom."""
