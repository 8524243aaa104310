"""What becomes of a claim whose words bear less than it says: it is lowered, denied, or refused as too weak."""

from ...items import Item
from ...ladder.readings import Reading
from ...schemas import Outcome, RejectionReason, Strength
from ...words.rungs import firm, height, weaker
from ..fields import Report, is_subject, of_kind, rung_of, said_of
from ..polarity.denial import denies, opens_negated
from .statements import LEAST, quoted

_FUTURE = ("will", "'ll", "shall", "won't")


def lower(item: Item, claimed: Strength, reading: Reading, language: str, report: Report) -> None:
    """Hold the rung that an item claims against the one that its words reach."""
    borne = reading.strength
    if borne is None:
        _without_rung(item, claimed, language, report)
        return
    if Strength.DENIED in (borne, claimed):
        _denied(item, claimed, reading, language, report)
        return
    if borne is Strength.CONDITIONAL and firm(claimed):
        reason = f'The words make it depend on a condition: "{reading.condition}".'
        _mend(item, Strength.CONDITIONAL, reason, report)
        return
    if claimed is Strength.CONDITIONAL:
        holds = borne is claimed or firm(borne) or reading.condition is not None
    else:
        holds = borne is Strength.CONDITIONAL or (claimed.rung or 0) <= (borne.rung or 0)
    if not holds:
        _mend(item, borne, _bears_less(reading), report)
    else:
        report.note("strength", "agrees")


def _without_rung(item: Item, claimed: Strength, language: str, report: Report) -> None:
    """The same where the words say nothing of how firm it is."""
    if language != "en":
        report.note("strength", "unchecked")
    elif claimed is Strength.MENTIONED:
        report.note("strength", "agrees")
    elif claimed is Strength.DENIED and opens_negated(said_of(item), language):
        report.note("negation", "unchecked")  # "Supportive, but not doing it soon"
        report.note("strength", "unchecked")
    else:
        _mend(item, Strength.MENTIONED, _says_too_little(claimed), report)


def _bears_less(reading: Reading) -> str:
    """Why words with a rung do not bear a higher one; "will" does elsewhere, so it is told why not here."""
    if reading.strength is Strength.MENTIONED and (reading.words or "").lower().replace("’", "'").startswith(_FUTURE):
        return f"The words {quoted(reading)} tell what is to come, and bind nobody."
    return f"The words {quoted(reading)} support no more than that."


def _says_too_little(claimed: Strength) -> str:
    """Why words without a rung do not bear one."""
    if claimed.binds:
        return "The quoted words hold nothing that binds."
    return f"The quoted words do not say that it was {claimed.value.replace('_', ' ')}."


def _denied(item: Item, claimed: Strength, reading: Reading, language: str, report: Report) -> None:
    """The same where the words refuse, or the claim does."""
    borne, words = reading.strength, quoted(reading)
    negative = opens_negated(said_of(item), language)
    if borne is Strength.DENIED:
        report.note("negation", "agrees")
        if not claimed.binds and item.kind not in LEAST:
            report.note("strength", "agrees")  # a subject that is mentioned may hold a refusal
        elif claimed is Strength.DENIED or (claimed is Strength.CONDITIONAL and reading.condition):
            report.note("strength", "agrees")
        else:
            if not negative:
                report.checks["negation"] = "disagrees"
            _mend(item, Strength.DENIED, f"The words {words} deny it.", report)
    elif borne is Strength.CONDITIONAL and (negative or language != "en" or denies(reading.words or "", language)):
        report.note("strength", "agrees")  # "will not ... unless" is both
        report.note("negation", "unchecked")
    elif negative:
        report.note("negation", "unchecked")
        report.note("strength", "unchecked")
    elif is_subject(item):  # that it was taken up stands, whatever became of it
        taken_up = weaker(borne or Strength.MENTIONED, Strength.DISCUSSED)
        _mend(item, taken_up, f"The words {words} refuse nothing.", report)
    else:
        explanation = f"The claim is a refusal, the words {words} are none."
        report.note("negation", "disagrees", explanation)
        report.refuse(RejectionReason.CONTRADICTED, explanation)


def _mend(item: Item, to: Strength, reason: str, report: Report) -> None:
    field = of_kind(item, Strength)
    assert field is not None, "only what claims a rung is lowered"
    report.note("strength", "disagrees", reason)
    item.mend(field, to, reason)


def refuse_too_weak(item: Item, reading: Reading, report: Report) -> None:
    """A commitment or a decision of which the words bear less than that is none."""
    least = LEAST.get(item.kind)
    if least is None:
        return
    strength = rung_of(item) or reading.strength
    weak = strength is Strength.CONDITIONAL and reading.strength is not None and not reading.strength.binds
    if strength is None or (strength.binds and not weak):
        return
    what = item.kind.rstrip("s")
    if reading.words:
        report.refuse(RejectionReason.TOO_WEAK, f"The words {quoted(reading)} are not firm enough for a {what}.")
    else:
        report.refuse(RejectionReason.TOO_WEAK, f"The quoted words hold nothing firm enough for a {what}.")


def check_outcome(item: Item, reading: Reading, report: Report) -> None:
    """What is told as decided was only discussed, where neither the words nor a nested decision say more."""
    field = of_kind(item, Outcome)
    if field is None or item.values.get(field) != Outcome.DECIDED or is_decided(item):
        return
    if reading.strength is Strength.DENIED or height(reading.strength) > height(Strength.INTENDS):
        return
    if reading.strength is None and not reading.words:
        reason = "The quoted words report no decision."
    else:
        reason = f"The words {quoted(reading)} report no decision."
    report.note("strength", "disagrees", reason)
    item.mend(field, Outcome.DISCUSSED, reason)


def is_decided(item: Item, *, by_its_words: bool = False) -> bool:
    """Whether a decision is nested in it that stands; `by_its_words`: one whose words say that it was decided."""
    standing = [child.support for child in item.children.get("decisions", ()) if child.refused is None]
    return (
        any(one is not None and one.checks.get("strength") == "agrees" for one in standing)
        if by_its_words
        else bool(standing)
    )
