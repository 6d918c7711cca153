"""What every other package may stand on; nothing here knows what a review is."""
