"""The People page: the register of real names, the forms they take and the pseudonyms that cover them."""
