"""What other quoted lines, or other acts of the line, tell of the one who is named."""

from ...ladder.bearing import bearing
from ...schemas import Finding
from ...words.stems import shared, stems_of
from ..grounds import Borne
from .acts import told_of
from .bearers import bears
from .case import AGREES, Case, Ruling, against, instead, of_the_clause
from .clause import Clause, clause_of

_WILL = ("will", "would", "'ll", "'d")  # how words begin that tell of oneself in reported speech


def told_of_another(case: Case) -> Ruling | None:
    """The one quoted line that names the actor tells of several acts, and of whom it tells this one."""
    lines = [one for one in case.grounds.merged if case.stands_in(f"{one.speaker or ''} {one.text}")]
    if len(lines) != 1:
        return None
    told = told_of(case.name, case.said, lines[0].text, case.language, lines[0].speaker)
    if told is None:
        return None
    if case.stands_in(told):
        return AGREES
    if borne_elsewhere(case) == "agrees":
        return None
    return against(instead(told, case.name))


def bound_elsewhere(case: Case) -> Ruling | None:
    """Another quoted line binds the actor: of several evidences one is enough."""
    found = borne_elsewhere(case)
    return Ruling(found) if found is not None else None


@of_the_clause
def office_elsewhere(case: Case, clause: Clause) -> Ruling | None:
    """Another quoted line tells whose office the subject is: "The Clerk will ring", and who the clerk is."""
    return AGREES if any(bears(clause.subject, case.name, one.text) for one in case.others) else None


def borne_elsewhere(case: Case) -> Finding | None:
    """Whether another quoted line binds the actor to what the claim says; `unchecked` where it only tells of a pronoun that
    they will."""
    stems = stems_of(case.said)
    found: Finding | None = None
    for line in case.others:
        if not shared(stems, stems_of(line.quoted)):
            continue
        other = Borne(bearing(case.said, line.text, case.language, span=line.span), line)
        clause = clause_of(other, case.language)
        if clause is None or other.reading.strength is None:
            continue
        own = clause.person in ("singular", "plural", "second") and line.speaker
        if other.reading.strength.binds and case.stands_in(line.speaker if own else clause.subject):
            return "agrees"
        if _said_of_oneself(case, clause, other.reading.words or ""):
            found = "unchecked"
    return found


def _said_of_oneself(case: Case, clause: Clause, words: str) -> bool:
    """Whether somebody is told to say what they will do: "Ms Roth said that she would", "He would find out"."""
    if not words.lower().startswith(_WILL):
        return False
    opening = clause.subject.lower().split()[:1]
    if clause.person == "third" and clause.source:
        return case.stands_in(clause.source)
    return bool(opening) and opening[0] in ("he", "she", "they") and case.stands_in(case.grounds.before)
