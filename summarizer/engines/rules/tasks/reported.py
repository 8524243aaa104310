"""What somebody is reported to say that a party will do: "the minister said Libya would", "gave his word that the path would".

Who speaks and who is to act are two fields: the same one only where the words say so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ....ladder.bearing import bearing
from ....ladder.readings import Reading, read
from ....mood.asserted import is_asserted
from ....schemas import Strength
from ..layout.page import Sentence
from ..sentences.clauses import clause_end, is_pronoun, subject_before
from ..sentences.due import due_words
from .actors import Actors, Party
from .binding import ALONE, FORETOLD, FURTHER, MOVES, WAITS, names_no_act
from .bound import Bound, shortened

TO_ONE = re.compile(r"\s(?:him|her|them)$", re.IGNORECASE)
"""After "told" or "assured": a pronoun that follows may mean either of the two."""


class _Told(NamedTuple):
    """One who speaks, in a sentence."""

    sentence: Sentence
    subject: tuple[int, int]
    sayer: Party


def reported(actors: Actors, sentence: Sentence, match: re.Match[str]) -> Iterator[Bound]:
    """One act or more of one who speaks: "said the firm would mend the gate and would send the bill"."""
    told = _told(actors, sentence, match)
    if told is None:
        return
    who = match["who"].rpartition(" that ")[2]
    if not who.startswith("the ") and (at := who.find(" the ") + 1):
        who = who[at:]  # "in that event the firm"
    actor = None if is_pronoun(who) and TO_ONE.search(match["saying"]) else _actor(actors, told, who, None)
    if actor is None:
        return
    first = _act(told, actor, match)
    if first is not None:
        yield first
    for further in FURTHER.finditer(sentence.text, match.end()):
        if further["who"] is not None:
            actor = _actor(actors, told, further["who"], actor)
        if actor is None:
            return
        one = _act(told, actor, further)
        if one is not None:
            yield one


def assured(actors: Actors, sentence: Sentence, match: re.Match[str]) -> Bound | None:
    """What somebody answers for: "gave an assurance that the path would stay open". A person may do so for others: who acts
    is left open then."""
    told = _told(actors, sentence, match)
    if told is None or actors.is_party(match["who"]) or is_pronoun(match["who"]):
        return None
    text = sentence.text
    end = clause_end(text, match.end())
    act = text[match.start("who") : end]
    reading = read(text[told.subject[0] : end])
    if names_no_act(text[match.end() : end]) or reading.strength not in (Strength.UNDERTOOK, Strength.CONDITIONAL):
        return None
    of_a_person = actors.is_person(told.sayer.name or "")
    return _bound(told, Party(None) if of_a_person else told.sayer, act, end, reading, match)


def _told(actors: Actors, sentence: Sentence, match: re.Match[str]) -> _Told | None:
    subject = subject_before(sentence.text, match.start())
    if subject is None or not is_asserted(sentence.text, match.start(), subject):
        return None
    sayer = actors.who(sentence, sentence.text[slice(*subject)])
    return None if sayer.name is None else _Told(sentence, subject, sayer)


def _actor(actors: Actors, told: _Told, who: str, before: Party | None) -> Party | None:
    """Who is to act; None where the words are no party's. before: who acts in the words before these."""
    sayer = told.sayer
    assert sayer.name is not None, "one who speaks is named"
    if before is not None and who.lower() == "it":
        return before if actors.roster.person_of(before.name or "") is None else None
    if before is not None and who.lower() in ALONE and before != sayer:
        return None  # either of the two
    if actors.means_speaker(who.lower(), sayer.name):
        return sayer
    if is_pronoun(who) or not actors.is_party(who):
        return None
    return actors.body_of(sayer, who) or actors.who(told.sentence, who)


def _act(told: _Told, actor: Party, match: re.Match[str]) -> Bound | None:
    text = told.sentence.text
    further = FURTHER.search(text, match.end())
    end = min(clause_end(text, match.end()), further.start() if further else len(text))
    action = text[match.end() : end]
    if len(action.split()) < 2 or names_no_act(action) or FORETOLD.match(action) or WAITS.match(action):
        return None
    reading = bearing(action.split(",")[0], text[told.subject[0] : end])
    if reading.strength is None or not reading.strength.binds:
        return None
    if MOVES.match(action) and reading.strength is not Strength.UNDERTOOK:
        return None
    negated = match["no"] is not None and reading.strength is not Strength.DENIED  # "would not lift it unless ..."
    return _bound(told, actor, f"not {action}" if negated else action, end, reading, match)


def _bound(told: _Told, actor: Party, action: str, end: int, reading: Reading, match: re.Match[str]) -> Bound:
    sayer, start = told.sayer, told.sentence.start
    assert reading.strength is not None, "an act that binds"
    return Bound(
        action=shortened(action),
        by=actor.name,
        strength=reading.strength,
        condition=reading.condition,
        due=due_words(action),
        said_by=None if sayer.name == actor.name else sayer.name,
        span=(start + told.subject[0], start + end),
        plural=False,
        trigger=reading.words or match["modal"],
        quotes=actor.quotes + tuple(quote for quote in sayer.quotes if quote not in actor.quotes),
    )
