"""Questions by which a chair has a body decide: "Is the committee content to note it?", "Are there any objections?"."""

import re
from collections.abc import Sequence

from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.stems import shared, stems_of
from ..grounds import Borne, Line
from .answers import REACH

_BODY = (
    r"(?:(?:the|our|all|this) )?(?:committee|council|board|members?|meeting|everyone|everybody|all|we|you|colleagues|"
    r"trustees|governors|directors|group|house|assembly)(?: all| members)?"
)
_ASKS = re.compile(
    rf"\b(?:is|are|would|will) {_BODY}(?: be)? (?:content|happy|agreed|in agreement|okay|ok|in favou?r|minded|satisfied)\b[^?]*\?"
    rf"|\b(?:do|does|can|may) {_BODY} (?:all )?(?:agree|consent)\b[^?]*\?",
    re.IGNORECASE,
)
_ASKS_AGAINST = re.compile(
    rf"\b(?:any|are there|is there(?: any| an)?|hear (?:any|no)) (?:further |other )?objections?\b|\b(?:does|do|would) (?:anyone|anybody|any member|{_BODY}) (?:object|disagree|oppose)\b"
    r"|\b(?:is|are) (?:anyone|anybody|any member|any members) (?:against|opposed)\b",
    re.IGNORECASE,
)
"""The same, where "no" is the consent."""
_YES = re.compile(
    r"\W*(?:yes|yeah|aye|okay|ok|agreed|content|thank you|thanks|so (?:agreed|resolved|ordered)|good|fine)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\W*(?:no|none|nobody|no one|(?:hearing|seeing|i (?:hear|see)) (?:none|no objections?|no one))\b", re.IGNORECASE
)
_OBJECTS = re.compile(
    r"\W*(?:yes|i do\b|i object|we object|i oppose|i (?:am|'m) (?:against|opposed))\b|\bI object\b", re.IGNORECASE
)


def consented(said: str, lines: Sequence[Line]) -> Borne | None:
    """What a body is asked to consent to, and the answer makes of it; None where no such question is quoted, or no answer.

    An answer to a question for consent is read where any answer is. Here is what that does not see: that "no" is the consent to
    a question for objections, and that a chair says "Yes" or "Thank you" for those who nod.
    """
    for question in lines:
        against = _ASKS_AGAINST.search(question.text) is not None
        if not against and _ASKS.search(question.text) is None:
            continue
        for answer in lines:
            near = 0 < answer.number - question.number <= REACH
            if not near or not (against or answer.speaker == question.speaker) or not _speak_of(said, lines, answer):
                continue
            if (refused := (_OBJECTS if against else _NO).match(answer.quoted)) is not None:
                return _read(answer, refused, Strength.DENIED)
            if (agreed := (_NO if against else _YES).match(answer.quoted)) is not None:
                return _read(answer, agreed, Strength.AGREED)
    return None


def _speak_of(said: str, lines: Sequence[Line], answer: Line) -> bool:
    """Whether a quoted line before the answer tells of the claim."""
    before = [stems_of(line.quoted) for line in lines if line.number < answer.number]
    return bool(before) and bool(shared(stems_of(said), frozenset().union(*before)))


def _read(answer: Line, found: re.Match[str], strength: Strength) -> Borne:
    first, last = (answer.span[0] + at for at in found.span())
    return Borne(Reading(strength, found[0].strip(" ,.-–—"), first, last), answer)
