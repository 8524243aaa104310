"""Whose office it is, where the quoted words have it away from the name, or in another form: "the Mayor thanks Ann Lee"."""

import re

from ...words.scripts import folded, holds, running
from ...words.stems import shared, stems_of
from ..grounds import Grounds, Line
from ..proper import name_parts, shares_name
from ..words import listed
from .bearers import other_bearer

_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NEAR = 3  # words between an office and a name beside it
_ENDING = 2  # letters in which the forms of an office differ: "trésorier", "trésorière"
_LEAST = 4  # letters in which they agree
_ENTRY = re.compile(r"\W*(?P<name>[^\W\d_][^,;:(\n–—]{2,60}?)\s?(?:,|;|\(|\s[-–—]\s|[–—])\s?(?P<rest>\S[^\n]{2,})")
_ENDS = (".", "!", "?", ":")
_SHORTEST, _LONGEST = 2, 7  # words of a name with its titles


def as_written(office: str, text: str) -> str:
    """An office in the form in which a text has it: "directora financiera" of "director financiero"."""
    own = [folded(one) for one in office.split()]
    if holds(text, office) or not all(map(str.isalpha, own)):
        return office
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(own) + 1):
        row = words[at : at + len(own)]
        if all(_is_form(folded(word[0]), one) for word, one in zip(row, own, strict=True)):
            return text[row[0].start() : row[-1].end()]
    return office


def _is_form(word: str, own: str) -> bool:
    size = min(len(own), len(word)) - _ENDING
    alike = size >= _LEAST and abs(len(own) - len(word)) <= _ENDING and word[:size] == own[:size]
    return alike or word == own


def only_holder(office: str, name: str, text: str, grounds: Grounds) -> str | None:
    """The one person to whom the document gives an office, where a text has it away from the name of somebody else."""
    index = grounds.index
    if not _is_title(office):
        return None
    if office not in text:
        if not holds(grounds.around, office):
            return None
    elif not _apart(office, name, text):
        return None
    lines = (index.document.line_text(number) for number in range(1, len(index.document.segments) + 1))
    giving = [line for line in lines if office in line and line != text]
    holders = {other_bearer(office, name, one) or "" for line in giving for one in (line, _BRACKETS.sub("", line))} - {
        ""
    }
    holder = holders.pop() if len(holders) == 1 else None
    own = any(
        office in line and shares_name(name, line) for line in index.document.text.split("\n") if text not in line
    )
    return None if own else holder


def _is_title(office: str) -> bool:
    """Whether it ends in a word for an office, also in a form of it: "Bürgermeisterin"."""
    last = folded(office.split()[-1])
    return last in listed("titles") or any(
        len(one) > _LEAST and last.startswith(one) and len(last) <= len(one) + _ENDING for one in listed("titles")
    )


def _apart(office: str, name: str, text: str) -> bool:
    """Whether a text holds both, never side by side."""
    last = name_parts(name)[-1]
    words = [folded(word) for word in _WORD.findall(text)]
    offices = [at for at, word in enumerate(words) if word == folded(office)]
    names = [at for at, word in enumerate(words) if word == last]
    return bool(offices and names) and all(abs(one - other) > _NEAR for one in offices for other in names)


def said_of_neighbours(attribute: str, name: str, grounds: Grounds) -> bool:
    """Whether an office or a body that the quoted entry of a person lacks stands near only in the entries of others."""
    document, own = grounds.index.document, _own_entry(name, grounds)
    if own is None:
        return False
    numbers = [number for number in grounds.near if number != own.number]
    entries = [number for number in numbers if _named(document.line_text(number)) is not None]
    wanting = stems_of(attribute) - shared(stems_of(attribute), grounds.index.stems_at(own.number))
    others = frozenset[str]().union(*map(grounds.index.stems_at, entries))
    rest = [grounds.index.stems_at(number) for number in numbers if number not in entries]
    told = frozenset[str]().union(*rest, stems_of(grounds.headed))
    return bool(wanting) and shared(wanting, others) == wanting and not shared(wanting, told)


def _own_entry(name: str, grounds: Grounds) -> Line | None:
    """The quoted entry of a person, where all that is quoted besides are entries of others."""
    own = [line for line in grounds.merged if _is_of(name, line.text)]
    others = [line for line in grounds.merged if line not in own]
    return own[0] if len(own) == 1 and all(_named(line.text) is not None for line in others) else None


def _is_of(name: str, text: str) -> bool:
    named = _named(text)
    return named is not None and name_parts(name)[-1] in running(named).split()


def _named(text: str) -> str | None:
    """Whom an entry of a list names, before what it says of them; None for a sentence or a heading."""
    is_sentence = text.rstrip().endswith(_ENDS) and text.count(",") <= 1  # "Ann Lee, Director, Mills Inc."
    found = None if is_sentence else _ENTRY.fullmatch(text.strip())
    words = found["name"].split() if found is not None else []
    named = sum(word[0].isupper() for word in words) >= _SHORTEST and words[0][0].isupper()
    return " ".join(words) if named and len(words) <= _LONGEST else None
