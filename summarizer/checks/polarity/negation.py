"""Claims that negate what the words affirm, or affirm what they negate: the check `negation`, word by word."""

import re
from collections.abc import Set
from typing import NamedTuple

from ...items import Item
from ...ladder.readings import triggers
from ...ladder.sentences import LANGUAGES
from ...schemas import Part, RejectionReason, Strength
from ...words.lexicon import lexicon, words_in
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, Text, is_subject, of_kind, rung_of, texts
from ..grounds import Borne, Grounds
from ..words import listed
from .denial import denies, negated, negates, says_no
from .opposed import opposed
from .set_aside import thought_first
from .stopping import called_untrue, stopped

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"[.;!?]\s+|,? \b(?:but|while|whereas|whilst|although|though|yet)\b ", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|that|who) (?:\w+ )?(?:not|never)\b[^,.;]*", re.IGNORECASE)
_PUT_OFF = re.compile(
    r"\b(?:deferred|postponed|adjourned|left (?:for|to|until)|put off|held over|set aside|dropped|deleted|excluded|vertagt|verschoben|zurückgestellt|gestrichen|reporté\w*|renvoyé\w*|ajourné\w*"
    r"|aplazad\w*|suprim\w*|rinviat\w*|stralciat\w*)(?!\w)",
    re.IGNORECASE,
)
"""How words say that a part is left out for now, which a claim sums up with "without"."""
_UNLESS = re.compile(
    r"\b(?:unless|à moins|a meno|a menos|es sei denn|salvo (?:que|che|se|si)"
    r"|(?:without|ohne|sans|sin|senza) (?:it|them|that|this|her|him|ihn|sie|es|das|dies\w*|lui|elle|eux|ell[oa]s?|él|cela|di (?:ess[oaie]|lui|lei)))\b",
    re.IGNORECASE,
)
"""What opens a condition that a claim may tell with a negation, "if they do not pay" for "unless they pay"; and what is
done without, where another word stands for it."""
_NOT_BEFORE = {
    "en": (r"\b(?:not|cannot|no|n['’]t)\b[^.;]*?", r"\bbefore", r"until|till|earliest"),
    "de": (r"\bnicht\b[^.;]*?", r"\bvor(?: de[mnr])?", r"frühestens|erst|bis"),
    "fr": (r"\bpas\b[^.;]*?", r"\bavant(?: l[ea])?", r"au plus tôt|jusqu\w*"),
    "es": (r"\bno\b[^.;]*?", r"\bantes del?(?: la)?", r"hasta|como (?:muy )?pronto"),
    "it": (r"\bnon\b[^.;]*?", r"\bprima d\w+", r"fino|al più presto"),
}
"""How a claim says when something begins with a negation, and how words say so without one: "not before May", "until May"."""
_LACKING = ("un", "non")  # how words begin that hold a negation
_MOST = 0.6  # share of a line's content words from which a summary tells it again
_LEAST = 2  # content words that a summary has of a clause that it tells again
_STATEMENT = 4  # content words from which a text says something rather than names it


class _Words(NamedTuple):
    """What the quoted lines of a claim negate and affirm."""

    grounds: Grounds
    language: str
    denied: frozenset[str]
    """Stems right after a negation."""
    unsaid: frozenset[str]
    """Stems in the reach of "no"."""
    affirmed: frozenset[str]
    refuse: bool
    """Whether anything is refused in them."""

    @property
    def text(self) -> str:
        return self.grounds.whole


def check_negation(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """A claim that negates what the words affirm, or affirms what they negate, word by word."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        return
    words = _words_of(grounds, borne, language)
    for text in texts(item, Part.CLAIM):
        _check_opposite(item, text, words, report)
        _check_negated(item, text, words, report)


def _words_of(grounds: Grounds, borne: Borne, language: str) -> _Words:
    denied, unsaid = negated(grounds.whole, language)
    affirmed = grounds.stems - denied
    if language == "en":
        unsaid |= {
            deed.done for line in grounds.lines for deed in stopped(line.text)
        }  # "impose no ban" of "refrain from a ban"
        affirmed -= {one for line in grounds.lines for said in called_untrue(line.text) for one in stems_of(said)}
    affirmed -= unsaid
    affirmed -= {one for said in thought_first(grounds.whole, language) for one in stems_of(said)}
    unless = borne.reading.condition is not None and denies(borne.reading.words or "", language)
    no = says_no(grounds.whole, language)
    refuse = (
        unless
        or no
        or _UNLESS.search(grounds.whole) is not None
        or borne.reading.strength is Strength.DENIED
        or any(one.strength is Strength.DENIED for one in triggers(grounds.whole, language))
    )
    return _Words(grounds, language, denied, unsaid, affirmed, refuse)


def _check_opposite(item: Item, text: Text, words: _Words, report: Report) -> None:
    """A text with the opposite of a verb that the words have: "close" for "open"."""
    if words.refuse and rung_of(item) is Strength.DENIED:
        return  # what is refused is named as it would be done
    pair = opposed(text.value, words.text, words.language)
    told, _ = negated(text.value, words.language)
    if pair and (told | words.denied).isdisjoint(stems_of(" ".join(pair))):  # "will not open" for "will stay closed"
        explanation = f'The claim says "{pair[0]}" where the quoted words say "{pair[1]}".'
        report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _check_negated(item: Item, text: Text, words: _Words, report: Report) -> None:
    """A text that negates what the words affirm, or the other way round about."""
    language, stems = words.language, stems_of(text.value)
    if _begins_then(text.value, words):
        report.note("negation", "unchecked")
        return
    told, untold = negated(text.value, language)
    ours = told | untold if untold.isdisjoint(words.unsaid) else told  # "no ban" of both speaks of the same ban
    met = ours & words.affirmed if language == "en" else shared(ours, words.affirmed)  # "vérifier": no stem is one
    is_summary, states = is_subject(item) and text.optional, of_kind(item, Strength) is None
    explanation = ""
    if met and not words.refuse:
        if is_summary and _sums_up(text.value, words.grounds, language):
            report.note("negation", "unchecked")  # what is denied of one thing in it may be affirmed of another
            return
        if not met & told and _PUT_OFF.search(words.text):
            report.note("negation", "unchecked")  # "without the annex" of "the annex was left for the next session"
            return
        explanation = "The claim negates what the quoted words affirm."
        if (
            is_summary
            and _RELATIVE.search(text.value)
            and negated(_RELATIVE.sub("", text.value), language)[0].isdisjoint(met)
        ):
            report.note("negation", "absent", explanation)  # "fees that are not paid" tells which fees
            return
    elif is_summary and (undone := _undone(text.value, words.denied, language) or _undone(words.text, told, language)):
        explanation = f'Of the claim and the quoted words one negates what the other says with "{undone}".'
    elif stems & words.denied and _affirms_denied(item, text, words):
        explanation = "The claim affirms what the quoted words negate."
    if explanation:
        report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
    elif negates(text.value, language) and not words.refuse and not _lacks(words.text, language):
        report.note("negation", "absent", "The claim negates, and the quoted words hold no negation.")
    elif (ours or stems & words.denied) and "negation" not in report.checks:
        report.note("negation", "agrees" if states or ours else "unchecked")


def _begins_then(text: str, words: _Words) -> bool:
    """Whether a text says with "not before" of a time what the words say with "until", or "at the earliest"."""
    negator, before, begins = _NOT_BEFORE[words.language]
    found = re.search(rf"{negator}{before} (\w+)", text, re.IGNORECASE) if not words.denied else None
    time, joint = found[1] if found else "", rf"\b(?:{begins})\b"
    near = rf"{joint}[^.;]{{0,20}}?\b{time}\b|\b{time}\b[^.;]{{0,20}}?{joint}"
    begun = found is not None and re.search(near, words.text, re.IGNORECASE) is not None
    return begun and re.search(rf"{before} {time}\b", words.text, re.IGNORECASE) is None


def _affirms_denied(item: Item, text: Text, words: _Words) -> bool:
    """Whether a text says outright what the words deny: as a statement, or as a summary that tells their clause again."""
    stems = stems_of(text.value)
    states = of_kind(item, Strength) is None and (len(stems) >= _STATEMENT or not is_subject(item))
    if states and not denies(text.value, words.language):
        return True
    if not (text.optional and is_subject(item)) or not _affirms(text.value, words.denied, words.language):
        return False
    return _sums_up_again(stems, words.grounds, words.language)


def _affirms(text: str, denied: Set[str], language: str) -> bool:
    """Whether a clause of a text says without a negation what is denied: "X offered troops, but Y did not"."""
    turning = listed("lacking") | listed("stopping")  # "dropped their insistence" for "no longer insist"
    clauses = (one for one in _CLAUSE.split(text) if stems_of(one) & denied)
    return any(not denies(one, language) and turning.isdisjoint(words_in(one, language)) for one in clauses)


def _undone(text: str, denied: Set[str], language: str) -> str | None:
    """The word with which a text refuses what the quoted words refuse to refuse: "ruled out" for "did not rule out"."""
    for one in triggers(text, language) if denied else ():
        told = stems_of(one.words)
        plain = not one.negated and not negates(one.words, language)  # not "is not able to"
        if one.strength is Strength.DENIED and plain and told and told <= denied:
            return one.words
    return None


def _sums_up_again(stems: Set[str], grounds: Grounds, language: str) -> bool:
    """Whether a summary has most words of one quoted clause that denies something, and what it denies stands nowhere else."""
    return any(_of_one_clause(stems, grounds, language, border) for border in (" and ", r",\s+| and "))


def _of_one_clause(stems: Set[str], grounds: Grounds, language: str, border: str) -> bool:
    """The same with clauses up to such a border: "have not paid, Ann writes to them" are two, "did not, he says, pay" is one."""
    told = [clause for line in grounds.lines for clause in _CLAUSE.split(line.quoted)]
    clauses = [one for clause in told for one in re.split(border, clause)]
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


def _lacks(text: str, language: str) -> bool:
    """Whether a text holds anything that a negation may sum up."""
    words = lexicon(language)
    lacking = words.list("negators") | words.list("absent") | listed("lacking") | {"without"}
    lacks = any(word in lacking or word.startswith(_LACKING) for word in words_in(text, language))
    return lacks or any(thought_first(text, language))
