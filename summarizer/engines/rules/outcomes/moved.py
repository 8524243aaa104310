"""How running minutes word a motion and its vote: "Mr Lee moved to sell it. Motion carried."."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..layout.found import Decided
from ..layout.page import Page, Sentence

_HOW = r"(?P<how>carried|passed|approved|adopted|failed|lost)\b"
CARRIED = re.compile(
    rf"(?:the )?(?:motions? (?:were )?(?:as amended )?(?:was )?(?:(?:duly )?seconded(?:,| and|, and) (?:was )?)?)?{_HOW}[^.]{{0,60}}\.?",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"(?:on a )?(?:motion\b|moved\b|it was moved)|.{2,60}?\b(?:moved|motioned|made a motion)\b", re.IGNORECASE
)
MOVED_TO = re.compile(
    r"(?:(?:[^.:\n]|[.:](?=\S)){3,160}?: |after [\w ]{3,30}, )*(?:(?:(?-i:[A-Z])[\w.'’-]*,? ){1,5})?(?:motion(?:ed)?|moved|proposed|it was moved|made a motion)\b(?:[^.]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bMrs)\.){0,120}?\s(?P<what>(?:to (?!the\b|an?\b)|that )[a-z]\S* .+)",
    re.IGNORECASE | re.DOTALL,
)
"""A motion, and what it asks for."""
ADJOURNS = re.compile(r"\bto adjourn(?: the meeting)?(?: at [\d:.]+(?: ?[ap]\.?m)?)?\.?$", re.IGNORECASE)
"""A motion by which the meeting only ends."""
TALLY = re.compile(
    r"(?:ayes?|yeas?|nays?|noes?|yes|no|absent|abstain\w*|abstentions?|recused|excused|in favou?r|for|against|opposed|votes?|voting|roll[- ]call(?: vote)?)\b[^:]{0,20}:",
    re.IGNORECASE,
)
"""A row of a roll-call vote, which stands between a motion and how it went."""
FURTHEST = 4
"""Sentences between a motion and the words that say how it went."""
_VOTE = re.compile(rf"\bmotion (?:was )?{_HOW}", re.IGNORECASE)


class Vote(NamedTuple):
    """What became of a motion; `carried` is the sentence that put it, where it is a decision now."""

    carried: Sentence | None


class Motions:
    """The motion that waits for its vote, as far as the sentences have come."""

    def __init__(self) -> None:
        self._put: Sentence | None = None
        self._ago = 0  # sentences

    def vote(self, sentence: Sentence, above: Sentence | None) -> Vote | None:
        """Whether a sentence tells how the vote went; a motion that it puts is kept."""
        text = sentence.text
        put = MOVED_TO.match(text)
        if put:
            self._put, self._ago = sentence, 0
        elif not TALLY.match(text):
            self._ago += 1
            self._put = self._put if self._ago <= FURTHEST else None
        waiting = None if put else self._put
        carried = CARRIED.match(text) or (_VOTE.search(text) if waiting else None)
        adjourned = above is not None and ADJOURNS.search(above.text) is not None
        if not carried or not (adjourned or waiting):
            return None
        self._put = None
        lost = adjourned or carried["how"].lower() in ("failed", "lost")
        return Vote(None if lost else waiting)


def carried_motion(page: Page, sentence: Sentence, end: int) -> Iterator[Decided]:
    """What a motion asked for that was carried; the vote is quoted with it."""
    put = MOVED_TO.match(sentence.text)
    if put is not None:
        start = sentence.start + put.start("what")
        stop = start + len(put["what"].rstrip(" ."))
        yield Decided(page.text[start:stop], start, stop, (sentence.start, end), "motion carried")
