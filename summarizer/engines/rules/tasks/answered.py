"""What a report tells as a request and its answer: "asked whether the firm would mend the gate. Mr Lee said it would not"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....ladder.readings import read
from ....mood.asserted import is_asserted
from ....schemas import OwnerBasis, Strength
from ..layout.history import history, is_within
from ..layout.page import Page, Sentence
from ..people.roster import Roster
from ..sentences.clauses import clause_end, is_pronoun
from ..sentences.due import due_words
from .actors import Actors, Party
from .binding import ALONE, names_no_act
from .bound import Bound, shortened
from .in_text import Task, owner_of

_WHO = r"(?:(?:the|his|her|its|their|our) )?\w[\w.’'-]*(?: \w[\w’'-]*){0,5}?"
_WORD = r"[^\W\d_a-z][\w’'-]*"
_MORE = r"(?:(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bMrs)\.|[^.;?])+"
_NOT_BEING = r"(?!be\b|have\b|like\b|think\b|know\b|say\b|tell\b|explain\b|confirm\b|comment\b|mean\b|agree\b|not\b)"
ASKED = re.compile(
    rf"(?<!had )\b[Aa]sked(?: by [^,.;]{{2,40}}?)?(?: (?:Mr|Mrs|Ms|Miss|Dr)\.? {_WORD}| {_WORD}(?: {_WORD}){{0,2}})? (?:whether|if) (?P<who>{_WHO}) (?:could|would|might|can|will) (?:also |not )?(?P<act>(?=[a-z]){_NOT_BEING}{_MORE})"
    rf"|(?<!had )\b(?:asked|urged|requested|pressed) (?P<asked>[^,.;]{{2,50}}?) to (?P<task>(?=[a-z]){_NOT_BEING}{_MORE})"
    rf"|(?:^|[.;] )(?P<told>{_WHO}) (?:was|were) (?:then |also )?(?:asked|urged|requested|invited) to (?P<order>(?=[a-z]){_NOT_BEING}{_MORE})",
)
"""A request that a report tells: whom it asks, and for what act."""
_PRON = r"(?:he|she|it|they)"
_SPEAKS = r"(?:said|replied|answered|responded|confirmed)"
_WOULD = rf"{_PRON} (?:would|will)(?: gladly)?"
_ENDS = r"(?=\W*$|[,;:]|\.|\s(?:and|but|before|by|on|this|next|in the|tomorrow|at|when|as soon|provided|if|unless|once|until)\b)"
ANSWERED = re.compile(
    rf"(?P<by>(?:[Tt]he )?[\w.’'-]+(?: [\w.’'-]+){{0,4}}?)(?:,[^,;]{{2,60}},)? (?:(?:then|also) )?(?:(?P<yes>(?:came [\w ]{{3,30}} and )?{_SPEAKS}(?: that)? (?:yes|{_WOULD}(?: do (?:so|it|that))?){_ENDS}|{_SPEAKS} in the affirmative|will do so\b|(?:readily |gladly )?(?:agreed|accepted|consented)(?: to (?:do so|this|that|the request))?(?=\W*$|\.))"
    rf"|(?P<no>{_SPEAKS}(?: that)? (?:no\b(?! (?:[a-z]+\s)*(?:one|doubt))|(?:{_PRON}|[A-Z]\w+) (?:would|will|could|can) ?not(?: do (?:so|it|that))?{_ENDS})|{_SPEAKS} in the negative"
    r"|(?:DECLINED|REFUSED|declined|refused|turned down|rejected)(?: (?:the|this|that|his|her|their) (?:request|proposal|suggestion|demand))?(?: to do so)?(?=\W*$|\.)))"
)
"""The answer: yes or no, by whom."""
MOST_WORDS = 30
"""Of an act that is asked for."""
LONGEST = 1_500


@dataclass(frozen=True)
class _Request:
    """Whom a sentence asks, and for what."""

    sentence: Sentence
    who: str
    act: str
    end: int


def answered(page: Page, roster: Roster) -> list[Task | Bound]:
    """What somebody who was asked is reported to have said yes or no to."""
    if page.spoken:
        return []
    actors, past = Actors(page, roster), history(page)
    found: list[Task | Bound] = []
    before: Sentence | None = None
    for sentence in page.running:
        if sentence.speaker is not None or len(sentence.text) > LONGEST or page.addresses_reader(sentence.start):
            continue
        if not is_within(past, sentence.start):
            found += _read(page, actors, before if before and before.block == sentence.block else None, sentence)
        actors.pass_on(sentence)
        before = sentence
    return found


def _read(page: Page, actors: Actors, before: Sentence | None, sentence: Sentence) -> Iterator[Task | Bound]:
    request = None if before is None else _asked(before)
    if request is not None and (answer := ANSWERED.match(sentence.text)):
        yield from _answer(page, actors, request, sentence, answer)
    request = _asked(sentence)
    if request is None:
        return
    for border in re.finditer(r"[,;] ", sentence.text[request.end - len(request.act) :]):
        at = request.end - len(request.act) + border.end()
        if answer := ANSWERED.match(sentence.text, at):
            within = _Request(sentence, request.who, request.act[: border.start()], at)
            yield from _answer(page, actors, within, sentence, answer)
            return


def _asked(sentence: Sentence) -> _Request | None:
    """The last request of a sentence, if nothing but its circumstances follows."""
    found = list(ASKED.finditer(sentence.text))
    if not found or not is_asserted(sentence.text, found[-1].start(), None):
        return None
    one = found[-1]
    who, act = next((one[a], one[b]) for a, b in (("who", "act"), ("asked", "task"), ("told", "order")) if one[b])
    return _Request(sentence, who, act, one.end())


def _answer(
    page: Page, actors: Actors, request: _Request, sentence: Sentence, answer: re.Match[str]
) -> Iterator[Task | Bound]:
    text = sentence.text
    act = request.act[: clause_end(request.act, 0)].rstrip(" .,;?")
    if not 2 <= len(act.split()) <= MOST_WORDS or names_no_act(act):
        return
    sayer = _sayer(actors, request, sentence, answer["by"])
    actor = sayer and _actor(actors, request, sayer)
    if sayer is None or actor is None:
        return
    end = clause_end(text, answer.end()) if answer.end() < len(text) else answer.end()
    said = text[answer.start() : end]
    reading = read(said)
    strength = Strength.DENIED if answer["no"] else Strength.AGREED
    strength = strength if reading.condition is None else Strength.CONDITIONAL
    due = due_words(said) or due_words(act)
    whole = request.sentence is sentence
    span = (sentence.start + (0 if whole else answer.start()), sentence.start + end)
    asked = request.sentence
    shown = () if whole else (page.quote(asked.start, asked.start + len(asked.text)),)
    own = strength is Strength.AGREED and actor.name == sayer.name
    if own and (owner := owner_of(actors.roster, actor.name or "")) is not None:
        yield Task(act, owner[0], OwnerBasis.ACCEPTED, due, span, (*shown, *owner[1]))
        return
    yield Bound(
        action=shortened(act),
        by=actor.name,
        strength=strength,
        condition=reading.condition,
        due=due,
        said_by=None if sayer.name == actor.name else sayer.name,
        span=span,
        plural=False,
        trigger=reading.words or answer["yes"] or answer["no"],
        quotes=(*shown, *actor.quotes, *(quote for quote in sayer.quotes if quote not in actor.quotes)),
    )


def _sayer(actors: Actors, request: _Request, sentence: Sentence, by: str) -> Party | None:
    """Who answers; a pronoun is the one who was asked."""
    if is_pronoun(by) and request.sentence is sentence:
        return actors.who(sentence, by)  # nobody else is named who might be meant: "Asked whether it would, she said"
    if is_pronoun(by):
        person = actors.roster.person_of(request.who) if by.lower() in ALONE else None
        return Party(person.name, tuple(person.quotes[:1])) if person is not None else None
    return actors.who(sentence, by) if actors.is_party(by) else None


def _actor(actors: Actors, request: _Request, sayer: Party) -> Party | None:
    """Who is to act: the one who answers, if asked for an act of that person; or the body that was asked for one."""
    person = actors.roster.person_of(request.who)
    if person is not None:
        return sayer if person.name == sayer.name else None
    if request.who.lower() in ALONE:
        return sayer if sayer.name is not None else None
    if is_pronoun(request.who) or not actors.is_party(request.who):
        return None
    return actors.who(request.sentence, request.who)
