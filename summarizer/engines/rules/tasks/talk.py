"""What those who talk to each other take on: what they say that they will do, and what they are asked and say yes to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ....schemas import OwnerBasis, Presence, Quote, Strength
from ..layout.found import Person
from ..layout.page import Page, Sentence
from ..people.roster import Roster, name_key
from ..sentences.spoken import told, trail
from .binding import BARELY_HAVE
from .bound import Bound
from .first_person import INSERTED, OWN, Act, Promised, acts, bound, sorted_out, taken
from .in_text import Task
from .requests import MOST_SENTENCES, accepted, matter, taken_up
from .spoken_for import GOVERNS, body_of, spoken_for
from .task_words import binds, delivers, falls_due, in_plain, speaks_of_before
from .turned_round import turned_round

OURS = re.compile(
    rf"\b[Ww]e(?:['’]ll| will| shall|['’]re going to| are going to| undertake to| commit to){INSERTED}\s+(?=[a-z])(?!not\b|be\b|{BARELY_HAVE}|need\b|remain\b)"
    r"|\b[Ww]e(?: won['’]t| will not| refuse to| decline to|(?:['’]re| are) not going to)\s+(?=[a-z])(?!be\b(?! \w+ing\b)|have\b|need\b)"
    r"|(?:^|(?<=[,;:–—.] )|(?<=\band )|(?<=\bbut )|(?<=\bso ))[Ww]e (?:do not|don['’]t|cannot|can['’]t)\s+(?=(?:accept|agree to|approve|support|offer|pay|sign|extend|release)\b)"
    r"|\bWhat we(?:['’]ll| will| can|['’]re going to| are going to) do(?:, [^,]{2,30},)? is(?: to)?\s+(?=[a-z])(?!be\b|have\b|say\b|tell\b)"
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


def taken_on(page: Page, roster: Roster) -> Promised:
    """What speakers who are known by name say that they will or will not do, and the tasks that they say yes to.

    Only what leaves something behind: "I'll send the draft", not "I'll say a word on that". Where two parties talk to
    each other, or one speaks for its own, it binds a party. Minutes that write down speech mark what was taken on.
    """
    if page.document.kind != "transcript":
        return Promised([], [])
    found: list[Task | Bound] = []
    earlier: list[Sentence] = []
    before: list[Sentence] = []
    asker: Person | None = None
    sides = {one.organization for one in roster.people if one.presence is Presence.ATTENDED}
    negotiate = None not in sides and len(sides) == PARTIES
    for speaker, sentences in _turns(page):
        person = roster.speaker(speaker)
        if person is not None:
            naming = () if set(name_key(person.name)) & set(name_key(speaker)) else tuple(person.quotes[:1])
            own = [
                whole
                for at, each in enumerate(sentences)
                for one in _said(roster, each, person, (naming, negotiate))
                for whole in _with_matter(page, one, [*before, *sentences[:at]])
            ]
            vague = all(isinstance(one, Task) and speaks_of_before(one.task) for one in own)
            asked = list(accepted(page, roster, before, sentences[0], person)) if vague else []
            found += asked or own  # "Can you write the report?" - "Yes, I'll send it tomorrow"
        if asker is not None and asker is not person:
            found += taken_up(page, (earlier, before), sentences[0], asker)
        earlier, before, asker = before, sentences[-MOST_SENTENCES:], person
    accepted_here = {one.span[0] for one in found if isinstance(one, Task) and one.basis is OwnerBasis.ACCEPTED}
    return sorted_out(one for one in found if not (_is_given(one) and one.span[0] in accepted_here))


def _is_given(one: Task | Bound) -> bool:
    """Whether somebody else says that one will do it, which one may then say yes to."""
    return isinstance(one, Task) and one.basis is OwnerBasis.ASSIGNED


def _with_matter(page: Page, one: Task | Bound, before: Sequence[Sentence]) -> Iterator[Task | Bound]:
    """With the sentence before as a quote where the matter stands there: "The draft is done. I'll send it tomorrow"."""
    task = one.task if isinstance(one, Task) else one.action.removeprefix("be ")
    if not speaks_of_before(task):
        yield one
    elif (last := matter(before)) is not None:
        yield replace(one, quotes=(*one.quotes, page.quote(last.start, last.start + len(last.text))))
    elif isinstance(one, Bound) or delivers(task):
        yield one


def _turns(page: Page) -> Iterator[tuple[str, list[Sentence]]]:
    said = [one for one in page.running if one.speaker is not None and not page.addresses_reader(one.start)]
    for speaker, sentences in groupby(said, key=lambda one: one.speaker):
        assert speaker is not None, "only what somebody says is a turn"
        yield speaker, list(sentences)


def _said(
    roster: Roster, sentence: Sentence, person: Person, of: tuple[tuple[Quote, ...], bool]
) -> Iterator[Task | Bound]:
    """What a sentence says that the speaker, or whom the speaker answers for, will do."""
    body = body_of(person, roster)
    yield from _own(sentence, person, *of, body)
    if _is_sure(sentence.text, 0):
        yield from turned_round(sentence, (person.name, body), tuple(person.quotes[:1]) if body else of[0])
    yield from (
        one for one in spoken_for(roster, sentence, person) if _is_sure(sentence.text, one.span[0] - sentence.start)
    )


def _own(
    sentence: Sentence, person: Person, naming: tuple[Quote, ...], negotiates: bool, body: str | None
) -> Iterator[Task | Bound]:
    """What a sentence takes on. naming: the words that name who speaks, where the label of the turn does not."""
    text = sentence.text
    for act in _deliveries(text, OWN):
        to_others = negotiates or GOVERNS.search(person.role or "") is not None
        yield (bound if to_others else taken)(sentence, act, person.name, naming)
    if body is not None:
        for act in _deliveries(text, OURS):
            yield bound(sentence, act, body, tuple(person.quotes[:1])).said(person.name)


def _deliveries(text: str, pattern: re.Pattern[str]) -> Iterator[Act]:
    for act in acts(text, pattern, trail):
        one = replace(act, words=told(act.words))
        due = act.reading.strength is Strength.INTENDS and falls_due(one.words)
        takes = binds if pattern is OURS else delivers
        if _is_sure(text, act.said) and (takes(in_plain(one.words)) or due):
            yield one


def _is_sure(text: str, at: int) -> bool:
    """Whether what begins there is no guess, no habit, and nobody else's words."""
    if QUOTED.search(text, 0, at) is not None:
        return False
    return UNSURE.search(text, 0, at) is None and not (WITH_ME.search(text, 0, at) and text[at + 1] == " ")
