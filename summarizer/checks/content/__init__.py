"""Whether a claim speaks of what its words speak of: no other thing, none exchanged, none added, none left out."""
