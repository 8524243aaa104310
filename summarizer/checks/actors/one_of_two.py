"""Of two who are named, which one acts: "Anna or Ben will", "not Anna, but Ben", "Anna told Ben that she will"."""

import re
from functools import lru_cache

from ...stems import families_of
from ..grounds import Line
from ..proper import capitalised, shares_name
from .clause import Clause
from .doers import told_to

_OR = {"en": "or", "de": "oder", "fr": "ou", "it": "o|oppure", "es": "o|u"}
_WHO = r"(?P<who>(?:[A-ZÀ-Þ][\w'’.-]+ ?){1,3})"
_AGAINST = {
    "de": rf"\b[Nn]icht {_WHO}",
    "fr": rf"\b(?:pas|plutôt que) {_WHO}",
    "es": rf"\b[Nn]o {_WHO}",
    "it": rf"\b[Nn]on {_WHO}",
}
_CAUSING = {
    "de": r"\b(?:lässt|lassen|ließ(?:en)?)\b[^.;,]*?(?P<deed>\w+n)(?=[.;,]|$)",
    "fr": r"\bf(?:era|eront|erai|erons|ait|ont) (?P<deed>\w+(?:er|ir|re))\b",
    "it": r"\bf(?:arà|aranno|arò|aremo) (?P<deed>\w+(?:are|ere|ire))\b",
    "es": r"\bhar(?:á|án|é|emos) (?P<deed>\w+(?:ar|er|ir))\b",
}
_TO_CAUSE = re.compile(r"\b(?:lassen|faire|far|fare|hacer)\b")
_NAME = r"(?:[\w'’-]+ ){0,2}?[A-Z][\w'’.-]+"


def either_of(name: str, line: Line, language: str | None) -> str | None:
    """The words that give the one who is named as one of two, where the name does not give both: "Anna or Ben"."""
    word, called = _OR.get(language or ""), list(capitalised(name))
    if word is None or re.search(rf"\b(?:{word})\b", name):
        return None
    found = (_choice(word, one).search(line.text) for one in called)
    return next((one[0] for one in found if one), None)


@lru_cache(maxsize=64)
def _choice(word: str, last: str) -> re.Pattern[str]:
    name, between = re.escape(last), rf",? (?:\w+/)?(?:{word}) "
    return re.compile(rf"\b{name}{between}{_NAME}|\b{_NAME}{between}(?:[\w'’.-]+ ){{0,2}}?{name}\b")


def set_against(name: str, line: Line, language: str | None) -> bool:
    """Whether the words name somebody only to say that it is another: "Nicht Anna Roth, sondern Ben Lund"."""
    pattern = _AGAINST.get(language or "")
    found = (
        next((one for one in re.finditer(pattern, line.text) if shares_name(name, one["who"])), None)
        if pattern
        else None
    )
    return found is not None and not shares_name(name, line.text[: found.start()] + line.text[found.end() :])


def by_another(said: str, line: Line, language: str | None) -> bool:
    """Whether somebody has another do what is said: "lässt Ben Lund den Bericht schicken", "fera envoyer"."""
    pattern = _CAUSING.get(language or "")
    found = re.search(pattern, line.text) if pattern else None
    if pattern is None or found is None or re.search(pattern, said) or _TO_CAUSE.search(said):
        return False
    return not families_of(found["deed"]).isdisjoint(families_of(said))


def only_told(name: str, clause: Clause, line: Line) -> bool:
    """Whether a pronoun acts, and the words name somebody only as the one to whom another tells it."""
    if clause.person != "third" or not clause.source or shares_name(name, clause.source):
        return False
    heard = told_to(clause, line.text)
    return heard is not None and shares_name(name, heard)
