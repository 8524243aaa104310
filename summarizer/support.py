"""The verdict on each claim: do the quoted words bear it?

Every check is narrow and says `unchecked` where it does not reach. What can be mended downwards is
mended in the open; what the words contradict or do not bear is refused.
"""

from collections.abc import Sequence
from typing import Any

from .checks.actors.acts import check_acts
from .checks.actors.attributed import check_attributed
from .checks.actors.exchanged_people import check_exchanged_people
from .checks.actors.namesakes import check_namesakes
from .checks.actors.parties import check_parties
from .checks.actors.people import check_attribute, check_names_of, is_named
from .checks.actors.presence import check_presence
from .checks.actors.quoted import check_reader
from .checks.actors.whole_body import check_whole_body
from .checks.amounts.deadlines import check_bounds, check_deadlines
from .checks.amounts.durations import check_frequency
from .checks.amounts.estimates import check_estimates
from .checks.amounts.measures import check_measures
from .checks.amounts.numbers_and_dates import check_date, check_figure, check_quantities
from .checks.amounts.ordinals import check_ordinals
from .checks.amounts.parts import check_parts
from .checks.amounts.quantities import is_date
from .checks.amounts.units import check_units
from .checks.content.added import check_added
from .checks.content.compared import check_compared
from .checks.content.crossed import check_crossed
from .checks.content.exchanged_parties import check_exchanged
from .checks.content.exchanged_things import check_exchanged_things
from .checks.content.governed import check_governed
from .checks.content.joined_acts import check_joined_acts
from .checks.content.left_out import check_left_out
from .checks.content.other_things import check_other_things
from .checks.content.overlap import check_overlap
from .checks.content.reasons import check_reasons
from .checks.content.rivals import check_rivals
from .checks.fields import ItemRefused, Report, figures, texts
from .checks.grounds import Grounds, Index
from .checks.modality.asked_for import check_asked_for
from .checks.modality.attempts import check_attempt
from .checks.modality.decided_before import check_decided_before
from .checks.modality.foretold import check_done_before, check_foretold
from .checks.modality.jests import check_jests
from .checks.modality.open_questions import check_open
from .checks.modality.to_be_decided import check_to_be_decided
from .checks.names import check_names
from .checks.polarity.negated_phrases import check_negated_phrases
from .checks.polarity.negation import check_negation
from .checks.polarity.set_aside import check_set_aside
from .checks.polarity.stopping import check_stopping
from .checks.polarity.taken_back import check_taken_back
from .checks.polarity.told_without import check_told_without
from .checks.strength.firmness import check_firmness
from .documents import Document
from .items import Item
from .schemas import Change, Part, RejectionReason, Support, Verdict

_REASONS = {RejectionReason.CONTRADICTED: Verdict.CONTRADICTED}
_RESCUED = frozenset(
    (RejectionReason.NO_EVIDENCE, RejectionReason.NOT_FOUND, RejectionReason.ALTERED, RejectionReason.UNSUPPORTED)
)

_OF_TIMES = check_units, check_bounds, check_frequency
_OF_TEXTS = (
    check_quantities,
    check_measures,
    check_estimates,
    check_ordinals,
    check_crossed,
    check_names,
    check_namesakes,
)
_OF_WORDING = (
    check_jests,
    check_parts,
    check_deadlines,
    check_exchanged_things,
    check_compared,
    check_stopping,
    check_set_aside,
    check_rivals,
    check_other_things,
    check_left_out,
    check_added,
    check_open,
    check_reasons,
)
_OF_WHAT_BINDS = check_attempt, check_governed, check_decided_before, check_negation, check_parties
_OF_DEEDS = (
    check_acts,
    check_exchanged_people,
    check_reader,
    check_whole_body,
    check_exchanged,
    check_foretold,
    check_asked_for,
    check_to_be_decided,
    check_joined_acts,
)


def check(items: Sequence[Item], document: Document) -> None:
    """Fill in `support` of every item and of what is nested in it; mend and refuse what the words do not bear.

    Runs after grounding. Items that were refused before keep their reason.
    """
    index = Index(document)
    for item in items:
        _check(item, index)


def _check(item: Item, index: Index) -> None:
    for children in item.children.values():
        for child in children:
            _check(child, index)
    claimed, noted = dict(item.values), [one for one in item.changes if one.field != "evidence"]
    if item.refused is None:
        _judge(item, index)
    if item.refused in _RESCUED:
        _rescue(item, claimed, noted, index)


def _judge(item: Item, index: Index) -> None:
    """Run the checks on one item, until one refuses it, and draw the verdict."""
    report = Report(item)
    try:
        (_check_named if is_named(item) else _check_stated)(item, Grounds(item.evidence, index), report)
    except ItemRefused as refused:
        item.refuse(refused.reason, refused.explanation)
        verdict, explanation = _REASONS.get(refused.reason, Verdict.UNSUPPORTED), refused.explanation
    else:
        verdict, explanation = report.concluded()
    item.support = Support(verdict=verdict, checks=report.checks, explanation=explanation)


def _check_named(item: Item, grounds: Grounds, report: Report) -> None:
    """A person, a meeting or the like, and what is said of it."""
    check_taken_back(item, grounds, report)
    check_names_of(item, grounds, report)
    for text in list(texts(item, Part.CLAIM)):
        if is_date(text.value):
            check_date(text, grounds, report)
        else:
            check_quantities(text, grounds, report)
            check_attribute(text, grounds, report)
    for figure in list(figures(item)):
        check_figure(figure, grounds, report)
    check_presence(item, grounds, report)


def _check_stated(item: Item, grounds: Grounds, report: Report) -> None:
    """What was said, done or promised."""
    check_overlap(item, grounds, report)  # first, as it costs little and refuses the most
    check_taken_back(item, grounds, report)
    check_names_of(item, grounds, report)
    check_attributed(item, grounds, report)
    for text in list(texts(item, Part.CLAIM)):
        for check_text in (*_OF_TIMES, *((check_date,) if is_date(text.value) else _OF_TEXTS)):
            check_text(text, grounds, report)
    for figure in list(figures(item)):
        check_figure(figure, grounds, report)
    for check_words in _OF_WORDING:
        check_words(item, grounds, report)
    borne = check_firmness(item, _with_nested(item, grounds), report)
    for check_borne in _OF_WHAT_BINDS:
        check_borne(item, borne, grounds, report)
    for check_deeds in _OF_DEEDS:
        check_deeds(item, grounds, report)
    check_done_before(item, borne, grounds, report)
    check_told_without(item, grounds, report)
    check_negated_phrases(item, grounds, report)


def _with_nested(item: Item, grounds: Grounds) -> Grounds:
    """An item is as firm as what is nested in it: a subject on which something was resolved."""
    children = (child for children in item.children.values() for child in children if child.refused is None)
    nested = [one for child in children for one in child.evidence]
    return Grounds([*item.evidence, *nested], grounds.index) if nested else grounds


def _rescue(item: Item, claimed: dict[str, Any], noted: Sequence[Change], index: Index) -> None:
    """An item whose own quote fails stands on the evidence of what is nested in it, if that holds.

    claimed, noted: its values before it was checked, and what was mended in them until then.
    """
    child = next((one for children in item.children.values() for one in children if one.refused is None), None)
    if child is None:
        return
    before = item.refused, item.explanation, item.evidence, item.support, item.values, item.changes
    replaced = Change(
        field="evidence",
        before=[one.quote for one in item.claim.evidence],
        after=[one.quote for one in child.evidence],
        reason="Its own quote proves nothing; its evidence is that of an item nested in it.",
    )
    item.refused, item.explanation, item.evidence = None, "", list(child.evidence)
    item.values, item.changes = dict(claimed), [replaced, *noted]
    _judge(item, index)
    words = next(texts(child, Part.CLAIM), None)
    if item.refused is not None and words is not None:
        # Better the nested words than none: the item may not cost what was found to hold.
        item.refused, item.explanation = None, ""
        item.values, item.changes = dict(claimed), [replaced, *noted]
        for text in list(texts(item, Part.CLAIM)):
            item.mend(text.name, None if text.optional else words.value, "The words do not support it.")
        _judge(item, index)
    if item.refused is not None:
        item.refused, item.explanation, item.evidence, item.support, item.values, item.changes = before
