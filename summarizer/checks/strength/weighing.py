"""What the quoted words bear for a claim, weighed in steps: each may put another reading in the place of the one before."""

import re
from collections.abc import Callable, Iterator

from ...items import Item
from ...ladder.readings import Reading, heads, read, triggers
from ...schemas import Part, Strength
from ...words.lexicon import lexicon, tokens_of, words_in
from ...words.rungs import firm, height
from ...words.stems import content_words, families_of, stems_of
from ..content.joined_acts import decided_in_its_clause
from ..dialogue.answers import acceptance, offer_taken, offered, under_a_signed_paper, word_given
from ..dialogue.consent import consented
from ..dialogue.orders import imperative
from ..dialogue.plus_ones import voted
from ..dialogue.refusals import kept, refusal, refused_in_the_quote
from ..fields import of_kind, rung_of, said_of, texts
from ..grounds import Borne, Grounds, Line
from ..modality.done_already import done_already
from ..polarity.denial import denied_there, denies, negated
from ..words import listed
from .borne import borne_by
from .claimed import Claimed, is_weak
from .headed import under_a_heading, under_a_label, under_discussion
from .lowering import is_decided
from .notes import task_note
from .statements import LEAST
from .verdicts import decided_by

_OFFERS = (
    "could",
    "könnte",
    "pourrai",
    "potrebb",
    "podría",
    "bietet",
    "bot ",
    "si offr",
    "s'offr",
    "se ofrec",
    "ofrec",
)
_RECOMMENDING = ("recom", "empf", "raccomand")
_RESOLVED_TO = re.compile(r"\b(?:resolve|agree|decide|vote)[sd]*, [^,;.]{2,60}, to \Z", re.IGNORECASE)


def weighed(item: Item, grounds: Grounds, language: str) -> Borne:
    """The reading by which a claim is judged, and its line: of the quoted words, or of what stands over them."""
    claim = Claimed(item, grounds, language, said_of(item), rung_of(item))
    has_rung = of_kind(item, Strength) is not None
    borne = borne_by(claim.said, grounds, strongest=item.kind not in LEAST and has_rung and claim.is_subject)
    for step in _STEPS:
        borne = step(claim, borne) or borne
    return borne


def _taken_up_later(claim: Claimed, borne: Borne) -> Borne | None:
    """What a question leaves open says nothing where a later line takes up its act: "Should we keep the list?" "We keep it." """
    line = borne.line
    if not claim.is_decision or line is None or not is_weak(borne.reading) or not _asks(line):
        return None
    deed = {word.stem for word in content_words(claim.said)[:1]}
    later = [other for other in claim.lines if other.number > line.number and not _asks(other)]
    told = [other for other in later if deed & stems_of(other.quoted)]
    return Borne(Reading(None), line) if any(not denies(one.quoted, claim.language) for one in told) else None


def _decided_elsewhere(claim: Claimed, borne: Borne) -> Borne | None:
    """Another sentence than the one that names a matter decides it, or a later clause."""
    is_open = claim.is_subject and height(borne.reading.strength) <= height(Strength.INTENDS)
    return decided_by(claim.said, claim.grounds, borne) if claim.is_decision or is_open else None


def _refused_elsewhere(claim: Claimed, borne: Borne) -> Borne | None:
    """Another clause refuses what a decision is told of."""
    if not claim.is_decision or not is_weak(borne.reading):
        return None
    return refusal(claim.said, borne.reading, claim.lines, claim.language)


def _in_its_clause(claim: Claimed, borne: Borne) -> Borne | None:
    """Its own clause decides it, where the one joined to it only discusses something else."""
    if not claim.is_decision or borne.line is None or not is_weak(borne.reading):
        return None
    own = decided_in_its_clause(claim.said, borne.line.text, claim.language)
    return Borne(own, borne.line) if own is not None else None


def _by_consent(claim: Claimed, borne: Borne) -> Borne | None:
    """A chair asks for consent, or for objections, and says what the answer is."""
    asked = claim.language == "en" and (claim.is_decision or claim.is_subject)
    return consented(claim.said, claim.lines) if asked else None


def _by_plus_ones(claim: Claimed, borne: Borne) -> Borne | None:
    """What was proposed is voted for in the lines below it: "+1"."""
    return voted(claim.said, claim.grounds) if claim.language == "en" and claim.is_decision else None


def _decided_to(claim: Claimed, borne: Borne) -> Borne | None:
    """What is decided is the weak act itself: "resolved to propose it to the assembly", "the committee recommends"."""
    line, reading = borne.line, borne.reading
    if not claim.is_decision or line is None or reading.start is None or not is_weak(reading):
        return None
    told = [words_in(one, claim.language) for one in (reading.words or "", claim.said)]
    recommends = all(any(word.startswith(_RECOMMENDING) for word in words) for words in told)
    if not (recommends or families_of(reading.words or "") <= families_of(claim.said)):
        return None
    before, whole = line.text[: reading.start], read(line.text, claim.language)
    governs = whole.start is not None and whole.start < reading.start and whole.strength is Strength.AGREED
    if governs:
        return Borne(whole, line)
    recommends = recommends and not listed("gatherings").isdisjoint(words_in(before, claim.language))
    resolved = _RESOLVED_TO.search(before) if claim.language == "en" else None
    return Borne(reading._replace(strength=Strength.AGREED), line) if recommends or resolved else None


def _with_its_decision(claim: Claimed, borne: Borne) -> Borne | None:
    """A subject is as firm as the decision that is nested in it."""
    if not is_weak(borne.reading) or not is_decided(claim.item, by_its_words=True):
        return None
    return borne._replace(reading=borne.reading._replace(strength=Strength.AGREED))


def _refused_beside(claim: Claimed, borne: Borne) -> Borne | None:
    """What the claim is to remove is kept, or what binds stands beside the quote, which refuses."""
    if claim.rung is None or not claim.rung.binds:
        return None
    stays = kept(claim.said, claim.lines) if claim.language == "en" else None
    return stays or refused_in_the_quote(claim.said, borne.reading, borne.line, claim.language)


def _binding_not_to(claim: Claimed, borne: Borne) -> Borne | None:
    """The words bind not to do it: "agreed that it will not be closed"."""
    reading, line, rung = *borne, claim.rung
    if rung is None or not rung.binds or rung in (Strength.DENIED, Strength.CONDITIONAL):
        return None
    if line is None or not firm(reading.strength) or not denied_there(claim.said, line.quoted, claim.language):
        return None
    return Borne(reading._replace(strength=Strength.DENIED), line)


def _settled(claim: Claimed, borne: Borne) -> Borne | None:
    """Another quoted clause refuses, accepts or vouches for what this one only names."""
    (reading, line), rung, said, language = borne, claim.rung, claim.said, claim.language
    if rung is None or rung is reading.strength or not rung.binds:
        return None
    if rung is Strength.DENIED and reading.strength is Strength.CONDITIONAL and denies(reading.words or "", language):
        return None  # "won't ..., unless" refuses already, and its condition is part of it
    if rung is Strength.DENIED:
        refused = refusal(said, reading, claim.lines, language) or _taken_back(claim)
        return refused or (_refused_last(claim) if claim.is_subject else None)
    if height(rung) <= height(reading.strength):
        return None
    if height(rung) > height(Strength.INTENDS) or reading.strength is Strength.DENIED:
        found = word_given(said, reading, line, claim.lines, language)
        found = found or offer_taken(reading, line, claim.lines, language) or acceptance(said, claim.lines, language)
        if rung is Strength.SIGNED:
            found = under_a_signed_paper(reading, line, claim.lines, language) or found
        if found is None and rung is Strength.CONDITIONAL:
            offers = offered(said, claim.lines, language), *map(_could_if, _read_in(claim, borne))
            found = next(filter(None, offers), None)
        if found is not None and height(found.reading.strength) > height(reading.strength):
            return found
    # In English what binds a party has a word for it; elsewhere the present tells of what is to come as well.
    is_task = claim.item.kind == "follow_ups" or language != "en"
    return task_note(claim.item, said, reading, claim.grounds) if is_task else None


def _read_in(claim: Claimed, borne: Borne) -> Iterator[Borne]:
    """What bears a claim; of a subject also what its other lines bear."""
    yield borne
    for line in claim.lines if claim.is_subject else ():
        yield from (Borne(one, line) for one in heads(line.text, claim.language))


def _could_if(borne: Borne) -> Borne | None:
    """What somebody says they could do if something holds, which is an offer: "could match 9,000 euros if the rest is found"."""
    reading = borne.reading
    offers = (reading.words or "").lower().startswith(_OFFERS) and reading.condition is not None
    return borne._replace(reading=reading._replace(strength=Strength.CONDITIONAL)) if offers else None


def _taken_back(claim: Claimed) -> Borne | None:
    """The quoted line that refuses what another one names: "I was going to write to him", "so I won't write after all"."""
    deeds = {word.stem for word in content_words(claim.said)[:1]} | negated(claim.said, claim.language)[0]
    for line in claim.grounds.lines:
        if deeds & negated(line.quoted, claim.language)[0]:
            for one in triggers(line.quoted, claim.language):
                if one.strength is Strength.DENIED or one.negated:
                    before = line.span[0]
                    return Borne(Reading(Strength.DENIED, one.words, before + one.start, before + one.end), line)
    return None


def _refused_last(claim: Claimed) -> Borne | None:
    """The last quoted line that refuses: a subject may be closed by an answer that does not name it."""
    for line in reversed(claim.grounds.lines):
        reading = read(line.quoted, claim.language)
        if reading.strength is Strength.DENIED:
            before = line.span[0]
            return Borne(reading._replace(start=before + (reading.start or 0), end=before + (reading.end or 0)), line)
    return None


def _of_the_past(claim: Claimed, borne: Borne) -> Borne | None:
    """A line that tells of the past, in whose words nothing binds: "avait financé le pont"."""
    line, words = borne.line, lexicon(claim.language)
    if borne.reading.strength is not None or line is None or claim.language == "en" or len(claim.lines) != 1:
        return None
    for token in tokens_of(line.text, claim.language):
        if words.has("pluperfect", token.word) and line.span[0] <= token.start < line.span[1]:
            return Borne(Reading(Strength.MENTIONED, line.text[token.start : token.end], token.start, token.end), line)
    return None


def _done_already(claim: Claimed, borne: Borne) -> Borne | None:
    """A line that tells the deed as done, in whose words nothing binds: "a résilié le contrat"."""
    line = borne.line
    if borne.reading.strength is not None or line is None or len(claim.lines) != 1 or claim.is_subject:
        return None
    deed = next((text.value for text in texts(claim.item, Part.CLAIM)), "")
    done = done_already(deed, line, claim.language) if claim.rung is not None else None
    return Borne(done, line) if done is not None else None


def _ordered(claim: Claimed, borne: Borne) -> Borne | None:
    """A step that its line gives as an order, without a word that binds."""
    line = borne.line
    if borne.reading.strength is not None or line is None or claim.language != "en" or claim.item.kind != "follow_ups":
        return None
    asked = imperative(claim.said, line)
    return Borne(Reading(Strength.PROPOSED, asked), line) if asked is not None else None


def _asks(line: Line) -> bool:
    return line.quoted.rstrip().endswith("?")


_STEPS: tuple[Callable[[Claimed, Borne], Borne | None], ...] = (
    _taken_up_later,
    _decided_elsewhere,
    _refused_elsewhere,
    _decided_to,
    _in_its_clause,
    _by_consent,
    _by_plus_ones,
    under_a_label,
    under_a_heading,
    under_discussion,
    _with_its_decision,
    _refused_beside,
    _binding_not_to,
    _settled,
    _of_the_past,
    _done_already,
    _ordered,
)
"""From what the words say to what another line makes of it; each is given what the ones before it found."""
