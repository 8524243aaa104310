"""How firmly a claim is put, held against the ladder: the checks `strength`, `negation` and `condition`."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from ..items import Item
from ..ladder import LANGUAGES, Reading, bearing, read, triggers
from ..lexicon import lexicon, tokens_of
from ..schemas import Outcome, Part, RejectionReason, Strength
from ..stems import content_words, shared, stem
from .fields import Report, Role, of_kind, roles, texts
from .grounds import Grounds, Line

_LEAST = {"commitments": Strength.INTENDS, "decisions": Strength.INTENDS}
"""The rung at which an item of such a list starts."""
_FIRM = 4  # the rung of `intends`
_REACH = 4  # lines between a request and its answer
_SHORT = 8  # words of a sentence that points back: "I'll do that"
_POINTERS = frozenset("it that this them those these so".split())
_REACH_OF_NO = 12  # words after "no" that it may negate
_OPENING = 3  # content words with which a claim says what is done
_STATEMENT = 4  # content words from which a text says something rather than names it


class Borne(NamedTuple):
    """What the quoted lines bear for the claim, and the line that does."""

    reading: Reading
    line: Line | None


def check_firmness(item: Item, grounds: Grounds, report: Report) -> Borne:
    """Lower the strength to what the words bear, deny where they deny, and see that no condition is dropped."""
    language = grounds.index.language
    field = of_kind(item, Strength)
    if language not in LANGUAGES:
        if field is not None or item.kind in _LEAST:
            report.note("strength", "unchecked")
        return Borne(Reading(None), None)
    said = " ".join(text.value for text in texts(item, Part.CLAIM))
    reading, line = _borne(
        said, grounds, strongest=item.kind not in _LEAST and field is not None and of_kind(item, Outcome) is not None
    )
    if reading.strength is None and grounds.listed_under.strength is not None:
        reading = grounds.listed_under._replace(start=None, end=None, condition=None)
    claimed = item.values.get(field) if field else None
    if field and claimed is not None:
        _lower(item, field, Strength(claimed), reading, said, language, report)
    elif field is None:
        _statements(item, reading, grounds, report)
    _outcome(item, reading, report)
    _condition(item, reading, grounds, report)
    _too_weak(item, field, reading, report)
    return Borne(reading, line)


# What the lines bear


def _borne(said: str, grounds: Grounds, *, strongest: bool) -> Borne:
    """The reading of the line that speaks of the claim; a later line that points back to it counts for it."""
    language = grounds.index.language
    spoken = {word.stem for word in content_words(said)}
    found: list[tuple[int, Borne]] = []
    for line in grounds.lines:
        overlap = len(shared(spoken, {word.stem for word in content_words(line.quoted)}))
        found.append((overlap, Borne(bearing(said, line.text, language, span=line.span), line)))
    if not found:
        return Borne(Reading(None), None)
    most = max(overlap for overlap, _ in found)
    telling = [(overlap, one) for overlap, one in found if overlap and (strongest or 2 * overlap >= most)] or list(
        found
    )
    asked = [one.line for overlap, one in telling if one.line and one.reading.strength in (Strength.PROPOSED, None)]
    for _, one in found:
        if (
            one.line
            and any(ask and 0 < one.line.number - ask.number <= _REACH for ask in asked)
            and (answer := _answer(one, asked, language))
        ):
            telling.append((1, answer))
    refused = [one for _, one in telling if one.reading.strength is Strength.DENIED]
    firm = max((one for _, one in telling), key=lambda one: _height(one.reading.strength))
    return refused[-1] if refused and not strongest and _height(firm.reading.strength) < _FIRM else firm


def _answer(one: Borne, asked: Sequence[Line | None], language: str | None) -> Borne | None:
    """A line that takes on what was asked before: "Yes, tomorrow", "I'll do that"."""
    line = one.line
    if line is None or language is None:
        return None
    tokens = [token.word for token in tokens_of(line.text, language)]
    if (
        one.reading.strength is not None
        and _height(one.reading.strength) >= _FIRM
        and (len(tokens) <= _SHORT or _POINTERS & set(tokens))
    ):
        return one
    words = lexicon(language)
    other = any(ask and (ask.speaker != line.speaker or ask.speaker is None) for ask in asked)
    if other and tokens and words.has("assents", tokens[0]) and one.reading.strength is not Strength.DENIED:
        end = tokens_of(line.text, language)[0].end
        return Borne(Reading(Strength.INTENDS, line.text[:end], 0, end), line)
    return None


def _height(strength: Strength | None) -> float:
    if strength is None:
        return -1
    if strength.rung is None:
        return _FIRM - 0.5 if strength is Strength.DENIED else _FIRM + 0.5
    return strength.rung


# Strength


def _lower(
    item: Item, field: str, claimed: Strength, reading: Reading, said: str, language: str | None, report: Report
) -> None:
    borne, words = reading.strength, _quoted(reading)
    if borne is None:
        if language != "en":
            report.note("strength", "unchecked")
        elif claimed is Strength.MENTIONED:
            report.note("strength", "agrees")
        else:
            _mend(item, field, Strength.MENTIONED, "The quoted words hold nothing that binds.", report)
        return
    if borne is Strength.DENIED or claimed is Strength.DENIED:
        _denied(item, field, claimed, reading, said, language, report)
    elif borne is Strength.CONDITIONAL:
        if claimed is Strength.CONDITIONAL or (claimed.rung or 0) < _FIRM:
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
        if (borne.rung or 0) >= _FIRM:
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
    borne, words = reading.strength, _quoted(reading)
    negative = _opens_negated(said, language)
    if borne is Strength.DENIED:
        report.note("negation", "agrees")
        if claimed is Strength.DENIED or (claimed is Strength.CONDITIONAL and reading.condition):
            report.note("strength", "agrees")
        else:
            if not negative:
                report.checks["negation"] = "disagrees"
            _mend(item, field, Strength.DENIED, f"The words {words} deny it.", report)
    elif borne is Strength.CONDITIONAL:
        report.note("strength", "agrees")  # "will not ... unless" is both
        report.note("negation", "unchecked")
    elif negative:
        report.note("negation", "unchecked")
        report.note("strength", "unchecked")
    else:
        explanation = f"The claim is a refusal, the words {words} are none."
        report.note("negation", "disagrees", explanation)
        report.refuse(RejectionReason.CONTRADICTED, explanation)


def _mend(item: Item, field: str, to: Strength, reason: str, report: Report) -> None:
    report.note("strength", "disagrees", reason)
    item.mend(field, to, reason)


def _quoted(reading: Reading) -> str:
    return f'"{reading.words}"'


def _opens_negated(said: str, language: str | None) -> bool:
    """Whether what is said to be done is itself negated: "not raise the quota", "keep nothing"."""
    if language is None:
        return False
    opening = [word.stem for word in content_words(said)[:_OPENING]]
    denied, unsaid = negated(said, language)
    return bool((denied | unsaid) & set(opening)) or read(said, language).strength is Strength.DENIED


def denies(text: str, language: str | None) -> bool:
    """Whether a text holds a word that negates or refuses."""
    if language not in LANGUAGES or language is None:
        return False
    words = lexicon(language)
    tokens = [token.word for token in tokens_of(text, language)]
    if any(words.has("negators", word) or words.has("absent", word) for word in tokens):
        return True
    return any(one.strength is Strength.DENIED or one.negated for one in triggers(text, language))


def _too_weak(item: Item, field: str | None, reading: Reading, report: Report) -> None:
    least = _LEAST.get(item.kind)
    if least is None:
        return
    strength = Strength(item.values[field]) if field and item.values.get(field) else reading.strength
    if strength is None or strength.binds:
        return
    what = item.kind.rstrip("s")
    if reading.words:
        report.refuse(RejectionReason.TOO_WEAK, f"The words {_quoted(reading)} are not firm enough for a {what}.")
    else:
        report.refuse(RejectionReason.TOO_WEAK, f"The quoted words hold nothing firm enough for a {what}.")


# Statements without a strength of their own


def _statements(item: Item, reading: Reading, grounds: Grounds, report: Report) -> None:
    """A text that says "agreed" where the words only say "discussed", or the other way round about."""
    borne, language = reading.strength, grounds.index.language
    for text in texts(item, Part.CLAIM):
        own = read(text.value, language).strength
        if borne is None or own is None:
            if item.kind in _LEAST:
                report.note("strength", "absent" if borne is None else "agrees")
            continue
        negative = denies(text.value, language)
        if borne is Strength.DENIED and not negative and own is not Strength.DENIED:
            report.against(text, "negation", f"The words {_quoted(reading)} deny it.", RejectionReason.CONTRADICTED)
        elif own is Strength.DENIED and (borne.rung or 0) >= _FIRM and not denies(grounds.whole, language):
            report.against(
                text,
                "negation",
                f"The claim denies what the words {_quoted(reading)} affirm.",
                RejectionReason.CONTRADICTED,
            )
        elif (own.rung or 0) > _FIRM and borne.rung is not None and borne.rung < _FIRM:
            report.against(
                text, "strength", f"The words {_quoted(reading)} bear no more than that.", RejectionReason.CONTRADICTED
            )
        else:
            report.note("strength", "agrees")


def check_negation(item: Item, grounds: Grounds, borne: Borne, report: Report) -> None:
    """A claim that negates what the words affirm, or affirms what they negate, word by word."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        return
    theirs, unsaid = negated(grounds.whole, language)
    affirmed = {word.stem for word in content_words(grounds.whole)} - theirs - unsaid
    refused = borne.reading.strength is Strength.DENIED or any(
        one.strength is Strength.DENIED for one in triggers(grounds.whole, language)
    )
    states = of_kind(item, Strength) is None
    for text in texts(item, Part.CLAIM):
        stems = {word.stem for word in content_words(text.value)}
        ours = set.union(*negated(text.value, language))
        if ours & affirmed and not refused:
            report.against(
                text, "negation", "The claim negates what the quoted words affirm.", RejectionReason.CONTRADICTED
            )
        elif states and len(stems) >= _STATEMENT and stems & theirs and not denies(text.value, language):
            report.against(
                text, "negation", "The claim affirms what the quoted words negate.", RejectionReason.CONTRADICTED
            )
        elif (ours or stems & theirs) and "negation" not in report.checks:
            report.note("negation", "agrees" if states or ours else "unchecked")


def negated(text: str, language: str) -> tuple[set[str], set[str]]:
    """Stems right after a negation (`fixed` in "is not yet fixed"), and those in the reach of "no" or "without"."""
    words = lexicon(language)
    tokens = tokens_of(text, language)
    denied: set[str] = set()
    unsaid: set[str] = set()
    for at, token in enumerate(tokens):
        direct = words.has("negators", token.word)
        if not (direct or words.has("absent", token.word) or token.word == "without"):
            continue
        if at + 1 < len(tokens) and words.has("not_negating", tokens[at + 1].word):
            continue
        reach = takewhile(
            lambda one: one.word[0].isalnum() and not words.has("breaks", one.word), tokens[at + 1 : at + _REACH_OF_NO]
        )
        telling = [
            stem(one.word)
            for one in reach
            if content_words(one.word) and not words.has("auxiliaries", one.word) and not words.has("skipped", one.word)
        ]
        if direct:
            denied.update(telling[:1])
        else:
            unsaid.update(telling)
    return denied, unsaid


# Outcome and condition


def _outcome(item: Item, reading: Reading, report: Report) -> None:
    field = of_kind(item, Outcome)
    if (
        field is None
        or item.values.get(field) != Outcome.DECIDED
        or any(child.refused is None for child in item.children.get("decisions", ()))
    ):
        return
    if reading.strength is not None and (reading.strength.rung is None or reading.strength.rung > _FIRM):
        return
    if reading.strength is None and not reading.words:
        reason = "The quoted words report no decision."
    else:
        reason = f"The words {_quoted(reading)} report no decision."
    report.note("strength", "disagrees", reason)
    item.mend(field, Outcome.DISCUSSED, reason)


def _condition(item: Item, reading: Reading, grounds: Grounds, report: Report) -> None:
    for text in texts(item, Part.CONDITION):
        stems = {word.stem for word in content_words(text.value)}
        there, near = grounds.stems
        if 2 * len(shared(stems, there)) >= len(stems):
            report.note("condition", "agrees")
        elif 2 * len(shared(stems, near)) >= len(stems):
            report.note("condition", "absent", "The condition stands near the quoted words, not in them.")
        else:
            report.against(
                text, "condition", f'The quoted words hold no condition "{text.value}".', RejectionReason.UNSUPPORTED
            )
    if reading.condition is None or reading.strength not in (Strength.CONDITIONAL, Strength.DENIED):
        return
    field = next((role.name for role in _conditions(item)), None)
    if field is not None and item.values.get(field) is None and of_kind(item, Strength):
        reason = "The claim left out the condition that the quoted words set."
        report.note("condition", "disagrees", reason)
        item.mend(field, reading.condition, reason)


def _conditions(item: Item) -> list[Role]:
    return [role for role in roles(type(item.claim)) if role.part is Part.CONDITION]
