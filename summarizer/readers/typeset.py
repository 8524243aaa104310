"""Texts whose lines a typesetter or a scanner broke, words and all: put back together, as those of a PDF are."""

import re
from collections import Counter
from itertools import pairwise

_TAIL = re.compile(r"(?P<tail>[^\W\d_]{2,})[-\u2010\u00ad\u00ac]\s*\Z")
_HEAD = re.compile(r"\s*(?P<head>[^\W\d_]+)")
"""A word that a line end divides: what stands of it above and below."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NEW = re.compile(r"\s*(?:[-*+•◦▪·–—|>#]|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|\(?[a-z]\)|[A-Z][^\n:]{0,30}:(?:\s|$))")
"""How a line begins that goes on nothing: an item of a list, a row, a heading, the field of a form."""
_FEWEST, _SHARE = 3, 0.08
"""Words divided by line ends, and their share of the lines, from which the lines are those of a page."""


def put_together(text: str) -> str:
    """The text with its divided words whole and each paragraph on one line; as it is where hardly a word is divided."""
    lines = text.split("\n")
    divided = [_divided(above, below) for above, below in pairwise(lines)]
    written = [len(line.rstrip()) for line in lines if line.strip()]
    if sum(each is not None for each in divided) < max(_FEWEST, _SHARE * len(written)):
        return text
    margin = sorted(written)[int(len(written) * 0.9)]
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    parts = [lines[0]]
    for (above, below), halves in zip(pairwise(lines), divided, strict=True):
        if halves is not None:
            if not _is_hyphened(*halves, words):
                parts[-1] = parts[-1].rstrip()[:-1]
            parts[-1] = parts[-1].rstrip() + below.lstrip()
        elif above.strip() and below.strip() and not _NEW.match(below) and _is_full(above, below, margin):
            parts[-1] = f"{parts[-1].rstrip()} {below.lstrip()}"
        else:
            parts.append(below)
    return "\n".join(parts)


def _divided(above: str, below: str) -> tuple[str, str] | None:
    """The halves of a word that goes on below; a capital there begins a word of its own: `Schleswig-Holstein`."""
    tail, head = _TAIL.search(above), _HEAD.match(below)
    return (tail["tail"], head["head"]) if tail and head and head["head"][0].islower() else None


def _is_hyphened(tail: str, head: str, words: Counter[str]) -> bool:
    """Whether the text writes the word with its hyphen elsewhere, or the halves as words of their own and never the whole."""
    tail, head = tail.casefold(), head.casefold()
    return not words[tail + head] and (words[f"{tail}-{head}"] > 0 or (words[tail] > 1 and words[head] > 1))


def _is_full(above: str, below: str, margin: int) -> bool:
    return len(above.rstrip()) + 1 + len(below.split(maxsplit=1)[0]) > margin
