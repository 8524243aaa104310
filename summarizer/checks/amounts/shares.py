"""Shares and multiples in English words: "a third", "three quarters of", "halve", "double"; not "a third meeting"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..words import keyed, listed, ranked

_QUARTER, _HALF = 4, 2
_MARK = re.compile(r"[^\w\s-]|\n")


@lru_cache(maxsize=1)
def share_words() -> dict[str, int]:
    """The words for the parts of a whole, each with the number of parts; for "double" and the like, 0."""
    single = {word: rank for word, rank in ranked("ordinals").items() if rank > _HALF}
    single |= {"half": _HALF, "quarter": _QUARTER}
    return single | {f"{word}s": parts for word, parts in single.items()} | dict.fromkeys(keyed("factors"), 0)


def share_at(text: str, tokens: Sequence[re.Match[str]], words: Sequence[str], at: int) -> tuple[int, float] | None:
    """The share or multiple that a word begins, and the place of its last word; None where it begins none.

    tokens: the words of the text where they stand, marks left out. words: the same, in lower case without accents.
    """
    if words[at] in ranked("units") and at + 1 < len(words) and words[at + 1] in share_words():
        at += 1
    if words[at] not in share_words():
        return None
    around = [""] * 5
    for step in (-1, 1):
        for away in (1, 2):
            place = at + step * away
            if not 0 <= place < len(words):
                break
            first, last = sorted((place, place - step))
            if _MARK.search(text, tokens[first].end(), tokens[last].start()):
                break
            around[2 + step * away] = words[place]
    value = _share(around[:2], words[at], around[3:])
    return None if value is None else (at, value)


def _share(before: Sequence[str], word: str, behind: Sequence[str]) -> float | None:
    """The share or multiple that a word tells with what stands around it; None where it tells none.

    word: one of `share_words`. before, behind: two words each, in lower case; "" from the nearest mark on.
    """
    parts = share_words()[word]
    if not parts:
        return float(keyed("factors")[word])
    far, near = before
    alone = not behind[0] or behind[0] in listed("behind_shares")
    if word == "half":
        if near in listed("before_half") and behind[0] in listed("halved"):
            return None  # "the second half of May"
        told = behind[0] in listed("halved") and behind[1] not in keyed("periods")  # not "half an hour"
        return 0.5 if told or (alone and near in listed("before_shares")) else None
    count = 1 if near in ("a", "an") else ranked("units").get(near, 0)
    if not count or word.endswith("s") != (count > 1):
        return None
    plain = count > 1 and parts != _QUARTER  # "three quarters" may be nine months, "a third" the one after the second
    if plain or behind[0] == "of" or (alone and far in listed("before_shares")):
        return count / parts
    return None
