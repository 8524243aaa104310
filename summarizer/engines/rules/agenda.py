"""Subjects that the document's own structure names: subject lines, agendas, headings of minutes."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise, takewhile

from .due import MONTH
from .entries import is_name
from .labels import CHAIR_LABEL, SCRIBE_LABEL, is_attendance, read_label
from .page import Page, Row, without_number
from .run_in import run_in_heads
from .sides import DISTRIBUTION, opens_side
from .words import words

SUBJECT = re.compile(r"(?:subjects?|re|regarding)\s*(?::\s*(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)
AGENDA = re.compile(
    r"(?:(?:the |today['’]s |proposed |draft |meeting |discussion |main )*(?:agenda(?: items?)?|topics?(?: discussed| covered)?|items? discussed|order of business|discussion(?: items| topics)?"
    r"|discussed topics|subjects(?: discussed)?))(?:\s*[:(\-–].*)?",
    re.IGNORECASE,
)
TRAILER = re.compile(
    r"\s*(?:\((?:@|[\d~]+ ?(?:m|min|mins|minutes|hours?|h)\b)[^()]*\)|\[[\d~]+ ?(?:m|min|mins|minutes)\]|[\w.-]*/?[\w.-]+#\d+|#\d+|\[?#\d+\]?\(\S+\)|[:–-])\s*$",
    re.IGNORECASE,
)
ISSUE = re.compile(r"(?:issue|pr|pull request|item|agenda item|topic)\s*#?\d+\s*[:.\-–]\s*", re.IGNORECASE)
NO_TOPIC = re.compile(
    r"(?:none|n/?a|tbd|no topics?|other (?:things|points|matters|items)\b.*|.*\bextracted from\b.*|https?://\S+|timestamp.*|date\b.*|time\b.*|\W*|zoom.*|.*https?://\S+/\S*(?:recording|zoom|meet)\S*)",
    re.IGNORECASE,
)
MARKING = re.compile(
    rf"(?:[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){{0,3}}, )?(?i:{MONTH})(?:[–—-](?i:{MONTH}))?(?: \d{{1,2}}(?:[–—-]\d{{1,2}})?,?)? \d{{4}}"
    r"|(?=\S*\d)(?=\S*/)[A-Z]\S+"
    r"|(?i:(?:top secret|secret|confidential|restricted|unclassified|official use only|limited official use|eyes only|sensitive|exdis|nodis|limdis|draft|nonlog)(?:[;,/ –-]+|$))+",
)
"""A day, a number or a classification of the record, by itself."""
NOT_OF_THIS = re.compile(
    r"(?:(?:date|time|date and time) (?:of|for) (?:the )?)?next (?:call|meeting|session)(?:\s*(?:[:–—-]|\b(?:date|on|is|will|takes)\b).*)?"
    r"|links? (?:discussed|mentioned|shared|posted)\b.*|(?:\w+ )?agenda (?:page|link)|(?:audio|video|recording)\b[\w/ ]* of the (?:meeting|call)|(?:begin|end|start) (?:of )?(?:text|summary|comment|quote)",
    re.IGNORECASE,
)
"""A heading of what is no subject of the meeting: the next one, its links and recordings, the limits of a text that was read out."""
BRACKETED = re.compile(r"\[[^\[\]]+\](?!\()")
"""A tag before a topic: "[Onboarding] Express"; not a link."""
LONGEST_TOPIC = 160
LONGEST_HEADING = 8
"""Words of a heading that ends with a full stop; a longer one is a sentence."""
FEWEST_HEADINGS = 3
FINITE_HEADING = re.compile(r"^(?:[^\W\d_a-z][\w.’'-]* ){2,5}(?:[a-z]{3,}s) (?:[a-z]|[A-Z])")
"""A headline that reports what somebody does: "Minister Lee concludes visits"."""
MAST = re.compile(
    r"\b(?:minutes|meeting|readout|record|notes|report|hearing|committee|council|board|department|ministry|office|parliament|house|senate|assembly|"
    r"questions|witnesses)\b",
    re.IGNORECASE,
)
"""In a heading that says what record it is, or whose."""
TITLE = re.compile(r"[^\W\d_a-z][\w’'-]*(?: (?:[^\W\d_a-z][\w’'-]*|of|the|and|in|for|to|on|at|from|with|a|an)){1,8}")
"""A line in which every word of weight has a capital."""
TURN_BELOW = re.compile(r"[^\W\d_a-z][^:\n]{2,90}:\s+\S")
NEAR_FIRST_TURN = 200
FEWEST_TITLES = 3
LETTERED = re.compile(r"\(?(?:[A-Z]|[IVX]{2,5})[.)]\s+(?=[^\W\d_a-z])")
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


def topics(page: Page, headed: list[Topic], people: frozenset[str]) -> list[Topic]:
    """Subject lines, else the agenda, else the headings or the heads of paragraphs; each once.

    headed: the `headings` of the page. people: words of known names.
    """
    found = _subject_lines(page)
    agenda = _agenda(page)
    if agenda:
        return _once(found + agenda)
    under = [] if found and page.document.kind == "prose" else headed
    return _once(found + ((_titles(page) if len(under) < FEWEST_HEADINGS else []) or under or _run_in(page, people)))


def headings(page: Page) -> list[Topic]:
    """Headings that name a subject: not the title, nor what every record has, such as "Attendees"."""
    rows = [row for row in page.rows if row.heading]
    sides = {row.start for at, row in enumerate(page.rows) if row.heading and opens_side(page.rows, at)}
    mast = _masthead(page)
    found = []
    for at, row in enumerate(rows):
        end = next((r.start for r in rows[at + 1 :] if r.heading <= row.heading), len(page.text))
        if (
            row is page.rows[0]
            or (row.heading == 1 and sum(r.heading == 1 for r in rows) == 1)
            or is_boilerplate(row.text)
            or page.is_frame(page.line_at(row.start))
            or row.start in sides
            or row.start in mast
            or (row.text.endswith(".") and len(row.text.split()) > LONGEST_HEADING)
        ):
            continue
        topic = _topic(row, "heading", end)
        if topic is not None:
            found.append(topic)
    return found


def _masthead(page: Page) -> set[int]:
    """Offsets of headings that head the record and no subject: those above all text, and those with nothing under them."""
    rows = page.rows
    opening = list(takewhile(lambda row: row.heading, rows))
    later = [row for row in rows[len(opening) :] if row.heading]
    found = {row.start for row in opening[:-1] if later and MAST.search(row.text)}
    if later and opening and MAST.search(opening[-1].text) and all(r.heading != opening[-1].heading for r in later):
        found.add(opening[-1].start)
    for row, below in pairwise(rows):
        if row.heading and below.heading and below.heading <= row.heading and MAST.search(row.text):
            found.add(row.start)
    for row, below, third in zip(rows, rows[1:], rows[2:], strict=False):
        if row.heading and third.heading and below.text.endswith("—"):
            found.add(row.start)  # "The Minister was asked—": the subjects are the headings below
    if page.document.kind == "prose" and len(later) + len(opening) <= FEWEST_HEADINGS:
        found |= {row.start for row in [*opening, *later] if FINITE_HEADING.search(row.text)}
    return found


def _titles(page: Page) -> list[Topic]:
    """Lines of their own in a transcript that are set like a title: "Visa Processing Times"."""
    if not page.spoken:
        return []
    rows = [
        row
        for row, below in pairwise(page.rows)
        if row.gap
        and below.gap
        and not (row.listed or row.heading)
        and TITLE.fullmatch(row.text)
        and not is_boilerplate(row.text)
    ]
    turns = [s.start for s in page.document.segments if s.speaker]
    rows = [row for row in rows if turns and row.start > turns[0] - NEAR_FIRST_TURN and _asked_below(page, row)]
    if len(rows) < FEWEST_TITLES:
        return []
    ends = [*(row.start for row in rows[1:]), len(page.text)]
    found = [_topic(row, "title of a section", end) for row, end in zip(rows, ends, strict=True)]
    return [topic for topic in found if topic is not None]


def _asked_below(page: Page, row: Row) -> bool:
    """Whether the row after it begins a turn of speech."""
    below = next((r for r in page.rows if r.start > row.start), None)
    return below is not None and TURN_BELOW.match(below.text) is not None


def _run_in(page: Page, people: frozenset[str]) -> list[Topic]:
    heads = run_in_heads(page, people)
    ends = [*(head.row.start for head in heads[1:]), len(page.text)]
    return [
        Topic(
            head.words,
            at := head.row.start + head.row.text.index(head.words),
            at + len(head.words),
            head.row,
            "head of a paragraph",
            end,
        )
        for head, end in zip(heads, ends, strict=False)
    ]


def is_boilerplate(text: str) -> bool:
    """Whether a heading stands in any record: "Attendees", "Next steps", "Minutes"."""
    plain = _unlettered(without_number(text)).strip(" :*_.#").lower()
    if NOT_OF_THIS.fullmatch(plain) or _names_officer(text):
        return True
    if ":" in plain and DISTRIBUTION.fullmatch(plain.partition(":")[0]):
        return True
    return plain in words().boilerplate or is_attendance(plain) or AGENDA.fullmatch(plain) is not None


def _names_officer(text: str) -> bool:
    """Whether a heading is a label with the one it names: "Moderator: Ann Lee"."""
    label, colon, rest = text.partition(":")
    read = read_label(label, inline=True) if colon and rest.strip() else None
    return read is not None and read.basis in (CHAIR_LABEL, SCRIBE_LABEL) and is_name(rest.strip(" *_"), spaced=True)


def section_of(found: list[Topic], offset: int) -> Topic | None:
    """The topic in force at an offset."""
    at = bisect_right([topic.start for topic in found], offset) - 1
    while at >= 0:
        if offset < found[at].within:
            return found[at]
        at -= 1
    return None


def _subject_lines(page: Page) -> list[Topic]:
    found = []
    for at, row in enumerate(page.rows[:40]):
        match = SUBJECT.fullmatch(row.text)
        if match is None or row.text.startswith("re ") or row.listed:
            continue
        if match["rest"]:
            topic = _topic(row, "subject line", len(page.text), match.start("rest"))
            if topic is not None:
                found.append(topic)
        elif row.text.rstrip(":").lower() != "re":
            for below in page.rows[at + 1 : at + 12]:
                if below.gap or SUBJECT.fullmatch(below.text):
                    break
                topic = _topic(below, "subject line", len(page.text))
                if topic is not None:
                    found.append(topic)
    return found


def _agenda(page: Page) -> list[Topic]:
    found: list[Topic] = []
    for at, row in enumerate(page.rows):
        if not AGENDA.fullmatch(without_number(row.text)) or row.bullet or (len(row.text) > 60):
            continue
        if not (row.heading or row.text.rstrip("*").endswith(":") or row.text.isupper()):
            continue
        below: list[Row] = []
        for entry in page.rows[at + 1 :]:
            if entry.heading and (entry.heading <= row.heading or not row.heading):
                break
            if not row.heading and entry.gap and below and not entry.listed:
                break
            below.append(entry)
        found.extend(_entries(below))
    return found


def _entries(rows: list[Row]) -> list[Topic]:
    """Entries of the highest order below an agenda's heading, under each of its sub-headings."""
    found = []
    listed = [row for row in rows if row.bullet or row.numbered]
    if not listed:
        return []
    outer = min(row.indent for row in listed)
    skipping = False
    for at, row in enumerate(rows):
        if row.heading:
            skipping = is_boilerplate(row.text)
        if skipping or not (row.bullet or row.numbered) or row.indent > outer or row.heading:
            continue
        nested = [r for r in rows[at + 1 :] if r.start > row.start]
        end = next((r.start for r in nested if r.indent <= outer), nested[-1].end + 1 if nested else row.end + 1)
        topic = _topic(row, "agenda", end)
        if topic is not None and not is_boilerplate(row.text):
            found.append(topic)
    return found


def _topic(row: Row, basis: str, within: int, skip: int = 0) -> Topic | None:
    """The subject in a row, without number, time allotted, issue number or owner."""
    text = row.text[skip:]
    tagged = BRACKETED.match(text.lstrip(" *_")) is not None
    start = skip + len(text) - len(text.lstrip(" *_" if tagged else " *_["))
    text = row.text[start:].rstrip(" *_")
    for pattern in (ISSUE,):
        lead = pattern.match(text)
        if lead and lead.end() < len(text):
            start, text = start + lead.end(), text[lead.end() :]
    plain = _unlettered(without_number(text))
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
        or MARKING.fullmatch(text)
        or SUBJECT.fullmatch(text)
    ):
        return None
    return Topic(text, row.start + start, row.start + start + len(text), row, basis, within)


def _unlettered(text: str) -> str:
    return LETTERED.sub("", text, count=1) if LETTERED.match(text) else text


def _once(found: list[Topic]) -> list[Topic]:
    seen: set[str] = set()
    kept = []
    for topic in sorted(found, key=lambda t: t.start):
        key = " ".join(topic.words.lower().split())
        if key not in seen:
            seen.add(key)
            kept.append(topic)
    return kept
