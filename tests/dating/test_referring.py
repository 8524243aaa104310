"""Words of a date that count from a date named before them."""

from datetime import date

import pytest

from summarizer import verify
from summarizer.dating.referring import refers

# words | the same as they count from the day of speaking; `-` where they refer to no date.
WORDS = {
    "en": """
    the following day | tomorrow
    by the following Friday | by friday
    two weeks later | in two weeks
    two weeks after | in two weeks
    within 30 days of that date | within 30 days
    the day after | tomorrow
    the day after tomorrow | -
    two weeks after the meeting | -
    the day before the meeting | -
    next Friday | -
    within 30 days | -
    later that week | later this week
    """,
    "fr": """
    le lendemain | demain
    deux semaines plus tard | dans deux semaines
    deux semaines après la réunion | -
    """,
    "it": """
    l'indomani | domani
    due settimane dopo | tra due settimane
    due settimane dopo la riunione | -
    """,
    "es": """
    al día siguiente | manana
    dos semanas después | dentro de dos semanas
    """,
    "de": """
    am nächsten Tag | morgen
    zwei Wochen später | in zwei wochen
    nächste Woche | -
    """,
}
CASES = [
    (language, *map(str.strip, line.split("|")))
    for language, rows in WORDS.items()
    for line in rows.strip().splitlines()
]


@pytest.mark.parametrize(("language", "words", "deictic"), CASES)
def test_words_that_refer_are_told_from_those_that_do_not(language: str, words: str, deictic: str) -> None:
    assert refers(words, language) == (None if deictic == "-" else deictic)


def due(text: str, words: str, quote: str, document_date: str | None = "2025-05-20"):
    line = {"quote": quote}
    draft = {"commitments": [{"action": "send the survey", "by": "Norway", "strength": "agreed", "due": words, "evidence": [line]}]}  # fmt: skip
    import json

    (found,) = verify(json.dumps(draft), text, date=document_date).commitments
    return found.due


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Norway agreed to send the survey to Malta after the visit of 12 June 2025 and no later than the following Friday.",
         "no later than the following Friday", None, date(2025, 6, 13)),
        ("The talks open in Oslo on 12 June 2025. Norway agreed to send the survey two weeks later.",
         "two weeks later", date(2025, 6, 26), date(2025, 6, 26)),
        ("The talks open in Oslo on 12 June. Norway agreed to send the survey the following day.",
         "the following day", date(2025, 6, 13), date(2025, 6, 13)),
    ],
)  # fmt: skip
def test_the_date_named_before_is_the_anchor(text: str, words: str, start: date | None, end: date) -> None:
    when = due(text, words, text[text.index("Norway agreed") :])
    assert (when.start, when.end) == (start, end)
    assert "named before: 12 June" in when.anchor_basis


@pytest.mark.parametrize(
    "text",
    [
        "The talks were short. Norway agreed to send the survey two weeks later.",
        "They met on 3 May 2025 and on 12 June 2025. Norway agreed to send the survey two weeks later.",
        "Norway agreed to send the survey two weeks later. The talks open on 12 June 2025.",
    ],
)
def test_without_one_date_before_it_there_is_none(text: str) -> None:
    when = due(text, "two weeks later", "Norway agreed to send the survey two weeks later")
    assert (when.start, when.end, when.anchor) == (None, None, None)
    assert "no single one is named before" in when.rule


def test_a_day_without_a_year_needs_the_date_of_the_document() -> None:
    text = "The talks open in Oslo on 12 June. Norway agreed to send the survey the following day."
    assert due(text, "the following day", text[text.index("Norway") :], None).start is None
