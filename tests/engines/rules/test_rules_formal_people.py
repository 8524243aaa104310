"""People of formal records: lists in running words, labels of any number, pairs, those who open the meeting."""

import pytest

from summarizer import summarize
from summarizer.engines.rules.engine import drafted
from summarizer.loading import load
from summarizer.schemas import Brief, Presence


def brief(text: str) -> Brief:
    return summarize(load(text.encode()))


def of(text: str, presence: Presence = Presence.ATTENDED) -> list[str]:
    return [one.name for one in brief(text).participants if one.presence is presence]


def test_a_sentence_lists_those_who_were_present() -> None:
    text = (
        "Minutes of the rules committee\n\nApril 16, 2019\n\nJudge Will Hart opened the meeting. The following committee members"
        " were present: Judge Ann Motz, Judge Stan R. Duval, Jr., Hon. John Charles Toms, Mr. Luther Munn and Cy Fox.\n"
        "Mr. Duval told of the rule. Judge Hart welcomed Mr. Munn, who came for Mr. Dan Letter.\n"
    )
    assert of(text) == ["Will Hart", "Ann Motz", "Stan R. Duval", "John Charles Toms", "Luther Munn", "Cy Fox"]
    assert {one.organization for one in brief(text).participants} == {None}


@pytest.mark.parametrize(
    "opening",
    [
        "The meeting was called to order at 6:37 p.m. by Trustee and Chair Lee Bond.",
        "The monthly meeting was called to order on May 5, 2020, at 3:00 PM, in the mill by Chair Lee Bond.",
    ],
)
def test_who_calls_the_meeting_to_order_is_there(opening: str) -> None:
    text = (
        "Minutes of the library board\n\n"
        f"{opening} The following people were also in attendance: Trustee Ann Lee, Library Director Cy Fox.\n"
    )
    assert of(text) == ["Lee Bond", "Ann Lee", "Cy Fox"]


@pytest.mark.parametrize(
    ("label", "presence"),
    [
        ("Senate Officers, Ex-Officios and Staff Present:", Presence.ATTENDED),
        ("Guests of the Senate:", Presence.ATTENDED),
        ("Members Absent With Representation:", Presence.ABSENT),
        ("Member Absent:", Presence.ABSENT),
    ],
)
def test_labels_say_of_whom_they_are_in_any_words(label: str, presence: Presence) -> None:
    text = f"Senate minutes\n\nMay 5, 2020\n\n{label}\nK. Wills, President; G. Marsh, Steward; and R. Arnold.\n\nThe mill was seen.\n"
    assert of(text, presence) == ["K. Wills", "G. Marsh", "R. Arnold"]
    assert [item.topic for item in brief(text).agenda_items] == []


def test_a_matter_that_is_present_is_no_list() -> None:
    text = "Minutes of the board\n\nConcerns of the present\nThe mill is old. The roof leaks.\n"
    assert of(text) == []


def test_a_list_below_its_label_goes_on_in_the_next_row() -> None:
    text = (
        "Planning board minutes\n\nMembers Present:\nChair John Gist; Vice Chair Mick Bogan; and Members\n"
        "Bob Murphy; Shan Cunning and James Daire\nMember Absent:\nMembers Mo Keynan and Dave Stell\n"
    )
    assert of(text) == ["John Gist", "Mick Bogan", "Bob Murphy", "Shan Cunning", "James Daire"]
    assert of(text, Presence.ABSENT) == ["Mo Keynan", "Dave Stell"]


def test_a_long_list_of_bare_names_below_its_label_is_read() -> None:
    names = "Azar, Barth, Bird, Biwan, Bloom, Brodie, Burt, Bush, Champ, Crate, Cromack, S. Daniels, T. Daniels, Graham, Hath, Hemp, Henth, Hooge, Huyer, Jepson, Jones and Tynon."
    found = of(f"Senate minutes\n\nMembers Absent Without Representation:\n{names}\n", Presence.ABSENT)
    assert len(found) == 22
    assert found[:2] == ["Azar", "Barth"]


def test_two_people_share_what_a_dash_leads_to() -> None:
    text = "Minutes of the senate\n\nGUESTS: Lara Medley – Registrar\nAlec Wester and Erin Nawa – Port Representatives\nJay Kauf – Mill Representative\n\nThe mill was seen.\n"
    found = {one.name: one.role for one in brief(text).participants}
    assert found == {
        "Lara Medley": "Registrar",
        "Alec Wester": "Port Representative",
        "Erin Nawa": "Port Representative",
        "Jay Kauf": "Mill Representative",
    }


def test_a_name_that_the_text_writes_out_is_kept_in_full() -> None:
    text = (
        "Minutes of the senate\n\nThe meeting was called to order by President Kenneth Wills.\n\n"
        "Officers Present:\nK. Wills, President; G. Marsh, Steward; and R. Arnold, Clerk.\n"
    )
    assert of(text) == ["Kenneth Wills", "G. Marsh", "R. Arnold"]


def test_an_office_of_a_district_is_nobody_besides_its_holder() -> None:
    text = (
        "Minutes of the county court\n\nPresent:\nLisa Birk, Commissioner Precinct 1\n \nHenry Prej, Chief Civil Litigator\n \n"
        "Cynthia Long, Commissioner Precinct 2\n\n1. Roads\n  Motion By: Commissioner Precinct 2 Cynthia Long\n"
    )
    assert of(text) == ["Lisa Birk", "Henry Prej", "Cynthia Long"]
    assert of(text, Presence.MENTIONED) == []


def test_who_speaks_was_there_where_only_the_chair_is_listed() -> None:
    text = (
        "Summary record of the 2nd meeting\n\nChairman: Mr. Al-Nasser (Qatar)\n\nThe meeting was called to order at 3 p.m.\n\n"
        "1. Mr. Haugen (Norway) said that the ports were full.\n"
    )
    people = drafted(load(text.encode())).participants
    assert [(one.name, one.organization, one.presence) for one in people] == [
        ("Al-Nasser", "Qatar", Presence.ATTENDED),
        ("Haugen", "Norway", Presence.ATTENDED),
    ]


def test_forms_of_address_among_members_of_a_union_are_no_names() -> None:
    text = "Minutes of the trades council\n\nPresent: Bros. D Joyce, N Kell, J Grant, Sis. M Tall, I Dace.\n\nThe hall was booked.\n"
    assert of(text) == ["D Joyce", "N Kell", "J Grant", "M Tall", "I Dace"]


def test_offices_of_several_are_labels_below_one_of_those_present() -> None:
    text = (
        "Minutes of the islanders’ board\n\nMay 4, 2020\nPresent:\nChair: David Tall\nDirectors: Les James, Barry Wool, Keith Robins, Bob Muid.\n"
        "Port Representatives: Kerry Rudge (Service Officer)\nMill Councillors: Craig Mack\n"
        "Apologies for absence: Cllr. Andrew Mackness, Alan Snell, Sonia Allen. Steve Farr may be late.\n\nItem 1/13: Roads\nThe lane is shut.\n"
    )
    assert of(text) == [
        "David Tall",
        "Les James",
        "Barry Wool",
        "Keith Robins",
        "Bob Muid",
        "Kerry Rudge",
        "Craig Mack",
    ]
    assert of(text, Presence.ABSENT) == ["Andrew Mackness", "Alan Snell", "Sonia Allen"]


def test_letters_alone_on_their_lines_count_the_people_below() -> None:
    text = "2020-06-15 committee notes\n1.\nPresent\na.\nDorothy Stan\nb.\nTony Hann\nc.\nCarol Ans\n2.\nMeeting status\na.\nThe July meeting is cancelled.\n"
    assert of(text) == ["Dorothy Stan", "Tony Hann", "Carol Ans"]


def test_who_moves_and_seconds_a_motion_is_there() -> None:
    text = (
        "Record of the county court\n\nOn this the 10th day of May 2020 the court took up the lease. On motion made by Commissioner Holek, seconded by"
        " Commissioner Morg, the Court approved the lease.\n"
    )
    assert of(text) == ["Holek", "Morg"]


def test_those_who_lead_their_teams_are_there_and_a_nation_is_no_place() -> None:
    text = (
        "The 17th ministerial meeting concluded on Friday in South Korean waters off the island of Holm. Port Minister Ann Lee and Fisheries"
        " Minister Bo Ray respectively led their teams to the talks.\n"
    )
    assert of(text) == ["Ann Lee", "Bo Ray"]
    assert [one.place for one in brief(text).meetings if one.place == "South Korean"] == []


def test_an_initial_may_stand_right_before_the_surname() -> None:
    text = (
        "Second political consultation\n\nThe second consultation was held on 3 March 2020. While the Norland side was chaired by D.Gankh, the State"
        " Secretary of the Ministry of Ports, the other side was chaired by Patti Londo, the Deputy Minister of Ports.\n"
    )
    assert of(text) == ["D.Gankh", "Patti Londo"]


def test_names_between_blank_rows_go_on_a_list_whose_entries_all_stand_so() -> None:
    text = (
        "Select committee\n\nFormal minutes\n\nWednesday 6 May 2020\n\nMembers present:\n\nSir Nick Wint, in the Chair\n\nMr John Burn\n\nDavid Hamil\n\n"
        "Huw Irran\nMr Iain Luke\n\nSir Rob Smith\n\nThe Committee deliberated.\n"
    )
    assert of(text)[:5] == ["Nick Wint", "John Burn", "David Hamil", "Huw Irran", "Iain Luke"]


def test_many_full_names_before_a_semicolon_are_people() -> None:
    text = "Library minutes\n\nTrustees Present: Ellen Taet, Martha Row, Carole Black, John Bohan; Library Director Celina Houl, Kate Kane, Sue Spauld, Brad Wein\n\nThe roof was seen to.\n"
    assert of(text) == [
        "Ellen Taet",
        "Martha Row",
        "Carole Black",
        "John Bohan",
        "Celina Houl",
        "Kate Kane",
        "Sue Spauld",
        "Brad Wein",
    ]


def test_an_office_within_a_row_of_those_present_is_of_who_stands_behind_it() -> None:
    text = "Minutes of the path committee\n\nPresent: Jean Hart (Chair), Paul Moss. Clerk: Tim Rudd.\n\n1. Stile\n\nThe Clerk will order the timber.\n"
    made = brief(text)
    assert [(one.name, one.role) for one in made.participants] == [
        ("Jean Hart", "Chair"),
        ("Paul Moss", None),
        ("Tim Rudd", "Clerk"),
    ]
    assert [one.owner for one in made.follow_ups] == ["Tim Rudd"]


@pytest.mark.parametrize("surname", ["Shah", "Sultan", "Constable", "Steward", "Nurse", "Cardinal"])
def test_a_surname_that_is_an_office_elsewhere_is_nobodys_body(surname: str) -> None:
    text = f"Minutes of the call, 3 March 2025\n\nAttendees: Priya {surname}, Sam Cole, Tom Orr\n\n1. Roof\n\nThe roof leaks.\n"
    assert [(one.name, one.organization) for one in brief(text).participants] == [
        (f"Priya {surname}", None),
        ("Sam Cole", None),
        ("Tom Orr", None),
    ]


def test_who_is_in_the_chair_was_there() -> None:
    text = (
        "Minutes of the board\n\nIn the chair: Prof. H. Olsen\nPresent: A. Lee, B. Roe\n\n1. Roof\n\nThe roof leaks.\n"
    )
    assert of(text) == ["H. Olsen", "A. Lee", "B. Roe"]
