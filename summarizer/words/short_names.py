"""What people are called for short: by their initials, "JB" of "Jo Bell", and by a name beside the full one: "William (Bill) Hargreave"."""

import re
from collections.abc import Iterable, Iterator

_APART = re.compile(r"[\s’'-]+")
_CAPITAL_WITH_SMALL = re.compile(r"[A-Z][a-z]*")
_MOST = 4  # letters of initials
_WORD = r"[^\W\d_a-z][\w'’-]*"
_INSIDE = re.compile(
    rf"(?P<first>\b{_WORD}) (?P<whole>\((?P<held>{_WORD})\)|[\"“‘'](?P<quoted>{_WORD})[\"”’'])(?P<last> (?:[a-z]{{1,3}} )?{_WORD})"
)
"""A first name and, before the surname, what its bearer is called."""
_BEHIND = re.compile(rf"(?P<name>\b{_WORD}(?: {_WORD}){{0,2}}) \((?P<held>{_WORD})\)")
_NAME_WORD = re.compile(rf"(?:^|\s){_WORD} $")
_LONGEST = 40  # characters of a word before a name
_LEAST = 2  # characters of a short form


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
    if not 1 < len(of_each) == len(parts) or "".join(of_each) != letters or len(letters) > _MOST:
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


def without_nickname(entry: str) -> tuple[str, str | None]:
    """An entry of a list with spaces for the nickname that stands inside the name, and the nickname."""
    for found in _inside(entry):
        first, last = found.span("whole")
        return entry[:first] + " " * (last - first) + entry[last:], found["held"] or found["quoted"]
    return entry, None


def shortens(name: str, word: str) -> bool:
    """Whether a word is somebody's first name cut short, or in full: "Sam" beside "Samantha Lee"."""
    first = name.split()[0].lower() if name else ""
    short, long = sorted((first, word.lower()), key=len)
    return (
        word[:1].isupper() and word.isalpha() and not _shouted(word) and len(short) >= _LEAST and long.startswith(short)
    )


def nicknames(text: str) -> Iterator[tuple[str, str]]:
    """What people are called and their full names, where a text gives both."""
    for found in _inside(text):
        yield found["held"] or found["quoted"], found["first"] + found["last"]
    for found in _BEHIND.finditer(text):
        if shortens(found["name"], found["held"]):
            yield found["held"], found["name"]


def _inside(text: str) -> Iterator[re.Match[str]]:
    for found in _INSIDE.finditer(text):
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        inner = _NAME_WORD.search(before) is not None  # "Ann Lee (Acme) Bo Ray": a list that ran together
        if not inner and not _shouted(found["held"] or found["quoted"]):
            yield found


def _shouted(word: str) -> bool:
    """Whether a word is more likely the letters of a body: "Jens (IBM) Holt"."""
    return word.isupper() and len(word) > 1
