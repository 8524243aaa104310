"""A name that a claim gives as the actor, with all that the rules on it may ask, and what they find."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import NamedTuple

from ...items import Item
from ...schemas import CheckName, Finding, RejectionReason
from ...words.stems import stems_of
from ..fields import Report, Text, said_of
from ..grounds import Borne, Grounds, Line
from ..proper import as_called, shares_name
from ..quotations import Quotation, quotation_at
from .clause import Clause
from .meant import is_meant
from .reported import Reported

_SHOWN = 6  # words of a subject that an explanation shows
_ANSWER = 6  # words of a line that may only answer another
_FEWER = 3  # times that such a line has fewer words of it
_WITH_SUBJECTS = ("en", "de", "fr")
"""Languages in which a clause has a subject of its own, a pronoun at least."""
_POINTS_BACK = re.compile(r"\b(?:s?he|they|we|I|you|who|er|sie|wir|ich|ihr|elles?|ils?|nous|je|on|qui)\b", re.IGNORECASE)  # fmt: skip
_LEADING_IN = re.compile(r"\A\W*[A-Z]\w+ly, ")  # "Separately, "


class Ruling(NamedTuple):
    """What is found, with a sentence for the reader where something is amiss."""

    finding: Finding
    explanation: str = ""
    reason: RejectionReason = RejectionReason.CONTRADICTED
    """Why the name may not stand, where the words disagree."""


AGREES, UNCHECKED = Ruling("agrees"), Ruling("unchecked")


def absent(explanation: str) -> Ruling:
    """The words do not say so."""
    return Ruling("absent", explanation)


def against(explanation: str, reason: RejectionReason = RejectionReason.CONTRADICTED) -> Ruling:
    """The words say otherwise."""
    return Ruling("disagrees", explanation, reason)


@dataclass(frozen=True)
class Case:
    """One name, and the words that it is held against."""

    item: Item
    text: Text
    grounds: Grounds
    borne: Borne
    clause: Clause | None
    """That of the words that bear the claim; None where there is none, or the language is one in which none is read."""
    told: Reported | None
    """The report in which those words stand, in languages other than English."""

    @cached_property
    def name(self) -> str:
        """The name, or the nickname by which alone a quoted line calls its bearer."""
        return as_called(self.text.value, self.grounds)

    def stands_in(self, text: str | None) -> bool:
        """Whether a text holds a telling word of the name."""
        return text is not None and shares_name(self.name, text)

    @cached_property
    def said(self) -> str:
        """What the claim says of the one who is named."""
        return said_of(self.item)

    @property
    def line(self) -> Line | None:
        """The line that bears the claim."""
        return self.borne.line

    @property
    def speaker(self) -> str | None:
        """Who says that line."""
        return self.line.speaker if self.line is not None else None

    @property
    def words(self) -> str:
        """The words that bear the claim; empty where none do."""
        return self.borne.reading.words or ""

    @property
    def language(self) -> str | None:
        return self.grounds.index.language

    @property
    def others(self) -> list[Line]:
        """The other quoted lines."""
        return [one for one in self.grounds.lines if one != self.line]

    @cached_property
    def own(self) -> list[Line]:
        """The quoted lines that the one who is named says."""
        return [one for one in self.grounds.merged if self.stands_in(one.speaker)]

    def is_voice(self) -> bool:
        """Whether the document gives words of the one who is named."""
        return any(self.stands_in(voice) for voice in self.grounds.index.voices)

    @cached_property
    def quotation(self) -> Quotation | None:
        """The quotation in which the words that bear the claim stand."""
        line, index = self.line, self.grounds.index
        if line is None:
            return None
        at = line.span[0] if self.borne.reading.start is None else self.borne.reading.start
        # The words that lead in a list stand before each item of it, and elsewhere in the document.
        place = index.document.segment(line.number).start - len(index.lead_in(line.number)) + at
        return quotation_at(index.document, line.number, place)


Rule = Callable[[Case], Ruling | None]
"""Finds something on a name, or None, which leaves it to the rules behind."""


def of_the_clause(rule: Callable[[Case, Clause], Ruling | None]) -> Rule:
    """A rule that asks for the clause, and finds nothing where there is none."""

    @wraps(rule)
    def where_there_is_one(case: Case) -> Ruling | None:
        return rule(case, case.clause) if case.clause is not None else None

    return where_there_is_one


def without_a_clause(rule: Rule) -> Rule:
    """A rule for words of which no clause is read."""

    @wraps(rule)
    def where_there_is_none(case: Case) -> Ruling | None:
        return rule(case) if case.clause is None else None

    return where_there_is_none


def whether_named(text: Text, grounds: Grounds) -> Ruling:
    """Whether the quoted lines or their speakers hold a name: all that is asked where no rule tells more."""
    if shares_name(as_called(text.value, grounds), grounds.whole):
        return AGREES
    if is_meant(text.value, text.value, grounds):
        return UNCHECKED
    return absent(f'The quoted words do not name "{text.value}".')


def whether_told_of(case: Case) -> Ruling:
    """The same of somebody who is to act: a quoted line that names them, and has few words of what is said of them beside one
    that has most, shows nothing, unless it is short, as an answer is, or a pronoun of another line may point back to it."""
    found, ours = whether_named(case.text, case.grounds), stems_of(case.said) - stems_of(case.name)
    naming = [line for line in case.grounds.merged if case.stands_in(f"{line.speaker or ''} {line.text}")]
    others = [line for line in case.grounds.merged if line not in naming]
    if found != AGREES or not others or case.language not in _WITH_SUBJECTS:
        return found
    met = {line: len(ours & stems_of(line.text)) for line in (*naming, *others)}
    most = max(map(met.__getitem__, others))
    bare = all(len(line.text.split()) > _ANSWER and _FEWER * met[line] < most for line in naming)
    told = [line for line in others if met[line]]
    if not bare or any(_POINTS_BACK.search(line.text) for line in told):
        return found
    return absent(f'The quoted words that name "{case.name}" say little or nothing of it.')


def enter(ruling: Ruling, text: Text, check: CheckName, report: Report) -> None:
    """Enter what was found on a name. A commitment stands or falls with who is bound; elsewhere the name goes."""
    finding, explanation, reason = ruling
    bound = check == "actor" and report.item.kind == "commitments" and reason is RejectionReason.CONTRADICTED
    if finding != "disagrees":
        report.note(check, finding, explanation)
    elif bound:
        report.note(check, finding, explanation)
        report.refuse(reason, explanation)
    else:
        report.against(text, check, explanation, reason)


def instead(bound: str, name: str) -> str:
    """That another is bound, as a sentence."""
    return f'The words bind "{shortened(bound)}", not "{name}".'


def shortened(words: str) -> str:
    """The last words of a long subject, without what only leads in, as an explanation shows them."""
    return " ".join(_LEADING_IN.sub("", words).split()[-_SHOWN:])
