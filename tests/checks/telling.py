"""What becomes of a summary of a few lines, for tests of the checks."""

from making import Line, checked, document

from summarizer.schemas import DraftAgendaItem, Outcome

WHOLE = "The quoted words support it."


def told(summary: str, *lines: Line, topic: str | None = None, language: str = "en", quotes: int | None = None) -> str:
    """The explanation for a summary that quotes the first lines, or all; its topic is the first one unless given."""
    source = document(*lines, language=language)
    words = [line if isinstance(line, str) else line[1] for line in lines]
    shown = [one for one in words if one and not one.startswith("# ")][:quotes]
    claim = DraftAgendaItem(topic=topic or shown[0], summary=summary, outcome=Outcome.DISCUSSED)
    support = checked("agenda_items", claim, source, *shown).support
    assert support is not None
    return support.explanation
