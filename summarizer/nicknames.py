"""Names by which somebody is called beside the full one: "William (Bill) Hargreave", "Ann "Nan" Lee", "Samantha (Sam)"."""

import re
from collections.abc import Iterator

_WORD = r"[^\W\d_a-z][\w'’-]*"
_INSIDE = re.compile(
    rf"(?P<first>\b{_WORD}) (?P<whole>\((?P<held>{_WORD})\)|[\"“‘'](?P<quoted>{_WORD})[\"”’'])(?P<last> (?:[a-z]{{1,3}} )?{_WORD})"
)
"""A first name and, before the surname, what its bearer is called."""
_BEHIND = re.compile(rf"(?P<name>\b{_WORD}(?: {_WORD}){{0,2}}) \((?P<held>{_WORD})\)")
_NAME_WORD = re.compile(rf"(?:^|\s){_WORD} $")
_LONGEST = 40  # characters of a word before a name
_LEAST = 2  # characters of a short form


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
