"""What a party binds itself to in reported speech: "agreed to", "pledged", "signed", and "will" with a party that acts.

Free speech is left alone: what somebody says they might do is no commitment. How firmly the words
bind is for the ladder to say.
"""

import re
from collections.abc import Iterator

from ....ladder.readings import read
from ....mood.asserted import is_part
from ....schemas import Strength
from ..layout.history import history, is_within
from ..layout.page import Page, Sentence
from ..outcomes.decisions import WHO_DECIDE
from ..people.roster import Roster, name_key
from ..sentences.clauses import clause_end, is_plural, is_pronoun, subject_before
from ..sentences.due import due_words
from .actors import Actors, Party
from .binding import ALSO_REPORTED, ASSURED, FURTHER, REPORTED, TOLD, WILL, WOULD, bindings
from .bound import Bound, shortened
from .reported import assured, reported
from .stated import Stated, binds_nobody

OPENS_WITH_CONDITION = re.compile(r"(?:if|once|unless|provided|subject to|should|on condition)\b", re.IGNORECASE)
OF_THOSE_WHO_MET = re.compile(
    r"(?:they|we|both|all)|(?:(?:the|both|all)\s)*(?:(?:two|three|four)\s)?"
    rf"(?:{WHO_DECIDE}|sides|leaders|ministers|presidents|principals|attendees|countries|governments)",
    re.IGNORECASE,
)
"""Whom a speaker means who reports what the meeting itself agreed."""
LONGEST = 1_500
LONGEST_PARTY = 14
"""Words of who acts; what is longer is rows of notes that ran together."""


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
            if match.end() <= taken or (match.start() < taken and match.re not in TOLD):
                continue
            for one in self._bound(sentence, match):
                taken = max(taken, one.span[1] - sentence.start)
                yield one
        self.actors.pass_on(sentence)

    def _bound(self, sentence: Sentence, match: re.Match[str]) -> Iterator[Bound]:
        if match.re in (REPORTED, ALSO_REPORTED):
            yield from reported(self.actors, sentence, match)
        else:
            one = assured(self.actors, sentence, match) if match.re is ASSURED else self._stated(sentence, match)
            if one is not None:
                yield one

    def _stated(self, sentence: Sentence, match: re.Match[str]) -> Bound | None:
        """ "Norway agreed to ...", "The Board will ...": the subject binds itself."""
        text = sentence.text
        subject = subject_before(text, match.start())
        further = FURTHER.search(text, match.end()) if match.re in (WILL, WOULD) else None
        end = min(clause_end(text, match.end()), further.start() if further else len(text))
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
        agreed = match.groupdict().get("who") or "they"
        if not is_pronoun(agreed) and agreed != "both":
            by = self.actors.who(sentence, agreed)  # "agreed that the experts would meet": they are to act
        if by.name is not None and len(by.name.split()) > LONGEST_PARTY:
            return None
        unnamed = match.start() == 0 and verb.split()[-2:-1] != ["reached"]
        if by.name is None and (unnamed or reading.strength in (Strength.DENIED, Strength.INTENDS)):
            return None  # "Decided to ...": a decision of the record, by nobody who is named
        said_by = self.actors.sayer(sentence, subject)
        negated = verb.endswith(("not", "n't", "n’t")) and reading.strength is not Strength.DENIED
        return Bound(
            action=shortened(f"not {action}" if negated else action),
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


def _is_decided(subject: str, reported: bool) -> bool:
    """Whether what these agreed is a decision of those who met: not of some of them, nor of others of whom one reports."""
    return (
        is_plural(subject)
        and not is_part(subject)
        and (not reported or OF_THOSE_WHO_MET.fullmatch(subject) is not None)
    )
