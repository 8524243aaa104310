"""What a speaker says that others will or will not do, for whom this speaker can answer: the own company, department or staff,
a colleague who is there, or, of whoever is in the chair, the body that meets. Who speaks stands beside who acts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schemas import OwnerBasis, Presence, Quote, Strength
from ..layout.found import Person
from ..layout.page import Sentence
from ..people.roster import Roster, name_key
from ..sentences.due import due_words
from ..sentences.spoken import told, trail
from ..words import words
from .binding import BARELY_HAVE, FORETOLD, PARTIES, WAITS
from .bound import Bound
from .first_person import Act, acts, bound
from .in_text import OWN_BODIES, Task
from .task_words import binds, delivers, falls_due

_NAME = r"[^\W\d_a-z][\w’'-]*(?:[ -](?:(?:of|for|the|and|&) ){0,2}[^\W\d_a-z][\w’'-]*){0,5}"
_BEFORE = "".join(rf"|(?<=\b{word} )" for word in ("and", "but", "so", "then", "because", "that"))
OTHERS = re.compile(
    rf"(?:^(?i:(?:and|but|so|then|well|yes|no|now|okay|right|also),? )*|(?<=[,;:–—.] ){_BEFORE})"
    rf"(?P<who>(?:[Tt]he |[Mm]y |[Oo]ur )(?:[\w’'-]+ ){{0,3}}?[\w’'-]+|{_NAME}|[Ss]taff|[Oo]fficials)"
    r"(?: (?:will(?: not)?|shall(?: not)?|won['’]t|(?:is|are)(?: not|n['’]t)? going to)|['’]ll)(?: (?:also|then|now|all))* (?=[a-z])"
    rf"(?!not\b|be\b(?! in touch\b)|remain\b|need\b|{BARELY_HAVE})"
)
"""What is said of somebody in the third person, to come."""
NOBODY = re.compile(r"(?:un|non-?)affiliated|none|n/?a|independent|individual|self|invited expert|\W*", re.IGNORECASE)
"""In the place of an organization, of one who speaks for none."""
MINE = re.compile(r"(?:my|our) ", re.IGNORECASE)
OWN_HEADS = frozenset(
    "staff people officials colleagues lawyers solicitor solicitors finance legal deputy boss".split()
)
_COMPANY = frozenset("company firm business".split())
GOVERNS = re.compile(r"\b(?:minister|secretary of state|commissioner|premier|chancellor)\b", re.IGNORECASE)
GOVERNMENT = re.compile(
    r"(?:(?:the|my|our) )?(?:[A-Z]\w+ )?(?:government|department|ministry|officials|treasury)", re.IGNORECASE
)
CHAIRS = re.compile(r"\b(?:chair|chairman|chairwoman|chairperson|speaker|president)\b", re.IGNORECASE)


def body_of(person: Person, roster: Roster) -> str | None:
    """The body that somebody speaks for: the organization, or the name behind an office in it, "head of sales, Alder Homes"."""
    given = person.organization or person.delegation
    if given is not None and (NOBODY.fullmatch(given) or _is_seat(person, roster)):
        return None
    last = _named_in(given or person.role or "")
    if given is None and last is not None and not (person.role or "").endswith(last):
        return None  # "Alder Homes, head of sales" as an office: with the name first it is somebody's title
    if last is None or (given is None and last.split()[-1].lower() not in words().bodies):
        others = (_named_in(one.organization or "") or one.organization for one in roster.people)
        return given if given is not None or last is None or last not in others else last
    return last


def _is_seat(person: Person, roster: Roster) -> bool:
    """Whether what stands behind a name is a seat in a parliament, whose members put questions to a minister."""
    labelled = person.basis == "speaker label" and not person.role
    return labelled and any(one.role and GOVERNS.search(one.role) for one in roster.people if one.label)


def _named_in(office: str) -> str | None:
    """The one name of several words beside an office: "head of sales, Alder Homes", "Alder Homes, sales"."""
    parts = office.split(", ")
    named = [part for part in parts if _is_name(part)]
    return named[-1] if len(parts) > 1 and named else None


def _is_name(part: str) -> bool:
    each = part.split()
    return len(each) > 1 and all(word[0].isupper() or word in ("of", "the", "for", "and") for word in each)


def spoken_for(roster: Roster, sentence: Sentence, person: Person) -> Iterator[Task | Bound]:
    """What one sentence of a speaker says that others will do."""
    text = sentence.text
    for act in acts(text, OTHERS, trail):
        match = OTHERS.match(text, act.said)
        if match is None:
            continue
        start = match.start("who")
        one = replace(
            act,
            words=told(act.words),
            said=start,
            span=(start if act.span[0] == act.said else act.span[0], act.span[1]),
        )
        if FORETOLD.match(one.words) or WAITS.match(one.words):
            continue
        yield from _theirs(roster, sentence, person, (one, match["who"]))


def _theirs(roster: Roster, sentence: Sentence, person: Person, said: tuple[Act, str]) -> Iterator[Task | Bound]:
    act, who = said
    if (party := _party(roster, person, who)) is not None:
        if binds(act.words) or (falls_due(act.words) and act.reading.strength is Strength.INTENDS):
            name, quotes = party
            yield bound(sentence, act, name, quotes).said(person.name)
        return
    if act.reading.strength is not Strength.INTENDS or not (delivers(act.words) or falls_due(act.words)):
        return
    span = (sentence.start + act.span[0], sentence.start + act.span[1])
    if CHAIRS.search(person.role or person.name) and who.lower().removeprefix("the ") in OWN_BODIES:
        yield _task(act, who.removeprefix("the ").removeprefix("The "), OwnerBasis.NAMED_BODY, span, ())
    other = roster.person_of(who) if who[0].isupper() else None
    if other is not None and _is_colleague(roster, person, other):
        yield _task(act, other.name, OwnerBasis.ASSIGNED, span, () if other.name in who else tuple(other.quotes[:1]))


def _task(act: Act, owner: str, basis: OwnerBasis, span: tuple[int, int], quotes: tuple[Quote, ...]) -> Task:
    return Task(act.words, owner, basis, due_words(act.words), span, quotes)


def _is_colleague(roster: Roster, person: Person, other: Person) -> bool:
    """Whether somebody else is there, on the same side."""
    same = body_of(person, roster) == body_of(other, roster)
    return other is not person and other.presence is Presence.ATTENDED and same


def _party(roster: Roster, person: Person, who: str) -> tuple[str, tuple[Quote, ...]] | None:
    """The party that the words name, if the speaker answers for it, with the words that show so."""
    body, shown = body_of(person, roster), tuple(person.quotes[:1])
    plain = MINE.sub("", who)
    if plain != who:
        last = plain.split()[-1].lower()
        return (who, shown) if PARTIES.fullmatch(plain) or last in OWN_HEADS or last in OWN_BODIES else None
    if person.role and GOVERNS.search(person.role) and GOVERNMENT.fullmatch(who):
        return who, shown
    if body is None:
        return None
    key, words_ = name_key(body), name_key(who)
    if len(words_) == 1 and who[:4].lower() == "the ":
        return (body, shown) if words_[0] in key or words_[0] in _COMPANY else None
    named = bool(words_) and words_[0] == key[0] and all(word in key for word in words_)
    return (body, shown) if named else None
