"""Attendance in tables, rolls, lists of witnesses and labels of speakers."""

from papers import draft, names


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
