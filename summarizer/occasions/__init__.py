"""How a text that reports several meetings goes from one to the other."""
