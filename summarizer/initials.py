"""Initials: the first letters of the words of a name, and whether letters stand for a name by them."""

from collections.abc import Iterable


def initials(words: Iterable[str]) -> str:
    """The first letters of those of the words that begin with a capital: "JB" of "Jo van Bell"."""
    return "".join(word[0] for word in words if word[:1].isupper())


def are_initials(name: str, letters: str) -> bool:
    """Whether letters are the initials of a name, of its last words or of the first and the last: "JB" of "Sr Jo M Bell"."""
    first = "".join(part[0].upper() for part in name.split() if part[0].isalpha())
    return len(letters) > 1 and (first.endswith(letters) or letters == first[:1] + first[-1:])


def leaves_out_none(letters: str, name: str) -> bool:
    """Whether every word of a name has its initial among letters, in their order: "JB" and "JSB" for "Jo Bell"."""
    rest = iter(letters.lower())
    return all(part[0].lower() in rest for part in name.split() if part[0].isalpha())
