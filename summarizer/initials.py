"""Initials: the first letters of the words of a name, and whether letters stand for a name by them."""

import re
from collections.abc import Iterable

_APART = re.compile(r"[\s’'-]+")
_CAPITAL_WITH_SMALL = re.compile(r"[A-Z][a-z]*")
_LONGEST = 4  # letters of initials


def initials(words: Iterable[str]) -> str:
    """The first letters of those of the words that begin with a capital: "JB" of "Jo van Bell"."""
    return "".join(word[0] for word in words if word[:1].isupper())


def are_initials(name: str, letters: str) -> bool:
    """Whether letters are the initials of a name, of its last words or of the first and the last: "JB" of "Sr Jo M Bell"."""
    first = "".join(part[0].upper() for part in name.split() if part[0].isalpha())
    each = "".join(part[0].upper() for part in _APART.split(name) if part[:1].isalpha())  # "POC" of "Pat O'Cane"
    return len(letters) > 1 and (
        first.endswith(letters)
        or each == letters
        or letters == first[:1] + first[-1:]
        or _are_longer_initials(name, letters)
    )


def _are_longer_initials(name: str, letters: str) -> bool:
    """Whether small letters tell initials apart that two people share: "BRa" of "Bo Ray", "BRo" of "Bea Roth"."""
    parts, of_each = name.split(), _CAPITAL_WITH_SMALL.findall(letters)
    if not 1 < len(of_each) == len(parts) or "".join(of_each) != letters or len(letters) > _LONGEST:
        return False
    return all(_in_order(short, part) for short, part in zip(of_each, parts, strict=True))


def _in_order(short: str, word: str) -> bool:
    """Whether letters stand in a word in their order, the first of them at its head."""
    rest = iter(word.lower())
    return word[:1] == short[:1] and all(letter in rest for letter in short.lower())


def leaves_out_none(letters: str, name: str) -> bool:
    """Whether every word of a name has its initial among letters, in their order: "JB" and "JSB" for "Jo Bell"."""
    rest = iter(letters.lower())
    return all(part[0].lower() in rest for part in name.split() if part[0].isalpha())
