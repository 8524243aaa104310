"""Attendance in tables, rolls, lists of witnesses and labels of speakers."""

import re
import time

import pytest
from papers import draft, names

from summarizer.documents import Document, Segment
from summarizer.engines.rules.engine import drafted
from summarizer.schemas import BriefDraft


def draft_spoken(text: str) -> BriefDraft:
    """A transcript with a turn for each line, whatever its label."""
    turns = list(re.finditer(r"(?m)^(.+?): (.+)$", text))
    segments = [Segment(m.start(2), m.end(2), speaker=m[1], block=at) for at, m in enumerate(turns)]
    return drafted(Document(text, segments, kind="transcript", language="en"))


def test_a_table_with_a_column_for_presence_is_an_attendance() -> None:
    text = (
        "# Minutes\n\n| Member | Ward | Present | Apologies | Substitute |\n|---|---|---|---|---|\n"
        "| Ann Reed | North | x | | |\n| Bo Lind | South | | x | Cy Fox |\n\nThe end.\n"
    )
    made = draft(text)
    assert names(made) == ["Ann Reed", "Cy Fox"]
    assert names(made, "absent") == ["Bo Lind"]


def test_a_table_of_tasks_is_no_attendance() -> None:
    assert names(draft("# Minutes\n\n| Action | Who | Status |\n|---|---|---|\n| Paint | Ann Reed | open |\n")) == []


def test_several_labels_may_stand_in_one_row() -> None:
    made = draft("Trust meeting\n\nHere: Ann, Bo (remote, first half). Not here: Cy Fox (ill).\n\nTalk.\n")
    assert names(made) == ["Ann", "Bo"]
    assert names(made, "absent") == ["Cy Fox"]


def test_those_who_share_a_title_are_apart() -> None:
    made = draft("Minutes\n\nPresent: Mayor Ann Reed; Council Members Bo Lind (Ward 1), Cy Fox (Ward 2) and Di Hall.\n")
    assert names(made) == ["Ann Reed", "Bo Lind", "Cy Fox", "Di Hall"]


def test_the_holder_of_an_office_beside_a_list_took_part() -> None:
    made = draft("Talks\n\nFor the mill: Ann Reed (director), Bo Lind (manager)\nMediator: Cy Fox\n\nTalk.\n")
    assert names(made) == ["Ann Reed", "Bo Lind", "Cy Fox"]


def test_witnesses_are_listed_surname_first() -> None:
    made = draft(
        "Hearing\n\nLIND, Mr Bo, Secretary, Board of Ports\nREED, Dr Ann, Convenor, Harbour Families\n\nTalk.\n"
    )
    assert names(made) == ["Bo Lind", "Ann Reed"]


def test_the_chair_who_speaks_is_no_list_of_chairs() -> None:
    text = "Present: Ann Reed, Bo Lind\n\nCHAIR: We go on. I welcome Mr Fox, briefly.\nBo Lind: Yes.\n"
    assert "briefly" not in names(draft(text, "transcript"))


def test_those_who_report_under_a_head_and_who_are_credited_took_part() -> None:
    text = (
        "Storm call\n\nNotes taken by Di Hall\n\nRoads (Ann Reed, Road Board). All open.\n\nPower (Bo Lind, Northgrid). Some are out.\n\n"
        "Weather (Cy Fox, Met Office). It is cold.\n"
    )
    made = draft(text)
    assert names(made) == ["Di Hall", "Ann Reed", "Bo Lind", "Cy Fox"]
    assert [item.topic for item in made.agenda_items] == ["Roads", "Power", "Weather"]


def test_the_notes_of_a_stand_up_are_kept_under_names() -> None:
    text = "# Stand-up, 14 May\n\n## Ann\n\n- tests done\n\n## Bo L.\n\n- ill\n"
    assert names(draft(text)) == ["Ann", "Bo L."]
    assert names(draft(text.replace("Stand-up", "Review"))) == []


def test_a_label_may_hold_the_office_or_the_question_and_its_speaker() -> None:
    text = "The Minister for Ports (Ann Reed): It is open.\nQUESTION (Bo Lind, Daily Post): Is it?\nThe Minister for Ports (Ann Reed): Yes.\n"
    made = draft_spoken(text)
    assert names(made) == ["Ann Reed", "Bo Lind"]
    assert [person.role for person in made.participants] == ["Minister for Ports", None]


def test_a_heading_with_a_colon_is_no_speaker() -> None:
    made = draft_spoken("Overseas Aid: Delta States\nAnn Reed: It is cut.\nBo Lind: Why is it cut?\n")
    assert names(made) == ["Ann Reed", "Bo Lind"]


def test_ships_and_passes_are_no_people() -> None:
    made = draft("Mr Lind said the trawler Lady Agnes was held. The road over Col de Lune is shut.\n", "prose")
    assert [person.name for person in made.participants] == ["Lind"]


RAN_TOGETHER = (
    "Chair Ann Reed (North), Port Board Whip Bo Lind (South), Port Board House Whip Cy Fox (East), City Council "
    "Deputy Clerk Di Hall (West), City Council"
)


def test_of_a_list_that_lost_its_rows_nobody_gets_the_body_of_the_person_before() -> None:
    for opening in ("Present: ", "Attendees:\n\n"):
        made = draft(f"Minutes\n\n{opening}{RAN_TOGETHER}\n\nThe forum met in May.\n")
        assert names(made) == ["Ann Reed", "Bo Lind", "Cy Fox", "Di Hall"]
        assert [one.organization for one in made.participants] == [None] * 4


def test_a_list_with_commas_between_the_people_keeps_their_bodies() -> None:
    people = "Ann Reed (North), Bo Lind (South), Cy Fox (East), Harbour Trust"
    made = draft(f"Minutes\n\nPresent: {people}\n\nThe forum met in May.\n")
    assert [one.organization for one in made.participants] == ["North", "South", "Harbour Trust"]
    before = "Port Board Chair Ann Reed (North), Water Board Chair Bo Lind (South)"
    made = draft(f"Minutes\n\nPresent: {before}\n\nThe forum met in May.\n")
    assert [one.organization for one in made.participants] == ["Port Board", "Water Board"]


def test_a_list_in_one_row_is_read_however_long_it_is() -> None:
    syllables = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pa", "re"]
    people = [
        f"{a.title()}{b}n {c.title()}{d}s" for a in syllables for b in syllables for c in syllables for d in "aei"
    ]
    row = ", ".join(people[:2_200])
    assert len(row) > 20_000
    made = draft(f"Minutes\n\nPresent: {row}\n\nThe forum met in May.\n")
    assert names(made) == people[:2_200]


def test_a_long_speech_behind_a_label_costs_no_time() -> None:
    started = time.perf_counter()
    for label in ("Chair", "Present", "Minutes"):
        assert names(draft(f"Minutes\n\n{label}: {'word ' * 4_000}end\n\nThe forum met in May.\n")) == []
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("state", ["no", "no (apologies)", "Absent, ill", "excused - on leave"])
def test_a_cell_that_says_more_than_that_somebody_was_away_says_it_too(state: str) -> None:
    made = draft(f"| Name | Present |\n|---|---|\n| Ann Reed | yes |\n| Bo Lind | {state} |\n\nThe paper was read.\n")
    assert [(one.name, one.presence) for one in made.participants] == [("Ann Reed", "attended"), ("Bo Lind", "absent")]


@pytest.mark.parametrize("others", ["the undersigned", "other officials", "and other members of the delegation"])
def test_who_is_listed_without_a_name_takes_no_other_one_off_the_list(others: str) -> None:
    made = draft(f"Note of a talk\n\nParticipants: Ann Reed (chair), Bo Lind, {others}\n\nIt rained.\n")
    assert [(one.name, one.presence) for one in made.participants] == [
        ("Ann Reed", "attended"),
        ("Bo Lind", "attended"),
    ]


MOVED = (
    "Minutes of the harbour board\n\n1. Pump\n\nMoved by Reed, seconded by Lind, to buy a pump.\n{}\nMotion carried.\n"
)


@pytest.mark.parametrize(
    "rows",
    [
        "ROLL CALL\nAyes: Reed, Lind, Fox\nNays: None\nAbsent: Holm",
        "Roll call vote\nAYES - Reed, Lind\nNAYS - Fox\nABSENT - Holm",
        "Voting yes: Reed and Lind\nAbstaining: Fox\nAbsent: Holm",
    ],
)
def test_those_who_voted_were_there_and_the_labels_of_votes_are_nobody(rows: str) -> None:
    made = draft(MOVED.format(rows))
    assert names(made) == ["Reed", "Lind", "Fox"]
    assert names(made, "absent") == ["Holm"]


def test_the_count_of_a_vote_names_nobody() -> None:
    assert draft(MOVED.format("Ayes: 3\nNays: none\nIn favour: the whole board")).participants == []


def test_a_vote_calls_those_on_the_list_by_their_surnames() -> None:
    rows = "Ayes: Reed, Lind\nNays: Fox"
    made = draft(MOVED.format(rows).replace("1. Pump", "Present: Ann Reed, Bo Lind, Cy Fox\n\n1. Pump"))
    assert names(made) == ["Ann Reed", "Bo Lind", "Cy Fox"]


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Reed, Lind and Fox answered the roll.", ["Reed", "Lind", "Fox"]),
        ("Ann Reed and Bo Lind were present.", ["Ann Reed", "Bo Lind"]),
        ("The following members were present: Reed, Lind, Fox.", ["Reed", "Lind", "Fox"]),
        ("Present were Ann Reed, Bo Lind and, in attendance, Cy Fox.", ["Ann Reed", "Bo Lind", "Cy Fox"]),
        ("Norway, Varde and two others were present.", []),
        ("Norway, Sweden and Iceland were present.", []),
        ("Lind and Fox were present only for the vote on fees.", []),
    ],
)
def test_a_sentence_says_who_was_present_before_or_after_the_names(told: str, there: list[str]) -> None:
    assert names(draft(f"Minutes of the harbour board\n\n{told}\n\nThe fees were kept.\n")) == there
