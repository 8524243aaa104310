"""Who speaks: rules on names in lines that have a speaker, where "I", "we" and "you" stand for somebody."""

import re

from ...rungs import firm
from ...schemas import Part
from ...stems import content_words, stem
from ..fields import texts
from ..wording.answers import assents, reached
from ..wording.takings_on import takes_on
from .bearers import is_of
from .case import Case, of_the_clause
from .clause import Clause
from .doers import answers_for_oneself
from .elsewhere import borne_elsewhere
from .ruling import AGREES, Ruling, absent, against

_OWN = re.compile(r"\b(?:my|our) (?P<deed>\w+ing)\b", re.IGNORECASE)
_ASKS_YOU = re.compile(r"\b(?:can|could|will|would) you\b.*\?|\byou\b.*, please\b", re.IGNORECASE)


def taken_on_by_another(case: Case) -> Ruling | None:
    """Another speaker takes it on in a short answer: "On it"."""
    return _another_speaks(case) if case.line is not None and takes_on(case.line.text) else None


@of_the_clause
def answered_by_another(case: Case, clause: Clause) -> Ruling | None:
    """Another speaker answers for themselves without "I": "Yes, will do"."""
    return _another_speaks(case) if answers_for_oneself(clause, case.words) else None


def _another_speaks(case: Case) -> Ruling | None:
    """Against somebody who also speaks in the document, where the line is of another."""
    if case.speaker is None or case.stands_in(case.speaker) or not case.is_voice():
        return None
    return against(f'It is {case.speaker} who speaks, not "{case.name}".')


def says_yes(case: Case) -> Ruling | None:
    """A quoted line of the one who is named says yes to one that asks "you": "Can you go?" "Yes." """
    language, lines = case.language, case.grounds.merged
    for line in lines if language is not None else ():
        if line.speaker and case.stands_in(line.speaker) and assents(line, language or ""):
            asked = [one for one in lines if one.speaker != line.speaker and _ASKS_YOU.search(one.text)]
            if line.number in reached(asked, lines):
                return AGREES
    return None


@of_the_clause
def meant_by_the_speaker(case: Case, clause: Clause) -> Ruling | None:
    """ "I" and "we" are who speaks, and whose people they are; "you" is, where it binds, who says it of themselves."""
    speaker, bound = case.speaker, clause.person == "second" and firm(case.borne.reading.strength)
    if speaker is None or not (clause.person in ("singular", "plural") or bound):
        return None
    if case.stands_in(speaker) or borne_elsewhere(case) == "agrees":
        return AGREES
    if clause.person == "plural" and any(is_of(case.name, speaker, one.text) for one in case.others):
        return AGREES
    if clause.person == "singular" and case.is_voice():
        return against(f'It is {speaker} who speaks, not "{case.name}".')
    return absent(f'It is {speaker} who speaks; the words do not name "{case.name}".')


@of_the_clause
def own_deed(case: Case, clause: Clause) -> Ruling | None:
    """The speaker names it as their own: "Does anybody object to my replying ...?"."""
    if case.line is None or not case.stands_in(case.speaker):
        return None
    deeds = (words[0].stem for text in texts(case.item, Part.CLAIM) if (words := content_words(text.value)))
    deed = next(deeds, None)
    return AGREES if any(stem(own["deed"]) == deed for own in _OWN.finditer(case.line.quoted)) else None
