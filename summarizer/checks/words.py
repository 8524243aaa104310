"""The word lists of the checks, read once from `words.yaml`."""

from collections.abc import Callable
from functools import lru_cache
from itertools import chain, permutations
from typing import Any

from ..words.scripts import folded
from ..words.stems import family, stem
from ..words.wordlists import opposite_sides, word_lists


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    return word_lists(__package__, "words.yaml")


@lru_cache(maxsize=32)
def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_file()[name].split())


@lru_cache(maxsize=8)
def ranked(name: str) -> dict[str, int]:
    """The words of a list by their place in it, from 0; "-" holds a place free."""
    return {word: place for place, word in enumerate(_file()[name].split()) if word != "-"}


@lru_cache(maxsize=32)
def keyed(name: str) -> dict[str, Any]:
    """The words of a table, each with the key it stands under."""
    return {word: key for key, words in _file()[name].items() for word in words.split()}


@lru_cache(maxsize=8)
def keyed_lists(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a table by their key, "|" between them."""
    return {key: tuple(one.strip() for one in listed_.split("|")) for key, listed_ in _file()[name].items()}


@lru_cache(maxsize=1)
def uncounting() -> frozenset[str]:
    """Words beside a number that do not tell what it counts."""
    return listed("measuring") | keyed("currencies").keys()


def is_time(word: str) -> bool:
    """Whether it is a period, a day of the week or a month."""
    word = folded(word)
    return word in keyed("periods") or word in listed("weekdays") or word in keyed("months")


@lru_cache(maxsize=16)
def by_language(name: str) -> dict[str, frozenset[str]]:
    """The words of a list that is kept apart by language."""
    return {language: frozenset(words.split()) for language, words in _file()[name].items()}


def rows(name: str, language: str) -> list[list[list[str]]]:
    """The rows of a list by language: the words of each place, which exclude those of the other places."""
    return [[side.split() for side in row.split("|")] for row in _file()[name].get(language, ())]


@lru_cache(maxsize=8)
def _synonyms(language: str) -> list[frozenset[str]]:
    return [frozenset(map(_family_of, row.split())) for row in _file()["synonyms"].get(language, ())]


def synonymous(one: str, other: str, language: str) -> bool:
    """Whether two words may stand for the same: "results", "outcome"."""
    both = {_family_of(one), _family_of(other)}
    return any(both <= row for row in _synonyms(language))


@lru_cache(maxsize=8)
def opposites(language: str) -> dict[str, frozenset[str]]:
    """Families of verbs, in English stems, each with those of its opposites, and of which a thing takes one only."""
    kind: Callable[[str], str] = stem if language == "en" else _family_of
    found: dict[str, frozenset[str]] = {}
    deeds = (pair for row in rows("deeds", language) for pair in permutations(row, 2))
    for side, other in chain(opposite_sides(language=language), deeds):
        against = frozenset(map(kind, other))
        for one in map(kind, side):
            found[one] = found.get(one, frozenset()) | against
    return found


def _family_of(word: str) -> str:
    return family(stem(word))
