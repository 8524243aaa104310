"""Subjects that the document's own structure names: subject lines, agendas, headings of minutes."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from ....dating.forms import find_absolute
from ..layout.commands import commanded_topics
from ..layout.headings import AGENDA, FEWEST_HEADINGS, GROUPING, TITLE, is_boilerplate, titles
from ..layout.labels import is_attendance
from ..layout.lettered import lettered_heads
from ..layout.minuted_rows import minuted_rows
from ..layout.page import Page, without_number
from ..layout.rounds import rounds
from ..layout.rows import Row
from ..layout.run_in import STATES, run_in_heads
from ..layout.topics import SUBJECT, Topic, topic_in, topics_in
from ..naming.shapes import is_name, names_matter
from ..sentences.clauses import VERB

_ITEM = re.compile(r"\s*agenda item\s+\d", re.IGNORECASE)
_AGAIN = re.compile(r"\s*\(\s*(?:continued\b|[A-Z]{1,6}/).*", re.IGNORECASE | re.DOTALL)
"""Behind the title of an item: that it goes on, and its documents."""
_TURNS = 3  # of talk in a list, from which it is no agenda
_FEWEST_TITLES, _FEWEST_PLAIN, _FEWEST_WORDS = 3, 2, 4
_SHORT = re.compile(r"[^\W\d_a-z][\w’'&/-]*(?: [\w’'&/-]+){0,4}:?")
_SENTENCE_END = re.compile(r"[.!?;,:]$")


def topics(page: Page, headed: list[Topic], people: frozenset[str]) -> list[Topic]:
    """Subject lines and the rows of minutes in a table, else what was opened in a chat, else the agenda, else the headings or the heads of paragraphs; each once.

    headed: the `headings` of the page. people: words of known names.
    """
    found = _subject_lines(page)
    if tabled := _tabled(page):
        return _once(page, found + tabled)
    agenda = commanded_topics(page) or _agenda(page) or _agenda_items(page)
    if agenda:
        return _once(page, found + agenda)
    names = {turn.name.start for turn in rounds(page)}
    under = [] if found and page.document.kind == "prose" else [one for one in headed if one.row.start not in names]
    if all(GROUPING.fullmatch(topic.words) for topic in under):
        under = _run_in(page, people) or under  # "Old business" alone is none
    elif len(under) == 1 and under[0].row.numbered and len(heads := _run_in(page, people)) >= FEWEST_HEADINGS:
        under = heads  # one item of many that stands by itself
    under = under or _plain_titles(page)
    return _once(page, found + ((titles(page) if len(under) < FEWEST_HEADINGS else []) or under))


def _tabled(page: Page) -> list[Topic]:
    """The subjects of minutes that were kept in a table; what a row holds is of its subject."""
    found = [
        topic_in(one.topic, "row of minutes", one.row.end + 1) for one in minuted_rows(page) if one.topic is not None
    ]
    return [topic for topic in found if topic is not None]


def _run_in(page: Page, people: frozenset[str]) -> list[Topic]:
    heads = run_in_heads(page, people) or lettered_heads(page, people)
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
        if not is_boilerplate(head.words)
    ]


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
        if page.is_frame(page.line_at(row.start)):
            continue  # a mail is called so, be it about several subjects
        if match["rest"]:
            topic = topic_in(row, "subject line", len(page.text), match.start("rest"))
            if topic is not None:
                found.append(topic)
        elif row.text.rstrip(":").lower() != "re":
            for below in page.rows[at + 1 : at + 12]:
                if below.gap or SUBJECT.fullmatch(below.text):
                    break
                topic = topic_in(below, "subject line", len(page.text))
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
            if not row.heading and not entry.listed and below and (entry.gap or _opens(entry, below)):
                break
            below.append(entry)
        if sum(_names_speaker(page, *two) for two in pairwise(below)) < _TURNS:  # else it is the record itself
            found.extend(_entries(below))
    return found


def _agenda_items(page: Page) -> list[Topic]:
    """Rows of the record that say which item of the agenda is taken up: "Agenda item 31: Fisheries (continued)"."""
    rows = [
        row
        for row in page.rows
        if row.numbered
        and not page.spoken
        and _ITEM.match(page.text, page.text.rfind("\n", 0, row.start) + 1, row.start)
    ]
    rows = [replace(row, text=_AGAIN.sub("", row.text)) for row in rows]
    found = [topic for topic in topics_in(rows, "agenda", len(page.text)) if not is_boilerplate(topic.words)]
    # Of an item that the contents name before, the one with the text below it.
    return list({one.words.casefold(): one for one in sorted(found, key=lambda one: one.within - one.start)}.values())


def _opens(row: Row, above: list[Row]) -> bool:
    """Whether a row is one of the entries above it once more: there the record of that subject begins."""
    return any(entry.listed and entry.text.casefold() == row.text.rstrip(":").casefold() for entry in above)


def _names_speaker(page: Page, row: Row, below: Row) -> bool:
    """Whether a row is no more than the name of who says what is listed below it."""
    speaker = page.document.segment(page.line_at(below.start)).speaker
    return below.bullet and not row.listed and speaker is not None and row.text.rstrip(": ") == speaker


def _entries(rows: list[Row]) -> list[Topic]:
    """Entries of the highest order below an agenda's heading, under each of its sub-headings; where such a one only
    says of what kind they are, those below it."""
    listed = [row for row in rows if row.bullet or row.numbered]
    if not listed:
        return []
    outer = min(row.indent for row in listed)
    found: list[Topic] = []
    skipping = False
    for at, row in enumerate(rows):
        if row.heading:
            skipping = is_boilerplate(row.text)
        if skipping or not (row.bullet or row.numbered) or row.indent > outer or row.heading:
            continue
        end = next((n for n in range(at + 1, len(rows)) if rows[n].indent <= outer), len(rows))
        nested = rows[at + 1 : end]
        topic = topic_in(row, "agenda", rows[end].start if end < len(rows) else rows[-1].end + 1)
        if topic is not None and GROUPING.fullmatch(topic.words):
            found += _entries(nested)
        elif topic is not None and not is_boilerplate(row.text):
            found.append(topic)
    return found


def _once(page: Page, found: list[Topic]) -> list[Topic]:
    seen: set[tuple[str, int]] = set()
    kept = []
    for topic in sorted(found, key=lambda t: t.start):
        key = " ".join(topic.words.lower().split()), page.record_at(topic.start)
        if key not in seen:
            seen.add(key)
            kept.append(topic)
    return kept


def _plain_titles(page: Page) -> list[Topic]:
    """Headings of minutes that lost their marks, as when they were copied from a page: lines like titles, each with a statement
    or a list right below it."""
    if page.spoken or page.document.kind != "minutes":
        return []
    rows = [row for row, below in pairwise(page.rows[1:]) if _is_title(row) and _states(below)]
    return topics_in(rows if len(rows) >= _FEWEST_TITLES else _over_lists(page.rows), "heading", len(page.text))


def _over_lists(rows: list[Row]) -> list[Row]:
    """A few words by themselves right over a list, as in notes that were typed by hand: "Time off" over its bullets. Several
    have small letters in them: a round of names has none."""
    found = [
        row
        for row, below in pairwise(rows[1:])
        if row.gap and below.bullet and not below.gap and _SHORT.fullmatch(row.text) and not is_boilerplate(row.text)
        if not (row.listed or row.heading or is_attendance(row.text) or find_absolute(row.text))
    ]
    plain = [row for row in found if any(word[0].islower() for word in row.text.split())]
    return found if len(found) >= _FEWEST_TITLES and len(plain) >= _FEWEST_PLAIN else []


def _is_title(row: Row) -> bool:
    return (
        not (row.listed or row.heading or _SENTENCE_END.search(row.text))
        and TITLE.fullmatch(row.text) is not None
        and names_matter(row.text)
        and not is_boilerplate(row.text)
    )


def _states(row: Row) -> bool:
    """Whether a row says something, or lists what is no name."""
    if row.gap or row.heading or row.table or len(row.text.split()) < _FEWEST_WORDS:
        return False
    return not is_name(row.text, spaced=True) if row.bullet else bool(STATES.search(row.text) or VERB.search(row.text))
