"""Offices that a record shortens and a claim writes out, or the other way round: "Cllr", "Dep. Dir.", "CFO"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ...scripts import folded
from ..words import keyed_lists

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?\.?")
_SMALL = frozenset("of for the and de des du la le del della di der".split())
"""Words that a shortened office leaves out."""


def as_shortened(office: str, text: str) -> str | None:
    """The words of a text that stand for an office in another length; None where it has none, or has the office as it is."""
    sought = _told(office)
    places = list(_WORD.finditer(text))
    for begin in range(len(places)):
        if places[begin][0].lower() not in _SMALL and (count := _covered(sought, places[begin:])):
            found = text[places[begin].start() : places[begin + count - 1].end()]
            return found if _plain(found) != _plain(office) else None
    return None


def _covered(sought: Sequence[str], places: Sequence[re.Match[str]]) -> int:
    """How many words from the first on say no more and no less than what is sought; 0 where they say something else."""
    told: list[str] = []
    for count, place in enumerate(places, 1):
        if len(told) >= len(sought):
            return 0
        rest = sought[len(told) :]
        meant = next((full for full in _full(place[0]) if list(full) == list(rest[: len(full)])), None)
        if meant is None:
            return 0
        told += meant
        if told == list(sought):
            return count
    return 0


@lru_cache(maxsize=256)
def _told(office: str) -> tuple[str, ...]:
    """The words of an office, each written out in the first way that is listed."""
    return tuple(word for found in _WORD.finditer(office) for word in _full(found[0])[0])


@lru_cache(maxsize=1024)
def _full(word: str) -> tuple[tuple[str, ...], ...]:
    """What a word may stand for, itself included, which comes last where it is shortened."""
    plain = _plain(word)
    if plain in _SMALL:
        return ((),)
    full = [_words(one) for one in keyed_lists("shortened").get(plain, ())]
    return (*full, (plain,))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(word for word in phrase.split() if word not in _SMALL)


def _plain(words: str) -> str:
    return re.sub(r"[.'’]", "", folded(words))
