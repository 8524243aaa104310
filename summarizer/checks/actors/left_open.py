"""Words that leave open which of two acts: "Anna or Ben will", "Anna told Ben that she will"."""

import re
from functools import lru_cache

from ..grounds import Line
from ..proper import capitalised, shares_name
from .clause import Clause
from .doers import told_to

_OR = {"en": "or", "de": "oder", "fr": "ou", "it": "o|oppure", "es": "o|u"}
_NAME = r"(?:[\w'’-]+ ){0,2}?[A-Z][\w'’.-]+"


def either_of(name: str, line: Line, language: str | None) -> str | None:
    """The words that give the one who is named as one of two, where the name does not give both: "Anna or Ben"."""
    word, called = _OR.get(language or ""), list(capitalised(name))
    if word is None or not called or re.search(rf"\b(?:{word})\b", name):
        return None
    found = _choice(word, called[-1]).search(line.text)
    return found[0] if found else None


@lru_cache(maxsize=64)
def _choice(word: str, last: str) -> re.Pattern[str]:
    name, between = re.escape(last), rf",? (?:\w+/)?(?:{word}) "
    return re.compile(rf"\b{name}{between}{_NAME}|\b{_NAME}{between}(?:[\w'’.-]+ ){{0,2}}?{name}\b")


def only_told(name: str, clause: Clause, line: Line) -> bool:
    """Whether a pronoun acts, and the words name somebody only as the one to whom another tells it."""
    if clause.person != "third" or not clause.source or shares_name(name, clause.source):
        return False
    heard = told_to(clause, line.text)
    return heard is not None and shares_name(name, heard)
