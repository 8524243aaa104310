"""What the lines of a text are: a speaker's turn, a heading, a field, a row of a table."""
