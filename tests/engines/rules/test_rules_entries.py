"""Single entries of lists of people: what brackets and commas say of a person, and what names nobody."""

import pytest
from papers import draft, names

from summarizer import summarize
from summarizer.engines.rules.naming.entries import read_entry


@pytest.mark.parametrize(
    ("entry", "name", "role", "organization"),
    [
        ("Ms Fay Lund (by telephone)", "Fay Lund", None, None),
        ("Ms Fay Lund (on Teams)", "Fay Lund", None, None),
        ("Cy Holm (Managing Director, items 1-2)", "Cy Holm", "Managing Director", None),
        ("Cy Holm (for agenda item 3)", "Cy Holm", None, None),
        ("Ada Moss (Dev Lead)", "Ada Moss", "Dev Lead", None),
        ("Ada Moss (@)", "Ada Moss", None, None),
        ("Bo Ray, Jr. Acme Ferries", "Bo Ray, Jr.", None, "Acme Ferries"),
        ("Jo Ford, President & CEO, Boxmart U.S.", "Jo Ford", "President & CEO", "Boxmart U.S."),
        ("Al Reg, President, Transport Department, DOCK-SEA", "Al Reg", "President", "Transport Department, DOCK-SEA"),
        ("Norway (Mr Bo Ray)", "Bo Ray", None, "Norway"),
    ],
)
def test_what_an_entry_says_of_its_person(entry: str, name: str, role: str | None, organization: str | None) -> None:
    read = read_entry(entry)
    assert read is not None
    assert (read.name, read.role, read.organization) == (name, role, organization)
    assert entry[read.start :].startswith(name)


@pytest.mark.parametrize("entry", ["Witnesses", "Observer: the press", "Someone"])
def test_a_word_for_those_who_were_there_names_nobody(entry: str) -> None:
    assert read_entry(entry) is None


def test_witnesses_are_there_under_a_label_of_their_own() -> None:
    text = "# Ports Committee\n\nMembers present: Ann Reed, Bo Lind\nWitnesses: Mr Cy Fox, Director, Department of Roads; Ms Eva Hall, Secretary\n"
    found = draft(text).participants
    assert [(one.name, one.role, one.organization) for one in found[2:]] == [
        ("Cy Fox", "Director", "Department of Roads"),
        ("Eva Hall", "Secretary", None),
    ]


def test_people_between_semicolons_share_the_title_before_them() -> None:
    text = "# Parish council\n\nPresent: Cllrs. J. Hart (Chairman), T. Pugh and D. Crosby; Mrs L. Field (Clerk); 4 members of the public\n"
    assert names(draft(text)) == ["J. Hart", "T. Pugh", "D. Crosby", "L. Field"]


def test_sides_are_kept_apart_before_observers() -> None:
    text = "# Rail board\n\nParticipants: Belgium: Mr Luc Pet; France: Ms Clara Marin, Mr Hugo Blank; Observer: Norway (Mr Bo Ray)\n"
    found = [(one.name, one.delegation or one.organization) for one in draft(text).participants]
    assert found == [("Luc Pet", "Belgium"), ("Clara Marin", "France"), ("Hugo Blank", "France"), ("Bo Ray", "Norway")]


def test_a_row_above_marked_rows_is_the_body_of_their_people() -> None:
    text = "# Talks\n\nParticipants:\nMinistry of Health\n- Dr. Chip Band, Permanent Secretary\nLifeboat Trust\n- Karin Olof, Country Director\n\n## Fees\n"
    found = [(one.name, one.delegation) for one in draft(text).participants]
    assert found == [("Chip Band", "Ministry of Health"), ("Karin Olof", "Lifeboat Trust")]


def test_the_place_where_somebody_was_met_is_not_whom_he_is_for() -> None:
    made = draft("Minister Ana Ruiz met President Bo Lind at the Summer Palace in Oslo.", "prose")
    assert [(one.name, one.organization) for one in made.participants] == [("Ana Ruiz", None), ("Bo Lind", None)]


@pytest.mark.parametrize(
    ("entry", "name", "role", "organization", "aliases"),
    [
        ("JB: jo bell (@jobell)", "jo bell", None, None, ["jobell", "JB"]),
        ("JB: Jo Bell (@jobell)", "Jo Bell", None, None, ["jobell", "JB"]),
        ("*JB: Jo Bell", "Jo Bell", None, None, ["JB"]),
        ("JSB: Jo Bell", "Jo Bell", None, None, ["JSB"]),
        ("NSC: Jo Bell", "Jo Bell", None, "NSC", []),
        ("jo bell (@jobell)", "jo bell", None, None, ["jobell"]),
        ("jo bell (Trustee)", "jo bell", "Trustee", None, []),
        ("Jo Bell (@jobell) HARBOUR TOOLS", "Jo Bell", None, "HARBOUR TOOLS", ["jobell"]),
        ("Jo Bell (@jobell) HARBOUR TOOLS!!!", "Jo Bell", None, None, ["jobell"]),
        ("Jo Bell (2Berths)", "Jo Bell", None, "2Berths", []),
        ("Jo Bell (items 2-4)", "Jo Bell", None, None, []),
        ("Jo Bell (unwell)", "Jo Bell", None, None, []),
        ("Jo Bell, President and CEO of Boxmart, Inc.", "Jo Bell", "President and CEO", "Boxmart, Inc", []),
        ("Roads Team: Jo Bell", "Jo Bell", None, "Roads Team", []),
        ("Jack Works (Boxmart)", "Jack Works", None, "Boxmart", []),
        ("Edna E. Masters, Director", "Edna E. Masters", "Director", None, []),
        ("Bea from Acme Ltd", "Bea", None, "Acme Ltd", []),
        ("Jo Bell, Roads Team", "Jo Bell", None, "Roads Team", []),
    ],
)
def test_whom_an_entry_means_with_what_stands_beside_the_name(
    entry: str, name: str, role: str | None, organization: str | None, aliases: list[str]
) -> None:
    read = read_entry(entry)
    assert read is not None
    assert (read.name, read.role, read.organization, read.aliases) == (name, role, organization, aliases)


@pytest.mark.parametrize(
    "entry",
    [
        "Roads Team",
        "the Heritage Council",
        "Boxmart Ltd",
        "Harbour Foundation Project Maintainers",
        "and our legal team",
        "our lawyers",
        "Friends of the Mill",
        "Parish Council Members",
        "myself",
        "AI: this was landed last week",
        "AI: landed",
        "Roads Team - remote",
    ],
)
def test_a_body_or_a_group_is_no_person(entry: str) -> None:
    assert read_entry(entry) is None


@pytest.mark.parametrize("rank", ["Capt. (rtd)", "Maj. Gen. (Retd.)", "Captain (ret)"])
def test_a_rank_that_is_retired_stands_before_a_name_all_the_same(rank: str) -> None:
    text = f"Minister Eva Holm held talks with the Director of the Port Authority, {rank} Abdi Noor, in Bergen. They discussed fees."
    people = summarize(f"Visit to Bergen\n\n{text}\n").participants
    assert [(one.name, one.organization) for one in people] == [("Eva Holm", None), ("Abdi Noor", "Port Authority")]
