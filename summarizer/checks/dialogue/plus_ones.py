"""Votes by "+1" on what is proposed, as groups that meet in writing take them: all for it, and nobody against."""

import re

from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.stems import shared, stems_of
from ..grounds import Borne, Grounds, Line

_PROPOSED = re.compile(
    r"\W*(?:proposed|draft|suggested)(?: resolution| decision)?\W*:|\W*propos(?:al|ed)\b", re.IGNORECASE
)
_FOR = re.compile(r"\W*\+\s?1\b(?! to\b)")
_AGAINST = re.compile(r"\W*-1\b")
_LEAST = 2  # who say so
_SHARE = 0.5


def voted(said: str, grounds: Grounds) -> Borne | None:
    """The proposal that quoted votes carry; None where fewer than two are quoted, or anybody votes against it."""
    for line in grounds.merged:
        stems = stems_of(said)
        if _PROPOSED.match(line.text) is None or len(shared(stems, stems_of(line.quoted))) < _SHARE * len(stems):
            continue
        votes = [one for one in grounds.merged if one.number > line.number and _FOR.match(one.text)]
        if len({one.speaker for one in votes}) >= _LEAST and not _opposed(line, grounds):
            first = line.span[0]
            return Borne(Reading(Strength.AGREED, line.quoted, first, line.span[1]), line)
    return None


def _opposed(line: Line, grounds: Grounds) -> bool:
    """Whether anybody votes against it before the next subject."""
    document = grounds.index.document
    for number in range(line.number + 1, len(document.segments) + 1):
        text = document.line_text(number)
        if document.segment(number).kind == "heading" or _PROPOSED.match(text):
            return False
        if _AGAINST.match(text):
            return True
    return False
