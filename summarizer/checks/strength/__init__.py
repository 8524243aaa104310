"""How firmly the words bear a claim, and on which condition."""
