"""People whom the running text names with an office, a rank or a form of address."""

import re
from bisect import bisect_right
from dataclasses import replace

from ....schemas import Presence
from ..layout.found import Person
from ..layout.labels import ATTENDED
from ..layout.page import Page, Sentence
from ..naming.entries import read_entry
from ..naming.names import Mention, mentions
from ..naming.offices import Office, has_role, split_office
from ..naming.shapes import is_name
from ..naming.tokens import tokenize
from ..sentences.clauses import VERB
from ..sentences.encounters import stayed_away, took_part
from ..words import is_office, words
from .rolls import listed_person
from .roster import name_key
from .rows_of_people import is_full_name, split_people

LONGEST_SENTENCE = 20_000
"""Characters; what is longer is no sentence."""
QUOTED_WHOLE = 350
SHOWN_AFTER = 40
"""Characters quoted after the words that show presence."""
LONGEST_ROW = 90
COLUMN_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
BRACKET = re.compile(r" \((?P<name>[^()]{2,40})\)")
SIMPLE_WORD = re.compile(r"[^\W_]+")
_INCLUDES = (
    r"(?:attendees|participants|those (?:present|attending))\b[^.:]{0,60}\b(?:included?|were)\b:?"
    r"|(?:in attendance|present|attending|taking part) (?:at the \w+ )?(?:were|was)\b:?"
    r"|the following\b[^.:]{0,60}\b(?:were|was) (?:also )?(?:present|in attendance)\b[^.:]{0,60}:"
)
BEFORE = re.compile(
    r"(?P<names>[^\W\d_a-z][^.:;]{8,400}?) (?:(?:were|was) (?:all |also )?(?:present|in attendance)|answered (?:to )?the roll(?:[ -]call)?)\b(?! (?:only|when|if)\b)"
)
"""Those who are named before the words that say that they were there."""
FEWEST_BARE = 3
"""Surnames by themselves from which a row of them is one of people."""
INCLUSION = re.compile(rf"\b(?:{_INCLUDES})", re.IGNORECASE)


def people_in_text(page: Page, *, reports: bool) -> list[Person]:
    """Titled people, each time they are named. `reports`: whether to speak in it shows that one was there.

    Headings only show that somebody took part: in them too many words are capitalised to find names by.
    """
    found: list[Person] = []
    for sentence in page.everything:
        if len(sentence.text) > LONGEST_SENTENCE:
            continue
        names_all = INCLUSION.search(sentence.text) or BEFORE.match(sentence.text)
        if not names_all and words().titles.isdisjoint(SIMPLE_WORD.findall(sentence.text.lower())):
            continue
        heading = page.document.segment(sentence.line).kind == "heading"
        named = mentions(_apart(page.text[sentence.start : sentence.start + len(sentence.text)]))
        for person in named:
            present = took_part(sentence.text, person, named, reports=reports and sentence.speaker is None)
            if heading and not present:
                continue
            found.append(_person(page, sentence, person, present))
            if stayed_away(sentence.text, person, named):
                found[-1].presence, found[-1].there = Presence.ABSENT, []
        if not heading:
            found.extend(_enumerated(page, sentence, named))
    return found


def besides_entries(page: Page, listed: list[Person], told: list[Person]) -> list[Person]:
    """Those told of in the text without whoever an entry of a list seems to name besides its own person.

    The body in "- Bo Ray, Director of the American Press League" is nobody: "League" is no name there.
    """
    starts = [row.start for row in page.rows]
    entries: dict[int, list[Person]] = {}
    for person in listed:
        entries.setdefault(bisect_right(starts, person.at) - 1, []).append(person)

    def is_besides(person: Person) -> bool:
        at = bisect_right(starts, person.at) - 1
        own = entries.get(at, [])
        words_ = set(name_key(person.name))
        row = page.rows[at]
        entry = row.listed or (len(row.text) <= LONGEST_ROW and ":" not in row.text)
        return len(own) != 1 or not entry or not words_.isdisjoint(name_key(own[0].name))

    return [person for person in told if is_besides(person)]


def _apart(text: str) -> str:
    """The text with a mark in each gap between columns, so that no office is given to the neighbour's name."""
    rows = text.split("\n")
    if len(rows) > 1 and all(map(_may_be_entry, rows)):
        text = text.replace("\n", ";")  # a list that no mark parts
    if not ("\t" in text or "   " in text) or not COLUMN_GAP.search(text):
        return text.replace("\n", " ")
    return COLUMN_GAP.sub(lambda gap: ";".ljust(len(gap[0])), text).replace("\n", ";")


def _may_be_entry(row: str) -> bool:
    """Whether a line may name somebody, or lead to those who are named below, rather than go on with a sentence."""
    told = VERB.search(row) is not None and not row.rstrip().endswith(":")
    return len(row) <= LONGEST_ROW and row.strip()[:1].isupper() and not told


def _is_bare_name(piece: str) -> bool:
    return piece.isalpha() and piece.istitle() and is_name(piece) and not is_office(piece)


def _person(page: Page, sentence: Sentence, person: Mention, present: tuple[int, int] | None) -> Person:
    """The person as claimed; `present` are the words that show presence, quoted too where the sentence is too long to quote whole."""
    start, end = sentence.start + person.start, sentence.start + person.end
    if len(sentence.text) <= QUOTED_WHOLE:
        start, end = sentence.start, sentence.start + len(sentence.text)
    quotes = [page.quote(start, end)]
    if present and not start <= sentence.start + present[0] < end:
        stop = min(present[1] + SHOWN_AFTER, len(sentence.text))
        quotes.append(page.quote(sentence.start + present[0], sentence.start + stop))
    behind = _office_behind(sentence.text, person.end)
    return Person(
        name=person.name,
        quotes=quotes,
        basis="titled name" if person.titled else "name with office",
        at=sentence.start + person.start,
        there=[sentence.start + person.start] if present else [],
        presence=Presence.ATTENDED if present else Presence.MENTIONED,
        role=person.role or behind.role,
        organization=person.organization or behind.organization,
    )


def _office_behind(text: str, end: int) -> Office:
    """What brackets say of a delegate: "Mr. Lee (Norway)", "Ms. Ray (Secretary of the Committee)"."""
    found = BRACKET.match(text, end)
    told = found["name"] if found else ""
    country = told.rpartition(" for ")[2]  # "Observer for Norway"
    if country.lower().removeprefix("the ") in words().countries:
        return Office(None, country)
    is_told = has_role(tokenize(told)) and told.lower() not in words().functions
    return split_office(told) if is_told else Office(None, None)


def _enumerated(page: Page, sentence: Sentence, named: list[Mention]) -> list[Person]:
    """Names without office in "Attendees included Ann Lee, Acme, Bo Ray, ...", "Lee, Ray and Fox answered the roll"."""
    lead = INCLUSION.search(sentence.text)
    row = BEFORE.match(sentence.text) if lead is None else None
    begin, end = lead.end() if lead else row.start("names") if row else 0, row.end("names") if row else None
    pieces = split_people(sentence.text[begin:end].rstrip(". ")) if lead or row else []
    bare = len(pieces) >= FEWEST_BARE and all(_is_bare_name(piece) for piece, _ in pieces)
    if row is not None and not bare and not all(is_full_name(piece) for piece, _ in pieces):
        return []  # "Norway, Sweden and two others were present"
    found = []
    for piece, at in pieces:
        offset = begin + at
        entry = read_entry(piece)
        if entry is None or not is_name(entry.name, spaced=not bare):
            continue
        if any(m.start <= offset < m.end for m in named):
            continue
        start = sentence.start + offset
        found.append(listed_person(replace(entry, start=0), start, [page.quote(start, start + len(piece))], ATTENDED))
    return found
