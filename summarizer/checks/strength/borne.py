"""What the quoted lines bear for a claim: the reading of the line that speaks of it, or that takes on what was asked."""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from ...ladder.bearing import bearing
from ...ladder.hanging import condition_in
from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.lexicon import lexicon, tokens_of, words_in
from ...words.rungs import firm, height
from ...words.stems import content_words, shared, stems_of
from ..amounts.quantities import is_date
from ..dialogue.answers import assents, opening_of, reached, stated
from ..dialogue.orders import imperative
from ..dialogue.takings_on import takes_on
from ..grounds import Borne, Grounds, Line

_ASKING = (Strength.PROPOSED, None)
_NOT = frozenset(("not", "n't", "cannot"))
_FEW = 3  # content words of a line that says little more than an act
_ECHO = 3  # words of a clause that says no more than "I can"
_MARKS = frozenset(",.;!")
_BARE_REQUEST = re.compile(r"\W*(?:and )?(?:will|would|could|can) you(?: please)?\?", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:could|can|would|will) you\b[^?]*\?\s*$", re.IGNORECASE)
_PUTS_OFF = re.compile(
    r"\b(?:take (?:that|this|it) away|(?:come|get) back to (?:you|the committee|members)|look into (?:it|that)|think about (?:it|that)|reflect on (?:it|that)|see what (?:I|we) can do|take (?:it|that) under advisement)\b",
    re.IGNORECASE,
)
"""How an answer promises no more than to see: "I'll take that away and come back to you"."""
_AT_ONCE = 2  # lines from a request to the answer that takes it on without a "yes"
_SHORT = 8  # words of a sentence that points back: "I'll do that"
_JOINT = frozenset(("let", "second", "seconded"))  # in a yes: two agree, whatever the other one asked
_POINTERS = frozenset(("it", "that", "this", "them", "those", "these", "so", "thing"))


def borne_by(said: str, grounds: Grounds, *, strongest: bool) -> Borne:
    """The reading of the line that speaks of the claim; a later line that points back to it counts for it."""
    language = grounds.index.language
    spoken = stems_of(said)
    found: list[tuple[int, Borne]] = []
    lines = grounds.merged
    for line in lines:
        overlap = 0 if is_date(line.quoted) else len(shared(spoken, stems_of(line.quoted)))
        reading = bearing(said, line.text, language, span=line.span, strongest=strongest)
        # The topic of a subject opens with the words of its heading, which ask for nothing: "Media policy".
        answered = language == "en" and not strongest and any(other.number > line.number for other in lines)
        if answered and reading.strength is None and (order := imperative(said, line)) is not None:
            reading = Reading(Strength.PROPOSED, order)
        found.append((overlap, Borne(reading, line)))
    if not found:
        return Borne(Reading(None), None)
    most = max(overlap for overlap, _ in found)
    deed = {word.stem for word in content_words(said)[:1]}
    telling = [
        (overlap, one)
        for overlap, one in found
        if overlap and (strongest or 2 * overlap >= most or _plainly(one, deed))
    ] or list(found)
    asked = [one for _, one in telling if one.line and _open(one)]
    asked += [one for _, one in found if one.line and one not in asked and _BARE_REQUEST.match(one.line.text)]
    within = reached([one.line for one in asked if one.line], lines)
    for _, one in found:
        if one.line and one.line.number in within and (answer := _answer(one, asked, language)):
            telling.append((1, answer))
    telling = _unhampered(deed, telling)
    refused = [one for _, one in telling if one.reading.strength is Strength.DENIED]
    firmest = max((one for _, one in telling), key=lambda one: height(one.reading.strength))
    binding = firm(firmest.reading.strength) or firmest.reading.strength is Strength.CONDITIONAL
    return refused[-1] if refused and not strongest and not binding else firmest


def _open(one: Borne) -> bool:
    """Whether a line leaves open what an answer may settle."""
    words = (one.reading.words or "").lower()
    unable = one.reading.strength is Strength.MENTIONED and not _NOT.isdisjoint(
        words_in(words, "en")
    )  # "I won't be able"
    return (
        one.reading.strength in _ASKING
        or words.startswith("ask")
        or unable
        or (one.line is not None and _questions(one.line))
    )


def _plainly(one: Borne, deed: Set[str]) -> bool:
    """Whether a short line takes on the act that the claim names: "He did not know and would find out"."""
    if one.line is None or not firm(one.reading.strength):
        return False
    told = stems_of(one.line.quoted)
    return len(told) <= _FEW and bool(shared(deed, told))


def _questions(line: Line) -> bool:
    return line.text.rstrip().endswith("?")


def _asks_you(line: Line) -> bool:
    """Whether a line asks the one who answers to do it: "Could you ring her?"."""
    return _REQUEST.search(line.text) is not None


def _requests(line: Line | None, language: str) -> bool:
    """Whether a question may ask for something: not "Did you send it?"."""
    if line is None or not _questions(line):
        return False
    opening = next((token.word for token in tokens_of(line.text, language) if token.word[0].isalnum()), "")
    return not lexicon(language).has("auxiliaries", opening)


def _unhampered(deed: Set[str], telling: list[tuple[int, Borne]]) -> list[tuple[int, Borne]]:
    """Without the conditions that hang on another act, where a line plainly takes on the one that the claim names."""
    acts = [bool(one.line and shared(deed, stems_of(one.line.quoted))) for _, one in telling]
    if not any(act and firm(one.reading.strength) for act, (_, one) in zip(acts, telling, strict=True)):
        return telling
    return [
        (overlap, one)
        for act, (overlap, one) in zip(acts, telling, strict=True)
        if act or one.reading.strength is not Strength.CONDITIONAL
    ]


def _answer(one: Borne, asked: Sequence[Borne], language: str | None) -> Borne | None:
    """A line that takes on what was asked before: "Yes, tomorrow", "I'll do that". Who says yes when asked agrees."""
    line = one.line
    if line is None or language is None:
        return None
    if (
        language == "en"
        and _PUTS_OFF.search(line.text)
        and not any(ask.line and _PUTS_OFF.search(ask.line.text) for ask in asked)
    ):
        return None
    tokens = tokens_of(line.text, language)
    others = [ask for ask in asked if ask.line and (ask.line.speaker != line.speaker or ask.line.speaker is None)]
    yes = bool(others) and bool(tokens) and assents(line, language)
    requested = any(ask.reading.strength is Strength.PROPOSED or _requests(ask.line, language) for ask in others)
    reading = one.reading
    if firm(reading.strength) or reading.strength is Strength.CONDITIONAL:
        opening = list(takewhile(lambda token: token.word not in _MARKS, tokens))
        echoes = 0 < len(opening) <= _ECHO and (reading.end or 0) <= opening[-1].end  # "I can, I've ..."
        points = len(tokens) <= _SHORT or echoes or not _POINTERS.isdisjoint(token.word for token in tokens)
        at_once = any(
            0 < line.number - ask.line.number <= _AT_ONCE for ask in others if ask.line and _asks_you(ask.line)
        )
        if (
            ((yes and requested) or at_once)
            and firm(reading.strength)
            and height(reading.strength) < height(Strength.AGREED)
        ):
            reading = reading._replace(strength=Strength.AGREED)
        return Borne(reading, line) if points or yes else None
    if not yes or reading.strength is Strength.DENIED or stated(line, language):
        return None
    if takes_on(line.text) and not requested:
        return None  # "Got it" after a piece of news
    end, condition = opening_of(line, language), condition_in(line.text, language)
    joined = not _JOINT.isdisjoint(words_in(line.text[:end], "en"))
    rung = Strength.CONDITIONAL if condition else Strength.AGREED if requested or joined else Strength.INTENDS
    return Borne(Reading(rung, line.text[:end], 0, end, condition), line)
