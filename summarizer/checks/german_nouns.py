"""German writes every noun with a capital: which words of a text are plain nouns, and no names."""

import re

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


def is_plain_noun(text: str, start: int, end: int) -> bool:
    """Whether the word at a place of a German text is a noun that names a thing: behind an article, or made of another word."""
    word = text[start:end]
    if sum(one.isupper() for one in word) > 1 or not word.isalpha():
        return False
    return _ENDING.search(word) is not None or (
        _BEFORE.search(text[:start]) is not None and _NAMED.match(text, end) is None
    )
