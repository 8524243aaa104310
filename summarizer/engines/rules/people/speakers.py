"""Who speaks: the labels of turns, and of remarks typed into a chat."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from ....schemas import Presence
from ....words.closed_classes import NAME_PARTICLES
from ..layout.found import Person
from ..layout.headings import PICTURES
from ..layout.labels import is_attendance
from ..layout.page import Page
from ..naming.entries import read_entry
from ..naming.offices import has_role
from ..naming.shapes import is_name
from ..naming.tokens import tokenize
from ..words import words

CHAT = re.compile(r"\[(?:chat|irc|slack|zoom|teams|\d{1,2}:\d{2}(?::\d{2})?)\]", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"(?<=\w) of [A-Z].*")
"""`Mr. SMITH of Texas`: the seat that tells members of one name apart."""
_NUMBERED = re.compile(r"(?:(?:un)?known |unidentified |(?:fe)?male )?(?P<who>[a-z]+)[ _-]?#?(?:\d{1,3}|[a-z])")
_TELLING = re.compile(
    r"(?<=\w) (?:summari[sz]es|explains|asks|says|notes|adds|reports|presents|introduces|proposes|suggests|answers|replies|responds|comments|continues|"
    r"describes|outlines|mentions|clarifies|confirms|recaps|updates|highlights|shares|states)\Z",
    re.IGNORECASE,
)
"""What somebody does behind whose name a label has it: "Ann summarizes:"."""
CODE = re.compile(r"[A-Z]{2,}-?\d+")
"""The short name of a matter that one line is about: "WP2: open"."""
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")
LONGEST_OPENING = 160
"""Characters quoted of a speaker's first words."""
ISSUE_WORDS = frozenset({"ap", "issue", "pr", "pull", "item", "section", "details", "resolution", "action", "proposal"})
FUNCTIONS = frozenset(
    {"chair", "chairman", "chairwoman", "chairperson", "moderator", "host", "facilitator", "presiding officer"}
)
"""Labels of attendance that speak as well, where nobody is named for them."""
HOLDER = re.compile(r"(?P<office>[^()]{2,80}) \((?P<who>[^()]{3,60})\)")
"""A label with the holder of the office in brackets: "The Minister (Ann Lee)", "Question (Bo Ray, Daily Post)"."""
ASKERS = frozenset({"question", "q", "reporter", "journalist", "press", "media"})
VISITORS = frozenset({"guest", "visitor", "external"})
SHORTEST_TURN = 4
"""Words of the only turn under a label; what is shorter and no sentence is a heading."""
_SURNAME_FIRST = re.compile(
    rf"(?P<last>(?:(?:{NAME_PARTICLES}) ){{0,2}}[^\W\d_a-z][\w’'-]+), (?P<first>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*\.?)?)(?P<rest> \([^()]+\))?"
)
"""A label as directories write it, the surname before the comma: "Lee, Ann"."""
_FEWEST_TURNED = 2


def speakers(page: Page, listed: list[Person]) -> list[Person]:
    """One entry for each label, with the first words that stand under it. `listed`: who stands on lists."""
    functions_named = any(person.basis.startswith("label of") for person in listed)
    found: dict[str, Person] = {}
    turns = Counter(
        label for (label, _), _ in groupby(page.document.segments, key=lambda s: (s.speaker, s.block)) if label
    )
    fields = _naming(page)
    usual = given_names_first(turns)
    for segment in page.document.segments:
        if segment.speaker and segment.speaker not in found and segment.speaker not in fields:
            if any(segment.start <= person.at < segment.end for person in listed):
                continue  # "Turkey: Prime Minister Ecer", a row of the list
            end = min(segment.end, segment.start + LONGEST_OPENING)
            only = turns[segment.speaker] == 1
            words_of = IN_BRACKETS.sub("", page.text[segment.start : segment.end]).strip()
            short = len(words_of.split()) <= SHORTEST_TURN and words_of[-1:].isalnum() and _titled(words_of)
            if only and (short or CODE.fullmatch(segment.speaker)):
                if has_role(tokenize(segment.speaker)) and is_name(words_of, spaced=True):
                    found[segment.speaker] = _speaker(page, words_of, segment.start, end, segment.speaker, None)
                continue  # "Overseas Aid: Delta States", a heading
            label = usual.get(segment.speaker, segment.speaker)
            person = _labelled(page, label, segment.start, end, functions_named)
            if person is not None:
                person.organization = segment.organization or person.organization
                person.label = segment.speaker
                found[segment.speaker] = person
    read = bool(found)  # by the loader; else the rows themselves tell
    for label, rows in page.labelled.items():
        typed = CHAT.match(rows[0].text) is not None
        if label in found or not (
            typed or (page.spoken and not read and (len(rows) > 1 or is_name(label, spaced=True)))
        ):
            continue
        row = rows[0]
        person = _labelled(page, label, row.start, min(row.end, row.start + LONGEST_OPENING), functions_named)
        if person is not None:
            found[label] = person
    return list(found.values())


def _naming(page: Page) -> set[str]:
    """Labels that recur and have nothing but a name behind them, as "Presenter: Ann Lee (ALE)" below each subject."""
    said: dict[str, list[str]] = {}
    for segment in page.document.segments:
        if segment.speaker:
            said.setdefault(segment.speaker, []).append(page.text[segment.start : segment.end])
    return {
        label
        for label, turns in said.items()
        if len(turns) > 1 and all(is_name(IN_BRACKETS.sub("", turn).strip(), spaced=True) for turn in turns)
    }


def _titled(text: str) -> bool:
    """Whether several words all have a capital, as in a heading or a name."""
    parts = text.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def _labelled(page: Page, label: str, start: int, end: int, functions_named: bool) -> Person | None:
    """The person behind a label; labels such as "Note" or "Present" are nobody's."""
    label = " ".join(PICTURES.sub(" ", _TELLING.sub("", label.strip())).split())
    lower = label.lower()
    if (numbered := _NUMBERED.fullmatch(lower)) and numbered["who"] in words().unnamed:
        return _speaker(page, label, start, end, None, None)
    held = HOLDER.fullmatch(label)
    if held and (lower.split()[0] in ASKERS | VISITORS or has_role(tokenize(held["office"]))):
        holder = read_entry(held["who"])
        if holder is not None and is_name(holder.name) and (" " in held["who"]):
            asks = lower.split()[0] in ASKERS | VISITORS
            role = holder.role if asks else held["office"].removeprefix("The ")
            return _speaker(page, holder.name, start, end, role, holder.organization)
    if lower in words().no_speakers or (is_attendance(label) and (lower not in FUNCTIONS or functions_named)):
        return None
    if any(w in ISSUE_WORDS for w in lower.split()):
        return None
    entry = read_entry(label) or read_entry(_OF_A_PLACE.sub("", label))
    named = is_name(label) or (entry is not None and is_name(entry.name))
    if len(label.split()) > 1 and not named and not has_role(tokenize(label)):
        return None
    name, role, organization = label, None, None
    if entry is not None and entry.name != name and is_name(entry.name):
        name, role, organization = entry.name, entry.role, entry.organization
    return _speaker(page, name, start, end, role, organization)


def _speaker(page: Page, name: str, start: int, end: int, role: str | None, organization: str | None) -> Person:
    return Person(
        name=name,
        quotes=[page.quote(start, end)],
        basis="speaker label",
        at=start,
        presence=Presence.ATTENDED,
        role=role,
        organization=organization,
        listed=True,
    )


def given_names_first(labels: Iterable[str]) -> dict[str, str]:
    """Each such label with the name in its usual order; empty unless all labels with a comma are so.

    "Lee, Norway" and "Lee, Treasurer" name whom somebody speaks for, and "Ann Lee, Acme" has a surname already.
    """
    found = {label: _SURNAME_FIRST.fullmatch(label) for label in labels if "," in label}
    names = {
        label: f"{match['first']} {match['last']}{match['rest'] or ''}"
        for label, match in found.items()
        if match is not None and _is_given_name(match["first"])
    }
    return names if len(names) == len(found) >= _FEWEST_TURNED else {}


def _is_given_name(first: str) -> bool:
    known = words().countries | words().nations
    return not (has_role(tokenize(first)) or first.lower() in known or (first.isupper() and len(first) > 1))
