"""Who speaks in a report without being named in full: "The Secretary said", "Lee replied"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ....schemas import Presence
from ..layout.found import Person
from ..layout.labels import RECORD
from ..layout.page import Page, Sentence
from ..naming.offices import has_role
from ..naming.shapes import is_name, names_matter
from ..naming.tokens import tokenize
from ..sentences.encounters import MEETS, REPORTS, SPEAKS_FOR
from ..words import is_office, words
from .roster import Roster, name_key

ADVERBS = (
    r"(?:(?:then|also|again|next|further|first|finally|briefly|strongly|himself|herself|in turn|in response) ){0,2}"
)
VERB = rf"{ADVERBS}(?:{MEETS}|{REPORTS})\b"
CLAUSE = r"(?:^|[;:(]\s?|,\s|\b(?:and|but|while|when|which)\s)"
"""Where a clause of the report itself begins; what is said inside another one's words begins with "that"."""
PROPER = r"[^\W\d_a-z][\w.’'-]*"
OFFICE = re.compile(
    rf"{CLAUSE}[Tt]he (?P<office>{PROPER}(?: (?:(?:of|for|to) (?:the )?)?{PROPER}){{0,5}})(?:,[^,;]{{2,60}},)? (?P<verb>{VERB})"
)
SURNAME = re.compile(rf"{CLAUSE}(?P<name>(?:{PROPER} ){{0,2}}{PROPER})(?P<verb> {VERB})")
SHORT_OFFICES = {"pm": "prime minister", "pres": "president", "amb": "ambassador", "secy": "secretary"}
RANKS = frozenset({"under", "deputy", "vice", "assistant", "associate", "sub"})
"""Words that make another office of one: the Under Secretary is not the Secretary."""
OFTEN = 2
"""Sentences in which the holder of an office must speak, so that it is no mere mention."""
OFTEN_UNTITLED = 3
HEAD_ROWS = 4
LONGEST_SENTENCE = 3_000


@dataclass
class _Voice:
    """Somebody who speaks, as the text calls that person."""

    name: str
    said: list[tuple[int, int]] = field(default_factory=list)
    """Offsets of the words that show it."""


def voices(page: Page, roster: Roster, told: list[Person]) -> list[Person]:
    """Those who speak under an office or a bare surname, where the record names them no better.

    `told` are all places where the text names somebody, each with the office that it gives there.
    """
    if page.spoken:
        return []
    there = [p for p in roster.people if p.presence is Presence.ATTENDED]
    there += [p for p in told if p.role and (known := roster.person_of(p.name)) and known in there]
    held = {_office_key(p.role) for p in there if p.role}
    return [*_offices(page, held), *_surnames(page, roster)]


def _office_key(office: str) -> tuple[str, ...]:
    return name_key(SHORT_OFFICES.get(office.lower().strip("."), office).replace("-", " "))


def _sentences(page: Page) -> Iterator[Sentence]:
    return (s for s in page.sentences if s.speaker is None and len(s.text) <= LONGEST_SENTENCE)


def _offices(page: Page, held: set[tuple[str, ...]]) -> Iterator[Person]:
    """Holders of offices; `held` are the offices of people who are named."""
    found: dict[tuple[str, ...], _Voice] = {}
    for sentence in _sentences(page):
        for match in OFFICE.finditer(sentence.text):
            office = match["office"]
            tokens = tokenize(office)
            if has_role(tokens[-1:] if " of " not in office else tokens) and all(
                t.connects or t.office for t in tokens
            ):
                key = _office_key(office)
                voice = found.setdefault(key, _Voice(f"The {office}"))
                voice.said.append((sentence.start + match.start("office") - 4, sentence.start + match.end()))
    for key in sorted(found, key=len):
        longer = [other for other in found if len(other) > len(key) and _same_holder(key, other)]
        if longer:
            if len(longer) == 1:
                found[longer[0]].said.extend(found[key].said)
            del found[key]
    for key, voice in found.items():
        if len(voice.said) >= OFTEN and not any(_same_holder(key, role) or _same_holder(role, key) for role in held):
            yield _person(page, voice, role=voice.name)


def _same_holder(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the shorter words may stand for the office in the longer ones: "Minister" for "Italian Foreign Minister"."""
    size = len(short)
    for at in range(len(long) - size + 1):
        if long[at : at + size] == short:
            return RANKS.isdisjoint(long[:at]) and "general" not in long[at + size : at + size + 1]
    return False


def _surnames(page: Page, roster: Roster) -> Iterator[Person]:
    """Of people with a title elsewhere one sentence is enough; others must speak often, in what calls itself a record."""
    record = any(RECORD.search(row.text) for row in page.rows[:HEAD_ROWS])
    found: dict[str, _Voice] = {}
    for sentence in _sentences(page):
        for match in SURNAME.finditer(sentence.text):
            name = match["name"].rstrip(".")
            last = name.split()[-1]
            if any(is_office(w) or w.lower() in words().stops for w in name.split()) or last.isupper():
                continue
            voice = found.setdefault(last, _Voice(name))
            voice.name = max(voice.name, name, key=len)
            voice.said.append((sentence.start + match.start("name"), sentence.start + match.end()))
    for last, voice in found.items():
        known = roster.person_of(last)
        often = record and len(voice.said) >= OFTEN_UNTITLED and _of_a_person(page, last)
        if known is None and not (often or _is_full(page, voice.name)):
            continue
        if known is not None and SPEAKS_FOR.search(known.role or ""):
            continue  # who tells the press of a meeting need not have been there
        if known is None or known.presence is not Presence.ATTENDED:
            yield _person(page, voice, role=None)


def _is_full(page: Page, name: str) -> bool:
    """Whether minutes without a list of people call somebody so again and again, by first name and surname."""
    is_name_ = is_name(name, spaced=True) and not names_matter(name)
    return page.document.kind == "minutes" and is_name_ and page.text.count(name) >= OFTEN


def _of_a_person(page: Page, name: str) -> bool:
    """Whether a word is nowhere used otherwise than as a name: a body takes "the", a common word small letters."""
    return not re.search(rf"\b(?:[Tt]he {re.escape(name)}|{re.escape(name.lower())})\b", page.text)


def _person(page: Page, voice: _Voice, role: str | None) -> Person:
    return Person(
        name=voice.name,
        quotes=[page.quote(*span) for span in voice.said[:2]],
        basis="speaks in the report",
        at=min(voice.said)[0],
        presence=Presence.ATTENDED,
        role=role,
        there=[span[0] for span in voice.said],
    )
