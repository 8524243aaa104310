"""A subject in a row of its own: without its number, the time allotted to it and whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..sentences.due import MONTH
from .page import without_number, without_typist
from .rows import Row

SUBJECT = re.compile(r"(?:subjects?|re|regarding)\s*(?::\s*(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)
TRAILER = re.compile(
    r"\s*(?:\((?:@|[\d~]+ ?(?:m|min|mins|minutes|hours?|h)\b)[^()]*\)|\[[\d~]+ ?(?:m|min|mins|minutes)\]|[\w.-]*/?[\w.-]+#\d+|#\d+|\[?#\d+\]?\(\S+\)|[:–-])\s*$",
    re.IGNORECASE,
)
ISSUE = re.compile(r"(?:issue|pr|pull request|item|agenda item|topic)\s*#?\d+\s*[:.\-–]\s*", re.IGNORECASE)
NO_TOPIC = re.compile(
    r"(?:none|n/?a|tbd|no topics?|other (?:things|points|matters|items)\b.*|.*\bextracted from\b.*|https?://\S+|timestamp.*|date\b.*|time\b(?! off\b).*|\W*|zoom.*|.*https?://\S+/\S*(?:recording|zoom|meet)\S*)",
    re.IGNORECASE,
)
TASK = re.compile(r"(?:actions?(?: items?| points?)?|todos?|to-?do) ?: +\S", re.IGNORECASE)
"""A next step among the rows of an agenda."""
MARKING = re.compile(
    rf"(?:[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){{0,3}}, )?(?i:{MONTH})(?:[–—-](?i:{MONTH}))?(?: \d{{1,2}}(?:[–—-]\d{{1,2}})?,?)? \d{{4}}"
    r"|(?=\S*\d)(?=\S*/)[A-Z]\S+"
    r"|(?i:(?:top secret|secret|confidential|restricted|unclassified|official use only|limited official use|eyes only|sensitive|exdis|nodis|limdis|draft|nonlog)(?:[;,/ –-]+|$))+"
)
"""A day, a number or a classification of the record, by itself."""
BRACKETED = re.compile(r"\[[^\[\]]+\](?!\()")
"""A tag before a topic: "[Onboarding] Express"; not a link."""
LONGEST_TOPIC = 160
LETTERED = re.compile(r"\A\(?(?:[A-Z]|[IVX]{2,5})[.)]\s+(?=[^\W\d_a-z])")
"""The letter of a heading: "A. SITUATION"."""


@dataclass(frozen=True)
class Topic:
    """A subject as the document words it: `text[start:end] == words`."""

    words: str
    start: int
    end: int
    row: Row
    basis: str
    within: int
    """Offset at which its section ends."""


def topic_in(row: Row, basis: str, within: int, skip: int = 0) -> Topic | None:
    """The subject in a row, without number, time allotted, issue number or owner."""
    text = row.text[skip:]
    tagged = BRACKETED.match(text.lstrip(" *_")) is not None
    start = skip + len(text) - len(text.lstrip(" *_" if tagged else " *_["))
    text = row.text[start:].rstrip(" *_")
    lead = ISSUE.match(text)
    if lead and lead.end() < len(text):
        start, text = start + lead.end(), text[lead.end() :]
    text = without_typist(text)
    plain = unlettered(without_number(text))
    start, text = start + len(text) - len(plain), plain
    while (tail := TRAILER.search(text)) and tail.start() > 3:
        text = text[: tail.start()]
    text = text.rstrip(" :*_")
    if len(text) > LONGEST_TOPIC:
        cut = re.search(r"[.;?!:]\s", text[20:])
        text = text[: 20 + cut.start()] if cut else text
    if (
        len(text) > 3 * LONGEST_TOPIC
        or len(text) < 3
        or NO_TOPIC.fullmatch(text)
        or TASK.match(text)
        or MARKING.fullmatch(text)
        or SUBJECT.fullmatch(text)
    ):
        return None
    return Topic(text, row.start + start, row.start + start + len(text), row, basis, within)


def topics_in(rows: Sequence[Row], basis: str, end: int) -> list[Topic]:
    """The subjects of several rows, each with what stands up to the next one; the last up to `end`."""
    ends = [*(row.start for row in rows[1:]), end]
    found = [topic_in(row, basis, within) for row, within in zip(rows, ends, strict=False)]
    return [topic for topic in found if topic is not None]


def unlettered(text: str) -> str:
    """A heading without its letter."""
    return LETTERED.sub("", text)
