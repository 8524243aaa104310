"""The ladder of commitment: how firmly the words of a text bind."""
