"""Lengths of time, whatever unit they are told in: "72 hours" are "three days", "14 days" a fortnight."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...lexicon import words_in
from ..words import keyed, ranked

_HOURS = {"hour": 1, "day": 24, "week": 168}
_MONTHS = {"month": 1, "year": 12}
_FORTNIGHT = frozenset(("fortnight", "fortnights"))


class Length(NamedTuple):
    """A length of time: in hours, or in months, which have no length in hours."""

    amount: float
    unit: str


@lru_cache(maxsize=64)
def lengths(text: str, language: str | None) -> dict[float, frozenset[Length]]:
    """The lengths of time of a text, by the number that each is told with. Working days are left out: they have no length."""
    found: dict[float, frozenset[Length]] = {}
    for number, length in _lengths(words_in(text, language)) if language == "en" else ():
        found[number] = found.get(number, frozenset()) | {length}
    return found


def same_length(number: float, claim: str, text: str, language: str | None) -> bool:
    """Whether the length of time that a claim tells with a number stands in a text, in another unit."""
    told = lengths(claim, language).get(number, frozenset())
    return not told.isdisjoint(length for some in lengths(text, language).values() for length in some)


def same_lengths(claim: str, text: str, language: str | None) -> bool:
    """Whether a claim tells lengths of time, and each of them stands in a text."""
    told = lengths(claim, language)
    return bool(told) and all(same_length(number, claim, text, language) for number in told)


def _lengths(words: Sequence[str]) -> Iterator[tuple[float, Length]]:
    periods = keyed("periods")
    for before, word in _pairs(words):
        number = _number(before)
        name = periods.get(word) or periods.get(word.removesuffix("s"))
        if number is None:
            continue
        if word in _FORTNIGHT:
            yield number, Length(number * 2 * _HOURS["week"], "hours")
        elif name in _HOURS:
            yield number, Length(number * _HOURS[name], "hours")
        elif name in _MONTHS:
            yield number, Length(number * _MONTHS[name], "months")


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word with the one before it, "two-week" as two."""
    row = [part for word in words for part in word.split("-")]
    return pairwise(row)


def _number(word: str) -> float | None:
    if word in ("a", "an"):
        return 1.0
    if word in ranked("units"):
        return float(ranked("units")[word])
    if word in ranked("tens"):
        return 10.0 * ranked("tens")[word]
    return float(word) if word.isdigit() else None
