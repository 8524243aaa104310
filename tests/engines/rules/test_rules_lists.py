"""Lists of people as records of conversations hold them: by side, in columns, in one row, without any mark."""

import pytest
from papers import draft, names

MEMO = "MEMORANDUM OF CONVERSATION\n\nSUBJECT: Herring\n\n{people}\n\nThe talk lasted an hour.\n"

SIDES = """PARTICIPANTS:

U.S. Side:
The Secretary
Ambassador Wharf
Ann B. Lee, EUR/NE (notetaker)

Norwegian Side:
Prime Minister Brekke
Mr. Per Ravn, Director General, Foreign Ministry
Interpreter: Mr. Dahl"""

CAPITALS = """PARTICIPANTS

UNITED STATES
Dr. Henry Holm
Ambassador Wharf

UNITED KINGDOM
Sir Burke Trent
Mr. Moon

JAPAN
First Secretary Kawato"""

INDENTED = """PARTICIPANTS:\tPrime Minister Amin Dar
\tMinister of State for Ports Aziz Ahm

\tThe Secretary
\tPeter W. Rod, Notetaker, Council Staff"""

COLUMNS = """PARTICIPANTS:

U.S.                              Norway
The Secretary                     Foreign Minister Lunde
Mr. Kohl, EUR                     Ambassador Koss
Miss Kirk                         Mr. Ås"""

UNHEADED = """Present

Prime Minister                      President Ordas
Lord Carton                         Sr. Luis Roeles
Mr. B. G. Cartwright                HE The Mexican Ambassador"""

LABELS = """PARTICIPANTS:
Turkey: Prime Minister Ecer, Foreign Minister Okan
U.S.: The Secretary, Counselor Nimmo, George Weld, Assistant Secretary, EUR"""

COUNCIL = """Principals

The President
Secretary of State Henry Holm
Chairman, Joint Chiefs of Staff General George Brond

Other Attendees

Defense: Deputy Secretary of Defense William Clemm
NSC: Lt. General Brent Scow
W. Richard Smit"""

CODED = """PARTICIPANTS

Chairman—Henry A. Holm

State—John Irwin
Mr. Joseph Sisk

JCS—Gen. Richard Know"""

REPRESENTED = """The Governments of the Member States were represented as follows:

Belgium:
Mr Mark EYSK Minister for Foreign Affairs

Commission:
Mr Jacques DELON President"""

OFFICES_BELOW = """Participants

Henry Holm
Secretary of State

Ann Lee
Assistant Secretary for Ports"""


@pytest.mark.parametrize(
    ("people", "sides"),
    [
        (COUNCIL, {"The President": None, "Henry Holm": None, "George Brond": None, "William Clemm": "Defense", "Brent Scow": "NSC", "W. Richard Smit": None}),
        (CODED, {"Henry A. Holm": None, "John Irwin": None, "Joseph Sisk": None, "Richard Know": None}),
        (REPRESENTED, {"Mark EYSK": "Belgium", "Jacques DELON": "Commission"}),
        (REPRESENTED.replace("Belgium", "## Belgium").replace("Commission:", "## Commission:"), {"Mark EYSK": "Belgium", "Jacques DELON": "Commission"}),
        (OFFICES_BELOW, {"Henry Holm": None, "Ann Lee": None}),
        ("Present: US: Secretary Holm, Mr. Sisk; UK: Lord Crome, Sir Burke Trent", {"Holm": "US", "Sisk": "US", "Crome": "UK", "Burke Trent": "UK"}),
        ("Present were: For the U.S., Secretary Holm and Ambassador Wharf; for Norway, Mr. Dahl.", {"Holm": "U.S.", "Wharf": "U.S.", "Dahl": "Norway"}),
        ("In attendance were Secretary Holm, Mr. Dahl, and Ann Lee.", {"Holm": None, "Dahl": None, "Ann Lee": None}),
        ("PARTICIPANTS\tU.S.\n\tThe Secretary\n\tForeign\n\tAmbassador Koss\nDATE\tMay 3", {"The Secretary": "U.S.", "Koss": "Foreign"}),
        ("PARTICIPANTS\nThe Right Honorable Harold Mill\nH.R.H. Prince Sultan\nHon. Dean Rust\nGen. (Ret.) Max Tayl", {"Harold Mill": None, "Dean Rust": None, "Max Tayl": None}),
        (SIDES, {"The Secretary": "U.S.", "Wharf": "U.S.", "Ann B. Lee": "U.S.", "Brekke": "Norwegian", "Per Ravn": "Norwegian", "Dahl": "Norwegian"}),
        (CAPITALS, {"Henry Holm": "UNITED STATES", "Wharf": "UNITED STATES", "Burke Trent": "UNITED KINGDOM", "Moon": "UNITED KINGDOM", "Kawato": "JAPAN"}),
        (CAPITALS.replace("UNITED", "## UNITED").replace("JAPAN", "## JAPAN"), {"Henry Holm": "UNITED STATES", "Wharf": "UNITED STATES", "Burke Trent": "UNITED KINGDOM", "Moon": "UNITED KINGDOM", "Kawato": "JAPAN"}),
        (INDENTED, {"Amin Dar": None, "Aziz Ahm": None, "The Secretary": None, "Peter W. Rod": None}),
        (COLUMNS, {"The Secretary": "U.S.", "Lunde": "Norway", "Kohl": "U.S.", "Koss": "Norway", "Kirk": "U.S.", "Ås": "Norway"}),
        (UNHEADED, {"Prime Minister": None, "Ordas": None, "Carton": None, "Luis Roeles": None, "B. G. Cartwright": None, "The Mexican Ambassador": None}),
        (LABELS, {"Ecer": "Turkey", "Okan": "Turkey", "The Secretary": "U.S.", "Nimmo": "U.S.", "George Weld": "U.S."}),
        ("From the Finnish side:\nMr. Pekka Aho, Minister of Trade\nMs. Aino Laine, Ambassador", {"Pekka Aho": "Finnish", "Aino Laine": "Finnish"}),
        ("Participants: The Secretary; Ambassador Koss of Norway; Ivan White, Deputy Assistant Secretary, EUR;\n   James Park, BNA", {"The Secretary": None, "Koss": None, "Ivan White": None, "James Park": None}),
        ("Present: The President, Secretary Rust, Mr. Bond\nAlso present: Mr. Bromley Smit\nFor part of the meeting: Miss Kirk", {"The President": None, "Rust": None, "Bond": None, "Bromley Smit": None, "Kirk": None}),
        ("Those present:\n1. President Moyo\n2. Hon. Robert Oko, Minister for Ports", {"Moyo": None, "Robert Oko": None}),
    ],
)  # fmt: skip
def test_people_of_a_record_are_read_with_their_side(people: str, sides: dict[str, str | None]) -> None:
    made = draft(MEMO.format(people=people), "prose")
    found = {person.name: person.delegation for person in made.participants if person.presence == "attended"}
    assert found == sides
    assert [item.topic for item in made.agenda_items] == ["Herring"]


def test_a_body_before_a_name_and_an_office_below_it_are_its_own() -> None:
    coded = {p.name: (p.role, p.organization) for p in draft(MEMO.format(people=CODED), "prose").participants}
    assert coded["Henry A. Holm"] == ("Chairman", None)
    assert coded["John Irwin"] == (None, "State")
    assert coded["Richard Know"] == ("Gen.", "JCS")
    below = {p.name: p.role for p in draft(MEMO.format(people=OFFICES_BELOW), "prose").participants}
    assert below == {"Henry Holm": "Secretary of State", "Ann Lee": "Assistant Secretary for Ports"}


def test_columns_give_no_office_to_the_neighbour() -> None:
    made = draft(MEMO.format(people=COLUMNS), "prose")
    roles = {person.name: person.role for person in made.participants}
    assert roles["Lunde"] == "Foreign Minister"
    assert roles["Kohl"] is roles["Ås"] is None
    apart = draft(MEMO.format(people="Present:\nAnn Lee           Harbour Director\nBo Lind           Clerk"), "prose")
    assert {person.name: person.role for person in apart.participants} == {
        "Ann Lee": "Harbour Director",
        "Bo Lind": "Clerk",
    }


def test_a_list_ends_where_people_end() -> None:
    people = "PARTICIPANTS:\nThe Secretary\nMr. Kohl\n\nCOPIES TO: S/S, EUR\nMr. Bond\n\nMS-17 (Ports)\n\nThe President spoke first.\nMr. Kohl said no."
    made = draft(MEMO.format(people=people), "prose")
    assert names(made) == ["The Secretary", "Kohl"]
    assert [item.topic for item in made.agenda_items] == ["Herring"]


def test_two_of_one_surname_on_a_list_are_two_people() -> None:
    people = "PARTICIPANTS:\nPresident Chen\nMadame Chen\nForeign Minister Shu\nMr. Shu (Interpreter)"
    found = [(p.name, p.role) for p in draft(MEMO.format(people=people), "prose").participants]
    assert found == [
        ("Chen", "President"),
        ("Madame Chen", None),
        ("Shu", "Foreign Minister"),
        ("Mr. Shu", "Interpreter"),
    ]


def test_marks_after_a_name_stay_with_it() -> None:
    people = "Present:\nWilliam Clarke, Jr., Deputy Assistant Secretary, EUR\nAsst. Sec. Bolen\nKing Omar\nThe Shah\nQueen Freda"
    found = [(p.name, p.role, p.organization) for p in draft(MEMO.format(people=people), "prose").participants]
    assert found[:2] == [("William Clarke, Jr.", "Deputy Assistant Secretary", "EUR"), ("Bolen", "Asst. Sec.", None)]
    assert [name.split()[-1] for name, _, _ in found[2:]] == ["Omar", "Shah", "Freda"]


@pytest.mark.parametrize(
    "text",
    [
        "For action:\nMr. Lee, EUR\n\nFor information:\nMr. Ray, Chair",
        "TO: The Secretary\nFROM: EUR - Mr. Lee",
        "U.S. Economy\nMr. Lee, EUR\n\nJapan\nMr. Ray, EA",
        "From the editor:\nMr. Lee, Editor",
        "Drafting Officer: Bo Kern",
    ],
)
def test_other_rows_with_people_are_no_attendance(text: str) -> None:
    made = draft(f"Notes on fees\n\n{text}\n\nFees were low.\n")
    assert names(made) == []
    below = (
        draft(f"Participants: Mr. Kohl, EUR\n{text}\n\nFees were low.\n") if ":" in text.partition("\n")[0] else made
    )
    assert set(names(below)) <= {"Kohl"}


@pytest.mark.parametrize(
    "mark", ["Confidential", "TOP SECRET; EYES ONLY", "US/MC/1", "August–September 1959", "New York, May 3–9, 1960"]
)
def test_markings_of_a_record_are_no_subjects(mark: str) -> None:
    made = draft(f"# Minutes of the board\n\n## {mark}\n\n## Ports\n\nFees were low.\n")
    assert [item.topic for item in made.agenda_items] == ["Ports"]


def test_a_table_of_people_under_the_title_of_minutes_gives_their_offices_and_bodies() -> None:
    table = "| Name | Organisation | Role |\n|---|---|---|\n| Ann Bell | Port of Elm | Chair |\n| Bo Lang | Elm Council | Clerk |\n"
    said = "\n## Quay\n\nMr Lang undertook to repair the quay by June.\n"
    made = draft(f"# Minutes of the harbour party\n\nDate: 3 April 2025\n\n{table}{said}")
    assert [(one.name, one.role, one.organization, one.presence) for one in made.participants] == [
        ("Ann Bell", "Chair", "Port of Elm", "mentioned"),
        ("Bo Lang", "Clerk", "Elm Council", "mentioned"),
    ]
    assert [(one.by, one.action) for one in made.commitments] == [("Bo Lang", "repair the quay by June")]
    below = draft(f"# Minutes of the harbour party\n\n## Contacts\n\n{table}{said}")
    assert "Ann Bell" not in [one.name for one in below.participants]


def test_a_name_in_brackets_by_which_somebody_speaks_is_no_organisation() -> None:
    present = "Present: Yu Chang (Yanni), Al Po (axic), Bo Lind (Acme), Cy Roe (kelp)\n\n"
    made = draft(
        f"# Minutes\n\n{present}Yanni: The roof leaks in the hall.\n\n@axic will send the plan to cy@kelp.org.\n"
    )
    assert [(one.name, one.organization) for one in made.participants] == [
        ("Yu Chang", None),
        ("Al Po", None),
        ("Bo Lind", "Acme"),
        ("Cy Roe", "kelp"),
    ]


def test_a_meetup_is_nobody() -> None:
    made = draft("# Report\n\nThe chair of the W3C Developer Meetup opened the session with Mr Lind.\n", "prose")
    assert [one.name for one in made.participants] == ["Lind"]


def _found(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.name, one.organization, one.delegation) for one in draft(text).participants if one.presence == "attended"
    ]


def test_bodies_among_those_present_are_nobodys() -> None:
    text = "# Mill board\n\nPresent: Ann Reed (Chair), the Finance Committee, Bo Lind, Cy Fox, Site Services\nApologies: Di Ray; Wending Youth Club\n"
    made = draft(text)
    assert _found(text) == [("Ann Reed", None, None), ("Bo Lind", None, None), ("Cy Fox", None, None)]
    assert names(made, "absent") == ["Di Ray"]


def test_a_body_after_each_name_is_the_persons() -> None:
    assert _found("# Fair\n\nPresent: Ann Reed, Boxmart Ltd, Bo Lind, Roads Agency\n") == [
        ("Ann Reed", "Boxmart Ltd", None),
        ("Bo Lind", "Roads Agency", None),
    ]


def test_bodies_that_head_a_list_do_not_end_it() -> None:
    text = "# Call\n\n## Present\n\n* Harbour Council\n* Harbour Foundation Project Maintainers\n\n* JB: jo bell (@jo)\n* AL: Ann Lee (@ann)\n"
    assert [name for name, _, _ in _found(text)] == ["jo bell", "Ann Lee"]


STAND_UP = """# Platform daily

Attendees:
- JB: Jo Bell
- AL: Ann Lee

JB
- Yesterday: fixed the gate
- Blocked: waiting for Acme

AL
- AI: landed
- landed
"""


def test_notes_under_initials_are_no_people() -> None:
    assert [name for name, _, _ in _found(STAND_UP)] == ["Jo Bell", "Ann Lee"]


def test_a_loose_list_goes_on_over_its_gaps() -> None:
    text = "# Call\n\n## Attendees\n\n- jo\n\n- ann\n\n- lightboat\n"
    assert [name for name, _, _ in _found(text)] == ["jo", "ann", "lightboat"]


def test_a_name_that_lost_its_mark_is_a_person_and_no_side() -> None:
    text = "# Call\n\n## Attendees\n- Ann Reed\n- Bo Lind\nCy Fox\n- Di Ray\n"
    assert _found(text) == [(name, None, None) for name in ("Ann Reed", "Bo Lind", "Cy Fox", "Di Ray")]


def test_a_heading_that_is_said_twice_is_no_side() -> None:
    assert _found("# Call\n\n# Attendees\n\n##Attendees:\n\n* Ann Reed\n* Bo Lind\n") == [
        ("Ann Reed", None, None),
        ("Bo Lind", None, None),
    ]


def test_the_second_body_over_people_ends_the_side_of_the_first() -> None:
    people = "PARTICIPANTS\nSouth African Embassy\nAmbassador Ann Reed\nMr. Bo Lind, Minister\nDepartment\nAssistant Secretary Cy Fox, Bureau of Ports\nMr. Di Ray, Country Director"
    assert [(name, side) for name, _, side in _found(MEMO.format(people=people))] == [
        ("Ann Reed", "South African Embassy"),
        ("Bo Lind", "South African Embassy"),
        ("Cy Fox", "Department"),
        ("Di Ray", "Department"),
    ]


def test_the_body_of_an_entry_is_not_told_as_a_second_person() -> None:
    text = "# Readout\n\nThe meeting participants included:\n\n- Ann Reed, Organizer of Black Gulls Matter\n- Bo Lind, Director of the American Press Union\n"
    assert [one.name for one in draft(text).participants] == ["Ann Reed", "Bo Lind"]
