"""Who does what where one line tells of several acts: each act has its own actor."""

import pytest
from checks.telling import WHOLE, told
from making import Line, checked, document, item

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftCommitment, DraftFollowUp, Outcome, Strength, Verdict
from summarizer.support import check

NOTES = document(
    "Vera Holt sends the budget, and Idris Kane books the room.",
    "The Clerk to write to the tenants and Cllr Roe to inspect the shelter.",
    "Idris Kane undertook to repair the pump; the contractor undertook to pay half of the pipes.",
    "Vera will call the school, while Idris updates the list.",
    "Vera Holt will check the locks and Idris Kane the keys.",
    "Vera, Olga and Idris will clear the shed and Cllr Roe will sell the mower.",
    "Vera Holt leads the choir. She will print the songs, and Idris Kane will tune the piano.",
    "Vera Holt will paint the gate and the hedge will be cut by Idris Kane.",
    ("Olga Renn", "My deputy, Idris Kane, will train the crew and I'll order the ropes."),
)


def owned(action: str, owner: str, quote: str) -> Item:
    claim = DraftFollowUp(action=action, owner=owner, owner_basis="assigned", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, NOTES, quote)
    assert made.refused is None
    return made


@pytest.mark.parametrize(
    ("action", "doer", "other", "line"),
    [
        ("send the budget", "Vera Holt", "Idris Kane", 1),
        ("book the room", "Idris Kane", "Vera Holt", 1),
        ("write to the tenants", "The Clerk", "Cllr Roe", 2),
        ("inspect the shelter", "Cllr Roe", "The Clerk", 2),
        ("repair the pump", "Idris Kane", "the contractor", 3),
        ("pay half of the pipes", "the contractor", "Idris Kane", 3),
        ("call the school", "Vera", "Idris", 4),
        ("update the list", "Idris", "Vera", 4),
        ("check the keys", "Idris Kane", "Vera Holt", 5),
        ("clear the shed", "Olga", "Cllr Roe", 6),
        ("sell the mower", "Cllr Roe", "Olga", 6),
        ("order the ropes", "Olga Renn", "Idris Kane", 9),
    ],
)
def test_each_of_two_acts_in_a_line_has_its_own_actor(action: str, doer: str, other: str, line: int) -> None:
    quote = NOTES.line_text(line)
    right, wrong = owned(action, doer, quote), owned(action, other, quote)
    assert right.values["owner"] == doer
    assert right.support is not None
    assert right.support.checks["actor"] == "agrees"
    assert wrong.values["owner"] is None
    assert wrong.support is not None
    assert wrong.support.checks["actor"] == "disagrees"


@pytest.mark.parametrize(
    ("action", "owner", "line"), [("print the songs", "Vera Holt", 7), ("cut the hedge", "Idris Kane", 8)]
)
def test_a_pronoun_and_what_is_done_by_somebody_leave_the_actor(action: str, owner: str, line: int) -> None:
    assert owned(action, owner, NOTES.line_text(line)).values["owner"] == owner


def test_somebody_who_says_so_in_another_quoted_line_keeps_the_act() -> None:
    source = document(
        "Vera will call the school, and Idris will write the list.", ("Vera", "I'll write the list myself then.")
    )
    claim = DraftFollowUp(action="write the list", owner="Vera", owner_basis="volunteered", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, *(source.line_text(line) for line in (1, 2)))
    assert made.values["owner"] == "Vera"


TALKS = document(
    "Dora Lind proposed a field course, and Omar Haddad proposed a museum day.",
    "Proposed by Cllr Roe, seconded by Cllr Kane.",
    "Dora Lind announced that Norway will train the guards, and Omar Haddad confirmed that Ghana will sign the protocol.",
)


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        (1, "Omar Haddad proposed a museum day", "Dora Lind proposed a museum day"),
        (2, "The plan was proposed by Cllr Roe and seconded by Cllr Kane", "The plan was proposed by Cllr Kane and seconded by Cllr Roe"),
    ],
)  # fmt: skip
def test_a_summary_does_not_give_one_the_act_of_the_other(line: int, right: str, wrong: str) -> None:
    for summary, kept in ((right, right), (wrong, None)):
        claim = DraftAgendaItem(topic=TALKS.line_text(line), summary=summary, outcome=Outcome.DISCUSSED)
        made = checked("agenda_items", claim, TALKS, TALKS.line_text(line))
        assert made.values["summary"] == kept


def test_words_of_a_speaker_are_told_as_they_stand_and_the_first_word_of_a_line_is_nobody() -> None:
    said = "I will say that the header is mere convenience but I recognise the cost and so I put that into the tree."
    source = document(("Ada Roe", said), "Next step: bring the plan to the board (Kris volunteers).")
    claim = DraftAgendaItem(topic="The header", summary=said, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, source, said)
    assert made.values["summary"] == said
    owner = DraftFollowUp(action="bring the plan to the board", owner="Kris", strength=Strength.INTENDS)
    step = item("follow_ups", owner, source, source.line_text(2))
    check([step], source)
    assert step.values["owner"] == "Kris"


def test_who_says_the_one_thing_does_not_say_the_other() -> None:
    for said_by, kept in (("Dora Lind", "Dora Lind"), ("Omar Haddad", "Dora Lind")):
        claim = DraftCommitment(action="train the guards", by="Norway", strength=Strength.INTENDS, said_by=said_by)
        made = checked("commitments", claim, TALKS, TALKS.line_text(3))
        assert made.values["said_by"] == kept


def test_a_language_without_word_lists_is_left_alone() -> None:
    source = document("Vera sends the budget, and Idris books the room.", language="mt")
    claim = DraftFollowUp(action="send the budget", owner="Idris", owner_basis="assigned", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, source.line_text(1))
    assert made.values["owner"] == "Idris"


def test_who_is_asked_if_something_may_be_is_no_actor() -> None:
    source = document("Asked if the station could have a pump, he said no, the company has none left.")
    claim = DraftFollowUp(action="the station could have a pump", owner="the company", strength=Strength.DENIED)
    made = checked("follow_ups", claim, source, source.line_text(1))
    assert made.values["owner"] == "the company"


def summed_up(summary: str, line: str) -> Item:
    claim = DraftAgendaItem(topic=line, summary=summary, outcome=Outcome.DISCUSSED)
    return checked("agenda_items", claim, document(line), line)


def test_what_goes_on_behind_but_is_of_the_act_before() -> None:
    line = "Idris Kane agreed that there might be talks between Vera Holt and the Harbour Board but suggested a tour first."
    said = "Idris Kane suggested a tour first."
    assert summed_up(said, line).values["summary"] == said


def test_a_problem_is_nobody_of_whom_an_act_is_told() -> None:
    line = "Acme has some good sides, but the problem is that it's a paid platform."
    said = "Acme is a paid platform."
    assert summed_up(said, line).values["summary"] == said


def test_a_note_of_who_is_at_it_names_its_owner_beside_another_who_asks() -> None:
    line = "Yearly Report (due March 12) - project team requested help with it; Vera assisting"
    action = "assist the project team with the yearly report"
    source = document(line)

    def owner(name: str) -> str | None:
        claim = DraftFollowUp(action=action, owner=name, owner_basis="assigned", strength=Strength.MENTIONED)
        made: str | None = checked("follow_ups", claim, source, line).values["owner"]
        return made

    assert owner("Vera") == "Vera"
    assert owner("Idris Kane") is None


def test_who_only_tells_of_an_act_does_not_do_it() -> None:
    source = document(
        "The Harbour Board, in a note, and Cllr Roe said that the levy will be paid.",
        "Cllr Roe said that Norland will pay, at last.",
    )
    claim = DraftCommitment(action="pay the levy", by="Cllr Roe", strength=Strength.INTENDS)
    assert checked("commitments", claim, source, "Cllr Roe said that Norland will pay, at last.").refused is not None


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        (
            "Secretary Dow spoke of the draft and said that Ambassador Reed had handed the draft to Minister Hale.",
            "Ambassador Reed had handed the draft to Minister Hale.",
            "Secretary Dow had handed the draft to Minister Hale.",
        ),
        (
            "The members thanked the chair for the new boats.",
            "The members thanked the chair for the boats.",
            "The chair thanked the members for the boats.",
        ),
    ],
)
def test_an_act_is_told_of_who_did_it(line: str, right: str, wrong: str) -> None:
    def summary(text: str) -> object:
        claim = DraftAgendaItem(topic=line, summary=text, outcome=Outcome.DISCUSSED)
        return checked("agenda_items", claim, document(line), line).values["summary"]

    assert summary(right) == right
    assert summary(wrong) is None


def test_an_act_that_the_words_tell_of_another_name_is_doubted() -> None:
    lines = ("Mark has the new version.", "Felix is using the new version and it works well.")
    source = document(*lines)

    def verdict_on(text: str) -> object:
        claim = DraftAgendaItem(topic=lines[1], summary=text, outcome=Outcome.DISCUSSED)
        support = checked("agenda_items", claim, source, lines[1]).support
        return support and support.explanation

    assert verdict_on("Mark is using the new version and it works well.") == 'The quoted words say it of "Felix".'
    assert verdict_on("Felix is using the new version and it works well.") == "The quoted words support it."


def test_a_pronoun_inside_makes_no_subject() -> None:
    line = "I would add that the only reason I am convinced is that the dates are very important."
    claim = DraftAgendaItem(
        topic=line, summary="Baldur is convinced because the dates are very important.", outcome=Outcome.DISCUSSED
    )
    source = document(("Baldur", line), ("Ann", "Fine."))
    assert checked("agenda_items", claim, source, line).values["summary"] is not None


def test_a_pronoun_is_not_of_whoever_stands_in_the_quoted_line_before() -> None:
    source = document(
        "Mr. Roe stated that talks were the only way to a settlement.",
        "The Envoy agreed that dialogue is essential but said that earlier talks had led nowhere.",
        "He suggested that the gap was too wide.",
        "Mr. Roe answered that there was nothing to press for.",
        "He repeated that conditions never work.",
    )
    summary = "Mr. Roe said that talks were the only way to a settlement and that conditions never work. The Envoy agreed that dialogue is essential."
    claim = DraftAgendaItem(topic="talks", summary=summary, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, source, *(source.line_text(line) for line in (1, 2, 5)))
    assert made.values["summary"] == summary


@pytest.mark.parametrize(
    ("line", "wrong", "other"),
    [
        (("Rob", "Rachel plans to write a page on it."), "Rob plans to write a page on it.", "Rachel"),
        (("Rob", "Anna suggested a shorter name."), "Rob suggested a shorter name.", "Anna"),
        (
            ("Tim", "I'll be taking over the chair from Hudson soon."),
            "Hudson will take over the chair from Tim.",
            "Tim",
        ),
    ],
)
def test_who_tells_of_an_act_does_not_do_it(line: Line, wrong: str, other: str) -> None:
    assert (
        told(wrong, line, ("Anna", "Yes."), ("Hudson", "Good."), quotes=1) == f'The quoted words say it of "{other}".'
    )


def test_who_says_so_of_themselves_does_it() -> None:
    assert told("Rob wrote a page on it.", ("Rob", "I wrote a page on it."), ("Anna", "Good."), quotes=1) == WHOLE


def test_two_who_change_places_behind_a_modal_are_told_apart() -> None:
    line = "Sir Harold Cave might approach Allen Dole to get this started."
    assert "what the claim tells of" in told("Allen Dole might approach Sir Harold Cave to get this started.", line)


def test_who_says_yes_to_what_another_is_to_do_does_not_own_it() -> None:
    lines = ("Pia", "The Harbour Group can start the list."), ("Hugo", "That sounds good.")
    step = DraftFollowUp(action="start the list", owner="Hugo", owner_basis="accepted", strength="intends")
    assert checked("follow_ups", step, document(*lines), lines[0][1], lines[1][1]).values["owner"] is None


def test_a_subject_of_two_words_tells_of_no_act() -> None:
    line = "The Secretary had no objection to Britain, but doubted that its mediation would be effective."
    claim = DraftAgendaItem(
        topic="British mediation",
        summary="The Secretary doubted that mediation would be effective.",
        outcome=Outcome.DISCUSSED,
    )
    assert checked("agenda_items", claim, document(line), line).refused is None


def test_who_is_named_last_does_what_who_tells() -> None:
    line = "The Chair thanked Mr Roe, who will retire in July."
    assert told("Mr Roe will retire in July.", line) == WHOLE
    assert told("The Chair will retire in July.", line) != WHOLE


def test_what_two_lines_tell_of_two_subjects_is_doubted_and_not_taken_out() -> None:
    lines = (
        "The Minister of Works doubted that the yard had the men.",
        "The Minister of Finance feared the cost of the quay.",
    )
    summary = "The Minister of Finance doubted that the yard had the men."
    claim = DraftAgendaItem(topic="Yard", summary=summary, outcome=Outcome.DISCUSSED)
    made = checked("agenda_items", claim, document(*lines), *lines)
    assert made.values["summary"] == summary
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY
