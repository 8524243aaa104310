"""Initials by which minutes call those whom they list: "ACTION: JB to ring the bank" of "Jo Bell (JB)"."""

import re

from ....schemas import Quote
from ....words.short_names import are_initials
from ..layout.found import Person
from ..words import words
from .roster import Roster

_SLASH, _PLUS = re.compile(r"\s*/\s*"), re.compile(r"\s\+\s")
_LETTERS = re.compile(r"\b(?:[A-Z]{2,4}|[A-Z]{2}[a-z]|[A-Z][a-z][A-Z][a-z]?)\b")


def in_full(roster: Roster, owner: str) -> tuple[str, tuple[Quote, ...]]:
    """The owner with names for initials that are those of one person only, and the words that give these names."""
    quotes: list[Quote] = []

    def named(letters: re.Match[str]) -> str:
        bearer = bearer_of(roster, letters[0])
        if bearer is None:
            return letters[0]
        quotes.append(bearer.quotes[0])
        return bearer.name

    full = _LETTERS.sub(named, _PLUS.sub(" and ", owner))
    return (_SLASH.sub(" and ", full) if quotes else full), tuple(quotes)


def bearer_of(roster: Roster, letters: str) -> Person | None:
    """The one person whom initials call."""
    bearers = [one for one in roster.people if _bears(one, letters)]
    return bearers[0] if len(bearers) == 1 else None


def _bears(person: Person, letters: str) -> bool:
    bare = " ".join(word for word in person.name.split() if word.lower() not in words().honorifics)
    if len(letters) == 1:
        return person.listed and bare.startswith(letters) and letters != "I"
    return letters in person.aliases or (person.listed and are_initials(bare, letters))
