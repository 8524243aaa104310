"""What code knows of words, whatever they say: letters, sentences, stems, names for short, languages, and lists that a person can extend."""
