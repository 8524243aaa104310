"""What people say in the first person that they will or will not do: in mails, in turns of a talk, in joint statements."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ....ladder.readings import Reading, read
from ....mood.asserted import is_asserted
from ....schemas import OwnerBasis, Quote, Strength
from ..layout.page import Page, Sentence
from ..sentences.clauses import clause_end
from ..sentences.due import due_words
from .binding import BARELY_HAVE, MOVES, NEEDS_MATTER, WITHDRAWN
from .bound import Bound
from .commitments import OPENS_WITH_CONDITION
from .in_text import LONGEST_TASK, Task

INSERTED = r"(?: not| never)?(?: (?:also|then|now|gladly|certainly|personally|therefore|still|be happy to|just|definitely|make sure to))*"
"""Between "I will" and what one will do."""
OWN = re.compile(
    r"\bI(?:['’]ll| will| shall|['’]m going to| am going to| promise to| undertake to| commit to| (?:have )?agreed? to|['’]ve agreed to)"
    rf"{INSERTED}\s+(?=[a-z])"
    rf"(?!not\b|be\b|{BARELY_HAVE}|need\b|remain\b|say\b|admit\b|add\b|repeat\b|miss\b|like\b|love\b|want\b|hope\b|agree\b|understand\b|leave it\b|assume\b|do my best\b)"
    r"|\bI(?: won['’]t| will not| refuse to| decline to|(?:['’]m| am) not going to)\s+(?=[a-z])(?!be\b(?! \w+ing\b)|have\b|need\b)"
    r"|\bWhat I(?:['’]ll| will| can|['’]m going to| am going to) do(?:, [^,]{2,30},)? is(?: to)?\s+(?=[a-z])(?!be\b|have\b|say\b|tell\b)"
    r"|\bI (?:cannot|can['’]t|can not)\s+(?=(?:accept|agree|sign|pay|approve|support|offer|commit|extend|release)\b)"
)
"""What one says that one will or will not do."""
REFUSES = re.compile(r"I\b.*?(?:n['’]t|not|refuse to|decline to)\b", re.DOTALL)
HANGS = re.compile(
    r"\b(?:if|whether|when|until|unless|once|because|that|which|what|who|how|(?<!, )where|why|hope|hoped|think|thought|doubt|say|says|said|wish|wonder)\s*$",
    re.IGNORECASE,
)
"""Before an "I will" that is not stated."""
ASSURES = re.compile(
    r"\bI (?:can |hereby |am happy to )?(?:confirm|promise|guarantee|tell you|assure you|undertake)(?: to you)?(?: is)? that\s*$"
)
CUT_SHORT = re.compile(r"\b(?:until|before|unless|if|when|as|because|and|or)$")
LONGEST = 1_500
STATEMENT = re.compile(
    r"\b(?:joint|common|leaders['’]?|ministers['’]?|ministerial|summit|chairs?['’]?s?)\b.*\b(?:statement|communiqu[eé]|declaration)\b|\bcommuniqu[eé]\b",
    re.IGNORECASE,
)
"""A title of words that several parties issue as theirs."""
OURS = re.compile(
    rf"\b[Ww]e(?: also| further| therefore| hereby| jointly)?(?:['’]ll| will| shall| intend to| pledge to| undertake to| commit to| have committed to){INSERTED}\s+(?=[a-z])"
    r"(?!(?:continue to )?(?:be|have|need|remain|stand|look|see|hope|believe|welcome|recogni[sz]e|reflect|support)\b)"
)
"""What those say who issue it: "We will launch a survey of the stocks in 2021"."""
TITLE_ROWS = 3
"""Rows from the top that may be such a title."""


@dataclass(frozen=True)
class Act:
    """What one says that one will or will not do; offsets are into the sentence."""

    said: int
    """Where "I will" stands."""
    words: str
    span: tuple[int, int]
    """Of the words that say so, with what they hang on."""
    reading: Reading


@dataclass(frozen=True)
class Promised:
    """What people take on, as tasks, and what they bind themselves to or refuse."""

    tasks: list[Task]
    bound: list[Bound]


def promised(page: Page) -> Promised:
    """What those who write a mail in the first person say that they will or will not do."""
    found: list[Task | Bound] = []
    for sentence in page.running:
        message = page.document.segment(sentence.line).message
        if message is None or message.writer is None or sentence.speaker is not None:
            continue
        if not page.addresses_reader(sentence.start):
            found += [taken(sentence, act, message.writer) for act in acts(sentence.text)]
    return sorted_out(found)


def sorted_out(found: Iterable[Task | Bound]) -> Promised:
    """Tasks apart from what binds."""
    found = list(found)
    return Promised([one for one in found if isinstance(one, Task)], [one for one in found if isinstance(one, Bound)])


def acts(text: str, pattern: re.Pattern[str] = OWN, ends: Callable[[str, int], int] = clause_end) -> Iterator[Act]:
    """What a sentence says in the first person. ends: finds where an act ends that begins at an offset."""
    if len(text) > LONGEST:
        return
    found = list(pattern.finditer(text))
    for match, after in zip_longest(found, found[1:]):
        end = ends(text, match.end())
        start = 0 if OPENS_WITH_CONDITION.match(text) else match.start()
        if after is not None:
            end = min(end, after.start())
        words = re.sub(r"[\s,;–—-]*(?:\b(?:and|but|so|then)\s*)?$", "", text[match.end() : end].rstrip(" .!"))
        if (
            (HANGS.search(text, 0, match.start()) and not ASSURES.search(text, 0, match.start()))
            or text.rstrip()[-1:] == "?"
            or not is_asserted(text, match.start(), None)
            or len(words.split()) < 2
            or CUT_SHORT.search(words)
            or len(words) > LONGEST_TASK
            or MOVES.match(words)
            or NEEDS_MATTER.match(words)
            or WITHDRAWN.search(text, match.end())
        ):
            continue
        reading = read(text[start:end])
        if reading.strength is not None and reading.strength.binds:
            if REFUSES.match(match[0]) and reading.strength is not Strength.DENIED:
                words = f"not {words}"  # "I won't sign until I have seen it"
            yield Act(match.start(), words, (start, match.end() + len(text[match.end() : end].rstrip())), reading)


def taken(sentence: Sentence, act: Act, who: str, quotes: tuple[Quote, ...] = ()) -> Task | Bound:
    """The act as a task, or as what binds where it is more than meant, or refused."""
    span = (sentence.start + act.span[0], sentence.start + act.span[1])
    if act.reading.strength is Strength.INTENDS:
        return Task(act.words, who, OwnerBasis.VOLUNTEERED, due_words(act.words), span, quotes)
    return bound(sentence, act, who, quotes)


def bound(sentence: Sentence, act: Act, who: str | None, quotes: tuple[Quote, ...] = ()) -> Bound:
    """The act as what binds a party."""
    reading = act.reading
    assert reading.strength is not None, "an act that binds"
    return Bound(
        action=act.words,
        by=who,
        strength=reading.strength,
        condition=reading.condition,
        due=due_words(act.words),
        said_by=None,
        span=(sentence.start + act.span[0], sentence.start + act.span[1]),
        plural=False,
        trigger=reading.words or sentence.text[act.said : act.span[1]].split(" ", 2)[0],
        quotes=quotes,
    )


def joint_promises(page: Page) -> list[Bound]:
    """The acts that a joint statement in the first person binds those to who make it; they are named by nobody else."""
    if page.spoken or not any(STATEMENT.search(row.text) for row in page.rows[:TITLE_ROWS]):
        return []
    found = []
    for sentence in page.running:
        if sentence.speaker is not None or page.addresses_reader(sentence.start):
            continue
        for act in acts(sentence.text, OURS):
            if act.reading.strength is not Strength.DENIED:
                found.append(bound(sentence, act, None))
    return found
