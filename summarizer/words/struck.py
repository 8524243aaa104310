"""Words that a source strikes through, written `~~so~~`: they can still be read, and whoever struck them took them back."""

import re

STRIKE = "~~"
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![^\S\n]*\n))++(?<=\S)~~(?!~)")
_INK = re.compile(r"\S")
_BEGIN, _END = "\x0e", "\x0f"
"""Characters of no text, which keep the place until a paragraph is whole: programs strike letter by letter."""
_ADJOINING = re.compile(f"{_END}([^\\S\n]*){_BEGIN}")
_PIECE = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_LINE = re.compile(r"(\s*)(.*?)(\s*)\Z")


def standing(text: str) -> str:
    """The text with spaces for what is struck through, the marks included, so that all offsets and line breaks stay.

    A strike ends with its paragraph."""
    return _STRUCK.sub(lambda found: _INK.sub(" ", found[0]), text) if STRIKE in text else text


def strike(words: str) -> str:
    """The words as struck through, for `mark_strikes` to tell."""
    return f"{_BEGIN}{words}{_END}"


def mark_strikes(words: str) -> str:
    """A whole paragraph with the marks around what is struck through in each of its lines, and none around bare space."""
    if _BEGIN not in words:
        return words
    return _PIECE.sub(lambda piece: "\n".join(map(_marked, piece[1].split("\n"))), _ADJOINING.sub(r"\1", words))


def _marked(line: str) -> str:
    found = _LINE.match(line)
    assert found is not None  # every part of the pattern may be empty
    before, words, after = found.groups()
    told = any(map(str.isalnum, words)) and STRIKE not in words
    return f"{before}{STRIKE}{words}{STRIKE}{after}" if told else line
