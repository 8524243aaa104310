"""The day of the next meeting, where the document gives it."""

from datetime import date

import pytest
from making import document

from summarizer.loading import load
from summarizer.next_meeting import at_next_meeting

MINUTES = """Minutes of the council, Tuesday 7 October 2025

Ms Roth will report on the costs at the next meeting.

The fair is on 18 October.

{line}
"""


@pytest.mark.parametrize(
    ("line", "words", "start", "end"),
    [
        ("Next meeting: Tuesday 21 October, 6 pm.", "at the next meeting", date(2025, 10, 21), date(2025, 10, 21)),
        ("The next regular meeting will be on 21 October 2025.", "by the next meeting", None, date(2025, 10, 21)),
        ("## Next meeting\n\n21 October at 6 pm", "before the next meeting", None, date(2025, 10, 20)),
        ("Next meeting: 21 October.", "to the October meeting", date(2025, 10, 21), date(2025, 10, 21)),
        ("Meeting 28: 2025-10-21, 14:00 UTC.", "at meeting 28", date(2025, 10, 21), date(2025, 10, 21)),
        ("8. Next session\n21 October", "two weeks after the next session", date(2025, 11, 4), date(2025, 11, 4)),
    ],
)
def test_words_that_count_from_the_next_meeting_are_dated(
    line: str, words: str, start: date | None, end: date | None
) -> None:
    when = at_next_meeting(words, load(MINUTES.format(line=line)))
    assert when is not None
    assert (when.words, when.start, when.end) == (words, start, end)
    assert when.anchor == date(2025, 10, 21)
    assert when.anchor_basis is not None
    assert when.anchor_basis.startswith(("next meeting: ", "meeting 28: "))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Next meeting: to be fixed.", "at the next meeting"),
        ("Next meeting: 21 October. The next session of the board is on 4 November.", "at the next meeting"),
        ("Next meeting: 21 or 28 October.", "at the next meeting"),
        ("Next meeting: 2 October 2025.", "at the next meeting"),  # before the day of the minutes
        ("Next meeting: 21 October.", "next week"),
        ("Next meeting: 21 October.", "at the November meeting"),
        ("Meeting 28: 21 October 2025.", "at meeting 29"),
        ("Meeting 28: 21 October 2025.", "at meeting 2"),
        ("Meeting 28 of 21 October 2025 and 4 November 2025.", "at meeting 28"),
        ("Next meeting: 21 October.", "at the last meeting"),
    ],
)
def test_without_one_day_for_it_they_stay_open(line: str, words: str) -> None:
    assert at_next_meeting(words, load(MINUTES.format(line=line))) is None


def test_other_languages_call_it_by_their_words() -> None:
    lines = ("Frau Roth berichtet in der nächsten Sitzung.", "Nächste Sitzung: 21. Oktober 2025")
    when = at_next_meeting("in der nächsten Sitzung", document(*lines, date="2025-10-07", language="de"))
    assert when is not None
    assert when.end == date(2025, 10, 21)


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("fr", "Prochaine séance : 21 octobre 2025", "à la séance d'octobre"),
        ("it", "Prossima seduta: 21 ottobre 2025", "alla seduta di ottobre"),
        ("es", "Próxima reunión: 21 de octubre de 2025", "en la reunión de octubre"),
        ("de", "Nächste Sitzung: 21. Oktober 2025", "in der Oktobersitzung"),
        ("de", "Nächste Sitzung: 21. Oktober 2025", "in der Sitzung im Oktober"),
        ("de", "28. Sitzung: 21. Oktober 2025", "in der 28. Sitzung"),
    ],
)
def test_a_meeting_may_be_called_by_its_month_or_its_number(language: str, line: str, words: str) -> None:
    when = at_next_meeting(words, document("Man berichtet dann.", line, date="2025-10-07", language=language))
    assert when is not None
    assert (when.start, when.end) == (date(2025, 10, 21), date(2025, 10, 21))
