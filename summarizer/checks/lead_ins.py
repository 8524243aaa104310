"""The line that holds the verb of a list, read with each item below it: "The Ministry will:", "Decisions"."""

import re

from ..documents import Document
from ..ladder.readings import heads, read
from ..schemas import Strength
from ..words.rungs import firm
from ..words.struck import standing

_TITLE = 2  # words
_REACH = 30  # items of a list
_LONGEST = 240  # characters of a line that leads in
_TELLING = frozenset((Strength.PROPOSED, Strength.DENIED, Strength.CONDITIONAL))
_FIRST_BESIDE = re.compile(r"(?P<stem>.{2,160}?:)\s*\((?:i|a|1)\)\s")
"""A line that leads in with the first item behind it: "AGREED: (i) that the hut be sold;"."""
_DASH = re.compile(r"\s*[–—]$")
"""In place of a colon: "RESOLVED (4 for, 2 against) –"."""
_OPEN_ENDS = (";", ",", ":", "; and", "; or")


def lead_in(document: Document, number: int) -> str:
    """The words that stand before an item of a list, to be read with it; empty where no line leads in, or binds nothing."""
    above = _above(document, number)
    stem = _DASH.sub(":", document.line_text(above).rstrip(" *_")) if above is not None else ""
    is_title = above is not None and (document.segment(above).kind == "heading" or _is_word(stem))
    if is_title and not stem.endswith(":"):
        stem = f"{stem}:" if read(stem, document.language).strength is Strength.AGREED else ""
    elif (first := _FIRST_BESIDE.match(stem)) is not None:
        stem = first["stem"]
    if not stem.endswith(":") or len(stem) > _LONGEST or standing(stem) != stem:
        return ""
    item = document.line_text(number)
    return next((words for words in (stem[:-1], stem) if _governs(words, item, document.language)), "")


def _is_word(stem: str) -> bool:
    """Whether a line is a word or two by itself, as a heading without a mark is: "Decisions", "Key decisions"."""
    return len(stem.split()) <= _TITLE and stem[-1:].isalnum()


def _above(document: Document, number: int) -> int | None:
    """The line under which an item of a list stands."""
    for above in range(number, max(number - _REACH, 1), -1):
        if not _is_item(document, above):
            return above if above < number else None
    return 1 if number > 1 else None


def _is_item(document: Document, number: int) -> bool:
    """Whether a line is an item of a list, also one without a mark: "publish the data;"."""
    segment = document.segment(number)
    if segment.kind != "sentence" or number == 1:
        return segment.kind == "bullet"
    before = document.segment(number - 1)
    if before.block == segment.block and before.kind == "bullet":
        return True  # the second sentence of one
    return document.line_text(number)[:1].islower() and document.line_text(number - 1).rstrip().endswith(_OPEN_ENDS)


def _governs(stem: str, item: str, language: str | None) -> bool:
    """Whether a word of the lead-in gives the item what it bears."""
    told = {
        one.strength for one in heads(f"{stem} {item}", language) if one.start is not None and one.start < len(stem)
    }
    if any(firm(strength) for strength in told) or not told.isdisjoint(_TELLING):
        return True
    return not told <= {None, Strength.MENTIONED} and not heads(item, language)  # "discussed:" over what has no verb
