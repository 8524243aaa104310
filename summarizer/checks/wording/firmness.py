"""How firmly a claim is put, held against the ladder: the checks `strength` and `condition`."""

from ...items import Item
from ...ladder.readings import Reading, read, triggers
from ...ladder.sentences import LANGUAGES
from ...language_codes import language_name
from ...lexicon import lexicon, tokens_of
from ...rungs import firm, height
from ...schemas import Strength
from ...stems import content_words, stems_of
from ..fields import Report, is_subject, of_kind, rung_of, said_of
from ..grounds import Borne, Grounds, Line
from .answers import acceptance, offer_taken, offered, under_a_signed_paper, word_given
from .borne import borne_by
from .conditions import check_condition
from .conditions_behind import with_condition_behind
from .cue_checks import check_asked, check_cues
from .cues import has_cues
from .denial import denied_there, denies, negated
from .lowering import check_outcome, is_decided, lower, refuse_too_weak
from .notes import is_order, task_note
from .orders import imperative
from .refusals import kept, refusal, refused_in_the_quote
from .statements import LEAST, check_statements, check_summaries
from .verdicts import decided_by, labelled

_COULD = ("could", "könnte", "pourrai", "potrebb", "podría")


def check_firmness(item: Item, grounds: Grounds, report: Report) -> Borne:
    """Lower the strength to what the words bear, deny where they deny, and see that no condition is dropped."""
    language = grounds.index.language
    field = of_kind(item, Strength)
    if language not in LANGUAGES:
        if has_cues(language):
            check_cues(item, grounds, report)
        else:
            _unread(language, report)
        return Borne(Reading(None), None)
    said = said_of(item)
    claimed = rung_of(item)
    reading, line = _borne(item, claimed, said, grounds)
    reading = with_condition_behind(reading, line, grounds)
    if language != "en":
        check_asked(item, grounds, report)
    if language != "en" and reading.strength is None and has_cues(language) and claimed is not None:
        check_cues(item, grounds, report)
    elif field and claimed is not None:
        lower(item, field, claimed, reading, said, language, report)
    elif field is None:
        check_statements(item, reading, grounds, report)
    check_summaries(item, grounds, report)
    check_outcome(item, reading, report)
    check_condition(item, reading, grounds, report)
    refuse_too_weak(item, field, reading, report)
    return Borne(reading, line)


def _borne(item: Item, claimed: Strength | None, said: str, grounds: Grounds) -> Borne:
    """The reading by which the claim is judged, and its line: of the quoted words, or of what stands over them."""
    language, subject = grounds.index.language, is_subject(item)
    has_rung = of_kind(item, Strength) is not None
    reading, line = borne_by(said, grounds, strongest=item.kind not in LEAST and has_rung and subject)
    if item.kind == "decisions" and line is not None and _is_weak(reading) and _answered(said, line, grounds):
        reading = Reading(None)
    if item.kind == "decisions" or (subject and height(reading.strength) <= height(Strength.INTENDS)):
        reading, line = decided_by(said, grounds, Borne(reading, line))
    if item.kind == "decisions" and language is not None and _is_weak(reading):
        reading, line = refusal(said, reading, grounds.merged, language) or (reading, line)
    if line is not None and language == "en" and _may_be_labelled(item, claimed, reading):
        reading = labelled(line) or reading
    ordered = item.kind == "follow_ups" and line is not None and is_order(said, reading, line)
    # "Review of the roads" over a list is no word on what stands in it: it makes no decision of its items, nor unmakes one.
    telling = grounds.listed_under.strength is not None and (
        item.kind not in LEAST or not _is_weak(grounds.listed_under)
    )
    if (reading.strength is None or ordered) and telling:
        reading = grounds.listed_under._replace(start=None, end=None, condition=None)
    if reading.strength is None and subject and (heading := grounds.under_discussion) is not None:
        reading = Reading(Strength.DISCUSSED, heading)
    if is_decided(item, by_its_words=True) and _is_weak(reading):
        reading = reading._replace(strength=Strength.AGREED)
    if claimed is not None and claimed.binds and language is not None:
        stays = kept(said, grounds.merged) if language == "en" else None
        reading, line = stays or refused_in_the_quote(said, reading, line, language) or (reading, line)
        if (
            claimed not in (Strength.DENIED, Strength.CONDITIONAL)
            and line is not None
            and firm(reading.strength)
            and denied_there(said, line.quoted, language)
        ):
            reading = reading._replace(strength=Strength.DENIED)  # "agreed that it will not be closed"
    if claimed is not None and claimed != reading.strength:
        reading, line = _settled(item, claimed, said, Borne(reading, line), grounds) or (reading, line)
    if reading.strength is not None or line is None or language is None:
        return Borne(reading, line)
    if language != "en":
        alone = len(grounds.merged) == 1
        return Borne((_of_the_past(line, language) if alone else None) or reading, line)
    asked = imperative(said, line) if item.kind == "follow_ups" else None
    return Borne(reading if asked is None else Reading(Strength.PROPOSED, asked), line)


def _answered(said: str, line: Line, grounds: Grounds) -> bool:
    """Whether a line is a question, and a later one takes up its act: "Should we keep the list?" "We keep it." What the
    question leaves open says nothing then."""
    deed = {word.stem for word in content_words(said)[:1]}
    later = [other for other in grounds.merged if other.number > line.number]
    told = [other for other in later if not other.quoted.rstrip().endswith("?") and deed & stems_of(other.quoted)]
    return line.quoted.rstrip().endswith("?") and any(not denies(one.quoted, grounds.index.language) for one in told)


def _is_weak(reading: Reading) -> bool:
    """Whether words bear less than an agreement, and neither a refusal nor a condition."""
    beside_the_ladder = reading.strength in (Strength.DENIED, Strength.CONDITIONAL)
    return not beside_the_ladder and height(reading.strength) < height(Strength.AGREED)


def _may_be_labelled(item: Item, claimed: Strength | None, reading: Reading) -> bool:
    """Whether a label before the line may say more of it than its words do: that a refusal was resolved, or an offer."""
    if reading.strength is Strength.DENIED:
        return is_subject(item) and claimed != Strength.DENIED
    return _is_weak(reading) and (item.kind == "decisions" or is_subject(item))


def _unread(language: str | None, report: Report) -> None:
    """Say that nothing here knows the words by which the language of the source denies, asks or binds."""
    report.note("negation", "unchecked")
    report.note("strength", "unchecked")
    why = (
        "the language of the text is not known"
        if language is None
        else f"there is no word list for {language_name(language)}"
    )
    report.doubts.append(f"Whether the words deny, ask or promise was not checked: {why}.")


def _settled(
    item: Item, claimed: Strength, said: str, borne: Borne, grounds: Grounds
) -> tuple[Reading, Line | None] | None:
    """What another quoted clause makes of the claim: it refuses, accepts or vouches for what this one only names."""
    (reading, line), lines, language = borne, grounds.merged, grounds.index.language
    if language is None or not claimed.binds:
        return None
    if (
        claimed is Strength.DENIED
        and reading.strength is Strength.CONDITIONAL
        and denies(reading.words or "", language)
    ):
        return None  # "won't ..., unless" refuses already, and its condition is part of it
    if claimed is Strength.DENIED:
        refused = refusal(said, reading, lines, language) or _taken_back(said, grounds, language)
        return refused or (_refused(grounds, language) if is_subject(item) else None)
    if height(claimed) <= height(reading.strength):
        return None
    if height(claimed) > height(Strength.INTENDS) or reading.strength is Strength.DENIED:
        found = word_given(said, reading, line, lines, language) or offer_taken(reading, line, lines, language)
        found = found or acceptance(said, lines, language)
        if claimed is Strength.SIGNED:
            found = under_a_signed_paper(reading, line, lines, language) or found
        if found is None and claimed is Strength.CONDITIONAL:
            found = offered(said, lines, language) or _could_if(reading, line)
        if found is not None and height(found.reading.strength) > height(reading.strength):
            return found
    # In English what binds a party has a word for it; elsewhere the present tells of what is to come as well.
    return task_note(item, said, reading, grounds) if item.kind == "follow_ups" or language != "en" else None


def _could_if(reading: Reading, line: Line | None) -> Borne | None:
    """What somebody says they could do if something holds, which is an offer: "could match 9,000 euros if the rest is found"."""
    offers = (reading.words or "").lower().startswith(_COULD) and reading.condition is not None
    return Borne(reading._replace(strength=Strength.CONDITIONAL), line) if offers else None


def _taken_back(said: str, grounds: Grounds, language: str | None) -> tuple[Reading, Line] | None:
    """The quoted line that refuses what another one names: "I was going to write to him", "so I won't write after all"."""
    if language is None:
        return None
    deeds = {word.stem for word in content_words(said)[:1]} | negated(said, language)[0]
    for line in grounds.lines:
        if deeds & negated(line.quoted, language)[0]:
            for one in triggers(line.quoted, language):
                if one.strength is Strength.DENIED or one.negated:
                    before = line.span[0]
                    return Reading(Strength.DENIED, one.words, before + one.start, before + one.end), line
    return None


def _of_the_past(line: Line, language: str) -> Reading | None:
    """What a line tells of the past, in whose words nothing binds: "avait financé le pont"."""
    words = lexicon(language)
    for token in tokens_of(line.text, language):
        if words.has("pluperfect", token.word) and line.span[0] <= token.start < line.span[1]:
            return Reading(Strength.MENTIONED, line.text[token.start : token.end], token.start, token.end)
    return None


def _refused(grounds: Grounds, language: str | None) -> tuple[Reading, Line] | None:
    """The last quoted line that refuses: a subject may be closed by an answer that does not name it."""
    for line in reversed(grounds.lines):
        reading = read(line.quoted, language)
        if reading.strength is Strength.DENIED:
            before = line.span[0]
            return reading._replace(start=before + (reading.start or 0), end=before + (reading.end or 0)), line
    return None
