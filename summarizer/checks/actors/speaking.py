"""Who speaks: rules on names in lines that have a speaker, where "I", "we" and "you" stand for somebody."""

import re

from ...words.rungs import firm
from ...words.scripts import running
from ...words.stems import content_words, stems_of
from ..dialogue.answers import REACH, assents, reached
from ..dialogue.takings_on import takes_on
from ..proper import shares_name
from ..words import listed
from .acts import is_name
from .bearers import is_of
from .case import AGREES, Case, Ruling, absent, against, of_the_clause
from .clause import Clause
from .doers import ONESELF
from .elsewhere import borne_elsewhere
from .told_acts import acts

_YOU = re.compile(
    r"\byou (?:are going to|will|shall|can|could|should|have to|need to)\b|\byou['’](?:re going to|ll)\b", re.IGNORECASE
)
_TO_YOU = re.compile(r"\byou\b|\bplease\b", re.IGNORECASE)
_ASKS_YOU = re.compile(r"\b(?:can|could|will|would) you\b.*\?|\byou\b.*, please\b", re.IGNORECASE)


def taken_on_by_another(case: Case) -> Ruling | None:
    """Another speaker takes it on in a short answer: "On it"."""
    speaker = case.speaker
    if case.line is None or speaker is None or case.stands_in(speaker) or not case.is_voice():
        return None
    return against(f'It is {speaker} who speaks, not "{case.name}".') if takes_on(case.line.text) else None


def says_yes(case: Case) -> Ruling | None:
    """A quoted line of the one who is named says yes to one that asks "you": "Can you go?" "Yes." """
    language, lines = case.language, case.grounds.merged
    for line in case.own if language is not None else ():
        if assents(line, language or ""):
            asked = [one for one in lines if one.speaker != line.speaker and _ASKS_YOU.search(one.text)]
            if line.number in reached(asked, lines):
                return AGREES
    return None


def given_to_another(case: Case) -> Ruling | None:
    """The one who is named only says yes to a line that gives it to somebody else by name: "Ben can start it." "Good." """
    own = case.own
    deed = next((word.stem for word in content_words(case.said)), "")
    if case.language != "en" or not own or not deed or any(deed in stems_of(one.text) for one in own):
        return None
    for line in case.grounds.merged:
        if line in own or _TO_YOU.search(line.text):
            continue
        told = [one for one in acts(line.text, "en", deed) if deed in one.words and one.subject != "I"]
        if len(told) == 1 and told[0].sure and is_name(told[0].subject) and not case.stands_in(told[0].subject):
            return against(f'The quoted words give it to "{told[0].subject}", not to "{case.name}".')
    return None


def offer_declined(case: Case) -> Ruling | None:
    """The one who is named asks whether to do it, and another says no: "Shall I book it?" "No, Ben does." """
    for line in case.own:
        if not (line.quoted.rstrip().endswith("?") and ONESELF.search(line.quoted)):
            continue
        others = (one for one in case.grounds.merged if one.speaker != line.speaker)
        answer = next((one for one in others if 0 < one.number - line.number <= REACH), None)
        if answer is not None and not listed("refusing").isdisjoint(running(answer.quoted).split()[:1]):
            return absent(f"{case.name} asks whether to, and {answer.speaker} says no.")
    return None


def asks_who_answers(case: Case) -> Ruling | None:
    """The one who is named only puts it to another, whom they call by name or "you", and who says yes."""
    language, lines, own = case.language, case.grounds.merged, case.own
    if not own or language is None or any(ONESELF.search(one.quoted) for one in own):
        return None
    asked = [one for one in own if one.quoted.rstrip().endswith("?") or _YOU.search(one.quoted)]
    for line in lines:
        if line.speaker is None or line in own or line.number not in reached(own, lines):
            continue
        called = any(shares_name(line.speaker, one.quoted) for one in own)
        if (called or asked == own) and assents(line, language):
            return against(f"{case.name} puts it to {line.speaker}, who says yes.")
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
def only_advises(case: Case, clause: Clause) -> Ruling | None:
    """The one who is named tells somebody else what to do, and nothing of themselves: "You should open a ticket"."""
    line = case.line
    if line is None or clause.person != "second" or not case.stands_in(case.speaker) or ONESELF.search(line.quoted):
        return None
    return absent(f'{case.speaker} says it to another: "you".')
