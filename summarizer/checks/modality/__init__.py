"""Whether what a claim tells as so is only foretold, attempted, asked, said in jest or still to be decided in the words."""
