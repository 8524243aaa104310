"""What a claim states in words without a strength of its own, held against the ladder: "agreed" for "discussed"."""

import re
from functools import lru_cache
from itertools import pairwise

from ...items import Item
from ...ladder.readings import Reading, heads, read
from ...schemas import Part, RejectionReason, Strength
from ...words.lexicon import tokens_of, words_in
from ...words.rungs import firm, height
from ...words.stems import families_of, shared, stems_of
from ..dialogue.answers import acceptance, assents
from ..fields import Report, Text, is_subject, texts
from ..grounds import Borne, Grounds
from ..polarity.denial import denies
from ..polarity.stopping import stopped
from ..proper import shares_name
from ..words import listed
from .borne import borne_by
from .undecided import deferred, put_off, tells_refusal
from .verdicts import decided_by

_MOST = 0.6  # share of a line's content words from which a summary tells it again
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_SAID_YES = re.compile(r"sa(?:y|ys|id|ying) (?:yes|okay|ok)\b", re.IGNORECASE)
_BINDING = re.compile(r"\s*(?:\w+ly )?(?:to|that|on|upon)\b")
_HELD_DOWN = re.compile(r"\b(?:principle|tentativ|provision|prelimin|consensus|understanding)", re.IGNORECASE)
_TELLING = 3  # content words of a sentence that tells something
_OUTRIGHT = 0.75  # of them that a line holds of which the sentence tells
_FEARED = re.compile(
    r"\b(?:threat(?:en\w*|s?) to|(?:warn|advis|caution)\w* against|feare?(?:d|s)? that|would have liked|droh(?:t|te|en|ten)|warn(?:t|te|en|ten) (?:davor|vor)"
    r"|befürchte\w*|(?:hätten?|würden?) (?:gern|lieber)\w*|menac\w+ de|crai(?:nt|gnent|gnait) qu|met en garde contre|aurait (?:aimé|voulu)"
    r"|amenaz\w+ con|tem(?:e|en|ía|ió) que|hubiera querido|minacci\w+ di|tem(?:e|ono|eva) che|avrebbe voluto)",
    re.IGNORECASE,
)
"""Words by which what follows is threatened, feared or wished, and not said to come."""
_THAT = re.compile(r"\b(?:that|dass|que|che)\b")
_PAIR = 2
_POINTS = re.compile(
    r"\b(?:it|this|these|them|those|such|same|proposals?|motions?|amendments?|suggestions?|requests?|recommendations?|drafts?"
    r"|dies\w*|ihn|sie|es|Antrag\w*|Vorschl\w*|Entwurf)\b",
    re.IGNORECASE,
)
"""Words by which a sentence that agrees may point back to another."""
_WILL = ("will", "'ll", "shall", "wird", "werden")
_IS_TO = re.compile(r"\b(?:is|are|was|were) to\b")
_NOTHING_DECIDES = "The quoted words hold nothing by which it was decided."
_PASSED = re.compile(
    r"\b(?:passed|carried|prevailed)\b(?=\s*(?:[.,;(]|$|\d|by \w+ (?:votes|to)\b|unanimously|narrowly))", re.IGNORECASE
)
"""How a summary tells that a vote was won: "The budget passed 5-4"."""
_I_AGREE = re.compile(r"\bI (?:\w+ )?agree\b")
_BEFORE = 6  # words that an explanation shows before those that bear it
LEAST = {"commitments": Strength.INTENDS, "decisions": Strength.INTENDS}
"""The rung at which an item of such a list starts."""


def quoted(reading: Reading) -> str:
    """The words of a reading, as an explanation shows them."""
    return f'"{reading.words}"'


def _turns(grounds: Grounds, language: str | None) -> bool:
    """Whether the quoted lines negate something, or stop it: who stops financing will no longer finance."""
    return denies(grounds.whole, language) or (language == "en" and bool(stopped(grounds.whole)))


def check_statements(item: Item, reading: Reading, grounds: Grounds, report: Report) -> None:
    """A text that says "agreed" where the words only say "discussed", or the other way round about."""
    borne, language = reading.strength, grounds.index.language
    for text in texts(item, Part.CLAIM):
        own = read(text.value, language).strength
        negative = denies(text.value, language) or tells_refusal(text.value, language or "")
        if borne is Strength.DENIED and own is None and item.kind in LEAST and not negative:
            report.against(text, "negation", f"The words {quoted(reading)} deny it.", RejectionReason.CONTRADICTED)
            continue
        if borne is None or own is None:
            if item.kind in LEAST and borne is None and language == "en" and deferred(text.value, grounds.quoted):
                report.note("strength", "agrees")
            elif item.kind in LEAST and borne is None:
                # Other languages have more words for it than are listed here.
                words = put_off(text.value, grounds.whole, language or "")
                doubt = f'The quoted words say "{words}".' if words else ""
                report.note("strength", "absent", _NOTHING_DECIDES if language == "en" else doubt)
            elif item.kind in LEAST:
                held = borne is Strength.AGREED_IN_PRINCIPLE and _HELD_DOWN.search(text.value) is None
                doubt = f"The words {quoted(reading)} support no more than that." if held and language == "en" else ""
                report.note("strength", "absent" if doubt else "agrees", doubt)
            continue
        if borne is Strength.DENIED and not negative and own is not Strength.DENIED:
            report.against(text, "negation", f"The words {quoted(reading)} deny it.", RejectionReason.CONTRADICTED)
        elif own is Strength.DENIED and firm(borne) and not _turns(grounds, language):
            report.against(
                text,
                "negation",
                f"The claim denies what the words {quoted(reading)} affirm.",
                RejectionReason.CONTRADICTED,
            )
        elif height(own) > height(Strength.INTENDS) and borne.rung is not None and not firm(borne):
            told = read(text.value, language).words or ""
            report.against(text, "strength", _no_more(reading, told, grounds), RejectionReason.CONTRADICTED)
        else:
            joined = _of_two_sentences(text.value, read(text.value, language), grounds) if item.kind in LEAST else None
            doubt = f'What was agreed stands apart from "{joined}".' if joined else ""
            report.note("strength", "absent" if doubt else "agrees", doubt)


def check_summaries(item: Item, grounds: Grounds, report: Report) -> None:
    """What is told of a subject may not be firmer than its words, nor leave out the doubt with which they put it."""
    for text in list(texts(item, Part.CLAIM)) if is_subject(item) else ():
        if text.optional:
            _overstated(text, grounds, report)
            _told_outright(text, grounds, report)
    _unhedged(item, grounds, report)


def _overstated(text: Text, grounds: Grounds, report: Report) -> None:
    """A sentence that says "agreed" of what the quoted words only explored, or refused."""
    language = grounds.index.language
    for sentence in _SENTENCE.split(text.value):
        reading = _told(sentence, language)
        own = reading.strength
        refuses = own is Strength.DENIED and not _turns(grounds, language)
        if not refuses and (not firm(own) or height(own) <= height(Strength.INTENDS) or denies(sentence, language)):
            continue
        borne, line = _bears(sentence, grounds)
        if firm(borne.strength) and stems_of(borne.words or "") & stems_of(reading.words or ""):
            # "agreed" itself is no matter that was agreed
            borne, line = _bears(sentence[: reading.start] + sentence[reading.end or 0 :], grounds)
        if refuses:
            if height(borne.strength) > height(Strength.INTENDS):
                explanation = f"The claim denies what the words {quoted(borne)} affirm."
                report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
            continue
        if line is not None and line.quoted.rstrip().endswith("?"):
            continue  # what is only asked is doubted elsewhere
        if _echoed(sentence, reading, grounds):
            continue
        if firm(borne.strength) and (joined := _of_two_sentences(sentence, reading, grounds)) is not None:
            report.note("strength", "absent", f'What was agreed stands apart from "{joined}".')
            return
        if firm(borne.strength) or not borne.words or acceptance(sentence, grounds.lines, language or ""):
            continue
        hanging = borne.condition if borne.strength is Strength.CONDITIONAL else None
        if hanging is not None and shared(stems_of(hanging), stems_of(sentence)):
            continue  # "with two corrections" of "subject to two corrections"
        explanation = _no_more(borne, reading.words or "", grounds)
        if hanging is not None:
            explanation = f'The words make it depend on a condition: "{hanging}".'
        report.against(text, "strength", explanation, RejectionReason.CONTRADICTED)
        return


def _told(sentence: str, language: str | None) -> Reading:
    """What a sentence of a summary says, also where it tells how a vote went: "The budget passed 5-4"."""
    reading = read(sentence, language)
    passed = _PASSED.search(sentence) if reading.strength is None and language == "en" else None
    return reading if passed is None else Reading(Strength.AGREED, passed[0], *passed.span())


def _of_two_sentences(sentence: str, told: Reading, grounds: Grounds) -> str | None:
    """The words of another quoted line that a sentence tells as agreed, where the line that agrees has a matter of its own:
    "agreed that fog was the cause" of "She named fog as the cause. They agreed to leave it to a panel"."""
    if grounds.index.language not in ("en", "de"):
        return None  # "La junta no lo renovará": its pronouns are also articles
    matter = stems_of(sentence[told.end or 0 :])
    held = {line: shared(matter, stems_of(line.quoted)) for line in grounds.merged}
    if len(matter) < _TELLING or len(held) < _PAIR:
        return None
    most = max(held, key=lambda line: len(held[line]))
    if 2 * len(held[most]) < len(matter) or any(firm(one.strength) for one in heads(most.text, grounds.index.language)):
        return None
    for line in held:
        for one in heads(line.text, grounds.index.language) if line is not most else ():
            behind = line.text[one.end or 0 :]
            own = stems_of(behind) - matter
            if firm(one.strength) and (
                len(own) < _TELLING or _POINTS.search(line.text) or len(held[line]) >= len(held[most])
            ):
                return None
    return " ".join(most.quoted.split()[:_BEFORE])


@lru_cache(maxsize=256)
def _feared(text: str) -> re.Match[str] | None:
    return _FEARED.search(text)


@lru_cache(maxsize=256)
def _is_open(text: str, language: str) -> bool:
    """Whether a line proposes something, or has a condition."""
    read_in = heads(text, language)
    return any(one.strength is Strength.PROPOSED or (one.condition and not firm(one.strength)) for one in read_in)


def _told_outright(text: Text, grounds: Grounds, report: Report) -> None:
    """A sentence that tells as so, or as to come, what the quoted words hope, ask for or suppose: "will pass" of "hoped it
    would pass"."""
    language = grounds.index.language or ""
    feared = [(line, found) for line in grounds.merged if (found := _feared(line.quoted)) is not None]
    if not feared and not any(_is_open(line.text, language) for line in grounds.merged):
        return
    for sentence in _SENTENCE.split(text.value):
        stems, own = stems_of(sentence), read(sentence, language)
        foretold = own.strength is Strength.MENTIONED and own.words in _WILL  # of a thing, which binds nobody
        outright = (own.strength in (None, Strength.INTENDS) or foretold) and own.condition is None
        told = {one.word for one in tokens_of(sentence, language) if not (one.capital and one.start)}  # not "in May"
        held = bool(told & (listed("hedging") | listed("open") | listed("nouns_with_to"))) or _IS_TO.search(sentence)
        if len(stems) < _TELLING or not outright or held or denies(sentence, language):
            continue
        for one, found in feared if _FEARED.search(sentence) is None else ():
            behind = shared(stems, stems_of(one.quoted[found.end() :]))
            if _OUTRIGHT * len(stems) <= len(shared(stems, stems_of(one.quoted))) <= 2 * len(behind):
                report.note("strength", "absent", f'The words "{found[0]}" support no more than that.')
        borne, line = _bears(sentence, grounds)
        if line is None or len(shared(stems, stems_of(line.quoted))) < _OUTRIGHT * len(stems):
            continue
        if borne.condition is not None and not firm(borne.strength):
            hanging = stems_of(borne.condition)
            if 2 * len(shared(hanging, stems)) < len(hanging):
                report.note("condition", "absent", f'The words make it depend on a condition: "{borne.condition}".')
        elif borne.strength is Strength.PROPOSED and not acceptance(sentence, grounds.lines, language):
            doubtful = (borne.words or "").lower() in listed("hedging")  # also of what stands before it
            head = _THAT.split(sentence, maxsplit=1)[0] if _THAT.search(sentence) and not doubtful else ""
            its_own = shared(stems_of(head), stems_of(line.text[: borne.start]))  # "Ann trusts that" of Ann
            if its_own or families_of(borne.words or "") & families_of(sentence):
                continue  # "at the demand of the police"
            governed = line.text[0 if doubtful else borne.end or 0 :].split(";")[0]
            if 2 * len(shared(stems, stems_of(governed))) >= len(stems):
                report.note("strength", "absent", _no_more(borne, "", grounds))


def _no_more(borne: Reading, told: str, grounds: Grounds) -> str:
    """Why words do not bear what is told. Where they are the very words that tell it, what stands before them says so."""
    language, words = grounds.index.language, borne.words or ""
    if denies(words, language):
        return f"The words {quoted(borne)} deny it."
    if borne.start is not None and stems_of(words) & stems_of(told):
        line = next((one for one in grounds.lines if one.text[borne.start : borne.end] == words), None)
        before = line.text[: borne.start].split()[-_BEFORE:] if line is not None else []
        words = " ".join([*before, words])
    return f'The words "{words}" support no more than that.'


def _bears(matter: str, grounds: Grounds) -> Borne:
    return decided_by(matter, grounds, borne_by(matter, grounds, strongest=True))


def _echoed(sentence: str, told: Reading, grounds: Grounds) -> bool:
    """Whether a sentence tells of no more than what somebody says: "Hudson said yes" of "Yes, let's", "Ann agrees" of
    "I agree". That the others do is not said."""
    behind = sentence[told.end or 0 :]
    if told.words and _SAID_YES.match(told.words):
        return any(assents(line, grounds.index.language or "") for line in grounds.lines)
    if told.words not in ("agrees", "agreed") or _BINDING.match(behind):
        return False
    agreeing = [line for line in grounds.lines if _I_AGREE.search(line.quoted)]
    who = sentence[: told.start].split(",")[-1]
    # "The council agreed" is more than one member's "I agree".
    return any(told.words == "agrees" or shares_name(who, f"{line.speaker} {line.quoted}") for line in agreeing)


def _unhedged(item: Item, grounds: Grounds, report: Report) -> None:
    """A summary that says outright what its line puts with a doubt: "will take two weeks" for "will probably take"."""
    language = grounds.index.language
    for text in texts(item, Part.CLAIM) if is_subject(item) else ():
        told = set(words_in(text.value, language or ""))
        if not text.optional or told & (listed("hedging") | listed("open")):
            continue
        for line in grounds.lines:
            tokens = tokens_of(line.quoted, language or "")
            able = {one.start for one, then in pairwise(tokens) if one.word == "could" and then.word in ("not", "n't")}
            hedges = (one for one in tokens if one.word in listed("hedging") and one.start not in able)
            doubt = next((one.word for one in hedges if not one.capital), None)
            stems = stems_of(line.quoted) - stems_of(doubt or "")
            if doubt is not None and len(shared(stems, stems_of(text.value))) >= _MOST * len(stems):
                report.note("strength", "absent", f'The quoted words say "{doubt}".')
