"""Headings, and lines set like them, that name a subject of the meeting."""

import re
from itertools import pairwise, takewhile, zip_longest

from ....dating.forms import find_absolute
from ....header import MARKING
from ..naming.shapes import is_name
from ..words import words
from .labels import CHAIR_LABEL, SCRIBE_LABEL, is_attendance, read_label
from .page import Page, without_number
from .rows import Row
from .sides import opens_side
from .topics import Topic, topic_in, topics_in, unlettered

AGENDA = re.compile(
    r"(?:(?:the |today['’]s |proposed |draft |meeting |discussion |main )*(?:agenda(?: items?)?|topics?(?: discussed| covered)?|items? discussed|order of business|discussion(?: items| topics)?"
    r"|discussed topics|subjects(?: discussed)?))(?:\s*[:(\-–].*)?",
    re.IGNORECASE,
)
GROUPING = re.compile(
    r"(?:(?:pull requests? and |issue |bug )?triage|carr(?:y|ied)[ -]?overs?\b.*|check[ -]?ins?(?: on\b.*)?|open discussion\b.*|announcements?|reports?"
    r"|(?:any )?(?:other )?(?:new|old|open|ongoing|existing|previous|timely|pending|outstanding|unfinished|remaining|urgent|discussion|decision|consent|information|other)"
    r" (?:issues?|business|matters?|items?|topics?|prs|pull requests?)(?: (?:from|carried over)\b.*)?"
    r"|(?:(?:items?|matters?|issues?|topics?|papers?) )?(?:for|to) (?:decision|discussion|information|noting|approval|note|discuss|decide|approve)"
    r"|matters arising\b.*|a\.?o\.?b\.?)",
    re.IGNORECASE,
)
"""What an agenda puts over its items, and is none of them: "New issues", "For decision"."""
NOT_OF_THIS = re.compile(
    r"(?:(?:date|time|date and time) (?:of|for) (?:the )?)?next (?:call|meeting|session)(?:\s*(?:[:–—-]|\b(?:date|on|is|will|takes)\b).*)?"
    r"|links? (?:discussed|mentioned|shared|posted)\b.*|(?:\w+ )?agenda (?:page|link)|(?:github|meeting) agenda|(?:audio|video|recording)\b[\w/ ]* of the (?:meeting|call)|(?:begin|end|start) (?:of )?(?:text|summary|comment|quote)",
    re.IGNORECASE,
)
"""A heading of what is no subject of the meeting: the next one, its links and recordings, the limits of a text that was read out."""
PART = re.compile(
    r"(?:council|committee|board|officers?['’]?s?|staff) (?:resolution|recommendation|decision)(?: (?:no\.? ?)?[\d/-]+)?|motion|roll[- ]call votes?|recommendation|background|(?:officer )?comments?",
    re.IGNORECASE,
)
"""A heading inside the section of one subject: "OFFICER RECOMMENDATION", "COUNCIL RESOLUTION 041/25"."""
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
NAMES_RECORD = re.compile(r"(?:draft |summary )?(?:minutes?|notes?|record|memorandum) of\b", re.IGNORECASE)
NEAR_TOP = 6
"""Rows in which a heading of that form says what the record is."""
NEAR_ROLL = 12
ROWS_OVER_ROLL = 1
"""Rows of text that may stand between such a heading and the list."""
TITLE = re.compile(r"[^\W\d_a-z][\w’'-]*(?: (?:[^\W\d_a-z][\w’'-]*|of|the|and|in|for|to|on|at|from|with|a|an)){1,8}")
"""A line in which every word of weight has a capital."""
TURN_BELOW = re.compile(r"[^\W\d_a-z][^:\n]{2,90}:\s+\S")
PICTURES = re.compile("[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")
MARKS_BETWEEN = " \t\n:#*_=-.()0123456789"
"""What may stand between a heading and the one right below it."""
NEAR_FIRST_TURN = 200
FEWEST_TITLES = 3


def headings(page: Page) -> list[Topic]:
    """Headings that name a subject: not the title, nor what every record has, such as "Attendees"."""
    titles_ = {row.start for row in page.records}
    rows = [row for row in page.rows if row.heading and row.start not in titles_]
    sides = {row.start for at, row in enumerate(page.rows) if row.heading and opens_side(page.rows, at)}
    mast = _masthead(page)
    found = []
    for at, row in enumerate(rows):
        below = (r for r in rows[at + 1 :] if r.heading <= row.heading and PART.fullmatch(r.text.rstrip(":")) is None)
        end = next((r.start for r in below), len(page.text))
        end = min([end, *(start for start in titles_ if start > row.start)])
        if (
            row is page.rows[0]
            or (row.heading == 1 and sum(r.heading == 1 for r in rows) == 1)
            or is_boilerplate(row.text)
            or page.is_frame(page.line_at(row.start))
            or row.start in sides
            or row.start in mast
            or _only_groups(page, row, rows[at + 1 : at + 2])
            or (row.text.endswith(".") and len(row.text.split()) > LONGEST_HEADING)
        ):
            continue
        topic = topic_in(row, "heading", end)
        if topic is not None:
            found.append(topic)
    return _outermost(found)


def _only_groups(page: Page, row: Row, below: list[Row]) -> bool:
    """Whether nothing but the first of its items stands below a heading: "Old business"."""
    of_one_level = bool(below) and below[0].heading == row.heading
    return (
        of_one_level
        and GROUPING.fullmatch(row.text) is not None
        and not page.text[row.end : below[0].start].strip(MARKS_BETWEEN)
    )


def _outermost(found: list[Topic]) -> list[Topic]:
    """Without headings of the parts of a subject, where there are several of the highest level: a table of contents."""
    top = min((topic.row.heading for topic in found), default=0)
    if sum(topic.row.heading == top for topic in found) < FEWEST_HEADINGS:
        return found
    kept: list[Topic] = []
    for topic, below in zip_longest(found, found[1:]):
        if kept and topic.start < kept[-1].within and topic.row.heading > kept[-1].row.heading:
            continue
        groups = below is not None and below.start < topic.within and GROUPING.fullmatch(topic.words) is not None
        if not groups:
            kept.append(topic)
    return kept


def _masthead(page: Page) -> set[int]:
    """Offsets of headings that head the record and no subject: those above all text, and those with nothing under them."""
    rows = page.rows
    opening = list(takewhile(lambda row: row.heading, rows))
    later = [row for row in rows[len(opening) :] if row.heading]
    found = {row.start for row in opening[:-1] if later and MAST.search(row.text)}
    if later and opening and MAST.search(opening[-1].text) and all(r.heading != opening[-1].heading for r in later):
        found.add(opening[-1].start)
    if 1 < len(opening) < len(rows) and MAST.search(opening[-1].text) and NAMES_RECORD.match(rows[len(opening)].text):
        found.add(opening[-1].start)
    found |= {
        row.start
        for row in rows[:NEAR_TOP]
        if row.heading and (NAMES_RECORD.match(row.text) or MARKING.fullmatch(row.text))
    }
    if len(opening) == len(later) == 1 and MAST.search(opening[0].text) and _is_under_mast(page, later[0]):
        found.add(later[0].start)
    for row, below in pairwise(rows):
        bare = below.heading and below.heading <= row.heading and not is_boilerplate(below.text)
        if row.heading and bare and MAST.search(row.text):
            found.add(row.start)
    found |= _over_roll(rows)
    if page.document.kind == "prose" and len(later) + len(opening) <= FEWEST_HEADINGS:
        found |= {row.start for row in [*opening, *later] if FINITE_HEADING.search(row.text)}
    return found


def _over_roll(rows: list[Row]) -> set[int]:
    """Headings right above the first list of those present, which say whose meeting it is: "COUNTY OF HOLM"."""
    roll = next((at for at, row in enumerate(rows[:NEAR_ROLL]) if _opens_roll(row)), 0)
    over = rows[:roll]
    return {
        row.start
        for at, row in enumerate(over)
        if row.heading and sum(not r.heading for r in over[at:]) <= ROWS_OVER_ROLL
    }


def _opens_roll(row: Row) -> bool:
    label = read_label(row.text.partition(":")[0])
    return label is not None and label.basis == "attendance list"


def _is_under_mast(page: Page, row: Row) -> bool:
    """Whether a line without marks stands below the day of the record, as its place does, rather than over a subject."""
    at = page.rows.index(row)
    marked = page.text[page.text.rfind("\n", 0, row.start) + 1 : row.start].strip()
    return at < NEAR_TOP and not marked and all(find_absolute(above.text) for above in page.rows[1:at])


def titles(page: Page) -> list[Topic]:
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
    return topics_in(rows, "title of a section", len(page.text)) if len(rows) >= FEWEST_TITLES else []


def _asked_below(page: Page, row: Row) -> bool:
    """Whether the row after it begins a turn of speech."""
    below = next((r for r in page.rows if r.start > row.start), None)
    return below is not None and TURN_BELOW.match(below.text) is not None


def is_boilerplate(text: str) -> bool:
    """Whether a heading stands in any record: "Attendees", "Next steps", "Minutes"."""
    plain = PICTURES.sub("", unlettered(without_number(text))).strip(" :*_.#").lower()
    if NOT_OF_THIS.fullmatch(plain) or PART.fullmatch(plain) or _names_officer(text):
        return True
    return plain in words().boilerplate or is_attendance(plain) or AGENDA.fullmatch(plain) is not None


def _names_officer(text: str) -> bool:
    """Whether a heading is a label with the one it names: "Moderator: Ann Lee"."""
    label, colon, rest = text.partition(":")
    read = read_label(label, inline=True) if colon and rest.strip() else None
    return read is not None and read.basis in (CHAIR_LABEL, SCRIBE_LABEL) and is_name(rest.strip(" *_"), spaced=True)
