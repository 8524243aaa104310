"""Words of a date that count from a date named before them, or from an event: "within two weeks of receipt"."""

from datetime import date

import pytest

from summarizer import verify
from summarizer.dating.referring import counted_from, refers
from summarizer.dating.resolving import resolve

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
# language | line | words of the date | what they count from; `-` where they count from the day of speaking.
LINES = """
en | Ann will reply within two weeks of receipt. | within two weeks | of receipt
en | Ann will reply within 30 days after signature. | within 30 days | after signature
en | Ann will reply within two weeks of the meeting. | within two weeks | of the meeting
en | Ann will reply in ten days following the sale. | in ten days | following the sale
en | Ann will reply in two weeks from the port. | in two weeks | -
en | Ann will reply within two weeks to all of them. | within two weeks | -
en | Ann will reply within two weeks. From then on Bob will. | within two weeks | -
en | Ann will reply by Friday after lunch. | by Friday | -
en | Ann will reply next week after the fair. | next week | -
de | Anna antwortet innerhalb von zwei Wochen nach Erhalt. | innerhalb von zwei Wochen | nach erhalt
de | Anna antwortet innerhalb von zwei Wochen dem Vorstand. | innerhalb von zwei Wochen | -
de | Anna fährt in zwei Wochen nach Ulm. | in zwei Wochen | -
fr | Anne répondra dans les 15 jours suivant la réception. | dans les 15 jours | suivant la reception
fr | Anne répondra dans les 15 jours à la mairie. | dans les 15 jours | -
it | Anna risponderà entro 30 giorni dalla firma. | entro 30 giorni | dalla firma
it | Anna risponderà entro 30 giorni al sindaco. | entro 30 giorni | -
es | Ana responderá en un plazo de 15 días desde la firma. | en un plazo de 15 días | desde la firma
es | Ana responderá en 15 días al alcalde. | en 15 días | -
nl | Anna antwoordt binnen twee weken na ontvangst. | binnen twee weken | na ontvangst
pt | Ana responde no prazo de 15 dias após a assinatura. | no prazo de 15 dias | apos a assinatura
ru | Анна ответит в течение двух недель после получения. | в течение двух недель | после получения
"""


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


@pytest.mark.parametrize("row", [row for row in LINES.splitlines() if row])
def test_what_stands_behind_a_count_may_be_where_it_begins(row: str) -> None:
    language, line, words, event = (cell.strip() for cell in row.split("|"))
    assert counted_from(words, line, language) == (None if event == "-" else event)


def _due(line: str, words: str) -> tuple[date | None, date | None, str | None]:
    step = {"action": "reply", "owner": "Ann", "owner_basis": "assigned", "due": words, "strength": "intends"}
    brief = verify({"follow_ups": [{**step, "evidence": [{"quote": line}]}]}, line, date="2025-05-06")
    due = brief.follow_ups[0].due
    assert due is not None
    return due.start, due.end, due.rule


def test_a_count_from_an_event_without_a_date_stays_open() -> None:
    start, end, rule = _due("Ann will reply within two weeks of receipt.", "within two weeks")
    assert (start, end) == (None, None)
    assert rule == 'no date: it counts from an event, "of receipt"'


def test_a_count_from_a_day_begins_with_it() -> None:
    assert _due("Ann will reply within two weeks from today.", "within two weeks")[1] == date(2025, 5, 20)
    assert _due("Ann will reply within two weeks.", "within two weeks")[1] == date(2025, 5, 20)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("within 14 days of the meeting", None),
        ("within a month of the vote", None),
        ("within 14 days of this meeting", date(2025, 5, 20)),
        ("next week's meeting", date(2025, 5, 18)),
    ],
)
def test_a_count_from_a_meeting_is_one_from_this_meeting_only(words: str, end: date | None) -> None:
    assert resolve(words, anchor=date(2025, 5, 6), language="en").end == end
