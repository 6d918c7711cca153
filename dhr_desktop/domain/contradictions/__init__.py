"""What the dates of people and their records cannot say at once: the one home of such rules."""
