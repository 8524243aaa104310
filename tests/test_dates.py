"""Dates: complete ones found in a text, the words of one resolved to an interval, and the stage that dates items."""

import random
import time
from datetime import date

import pytest

from summarizer.dates import FoundDate, date_items, find_absolute, resolve
from summarizer.documents import Document, Segment
from summarizer.items import Item
from summarizer.schemas import (
    Brief,
    CheckedBrief,
    Claim,
    DraftCommitment,
    DraftMeeting,
    Evidence,
    Evidenced,
    RejectionReason,
    Strength,
    When,
)

ANCHOR = date(2024, 5, 16)
"""A Thursday."""

# words | first day, last day; `..` is an open end, one day stands for both, `-` is no date.
ENGLISH = """
# days
today | 2024-05-16
tonight | 2024-05-16
this morning | 2024-05-16
by close of business | .. 2024-05-16
tomorrow | 2024-05-17
tomorrow morning | 2024-05-17
by tomorrow | .. 2024-05-17
yesterday | 2024-05-15
the day after tomorrow | 2024-05-18
the day before yesterday | 2024-05-14
before noon | .. 2024-05-16
by 5 pm | .. 2024-05-16
after 14:00 | 2024-05-16
before lunch on Monday | .. 2024-05-20
before 3 pm on Friday | .. 2024-05-17
from 9 am on 3 June | 2024-06-03 ..
by Friday, if possible | .. 2024-05-17
Friday, if the weather holds | 2024-05-17
by Friday unless the board objects | .. 2024-05-17
if possible | -
Tuesday, 9:30-11:00 | 2024-05-21
# weekdays
on Friday | 2024-05-17
Friday | 2024-05-17
by Friday | .. 2024-05-17
by COB Friday | .. 2024-05-17
Friday at 3pm | 2024-05-17
Friday at three | 2024-05-17
Monday at 3 | 2024-05-20
tomorrow at ten o'clock | 2024-05-17
ten tonight | 2024-05-16
by ten tomorrow | .. 2024-05-17
Friday at half past two | 2024-05-17
first thing on Monday | 2024-05-20
by Friday, 18 May | -
by 30/5 | .. 2024-05-30
by 3/5 | -
this coming Friday | 2024-05-17
by the end of play today | .. 2024-05-16
deadline: 30 May | 2024-05-30
inside ten working days | 2024-05-16 2024-05-30
over the next month | 2024-05-16 2024-06-16
a week today | 2024-05-23
Friday 17 May | 2024-05-17
the week beginning 3 June | 2024-06-03 2024-06-09
w/c 3 June | 2024-06-03 2024-06-09
in two weeks' time | 2024-05-30
after two weeks | 2024-05-30 ..
at 3 June | 2024-06-03
Friday 15:00 UTC | 2024-05-17
Fri, 17 May 2024 15:22:04 +0000 | 2024-05-17
Fri, 17 May 2024 08:00:00 -0500 (EST) | 2024-05-17
2024-05-17T15:22:04+00:00 | 2024-05-17
Friday 17 May 2024 at 3.30 pm CET | 2024-05-17
before Friday | .. 2024-05-16
after Friday | 2024-05-18 ..
this Friday | 2024-05-17
this Thursday | 2024-05-16
on Thursday | -
on Wednesday | 2024-05-22
Wednesday afternoon | 2024-05-22
next Tuesday | 2024-05-21
next Friday | 2024-05-24
last Friday | 2024-05-10
last Thursday | 2024-05-09
coming Monday | 2024-05-20
Monday next week | 2024-05-20
Tuesday of next week | 2024-05-21
Monday to Wednesday | 2024-05-20 2024-05-22
Friday the 17th | 2024-05-17
Monday the 17th | -
# weeks
this week | 2024-05-13 2024-05-19
next week | 2024-05-20 2024-05-26
by next week | .. 2024-05-26
last week | 2024-05-06 2024-05-12
next week's meeting | 2024-05-20 2024-05-26
end of the week | 2024-05-17 2024-05-19
by the end of next week | .. 2024-05-26
early next week | 2024-05-20 2024-05-21
mid-week | 2024-05-15 2024-05-16
later this week | 2024-05-16 2024-05-19
the weekend | -
by the weekend | -
before Christmas | .. 2024-12-24
by Christmas | .. 2024-12-25
until New Year's Eve | .. 2024-12-31
before Easter | -
the twelfth | 2024-06-12
on the twentieth, in the morning | 2024-05-20
by the eighteenth of October | .. 2024-10-18
the third | -
at its session of 22 July | 2024-07-22
before the House rises on 17 December | .. 2024-12-17
after the talks in the capital on 17 June | 2024-06-17 ..
every Monday until the review on 12 June | -
three copies of 12 June | -
this weekend | 2024-05-18 2024-05-19
the week of 3 June | 2024-06-03 2024-06-09
week 24 | 2024-06-10 2024-06-16
# counted
within 30 days | 2024-05-16 2024-06-15
within a week | 2024-05-16 2024-05-23
within the next two weeks | 2024-05-16 2024-05-30
within 24 hours | 2024-05-16 2024-05-17
within 5 working days | 2024-05-16 2024-05-23
in two weeks | 2024-05-30
in 2-3 weeks | 2024-05-30 2024-06-06
in two to three weeks | 2024-05-30 2024-06-06
in a month | 2024-06-16
in six months | 2024-11-16
in 10 days | 2024-05-26
in a fortnight | 2024-05-30
two weeks from now | 2024-05-30
over the next three months | 2024-05-16 2024-08-16
in the coming week | 2024-05-16 2024-05-23
the last 3 months | 2024-02-16 2024-05-16
two weeks ago | 2024-05-02
in the coming weeks | -
in a few days | -
over the next months | -
in about two weeks | -
two weeks after 12 June 2024 | 2024-06-26
30 days before the end of June | 2024-05-31
a week from Friday | 2024-05-24
two weeks after the summit | -
for two weeks | -
# months and parts of them
June | 2024-06-01 2024-06-30
in June | 2024-06-01 2024-06-30
by June | .. 2024-06-30
May | 2024-05-01 2024-05-31
in March | 2025-03-01 2025-03-31
next March | 2025-03-01 2025-03-31
last March | 2024-03-01 2024-03-31
this March | 2024-03-01 2024-03-31
June 2024 | 2024-06-01 2024-06-30
June of next year | 2025-06-01 2025-06-30
2024-06 | 2024-06-01 2024-06-30
this month | 2024-05-01 2024-05-31
next month | 2024-06-01 2024-06-30
end of the month | 2024-05-31
by the end of the month | .. 2024-05-31
by month end | .. 2024-05-31
EOM | 2024-05-31
end of June | 2024-06-30
before the end of June | .. 2024-06-30
end of February 2024 | 2024-02-29
early July | 2024-07-01 2024-07-10
mid-August | 2024-08-11 2024-08-20
by mid-August | .. 2024-08-15
by the middle of the month | .. 2024-05-15
by the middle of next year | .. 2025-06-30
by mid-week | .. 2024-05-15
by the middle of the third quarter | .. 2024-08-15
late September | 2024-09-21 2024-09-30
beginning of next month | 2024-06-01 2024-06-10
later this month | 2024-05-16 2024-05-31
first half of June | 2024-06-01 2024-06-15
the second half of June 2024 | 2024-06-16 2024-06-30
the first week of July | 2024-07-01 2024-07-07
the last week of June | 2024-06-24 2024-06-30
the last day of June | 2024-06-30
the first Monday of July | 2024-07-01
last Friday of June | 2024-06-28
second Tuesday in June 2024 | 2024-06-11
the 20th | 2024-05-20
by the 12th | .. 2024-06-12
the 12th of next month | 2024-06-12
June meeting | 2024-06-01 2024-06-30
between June and August | 2024-06-01 2024-08-31
June/July | 2024-06-01 2024-07-31
June–August 2024 | 2024-06-01 2024-08-31
sometime in June | 2024-06-01 2024-06-30
# calendar days
12 May | 2025-05-12
20 May | 2024-05-20
June 12 | 2024-06-12
12th of June | 2024-06-12
by 30 June | .. 2024-06-30
no later than 30 June 2024 | .. 2024-06-30
30 June 2024 at the latest | .. 2024-06-30
until June 30, 2024 | .. 2024-06-30
from 1 July | 2024-07-01 ..
as of 1 July 2024 | 2024-07-01 ..
1 July onwards | 2024-07-01 ..
since 3 May 2024 | 2024-05-03 ..
not before 1 July 2024 | 2024-07-01 ..
after 12 June 2024 | 2024-06-13 ..
Thursday June 27, 2019 | 2019-06-27
Thursday, June 27, 2019, 14:00 | 2019-06-27
Friday June 27, 2019 | -
Thursday, June 27 | 2024-06-27
Thursday, 9 May | 2024-05-09
2024-06-01 | 2024-06-01
2024-06-01T10:00Z | 2024-06-01
12.06.2024 | 2024-06-12
13/06/2024 | 2024-06-13
06/13/2024 | 2024-06-13
5/5/2024 | 2024-05-05
03/04/2024 | -
27.6.19 | 2019-06-27
29 February | 2028-02-29
31 February | -
31 February 2024 | -
2024-02-30 | -
the meeting on 12 June | 2024-06-12
the ninth of June | 2024-06-09
twenty-first of June | 2024-06-21
the forty-first of June | -
beginning 4 July | 2024-07-04 ..
beginning of July | 2024-07-01 2024-07-10
by half-term (24 October) | .. 2024-10-24
before the bank holiday, the fifth of June | .. 2024-06-04
after the fair (12 June) | 2024-06-13 ..
by half-term (or later) | -
before the fair, in two halls | -
# ranges
between 3 and 7 June | 2024-06-03 2024-06-07
3-5 June 2024 | 2024-06-03 2024-06-05
3 – 5 June 2024 | 2024-06-03 2024-06-05
June 3-5, 2024 | 2024-06-03 2024-06-05
3 to 7 June | 2024-06-03 2024-06-07
from 28 May to 3 June 2024 | 2024-05-28 2024-06-03
28 May – 3 June | 2024-05-28 2024-06-03
June 28-July 2 | 2024-06-28 2024-07-02
28 December – 3 January 2025 | 2024-12-28 2025-01-03
from 10 to 20 May | 2024-05-10 2024-05-20
2024-06-03 to 2024-06-05 | 2024-06-03 2024-06-05
3 and 4 June | 2024-06-03 2024-06-04
3 and 9 June | -
7-3 June 2024 | -
# quarters, halves, years
Q3 | 2024-07-01 2024-09-30
in Q3 2024 | 2024-07-01 2024-09-30
Q1 | 2025-01-01 2025-03-31
by the end of Q3 | .. 2024-09-30
third quarter of 2024 | 2024-07-01 2024-09-30
the last quarter of 2024 | 2024-10-01 2024-12-31
next quarter | 2024-07-01 2024-09-30
end of the quarter | 2024-06-30
early Q4 | 2024-10-01 2024-10-31
Q1-Q2 2025 | 2025-01-01 2025-06-30
H2 2024 | 2024-07-01 2024-12-31
first half of 2025 | 2025-01-01 2025-06-30
second half of next year | 2025-07-01 2025-12-31
this year | 2024-01-01 2024-12-31
next year | 2025-01-01 2025-12-31
later this year | 2024-05-16 2024-12-31
earlier this year | 2024-01-01 2024-05-16
by the end of the year | .. 2024-12-31
in the course of the year | 2024-01-01 2024-12-31
in the course of June | 2024-06-01 2024-06-30
in the course of events | -
by year-end | .. 2024-12-31
mid-2025 | 2025-05-01 2025-08-31
late 2024 | 2024-09-01 2024-12-31
early next year | 2025-01-01 2025-04-30
by 2030 | .. 2030-12-31
in 2026 | 2026-01-01 2026-12-31
before 2030 | .. 2029-12-31
2024-2026 | 2024-01-01 2026-12-31
end of 2025 | 2025-12-31
# no dates
FY2025 | -
fiscal year 2025 | -
Q3 FY25 | -
2024/25 | -
2024-25 | -
the summer | -
summer 2025 | -
next meeting | -
at the next meeting | -
before the summit | -
the following day | -
that week | -
5+5 | -
1,500 | -
24/7 | -
3/4 | -
12 | -
ASAP | -
as soon as possible | -
soon | -
immediately | -
in due course | -
every Friday | -
weekly | -
TBD | -
around 12 June | -
once approved | -
ongoing | -
May '24 | 2024-05-01 2024-05-31
ASAP, by Friday at the latest | .. 2024-05-17
June 1,500 | -
Jun-24 | -
v1.2 | -
42 participants | -
"""
OTHERS = """
fr | avant Noël | .. 2024-12-24
fr | pour le 15/06 | .. 2024-06-15
it | entro il 15/06 | .. 2024-06-15
it | entro 30 gg | 2024-05-16 2024-06-15
es | esta misma semana | 2024-05-13 2024-05-19
fr | demain à dix heures | 2024-05-17
fr | au premier semestre 2025 | 2025-01-01 2025-06-30
it | lunedì alle dieci | 2024-05-20
it | entro il mese | .. 2024-05-31
it | in giornata | 2024-05-16
it | ai primi di giugno | 2024-06-01 2024-06-10
es | el lunes a primera hora | 2024-05-20
es | antes de que acabe el mes | .. 2024-05-31
de | noch in diesem Jahr | 2024-01-01 2024-12-31
de | am Montag um zehn | 2024-05-20
de | morgen früh | 2024-05-17
de | bis Mitte August | .. 2024-08-15
fr | d'ici le 28 | .. 2024-05-28
fr | vendredi dernier délai | .. 2024-05-17
it | entro Natale | .. 2024-12-25
es | antes de Navidad | .. 2024-12-24
de | bis Weihnachten | .. 2024-12-25
fr | sous quinzaine | 2024-05-16 2024-05-30
fr | le 30 | 2024-05-30
fr | avant le 20 | .. 2024-05-19
fr | vendredi, si le temps le permet | 2024-05-17
fr | au cours de l'année | 2024-01-01 2024-12-31
fr | le 3 et le 9 | -
it | entro il 30 | .. 2024-05-30
it | nel corso dell'anno | 2024-01-01 2024-12-31
es | el día 30 | 2024-05-30
es | antes del 20 | .. 2024-05-19
es | hoy mismo | 2024-05-16
es | el viernes, si no llueve | 2024-05-17
es | 30 | -
de | 29.11. | 2024-11-29
de | bis 6. 12. | .. 2024-12-06
de | vom 3.6. bis 5.6. | 2024-06-03 2024-06-05
de | 21.11.2024, 14–15 Uhr | 2024-11-21
de | im Laufe des Jahres | 2024-01-01 2024-12-31
de | Version 2.1. | -
de | 2.13. | -
fr | d'ici la fin du mois | .. 2024-05-31
fr | d'ici vendredi | .. 2024-05-17
fr | avant fin juin | .. 2024-06-30
fr | la semaine prochaine | 2024-05-20 2024-05-26
fr | mardi prochain | 2024-05-21
fr | dans deux semaines | 2024-05-30
fr | sous 30 jours | 2024-05-16 2024-06-15
fr | demain | 2024-05-17
fr | après-demain | 2024-05-18
fr | mi-août | 2024-08-11 2024-08-20
fr | début juillet | 2024-07-01 2024-07-10
fr | au plus tard le 12 juin | .. 2024-06-12
fr | le 1er juin 2024 | 2024-06-01
fr | du 3 au 5 juin 2024 | 2024-06-03 2024-06-05
fr | entre le 3 et le 7 juin | 2024-06-03 2024-06-07
fr | troisième trimestre 2024 | 2024-07-01 2024-09-30
fr | 03/04/2024 | 2024-04-03
fr | l'année prochaine | 2025-01-01 2025-12-31
fr | dans les prochaines semaines | -
fr | l'été prochain | -
fr | il y a deux semaines | 2024-05-02
fr | dès que possible | -
it | entro la fine del mese | .. 2024-05-31
it | entro venerdì | .. 2024-05-17
it | martedì prossimo | 2024-05-21
it | la prossima settimana | 2024-05-20 2024-05-26
it | tra due settimane | 2024-05-30
it | entro 30 giorni | 2024-05-16 2024-06-15
it | dal 3 al 5 giugno 2024 | 2024-06-03 2024-06-05
it | domani | 2024-05-17
it | metà agosto | 2024-08-11 2024-08-20
it | inizio luglio | 2024-07-01 2024-07-10
it | fine giugno | 2024-06-30
it | prima del 12 giugno | .. 2024-06-11
it | la prima settimana di luglio | 2024-07-01 2024-07-07
it | due settimane fa | 2024-05-02
it | il prima possibile | -
es | a finales de mes | 2024-05-31
es | a más tardar el viernes | .. 2024-05-17
es | la próxima semana | 2024-05-20 2024-05-26
es | la semana que viene | 2024-05-20 2024-05-26
es | el martes próximo | 2024-05-21
es | en dos semanas | 2024-05-30
es | en un plazo de 30 días | 2024-05-16 2024-06-15
es | mañana | 2024-05-17
es | a mediados de agosto | 2024-08-11 2024-08-20
es | principios de julio | 2024-07-01 2024-07-10
es | del 3 al 5 de junio de 2024 | 2024-06-03 2024-06-05
es | 12 de mayo de 2024 | 2024-05-12
es | para 2030 | .. 2030-12-31
es | lo antes posible | -
de | bis Ende Juni | .. 2024-06-30
de | bis Freitag | .. 2024-05-17
de | nächsten Dienstag | 2024-05-21
de | nächste Woche | 2024-05-20 2024-05-26
de | Ende nächster Woche | 2024-05-24 2024-05-26
de | in zwei Wochen | 2024-05-30
de | innerhalb von 30 Tagen | 2024-05-16 2024-06-15
de | morgen | 2024-05-17
de | übermorgen | 2024-05-18
de | Mitte August | 2024-08-11 2024-08-20
de | Anfang Juli | 2024-07-01 2024-07-10
de | vom 3. bis 5. Juni 2024 | 2024-06-03 2024-06-05
de | am 3. Oktober 2024 | 2024-10-03
de | KW 24 | 2024-06-10 2024-06-16
de | 3. Quartal 2024 | 2024-07-01 2024-09-30
de | bis Jahresende | .. 2024-12-31
de | spätestens am 12. Juni | .. 2024-06-12
de | so bald wie möglich | -
en-GB | 03/04/2024 | 2024-04-03
en-US | 03/04/2024 | 2024-03-04
en-GB | by 12/06/2024 | .. 2024-06-12
"""


def _expected(text: str) -> tuple[date | None, date | None]:
    if text == "-":
        return None, None
    ends = [None if each == ".." else date.fromisoformat(each) for each in text.split()]
    return ends[0], ends[-1]


def _rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines() if not line.startswith("#")]


CASES = [("en", *row) for row in _rows(ENGLISH)] + [tuple(row) for row in _rows(OTHERS)]


@pytest.mark.parametrize(("language", "words", "expected"), CASES)
def test_the_words_of_a_date_give_the_interval_that_they_name(language: str, words: str, expected: str) -> None:
    when = resolve(words, anchor=ANCHOR, anchor_basis="given", language=language)
    assert (when.start, when.end) == _expected(expected), when.rule
    assert when.words == words
    assert when.rule


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("16 mai 2024 à 18 h", "fr"),
        ("16 de mayo de 2024 a las 21:30 horas", "es"),
        ("16.05.2024 alle ore 20.30", "it"),
        ("16 maggio 2024 ore 20,30", "it"),
        ("May 16, 2024 10:00am - 11:00am", "en"),
    ],
)
def test_the_hour_behind_a_day_is_left_aside(words: str, language: str) -> None:
    assert resolve(words, anchor=None, language=language).start == ANCHOR


def test_without_an_anchor_only_a_date_with_its_year_is_a_date() -> None:
    for language, words, expected in CASES:
        counted = resolve(words, anchor=ANCHOR, language=language).anchor is not None
        when = resolve(words, anchor=None, language=language)
        assert (when.anchor, when.anchor_basis) == (None, None), words
        # A year of two digits is the one nearest to the anchor.
        dated = not counted and words not in ("27.6.19", "May '24")
        assert (when.start, when.end) == (_expected(expected) if dated else (None, None)), words


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 250


def test_the_anchor_is_named_only_where_it_was_used() -> None:
    relative = resolve("next week", anchor=ANCHOR, anchor_basis="document date: given")
    complete = resolve("12 June 2024", anchor=ANCHOR, anchor_basis="document date: given")
    assert (relative.anchor, relative.anchor_basis) == (ANCHOR, "document date: given")
    assert (complete.anchor, complete.anchor_basis) == (None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", "2024-05-16"),
        ("on Friday", "2024-05-10"),
        ("May 3", "2024-05-03"),
        ("27 June", "2023-06-27"),
        ("June", "2023-06-01 2023-06-30"),
        ("the 20th", "2024-04-20"),
        ("between 3 and 7 May", "2024-05-03 2024-05-07"),
        ("yesterday", "2024-05-15"),
        ("Q3", "2023-07-01 2023-09-30"),
    ],
)
def test_what_took_place_is_looked_for_in_the_past(words: str, expected: str) -> None:
    when = resolve(words, anchor=ANCHOR, looking_back=True)
    assert (when.start, when.end) == _expected(expected), when.rule


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("next meeting", "event"),
        ("FY2025", "fiscal"),
        ("31 February 2024", "calendar"),
        ("03/04/2024", "order"),
        ("the summer", "season"),
        ("in the coming weeks", "no rule"),
        ("before you leave", "event"),
        ("before the 41st of the month", "no rule"),
        ("in a few days", "number"),
        ("soon", "no time"),
        ("every Friday", "recurs"),
        ("on Thursday", "that weekday"),
        ("Friday June 27, 2019", "another weekday"),
        ("the following day", "another date"),
        ("2024-25", "two calendar years"),
        ("7-3 June 2024", "backwards"),
        ("3 and 9 June", "several dates"),
    ],
)
def test_where_there_is_no_date_the_rule_says_why(words: str, why: str) -> None:
    when = resolve(words, anchor=ANCHOR, language="en")
    assert (when.start, when.end) == (None, None)
    assert when.rule is not None
    assert when.rule.startswith("no date: ")
    assert why in when.rule


def test_no_words_whatever_raise_an_error() -> None:
    dice = random.Random(7)
    words = [word for _, row, _ in CASES for word in row.split()] + ["99999999999", "0", "-", "/", "year", "İ", "32nd"]
    for _ in range(600):
        text = " ".join(dice.choices(words, k=dice.randint(0, 6)))
        for anchor in (ANCHOR, None, date.min, date.max):
            when = resolve(text, anchor=anchor, language=dice.choice(["en", "fr", "it", "es", "de", "pl", None]))
            assert when.start is None or when.end is None or when.start <= when.end, text


# Complete dates in a text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-06-01", "2023-06-01"),
        ("held on 1 June 2023.", "1 June 2023"),
        ("June 1, 2023", "June 1, 2023"),
        ("the 1st of June 2023", "the 1st of June 2023"),
        ("Thursday, June 27, 2019 in Tripoli", "Thursday, June 27, 2019"),
        ("Friday June 27, 2019", "June 27, 2019"),  # it was a Thursday
        ("13/06/2023", "13/06/2023"),
        ("05.06.2023", "05.06.2023"),
        ("May 28,1970", "May 28,1970"),
        ("1er juin 2023", "1er juin 2023"),
        ("le 3 août 2023", "3 août 2023"),
        ("12 de mayo de 2024", "12 de mayo de 2024"),
        ("3. Oktober 1990", "3. Oktober 1990"),
        ("1º gennaio 2024", "1º gennaio 2024"),
        ("12 czerwca 2024", "12 czerwca 2024"),
        ("2023年6月1日", "2023年6月1日"),
        ("JUNE\n1, 2023", "JUNE\n1, 2023"),
        ("TRIPOLI—May 3, 2024—The", "May 3, 2024"),
        ("2023-06-01T10:00Z", "2023-06-01"),
        ("Tue, 3 Dec 2024 10:00:00 +0100", "Tue, 3 Dec 2024"),
    ],
)
def test_a_complete_date_is_found_where_it_stands(text: str, expected: str) -> None:
    assert [text[each.start : each.end] for each in find_absolute(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    ["01/06/2023", "31 February 2024", "3-5 June 2023", "3 – 5 June 2023", "1,500", "5+5", "v.1.2.2023", "May 2024",
     "10 2023 people", "https://example.org/2023/06/01/a", "1 June 20234", "2023-13-01", "12 June"],
)  # fmt: skip
def test_what_is_no_complete_date_is_not_found(text: str) -> None:
    assert find_absolute(text) == []


def test_the_locale_settles_the_order_of_day_and_month() -> None:
    assert find_absolute("01/06/2023", language="fr") == [FoundDate(0, 10, date(2023, 6, 1))]
    assert find_absolute("01/06/2023", language="en-US") == [FoundDate(0, 10, date(2023, 1, 6))]
    assert find_absolute("01/06/2023", language="en") == []


def test_letter_case_never_breaks_the_search() -> None:
    for text in ("12 MAYIS 2024", "12 mayis 2024", "3 AOÛT 2023", "3 aout 2023", "1 ſeptember 2024"):
        assert len(find_absolute(text)) == 1, text


@pytest.mark.parametrize(
    "piece",
    ["We met on March the third 2024, as 12 others may. ", "1 ", "may ", "12 may ", " ", "2024 ", "1-1-", "mon "],
)
def test_the_search_is_linear(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.perf_counter()
    find_absolute(text)
    assert time.perf_counter() - started < 20


# The stage


def _document(*lines: str, day: date | None = ANCHOR) -> Document:
    text, segments = "", []
    for line in lines:
        segments.append(Segment(len(text), len(text) + len(line)))
        text += line + "\n"
    return Document(text, segments, date=day, date_basis="given" if day else None, language="en")


def _evidence(document: Document, line: int) -> Evidence:
    place = document.segment(line)
    return Evidence(quote=document.line_text(line), start=place.start, end=place.end, line=line)


def _commitment(document: Document, line: int, due: str, meetings: list[str] | None = None) -> Item:
    values = {"action": "report", "strength": Strength.UNDERTOOK, "due": due, "meetings": meetings or []}
    return Item("commitments", DraftCommitment(**values), values, evidence=[_evidence(document, line)])


def _meeting(document: Document, line: int, when: str, name: str = "m1") -> Item:
    values = {"id": name, "title": None, "place": None, "date": when}
    return Item("meetings", DraftMeeting(**values), values, evidence=[_evidence(document, line)])


def test_a_due_date_is_counted_from_the_date_of_the_document() -> None:
    document = _document("Malta will report by Friday.")
    item = _commitment(document, 1, "by Friday")
    date_items([item], Brief, document)
    when = item.values["due"]
    assert isinstance(when, When)
    assert (when.start, when.end) == (None, date(2024, 5, 17))
    assert (when.anchor, when.anchor_basis) == (ANCHOR, "document date: given")
    assert item.changes == []


def test_a_due_date_is_counted_from_the_one_meeting_it_belongs_to() -> None:
    document = _document("They met on 2 May 2024.", "Malta will report within a week.")
    meeting, item = _meeting(document, 1, "2 May 2024"), _commitment(document, 2, "within a week", ["m1"])
    date_items([item, meeting], Brief, document)
    assert item.values["due"].end == date(2024, 5, 9)
    assert item.values["due"].anchor_basis == "meeting date: 2 May 2024"


def test_without_a_date_of_the_document_that_of_its_only_meeting_counts_for_all() -> None:
    document = _document(
        "They met on 2 May 2024.", "Malta will report within a week.", "They met on 3 May 2024.", day=None
    )
    first, second = _meeting(document, 1, "2 May 2024"), _meeting(document, 3, "3 May 2024", "m2")
    item = _commitment(document, 2, "within a week")
    date_items([item, first], Brief, document)
    assert item.values["due"].end == date(2024, 5, 9)
    item = _commitment(document, 2, "within a week")
    date_items([item, _meeting(document, 1, "2 May 2024"), second], Brief, document)
    assert item.values["due"].end is None


def test_an_item_of_two_meetings_is_counted_from_the_date_of_the_document() -> None:
    document = _document("They met on 2 May 2024 and on 3 May 2024.", "Malta will report within a week.")
    meetings = [_meeting(document, 1, "2 May 2024"), _meeting(document, 1, "3 May 2024", "m2")]
    item = _commitment(document, 2, "within a week", ["m1", "m2"])
    date_items([*meetings, item], Brief, document)
    assert item.values["due"].end == date(2024, 5, 23)


def test_a_meeting_was_held_before_the_document_unless_it_says_otherwise() -> None:
    document = _document("The ministers met on Tuesday.", "The council will be held on Tuesday.")
    past, planned = _meeting(document, 1, "on Tuesday"), _meeting(document, 2, "on Tuesday", "m2")
    date_items([past, planned], Brief, document)
    assert past.values["date"].start == date(2024, 5, 14)
    assert planned.values["date"].start == date(2024, 5, 21)


def test_without_a_date_of_the_document_relative_words_give_none() -> None:
    document = _document("Malta will report by Friday.", day=None)
    item = _commitment(document, 1, "by Friday")
    date_items([item], Brief, document)
    assert item.values["due"] == When(words="by Friday", rule="no date: no date to count from")


@pytest.mark.parametrize("words", ["by Monday", "30 June 2024", "next week"])
def test_words_that_the_quoted_lines_do_not_hold_give_no_date(words: str) -> None:
    document = _document("Malta will report by Friday.", "Next week, on Monday 30 June 2024, all rest.")
    item = _commitment(document, 1, words)
    date_items([item], Brief, document)
    assert item.values["due"] is None
    assert [(each.field, each.before, each.after) for each in item.changes] == [("due", words, None)]
    assert words in item.changes[0].reason


def _talk(*lines: str) -> Document:
    document = _document(*lines)
    segments = [Segment(one.start, one.end, speaker="Mia Torp") for one in document.segments]
    return Document(document.text, segments, date=ANCHOR, date_basis="given", language="en")


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("by Friday", date(2024, 5, 17)),
        ("before the fair, the fifth of June", date(2024, 6, 4)),
        ("before the fair (the fifth of June)", date(2024, 6, 4)),
    ],
)
def test_a_line_beside_that_says_hardly_more_than_the_date_bears_it_too(words: str, end: date) -> None:
    document = _talk(
        "I'll send you the list before the fair.", "By Friday.", "No, wait.", "The fifth of June.", "Good."
    )
    item = _commitment(document, 1, words)
    date_items([item], Brief, document)
    assert item.values["due"].end == end


@pytest.mark.parametrize("words", ["by Monday", "the fifth of June", "after the fair, the fifth of June"])
def test_a_line_beside_that_says_more_or_stands_far_off_bears_no_date(words: str) -> None:
    document = _talk(
        "I'll send you the list before the fair.",
        "The other house wants its tables back by Monday and pays for the van.",
        "The fifth of June.",
    )
    item = _commitment(document, 1, words)
    date_items([item], Brief, document)
    assert item.values["due"] is None


def test_a_paragraph_beside_bears_no_date() -> None:
    document = _document("Malta will report.", "By Friday.")
    apart = [Segment(one.start, one.end, block=number) for number, one in enumerate(document.segments)]
    item = _commitment(Document(document.text, apart, date=ANCHOR, language="en"), 1, "by Friday")
    date_items([item], Brief, Document(document.text, apart, date=ANCHOR, language="en"))
    assert item.values["due"] is None


@pytest.mark.parametrize("words", ["Friday, the 12th of July", "Friday 12 July", "by friday, 12 july", "12 July"])
def test_articles_case_and_ordinals_make_no_other_words(words: str) -> None:
    document = _document("Malta will report by Friday, the 12th of July.")
    item = _commitment(document, 1, words)
    date_items([item], Brief, document)
    assert item.values["due"].end == date(2024, 7, 12)


def test_a_complete_date_may_be_written_otherwise_than_in_the_source() -> None:
    document = _document("Malta will report on July 12, 2024.")
    item = _commitment(document, 1, "2024-07-12")
    date_items([item], Brief, document)
    assert item.values["due"].start == date(2024, 7, 12)


def test_a_refused_item_keeps_its_words() -> None:
    document = _document("Malta will report by Friday.")
    item = _commitment(document, 1, "by Friday")
    item.refuse(RejectionReason.CONTRADICTED, "the words say otherwise")
    date_items([item], Brief, document)
    assert item.values["due"] == "by Friday"


class Milestone(Evidenced):
    name: str
    steps: list[When]


class PlanBrief(CheckedBrief):
    milestones: list[Milestone]


def test_the_dates_of_a_schema_of_ones_own_are_found_by_their_type() -> None:
    document = _document("The pilot starts next week and ends in Q3 2024.")
    values = {"name": "pilot", "steps": ["next week", "Q3 2024", "in 2031"]}
    item = Item("milestones", Claim(), dict(values), evidence=[_evidence(document, 1)])
    date_items([item], PlanBrief, document)
    assert [each.start for each in item.values["steps"]] == [date(2024, 5, 20), date(2024, 7, 1)]
    assert "in 2031" in item.changes[0].reason


@pytest.mark.parametrize("words", ["in 20000 days", "within 20000 workdays", "in 99999 hours", "10001 weeks ago"])
def test_a_number_too_large_to_count_gives_no_date(words: str) -> None:
    when = resolve(words, anchor=ANCHOR, language="en")
    assert (when.start, when.end, when.anchor) == (None, None, None)
    assert "a number of that size" in when.rule


def test_a_number_of_four_digits_is_counted_in_full() -> None:
    assert resolve("in 1000 days", anchor=ANCHOR, language="en").start == date(2027, 2, 10)
    assert resolve("in 9999 workdays", anchor=ANCHOR, language="en").start == date(2062, 9, 13)


def test_long_words_are_no_date_and_cost_no_time() -> None:
    begin = time.perf_counter()
    when = resolve("friday " * 20_000, anchor=ANCHOR)
    assert time.perf_counter() - begin < 20
    assert (when.start, when.end) == (None, None)
    assert "more than 200 characters" in when.rule


@pytest.mark.parametrize(
    ("words", "language", "start", "end"),
    [
        ("by the deadline set for 21 March 2026 at 17:00", "en", None, "2026-03-21"),
        ("entro la data di termine fissata al giorno 2026-03-21 alle ore 17:00", "it", None, "2026-03-21"),
        ("entro il termine del 21 marzo 2026", "it", None, "2026-03-21"),
        ("bis zum Fristende am 21. März 2026", "de", None, "2026-03-21"),
        ("avant la clôture du scrutin le 21 mars 2026", "fr", None, "2026-03-21"),
        ("by the deadline set for the spring", "en", None, None),
    ],
)
def test_a_day_behind_what_falls_on_it_counts(words: str, language: str, start: str | None, end: str | None) -> None:
    found = resolve(words, anchor=None, language=language)
    assert (found.start and found.start.isoformat(), found.end and found.end.isoformat()) == (start, end)
