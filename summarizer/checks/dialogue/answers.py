"""Lines that settle what another line only asks for, foretells or offers: an acceptance, a word given, an offer."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from ...ladder.hanging import offer
from ...ladder.readings import Reading, readings
from ...schemas import Strength
from ...words.lexicon import lexicon, tokens_of
from ...words.rungs import firm
from ...words.scripts import folded
from ...words.stems import content_words, family, stems_of
from ..grounds import Borne, Line
from ..words import listed
from .takings_on import takes_on

REACH = 4  # lines between a request and its answer
MARKS = ",.;:?!()"
BARE = 3  # tokens of a line that is no more than a yes or a no: "No, Chair"
_ASKED = re.compile(r"\b(?:ask|invit|request|propos|suggest|urg)(?:ed|es|s|e)?\b", re.IGNORECASE)
_ECHO = re.compile(r"(?:would|will|'ll|shall)\s*(?:[.;,!]|\Z|do (?:so|it|that)\b)", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:if|whether|hop|think|thought|know|knew|wish|doubt|sure|perhaps|maybe|when)", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:it|that|there|but|who|what|why|how|know|see|think|guess|hope|is|was|are|were|did|has|have)\b|\?",
    re.IGNORECASE,
)
_WILLING = re.compile(r"\b(?:can|could|shall|ready|fine|okay|ok|works|happy|glad|problem)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:if|as soon as|once|when|until|unless|provided|because|after|before)\b", re.IGNORECASE)
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


def reached(asked: Sequence[Line], lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that may answer one of `asked`: near it, or near a quoted line that is."""
    found = {one.number for one in asked}
    for line in sorted(lines, key=lambda one: one.number):
        if any(0 < line.number - number <= REACH for number in found):
            found.add(line.number)
    return {number for number in found if any(one.number < number for one in asked)}


def acceptance(said: str, lines: Sequence[Line], language: str) -> Borne | None:
    """The quoted clause that accepts what another asks for: "the invitation was accepted", "she said that she would"."""
    spoken = stems_of(said)
    for line in lines:
        for one in quoted(line, language):
            accepted = one.strength is Strength.AGREED and adds_nothing(line.text, one, spoken)
            if (accepted or _echoes(line.text, one)) and _asked_before(line, one, lines, language):
                return Borne(one._replace(strength=Strength.AGREED), line)
    return None


def offer_taken(reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Borne | None:
    """What a party offered, where another quoted clause says that the offer was accepted: "offered to pay, and Arle accepted"."""
    if line is None or not (reading.words or "").lower().startswith("offer"):
        return None
    for other in lines:
        later = other.number > line.number and other.number in reached([line], [line, other])
        for one in quoted(other, language):
            behind = later or (other.number == line.number and (one.start or 0) > (reading.end or 0))
            accepts = one.strength is Strength.AGREED and (one.words or "").lower().startswith("accept")
            if behind and accepts and adds_nothing(other.text, one, frozenset(), before=False):
                return Borne(reading._replace(strength=Strength.AGREED), line)
    return None


def _echoes(text: str, one: Reading) -> bool:
    """Whether a clause says no more than that it will be done: "she would", "the clerk will do so this week"."""
    start = one.start or 0
    begin = max(text.rfind(mark, 0, start) for mark in MARKS) + 1
    echo = one.strength is Strength.INTENDS and _ECHO.match(text, start) is not None
    return echo and _UNSURE.search(text[begin:start]) is None


def _asked_before(line: Line, one: Reading, lines: Sequence[Line], language: str) -> bool:
    """Whether a quoted clause before the answer asks for something."""
    near = [other for other in lines if other.number != line.number and line.number in reached([other], lines)]
    if any(_ASKED.search(other.quoted) or other.quoted.rstrip().endswith("?") for other in near):
        return True
    if one.strength is Strength.INTENDS and any(
        head.strength is Strength.DENIED for other in near for head in quoted(other, language)
    ):
        return True  # "Ann can't take notes." "Ben said he would."
    asking = [other for other in (*near, line) for head in quoted(other, language) if _proposes(head, other, line, one)]
    return bool(asking)


def _proposes(head: Reading, where: Line, line: Line, one: Reading) -> bool:
    return head.strength is Strength.PROPOSED and (where != line or (head.start or 0) < (one.start or 0))


def word_given(said: str, reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Borne | None:
    """The quoted line in which a speaker vouches for what the line beside it says will be: "You have my word"."""
    if line is None or not reading.words or _FUTURE.isdisjoint(_words(reading.words, language)):
        return None
    spoken = stems_of(said)
    for other in lines:
        if other.speaker != line.speaker or not -1 <= other.number - line.number <= REACH or other == line:
            continue
        for one in quoted(other, language):
            if one.strength is Strength.UNDERTOOK and adds_nothing(other.text, one, spoken):
                return Borne(one, other)
    return None


def offered(said: str, lines: Sequence[Line], language: str) -> Borne | None:
    """The quoted line that offers a figure on a condition without a verb for it: "3 % from May, if you sign"."""
    for line in lines:
        if (reading := offer(said, line.quoted, language)) is not None:
            begin = line.span[0]
            return Borne(reading._replace(start=begin + (reading.start or 0), end=begin + (reading.end or 0)), line)
    return None


def under_a_signed_paper(reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Borne | None:
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
        for one in quoted(other, language):
            # "Malta signed an Agreement, under which it will build": in one line the signing stands first
            before = other != line or (one.end or 0) <= (reading.start or 0)
            if one.strength is Strength.SIGNED and before and not papers.isdisjoint(_words(other.text, language)):
                return Borne(reading._replace(strength=Strength.SIGNED, words=reading.words or one.words), line)
    return None


def quoted(line: Line, language: str) -> Iterator[Reading]:
    """What the quoted part of a line bears, clause by clause."""
    first, last = line.span
    for one in readings(line.text, language):
        if one.start is not None and first <= one.start < last:
            yield one


def adds_nothing(text: str, one: Reading, spoken: frozenset[str], *, before: bool = True) -> bool:
    """Whether the clause speaks of nothing but what the claim does; `before`: what stands before the trigger counts too."""
    start, end = one.start or 0, one.end or 0
    begin = max(text.rfind(mark, 0, start) for mark in MARKS) + 1 if before else end
    closing = end - 1 if text[end - 1] in MARKS else end  # "said no."
    close = min((at for mark in MARKS if (at := text.find(mark, closing)) >= 0), default=len(text))
    families = {family(stem) for stem in spoken}
    return all(
        family(word.stem) in families
        or text[begin + word.start].isupper()
        or folded(text[begin + word.start : begin + word.end]) in listed("courtesies")
        or start <= begin + word.start < end
        for word in content_words(text[begin:close])
    )


def stated(line: Line, language: str) -> bool:
    """Whether a line that opens with "yes" goes on to say something else: "Yes, it's in a bad state"."""
    rest = _CLAUSE.split(line.text[opening_of(line, language) :])[0]
    return _STATES.search(rest) is not None and ("but" in rest.split() or "?" in rest or _WILLING.search(rest) is None)


def opening_of(line: Line, language: str) -> int:
    """Where the words end with which a line says yes: one, or a phrase such as "sounds good"."""
    if takes_on(line.text):
        return len(line.text)
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
    if opens or takes_on(line.text) or _YES.match(line.text.replace("’", "'")):
        return True
    told = [token.word for token in tokens if token.word[0].isalnum()]
    if 1 < len(told) <= BARE and told[1] in ("will", "shall"):
        return True
    marked = ["", *(token.word for token in tokens), "."]  # "Thursday, yeah, if nothing breaks"
    within = range(2, len(marked) - 1)
    return any(marked[at - 1] == "," and words.has("assents", marked[at]) and marked[at + 1] in MARKS for at in within)
