"""Transcripts, documents that hold nothing, and documents made to break the engine."""

import time

import pytest
from papers import draft, names, paper

from summarizer import summarize
from summarizer.documents import Document, Segment
from summarizer.engines.rules.engine import drafted
from summarizer.errors import DocumentError
from summarizer.loading import load


def test_the_labels_of_a_transcript_are_its_participants() -> None:
    made = draft(
        "Project Manager: Hello, is Minister Ana Ruiz coming?\nMarketing: I will look at the prices.\n"
        "Grad A: Okay.\nGrad B: We agreed to nothing yet.\nNote: the tape stops here.\n",
        "transcript",
    )
    assert names(made) == ["Project Manager", "Marketing", "Grad A", "Grad B"]
    assert names(made, "mentioned") == ["Ana Ruiz"]
    assert {person.basis for person in made.participants if person.presence == "attended"} == {"speaker label"}


def test_what_somebody_does_behind_the_name_is_no_part_of_it() -> None:
    made = draft(
        "Ann Lee: I read the report.\nAnn Summarizes: It is long.\nBo Explains: It is good.\nDo Says: No.\n",
        "transcript",
    )
    assert names(made) == ["Ann Lee", "Bo", "Do"]


def test_what_somebody_says_in_passing_is_no_commitment() -> None:
    made = draft("Ann: I will send it tomorrow.\nBo: We should meet again, I promise.\n", "transcript")
    assert (made.commitments, made.follow_ups, made.agenda_items) == ([], [], [])


def test_minutes_that_write_down_speech_bind_nobody_by_it() -> None:
    turns = "".join(
        f"Ann Lee: We agreed to paint wall {n}.\nBo Ray: The committee will pay {n} euros.\n" for n in range(4)
    )
    made = draft(f"# Paint call\n\n### 1. Walls\n\n{turns}")
    assert made.commitments == []
    assert names(made) == ["Ann Lee", "Bo Ray"]
    assert [item.topic for item in made.agenda_items] == ["Walls"]


def test_a_label_that_shortens_or_misspells_a_listed_name_is_the_same_person() -> None:
    made = draft(
        "## Present\n\n- Timothy Hatch\n- Zoe Quist\n- Jo Bell\n\n[chat] Tim Hatch: hi\n\n[chat] Zoe: hi\n\n[chat] JoBel: hi\n\n[chat] JB: bye\n"
    )
    assert names(made) == ["Timothy Hatch", "Zoe Quist", "Jo Bell"]


@pytest.mark.parametrize(
    "two",
    [
        ("Maria Lopez", "Mario Lopez"),
        ("Speaker 1", "Speaker 2"),
        ("SPEAKER_00", "SPEAKER_01"),
        ("Tom Johnson", "Tom Johnston"),
    ],
)
def test_two_who_both_speak_are_two_people_however_alike_their_labels(two: tuple[str, str]) -> None:
    turns = "".join(f"{name}: I think the roof of the hall comes first.\n" for name in two)
    assert names(drafted(paper(turns * 2, "transcript"))) == list(two)


def test_the_secretary_who_speaks_is_the_one_on_the_list() -> None:
    text = "PARTICIPANTS\nSecretary Holm\nDeputy Secretary Ivers\nAmbassador Vane\n\nThe Secretary: Well?\nVane: Yes.\n"
    document = paper(text, "transcript")
    made = drafted(document)
    assert names(made) == ["Holm", "Ivers", "Vane"]


def test_a_document_in_which_nothing_is_promised_gives_empty_lists() -> None:
    made = draft("The harbour was quiet. Gulls sat on the pier, and nobody came.\n", "prose")
    assert (made.meetings, made.participants, made.agenda_items, made.commitments, made.follow_ups) == (
        [],
        [],
        [],
        [],
        [],
    )


def test_another_language_is_refused_with_advice() -> None:
    with pytest.raises(DocumentError, match="English only") as refused:
        drafted(paper("Le maire a ouvert la séance.", "prose", language="fr"))
    assert "--model" in refused.value.hint


def test_a_text_too_short_to_tell_its_language_is_refused_by_its_letters() -> None:
    with pytest.raises(DocumentError, match="English only"):
        summarize("اتفق الطرفان على إرسال التقرير.\nسيرسل أحمد العقد.\n")
    assert summarize("Zoë ⟨zoe@example.org⟩: café → naïve, £5").status == "complete"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## Attendees\n\n## Agenda\n\n## Action Items\n\n## Decisions\n",
        "Present:\nRegrets:\nChair:\n",
        "- \n- [ ]\n* ACTION:\n> Resolution #1:\n| | |\n|---|\n",
        "(((((((((( :::: ,,,,; ;;; — — — @ @@ [x] [ ]\n",
        "\u202eReversed \u2066Present:\u2069 \ufeffAnn\n",
    ],
)
def test_empty_sections_and_bare_marks_give_no_items(text: str) -> None:
    made = draft(text)
    assert made.follow_ups == []
    assert made.commitments == []
    assert made.agenda_items == []


@pytest.mark.parametrize(
    "unit",
    ["Director of the Office of ", "Ann Lee, ", "agreed to the ", "( ", "Present: A, ", "a" * 97, "met with Mr. X, "],
)
def test_a_line_of_a_million_characters_is_read_in_linear_time(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    started = time.perf_counter()
    drafted(Document(text, [Segment(0, len(text))]))
    assert time.perf_counter() - started < 20


def test_a_long_document_takes_no_time_out_of_proportion() -> None:
    turn = "Minister Ana Ruiz of Spain met Governor Bo Lind, Head of Ports, and they agreed to open the harbour by May.\n\n"
    document = paper(turn * (50_000 // len(turn)), "prose")
    assert _seconds(document) < 20  # a quarter of a second on a quiet machine; this catches what grows without bound


def _seconds(document: Document) -> float:
    started = time.perf_counter()
    drafted(document)
    return time.perf_counter() - started


@pytest.mark.parametrize("who", ["Guest", "Speaker", "Caller", "Delegate", "Witness", "Participant"])
@pytest.mark.parametrize("marks", [("1", "2"), ("A", "B")])
def test_speakers_without_a_name_go_by_their_whole_label(who: str, marks: tuple[str, str]) -> None:
    turns = "".join(f"{who} {mark}: I think that the roof of the hall comes first.\n" for mark in marks)
    assert names(drafted(paper(turns * 3, "transcript"))) == [f"{who} {mark}" for mark in marks]


def test_a_number_makes_no_speaker_of_a_heading() -> None:
    made = draft("Ann: We begin.\nItem 1: The roof.\nAnn: Tar it is.\nBo: Yes, tar.\n" * 2, "transcript")
    assert names(made) == ["Ann", "Bo"]


PLENARY = """\
# Plenary

| Name | Abbreviation | Organization |
|---|---|---|
| Ruth Castell | RCL | Brightloom |
| Olu Bankole | OBK | Marden |

## Pier paint

Presenter: Olu Bankole (OBK)

OBK: We want green paint.

RCL: Nobody is against it. Who writes it up?

OBK: I am happy to.

### Conclusion

- The pier is painted green.
- Olu Bankole writes it up.

## Berth fees

Presenter: Ruth Castell (RCL)

RCL: This is only a report.

OBK: Thank you.

### Conclusion

None.
"""


def test_a_table_tells_whose_short_name_labels_a_turn_and_who_presents_is_no_speaker_of_that_name() -> None:
    made = drafted(load(PLENARY))
    assert [(one.name, one.organization) for one in made.participants] == [
        ("Ruth Castell", "Brightloom"),
        ("Olu Bankole", "Marden"),
    ]


def test_a_conclusion_below_a_subject_lists_what_was_decided_on_it() -> None:
    made = drafted(load(PLENARY))
    assert {item.topic: [one.text for one in item.decisions] for item in made.agenda_items} == {
        "Pier paint": ["The pier is painted green.", "Olu Bankole writes it up."],
        "Berth fees": [],
    }


def test_the_conclusion_of_a_whole_report_decides_nothing() -> None:
    made = drafted(load("# Minutes of the year\n\n## Fees\n\nThey rose.\n\n## Conclusion\n\n- It was a good year.\n"))
    assert [one.text for item in made.agenda_items for one in item.decisions] == []


def test_how_states_voted_is_no_turn_of_theirs() -> None:
    text = "The President: We now vote.\n\nIn favour: Austria, Chad\nAgainst: None\nAbstaining: None\n\nThe President: It is adopted.\n\nMr. Leitner (Austria): I thank you.\n\nMs. Rojas (Chile): I thank you too.\n\nThe President: The meeting is closed.\n\nMr. Leitner (Austria): Goodbye.\n"
    assert not {"Against", "Abstaining"} & {one.name for one in drafted(load(text)).participants}


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("Kerr, Alice", "van Dijk, Jan P."), ["Alice Kerr", "Jan P. van Dijk"]),
        (("Kerr, Alice (Acme)", "Lund, Bo"), ["Alice Kerr", "Bo Lund"]),
        (("Ann Lee, Acme", "Bo Ray, Beta"), ["Ann Lee", "Bo Ray"]),
        (("Lee, Norway", "Ray, Sweden"), ["Lee", "Ray"]),
    ],
)
def test_a_label_may_have_the_surname_first(labels: tuple[str, str], found: list[str]) -> None:
    turns = [Segment(start, start + 6, speaker=label) for start, label in zip((0, 7), labels, strict=True)]
    made = drafted(Document("Hello. Good morning to you.", turns, kind="transcript", language="en"))
    assert [one.name for one in made.participants] == found
