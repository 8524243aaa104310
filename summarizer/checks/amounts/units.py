"""What a number is counted in, and which of several weeks or years is meant: "two weeks", "the end of next year"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ...lexicon import words_in
from ...schemas import RejectionReason
from ..fields import Report, Text
from ..grounds import Grounds
from ..words import keyed, listed, ranked

_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_BETWEEN = 2  # words between a number and its unit: "30 million cubic metres"
_OF_THE = 3  # words of "end of the" before the period it is the end of


def check_units(text: Text, grounds: Grounds, report: Report) -> None:
    """A number told in another unit of the same kind, "two months" for "two weeks"; and "next year" for "this year"."""
    language = grounds.index.language
    ours = _told(text.value, language)
    if not any(ours) and not _years(text.value):
        return
    named, given = ours[2], _told(grounds.whole, language)[2]
    if named and given and named.isdisjoint(given):
        explanation = f'The quoted words say "{min(given)}", not "{min(named)}".'
        report.against(text, "dates", explanation, RejectionReason.CONTRADICTED)
    theirs = _told(grounds.whole, language)
    for number, kinds in ours[0].items():
        for kind, units in kinds.items():
            told = theirs[0].get(number, {}).get(kind, {})
            if told and told.keys().isdisjoint(units):
                explanation = f'The quoted words say "{next(iter(told.values()))}", not "{next(iter(units.values()))}".'
                report.against(text, "numbers", explanation, RejectionReason.CONTRADICTED)
    mine, given_years = _years(text.value), _years(grounds.whole)
    if mine and given_years and mine.isdisjoint(given_years):
        explanation = f"The quoted words speak of a {min(given_years)} year."
        report.against(text, "dates", explanation, RejectionReason.CONTRADICTED)
    for period, which in ours[1].items():
        said = theirs[1].get(period, {})
        if said and said.keys().isdisjoint(which):
            explanation = f'The quoted words say "{next(iter(said.values()))}", not "{next(iter(which.values()))}".'
            report.against(text, "dates", explanation, RejectionReason.CONTRADICTED)


def periods_meant(text: str) -> frozenset[str]:
    """The weeks, months and years of an English text that are told by where they stand: "next week"."""
    return frozenset(f"{which} {period}" for period, meant in _told(text, "en")[1].items() for which in meant)


def _years(text: str) -> frozenset[str]:
    """What kinds of years a text speaks of: "fiscal year 2026"."""
    words = words_in(text, "en")
    pairs = ((one, other) for one, other in pairwise(words) if other in ("year", "years"))
    return frozenset(keyed("years")[one] for one, _ in pairs if one in keyed("years"))


Counted = dict[str, dict[str, dict[str, str]]]
"""By number, in figures, and by what is measured, the units that it is counted in, each with the words as they stand."""


_Told = tuple[Counted, dict[str, dict[str, str]], frozenset[str]]
_NOTHING: _Told = {}, {}, frozenset()


@lru_cache(maxsize=64)
def _told(text: str, language: str | None) -> _Told:
    """The numbers of a text with their units; its periods, each with which of them is meant; and its seasons."""
    if _telling().isdisjoint(words_in(text, language or "")) and "-" not in text:
        return _NOTHING
    text = _PER_CENT.sub("percent", text)
    words = [part for word in words_in(text, language or "") for part in (word.split("-") if "-" in word else (word,))]
    counted: Counted = {}
    which: dict[str, dict[str, str]] = {}
    for at, word in enumerate(words):
        if (unit := _units().get(word)) is None:
            continue
        if (first := _number(words, at)) is not None:
            number, (kind, name) = _figure(words[first]), unit
            counted.setdefault(number, {}).setdefault(kind, {})[name] = " ".join(words[first : at + 1])
        if language == "en" and unit[0] == "time":
            for meant, begin in _meant(words, at):
                which.setdefault(unit[1], {})[meant] = " ".join(words[begin : at + 1])
    return counted, which, listed("seasons") & set(words)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words without one of which a text tells no unit, period or season."""
    return listed("seasons").union(_units(), ("cent",))


def _number(words: Sequence[str], at: int) -> int | None:
    """The place of the number before a unit."""
    for place in range(at - 1, max(at - 2 - _BETWEEN, -1), -1):
        if _figure(words[place]):
            return place
        if not words[place].isalpha() or words[place] in _units():
            return None
    return None


def _figure(word: str) -> str:
    return word if word[:1].isdigit() else str(ranked("units").get(word) or "")


def _meant(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Which week, month or year is meant, "this", "next" or "last"; and where the words for it begin."""
    if at and (meant := keyed("which_period").get(words[at - 1])) is not None:
        yield meant, at - 1
    elif at >= _OF_THE and words[at - 2 : at] == ["of", "the"] and words[at - _OF_THE] in listed("parts_of_period"):
        yield "this", at - _OF_THE


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, str]]:
    """Units, in the singular and the plural, each with what it measures and its name."""
    found: dict[str, tuple[str, str]] = {}
    for word, name in keyed("periods").items():
        found |= dict.fromkeys((word, f"{word}s"), ("time", str(name)))
    for kind in ("length", "area", "mass", "volume", "power", "share"):
        for word, name in keyed(f"units_of_{kind}").items():
            found |= dict.fromkeys((word, f"{word}s"), (kind, str(name)))
    return {word: unit for word, unit in found.items() if word not in ("an", "ans", "ora", "mess")}
