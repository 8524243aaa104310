"""Whether two pieces of wording say the same thing, told so strictly that what differs in substance never does."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..dating.names import fold
from ..schemas import Quote
from ..wordlists import word_lists
from .people import group_people

_WORD = re.compile(r"[^\W_]+")
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
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
def _lists() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in word_lists(__package__, "wording.yaml").items()}


@lru_cache(maxsize=8192)
def wording(text: str) -> Wording:
    """The substance of a text: stems of its words but for the small ones, figures, names, and whether it denies."""
    lists = _lists()
    words = _WORD.findall(text)
    folded = [fold(each) for each in words]
    return Wording(
        stems=frozenset(_stem(each) for each in folded if each not in lists["idle"]),
        numbers=tuple(sorted(_NUMBER.findall(text))),
        names=tuple(_stem(fold(each)) for each in words if each[:1].isupper() and fold(each) not in lists["idle"]),
        opens=bool(words) and words[0][:1].isupper() and fold(words[0]) not in lists["idle"],
        denied=bool(_NOT.search(text)) or any(each in lists["denial"] for each in folded),
    )


def _stem(word: str) -> str:
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
    if any(each in missing for each in (*left.names[left.opens :], *right.names[right.opens :])):
        return False
    # "Malta supports Italy" has the words of "Italy supports Malta".
    return [each for each in left.names if each in right.names] == [each for each in right.names if each in left.names]


class Parties:
    """The people and bodies that the drafts name as acting, told apart among all names of the document."""

    def __init__(self, names: Iterable[str]) -> None:
        known = list(dict.fromkeys(names))
        self._person = dict(zip(known, group_people(known), strict=True))

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether both name one party; nobody is the same only as nobody."""
        if not a or not b:
            return not a and not b
        return self._person.get(a, a) == self._person.get(b, b) or same_wording(a, b, least=1)


def same_words(a: str | None, b: str | None) -> bool:
    """Whether two texts are equal but for case, accents and punctuation, or one of them is missing."""
    return not a or not b or _WORD.findall(fold(a)) == _WORD.findall(fold(b))


def overlapping(a: Sequence[Quote], b: Sequence[Quote]) -> bool:
    """Whether some quote of the one stands in a quote of the other, on the same line where both name one."""
    return any(
        (x.line is None or y.line is None or x.line == y.line) and contained(x.quote, y.quote) for x in a for y in b
    )


def contained(a: str, b: str) -> bool:
    """Whether the words of one text stand in the other without a break, either way."""
    left, right = (f" {' '.join(_WORD.findall(fold(each)))} " for each in (a, b))
    return bool(left.strip() and right.strip()) and (left in right or right in left)


def united_quotes(groups: Sequence[Sequence[Quote]]) -> list[Quote]:
    """All quotes in order, without repeats on the same line."""
    seen: dict[tuple[int | None, str], Quote] = {}
    for quotes in groups:
        for quote in quotes:
            seen.setdefault((quote.line, " ".join(quote.quote.split())), quote)
    return list(seen.values())
