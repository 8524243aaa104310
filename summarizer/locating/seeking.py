"""The line that bears a claim best, for claims that come without a quote."""

import math
from collections import Counter
from typing import Final

from ..documents import Document
from ..schemas import Evidence
from ..words import stems
from .alterations import FUNCTION_WORDS
from .citations import whole_line
from .wordindex import Word, fold, words_of

_LEAST_SHARE: Final = 0.6
_KEPT: Final = "_lines_by_stem"


def seek(claim: str, document: Document) -> Evidence | None:
    """The line that shares most of the claim's telling words, or None where none shares enough.

    Rare words count more. A line must share words that carry three fifths of the claim's weight and
    two of its words at least (unless it has only one), and every number in it.
    """
    wanted = dict.fromkeys(_stems(words_of(claim)))
    by_stem = _lines_by_stem(document)
    weights = {stem: _weight(len(by_stem.get(stem, ())), len(document.segments)) for stem in wanted}
    shared: Counter[int] = Counter()
    score: dict[int, float] = {}
    for stem, weight in weights.items():
        for line in by_stem.get(stem, ()):
            shared[line] += 1
            score[line] = score.get(line, 0.0) + weight
    numbers = [by_stem.get(stem, frozenset[int]()) for stem in wanted if any(map(str.isnumeric, stem))]
    enough = _LEAST_SHARE * sum(weights.values())
    fit = [
        line
        for line, reached in score.items()
        if reached >= enough and shared[line] >= min(2, len(wanted)) and all(line in lines for lines in numbers)
    ]
    best = min(fit, key=lambda line: (-score[line], line), default=None)
    return None if best is None else whole_line(document, best)


def _weight(lines_with: int, lines: int) -> float:
    return math.log1p(lines / (lines_with + 1))


def _stems(words: list[Word]) -> list[str]:
    folded = (fold(word.surface) for word in words)
    return [stems.stem(word) for word in folded if word not in FUNCTION_WORDS]


def _lines_by_stem(document: Document) -> dict[str, frozenset[int]]:
    """Lines by the words they hold; whose words they are counts as said."""
    # Kept on the document, as `cached_property` keeps things: as a key of a cache it would be hashed for each claim.
    kept: dict[str, dict[str, frozenset[int]]] = vars(document)
    if _KEPT not in kept:
        lines: dict[str, set[int]] = {}
        for line, segment in enumerate(document.segments, start=1):
            for stem in _stems([*words_of(document.line_text(line)), *words_of(segment.label or "")]):
                lines.setdefault(stem, set()).add(line)
        kept[_KEPT] = {stem: frozenset(found) for stem, found in lines.items()}
    return kept[_KEPT]
