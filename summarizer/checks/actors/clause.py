"""The clause of the words that bind: who acts in it, and who is reported to say so."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ...words.lexicon import Lexicon, Token, lexicon, tokens_of
from ..grounds import Borne

_SINGULAR = frozenset(("i", "me", "my", "'m"))
_PLURAL = frozenset(("we", "us", "our"))
_SECOND = frozenset(("you",))
_THIRD = frozenset(("he", "she", "they", "it", "who", "which"))
_SUBJECTS = {
    "i": "singular", "we": "plural", "you": "second",
    "he": "third", "she": "third", "they": "third", "it": "third",
}  # fmt: skip
"""Pronouns that can only be subjects, or that stand right before the trigger."""
_NEAR = 3  # words before a trigger in which its subject may be a pronoun
_THAT_WITHIN = 8  # words after "told" in which "that" may open what was told
_TOLD_WITHIN = 6  # words between "assured" and "that", which name who is told
_ASKING = frozenset(
    "ask asks asked request requests requested recommend recommends recommended propose proposes proposed suggest suggests suggested"
    " direct directs directed instruct instructs instructed order orders ordered demand demands demanded".split()
)
_ACTING = frozenset(("will", "would", "'ll", "'d", "shall", "should", "must"))
_JOINING = frozenset(("and", "but", "while", "whereas", "whilst"))
_BEFORE_A_NOUN = frozenset(("in", "at", "on", "of", "for", "by", "to"))  # before "that event", which opens nothing
_MARKS = frozenset((",", ";", "."))
_DASHES = frozenset(("-", "–", "—"))
_INSERTING = frozenset((",", "(", ")"))
_PAIR = 2
_BETWEEN = ("skipped", "auxiliaries")  # words between a subject and its verb
_OPENING_ASIDE = re.compile(
    r"\A\W*(?:unlike|following|after|in place of|instead of|at the (?:request|suggestion|invitation) of|in (?:response|reply|answer) to|thanks to|despite"
    r"|apart from|besides|as for|further to|contrary to|compared (?:with|to))\b[^,]{2,80},\s*(?=\S)"
    r"|\A\W*(?:during|in) (?:his|her|their|its) (?:absence|leave|illness|holidays?|visit|stay),?\s+(?=\S)",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(r",\s*(?:and )?(?:not|rather than|instead of|unlike)\b[^,]{1,60}(?:,\s*|\Z)", re.IGNORECASE)
_TAKEN_UP = re.compile(r",\s*(?P<who>I|we|you|he|she|they|it)$", re.IGNORECASE)
"""A pronoun behind words that stand apart: "As for the three statements, they", "For those who ask, we"."""
_LONGEST_SOURCE = 9  # words of a phrase that names who says something
_TRAILING = 4  # tokens from the end in which "said" stands in "..., the minister said on Friday."


class Clause(NamedTuple):
    """The words around the trigger that binds."""

    subject: str
    """What stands before it in its own clause."""
    others: str
    """The same with whom it is set against, or what comes before it; empty where there is no such thing."""
    source: str
    """Who is reported to say so; empty where nobody is."""
    after: str
    person: str
    """`singular` or `plural` for a first person, `second` for "you", `third` for another pronoun, else empty."""
    certain: bool
    """The subject ends right before the trigger, in a name or a noun for somebody."""
    joined: bool
    """Another clause, with an act of its own, stands before it in the sentence."""
    labelled: bool
    """The line opens with its trigger, such as ACTION, and has no subject."""


def clause_of(borne: Borne, language: str | None) -> Clause | None:
    """The clause of the words that bear a claim; None where there are none, or the language has no word lists."""
    reading, line = borne
    if line is None or reading.start is None or reading.end is None or language is None:
        return None
    words = lexicon(language)
    if not words.lists.get("agents"):  # where the subject stands is known of English only
        return None
    tokens = tokens_of(line.text, language)
    first, last = places_of(tokens, reading.start, reading.end)
    begin, end = _opening(tokens, first), first
    inserted = _inserted(tokens, begin, first, words)
    source, start = (inserted[1:], begin) if inserted else _source(tokens, begin, first, words)
    if inserted:
        end = inserted[0]
    if source is None:
        source = _trailing_source(tokens, last, words)
    opening = start
    if (agreed := _agreed_of(tokens, start, first, last, words)) is not None:
        if tokens[start].word != "it":
            source = source or (start, first)
        start, first, last = agreed
    else:
        start = _behind_label(tokens, _own_clause(tokens, start, end, words), end)
        first = end
    whole = _slice(line.text, tokens, start, first)
    subject = _without_others(whole)
    return Clause(
        subject=subject,
        others=whole if subject != whole else "",
        source=_slice(line.text, tokens, *source) if source else "",
        after=_slice(line.text, tokens, last, len(tokens)),
        person=_person(tokens, start, first, last),
        certain=_certain(tokens, start, first, words),
        joined=agreed is None and start > opening,
        labelled=not any(one.isalnum() for one in subject),
    )


def places_of(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens from the character `start` on, and those from `end` on."""
    first, last = (bisect_left(tokens, one, key=lambda token: token.start) for one in (start, end))
    return first, last


def _inserted(tokens: Sequence[Token], begin: int, first: int, words: Lexicon) -> tuple[int, int, int] | None:
    """Where the subject ends, and the source between it and its verb: "Sudland, according to Norland, will"."""
    marks = [at for at in range(begin, first) if tokens[at].word in _INSERTING]
    if len(marks) < _PAIR or marks[-1] != first - 1 or marks[-_PAIR] == begin:
        return None
    opening, closing = marks[-_PAIR:]
    head = tokens[opening + 1]
    if head.word == "according":
        return opening, opening + 3, closing
    told = next((at for at in range(opening + 2, closing) if _reports(tokens, at, words)), None)
    named = head.capital or words.has("determiners", head.word) or head.word in _SUBJECTS
    return (opening, opening + 1, told) if told is not None and named else None


def _agreed_of(
    tokens: Sequence[Token], start: int, first: int, last: int, words: Lexicon
) -> tuple[int, int, int] | None:
    """The subject and the modal behind "It was agreed that ..." or "Both sides agreed that Norland will ...": who is meant to act."""
    opening = [token.word for token in tokens[start:first] or tokens[first:last]]
    impersonal = opening[:1] == ["it"] and len(opening) > 1 and words.has("auxiliaries", opening[1])
    behind = range(last - 1, min(last + (0 if impersonal else _TOLD_WITHIN), len(tokens) - 1) + 1)
    that = next((at for at in behind if tokens[at].word == "that" or tokens[at].word in _MARKS), None)
    if that is None or tokens[that].word != "that" or not (impersonal or start < first):
        return None
    if not _ASKING.isdisjoint(token.word for token in tokens[first:last]):
        return _asked_of(tokens, that + 1, words)
    for at in range(that + 1, min(that + 1 + _THAT_WITHIN, len(tokens))):
        if tokens[at].word in _ACTING:
            named = impersonal or (tokens[at - 1].word not in _SUBJECTS and _certain(tokens, that + 1, at, words))
            return (that + 1, at, at + 1) if named else None
        if tokens[at].word in _MARKS:
            break
    return None


def _asked_of(tokens: Sequence[Token], begin: int, words: Lexicon) -> tuple[int, int, int] | None:
    """The subject behind "asked that", which its verb follows without a modal: "that the Clerk write to the railway"."""
    at = begin
    while at < len(tokens) and (
        tokens[at].capital or words.has("determiners", tokens[at].word) or words.has("agents", tokens[at].word)
    ):
        at += 1
    modal = at + (at < len(tokens) and tokens[at].word in _ACTING)
    named = begin < at < len(tokens) and tokens[at - 1].word not in _SUBJECTS and tokens[at].word.isalpha()
    return (begin, at, modal) if named and _certain(tokens, begin, at, words) else None


def _own_clause(tokens: Sequence[Token], start: int, first: int, words: Lexicon) -> int:
    """Where the clause of the trigger begins, behind another that is joined to it: "Malta will pay, and Cyprus will build"."""
    at = head = _head(tokens, start, first, words)
    while at > start and (tokens[at].capital or words.has("determiners", tokens[at].word) or at == head):
        at -= 1
    joined = at > start + 1 and tokens[at].word in _JOINING and (tokens[at - 1].word == "," or tokens[at].word != "and")
    acted = any(token.word in _ACTING or token.word == "to" for token in tokens[start:at])
    return at + 1 if joined and acted and (tokens[head].capital or words.has("agents", tokens[head].word)) else start


def _behind_label(tokens: Sequence[Token], start: int, first: int) -> int:
    """Where the subject begins behind the one dash of a note: "Roof (due in May) - the team asked for help"."""
    dashes = [at for at in range(start, first) if tokens[at].word in _DASHES]
    return dashes[0] + 1 if len(dashes) == 1 and dashes[0] + 1 < first else start


def _opening(tokens: Sequence[Token], first: int) -> int:
    """Where the sentence of the trigger begins."""
    ends = (
        at + 1
        for at in range(first - 1)
        if tokens[at].word == ";" or (tokens[at].word in (".", "?", "!") and tokens[at + 1].capital)
    )
    return max(ends, default=0)


def _source(tokens: Sequence[Token], begin: int, first: int, words: Lexicon) -> tuple[tuple[int, int] | None, int]:
    """The tokens that name the source of a report, and the place where the reported clause begins."""
    for at in range(first - 1, begin - 1, -1):
        if not _reports(tokens, at, words):
            continue
        if tokens[at].word == "according":
            comma = next((place for place in range(at, first) if tokens[place].word == ","), at)
            return (at + 2, comma), comma + 1
        told = tokens[at + 1 : at + 1 + _THAT_WITHIN]
        if told and told[0].word == "to" and all(token.word != "that" for token in told):
            continue  # "pledged to give", which is an act of its own
        that = (
            place + 1
            for place in range(at + 1, min(at + _THAT_WITHIN, first))
            if tokens[place].word == "that" and tokens[place - 1].word not in _BEFORE_A_NOUN
        )
        return (begin, at), max(that, default=at + 1)
    return None, begin


def _reports(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a word there reports; not the surname in "Governor Said agreed"."""
    return words.has("reporting", tokens[at].word) and not (tokens[at].capital and at > 0 and tokens[at - 1].capital)


def _trailing_source(tokens: Sequence[Token], last: int, words: Lexicon) -> tuple[int, int] | None:
    """The source that stands last: "..., the minister said"."""
    for at in range(len(tokens) - 1, max(len(tokens) - _TRAILING, last), -1):
        if _reports(tokens, at, words):
            comma = next((place for place in range(at - 1, last - 1, -1) if tokens[place].word == ","), at)
            relative = any(words.has("relatives", tokens[place].word) for place in range(comma, at))
            return None if relative or at - comma > _LONGEST_SOURCE else (comma + 1, at)
    return None


def _person(tokens: Sequence[Token], start: int, first: int, last: int) -> str:
    near = [token.word for token in tokens[max(start, first - _NEAR) : first]]
    if near and near[-1] in _SUBJECTS:
        return _SUBJECTS[near[-1]]  # "told me she would": not the one who was told
    around = {token.word for token in tokens[max(start, first - _NEAR + 1) : last]}
    if around & _SINGULAR:
        return "singular"
    if around & _PLURAL:
        return "plural"
    if not _SECOND.isdisjoint(near):
        return "second"
    return "" if _THIRD.isdisjoint(near) else "third"


def _head(tokens: Sequence[Token], start: int, first: int, words: Lexicon) -> int:
    """The last token of a subject, which only fillers and auxiliaries part from the trigger."""
    head = first - 1
    while head > start and tokens[head].word != "," and any(words.has(one, tokens[head].word) for one in _BETWEEN):
        head -= 1
    return head


def _certain(tokens: Sequence[Token], start: int, first: int, words: Lexicon) -> bool:
    head = _head(tokens, start, first, words)
    handle = head > start and tokens[head - 1].word == "@"
    return head >= start and (handle or tokens[head].capital or words.has("agents", tokens[head].word))


def _without_others(subject: str) -> str:
    """A subject without whom it is set against, or what comes before it: "Unlike Denmark, Norway", "Norway, not Denmark,"."""
    if (pronoun := _TAKEN_UP.search(subject)) is not None:
        return pronoun["who"]
    return _NOT_THIS.sub(" ", _OPENING_ASIDE.sub("", subject)).strip() or subject


def _slice(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end] if first < last else ""
