"""Why a phrase that may bind its subject, "agreed to", "will", binds nobody where it stands: rules, each with its reason."""

import re
from dataclasses import dataclass

from ....mood.asserted import is_asserted
from ..layout.history import is_long_ago
from ..layout.page import Sentence
from ..sentences.clauses import is_pronoun
from .actors import Actors
from .binding import DESCRIBED, EARLIER, FORETOLD, GIVES, MOVES, PRESENT, WILL, WITHDRAWN, WOULD, names_no_act
from .task_words import delivers, falls_due

OBJECTS = re.compile(r"(?:an?|the|two|three|four|five|several|new|its|their)\b", re.IGNORECASE)
IMPERSONAL = re.compile(r"\b(?:it|there) (?:was|is|has been|had been)(?: \w+ly)?\s*$", re.IGNORECASE)
PUT = re.compile(
    r"\s(?:was|is|has been|had been)(?: \w+ly| then| also| further)? (?:proposed|moved|suggested|recommended|put)\b"
)
"""Behind "it": what was put to those who met, and then resolved, binds no party by its grammar."""
SUBORDINATE = re.compile(r"\b(?:where|when|which|that|if|because|whether)\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:which|whom) (?:he|she|they|we|it)(?: has| have| had)?\s*\Z")
"""Before an act whose matter stands before it: "the plan which he agreed to progress"."""
TOLD = re.compile(r"\bthat\b", re.IGNORECASE)
"""Between a subject and "will": what is to come is told of something else, "said that prices are high and will rise"."""
STANCE = re.compile(r"\b(?:is|are|remains?)(?: \w+ly)? committed to \w+ing\b", re.IGNORECASE)
"""How a body describes itself at the head of its minutes: "is committed to creating a safe community"."""
HEAD = 5  # lines in which a record says so, before it comes to its matters
OFFERS = ("offered to", "volunteered to")
LONGEST_ANSWER = 120
"""Characters after an offer in which it may be turned down."""


@dataclass(frozen=True)
class Stated:
    """A phrase that may bind, in its sentence: its subject, if it has one, and where its clause ends."""

    sentence: Sentence
    match: re.Match[str]
    subject: tuple[int, int] | None
    end: int

    @property
    def verb(self) -> str:
        return self.match[0].strip().lower()

    @property
    def action(self) -> str:
        return self.sentence.text[self.match.start() if self.verb.endswith("signed") else self.match.end() : self.end]

    @property
    def who(self) -> str | None:
        """The subject in the words of the text."""
        return None if self.subject is None else self.sentence.text[slice(*self.subject)]


def _not_told_as_so(it: Stated, actors: Actors) -> bool:
    text, at = it.sentence.text, it.match.start()
    return not is_asserted(text, at, it.subject) or is_long_ago(text, at, it.end, actors.page.document.date)


def _by_no_party(it: Stated, actors: Actors) -> bool:
    """ "It was agreed to ...", "which will ...", "prices will ..."."""
    text, at = it.sentence.text, it.match.start()
    who = it.match.groupdict().get("who")
    if who and not actors.is_party(who):
        return True
    if IMPERSONAL.search(text, max(0, at - 40), at):
        return who is None or is_pronoun(who)  # "It was agreed that each side would ..." binds each side
    of_a_party = it.match.re in (WILL, WOULD, PRESENT)
    if it.subject is None or it.who is None:
        return of_a_party
    if SUBORDINATE.search(text, *it.subject) or (it.who.lower() == "it" and PUT.match(text, it.subject[1])):
        return True
    return of_a_party and (not actors.is_party(it.who) or TOLD.search(text, it.subject[1], at) is not None)


def _only_foretold(it: Stated, actors: Actors) -> bool:
    """ "The delegation will leave on Monday"."""
    return it.match.re in (WILL, WOULD, PRESENT) and bool(MOVES.match(it.action) or FORETOLD.match(it.action))


def _describes_itself(it: Stated, actors: Actors) -> bool:
    """ "is committed to creating a safe community", at the head of minutes."""
    headed = actors.page.document.kind == "minutes" and it.sentence.line <= HEAD
    text, at = it.sentence.text, it.match.start()
    if headed and any(found.start() <= at < found.end() for found in STANCE.finditer(text)):
        return True
    return it.verb.endswith(GIVES) and DESCRIBED.search(text, 0, at) is not None


def _supposed(it: Stated, actors: Actors) -> bool:
    """ "The firm would pay": only as speech that goes on, where it leaves something behind. What "said that" opens is read
    as such; other words, "hoped that it would", "recalled that it would", tell of no will."""
    if it.match.re is not WOULD:
        return False
    told = it.subject is None or actors.sayer(it.sentence, it.subject).name is not None
    return told or not (actors.is_of_speech(it.sentence) and (delivers(it.action) or falls_due(it.action)))


def _names_nothing(it: Stated, actors: Actors) -> bool:
    """Nothing is signed, or there is no act to be done, or its matter stands elsewhere."""
    if RELATIVE.search(it.sentence.text, 0, it.match.start()):
        return True
    if it.verb.endswith("signed") and not OBJECTS.match(it.sentence.text, it.match.end()):
        return True
    return (len(it.action.split()) < 2 and not it.verb.endswith(("not", "n't", "n’t"))) or names_no_act(it.action)


def _behind_a_label(it: Stated, actors: Actors) -> bool:
    """A label is nobody."""
    return it.sentence.text[: it.match.start()].rstrip().endswith(":")


def _turned_down(it: Stated, actors: Actors) -> bool:
    """An offer that came to nothing binds nobody. The answer may stand behind the sentence, in its paragraph."""
    if not it.verb.startswith(OFFERS):
        return False
    end = it.sentence.start + len(it.sentence.text) + LONGEST_ANSWER
    with_next = actors.page.text[it.sentence.start : end].split("\n\n")[0]
    return WITHDRAWN.search(with_next, it.match.end()) is not None


def _of_earlier_days(it: Stated, actors: Actors) -> bool:
    signed = it.verb.endswith(("signed", "undertook to"))
    found = EARLIER.search(it.sentence.text[: it.end]) if signed else None
    day = actors.page.document.date
    return found is not None and (found["year"] is None or day is None or int(found["year"]) < day.year)


_RULES = (
    _not_told_as_so,
    _by_no_party,
    _only_foretold,
    _supposed,
    _describes_itself,
    _names_nothing,
    _behind_a_label,
    _turned_down,
    _of_earlier_days,
)


def binds_nobody(it: Stated, actors: Actors) -> bool:
    """Whether one of the rules speaks against it."""
    return any(rule(it, actors) for rule in _RULES)
