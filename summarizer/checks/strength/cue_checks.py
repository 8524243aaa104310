"""What words that deny, ask, propose or suppose make of a claim, where no ladder reads the sentence.

A claim is only lowered or refused where its own words hold none of the kind.
"""

import re

from ...items import Item
from ...schemas import Outcome, Part, RejectionReason, Strength
from ...words.rungs import firm, height
from ..fields import Report, Text, condition_field, is_subject, of_kind, rung_of, said_of, texts
from ..grounds import Grounds
from ..modality.cues import Found, Kind, found_in, kinds_in
from ..polarity.denial import denies, says_no
from .statements import LEAST

_ANSWERED = re.compile(
    r"\b(?:antworte|erwider|entgegn|répond|a répondu|respond|contest|rispond|replic)\w*", re.IGNORECASE
)


def check_cues(item: Item, grounds: Grounds, report: Report) -> None:
    """Lower or refuse what the quoted words deny, ask, propose or hang on a condition, and the claim tells as so."""
    language = grounds.index.language
    if language is None or not grounds.lines:
        return
    said = said_of(item)
    ours = kinds_in(said, language)
    found = found_in(said, grounds, language)
    field = of_kind(item, Strength)
    claimed = rung_of(item)
    if field is not None and claimed is not None:
        _strength(item, field, claimed, ours, found, report)
    _outcome(item, found, report)
    if field is None or is_subject(item):
        for text in list(texts(item, Part.CLAIM)):
            if text.optional or not is_subject(item):
                _statement(text, kinds_in(text.value, language), found, report)
    report.note("negation", "agrees" if found.cue is not None or "denying" not in ours else "unchecked")


def check_asked(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a statement of which the quoted words only ask: "demande si le budget sera présenté"."""
    language = grounds.index.language
    if language is None or not grounds.lines or not (is_subject(item) or item.kind == "decisions"):
        return
    outcome = of_kind(item, Outcome)
    if outcome is not None and item.values.get(outcome) == Outcome.DEFERRED:
        return  # it says itself that it is open
    found = found_in(said_of(item), grounds, language)
    no = says_no(grounds.quoted, language)
    if found.cue is None or found.cue.kind != "asking" or (_ANSWERED.search(grounds.quoted) and not no):
        return
    for text in list(texts(item, Part.CLAIM)):
        if is_subject(item) and not text.optional:
            continue
        ours = kinds_in(text.value, language)
        if not no:
            _statement(text, ours, found, report)
        elif not (ours & {"denying", "asking"} or denies(text.value, language) or says_no(text.value, language)):
            report.note("negation", "absent", "The quoted words ask that, and the answer is no.")


def _strength(item: Item, field: str, claimed: Strength, ours: frozenset[Kind], found: Found, report: Report) -> None:
    rung, words = found.rung, f'"{found.cue.words}"' if found.cue else ""
    binds = firm(claimed) or claimed is Strength.CONDITIONAL
    if rung is Strength.DENIED and claimed is not Strength.DENIED and "denying" not in ours and claimed.binds:
        report.note("negation", "disagrees", f"The words {words} deny it.")
        item.mend(field, Strength.DENIED, f"The words {words} deny it.")
    elif claimed is Strength.DENIED and rung is not Strength.DENIED and "denying" not in ours:
        report.note("negation", "absent", "No word that denies was found in the quoted clause.")
    elif rung is Strength.CONDITIONAL and firm(claimed):
        if "supposing" in ours:
            report.note("strength", "agrees")
            return
        reason = "The claim left out the condition that the quoted words set."
        report.note("condition", "disagrees", reason)
        item.mend(field, Strength.CONDITIONAL, reason)
        condition = condition_field(item)
        if condition is not None and item.values.get(condition) is None:
            item.mend(condition, found.condition, reason)
    elif (
        rung is not None
        and rung.rung is not None
        and binds
        and (claimed.rung or 0) > rung.rung
        and not _of(found, ours)
    ):
        reason = f"The words {words} support no more than that."
        report.note("strength", "disagrees", reason)
        item.mend(field, rung, reason)
        if item.kind in LEAST:
            report.refuse(RejectionReason.TOO_WEAK, f"The words {words} are not firm enough for a {item.kind[:-1]}.")
    elif rung is None and found.cue is None and height(claimed) > height(Strength.INTENDS):
        report.note("strength", "unchecked")
        report.doubts.append("No known word in the quoted words is so firm.")
    else:
        report.note("strength", "agrees" if found.cue is not None else "unchecked")


def _outcome(item: Item, found: Found, report: Report) -> None:
    field = of_kind(item, Outcome)
    weak = found.rung is not None and found.rung.rung is not None
    if field is not None and item.values.get(field) == Outcome.DECIDED and weak and found.cue is not None:
        reason = f'The words "{found.cue.words}" report no decision.'
        report.note("strength", "disagrees", reason)
        item.mend(field, Outcome.DISCUSSED, reason)


def _statement(text: Text, ours: frozenset[Kind], found: Found, report: Report) -> None:
    """What a sentence is told to say, such as a summary."""
    if found.cue is None or _of(found, ours):
        return
    words = f'"{found.cue.words}"'
    if found.rung is Strength.DENIED:
        report.against(text, "negation", f"The claim affirms what {words} denies.", RejectionReason.CONTRADICTED)
    elif found.rung is Strength.PROPOSED and "binding" in ours:
        report.against(text, "strength", f"The words {words} report no decision.", RejectionReason.CONTRADICTED)
    elif found.rung is Strength.CONDITIONAL:
        report.note("condition", "absent", f'The words make it depend on a condition: "{found.condition}".')
    elif found.rung is not None:
        report.note("strength", "absent", "The quoted words leave that open.")


def _of(found: Found, ours: frozenset[Kind]) -> bool:
    """Whether the claim holds a word of the kind that lowers it."""
    rung = found.rung
    kind: Kind | None = (
        "denying"
        if rung is Strength.DENIED
        else "supposing"
        if rung is Strength.CONDITIONAL
        else found.cue.kind
        if found.cue
        else None
    )
    return kind in ours or (kind == "asking" and "proposing" in ours)
