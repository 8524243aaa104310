"""Words that a source strikes through, written `~~so~~`: they can still be read, and whoever struck them took them back."""

import re

STRIKE = "~~"
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![^\S\n]*\n))++(?<=\S)~~(?!~)")
_INK = re.compile(r"\S")


def struck_spans(text: str) -> list[tuple[int, int]]:
    """Where words are struck through, the marks included, in order. A strike ends with its paragraph."""
    return [found.span() for found in _STRUCK.finditer(text)] if STRIKE in text else []


def standing(text: str) -> str:
    """The text with spaces for what is struck through, so that all offsets and line breaks stay."""
    return _STRUCK.sub(lambda found: _INK.sub(" ", found[0]), text) if STRIKE in text else text
