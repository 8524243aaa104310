"""Labels of parliaments, courts and press rooms: `Mr. SMITH. I thank ...`, `Q. Where were you?`; and prose that looks alike."""

import time

import pytest

from summarizer import Document, load, summarize
from summarizer.readers.text.labelled import find_labels
from summarizer.readers.text.lines import lines_of


def said(document: Document) -> list[tuple[str | None, str]]:
    return [(one.speaker, document.text[one.start : one.end]) for one in document.segments if one.kind != "heading"]


def attended(text: str) -> set[str]:
    people = summarize(load(text.encode())).participants
    return {person.name for person in people if person.presence == "attended"}


RECORD = """\
  The CHAIRMAN. The committee will come to order.
  Mr. SMITH. I thank the chair for
the time. Mr. Chairman, I yield to
Mr. JONES. He has waited.
  Senator DOE. I will send the letter by Friday.

  The SPEAKER pro tempore (Ms. Ferri). Without objection, so ordered.
  Ms. McGRATH of Ohio. I object.
"""
HEARING = """\
    Chairman Berg. The committee will come to order. I thank our witnesses.
    Mr. Okoro, you are recognized.
    Mr. Okoro. Thank you, Mr. Chairman. I run the harbour.
    Chairman Berg. Who pays for the crane? Do you?
    Mr. Okoro. We do. I will send the figures to the committee by Friday.
    Ms. Ferri. Will you also send the report?
    Mr. Okoro. Yes.
    Ms. Ferri. I yield back.
"""
DEPOSITION = """\
DEPOSITION OF MARTA LINDQVIST

Q. Where do you work?
A. At the harbour office. I have been working there with my brother
since the spring of 2011.
Q. Did you sign the lease?

MS. FERRI: Objection.

A. No.

Q.   Who did?
A.   Mr. Brandt did.
"""


def test_names_in_capitals_before_a_full_stop_are_labels() -> None:
    assert said(load(RECORD.encode())) == [
        ("The CHAIRMAN", "The committee will come to order."),
        ("Mr. SMITH", "I thank the chair for\nthe time."),
        ("Mr. SMITH", "Mr. Chairman, I yield to\nMr. JONES."),
        ("Mr. SMITH", "He has waited."),
        ("Senator DOE", "I will send the letter by Friday."),
        ("The SPEAKER pro tempore (Ms. Ferri)", "Without objection, so ordered."),
        ("Ms. McGRATH of Ohio", "I object."),
    ]


def test_names_in_small_letters_are_labels_where_many_speak_of_themselves() -> None:
    document = load(HEARING.encode())
    assert document.kind == "transcript"
    assert [speaker for speaker, _ in said(document)] == [
        *["Chairman Berg"] * 3,
        *["Mr. Okoro"] * 2,
        *["Chairman Berg"] * 2,
        *["Mr. Okoro"] * 2,
        "Ms. Ferri",
        "Mr. Okoro",
        "Ms. Ferri",
    ]
    assert said(document)[2] == ("Chairman Berg", "Mr. Okoro, you are recognized.")


@pytest.mark.parametrize(
    "text",
    [
        "Readout\n\nMr. Smith. He said the bridge would open in May. The Chairman. He agreed.\n\nDr. Jones. She said no.\n",
        "Mr. Smith. He said no.\n\nDr. Jones. She stayed.\n\nThe Chairman. He left.\n\n" * 3,
        "The talks went on in Varde between the delegation and\nMr. SMITH. They were led by\nMs. JONES. Nobody signed.\n",
        "Thanked were Mr. Smith.\nMr. Smith met Mrs. Doe. I think he was late.\n",
        "We looked at three options.\n\nA. Repair the crane.\nB. Buy a new one.\nC. Do nothing.\n\nQ. What about it?\n",
        "The meeting was held in Varde.\n\nA. Berg chaired the meeting and opened it.\nQ. Zhang took the minutes.\n",
        "A: repair the crane\nB: buy a new one\nC: do nothing\n",
        "# Notes\n\n- Question: who pays for the crane?\n- Question: who mends it?\n- Ana: the harbour.\n- Ana: the board.\n",
    ],
)
def test_prose_and_lists_hold_no_such_labels(text: str) -> None:
    assert {speaker for speaker, _ in said(load(text.encode()))} == {None}


def test_questions_and_answers_are_turns_and_others_may_object_between_them() -> None:
    assert said(load(DEPOSITION.encode())) == [
        ("Q", "Where do you work?"),
        ("A", "At the harbour office."),
        ("A", "I have been working there with my brother\nsince the spring of 2011."),
        ("Q", "Did you sign the lease?"),
        ("MS. FERRI", "Objection."),
        ("A", "No."),
        ("Q", "Who did?"),
        ("A", "Mr. Brandt did."),
    ]


@pytest.mark.parametrize("asks", ["Q    ", "Q. ", "Q: ", "QUESTION: ", "Q\t"])
def test_who_answers_the_press_may_be_the_only_one_with_a_name(asks: str) -> None:
    text = f"MS. BERG: Good afternoon.\n\n{asks}Who pays?\n\nMS. BERG: The harbour.\n\n{asks}And when?\n"
    asked = asks.strip(" \t.:")
    assert [speaker for speaker, _ in said(load(text.encode()))] == ["MS. BERG", asked, "MS. BERG", asked]


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q. ", "A. "), ("Q: ", "A: "), ("Question: ", "Answer: "), ("I: ", "P: "), ("Q\t", "A\t")]
)
def test_an_interview_may_name_nobody(asks: str, answers: str) -> None:
    text = f"{asks}Where is the plan?\n{answers}With the council.\n{asks}When is the vote?\n{answers}In May.\n"
    document = load(text.encode())
    one, other = asks.strip(" \t.:"), answers.strip(" \t.:")
    assert [speaker for speaker, _ in said(document)] == [one, other] * 2
    assert document.kind == "transcript"


def test_questions_and_answers_are_nobody_and_members_are_people() -> None:
    assert attended(DEPOSITION) == {"FERRI"}
    assert attended(RECORD) >= {"SMITH", "McGRATH"}


def test_hansard_names_seat_party_and_office() -> None:
    text = (
        "Harbour Crane\n\n"
        "The Secretary of State for Transport (Anna Berg)\nI will make a statement on the crane.\n\n"
        "Tom Okoro (Varde) (Lab)\nWill she publish the report?\n\n"
        "Anna Berg\nI will publish it by Friday.\n\n"
        "Madam Deputy Speaker\nOrder.\n\n"
        "Lucia Ferri (Nyborg) (Con)\nWill she meet the workers?\n\n" + "Anna Berg\nI will.\n\nTom Okoro\nWhen?\n\n" * 3
    )
    assert [speaker for speaker, _ in said(load(text.encode()))] == [
        "The Secretary of State for Transport (Anna Berg)",
        "Tom Okoro (Varde) (Lab)",
        "Anna Berg",
        "Madam Deputy Speaker",
        "Lucia Ferri (Nyborg) (Con)",
        *["Anna Berg", "Tom Okoro"] * 3,
    ]


def test_a_record_of_questions_without_blank_lines_costs_no_time() -> None:
    text = "Q. Where were you?\nA. At the harbour.\n" * 10_000
    begin = time.perf_counter()
    labels = find_labels(text, lines_of(text))
    assert [labels[number].speaker for number in range(4)] == ["Q", "A", "Q", "A"]
    assert time.perf_counter() - begin < 20


def test_the_number_of_a_question_is_no_part_of_the_label_behind_it() -> None:
    text = "".join(
        f"Q{n} {who}: Why is it late?\nFergus Lamont: It was the weather.\n\n"
        for n, who in enumerate(["Chair", "Peter Sand", "**Peter Sand**", "Chair", "Rhona MacAulay"], 1)
    )
    assert {who for who, _ in said(load(text))} == {"Chair", "Peter Sand", "Rhona MacAulay", "Fergus Lamont"}


def test_quarters_of_a_year_are_no_questions() -> None:
    text = "".join(f"Q{n} Sales: three million\nQ{n} Costs: two million\n\n" for n in range(1, 5))
    assert {who for who, _ in said(load(text))} == {None}
