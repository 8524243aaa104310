"""Lists of people, a line each: what the entry of one says of them, the entry of a neighbour does not."""

import re

from ...stems import shared, stems_of
from ..grounds import Grounds, Line, running
from ..proper import name_parts

_ENTRY = re.compile(r"\W*(?P<name>[^\W\d_][^,;:(\n–—]{2,60}?)\s?(?:,|;|\(|\s[-–—]\s|[–—])\s?(?P<rest>\S[^\n]{2,})")
_ENDS = (".", "!", "?", ":")
_LEAST, _LONGEST = 2, 7  # words of a name with its titles


def said_of_neighbours(attribute: str, name: str, grounds: Grounds) -> bool:
    """Whether an office or a body that the quoted entry of a person lacks stands near only in the entries of others."""
    document, own = grounds.index.document, own_entry(name, grounds)
    if own is None:
        return False
    numbers = [number for number in grounds.near if number != own.number]
    entries = [number for number in numbers if _named(document.line_text(number)) is not None]
    wanting = stems_of(attribute) - shared(stems_of(attribute), grounds.index.stems_at(own.number))
    others = frozenset[str]().union(*map(grounds.index.stems_at, entries))
    rest = [grounds.index.stems_at(number) for number in numbers if number not in entries]
    told = frozenset[str]().union(*rest, stems_of(grounds.headed))
    return bool(wanting) and shared(wanting, others) == wanting and not shared(wanting, told)


def own_entry(name: str, grounds: Grounds) -> Line | None:
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
    named = sum(word[0].isupper() for word in words) >= _LEAST and words[0][0].isupper()
    return " ".join(words) if named and len(words) <= _LONGEST else None
