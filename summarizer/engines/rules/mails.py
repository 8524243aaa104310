"""A mail: who writes it, to whom, and what its writer takes on or refuses in the first person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ...documents import Segment
from ...ladder.readings import read
from ...mood.asserted import is_asserted
from ...readers.senders import people_of, person_of
from ...schemas import OwnerBasis, Strength
from .binding import MOVES, NEEDS_MATTER, WITHDRAWN
from .clauses import clause_end
from .commitments import OPENS_WITH_CONDITION, Bound
from .due import due_words
from .found import Person
from .page import Page, Sentence
from .tasks import Task

FROM = re.compile(r"\W*(?:from|de|von|da|van)\W*:\W*(?P<who>.*)", re.IGNORECASE)
TO = re.compile(r"\W*(?:to|cc)\W*:\W*(?P<who>.*)", re.IGNORECASE)
MOST_RECEIVERS = 12
"""Beyond that many, a list of addresses is no list of people whom the mail is about."""
OWN = re.compile(
    r"\bI(?:['’]ll| will| shall|['’]m going to| am going to| promise to| undertake to| commit to| (?:have )?agreed? to|['’]ve agreed to)"
    r"(?: not| never)?(?: (?:also|then|now|gladly|certainly|personally|therefore|still|be happy to))*\s+(?=[a-z])"
    r"(?!not\b|be\b|have\b|need\b|remain\b|say\b|admit\b|add\b|repeat\b|miss\b|like\b|love\b|want\b|hope\b|agree\b|understand\b|leave it\b|assume\b|do my best\b)"
    r"|\bI (?:won['’]t|refuse to|decline to)\s+(?=[a-z])(?!be\b|have\b|need\b)"
    r"|\bI (?:cannot|can['’]t|can not)\s+(?=(?:accept|agree|sign|pay|approve|support|offer|commit|extend|release)\b)"
)
"""What one says that one will or will not do."""
HANGS = re.compile(
    r"\b(?:if|whether|when|until|unless|once|because|that|which|what|who|how|where|why|hope|hoped|think|thought|doubt|say|says|said|wish|wonder)\s*$",
    re.IGNORECASE,
)
"""Before an "I will" that is not stated."""
ASSURES = re.compile(
    r"\bI (?:can |hereby |am happy to )?(?:confirm|promise|guarantee|assure you|undertake)(?: to you)? that\s*$"
)
LONGEST = 1_500
LONGEST_TASK = 220


@dataclass(frozen=True)
class Promised:
    """What the writers of a mail take on, as tasks, and what they bind themselves to or refuse."""

    tasks: list[Task]
    bound: list[Bound]


def correspondents(page: Page) -> list[Person]:
    """Who writes, and to whom: named by the mail, which does not say who was at a meeting."""
    found: list[Person] = []
    receivers: list[Person] = []
    writers: set[str] = set()
    for line, segment in enumerate(page.document.segments, 1):
        words = page.text[segment.start : segment.end]
        name = segment.message.writer if segment.message else None
        if segment.kind != "heading" and page.is_frame(line):
            name = person_of(field["who"]) if (field := FROM.fullmatch(words)) else None
            if field := TO.fullmatch(words):
                receivers += [_person(page, segment, each, "receives the mail") for each in people_of(field["who"])]
        if name and name not in writers:
            writers.add(name)
            found.append(_person(page, _naming(page, name) or segment, name, "writes the mail or letter"))
    return found + (receivers if len(receivers) <= MOST_RECEIVERS else [])


def promised(page: Page) -> Promised:
    """What those who write in the first person say that they will or will not do."""
    found: list[Task | Bound] = []
    for sentence in page.running:
        message = page.document.segment(sentence.line).message
        if message is None or message.writer is None or len(sentence.text) > LONGEST:
            continue
        if sentence.speaker is None and not page.addresses_reader(sentence.start):
            found += _promises(sentence, message.writer)
    return Promised([one for one in found if isinstance(one, Task)], [one for one in found if isinstance(one, Bound)])


def _promises(sentence: Sentence, writer: str) -> Iterator[Task | Bound]:
    text = sentence.text
    found = list(OWN.finditer(text))
    for match, after in zip_longest(found, found[1:]):
        end = clause_end(text, match.end())
        start = 0 if OPENS_WITH_CONDITION.match(text) else match.start()
        if after is not None:
            end = min(end, after.start())
        action = re.sub(r"[\s,;–—-]*(?:\b(?:and|but|so|then)\s*)?$", "", text[match.end() : end].rstrip(" .!"))
        if (
            (HANGS.search(text, 0, match.start()) and not ASSURES.search(text, 0, match.start()))
            or text.rstrip()[-1:] == "?"
            or not is_asserted(text, match.start(), None)
            or len(action.split()) < 2
            or len(action) > LONGEST_TASK
            or MOVES.match(action)
            or NEEDS_MATTER.match(action)
            or WITHDRAWN.search(text, match.end())
        ):
            continue
        reading = read(text[start:end])
        if reading.strength is None or not reading.strength.binds:
            continue
        span = (sentence.start + start, sentence.start + match.end() + len(text[match.end() : end].rstrip()))
        due = due_words(action)
        if reading.strength is Strength.INTENDS:
            yield Task(action, writer, OwnerBasis.VOLUNTEERED, due, span, ())
        else:
            words = reading.words or match[0]
            yield Bound(action, writer, reading.strength, reading.condition, due, None, span, False, words, ())


def _naming(page: Page, name: str) -> Segment | None:
    """The first line with the name: a header, the heading over a quoted mail, a signature."""
    return next((each for each in page.document.segments if name in page.text[each.start : each.end]), None)


def _person(page: Page, segment: Segment, name: str, basis: str) -> Person:
    return Person(name, [page.quote(segment.start, segment.end)], basis, segment.start, listed=True)
