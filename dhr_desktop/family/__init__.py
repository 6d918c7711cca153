"""The people of a review: the register of names and pseudonyms."""
