"""Whether a line break inside a paragraph was put there by an editor's margin, or by the writer."""

import re
from collections.abc import Container, Sequence

from ..abbreviations import is_unfinished
from .lines import Line

FIELD = re.compile(
    r"(?:\*\*|__)?[^\W\d_][\w/&()'’-]{1,24}(?:[^\S\n][\w#/&().'’-]{1,20}){0,3}(?:\*\*|__)?[:：](?=\s|\Z|\*\*|__)"
)
"""`Present: ...`, `Date of meeting: ...`: a line of its own whatever stands around it."""
CONTINUATION = re.compile(r"(?:…|\.\.\.)[^\S\n]+")
"""How W3C minutes begin a further line of the same speaker."""

SECTION = re.compile(
    r"Attendees|Participants|Invitees|Speakers|Present|Absent|Apologies|Regrets|Agenda|Summary|Transcript|Decisions|Action items",
    re.IGNORECASE,
)
"""Alone on a line, the name of what stands below it."""

_NARROWEST, _WIDEST = 40, 160
"""Columns between which an editor's margin lies."""
_FEWEST_SMALL, _SMALL_SHARE = 6, 0.8
_ENDS = ".!?:;,…。！？؟।"


class Wrapping:
    """The margin of a text, and which of its line breaks that margin made."""

    def __init__(self, text: str, lines: Sequence[Line], labelled: Container[int]) -> None:
        self.text = text
        self.lines = lines
        inner = sorted(
            self._column(line)
            for number, line in enumerate(lines[:-1])
            if line.mark in ("text", "bullet") and lines[number + 1].mark == "text" and number + 1 not in labelled
        )
        texts = [len(line) for line in lines if line.mark == "text"]
        whole_paragraphs = 2 * sum(length for length in texts if length > _WIDEST) > sum(texts)
        begun = (text[line.start] for line in lines if line.mark in ("text", "bullet"))
        first = [letter for letter in begun if letter.isalpha()]
        self.small = len(first) >= _FEWEST_SMALL and sum(map(str.islower, first)) >= _SMALL_SHARE * len(first)
        """Whether lines begin with small letters throughout, as in notes typed by hand: then such a letter goes on nothing."""
        self.margin = inner[int(len(inner) * 0.95)] if inner and not whole_paragraphs else 0

    def joins(self, number: int) -> bool:
        """Whether the sentence may go on from this line to the next."""
        line, following = self.lines[number], self.lines[number + 1]
        if line.literal or CONTINUATION.match(self.text, following.start) or FIELD.match(self.text, following.start):
            return False
        if SECTION.fullmatch(self.text, following.start, following.end):
            return False
        words = self.text[following.start : following.end].split(maxsplit=4)
        if _NARROWEST <= self.margin <= _WIDEST and self._column(line) + 1 + len(words[0]) > self.margin:
            return True
        above = self.text[line.start : line.end]
        broken = (
            self.text[line.end - 1] not in _ENDS and words[0][:1].islower() and not (self.small and line.mark == "text")
        )
        return (broken or is_unfinished(above, words[0])) and len(words) > 1 and len(above.split(maxsplit=4)) > 3

    def _column(self, line: Line) -> int:
        return line.end - self.text.rfind("\n", 0, line.start) - 1
