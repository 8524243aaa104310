"""Whether two statements are on one and the same deed, and whether the one says the opposite of the other."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from ..words.scripts import folded
from ..words.wordlists import opposite_sides, word_lists
from .sameness import Wording, folded_words, same_names, stem, wording

_LEAST = 0.75  # of the words of the longer statement that the shorter one must have
_ENOUGH = 2  # words in common that make out a deed: what is done, and to what
_WORD = re.compile(r"[^\W_]+")
_NOT = re.compile(r"\b\w*n['’]t\b", re.IGNORECASE)


@cache
def opposite_words() -> dict[str, Any]:
    """The lists of `opposites.yaml`: sets of words, and for `generic` and `shared` of stems."""
    lists: dict[str, Any] = {
        kind: frozenset(words) for kind, words in word_lists(__package__, "opposites.yaml").items()
    }
    lists["generic"] = frozenset(map(_stem, lists["generic"]))
    lists["shared"] = frozenset(map(_stem, lists["shared"]))
    return lists


@cache
def _excluding() -> frozenset[tuple[str, str]]:
    """Pairs of stems, either way round, of which the one excludes the other."""
    return frozenset(
        (stem(one), stem(other))
        for side, against in opposite_sides(excluding=True)
        for one in side
        for other in against
    )


def holds_any(text: str, kind: str) -> bool:
    """Whether a text holds a word of a list."""
    return not opposite_words()[kind].isdisjoint(folded_words(text))


def shared_deed(text: str) -> bool:
    """Whether several may each do what the text begins with, or do it to something of their own."""
    first = next((one for word in folded_words(text) for one in wording(word).stems), "")
    return first in opposite_words()["shared"] or holds_any(text, "own")


def denies(text: str) -> bool:
    """Whether the words themselves turn the deed into its refusal."""
    return _NOT.search(text) is not None or holds_any(text, "denial")


def compared(a: str, b: str) -> Literal["same", "opposite"] | None:
    """How two statements stand to each other, their denial left aside; None where they may be on different things.

    All words of the shorter one, and at least three quarters of the longer, must be the same, figures and names
    without exception. Where one word is of the list of opposites, and the other has the other one of its pair
    there, they are opposite.
    """
    left, right = _affirmed(a), _affirmed(b)
    if left.numbers != right.numbers:
        return None
    common = left.stems & right.stems
    only_left, only_right = left.stems - common, right.stems - common
    pair = next(((x, y) for x in only_left for y in only_right if (x, y) in _excluding()), None)
    if pair is not None:
        only_left, only_right = only_left - {pair[0]}, only_right - {pair[1]}
    told = len(common - opposite_words()["generic"]) + (pair is not None) + bool(left.numbers)
    if (only_left and only_right) or told < _ENOUGH:
        return None
    missing = only_left | only_right
    kept = len(common) + (pair is not None)
    if kept < _LEAST * (kept + len(missing)) or not same_names(left, right, missing):
        return None
    return "same" if pair is None else "opposite"


def comparable(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of statements, by their places, that can be the same deed or opposite ones; the others need no look.

    All words of the shorter one but one stand in the longer one, so that of any two of its words one does.
    """
    said = [_affirmed(text) for text in texts]
    having: dict[str, list[int]] = {}
    for place, one in enumerate(said):
        for each in one.stems:
            having.setdefault(each, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for place, one in enumerate(said):
        rarest = sorted(one.stems, key=lambda each: (len(having[each]), each))[:2]
        if len(rarest) == 1:
            rarest += [against for own, against in _excluding() if own == rarest[0]]
        near = {other for each in rarest for other in having.get(each, ())}
        pairs |= {(min(place, other), max(place, other)) for other in near if said[other].numbers == one.numbers}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


@lru_cache(maxsize=1024)
def _affirmed(text: str) -> Wording:
    """What the text says without its denial."""
    denial = opposite_words()["denial"]
    plain = _NOT.sub("", text)
    return wording(_WORD.sub(lambda word: "" if folded(word[0]) in denial else word[0], plain))


def _stem(word: str) -> str:
    return next(iter(wording(word).stems))
