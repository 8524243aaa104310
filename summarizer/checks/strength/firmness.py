"""How firmly a claim is put, held against the ladder: the checks `strength` and `condition`."""

from ...items import Item
from ...ladder.readings import Reading
from ...ladder.sentences import LANGUAGES
from ...schemas import Strength
from ...words.languages import language_name
from ..fields import Report, of_kind, rung_of
from ..grounds import Borne, Grounds
from ..modality.cues import has_cues
from .conditions import check_condition
from .conditions_behind import with_condition_behind
from .cue_checks import check_asked, check_cues
from .lowering import check_outcome, lower, refuse_too_weak
from .statements import check_statements, check_summaries
from .weighing import weighed


def check_firmness(item: Item, grounds: Grounds, report: Report) -> Borne:
    """Lower the strength to what the words bear, deny where they deny, and see that no condition is dropped."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        if has_cues(language):
            check_cues(item, grounds, report)
        else:
            _unread(language, report)
        return Borne(Reading(None), None)
    reading, line = weighed(item, grounds, language)
    reading = with_condition_behind(reading, line, grounds)
    if language != "en":
        check_asked(item, grounds, report)
    claimed = rung_of(item)
    if language != "en" and reading.strength is None and has_cues(language) and claimed is not None:
        check_cues(item, grounds, report)
    elif claimed is not None:
        lower(item, claimed, reading, language, report)
    elif of_kind(item, Strength) is None:
        check_statements(item, reading, grounds, report)
    check_summaries(item, grounds, report)
    check_outcome(item, reading, report)
    check_condition(item, reading, grounds, report)
    refuse_too_weak(item, reading, report)
    return Borne(reading, line)


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
