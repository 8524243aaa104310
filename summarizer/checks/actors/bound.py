"""Whom the clause binds: rules on its subject, and on who is set against it or only says so."""

import re

from ...words.stems import shared, stems_of
from ..proper import holds_name, initialled, name_parts, shares_name
from .bearers import acts_for, holds_office
from .case import AGREES, Case, Ruling, absent, against, instead, of_the_clause, shortened, whether_told_of
from .clause import Clause
from .doers import done_by
from .namesakes import is_another

_NOT_BEHIND = re.compile(r", (?:and )?not (?:the )?(?P<who>[A-Z][^,;.:]{0,40})")

_OPENING = 6  # words of a claim among which its own subject stands
_OWN_BODY = re.compile(
    r"\W*(?:(?:his|her|their|its) (?:own )?(?:government|country|nation|side|delegation|administration|authorities"
    r"|organi[sz]ation|company|firm|agency|bank|union|association|foundation|institution)"
    r"|(?:seine?|ihre?) (?:Regierung|Land|Seite|Delegation|Organisation|Firma|Gesellschaft|Bank|Verband|Verein)"
    r"|(?:son|sa|leur) (?:gouvernement|pays|délégation|organisation|société|entreprise|banque|association)"
    r"|su (?:gobierno|país|delegación|organización|empresa|sociedad|banco|asociación)"
    r"|(?:il suo|la sua) (?:governo|paese|delegazione|organizzazione|società|azienda|banca|associazione))\W*",
    re.IGNORECASE,
)
"""For whom somebody speaks."""


def only_reports(case: Case) -> Ruling | None:
    """Who reports what another will do does not act; the other does."""
    value, told = case.text.value, case.told
    if told is not None and shares_name(value, told.subject):
        return AGREES
    if told is None or not shares_name(value, told.source):
        return None
    return against(f'"{value}" only says so; the words speak of "{shortened(told.subject)}".')


@of_the_clause
def bound_is_another(case: Case, clause: Clause) -> Ruling | None:
    """The subject is a body or a person of a like name, or whom the words set against the one who is named."""
    behind = _NOT_BEHIND.search(clause.after)  # "It is Ben who will go, not Anna"
    other = (
        (not clause.person and is_another(case.name, clause.subject))
        or (case.stands_in(clause.others) and not case.stands_in(clause.subject))
        or (behind is not None and case.stands_in(behind["who"]))
    )
    return against(instead(clause.subject, case.name)) if other else None


@of_the_clause
def agent(case: Case, clause: Clause) -> Ruling | None:
    """A passive names who does it: "will be carried out by Harrow & Pike"."""
    doer = done_by(clause)
    if doer is None:
        return None
    return AGREES if case.stands_in(doer) else against(f'The words bind "{doer}", not "{case.name}".')


@of_the_clause
def acts_by_office(case: Case, clause: Clause) -> Ruling | None:
    """The subject is the office of the one who is named: "The minister promised". Not of one who merely says so: "the Mayor
    said that the clerk would"."""
    index = case.grounds.index
    if clause.person or not holds_office(clause.subject, case.name, index):
        return None
    tells = case.stands_in(clause.source) or holds_office(clause.source, case.name, index)
    return AGREES if not clause.source or not tells else None


@of_the_clause
def subject(case: Case, clause: Clause) -> Ruling | None:
    """The subject holds the name, or its initials."""
    return AGREES if case.stands_in(clause.subject) or initialled(case.name, clause.subject) else None


def own_body(case: Case) -> Ruling | None:
    """The subject is the side of who says it: "Minister Hale said that his Government will" binds Hale's country."""
    said = case.clause or case.told
    if said is None or _OWN_BODY.fullmatch(said.subject) is None or not holds_name(said.source):
        return None
    return AGREES if acts_for(case.name, said.source, case.grounds.index.document.text) else None


@of_the_clause
def only_says_so(case: Case, clause: Clause) -> Ruling | None:
    """Another than who says it is the subject, and the one who is named says it, or stands in no word of the line."""
    if not clause.certain or not clause.source or clause.person:
        return None
    if case.stands_in(clause.source):
        doer = stems_of(clause.subject)
        opening = " ".join(case.said.split()[:_OPENING])
        if doer and len(shared(doer, stems_of(opening))) == len(doer):
            return AGREES  # the claim tells itself who is to act: "promised that the staff would hear of it"
        return against(f'"{case.name}" only says so; the words speak of "{shortened(clause.subject)}".')
    if case.line is not None and not case.stands_in(case.line.text):
        return absent(f'The words speak of "{shortened(clause.subject)}".')
    return None


@of_the_clause
def joined_to_another(case: Case, clause: Clause) -> Ruling | None:
    """The clause has a plain subject of its own, and the one who is named stands in another before it."""
    return absent(instead(clause.subject, case.name)) if clause.joined and clause.certain else None


@of_the_clause
def without_a_subject(case: Case, clause: Clause) -> Ruling | None:
    """It is not plain whom the clause binds: all that is asked is whether the words hold the name."""
    plain = clause.certain and not clause.labelled and holds_name(clause.subject)
    return None if plain else whether_told_of(case)


@of_the_clause
def only_behind(case: Case, clause: Clause) -> Ruling | None:
    """The clause has a subject, and the one who is named only comes behind: "Ben will write to Anna"."""
    by = f" by {name_parts(case.name)[0]}" in f" {clause.after}".lower()
    return against(instead(clause.subject, case.name)) if case.stands_in(clause.after) and not by else None


@of_the_clause
def not_in_the_line(case: Case, clause: Clause) -> Ruling | None:
    """The clause has a subject, and its line does not hold the name at all. A commitment may rest on another line."""
    line = case.line
    if line is None or case.stands_in(line.text) or initialled(case.name, line.text):
        return None
    explanation = instead(clause.subject, case.name)
    return absent(explanation) if case.item.kind == "commitments" else against(explanation)
