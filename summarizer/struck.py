"""Words that a source strikes through, written `~~so~~`: they can still be read, and whoever struck them took them back."""

import re

STRIKE = "~~"
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![^\S\n]*\n))++(?<=\S)~~(?!~)")
_INK = re.compile(r"\S")


def standing(text: str) -> str:
    """The text with spaces for what is struck through, the marks included, so that all offsets and line breaks stay.

    A strike ends with its paragraph."""
    return _STRUCK.sub(lambda found: _INK.sub(" ", found[0]), text) if STRIKE in text else text
