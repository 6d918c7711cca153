"""Where no agency recorded contact."""
