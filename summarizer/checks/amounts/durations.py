"""How often something comes about, and how long it lasts: "every week" for "every other week"; "72 hours" are "three days"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...words.lexicon import words_in
from ...words.scripts import folded
from ...words.stems import carries_meaning
from ..fields import Report, Text
from ..grounds import Grounds
from ..words import keyed, listed, ranked
from .figures import words_as_figures

_LOOSELY = 1.1  # a month is four weeks
_WEEK = 7.0  # days from one Monday to the next
_ADVERB = ("mente", "ment")
_LENGTHS = {
    "hour": (1, "hours"),
    "day": (24, "hours"),
    "week": (168, "hours"),
    "month": (1, "months"),
    "year": (12, "months"),
}
"""Periods in hours, or in months, which have no length in hours."""
_FORTNIGHT = frozenset(("fortnight", "fortnights"))

Length = tuple[float, str]


class Often(NamedTuple):
    """How often something comes about."""

    days: float
    """From one time to the next."""
    words: str
    is_told: bool
    """Whether it is said of what is done, and does not only name a thing: "the annual report"."""
    number: int = 1
    """The number that says so: 3 in "every three months"."""


def check_frequency(text: Text, grounds: Grounds, report: Report) -> None:
    """A claim that says how often, other than the quoted words, or where they do not say it."""
    language = grounds.index.language
    for one in frequencies(text.value, language):
        if not one.is_told or _stands(one, frequencies(grounds.whole, language)):
            continue
        told = next((other for other in frequencies(grounds.whole, language) if other.is_told), None)
        if told is not None:
            report.against(text, "numbers", f'The claim says "{one.words}" where the quoted words say "{told.words}".')
        elif not _stands(one, frequencies(grounds.around, language)):
            report.note("numbers", "absent", f'The quoted words do not say "{one.words}".')


def same_frequency(number: float, claim: str, text: str, language: str | None) -> bool:
    """Whether a claim says with a number how often, and a text says the same in other words: "quarterly"."""
    told = frequencies(text, language)
    return any(one.number == number and _stands(one, told) for one in frequencies(claim, language))


def _stands(one: Often, others: Sequence[Often]) -> bool:
    return any(max(one.days, other.days) <= _LOOSELY * min(one.days, other.days) for other in others)


@lru_cache(maxsize=64)
def frequencies(text: str, language: str | None) -> tuple[Often, ...]:
    """How often, as a text says it."""
    if language is None:
        return ()
    if _telling().isdisjoint(folded(word) for word in words_in(text, language)):
        return ()
    words = [folded(word) for word in words_in(words_as_figures(text, language), language)]
    return tuple(_found(words, language))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words without one of which a text does not say how often."""
    return listed("every").union(keyed("repeated"), listed("each"), ("im",))


def _found(words: Sequence[str], language: str) -> Iterator[Often]:
    for at, word in enumerate(words):
        if word in keyed("repeated"):
            behind = words[at + 1] if at + 1 < len(words) else ""
            alone = not behind or not behind[0].isalnum() or not carries_meaning(behind)
            ends = (_times(words, first) for first in (at - 2, at - 1) if first >= 0)  # "twice weekly"
            count = next((told[0] for told in ends if told is not None and told[1] == at - 1), 1)
            is_told = count > 1 or alone or language == "de" or word.endswith(_ADVERB)
            yield Often(keyed("repeated")[word] / count, word, is_told, count)
        elif word in listed("every"):
            yield from _every(words, at)
        elif (times := _times(words, at)) is not None:
            count, last = times
            if words[last + 1 : last + 2] and words[last + 1] in listed("each") | listed("every"):
                days = _days(words, last + 2)
                if days is not None:
                    yield Often(days / count, " ".join(words[at : last + 3]), True, count)


def _every(words: Sequence[str], at: int) -> Iterator[Often]:
    """ "Every week", "every other week", "alle zwei Wochen", "tous les mois"."""
    place = at + 1
    if words[place : place + 1] and words[place] in listed("articles_behind_every"):
        place += 1
    step = _step(words[place]) if place < len(words) else None
    if step is not None:
        place += 1
    if (days := _days(words, place)) is not None:
        yield Often(days * (step or 1), " ".join(words[at : place + 1]), True, step or 1)


def _step(word: str) -> int | None:
    """The number between "every" and the unit."""
    if word.isdigit():
        return int(word) or None
    return keyed("every_nth").get(word) or ranked("units").get(word)


def _times(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """How many times, and the place of the last word that says so: "twice", "three times"."""
    if words[at] in keyed("times"):
        return keyed("times")[words[at]], at
    number = int(words[at]) if words[at].isdigit() else ranked("units").get(words[at])
    if number is None:
        number = 1 if words[at] in ("une", "una") else None  # which are articles too, so that no figure stands for them
    counted = words[at + 1 : at + 2] and words[at + 1] in listed("times_counted")
    return (number, at + 1) if number and counted else None


def _days(words: Sequence[str], at: int) -> float | None:
    if at >= len(words):
        return None
    return _WEEK if words[at] in listed("weekdays") else keyed("days_of").get(words[at])


@lru_cache(maxsize=64)
def _lengths(text: str, language: str | None) -> tuple[tuple[float, Length], ...]:
    """The lengths of time of a text, each behind the number that it is told with. Working days have no length."""
    words = words_in(text, language) if language == "en" else ()
    row = [part for word in words for part in word.split("-")]  # "two-week"
    told = ((_number(before), word) for before, word in pairwise(row))
    return tuple(
        (number, length)
        for number, word in told
        if number is not None and (length := _length(number, word)) is not None
    )


def same_length(number: float, claim: str, text: str, language: str | None) -> bool:
    """Whether the length of time that a claim tells with a number stands in a text, in another unit."""
    told = {length for own, length in _lengths(claim, language) if own == number}
    return any(length in told for _, length in _lengths(text, language))


def same_lengths(claim: str, text: str, language: str | None) -> bool:
    """Whether a claim tells lengths of time, and each of them stands in a text."""
    told = _lengths(claim, language)
    return bool(told) and all(same_length(number, claim, text, language) for number, _ in told)


def _length(number: float, word: str) -> Length | None:
    """That many of a period; None where the word is none."""
    if word in _FORTNIGHT:
        return number * 336, "hours"
    name = keyed("periods").get(word) or keyed("periods").get(word.removesuffix("s"))
    size, unit = _LENGTHS.get(name or "", (0, ""))
    return (number * size, unit) if unit else None


def _number(word: str) -> float | None:
    if word in ("a", "an"):
        return 1.0
    if word in ranked("units"):
        return float(ranked("units")[word])
    if word in ranked("tens"):
        return 10.0 * ranked("tens")[word]
    return float(word) if word.isdigit() else None
