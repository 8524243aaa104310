"""Quotations within the words of a document: what stands in marks, and what stands around it."""

import re
from typing import NamedTuple

from ..documents import Document

_CLOSES = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_MARK = re.compile('["“”„«»]')


class Quotation(NamedTuple):
    """A quotation that is open at some place, and its block."""

    before: str
    """What stands before the opening mark."""
    words: str
    """What stands from the mark to the end of the quotation; where it does not close, to the end of the block."""
    behind: str
    """What stands behind the closing mark."""


def quotation_at(document: Document, number: int, at: int) -> Quotation | None:
    """The quotation in which a place of the document stands, if it opens and is not closed before, in the block of that line."""
    block, first, last = document.segment(number).block, number, number
    while first > 1 and document.segment(first - 1).block == block:
        first -= 1
    while last < len(document.segments) and document.segment(last + 1).block == block:
        last += 1
    text, begin, end = document.text, document.segment(first).start, document.segment(last).end
    opening = _open(text, begin, at)
    if opening is None:
        return None
    closes = (mark.start() for mark in _MARK.finditer(text, at, end) if mark[0] in _CLOSES[text[opening]])
    closing = next(closes, end)
    return Quotation(text[begin:opening], text[opening:closing], text[closing + 1 : end])


def _open(text: str, begin: int, at: int) -> int | None:
    """Where the quotation opens in which a place stands; None where it stands in none."""
    opening: int | None = None
    for mark in _MARK.finditer(text, begin, at):
        if opening is not None and mark[0] in _CLOSES[text[opening]]:
            opening = None
        elif opening is None and mark[0] in _CLOSES:
            opening = mark.start()
    return opening
