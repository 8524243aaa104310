"""What a sentence does to the words of the ladder in it: denies, asks, foretells, recalls, hangs on a condition.

The rules are those of English grammar, written over the word lists of `ladder.toml`. In a language
that leaves a list out, the rules that need it do not speak.
"""
