"""Labels of a form that is filled in again and again: "History: ...", "Discussion: ...", "Outcome: ..." of each case."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .label_words import FIELDS
from .lines import Line

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /-]{1,30}):(?=\s|\Z)")
_FEWEST_SHARED = 3
_FEWEST_KNOWN = 2
"""Of the labels that two forms share: those that are nobody's name in any text."""


def form_fields(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """The labels, in small letters, that stand once in each of two stretches of lines that follow each other, and are the same in both."""
    forms = [form for form in _stretches(text, lines) if len(form) == len(set(form))]
    found: set[str] = set()
    for one, other in pairwise(forms):
        shared = set(one) & set(other)
        if len(shared) >= _FEWEST_SHARED and len(shared & FIELDS) >= _FEWEST_KNOWN:
            found.update(one, other)
    return frozenset(found)


def _stretches(text: str, lines: Sequence[Line]) -> list[list[str]]:
    """The labels of each run of lines without a blank one between them."""
    found: list[list[str]] = [[]]
    for line in lines:
        label = _LABEL.match(text, line.start, line.end)
        if line.mark == "blank":
            found.append([])
        elif label is not None:
            found[-1].append(label["label"].casefold())
    return [form for form in found if len(form) >= _FEWEST_SHARED]
