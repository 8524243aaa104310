"""Tasks inside the text of minutes: "The Clerk will send the lease", "Ann said she would find one", "JB to ring her"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ....mood.asserted import is_asserted
from ....schemas import OwnerBasis, Presence, Quote, Strength
from ..layout.found import Person
from ..layout.page import Page, Sentence, name_words
from ..layout.run_in import run_in_heads
from ..layout.small_letters import unlabelled
from ..people.initials import bearer_of
from ..people.roster import Roster, name_key
from ..sentences.clauses import clause_end, first_subject
from ..sentences.due import due_words
from ..words import is_role
from .binding import ALONE, FORETOLD, FURTHER, MOVES, NEEDS_MATTER, WITHDRAWN
from .task_words import delivers, falls_due

WORD = r"[^\W\d_a-z][\w’'-]*\.?"
OFFICES = "secretariat|secretary|clerk|chair|treasurer|committee|council|board|team|trustees|governors|officers|staff"
WHO = rf"(?P<who>[Tt]he (?:{OFFICES})|staff|(?:[Tt]he )?{WORD}(?: (?:{WORD}|of|and|de|van|von|der)){{0,4}}?)"
BEGIN = r"(?:^|[;:] |(?<=[a-z]{2})[.] |, and (?=[A-Z]|the )|, (?=[A-Z])|– | - )"
NO_TASK = r"(?!be\b|have\b|need\b|remain\b|become\b|like\b|prefer\b|not\b|the\b|an?\b|our\b|its\b|their\b|date\b)"
"""What stands behind "to" where it opens no act."""
GIVEN = re.compile(
    rf"{BEGIN}{WHO} (?:(?:still )?(?:will|shall|(?P<told>would(?: not)?)|(?:(?:is|are)|['’]s(?= going))(?: going)? to|has to|have to|(?:has|have|takes?|took) (?:the|an) action (?:item )?to|to)|(?P<own>(?:said|says|offered|volunteered)"
    r"(?:(?: that)? (?:he|she|they)(?:['’]d| would| will|['’]ll)| to)))(?: also| then| now)?(?: action(?= \w))? (?=[a-z]{2,})"
    rf"{NO_TASK}"
)
BARE = "write|send|ask|contact|prepare|obtain|arrange|circulate|draft|report|bring|invite|buy|order|organi[sz]e|check|request|seek|submit|publish|review|update|issue|reply"
"""Acts that minutes give somebody without an ending: "that the Clerk write to the mill"."""
AGREED = re.compile(
    rf"(?<!never )(?<!not )(?<!yet )\b(?:[Aa]greed|[Dd]ecided|[Rr]esolved|(?<=[Ww]as )(?:left|arranged)|AGREED|RESOLVED|(?:asked|requested|directed|instructed)(?= that (?:the )?(?:{OFFICES})\b)) that {WHO} (?:(?:will|shall|should|would|must|is to|are to)(?: also| then| now)? (?=[a-z]{{2,}})"
    rf"|(?=[a-z]{{2,}}s (?!that\b))|(?=(?:{BARE})\b))(?!(?:is|was|has|does|be|have|need|remain|become|like|prefer|not|needs|remains|becomes|likes|owns|seems|deserves)\b)"
)
"""A decision that names who is to act: "It was agreed that Ann writes the tender"."""
ASKED = re.compile(
    rf"(?:^|[.;:] |, and |\bthat ){WHO} (?:was|were|be|is|are) (?:then |also |hereby )?(?:asked|instructed|directed|requested|tasked) to (?=[a-z]{{2,}})(?!be\b)"
)
"""The same told of whoever is asked: "Mr Lee was asked to draw up a plan"."""
DIRECTED = re.compile(
    rf"(?:^|[Tt]he |\b)(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]hair|[Mm]ayor|[Mm]embers|[Tt]rustees|[Dd]irectors|[Pp]resident)(?: [A-Z][\w’'-]+)? (?:then |also )?(?:directed|told|instructed|tasked|asked|requested) (?P<who>(?:[Tt]he )?(?:{OFFICES}|{WORD}(?: {WORD}){{0,2}}))"
    r" to (?=[a-z]{2,})(?!be\b)"
)
"""Who is directed by a body or its chair: "Council directed staff to prepare a report"."""
HANGS = re.compile(r"\b(?:if(?! possible)|unless|provided|once|should the)\b", re.IGNORECASE)
AND_IF = re.compile(rf"\s+and,? (?=if\b|should\b|once\b|{WORD}(?: {WORD})? (?:will|shall|is to)\b)")
"""Where a second act begins that hangs on something, or is somebody else's."""
OWN_BODIES = frozenset(
    "secretariat committee council board team group trustees governors members editors staff officers".split()
)
LONGEST = 400
LONGEST_TASK = 220


@dataclass(frozen=True)
class Task:
    """What one of those present is to do; `span` are the offsets of the words that say so."""

    task: str
    owner: str
    basis: OwnerBasis
    due: str | None
    span: tuple[int, int]
    quotes: tuple[Quote, ...]
    strength: Strength | None = None
    """Where a decision gives the task, as firm as that is."""


def tasks(page: Page, roster: Roster) -> list[Task]:
    """Every task that a sentence of minutes gives to somebody of the group that met, or that one of them takes on."""
    written = any(each.message for each in page.document.segments)
    noted = page.document.kind == "minutes" or written or bool(unlabelled(page.document.text))
    if page.spoken or not (noted or run_in_heads(page, roster.known_words())):
        return []
    running = page.running
    return [
        task
        for sentence, *around in zip(running, [None, *running], [*running[1:], None], strict=False)
        if sentence.speaker is None and len(sentence.text) <= LONGEST and not page.addresses_reader(sentence.start)
        for task in _tasks(page, roster, sentence, around)
    ]


def _tasks(page: Page, roster: Roster, sentence: Sentence, around: Sequence[Sentence | None]) -> Iterator[Task]:
    """around: the sentences before and after."""
    text = sentence.text
    before, after = (one if one and one.block == sentence.block else None for one in around)
    given = [one for one in GIVEN.finditer(text) if is_asserted(text, one.end("who"), None)]
    agreed = [one for one in AGREED.finditer(text) if is_asserted(text, one.start(), None)]
    directed = [one for one in DIRECTED.finditer(text) if is_asserted(text, one.start("who"), None)]
    directed += [one for one in ASKED.finditer(text) if is_asserted(text, one.start("who"), None)]
    found = sorted([*given, *agreed, *directed], key=lambda one: one.start("who"))
    for at, match in enumerate(found):
        end = clause_end(text, match.end())
        if at + 1 < len(found):
            end = min(end, found[at + 1].start())
        further = list(FURTHER.finditer(text, match.end(), end)) if match.re is GIVEN else []
        acts = [match, *takewhile(lambda one: (one["who"] or "he").lower() in ALONE, further)]
        for number, act in enumerate(acts):
            until = further[number].start() if number < len(further) else end
            hangs = AND_IF.search(text, act.end(), until)
            until = hangs.start() if hangs else until
            if _is_task(text, act, until, own := match.groupdict().get("own"), after.text if after else ""):
                owner = _pointed_to(roster, before, match["who"]) or owner_of(roster, match["who"])
                if owner is not None:
                    name, quotes, basis = owner
                    if own and basis is OwnerBasis.ASSIGNED:
                        basis = OwnerBasis.VOLUNTEERED
                    begin = sentence.start + (match.start("who") if match.re is GIVEN else 0)
                    task = text[act.end() : until].rstrip(" .,;")
                    yield Task(task, name, basis, due_words(task), (begin, sentence.start + until), quotes)


def _is_task(text: str, act: re.Match[str], end: int, own: str | None, follows: str) -> bool:
    """Whether the words behind `act` are a task; what would be done, told of nobody's word, only where it leaves something."""
    task = text[act.end() : end].rstrip(" .,;")
    told = act.groupdict().get("told")
    return not (
        len(task.split()) < 2
        or len(task) > LONGEST_TASK
        or NEEDS_MATTER.match(task)
        or FORETOLD.match(task)
        or (MOVES.match(task) and not delivers(task))
        or HANGS.search(text[:end])
        or (own and WITHDRAWN.search(f"{text[act.end() :]} {follows}"))
        or (told and ("not" in told or not (delivers(task) or falls_due(task))))
        or act.groupdict().get("no")
    )


def _pointed_to(roster: Roster, before: Sentence | None, who: str) -> tuple[str, tuple[Quote, ...], OwnerBasis] | None:
    """Whom "he" or "she" means: the subject of the sentence before, if that names nobody else."""
    first = first_subject(before.text) if before is not None and who.lower() in ALONE else None
    if before is None or first is None:
        return None
    subject = before.text[slice(*first)]
    words_ = set(name_words(before.text))
    person = _person(roster, subject)
    named = [one for one in roster.people if not words_.isdisjoint(name_key(one.name)[-1:])]
    if person is None or any(one is not person for one in named):
        return None
    return owner_of(roster, subject)


def owner_of(roster: Roster, who: str) -> tuple[str, tuple[Quote, ...], OwnerBasis] | None:
    """Who of the group is meant, by the full name, with the words that give it where the sentence is shorter."""
    owner = _owner(roster, f"the {who.lower()}" if who.lower() in OWN_BODIES else who)
    if owner is None:
        return None
    of_a_body = owner[0].split()[-1].lower() in OWN_BODIES
    return (*owner, OwnerBasis.NAMED_BODY if of_a_body else OwnerBasis.ASSIGNED)


def _owner(roster: Roster, who: str) -> tuple[str, tuple[Quote, ...]] | None:
    """Who of the group is meant, by the full name and with the words that give it where the sentence is shorter."""
    if len(who) == 1 and bearer_of(roster, who):
        return who, ()  # as written: one letter names nobody to whoever has but the quote
    several = [part for part in re.split(r" and ", who) if part]
    people = [_person(roster, part) for part in several]
    named = [person for person in people if person is not None]
    if people and len(named) == len(people):
        if any(person.delegation or person.presence is Presence.ABSENT or not person.listed for person in named):
            return None  # somebody of another side binds that side; a visitor is not of the group
        quotes = tuple(person.quotes[0] for person in named if person.name not in who)
        return " and ".join(person.name for person in named), quotes
    last = who.split()[-1].lower()
    plain = who.removeprefix("The ").removeprefix("the ")
    if plain != who and (last in OWN_BODIES or is_role(last)):
        return plain, ()
    return None


def _person(roster: Roster, who: str) -> Person | None:
    plain = re.sub(r"^(?:The|the) ", "", who)
    if plain.isupper() and plain.isalpha() and 2 <= len(plain) <= 3:
        return bearer_of(roster, plain)
    holders = [
        p for p in roster.people if p.role and name_key(p.role) == name_key(plain) and p.presence is Presence.ATTENDED
    ]
    if len(holders) == 1:
        return holders[0]
    return roster.person_of(who)
