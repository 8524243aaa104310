"""What a number is counted in, and which of several weeks or years is meant: "two weeks", "the end of next year"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...schemas import CheckName
from ...words.lexicon import words_in
from ..fields import Report, Text
from ..grounds import Grounds
from ..words import keyed, listed, ranked

_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_BETWEEN = 2  # words between a number and its unit: "30 million cubic metres"
_WHICH = "which"
_OF_THE = 3  # words of "end of the" before the period it is the end of


def check_units(text: Text, grounds: Grounds, report: Report) -> None:
    """A number told in another unit of the same kind, "two months" for "two weeks"; and "next year" for "this year"."""
    language = grounds.index.language
    ours = _told(text.value, language)
    theirs = _told(grounds.whole, language) if ours else {}
    for what, own in ours.items():
        told = theirs.get(what, {})
        if told and told.keys().isdisjoint(own):
            words, claimed = next(iter(told.values())), next(iter(own.values()))
            report.against(text, what.check, f'The quoted words say "{words}", not "{claimed}".')


def periods_meant(text: str) -> frozenset[str]:
    """The weeks, months and years of an English text that are told by where they stand: "next week"."""
    told = _told(text, "en").items()
    return frozenset(f"{which} {what.kind}" for what, meant in told if what.number == _WHICH for which in meant)


class _What(NamedTuple):
    """What is told in a word of its kind: a number in a unit, or which season, period or kind of year is meant."""

    check: CheckName
    number: str
    """In figures; `_WHICH` for a period of which it is told which one, empty where there is none."""
    kind: str


@lru_cache(maxsize=64)
def _told(text: str, language: str | None) -> dict[_What, dict[str, str]]:
    """The units, seasons and the like of a text by what they tell of, each with the words as they stand."""
    if _telling().isdisjoint(words_in(text, language or "")) and "-" not in text:
        return {}
    text = _PER_CENT.sub("percent", text)
    words = [part for word in words_in(text, language or "") for part in (word.split("-") if "-" in word else (word,))]
    found: dict[_What, dict[str, str]] = {}
    for at, word in enumerate(words):
        for what, name, begin in _found(words, at, language == "en") if word in _telling() else ():
            found.setdefault(what, {})[name] = " ".join(words[begin : at + 1])
    return found


def _found(words: Sequence[str], at: int, is_english: bool) -> Iterator[tuple[_What, str, int]]:
    """What a word tells, and where the words for it begin."""
    if words[at] in listed("seasons"):
        yield _What("dates", "", "season"), words[at], at
    kind, name = _units().get(words[at], ("", ""))
    if kind and (first := _number(words, at)) is not None:
        yield _What("numbers", _figure(words[first]), kind), name, first
    if is_english and kind == "time" and at:
        if name == "year" and (year := keyed("years").get(words[at - 1])) is not None:
            yield _What("dates", "", "year"), year, at - 1
        for meant, begin in _meant(words, at):
            yield _What("dates", _WHICH, name), meant, begin


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
