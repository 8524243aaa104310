"""Claims that negate what the words affirm, or affirm what they negate: the check `negation`, word by word."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import takewhile

from ...items import Item
from ...ladder.readings import read, triggers
from ...ladder.sentences import LANGUAGES
from ...lexicon import Lexicon, lexicon, words_in
from ...schemas import Part, RejectionReason, Strength
from ...stems import content_words, shared, stem, stems_of
from ..fields import Report, Text, is_subject, of_kind, rung_of, texts
from ..grounds import Borne, Grounds
from ..words import listed
from .opposed import opposed
from .stopping import called_untrue, stopped

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"[.;!?]\s+|,? \b(?:but|while|whereas|whilst|although|though|yet)\b ", re.IGNORECASE)
_PREFIXES = frozenset(("re", "co", "pre", "de", "out", "over", "under"))
_LACKING = ("un", "non")  # how words begin that hold a negation
_REACH_OF_NO = 12  # words after "no" that it may negate
_SUBJECT_AND_VERB = 2  # content words behind "neither" or "nobody" that it may negate: "neither side accepted"
_BEFORE_SUBJECTS = frozenset((".", ",", ";", ":", "that", "but", "and"))
_ASIDE = 7  # tokens of what is set in between commas, with them
_ASIDES = frozenset(("of", "at", "in", "for", "as", "however", "therefore", "naturally", "obviously"))
_WANTING = frozenset(("want", "lack", "absence"))  # before "of": there was none
_OPENING = 3  # content words with which a claim says what is done
_MOST = 0.6  # share of a line's content words from which a summary tells it again
_LEAST = 2  # content words that a summary has of a clause that it tells again
_STATEMENT = 4  # content words from which a text says something rather than names it


def check_negation(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """A claim that negates what the words affirm, or affirms what they negate, word by word."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        return
    theirs, unsaid = negated(grounds.whole, language)
    affirmed = grounds.stems - theirs - unsaid
    if language == "en":
        affirmed -= {deed.done for line in grounds.lines for deed in stopped(line.text)}
        affirmed -= {one for line in grounds.lines for said in called_untrue(line.text) for one in stems_of(said)}
    refused = borne.reading.strength is Strength.DENIED or any(
        one.strength is Strength.DENIED for one in triggers(grounds.whole, language)
    )
    states = of_kind(item, Strength) is None
    refuses = rung_of(item) is Strength.DENIED  # what is refused is named as it would be done
    for text in texts(item, Part.CLAIM):
        stems = stems_of(text.value)
        told, untold = negated(text.value, language)
        ours = told | untold if untold.isdisjoint(unsaid) else told  # "no ban" of both speaks of the same ban
        pair = None if refused and refuses else opposed(text.value, grounds.whole, language)
        if pair and (told | theirs).isdisjoint(stems_of(" ".join(pair))):  # "will not open" for "will stay closed"
            explanation = f'The claim says "{pair[0]}" where the quoted words say "{pair[1]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
        met = ours & affirmed if language == "en" else shared(ours, affirmed)  # "vérifier", "vérifiera": no stem is one
        if met and not refused and is_subject(item) and text.optional and _sums_up(text.value, grounds, language):
            report.note("negation", "unchecked")  # what is denied of one thing in it may be affirmed of another
        elif met and not refused:
            report.against(
                text, "negation", "The claim negates what the quoted words affirm.", RejectionReason.CONTRADICTED
            )
        elif undone := _undone_in(item, text, told, grounds.whole, theirs, language):
            explanation = f'Of the claim and the quoted words one negates what the other says with "{undone}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
        elif stems & theirs and (
            (states and (len(stems) >= _STATEMENT or not is_subject(item)) and not denies(text.value, language))
            or (_affirms(text.value, theirs, language) and _sums_up_again(item, text, stems, grounds, language))
        ):
            report.against(
                text, "negation", "The claim affirms what the quoted words negate.", RejectionReason.CONTRADICTED
            )
        elif _negates(text.value, language) and not refused and not _lacks(grounds.whole, language):
            report.note("negation", "absent", "The claim negates, and the quoted words hold no negation.")
        elif (ours or stems & theirs) and "negation" not in report.checks:
            report.note("negation", "agrees" if states or ours else "unchecked")


def _affirms(text: str, denied: Set[str], language: str) -> bool:
    """Whether a clause of a text says without a negation what is denied: "X offered troops, but Y did not"."""
    turning = listed("lacking") | listed("stopping")  # "dropped their insistence" for "no longer insist"
    clauses = (one for one in _CLAUSE.split(text) if stems_of(one) & denied)
    return any(not denies(one, language) and turning.isdisjoint(words_in(one, language)) for one in clauses)


def _undone_in(item: Item, text: Text, told: Set[str], whole: str, theirs: Set[str], language: str) -> str | None:
    if not (text.optional and is_subject(item)):
        return None
    return _undone(text.value, theirs, language) or _undone(whole, told, language)


def _undone(text: str, denied: Set[str], language: str) -> str | None:
    """The word with which a text refuses what the quoted words refuse to refuse: "ruled out" for "did not rule out"."""
    for one in triggers(text, language) if denied else ():
        told = stems_of(one.words)
        plain = not one.negated and not _negates(one.words, language)  # not "is not able to"
        if one.strength is Strength.DENIED and plain and told and told <= denied:
            return one.words
    return None


def _sums_up_again(item: Item, text: Text, stems: Set[str], grounds: Grounds, language: str) -> bool:
    """Whether a summary has most words of one quoted clause that denies something, and what it denies stands nowhere else."""
    if not (text.optional and is_subject(item)):
        return False
    clauses = [one for line in grounds.lines for clause in _CLAUSE.split(line.quoted) for one in clause.split(" and ")]
    for at, clause in enumerate(clauses):
        denied = negated(clause, language)[0] & stems
        words = [word.stem for word in content_words(clause)]
        others = [stems_of(other) for place, other in enumerate(clauses) if place != at]
        once = any(words.count(one) == 1 and not any(one in other for other in others) for one in denied)
        held = frozenset(words) & stems
        if once and len(held) >= max(_LEAST, _MOST * len(set(words))):
            return True
    return False


def _sums_up(text: str, grounds: Grounds, language: str) -> bool:
    """Whether each sentence that negates has a quoted line that denies something of what it speaks of."""
    denying = [stems_of(line.text) for line in grounds.lines if denies(line.text, language)]
    return all(
        any(shared(stems_of(one), stems) for stems in denying) for one in _SENTENCE.split(text) if denies(one, language)
    )


def _negates(text: str, language: str) -> bool:
    """Whether a text holds a plain negation: "not", "never", but not "not only"."""
    words, tokens = lexicon(language), words_in(text, language)
    negators, not_negating = words.list("negators"), words.list("not_negating")
    return not negators.isdisjoint(tokens) and any(
        one in negators and not (at + 1 < len(tokens) and (tokens[at + 1] in not_negating or _sets_limit(tokens, at)))
        for at, one in enumerate(tokens)
    )


def _lacks(text: str, language: str) -> bool:
    """Whether a text holds anything that a negation may sum up."""
    words = lexicon(language)
    lacking = words.list("negators") | words.list("absent") | listed("lacking") | {"without"}
    return any(word in lacking or word.startswith(_LACKING) for word in words_in(text, language))


@lru_cache(maxsize=128)
def negated(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems right after a negation (`fixed` in "is not yet fixed"), and those in the reach of "no" or "without"."""
    words = lexicon(language)
    tokens = words_in(text, language)
    denied: set[str] = set()
    unsaid: set[str] = set()
    negators, absent = words.list("negators"), words.list("absent")
    looked_at = _negating(language)
    for at, word in enumerate(tokens):
        if word not in looked_at:
            continue
        nobody = word in listed("nobody") or tokens[at : at + 2] == ("no", "one")
        nobody = nobody and not (at and words.has("determiners", tokens[at - 1]))  # "une personne"
        nobody = nobody or (word == "nor" and _opens(tokens, "neither", at))
        longer = tokens[at : at + 2] == ("no", "longer")
        failing = _fails(tokens, at, words)
        direct = word in negators or nobody or longer or failing
        wanting = word in _WANTING and tokens[at + 1 : at + 2] == ("of",)
        if not (direct or wanting or word in absent or word == "without"):
            continue
        if at + 1 < len(tokens) and (words.has("not_negating", tokens[at + 1]) or _sets_limit(tokens, at)):
            continue
        begin = _behind_aside(tokens, at + 1 + longer)
        reach = takewhile(
            lambda one: one[0].isalnum() and not words.has("breaks", one), tokens[begin : at + _REACH_OF_NO]
        )
        telling = [
            stem(one.rpartition("-")[2] if one.partition("-")[0] in _PREFIXES else one)  # "not be re-opened"
            for one in reach
            if stems_of(one) and not words.has("auxiliaries", one) and not words.has("skipped", one)
        ]
        if direct:
            denied.update(telling[: _SUBJECT_AND_VERB if nobody else 1])
            unsaid.update(telling[1:_SUBJECT_AND_VERB] if failing else ())  # "unable to reach agreement"
        else:
            unsaid.update(telling)
    return frozenset(denied), frozenset(unsaid)


@lru_cache(maxsize=16)
def _negating(language: str) -> frozenset[str]:
    """The words at which a negation may begin."""
    words = lexicon(language)
    lists = words.list("negators"), words.list("absent"), words.list("failing"), listed("nobody")
    return frozenset(("no", "nor", "without")).union(_WANTING, *lists)


def _behind_aside(tokens: Sequence[str], at: int) -> int:
    """Behind what is only set in there: "could not, of course, sell", "will not, for now, open"."""
    if tokens[at : at + 1] == (",",) and tokens[at + 1 : at + 2] and tokens[at + 1] in _ASIDES:
        return next((place + 1 for place in range(at + 2, min(at + _ASIDE, len(tokens))) if tokens[place] == ","), at)
    return at + 2 if tokens[at : at + 2] == ("of", "course") else at


def _opens(tokens: Sequence[str], word: str, end: int) -> bool:
    """Whether a word begins a clause before a place: "Neither A nor B offered any"."""
    places = (at for at in range(end) if tokens[at] == word)
    return any(at == 0 or tokens[at - 1] in _BEFORE_SUBJECTS for at in places)


def _sets_limit(tokens: tuple[str, ...], at: int) -> bool:
    """Whether a negation there is part of a limit: "no less than", "not later than"."""
    return tokens[at + 2 : at + 3] == ("than",) and tokens[at + 1] in listed("limits")


def _fails(tokens: tuple[str, ...], at: int, words: Lexicon) -> bool:
    """Whether a word there says of the verb behind it that it was not done: "failed to reach", "were unable to"."""
    return words.language == "en" and words.has("failing", tokens[at]) and tokens[at + 1 : at + 2] == ("to",)


def denied_there(said: str, text: str, language: str) -> bool:
    """Whether a text negates what is said to be done, and does not say it elsewhere as well."""
    stems = [word.stem for word in content_words(said) if word.stem not in _PREFIXES]
    deed = frozenset(stems[:1])
    if not shared(deed, negated(text, language)[0]) or opens_negated(said, language):
        return False
    return sum(bool(shared(deed, frozenset((word.stem,)))) for word in content_words(text)) == 1


def opens_negated(said: str, language: str | None) -> bool:
    """Whether what is said to be done is itself negated: "not raise the quota", "keep nothing"."""
    if language is None:
        return False
    opening = [word.stem for word in content_words(said)[:_OPENING]]
    denied, unsaid = negated(said, language)
    return bool((denied | unsaid) & set(opening)) or read(said, language).strength is Strength.DENIED


@lru_cache(maxsize=256)
def denies(text: str, language: str | None) -> bool:
    """Whether a text holds a word that negates or refuses."""
    if language not in LANGUAGES or language is None:
        return False
    words = lexicon(language)
    told = words_in(text, language)
    if not (words.list("negators").isdisjoint(told) and words.list("absent").isdisjoint(told)):
        return True
    looked_at = _negating(language)
    for at, word in enumerate(told) if not looked_at.isdisjoint(told) else ():
        if _fails(told, at, words) or (language == "en" and word in _WANTING and told[at + 1 : at + 2] == ("of",)):
            return True
    return any(one.strength is Strength.DENIED or one.negated for one in triggers(text, language))
