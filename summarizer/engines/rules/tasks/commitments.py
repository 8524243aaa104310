"""What a party binds itself to in reported speech: "agreed to", "pledged", "signed", and "will" with a party that acts.

Free speech is left alone: what somebody says they might do is no commitment. How firmly the words
bind is for the ladder to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....ladder.bearing import bearing
from ....ladder.readings import read
from ....mood.asserted import is_asserted, is_part
from ....schemas import Quote, Strength
from ..layout.history import history, is_within
from ..layout.page import Page, Sentence, without_typist
from ..outcomes.decisions import WHO_DECIDE
from ..people.roster import Roster, name_key
from ..sentences.clauses import clause_end, is_plural, is_pronoun, subject_before
from ..sentences.due import due_words
from .actors import Actors, Party
from .binding import FORETOLD, MOVES, REPORTED, bindings, names_no_act
from .stated import Stated, binds_nobody

OPENS_WITH_CONDITION = re.compile(r"(?:if|once|unless|provided|subject to|should|on condition)\b", re.IGNORECASE)
TO_ONE = re.compile(r"\s(?:him|her|them)$", re.IGNORECASE)
"""After "told" or "assured": a pronoun that follows may mean either of the two."""
OF_THOSE_WHO_MET = re.compile(
    r"(?:they|we|both|all)|(?:(?:the|both|all)\s)*(?:(?:two|three|four)\s)?"
    rf"(?:{WHO_DECIDE}|sides|leaders|ministers|presidents|principals|attendees|countries|governments)",
    re.IGNORECASE,
)
"""Whom a speaker means who reports what the meeting itself agreed."""
OF_THIS_MEETING = re.compile(r"(?:the )?(?:team|group|meeting)|everyone|everybody|all", re.IGNORECASE)
"""Who is no party beside those who met: what they agree is a decision of the meeting."""
LONGEST = 1_500
LONGEST_PARTY = 14
"""Words of who acts; what is longer is rows of notes that ran together."""


@dataclass(frozen=True)
class Bound:
    """One commitment in the words of the text; offsets into the document."""

    action: str
    by: str | None
    strength: Strength
    condition: str | None
    due: str | None
    said_by: str | None
    span: tuple[int, int]
    plural: bool
    """Whether more than one party agreed who met, so that it is a decision of theirs as well."""
    trigger: str
    quotes: tuple[Quote, ...]

    @property
    def at(self) -> int:
        return self.span[0]

    @property
    def is_of_this_meeting(self) -> bool:
        """Whether those who met only agreed on it among themselves: "The team agreed to"."""
        return self.strength is Strength.AGREED and OF_THIS_MEETING.fullmatch(self.by or "") is not None


def commitments(page: Page, roster: Roster, elsewhere: frozenset[str]) -> list[Bound]:
    """Every commitment that a sentence of report states.

    elsewhere: words of the names of those who are only mentioned; what they promised, they promised somewhere else.
    """
    if page.spoken:
        return []
    reader, past = _Reader(page, roster), history(page)
    found: list[Bound] = []
    for sentence in page.running:
        if sentence.speaker is None and len(sentence.text) <= LONGEST and not page.addresses_reader(sentence.start):
            if is_within(past, sentence.start):
                continue
            found.extend(one for one in reader.read(sentence) if not _is_elsewhere(one.by, elsewhere))
    return found


def _is_elsewhere(by: str | None, elsewhere: frozenset[str]) -> bool:
    key = name_key(by or "")
    return bool(key) and key[-1] in elsewhere


class _Reader:
    """Reads one sentence after the other with the people of the document at hand."""

    def __init__(self, page: Page, roster: Roster) -> None:
        self.actors = Actors(page, roster)

    def read(self, sentence: Sentence) -> Iterator[Bound]:
        text = sentence.text
        taken = 0
        for match in bindings(text):
            if match.end() <= taken or (match.start() < taken and match.re is not REPORTED):
                continue
            one = self._said(sentence, match) if match.re is REPORTED else self._stated(sentence, match)
            if one is not None:
                taken = one.span[1] - sentence.start
                yield one
        self.actors.pass_on(sentence)

    def _stated(self, sentence: Sentence, match: re.Match[str]) -> Bound | None:
        """ "Norway agreed to ...", "The Board will ...": the subject binds itself."""
        text = sentence.text
        subject = subject_before(text, match.start())
        end = clause_end(text, match.end())
        stated = Stated(sentence, match, subject, end)
        if binds_nobody(stated, self.actors):
            return None
        verb, action = stated.verb, stated.action
        start = subject[0] if subject else match.start()
        start = 0 if OPENS_WITH_CONDITION.match(text) else start
        reading = read(text[start:end])
        if reading.strength is None or not reading.strength.binds:
            return None
        by = self.actors.who(sentence, text[slice(*subject)]) if subject else Party(None)
        if by.name is not None and len(by.name.split()) > LONGEST_PARTY:
            return None
        unnamed = match.start() == 0 and verb.split()[-2:-1] != ["reached"]
        if by.name is None and (unnamed or reading.strength in (Strength.DENIED, Strength.INTENDS)):
            return None  # "Decided to ...": a decision of the record, by nobody who is named
        said_by = self.actors.sayer(sentence, subject)
        negated = verb.endswith("not") and reading.strength is not Strength.DENIED
        return Bound(
            action=_shortened(f"not {action}" if negated else action),
            by=by.name,
            strength=reading.strength,
            condition=reading.condition,
            due=due_words(action),
            said_by=said_by.name,
            span=(sentence.start + (0 if said_by.name else start), sentence.start + end),
            plural="agreed" in verb
            and subject is not None
            and _is_decided(text[slice(*subject)], said_by.name is not None),
            trigger=reading.words or match[0].strip(),
            quotes=by.quotes + said_by.quotes,
        )

    def _said(self, sentence: Sentence, match: re.Match[str]) -> Bound | None:
        """ "The minister said Libya would ...": one speaks, the same one or another is to act."""
        text = sentence.text
        subject = subject_before(text, match.start())
        who = match["who"].rpartition(" that ")[2]
        who = who[at:] if (at := who.find(" the ") + 1) else who  # "in that event the firm"
        if subject is None or not is_asserted(text, match.start(), subject):
            return None
        sayer = self.actors.who(sentence, text[slice(*subject)])
        if sayer.name is None:
            return None
        himself = self.actors.means_speaker(who.lower(), sayer.name)
        if is_pronoun(who) and TO_ONE.search(match["saying"]):
            return None
        if not himself and (is_pronoun(who) or not self.actors.is_party(who)):
            return None
        end = clause_end(text, match.end())
        action = text[match.end() : end]
        if len(action.split()) < 2 or names_no_act(action) or MOVES.match(action) or FORETOLD.match(action):
            return None
        reading = bearing(action.split(",")[0], text[subject[0] : end])
        if reading.strength is None or not reading.strength.binds:
            return None
        actor = sayer if himself else self.actors.body_of(sayer, who) or self.actors.who(sentence, who)
        negated = match["no"] is not None and reading.strength is not Strength.DENIED  # "would not lift it unless ..."
        return Bound(
            action=_shortened(f"not {action}" if negated else action),
            by=actor.name,
            strength=reading.strength,
            condition=reading.condition,
            due=due_words(action),
            said_by=None if himself or sayer.name == actor.name else sayer.name,
            span=(sentence.start + subject[0], sentence.start + end),
            plural=False,
            trigger=reading.words or match["modal"],
            quotes=actor.quotes + tuple(quote for quote in sayer.quotes if quote not in actor.quotes),
        )


def _is_decided(subject: str, reported: bool) -> bool:
    """Whether what these agreed is a decision of those who met: not of some of them, nor of others of whom one reports."""
    return (
        is_plural(subject)
        and not is_part(subject)
        and (not reported or OF_THOSE_WHO_MET.fullmatch(subject) is not None)
    )


def _shortened(action: str) -> str:
    """At most some thirty words, cut at a comma where there is one; without a mark that closes what was quoted from before."""
    if action.count("”") > action.count("“") or action.count('"') % 2:
        action = action.rstrip(' .,;!”"')
    action = without_typist(action)
    if len(action) <= 220:
        return action
    cut = action.rfind(",", 60, 220)
    return action[: cut if cut > 0 else action.rfind(" ", 0, 220)]
