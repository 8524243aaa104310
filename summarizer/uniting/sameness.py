"""Whether two pieces of wording say the same thing, told so strictly that what differs in substance never does."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from ..schemas import Quote
from ..words.scripts import folded
from ..words.wordlists import word_lists
from .people import group_people

_WORD = re.compile(r"[^\W_]+")
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)*)(?:(?:\s*(thousand|million|billion)|(k|m|bn))\b)?", re.IGNORECASE)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
_ENDINGS = ("ization", "ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says, for comparison: its stems, and what may never differ."""

    stems: frozenset[str]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    """Words with a capital letter, in order."""
    opens: bool
    """Whether the first of them opens the text, where any word has a capital."""
    denied: bool


@cache
def _lists() -> dict[str, Any]:
    """The lists of `wording.yaml`: sets of words, for `telling` of stems, and for `numbers` a table."""
    data = word_lists(__package__, "wording.yaml")
    lists: dict[str, Any] = {kind: frozenset(words) for kind, words in data.items() if kind != "numbers"}
    lists["telling"] = frozenset(map(stem, data["telling"]))
    lists["numbers"] = {word: str(number) for word, number in data["numbers"].items()}
    lists["spelt"] = re.compile(rf"\b(?:{'|'.join(data['numbers'])})\b", re.IGNORECASE)
    return lists


@lru_cache(maxsize=2048)
def wording(text: str) -> Wording:
    """The substance of a text: stems of its words but for the small ones, figures, names, and whether it denies."""
    lists = _lists()
    text = _in_figures(text)
    words = _WORD.findall(text)
    plain = [folded(each) for each in words]
    idle = lists["idle"]
    named = [each for each, word in zip(plain, words, strict=True) if word[0].isupper() and each not in idle]
    return Wording(
        stems=frozenset(stem(each) for each in plain if each not in idle),
        numbers=tuple(sorted(_NUMBER.findall(text))),
        names=tuple(map(stem, named)),
        opens=bool(words) and words[0][0].isupper() and plain[0] not in idle,
        denied=not lists["denial"].isdisjoint(plain) or _NOT.search(text) is not None,
    )


def _in_figures(text: str) -> str:
    """The text with its numbers written in one way: "three pumps", "1.5 million" and "1,500,000"."""
    lists = _lists()
    text = lists["spelt"].sub(lambda word: lists["numbers"][word[0].lower()], text)
    return _AMOUNT.sub(_figures, text)


def _figures(amount: re.Match[str]) -> str:
    digits = amount[1].replace(",", "") if _GROUPED.fullmatch(amount[1]) else amount[1]
    scale = _SCALES.get((amount[2] or amount[3] or "").lower())
    if scale is None or "," in digits or digits.count(".") > 1:
        return amount[0].replace(amount[1], digits)
    return f"{Decimal(digits).scaleb(scale).normalize():f}"


def folded_words(text: str) -> list[str]:
    """All words of a text, folded."""
    return [folded(each) for each in _WORD.findall(text)]


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word of lower case without accents, without its ending: of "repairs", "repaired" and "repairing".

    It joins less than `stems.stem`, which only says whether words speak of one matter: exporters are not their exports.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem.removesuffix("y")
    return word.removesuffix("y") if len(word) > 3 else word


def same_wording(a: str, b: str, *, least: float = 0.6) -> bool:
    """Whether one text says what the other does, or part of it and no more.

    All stems of the shorter must be in the longer and be at least the share `least` of them; figures and
    denial must agree, and no name may stand in one only. A synonym is another wording: "open the border"
    is not "close the border", and what is not certain stays apart.
    """
    left, right = wording(a), wording(b)
    if left.numbers != right.numbers or left.denied != right.denied:
        return False
    small, large = sorted((left.stems, right.stems), key=len)
    if not small or not small <= large or len(small) < least * len(large):
        return False
    missing = large - small
    # "Another ten pumps" are not the ten.
    return _lists()["telling"].isdisjoint(missing) and same_names(left, right, missing)


def same_names(left: Wording, right: Wording, missing: Set[str]) -> bool:
    """Whether no name stands in one only, and they come in one order. missing: the stems that stand in one only."""
    if any(each in missing for each in (*left.names[left.opens :], *right.names[right.opens :])):
        return False
    # "Malta supports Italy" has the words of "Italy supports Malta".
    return [each for each in left.names if each in right.names] == [each for each in right.names if each in left.names]


class Parties:
    """The people and bodies that the drafts name as acting, told apart among all names of the document."""

    def __init__(self, names: Iterable[str], people: Iterable[Sequence[str]] = ()) -> None:
        """names: all there are; people: the names of each that are known to be one person's."""
        known = list(dict.fromkeys(names))
        self._person = dict(zip(known, group_people(known), strict=True))
        for one in people:
            bearers = {self._person[name] for name in one if name in self._person}
            if len(bearers) > 1:
                self._person = {name: min(bearers) if who in bearers else who for name, who in self._person.items()}

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether both name one party; nobody is the same only as nobody."""
        if not a or not b:
            return not a and not b
        return self._person.get(a, a) == self._person.get(b, b) or same_wording(a, b, least=1)


def same_words(a: str | None, b: str | None) -> bool:
    """Whether two texts are equal but for case, accents and punctuation, or one of them is missing."""
    return not a or not b or _WORD.findall(folded(a)) == _WORD.findall(folded(b))


def says(text: str, other: str) -> bool:
    """Whether a text has all the telling words of another one."""
    return wording(other).stems <= wording(text).stems


def fullest(texts: Iterable[str | None]) -> str | None:
    """The first text that is given, or a later one that says all of it and more."""
    found: str | None = None
    for text in filter(None, texts):
        if found is None or (says(text, found) and not says(found, text)):
            found = text
    return found


def overlapping(a: Sequence[Quote], b: Sequence[Quote]) -> bool:
    """Whether some quote of the one stands in a quote of the other, on the same line where both name one."""
    return any(
        (x.line is None or y.line is None or x.line == y.line) and contained(in_a_row(x.quote), in_a_row(y.quote))
        for x in a
        for y in b
    )


def contained(a: str, b: str) -> bool:
    """Whether one row of words (`in_a_row`) stands in the other, either way; where there are none, it does not."""
    return bool(a and b) and (a in b or b in a)


def in_a_row(text: str) -> str:
    """The words of a text, folded, a space on either side of each."""
    words = _WORD.findall(folded(text))
    return f" {' '.join(words)} " if words else ""


def united_quotes(groups: Sequence[Sequence[Quote]]) -> list[Quote]:
    """All quotes in order, without repeats on the same line."""
    seen: dict[tuple[int | None, str], Quote] = {}
    for quotes in groups:
        for quote in quotes:
            seen.setdefault((quote.line, " ".join(quote.quote.split())), quote)
    return list(seen.values())
