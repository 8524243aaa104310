"""Motions and their votes, carried or lost: set in rows of their own, "Moved: Cr Lee  Seconded: Cr Ray", or in running minutes, "Mr Lee
moved to sell it. Motion carried.", and how the vote went."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..layout.found import Decided
from ..layout.page import Page, Sentence, without_number
from ..layout.rows import Row

_MOVED = re.compile(
    r"(?:moved(?: by)?|mover)\s*:?\s+\S.{0,60}?\s(?:seconded(?: by)?|seconder)\s*:?\s+\S.{0,60}", re.IGNORECASE
)
"""The row above the words: "Moved: Cr Lee    Seconded: Cr Ray"."""
_LOST = "failed|fails|lost|defeated|negatived|died|dies|fell"
_VOTE = re.compile(
    rf"(?:the )?(?:motion (?:was )?)?(?P<how>carried|{_LOST})\b[^.a-z]{{0,12}}(?:unanimously|en bloc)?[^a-z]{{0,20}}\.?",
    re.IGNORECASE,
)
_THAT = re.compile(r"That\b[,:]?\s*")
_OPENS = re.compile(r"That\b.{0,80}:")
"""Words over the numbered parts of a motion: "That Council:"."""
_ROW_END = re.compile(r"\s*[;,.](?:\s*(?:and|or))?$")
_FURTHEST_ROW = 20
"""Rows between who moved it and how the vote went."""
_HOW = rf"(?P<how>carried|passed|approved|adopted|{_LOST})\b"
CARRIED = re.compile(
    rf"(?:the )?(?:(?:motions?|proposal|amendment) (?:were )?(?:as amended )?(?:was )?(?:(?:duly )?seconded(?:,| and|, and) (?:was )?)?)?{_HOW}[^.]{{0,60}}\.?",
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
    r"(?:ayes?|yeas?|nays?|noes?|yes|no|absent|abstain\w*|abstentions?|recused|excused|in favou?r|for|against|opposed|votes?|voting|roll[- ]call(?: vote)?)\b[^:]{0,20}:"
    r"|[^.:;]{2,40}?\s?[:–—-]+\s?(?:ayes?|yeas?|yes|nays?|no|absent|abstain\w*|recused)\W*\Z",
    re.IGNORECASE,
)
"""A row of a roll-call vote, which stands between a motion and how it went: "Ayes: Lee, Ray", "Lee - aye"."""
FURTHEST = 4
"""Sentences between a motion and the words that say how it went."""
_TOLD_VOTE = re.compile(rf"\b(?:motion|proposal|amendment) (?:and it )?(?:was )?{_HOW}", re.IGNORECASE)
_IS_LOST = re.compile(rf"(?:{_LOST})\b", re.IGNORECASE)
_TOLD_LOST = re.compile(
    rf"(?:the |an? )?(?:motion|amendment)\b[^.;]{{6,200}}? (?:was |were )?(?:{_LOST})\b(?! to\b)", re.IGNORECASE
)
_SO_DECIDED = re.compile(
    r"(?i)\(?it was so (?:decided|agreed|resolved|ordered)\W*|agreed,? (?:nem\.? con|unanimously)\W*"
)
_SUGGESTED = re.compile(r"\b(?:took it|take it|suggested|proposed(?: by [^.;]{3,80}?)?) that (?=\S)")
LOST = "motion lost"
"""The basis of a decision that something was not approved."""


def motions(page: Page) -> Iterator[Decided]:
    """What each motion asked for that was carried, or that it was lost; of one that has parts, each part."""
    rows = page.rows
    for at, row in enumerate(rows):
        if _MOVED.fullmatch(row.text) is None or page.addresses_reader(row.start):
            continue
        below = rows[at + 1 : at + 1 + _FURTHEST_ROW]
        ends = next((n for n, one in enumerate(below) if _VOTE.fullmatch(one.text)), None)
        if ends is None or any(one.heading or _MOVED.fullmatch(one.text) for one in below[:ends]):
            continue
        vote = _VOTE.fullmatch(below[ends].text)
        if vote is not None:
            yield from (_told(one, vote["how"]) for one in _parts(page, below[:ends], below[ends]))


def _parts(page: Page, rows: list[Row], vote: Row) -> Iterator[Decided]:
    that = _THAT.match(rows[0].text) if rows else None
    if that is None:
        return
    if _OPENS.fullmatch(rows[0].text) and len(rows) > 1:
        for row in rows[1:]:
            if row.listed or without_number(row.text) != row.text:
                words = _ROW_END.sub("", without_number(row.text))
                start = row.start + row.text.index(words)
                yield Decided(words, start, start + len(words), (rows[0].start, vote.end), "motion carried")
        return
    start = rows[0].start + that.end()
    words = " ".join(page.text[start : rows[-1].end].split()).rstrip(" .")
    yield Decided(words, start, rows[-1].end, (rows[0].start, vote.end), "motion carried")


def _told(one: Decided, how: str) -> Decided:
    """The decision on a motion: what it asked for, or that this was not carried."""
    if _IS_LOST.match(how) is None:
        return one
    return replace(one, words=f"Motion not carried: {one.words}", basis=LOST)


def suggestions(page: Page) -> Iterator[Decided]:
    """What one of those who met suggests and "it was so decided", in a report of what each of them said."""
    put, that = None, None
    for sentence in [] if page.spoken else page.running:
        if put and that and sentence.block - put.block <= 1 and _SO_DECIDED.fullmatch(sentence.text):
            start, end = put.start + that.end(), put.start + len(put.text)
            answer = (sentence.start, sentence.start + len(sentence.text))
            words = put.text[that.end() :].rstrip(" .")
            yield Decided(words, start, end, (put.start, end), "suggested and so decided", answer=answer)
        if (found := _SUGGESTED.search(sentence.text)) is not None:
            put, that = sentence, found


def told_as_lost(text: str) -> bool:
    """Whether a sentence says by itself that a motion was lost: "The motion to keep the ferry failed"."""
    return _TOLD_LOST.match(text) is not None


class Vote(NamedTuple):
    """What became of a motion: the sentence that put it, unless it only was to end the meeting, and the words of the vote."""

    put: Sentence | None
    how: str


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
        carried = CARRIED.match(text) or (_TOLD_VOTE.search(text) if waiting else None)
        adjourned = above is not None and ADJOURNS.search(above.text) is not None
        if not carried or not (adjourned or waiting):
            return None
        self._put = None
        return Vote(None if adjourned else waiting, carried["how"])


def voted_motion(page: Page, vote: Vote, end: int) -> Iterator[Decided]:
    """What a motion asked for that was carried, or that it was lost; the vote is quoted with it."""
    sentence = vote.put
    put = MOVED_TO.match(sentence.text) if sentence is not None else None
    if sentence is not None and put is not None:
        start = sentence.start + put.start("what")
        words = put["what"].rstrip(" .")
        yield _told(Decided(words, start, start + len(words), (sentence.start, end), "motion carried"), vote.how)
