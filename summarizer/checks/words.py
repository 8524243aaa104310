"""The word lists of the checks, read once from `words.yaml`."""

from functools import lru_cache
from typing import Any

from ..stems import stem
from ..wordlists import word_lists


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


@lru_cache(maxsize=8)
def keyed(name: str) -> dict[str, Any]:
    """The words of a table, each with the key it stands under."""
    return {word: key for key, words in _file()[name].items() for word in words.split()}


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """Stems of verbs, each with the stems of its opposites."""
    found: dict[str, frozenset[str]] = {}
    for row in _file()["opposites"]:
        sides = [frozenset(map(stem, side.split())) for side in row.split("|")]
        for side, other in (sides, sides[::-1]):
            for one in side:
                found[one] = found.get(one, frozenset()) | other
    return found
