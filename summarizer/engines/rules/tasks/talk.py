"""What those who talk to each other take on: what they say that they will do, and what they are asked and say yes to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ....alternatives import any_of
from ....closed_classes import PRONOUNS
from ....schemas import OwnerBasis, Presence, Quote
from ..layout.found import Person
from ..layout.page import Page, Sentence
from ..people.roster import Roster, name_key
from ..sentences.clauses import clause_end
from ..sentences.due import due_words
from .binding import NEEDS_MATTER
from .commitments import Bound
from .deliveries import delivers
from .first_person import BARELY_HAVE, INSERTED, LONGEST_TASK, OWN, Act, Promised, acts, bound, sorted_out, taken
from .in_text import Task

FILLER = re.compile(r",?\s*\b(?:uh|um|er|erm|uhm|hmm|mm|kind of|sort of)\b,?(?=\s|$)", re.IGNORECASE)
"""What speech holds and a task does not."""
TRAILS = re.compile(
    r",?\s+(?:so|because|since|cuz|['’]cause|though|yeah|okay|right|I (?:think|guess|believe|mean|suppose|hope)|if you (?:like|want|don['’]t mind)|as you know|"
    rf"(?:(?:and|but) )?(?:{PRONOUNS}|that|there)['’](?:s|re|ll|ve|d|m)|(?:and|but),? (?:it|there|that|this|then|we|you|they|I|maybe|if|when|once|should))\b.*"
    rf"|,\s(?:{PRONOUNS})\s.*",
    re.DOTALL,
)
"""Where a speaker goes on to something else."""
OURS = re.compile(
    rf"\b[Ww]e(?:['’]ll| will| shall|['’]re going to| are going to| undertake to| commit to){INSERTED}\s+(?=[a-z])(?!not\b|be\b|{BARELY_HAVE}|need\b|remain\b)"
    r"|\b[Ww]e (?:won['’]t|will not|refuse to|decline to)\s+(?=[a-z])(?!be\b|have\b|need\b)"
)
"""What somebody says of the own party."""
UNSURE = re.compile(
    r"\b(?:maybe|perhaps|probably|possibly|guess|supposed?|like|say|says|said|saying|think|thinks|thought|thinking|told|asked|wonder|wondered|promised|goes|went|might|usually|normally|always|often|generally|typically)\b[^.;!?]{0,12}$",
    re.IGNORECASE,
)
"""Before an "I will" that is a guess, a habit, or somebody else's words."""
QUOTED = re.compile(r"^[^\"]*(?:\"[^\"]*\"[^\"]*)*\"[^\"]*$|[“«][^”»]*$")
"""Before words in quotation marks, which are somebody's at another time."""
WITH_ME = re.compile(r"\b(?:you|he|she|they|the \w+|[A-Z][\w’'-]+) (?:and|or) $")
"""Before an "I will" of two: "Ann and I will"; not "ask Ann, and I'll"."""
PARTIES = 2
"""Sides that talk to each other in a negotiation; more are a working group."""
STUTTER = re.compile(r"\b(\w+)(?: \1\b)+")
LEAD = r"\W*(?:(?i:and|so|okay|ok|right|well|oh|great|thanks|but|then|yes|yeah|alright|cool|now|maybe|uh|um)\b\W+)*"
ASKED = re.compile(
    rf"{LEAD}(?:(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]+)?),? )?(?:(?i:(?:can|could|would|will) you)(?: (?:please|just|also|maybe|possibly|kindly|perhaps|then|be able to))*|(?i:please)),? (?=[a-z])"
)
"""What the next speaker is asked to do."""
YES = re.compile(
    rf"\W*(?:(?:oh|well|um|uh|er|mm|ah|so)\W+)*(?:{any_of('yes|yeah|yep|yup|sure|okay|ok|of course|absolutely|certainly|definitely|will do|no problem|happy to|gladly|with pleasure|can do|on it|got it|i will|i can')})"
    r"(?![^.!?]{0,30}\b(?:but|already|though|although|if|not|n['’]t|sorry|can['’]t|did|done|was|have|had|maybe|perhaps|probably|possibly|hopefully|depends|try|think|one day)\b)",
    re.IGNORECASE,
)
MOST_QUESTIONS = 3
"""Sentences at the end of a turn among which what was asked stands."""


def taken_on(page: Page, roster: Roster) -> Promised:
    """What speakers who are known by name say that they will or will not do, and the tasks that they say yes to.

    Only what leaves something behind: "I'll send the draft", not "I'll say a word on that". Where two parties talk to
    each other, or one speaks for its own, it binds a party. Minutes that write down speech mark what was taken on.
    """
    if page.document.kind != "transcript":
        return Promised([], [])
    found: list[Task | Bound] = []
    asked: list[Sentence] = []
    sides = {one.organization for one in roster.people if one.presence is Presence.ATTENDED}
    negotiate = None not in sides and len(sides) == PARTIES
    for speaker, sentences in _turns(page):
        person = roster.speaker(speaker)
        if person is not None:
            naming = () if set(name_key(person.name)) & set(name_key(speaker)) else tuple(person.quotes[:1])
            own = [one for each in sentences for one in _own(each, person, naming, negotiate)]
            found += own or _accepted(page, roster, asked, sentences[0], person)
        asked = sentences[-MOST_QUESTIONS:]
    return sorted_out(found)


def _turns(page: Page) -> Iterator[tuple[str, list[Sentence]]]:
    said = [one for one in page.running if one.speaker is not None and not page.addresses_reader(one.start)]
    for speaker, sentences in groupby(said, key=lambda one: one.speaker):
        assert speaker is not None, "only what somebody says is a turn"
        yield speaker, list(sentences)


def _own(sentence: Sentence, person: Person, naming: tuple[Quote, ...], negotiates: bool) -> Iterator[Task | Bound]:
    """What a sentence takes on. naming: the words that name who speaks, where the label of the turn does not."""
    text = sentence.text
    for act in _deliveries(text, OWN):
        yield (bound if negotiates else taken)(sentence, act, person.name, naming)
    if (body := person.organization) is not None:
        yield from (bound(sentence, act, body, tuple(person.quotes[:1])) for act in _deliveries(text, OURS))


def _deliveries(text: str, pattern: re.Pattern[str]) -> Iterator[Act]:
    for act in acts(text, pattern, _trail):
        told = replace(act, words=_told(act.words))
        if _is_sure(text, act.said) and delivers(told.words):
            yield told


def _is_sure(text: str, at: int) -> bool:
    """Whether what begins there is no guess, no habit, and nobody else's words."""
    if QUOTED.search(text, 0, at) is not None:
        return False
    return UNSURE.search(text, 0, at) is None and not (WITH_ME.search(text, 0, at) and text[at + 1] == " ")


def _accepted(page: Page, roster: Roster, asked: list[Sentence], answer: Sentence, person: Person) -> Iterator[Task]:
    """What the turn before asked of somebody who says yes."""
    if not YES.match(answer.text):
        return
    for sentence in asked:
        request = ASKED.match(sentence.text)
        if request is None or not _is_asked(roster, request["who"], person):
            continue
        task = _told(sentence.text[request.end() : _trail(sentence.text, request.end())].rstrip(" ?.!"))
        if len(task.split()) > 1 and len(task) <= LONGEST_TASK and delivers(task) and not NEEDS_MATTER.match(task):
            span = (sentence.start, sentence.start + len(sentence.text))
            said = page.quote(answer.start, answer.start + len(answer.text))
            yield Task(task, person.name, OwnerBasis.ACCEPTED, due_words(task), span, (said,))


def _is_asked(roster: Roster, called: str | None, person: Person) -> bool:
    """Whether a request names nobody, or this person: "Ann, could you"."""
    return called is None or roster.person_of(called) is person


def _trail(text: str, start: int) -> int:
    """Where an act ends in speech, which runs on."""
    end = clause_end(text, start)
    trail = TRAILS.search(text, start, end)
    return trail.start() if trail else end


def _told(act: str) -> str:
    plain = " ".join(FILLER.sub("", act).split()).strip(" ,;")
    return STUTTER.sub(r"\1", plain)
