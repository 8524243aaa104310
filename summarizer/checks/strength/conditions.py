"""What a claim hangs on, held against what its words make it hang on: the check `condition`."""

from ...items import Item
from ...ladder.readings import Reading
from ...schemas import Part, RejectionReason, Strength
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, condition_field, of_kind, rung_of, texts
from ..grounds import Grounds
from ..polarity.denial import denies

_FIRST = 2  # words of a condition that tell something, of which its marker may be one


def check_condition(item: Item, reading: Reading, grounds: Grounds, report: Report) -> None:
    """A claim may neither make up the condition on which it hangs nor leave it out."""
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
        report.note("condition", "absent", f'The words make it depend on a condition: "{reading.condition}".')
    field, rung = condition_field(item), of_kind(item, Strength)
    refuses = rung_of(item) is Strength.DENIED
    if refuses and reading.strength is Strength.CONDITIONAL and not denies(reading.words or "", grounds.index.language):
        return  # an offer that is quoted beside the refusal hangs on it, not what is refused
    if field is not None and item.values.get(field) is None and rung and not _says(item, reading.condition):
        reason = "The claim left out the condition that the quoted words set."
        report.note("condition", "disagrees", reason)
        item.mend(field, reading.condition, reason)


def _says(item: Item, condition: str) -> bool:
    """Whether the claim itself holds most words of a condition, of the first ones too: behind these a German one may
    have the verb of what hangs on it, "vorbehaltlich der Zusage zu bauen"."""
    stems = stems_of(condition)
    first = frozenset(word.stem for word in content_words(condition)[:_FIRST])
    told = [stems_of(text.value) for text in texts(item, Part.CLAIM)]
    return any(2 * len(shared(stems, one)) >= len(stems) and bool(shared(first, one)) for one in told)
