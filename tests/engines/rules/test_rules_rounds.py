"""Rounds of those who met, and what a mail settles and asks of whom it goes to."""

import pytest

from summarizer import summarize

ROUND = """Standup Thu 12 Nov 2026

Ann
Yesterday: finished the pump, looked at Bo's plan
Today: paint the hut
Blockers: none

Bo
Yesterday: out sick
Today: will give Ann the key before lunch; write the report
Blockers: -
"""


def test_what_each_is_going_to_do_in_a_round_is_a_next_step_of_theirs() -> None:
    brief = summarize(ROUND.encode())
    assert [(one.owner, one.action, str(one.due and one.due.end)) for one in brief.follow_ups] == [
        ("Ann", "paint the hut", "2026-11-12"),
        ("Bo", "give Ann the key before lunch", "2026-11-12"),
        ("Bo", "write the report", "2026-11-12"),
    ]
    assert [one.name for one in brief.participants] == ["Ann", "Bo"]
    assert brief.agenda_items == []


def test_the_names_that_head_a_round_are_no_subjects() -> None:
    text = ROUND.replace("Ann\nYes", "## Ann\n- Yes").replace("Bo\nYes", "## Bo\n- Yes").replace("\nToday", "\n- Today")
    brief = summarize(text.replace("Standup", "# Standup").encode())
    assert brief.agenda_items == []
    assert [one.owner for one in brief.follow_ups] == ["Ann", "Bo", "Bo"]


def test_a_round_has_short_labels_and_one_who_uses_none() -> None:
    text = (
        ROUND + "\nTess\nY: off\nT: mend the gate\nB: waiting for paint\n\nCleo\n- could not come, painted the lock\n"
    )
    text += "\nAfter the round\n- Ann + Bo to mend the lamp on Friday\n- @Tess to ask the mill\n"
    brief = summarize(text.encode())
    assert [one.name for one in brief.participants] == ["Ann", "Bo", "Tess", "Cleo"]
    assert [(one.owner, one.action) for one in brief.follow_ups][3:] == [
        ("Tess", "mend the gate"),
        ("Ann and Bo", "mend the lamp on Friday"),
        ("Tess", "ask the mill"),
    ]


def test_one_name_makes_no_round() -> None:
    assert summarize(ROUND.partition("\nBo\n")[0].encode()).follow_ups == []


MAIL = """From: Ruth Holm <ruth@hartwell.example>
To: Idris Bell <idris@hartwell.example>, Tess Nowak <tess@hartwell.example>
Subject: Annual fair
Date: Thu, 12 Nov 2026 16:42:10 +0000
Message-ID: <1@hartwell.example>

Hi both,

The weather was fine and all of the boats are back from the yard.

{words}

Ruth
"""


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (
            "Tess, please cancel the hut by Monday, otherwise they charge us.",
            ("Tess Nowak", "cancel the hut by Monday"),
        ),
        ("Idris - can you draft the invitation?", ("Idris Bell", "draft the invitation")),
    ],
)
def test_what_a_mail_asks_of_somebody_by_name_is_theirs_to_do(words: str, step: tuple[str, str]) -> None:
    (one,) = summarize(MAIL.format(words=words).encode()).follow_ups
    assert (one.owner, one.action) == step
    assert one.strength == "proposed"


@pytest.mark.parametrize(
    "words", ["Dora, please cancel the hut.", "Tess, can you see that?", "Ruth, please call Dora."]
)
def test_others_and_the_writer_are_asked_for_nothing(words: str) -> None:
    assert summarize(MAIL.format(words=words).encode()).follow_ups == []


def test_what_a_mail_calls_settled_is_a_decision() -> None:
    (item,) = summarize(MAIL.format(words="OK, then it's settled: we take the hall in June.").encode()).agenda_items
    assert [one.text for one in item.decisions] == ["we take the hall in June"]
