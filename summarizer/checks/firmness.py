"""How firmly a claim is put, held against the ladder: the checks `strength` and `condition`."""

from ..items import Item
from ..ladder.readings import Reading, read, triggers
from ..ladder.sentences import LANGUAGES
from ..language_codes import language_name
from ..lexicon import lexicon, tokens_of
from ..rungs import firm, height, weaker
from ..schemas import Outcome, Part, RejectionReason, Strength
from ..stems import content_words, shared, stems_of
from .answers import acceptance, offered, refusal, under_a_signed_paper, word_given
from .borne import Borne, borne_by, merged
from .cue_checks import check_asked, check_cues
from .cues import has_cues
from .denial import denies, negated, opens_negated
from .fields import Report, Role, is_subject, of_kind, roles, texts
from .grounds import Grounds, Line
from .notes import imperative, is_order, task_note
from .statements import LEAST, check_statements, check_summaries, quoted
from .verdicts import decided_by, labelled


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
    said = " ".join(text.value for text in texts(item, Part.CLAIM))
    reading, line = borne_by(said, grounds, strongest=item.kind not in LEAST and field is not None and is_subject(item))
    if item.kind == "decisions" or (is_subject(item) and height(reading.strength) <= height(Strength.INTENDS)):
        reading, line = decided_by(said, grounds, Borne(reading, line))
    claimed = item.values.get(field) if field else None
    if line is not None and language == "en" and _may_be_labelled(item, claimed, reading):
        reading = labelled(line) or reading
    ordered = item.kind == "follow_ups" and line is not None and is_order(said, reading, line)
    if (reading.strength is None or ordered) and grounds.listed_under.strength is not None:
        reading = grounds.listed_under._replace(start=None, end=None, condition=None)
    beside_the_ladder = reading.strength in (Strength.DENIED, Strength.CONDITIONAL)
    if (
        _is_decided(item, by_its_words=True)
        and not beside_the_ladder
        and height(reading.strength) < height(Strength.AGREED)
    ):
        reading = reading._replace(strength=Strength.AGREED)
    if claimed is not None and claimed != reading.strength:
        reading, line = _settled(item, Strength(claimed), said, Borne(reading, line), grounds) or (reading, line)
    if reading.strength is None and line is not None and language != "en" and len(merged(grounds.lines)) == 1:
        reading = _of_the_past(line, language) or reading
    unread = language != "en" and reading.strength is None
    if language != "en":
        check_asked(item, grounds, report)
    if unread and has_cues(language) and claimed is not None:
        check_cues(item, grounds, report)
    elif field and claimed is not None:
        if reading.strength is None and item.kind == "follow_ups" and language == "en" and line is not None:
            asked = imperative(said, line)
            reading = reading if asked is None else Reading(Strength.PROPOSED, asked)
        _lower(item, field, Strength(claimed), reading, said, language, report)
    elif field is None:
        check_statements(item, reading, grounds, report)
    check_summaries(item, grounds, report)
    _outcome(item, reading, report)
    _condition(item, reading, grounds, report)
    _too_weak(item, field, reading, report)
    return Borne(reading, line)


def _may_be_labelled(item: Item, claimed: Strength | None, reading: Reading) -> bool:
    """Whether a label before the line may say more of it than its words do: that a refusal was resolved, or an offer."""
    if reading.strength is Strength.DENIED:
        return is_subject(item) and claimed != Strength.DENIED
    weak = reading.strength is not Strength.CONDITIONAL and height(reading.strength) < height(Strength.AGREED)
    return weak and (item.kind == "decisions" or is_subject(item))


def _is_decided(item: Item, *, by_its_words: bool = False) -> bool:
    """Whether a decision is nested in it that stands; `by_its_words`: one whose words say that it was decided."""
    standing = [child.support for child in item.children.get("decisions", ()) if child.refused is None]
    return (
        any(one is not None and one.checks.get("strength") == "agrees" for one in standing)
        if by_its_words
        else bool(standing)
    )


def _unread(language: str | None, report: Report) -> None:
    """Say that nothing here knows the words by which the language of the source denies, asks or binds."""
    report.note("negation", "unchecked")
    report.note("strength", "unchecked")
    if language is not None:
        name = language_name(language)
        report.doubts.append(
            f"Whether the words deny, ask or promise was not checked: there is no word list for {name}."
        )


# Strength


def _settled(
    item: Item, claimed: Strength, said: str, borne: Borne, grounds: Grounds
) -> tuple[Reading, Line | None] | None:
    """What another quoted clause makes of the claim: it refuses, accepts or vouches for what this one only names."""
    (reading, line), lines, language = borne, merged(grounds.lines), grounds.index.language
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
    if height(claimed) > height(Strength.INTENDS):
        found = word_given(said, reading, line, lines, language) or acceptance(said, lines, language)
        if claimed is Strength.SIGNED:
            found = under_a_signed_paper(reading, line, lines, language) or found
        if found is None and claimed is Strength.CONDITIONAL:
            found = offered(said, lines, language)
        if found is not None and height(found.reading.strength) > height(reading.strength):
            return found
    return task_note(item, said, reading, grounds) if item.kind == "follow_ups" else None


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


def _lower(
    item: Item, field: str, claimed: Strength, reading: Reading, said: str, language: str | None, report: Report
) -> None:
    borne, words = reading.strength, quoted(reading)
    if borne is None:
        if language != "en":
            report.note("strength", "unchecked")
        elif claimed is Strength.MENTIONED:
            report.note("strength", "agrees")
        elif claimed is Strength.DENIED and opens_negated(said, language):
            report.note("negation", "unchecked")  # "Supportive, but not doing it soon"
            report.note("strength", "unchecked")
        else:
            _mend(item, field, Strength.MENTIONED, "The quoted words hold nothing that binds.", report)
        return
    if borne is Strength.DENIED or claimed is Strength.DENIED:
        _denied(item, field, claimed, reading, said, language, report)
    elif borne is Strength.CONDITIONAL:
        if claimed is Strength.CONDITIONAL or not firm(claimed):
            report.note("strength", "agrees")
        else:
            _mend(
                item,
                field,
                Strength.CONDITIONAL,
                f'The words make it hang on a condition: "{reading.condition}".',
                report,
            )
    elif claimed is Strength.CONDITIONAL:
        if firm(borne) or reading.condition is not None:
            report.note("strength", "agrees")
        else:
            _mend(item, field, borne, f"The words {words} bear no more than that.", report)
    elif (claimed.rung or 0) > (borne.rung or 0):
        _mend(item, field, borne, f"The words {words} bear no more than that.", report)
    else:
        report.note("strength", "agrees")


def _denied(
    item: Item, field: str, claimed: Strength, reading: Reading, said: str, language: str | None, report: Report
) -> None:
    borne, words = reading.strength, quoted(reading)
    negative = opens_negated(said, language)
    if borne is Strength.DENIED:
        report.note("negation", "agrees")
        if not claimed.binds and item.kind not in LEAST:
            report.note("strength", "agrees")  # a subject that is mentioned may hold a refusal
        elif claimed is Strength.DENIED or (claimed is Strength.CONDITIONAL and reading.condition):
            report.note("strength", "agrees")
        else:
            if not negative:
                report.checks["negation"] = "disagrees"
            _mend(item, field, Strength.DENIED, f"The words {words} deny it.", report)
    elif borne is Strength.CONDITIONAL and (negative or language != "en" or denies(reading.words or "", language)):
        report.note("strength", "agrees")  # "will not ... unless" is both
        report.note("negation", "unchecked")
    elif negative:
        report.note("negation", "unchecked")
        report.note("strength", "unchecked")
    elif is_subject(item):  # that it was taken up stands, whatever became of it
        taken_up = weaker(borne or Strength.MENTIONED, Strength.DISCUSSED)
        _mend(item, field, taken_up, f"The words {words} refuse nothing.", report)
    else:
        explanation = f"The claim is a refusal, the words {words} are none."
        report.note("negation", "disagrees", explanation)
        report.refuse(RejectionReason.CONTRADICTED, explanation)


def _mend(item: Item, field: str, to: Strength, reason: str, report: Report) -> None:
    report.note("strength", "disagrees", reason)
    item.mend(field, to, reason)


def _too_weak(item: Item, field: str | None, reading: Reading, report: Report) -> None:
    least = LEAST.get(item.kind)
    if least is None:
        return
    strength = Strength(item.values[field]) if field and item.values.get(field) else reading.strength
    weak = strength is Strength.CONDITIONAL and reading.strength is not None and not reading.strength.binds
    if strength is None or (strength.binds and not weak):
        return
    what = item.kind.rstrip("s")
    if reading.words:
        report.refuse(RejectionReason.TOO_WEAK, f"The words {quoted(reading)} are not firm enough for a {what}.")
    else:
        report.refuse(RejectionReason.TOO_WEAK, f"The quoted words hold nothing firm enough for a {what}.")


# Outcome and condition


def _outcome(item: Item, reading: Reading, report: Report) -> None:
    field = of_kind(item, Outcome)
    if field is None or item.values.get(field) != Outcome.DECIDED or _is_decided(item):
        return
    if reading.strength is Strength.DENIED or height(reading.strength) > height(Strength.INTENDS):
        return
    if reading.strength is None and not reading.words:
        reason = "The quoted words report no decision."
    else:
        reason = f"The words {quoted(reading)} report no decision."
    report.note("strength", "disagrees", reason)
    item.mend(field, Outcome.DISCUSSED, reason)


def _condition(item: Item, reading: Reading, grounds: Grounds, report: Report) -> None:
    for text in texts(item, Part.CONDITION):
        stems = stems_of(text.value)
        if 2 * len(shared(stems, grounds.stems)) >= len(stems):
            report.note("condition", "agrees")
        elif 2 * len(shared(stems, grounds.stems_near)) >= len(stems):
            report.note("condition", "absent", "The condition stands near the quoted words, not in them.")
        else:
            report.against(
                text, "condition", f'The quoted words hold no condition "{text.value}".', RejectionReason.UNSUPPORTED
            )
    if reading.condition is None or reading.strength not in (Strength.CONDITIONAL, Strength.DENIED):
        return
    if item.kind == "decisions" and not _says(item, reading.condition):
        report.note("condition", "absent", f'The words make it hang on a condition: "{reading.condition}".')
    field, rung = next((role.name for role in _conditions(item)), None), of_kind(item, Strength)
    refuses = rung is not None and item.values.get(rung) == Strength.DENIED
    if refuses and reading.strength is Strength.CONDITIONAL and not denies(reading.words or "", grounds.index.language):
        return  # an offer that is quoted beside the refusal hangs on it, not what is refused
    if field is not None and item.values.get(field) is None and rung and not _says(item, reading.condition):
        reason = "The claim left out the condition that the quoted words set."
        report.note("condition", "disagrees", reason)
        item.mend(field, reading.condition, reason)


def _says(item: Item, condition: str) -> bool:
    """Whether the claim itself holds most words of a condition."""
    stems = stems_of(condition)
    return any(2 * len(shared(stems, stems_of(text.value))) >= len(stems) for text in texts(item, Part.CLAIM))


def _conditions(item: Item) -> list[Role]:
    return [role for role in roles(type(item.claim)) if role.part is Part.CONDITION]
