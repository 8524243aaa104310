"""Lines that settle what another line only asks for, foretells or offers: a refusal, an acceptance, a word given."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import NamedTuple

from ..ladder.hanging import offer
from ..ladder.readings import Reading, readings
from ..lexicon import lexicon, tokens_of
from ..rungs import firm
from ..schemas import Strength
from ..stems import content_words, family, folded, shared, stems_of
from .grounds import Line
from .words import listed

REACH = 4  # lines between a request and its answer
_MARKS = ",.;:?!()"
_BARE_NO = 3  # tokens of a line that is no more than a refusal: "No, Chair"
_ASKED = re.compile(r"\b(?:ask|invit|request|propos|suggest|urg)(?:ed|es|s|e)?\b", re.IGNORECASE)
_ECHO = re.compile(r"(?:would|will|'ll|shall)\s*(?:[.;,!]|\Z|do (?:so|it|that)\b)", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:if|whether|hop|think|thought|know|knew|wish|doubt|sure|perhaps|maybe|when)", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:it|that|there|but|who|what|why|how|know|see|think|guess|hope|is|was|are|were|did|has|have)\b|\?",
    re.IGNORECASE,
)
_WILLING = re.compile(r"\b(?:can|could|shall|ready|fine|okay|ok|works|happy|glad|problem)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:if|as soon as|once|when|until|unless|provided|because|after|before)\b", re.IGNORECASE)
_PLAIN_NO = re.compile(
    r"(?:\bcould(?: not|n't)|(?:\bnot|n't)(?: be)? possible|out of the question|afraid not|(?:answer|reply) (?:was|is) no"
    r"|^\W*not (?:today|tonight|now|me|us|from (?:me|us)|this (?:week|month|year|time))|(?:rather|prefer) not|(?:absolutely|certainly|definitely) not|in the negative|\bno)\b",
    re.IGNORECASE,
)
_THERE_IS_NONE = re.compile(r"\bthere (?:will|would|['’]ll) be no (?P<what>[\w-]+)", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:will|would|['’]ll|shall|must|(?:is|are|was|were|has|have|had) to) (?:\w+ ){0,2}?"
    r"(?:be (?:maintained|kept|retained|upheld|left)|stay|remain|stand|continue to apply)\b",
    re.IGNORECASE,
)
_REMOVED = re.compile(
    r"\b(?:remov|lift|abol|drop|scrap|withdraw|withdrew|chang|reduc|lower|cut|cancel|repeal|waiv|reliev|relax|end(?:ed|ing)?\b)\w*",
    re.IGNORECASE,
)
_STANDING_FOR = re.compile(r"\b(?:it|they|that|this|these|those)\W*\Z", re.IGNORECASE)
_YES = re.compile(
    r"(?:of course|all right|very well|can do|will do|happy to|glad to|with pleasure|by all means|(?:i|we)(?:'ll| will) do"
    r" (?:that|it|so|this)\b|i'd be (?:glad|happy) to)\b(?! not)"
    r"|(?:(?:yes|yeah|yep|ok|okay|sure),? )?let's do (?:that|it|so|this)\b"
    r"|(?:(?:(?:that|it|this|all) )?(?:sounds|looks|seems) (?:good|great|fine|reasonable|perfect|like a (?:good )?plan)(?: (?:to|for) (?:me|us))?"
    r"|(?:(?:that|it|this) )?(?:works|is fine) (?:for|with|by) (?:me|us)|(?:fine|ok|okay) (?:with|by) (?:me|us)|i second (?:that|it|this)|seconded"
    r"|i(?:'m| am) (?:fine|ok|okay|happy|good) with (?:that|it|this))(?=\W*\Z|[.,;!]|\s(?:and|then|thanks|if|once|provided)\b)",
    re.IGNORECASE,
)
_LEADING = frozenset("but well oh ah hm then and so".split())  # what may stand before a "yes"
_PAPER = 4  # words after "under" in which the paper is named
_FUTURE = frozenset(("will", "'ll", "shall", "would", "'d", "going"))


class Settled(NamedTuple):
    """What settles a claim, and the line where it stands."""

    reading: Reading
    line: Line | None


def reached(asked: Sequence[Line], lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that may answer one of `asked`: near it, or near a quoted line that is."""
    found = {one.number for one in asked}
    for line in sorted(lines, key=lambda one: one.number):
        if any(0 < line.number - number <= REACH for number in found):
            found.add(line.number)
    return {number for number in found if any(one.number < number for one in asked)}


def refusal(said: str, reading: Reading, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted clause that refuses what another asks for: "We can't", "He said that it would not", "No"."""
    spoken = stems_of(said)
    if firm(reading.strength) or reading.strength is Strength.CONDITIONAL:
        return _refused_first(lines[0], spoken, language)
    about = [line for line in lines if shared(spoken, stems_of(line.quoted))]
    near = reached(about, lines) | {line.number for line in about}
    for line in lines:
        if line.number not in near:
            continue
        for one in _quoted(line, language):
            if one.strength is Strength.DENIED and _adds_nothing(line.text, one, spoken, before=False):
                return Settled(one, line)
        if (none := _THERE_IS_NONE.search(line.quoted)) is not None and shared(spoken, stems_of(none["what"])):
            start = line.span[0] + none.start()
            return Settled(Reading(Strength.DENIED, none[0], start, start + len(none[0])), line)
        before = [ask for ask in about if ask.number < line.number]
        if before and (word := _plain_no(line, spoken)):
            return Settled(word, line)
        if any(ask.speaker != line.speaker for ask in before) and (word := _bare_no(line, language)):
            return Settled(word, line)
    return None


def kept(said: str, lines: Sequence[Line]) -> Settled | None:
    """The quoted clause by which stays what another quoted clause asks to remove: "the toll would be maintained"."""
    removed = _REMOVED.match(said)
    if removed is None:
        return None
    things = stems_of(said) - stems_of(removed[0])
    for line in lines:
        for found in _KEPT.finditer(line.text, *line.span):
            before = line.text[line.span[0] : found.start()]
            clause = before[max((before.rfind(mark) for mark in _MARKS), default=-1) + 1 :]
            if not (_STANDING_FOR.search(clause) or shared(things, stems_of(clause))):
                continue
            asked = [before, *(other.quoted for other in lines if other.number < line.number)]
            if any(_REMOVED.search(text) and shared(things, stems_of(text)) for text in asked):
                return Settled(Reading(Strength.DENIED, found[0], *found.span()), line)
    return None


def refused_in_the_quote(said: str, reading: Reading, line: Line | None, language: str) -> Settled | None:
    """The quoted clause that refuses, where what binds stands beside it in the same line, about something else."""
    if line is None or reading.start is None or line.span[0] <= reading.start < line.span[1]:
        return None
    return _refused_first(line, stems_of(said), language)


def _refused_first(line: Line, spoken: frozenset[str], language: str) -> Settled | None:
    """A refusal of what the claim speaks of, and of nothing else, that is quoted first: "Ten I can't do".

    What is promised is not refused by a "no" somewhere else.
    """
    found = list(_quoted(line, language))
    denied = next((one for one in found if one.strength is Strength.DENIED), None)
    if denied is None or any(firm(one.strength) or one.strength is Strength.CONDITIONAL for one in found):
        return None
    return Settled(denied, line) if _adds_nothing(line.text, denied, spoken) else None


def acceptance(said: str, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted clause that accepts what another asks for: "the invitation was accepted", "she said that she would"."""
    spoken = stems_of(said)
    for line in lines:
        for one in _quoted(line, language):
            accepted = one.strength is Strength.AGREED and _adds_nothing(line.text, one, spoken)
            if (accepted or _echoes(line.text, one)) and _asked_before(line, one, lines, language):
                return Settled(one._replace(strength=Strength.AGREED), line)
    return None


def _echoes(text: str, one: Reading) -> bool:
    """Whether a clause says no more than that it will be done: "she would", "the clerk will do so this week"."""
    start = one.start or 0
    begin = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
    echo = one.strength is Strength.INTENDS and _ECHO.match(text, start) is not None
    return echo and _UNSURE.search(text[begin:start]) is None


def _asked_before(line: Line, one: Reading, lines: Sequence[Line], language: str) -> bool:
    """Whether a quoted clause before the answer asks for something."""
    near = [other for other in lines if other.number != line.number and line.number in reached([other], lines)]
    if any(_ASKED.search(other.quoted) or other.quoted.rstrip().endswith("?") for other in near):
        return True
    if one.strength is Strength.INTENDS and any(
        head.strength is Strength.DENIED for other in near for head in _quoted(other, language)
    ):
        return True  # "Ann can't take notes." "Ben said he would."
    asking = [
        other for other in (*near, line) for head in _quoted(other, language) if _proposes(head, other, line, one)
    ]
    return bool(asking)


def _proposes(head: Reading, where: Line, line: Line, one: Reading) -> bool:
    return head.strength is Strength.PROPOSED and (where != line or (head.start or 0) < (one.start or 0))


def word_given(said: str, reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted line in which a speaker vouches for what the line beside it says will be: "You have my word"."""
    if line is None or not reading.words or _FUTURE.isdisjoint(_words(reading.words, language)):
        return None
    spoken = stems_of(said)
    for other in lines:
        if other.speaker != line.speaker or not -1 <= other.number - line.number <= REACH or other == line:
            continue
        for one in _quoted(other, language):
            if one.strength is Strength.UNDERTOOK and _adds_nothing(other.text, one, spoken):
                return Settled(one, other)
    return None


def offered(said: str, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted line that offers a figure on a condition without a verb for it: "3 % from May, if you sign"."""
    for line in lines:
        if (reading := offer(said, line.quoted, language)) is not None:
            begin = line.span[0]
            return Settled(reading._replace(start=begin + (reading.start or 0), end=begin + (reading.end or 0)), line)
    return None


def under_a_signed_paper(reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Settled | None:
    """What a party does by a paper that another quoted line says was signed: "Under the Agreement, Malta will build it"."""
    words = lexicon(language)
    if line is None or not words.lists.get("under"):
        return None
    told = [token.word for token in tokens_of(line.text, language)]
    papers = words.list("documents")
    named = any(
        one in words.list("under")
        and (told[at + 1 : at + 2] == ["which"] or not papers.isdisjoint(told[at : at + _PAPER]))
        for at, one in enumerate(told)
    )
    provides = any(
        one in words.list("providing") and (told[at - 1] in papers or told[at - 1] == "it")
        for at, one in enumerate(told)
    )
    if not (named and firm(reading.strength)) and not provides:
        return None
    for other in lines:
        for one in _quoted(other, language):
            # "Malta signed an Agreement, under which it will build": in one line the signing stands first
            before = other != line or (one.end or 0) <= (reading.start or 0)
            if one.strength is Strength.SIGNED and before and not papers.isdisjoint(_words(other.text, language)):
                return Settled(reading._replace(strength=Strength.SIGNED, words=reading.words or one.words), line)
    return None


def _quoted(line: Line, language: str) -> Iterator[Reading]:
    """What the quoted part of a line bears, clause by clause."""
    first, last = line.span
    for one in readings(line.text, language):
        if one.start is not None and first <= one.start < last:
            yield one


def _adds_nothing(text: str, one: Reading, spoken: frozenset[str], *, before: bool = True) -> bool:
    """Whether the clause speaks of nothing but what the claim does; `before`: what stands before the trigger counts too."""
    start, end = one.start or 0, one.end or 0
    begin = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1 if before else end
    closing = end - 1 if text[end - 1] in _MARKS else end  # "said no."
    close = min((at for mark in _MARKS if (at := text.find(mark, closing)) >= 0), default=len(text))
    families = {family(stem) for stem in spoken}
    return all(
        family(word.stem) in families
        or text[begin + word.start].isupper()
        or folded(text[begin + word.start : begin + word.end]) in listed("courtesies")
        or start <= begin + word.start < end
        for word in content_words(text[begin:close])
    )


def _bare_no(line: Line, language: str) -> Reading | None:
    """A line that is "No", or opens so and says no more than whom it answers."""
    tokens = tokens_of(line.quoted, language)
    worded = [token for token in tokens if token.word[0].isalnum()]
    alone = len(worded) < _BARE_NO and all(token.capital for token in worded[1:])  # "No, Chair", not "No idea"
    if alone and worded and worded[0].word in listed("refusing"):
        first, last = worded[0].start + line.span[0], worded[0].end + line.span[0]
        return Reading(Strength.DENIED, line.text[first:last], first, last)
    return None


def _plain_no(line: Line, spoken: frozenset[str]) -> Reading | None:
    """Other wordings that refuse what was asked just before, and speak of nothing else: "I'm afraid not"."""
    for match in _PLAIN_NO.finditer(line.text, *line.span):
        one = Reading(Strength.DENIED, match[0], *match.span())
        closes = match[0].lower() != "no" or not any(map(str.isalnum, line.text[match.end() :]))
        if closes and _adds_nothing(line.text, one, spoken, before=False):
            return one
    return None


def stated(line: Line, language: str) -> bool:
    """Whether a line that opens with "yes" goes on to say something else: "Yes, it's in a bad state"."""
    rest = _CLAUSE.split(line.text[opening_of(line, language) :])[0]
    return _STATES.search(rest) is not None and ("but" in rest.split() or "?" in rest or _WILLING.search(rest) is None)


def opening_of(line: Line, language: str) -> int:
    """Where the words end with which a line says yes: one, or a phrase such as "sounds good"."""
    phrase = _YES.match(line.text.replace("’", "'"))
    return phrase.end() if phrase is not None else tokens_of(line.text, language)[0].end


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(token.word for token in tokens_of(text, language))


def assents(line: Line, language: str) -> bool:
    """Whether a line says yes: "Yes, I'll do that", "I'll ask him, yes", "We will, Chair"."""
    words = lexicon(language)
    tokens = list(dropwhile(lambda token: token.word in _LEADING, tokens_of(line.text, language)))
    opens = bool(tokens) and words.has("assents", tokens[0].word)
    opens = opens and not (len(tokens) > 1 and words.has("negators", tokens[1].word))  # "Absolutely not."
    if opens or _YES.match(line.text.replace("’", "'")):
        return True
    told = [token.word for token in tokens if token.word[0].isalnum()]
    if 1 < len(told) <= _BARE_NO and told[1] in ("will", "shall"):
        return True
    marked = ["", *(token.word for token in tokens), "."]  # "Thursday, yeah, if nothing breaks"
    within = range(2, len(marked) - 1)
    return any(marked[at - 1] == "," and words.has("assents", marked[at]) and marked[at + 1] in _MARKS for at in within)
