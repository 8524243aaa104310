"""German writes every noun with a capital: which words of a text are plain nouns, and no names."""

import re

from ..words.scripts import folded
from .words import listed

_BEFORE = re.compile(
    r"(?:\b(?i:der|die|das|den|dem|des|ein|eine[mnrs]?|keine?[mnrs]?|im|am|vom|zum|zur|beim|ins|ans|ihre?[mnrs]?|seine?[mnrs]?|unsere?[mnrs]?|diese[mnrs]?|jede[mnrs]?|alle[nr]?"
    r"|mehr|weniger|viele?[nr]?|einige[nr]?|mehrere[nr]?|\d+)|\b[a-zäöüß]{3,}(?:e|en|er|es|em))\s\Z"
)
"""What stands before a noun: an article, or an adjective."""
_ENDING = re.compile(
    r"(?:ung|heit|keit|schaft|tion|sion|tät|nis|mus|ment|enz|anz|tum|ierung)(?:en|e|s|es|se)?\Z", re.IGNORECASE
)
"""How nouns end that are made of other words."""
_NAMED = re.compile(r"\s(?!(?:und|oder|sowie)\b)[A-ZÄÖÜ]")
"""What follows where an office or a kind of body is told with a name: "der Minister Holm"."""
_OF = re.compile(r"\s(?:des|der|eines|einer|von|vom)\b")
"""What follows a noun of which something else is told: "nach Vorlage der Belege"."""
_PREPOSITION = re.compile(r"\b(?:nach|auf|bei|mit|ohne|unter|trotz|wegen|vor|aus|in|zu)\s\Z", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:Herrn?|Frau|Familie|Firma|Dr\.|Prof\.|[A-Z]\.)\s\Z")
_SHORTEST, _LEAST = 4, 3  # letters of a noun with which another is put together, and of what stands before it


def is_plain_noun(text: str, start: int, end: int) -> bool:
    """Whether the word at a place of a German text is a noun that names a thing: behind an article, or made of another word."""
    word = text[start:end]
    if sum(one.isupper() for one in word) > 1 or not word.isalpha():
        return False
    before = text[:start]
    if _CALLED.search(before) is not None:
        return False  # "Frau Winter"
    if _ENDING.search(word) is not None or is_general(folded(word)):
        return True
    if _PREPOSITION.search(before) is not None and _OF.match(text, end) is not None:
        return True
    return _BEFORE.search(before) is not None and _NAMED.match(text, end) is None


def is_general(word: str) -> bool:
    """Whether a word is a noun of minutes, or is put together with one: "Zeitplan"."""
    nouns, endings = listed("german_nouns"), ("", "e", "n", "en", "er", "s", "es")
    forms = {word.removesuffix(one) for one in endings}
    return any(one[at:] in nouns for one in forms for at in (0, *range(_LEAST, len(one) - _SHORTEST + 1)))
