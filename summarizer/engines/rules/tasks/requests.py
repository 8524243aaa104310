"""What one speaker asks for or offers and the next one answers: "Could you send the plan?" - "Sure", "I can ring them" - "Please do"."""

import re
from collections.abc import Iterator, Sequence

from ....schemas import OwnerBasis, Quote
from ....words.proceedings import is_of_the_talk
from ..layout.found import Person
from ..layout.page import Page, Sentence
from ..people.roster import Roster
from ..sentences.due import due_words
from ..sentences.spoken import LEAD, told, trail
from .binding import NEEDS_MATTER
from .in_text import LONGEST_TASK, Task
from .task_words import delivers, falls_due, speaks_of_before

MOST_SENTENCES = 3
"""Sentences at the end of a turn among which what was asked or offered stands."""
_WHO = r"(?:@\s?[\w.’'-]*\w(?: [A-Z][\w’'-]*\.?)?|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
_YOU = r"(?i:(?:can|could|would|will) you)(?: (?:please|just|also|maybe|possibly|kindly|perhaps|then|be able to))*"
_NO_OBJECT = r"(?!not\b|be\b|have\b|need\b|remain\b)"
ASKED = re.compile(
    rf"^{LEAD}(?:(?P<who>{_WHO}),? )?(?:{_YOU}|(?i:please)),? (?=[a-z])"
    rf"|(?<=[,;–] )(?P<late>{_WHO}),? {_YOU},? (?=[a-z])"
    rf"|^{LEAD}(?P<third>{_WHO}) (?:will|to|is going to|can) (?=[a-z]){_NO_OBJECT}"
)
"""What the next speaker is asked to do, or said to be about to do."""
BY_NAME = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)(?:,| ?[-–—:]) (?i:please,? (?:(?:can|could|would) you )?|(?:can|could|would|will) you (?:please )?)(?=[a-z])"
)
ORDERED = re.compile(
    rf"{LEAD}(?:(?P<who>{_WHO}), )?(?=(?i:send|email|forward|ask|tell|call|bring|book|order|share|update|prepare|write|put together|check with|remind)\s)"
)
"""An order, which one takes on only by more than a yes."""
YES = re.compile(
    r"\W*(?:(?:oh|well|um|uh|er|mm|ah|so)\W+)*(?:(?:yes|yeah|yep|yup|sure|okay|ok|of course|absolutely|certainly|definitely|will do|no problem|happy to|gladly|with pleasure|can do|on it|got it|i will|i can))"
    r"(?![^.!?]{0,30}\b(?:but|already|though|although|if|not|n['’]t|sorry|can['’]t|did|done|was|have|had|maybe|perhaps|probably|possibly|hopefully|depends|try|think|one day)\b)",
    re.IGNORECASE,
)
_TAKES_ON = re.compile(
    r"\W*(?:(?:oh|well|okay|ok|yes|yeah|yep|sure|of course)\W+)*(?:will do|(?:yes )?will (?=send|bring|do|ask|tell|call)|i will|i can do that|happy to|gladly|with pleasure|can do|(?:i['’]m )?on it|consider it done|leave it with me)\b"
    r"(?![^.!?]{0,30}\b(?:but|if|not|n['’]t|maybe|perhaps|probably|possibly|hopefully|try|think)\b)",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\bI (?:can|could)(?: (?:also|just|then|easily|certainly|happily|definitely))*\s+(?=[a-z])(?!not\b|be\b|have\b|see\b|hear\b|tell you\b|say\b|only\b|imagine\b|understand\b)"
)
_HEDGED = re.compile(
    r"\b(?:if|maybe|perhaps|unless|when|whether|think|wish|how|what|where|that|which|as far as|so)\b[^.;]{0,40}$|\b(?:or|and) $",
    re.IGNORECASE,
)
_PLEASED = "great|good|helpful|lovely|perfect|wonderful|amazing"
_TAKEN_UP = re.compile(
    rf"\W*(?:(?:oh|well|yes|yeah|okay|ok|right)\W+)*(?:please|do that|go ahead|let['’]s do that|that (?:would|['’]d) be (?:{_PLEASED})|that['’]d be (?:{_PLEASED})"
    r"|(?:that['’]s|that is) (?:fine|great|perfect|good)|that works|works for me|sounds good|fine with me|great|brilliant|perfect|excellent|lovely|wonderful|fantastic|amazing|thank you|thanks)\b(?![^.!?]{0,30}\b(?:but|not|n['’]t|already|though)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5
_LIMITED = re.compile(r"\b(?:but|only|if|unless|except)\b", re.IGNORECASE)
_PASSES_ON = re.compile(
    r"(?:tell|ask|remind|inform|warn|invite|call|ring|text) (?!(?:me|us|you|it|them|about|for|if|whether)\b)[\w@]+\b"
    r"|do (?:the|an?|one|two|three|four) \w+"
)
"""What is a task where it is asked for or offered, and may be talk where it is not."""


def accepted(page: Page, roster: Roster, asked: Sequence[Sentence], answer: Sentence, person: Person) -> Iterator[Task]:
    """What the turn before asked of somebody who says yes. asked: the last sentences of that turn."""
    says_yes, takes_on = YES.match(answer.text) is not None, _TAKES_ON.match(answer.text) is not None
    if not (says_yes or takes_on):
        return
    for at, sentence in enumerate(asked):
        request = next(ASKED.finditer(sentence.text), None) or (ORDERED.match(sentence.text) if takes_on else None)
        if request is None or not _is_asked(roster, request.groupdict(), person):
            continue
        start, end = request.end(), trail(sentence.text, request.end())
        task = told(sentence.text[start:end].rstrip(" ?.!")).removesuffix(" please")
        task = task[:1].lower() + task[1:]
        if _is_task(task):
            yield _task(page, person, task, OwnerBasis.ACCEPTED, (sentence, answer), asked[:at])


def taken_up(
    page: Page, turns: tuple[Sequence[Sentence], Sequence[Sentence]], answer: Sentence, who: Person
) -> Iterator[Task]:
    """What `who` offered in the last of two turns, where the answer takes it up."""
    earlier, offered = turns
    if not _TAKEN_UP.match(answer.text):
        return
    for at, sentence in enumerate(offered):
        offer = OFFERED.search(sentence.text)
        if offer is None or sentence.text.rstrip().endswith("?") or _HEDGED.search(sentence.text, 0, offer.start()):
            continue
        task = told(sentence.text[offer.end() : trail(sentence.text, offer.end())].rstrip(" .!"))
        if _is_task(task) and not _LIMITED.search(task):
            yield _task(page, who, task, OwnerBasis.VOLUNTEERED, (sentence, answer), [*earlier, *offered[:at]])


def asked_by_mail(page: Page, roster: Roster) -> list[Task]:
    """What a mail asks of one of those it goes to, by name: "Bo, please cancel the room"."""
    found: list[Task] = []
    for sentence in page.running:
        message = page.document.segment(sentence.line).message
        if message is None or message.writer is None or page.addresses_reader(sentence.start):
            continue
        text = " ".join(sentence.text.split("\n"))
        request = BY_NAME.match(text)
        person = roster.person_of(request["who"]) if request else None
        if request is None or person is None or not person.listed or person.name == message.writer:
            continue
        task = told(text[request.end() : trail(text, request.end())].rstrip(" ?.!"))
        if _is_task(task):
            span = (sentence.start, sentence.start + len(sentence.text))
            found.append(Task(task, person.name, OwnerBasis.ASSIGNED, due_words(task), span, tuple(person.quotes[:1])))
    return found


def _is_task(words: str) -> bool:
    if len(words.split()) < 2 or len(words) > LONGEST_TASK or NEEDS_MATTER.match(words):
        return False
    passes = _PASSES_ON.match(words) is not None and not is_of_the_talk(words)
    return passes or delivers(words) or falls_due(words)


def _task(
    page: Page,
    owner: Person,
    task: str,
    basis: OwnerBasis,
    turns: tuple[Sentence, Sentence],
    before: Sequence[Sentence],
) -> Task:
    said, answer = turns
    quotes: tuple[Quote, ...] = (page.quote(answer.start, answer.start + len(answer.text)),)
    if speaks_of_before(task) and (last := matter(before)) is not None:
        quotes += (page.quote(last.start, last.start + len(last.text)),)
    span = (said.start, said.start + len(said.text))
    return Task(task, owner.name, basis, due_words(task) or due_words(answer.text), span, quotes)


def matter(before: Sequence[Sentence]) -> Sentence | None:
    """The last sentence that is long enough to name what the next one calls "it"."""
    return next((one for one in reversed(before) if len(one.text.split()) >= _FEWEST_WORDS), None)


def _is_asked(roster: Roster, found: dict[str, str | None], person: Person) -> bool:
    """Whether a request names nobody, or this person: "Ann, could you", "Ann will"."""
    called = found.get("who") or found.get("late") or found.get("third")
    return called is None or roster.person_of(called.lstrip("@ ")) is person
