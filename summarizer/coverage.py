"""The ledger of a source: which lines are cited, which are not, which nobody read, and what may be missing."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from .checks.fields import roles, texts
from .checks.modality.cues import binding_cue, has_cues
from .documents import Document
from .items import Item
from .ladder.readings import Trigger, triggers
from .ladder.sentences import LANGUAGES
from .mood.hints import may_bind
from .schemas import Coverage, LineRange, Omission, Part, Strength, UnreadPart
from .words.lexicon import lexicon
from .words.proceedings import is_of_the_talk
from .words.rungs import firm, height
from .words.stems import content_words, shared, stems_of
from .words.struck import standing

_NAMED_IN = 4  # words after a promise that say what is promised
_NAMED_SHORT = 3
"""Words after a refusal, or after a promise with a day, that say what: "book it tomorrow", "sign the contract"."""
_SMALL_TALK = re.compile(
    r"\W*(?:just |only |also |probably )?(?:be|see|talk|speak|catch|say|tell|take|go|come|get|let|leave|stop|start|think|try|wait|wrap|repeat|bore|read|mention|pretend|lie|worry|mind|need|have|know|want|like|do)\b",
    re.IGNORECASE,
)
"""After a short promise of nothing: "see you tomorrow", "take long"."""
_REQUEST = re.compile(
    r"\b(?:(?:can|could|will|would) (?:you|someone|somebody|anyone|anybody|one of you)|who (?:can|could|will|would|wants to|is going to))\b(?: please)? "
    r"(?!(?:you |please |all |just |also )*(?:hear|see|say|repeat|tell|explain|speak|talk|mute|unmute|like|want|be|have|think|share (?:your|the|my) screen|imagine|agree)\b)[^?.]*\?\W*$",
    re.IGNORECASE,
)
"""Who is asked to do something, "Could someone else take it?": a short answer says more than it holds."""
_OWN_WORDS = r"\b(?:I(?:['’]ll|['’]m| will| won['’]t| can| am)|let me|we(?:['’]ll| will| won['’]t| will not))"
_OWN_IN = re.compile(rf"{_OWN_WORDS}|^\W*will [a-z]", re.IGNORECASE)
_OWN = re.compile(rf"(?:{_OWN_WORDS}\W*(?:\w+\W+){{0,3}}|^\W*will)$", re.IGNORECASE)  # "Jun: will ring the mill"
_NAMED = re.compile(r"\b(?P<who>[A-Z][\w’'-]+) (?:will|['’]ll|is going to)$")
"""Of whom somebody else says that they will: "James will ring the mill"."""
_REFUSED = re.compile(
    r"(?:^|[.;,] )\W*(?:and |but |so |no,? )?(?:I|we) (?:will not|won['’]t|will never|refuse to) (?P<deed>[^.;]+)",
    re.IGNORECASE,
)
"""A refusal of one's own that opens a clause: "We will not sign"."""
_POINTS = re.compile(r"\W*(?:that|it|this|these|those|so|them)\b", re.IGNORECASE)
_SHORTENED = re.compile(r"n['’]t\b")
"""The end of "won't", which negates and stands outside the word that promises."""
_NEIGHBOURS = 2  # lines from a cited one in which speech says again what is told already
_AGAIN = 0.5  # share of a line's content words that must be told for it to say nothing new
_FEWEST_AGAIN = 2  # such words: "We won't hire before June" is not told by "Let's move on to hiring"
_POINTING = 1  # content words up to which a line only points back: "Yes, I will do that"
_LEAST = 4  # words of a line that can say again what another one says: not "Agreed."
_LONG = 8  # words of a line that says the same as the longer one which it begins
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"\b(?:\w+://|www\.)\S+")
_LABELS = frozenset(
    ("action", "action item", "action items", "action point", "todo", "to do", "resolved", "resolution", "decision", "decided", "agreed", "approved", "motion carried")
)  # fmt: skip


def cover(items: Sequence[Item], document: Document, unread: Sequence[tuple[LineRange, str]]) -> Coverage:
    """Every line of the document as cited, not cited or unread, and the lines that should perhaps have been cited.

    items: after all checks; what a refused item cites counts as not cited.
    unread: ranges of lines that no engine saw, each with the reason.
    """
    lines = len(document.segments)
    missed = {line for (first, last), _ in unread for line in range(first, last + 1)}
    cited = set(_cited(items, document)) - missed
    # A line that only shows who was there may still hold a promise that nothing tells.
    telling = [item for item in items if _tells(item)]
    told = _told(telling, document)
    return Coverage(
        lines=lines,
        cited=_ranges(cited),
        not_cited=_ranges(line for line in range(1, lines + 1) if line not in cited and line not in missed),
        unread=_ranges(missed),
        unread_reasons=list(dict.fromkeys(reason for _, reason in unread)),
        unread_parts=[UnreadPart(place=gap.place, reason=gap.reason) for gap in document.gaps],
        possible_omissions=list(_omissions(document, told, missed)),
        omissions_sought=document.language in LANGUAGES or has_cues(document.language),
    )


def _cited(items: Iterable[Item], document: Document) -> Iterator[int]:
    """The lines that evidence of an accepted item runs over."""
    starts = [segment.start for segment in document.segments]
    for item in items:
        if item.refused is not None:
            continue  # what is nested in a refused item does not stand either
        yield from _cited_by(item, starts)
        for nested in item.children.values():
            yield from _cited(nested, document)


def _cited_by(item: Item, starts: Sequence[int]) -> Iterator[int]:
    """The lines that its own evidence runs over, from where the lines of the document start."""
    for evidence in item.evidence:
        if not evidence.altered:
            yield from range(evidence.line, max(bisect_right(starts, evidence.end - 1), evidence.line) + 1)


def _told(items: Iterable[Item], document: Document) -> dict[int, set[str]]:
    """The lines that these items cite, each with the stems of what they quote of it and say."""
    told: dict[int, set[str]] = {}
    starts = [segment.start for segment in document.segments]
    for item in items:
        if item.refused is not None:
            continue
        said = {stem for text in texts(item, Part.CLAIM) for stem in stems_of(text.value)}
        for line in _cited_by(item, starts):
            told.setdefault(line, set()).update(said, stems_of(document.line_text(line)))
        for nested in item.children.values():
            for line, stems in _told(nested, document).items():
                told.setdefault(line, set()).update(stems)
    return told


def _tells(item: Item) -> bool:
    """Whether the item says what was done or said, not only who or where."""
    return any(role.part is Part.CLAIM and not role.optional for role in roles(type(item.claim)))


def _ranges(lines: Iterable[int]) -> list[LineRange]:
    found: list[LineRange] = []
    for line in sorted(lines):
        if found and found[-1][1] == line - 1:
            found[-1] = found[-1][0], line
        else:
            found.append((line, line))
    return found


def _omissions(document: Document, told: Mapping[int, set[str]], unread: set[int]) -> Iterator[Omission]:
    language = document.language
    if language is None or language not in LANGUAGES:
        yield from _by_cues(document, told, unread)
        return
    recorded = sorted(_plain(document.line_text(line)) for line in told)
    stands = standing(document.text)
    voices = {word for segment in document.segments for word in (segment.speaker or "").split()}
    for number, segment in enumerate(document.segments, 1):
        if number in told or number in unread or segment.kind == "heading":
            continue
        text = _ADDRESS.sub(_blank, stands[segment.start : segment.end])
        spoken = segment.speaker is not None
        small_talk = spoken and _OWN_IN.search(text) is None and voices.isdisjoint(_WORD.findall(text))
        if not may_bind(text, language, beyond=Strength.INTENDS if small_talk else None):
            continue
        answers = spoken and number > 1 and _is_request(document, number - 1, segment.speaker)
        if (trigger := _telling(text, language, voices if spoken and not answers else None)) is not None:
            if _repeats(_plain(text), recorded):
                continue  # the summary at the end, of what is told where it was decided
            if spoken and _says_again(text, trigger, number, told):
                continue
            strength = Strength.DENIED if trigger.negated else trigger.strength
            whole = document.line_text(number)
            yield Omission(
                line=number, start=segment.start, end=segment.end, text=whole, trigger=trigger.words, strength=strength
            )


def _blank(found: re.Match[str]) -> str:
    """Spaces for words that nobody says: "commits" in the address of a page."""
    return " " * len(found[0])


def _by_cues(document: Document, told: Mapping[int, set[str]], unread: set[int]) -> Iterator[Omission]:
    """Of a language without a ladder, the lines with a word that binds; none where no word list knows such words."""
    for number, segment in enumerate(document.segments, 1):
        if number in told or number in unread or segment.kind == "heading" or document.language is None:
            continue
        text = document.line_text(number)
        if (cue := binding_cue(text, document.language)) is not None:
            yield Omission(line=number, start=segment.start, end=segment.end, text=text, trigger=cue.words)


def _is_request(document: Document, number: int, speaker: str | None) -> bool:
    """Whether somebody else asks in this line that something be done."""
    asks = document.segment(number).speaker not in (None, speaker)
    return asks and document.language == "en" and _REQUEST.search(document.line_text(number)) is not None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _repeats(text: str, told: Sequence[str]) -> bool:
    """Whether a line has the very words of one that is told, or the first ones of it; `told` is in order."""
    near = told[at] if (at := bisect_left(told, text)) < len(told) else ""
    return len(text.split()) >= _LEAST and near.startswith(text) and (near == text or len(text.split()) >= _LONG)


def _says_again(text: str, trigger: Trigger, number: int, told: Mapping[int, set[str]]) -> bool:
    """Whether a spoken line says again what lines next to it are cited for, or only points back to it."""
    near = [told[number + step] for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1) if number + step in told]
    if not near:
        return False
    own = {word.stem for word in content_words(text) if not trigger.start <= word.start < trigger.end}
    again = len(shared(own, frozenset().union(*near)))
    return len(own) <= _POINTING or again >= max(_FEWEST_AGAIN, _AGAIN * len(own))


def _telling(text: str, language: str, voices: Set[str] | None) -> Trigger | None:
    """The firmest words of a line that make it worth a look. voices: in speech, the words by which speakers are called."""
    found = [
        one for one in triggers(text, language) if _binds(one) and (voices is None or _worth_a_look(one, text, voices))
    ]
    return max(found, key=lambda one: height(one.strength), default=None)


def _binds(trigger: Trigger) -> bool:
    return trigger.strength is Strength.DENIED or firm(trigger.strength)


def _worth_a_look(trigger: Trigger, text: str, voices: Set[str]) -> bool:
    """In speech `intends` and "can't" are small talk more often than not.

    Only a promise of the speaker's own counts, or one that is told of another speaker, and only where enough follows to name
    what is done.
    """
    if height(trigger.strength) > height(Strength.INTENDS) and not trigger.negated:
        return True
    end = trigger.end + (3 if _SHORTENED.match(text, trigger.end) else 0)
    if trigger.words.lower().endswith(" do"):  # "I will do the letter myself"
        if _POINTS.match(text, end):
            return False
        end -= len(" do")
    named = len(text[end:].split())
    short = named < _NAMED_IN or end > trigger.end
    if any(one.start() <= trigger.start < one.end() and _is_deed(one["deed"]) for one in _REFUSED.finditer(text)):
        return True
    if short and (named < _NAMED_SHORT or not _is_plain(text[end:], refused=trigger.negated)):
        return False
    own, other = _OWN.search(text[:end]), _NAMED.search(text[:end])
    named = other is not None and other["who"] in voices
    if (own is not None or named) and is_of_the_talk(text[end:].strip()):
        return False
    return own is not None or named or trigger.words.lower() in _LABELS


def _is_deed(words: str) -> bool:
    return _SMALL_TALK.match(words) is None


def _is_plain(after: str, *, refused: bool) -> bool:
    """Whether few words say what is promised or refused: with a day, or a refusal; no small talk."""
    timed = any(lexicon("en").has("soon", word) for word in _WORD.findall(after.lower()))
    return (timed or refused) and _SMALL_TALK.match(after) is None
