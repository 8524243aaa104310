"""What those who talk to each other take on, are asked and say yes to, and announce as the next subject."""

import pytest
from papers import draft

from summarizer import Brief, summarize

OPENING = "Ann Lee: Good morning, everybody.\nBo Ray: Morning.\nCarl Ek: Hello.\n"


def _steps(turns: str) -> list[tuple[str, str | None, str]]:
    return [(one.action, one.owner, one.owner_basis) for one in draft(OPENING + turns, "transcript").follow_ups]


def _brief(text: str) -> Brief:
    return summarize(text.encode())


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("I'll send the draft to the mill by Friday.", "send the draft to the mill by Friday"),
        ("Yes, okay, I will write to Dora, and then we'll see.", "write to Dora"),
        ("So I'll uh reach out to to the pilots.", "reach out to the pilots"),
        ("I'm going to open an issue on the locks, I think.", "open an issue on the locks"),
        ("I'll have the returns sorted for you before Easter.", "have the returns sorted for you before Easter"),
        (
            "I will put the minutes from this meeting uh in our project folder.",
            "put the minutes from this meeting in our project folder",
        ),
        ("I'll call Dora, she's the one who knows.", "call Dora"),
        ("Ask Dora, and I'll update the list.", "update the list"),
        ("I'll get back to the mill on the price.", "get back to the mill on the price"),
        ("I'm going to write to the board.", "write to the board"),
        ("I'll drop them a note about the keys.", "drop them a note about the keys"),
        ("I'll help out with it on Friday but no news yet from the mill.", "help out with it on Friday"),
    ],
)
def test_what_a_speaker_says_that_they_will_do_is_a_next_step_of_theirs(said: str, task: str) -> None:
    assert _steps(f"Bo Ray: {said}\n") == [(task, "Bo Ray", "volunteered")]


@pytest.mark.parametrize(
    "said",
    [
        "I'll say a word on that.",
        "I'll share my screen.",
        "I'll post the link in the chat.",
        "I'll put the link in the chat.",
        "I'll put the plan on the screen.",
        "I'll give you a quick overview of the locks.",
        "I'll give you my design.",
        "I'll ask Dora to explain the drawing.",
        "I'll send that.",
        "I'll send it round.",
        "I'll take care of it.",
        "I'll have a look.",
        "I'll write it down.",
        "I'll make sure.",
        "Maybe I'll send the draft.",
        "And she goes like, I'll send the draft.",
        "Usually I'll check with Dora first.",
        "And I thought, I'll write a book about it one day.",
        'It begins with "I will send the boats at dawn."',
        '"I will send the boats at dawn."',
        "She wrote “I will send the boats at dawn”.",
        "Should I send the draft, or will I write the letter?",
        "If I will send the draft is another matter.",
    ],
)
def test_acts_of_the_talk_itself_and_guesses_are_no_next_steps(said: str) -> None:
    assert _steps(f"Bo Ray: {said}\n") == []


@pytest.mark.parametrize(
    ("said", "action", "strength"),
    [
        ("I'm not going to sign the lease.", "sign the lease", "denied"),
        ("I won't sign the lease until I have seen it.", "not sign the lease until I have seen it", "conditional"),
    ],
)
def test_what_a_speaker_refuses_is_told_as_a_refusal(said: str, action: str, strength: str) -> None:
    (made,) = draft(f"{OPENING}Bo Ray: {said}\n", "transcript").commitments
    assert (made.action, made.by, made.strength) == (action, "Bo Ray", strength)


def test_what_two_will_do_is_not_put_down_to_the_one_who_speaks() -> None:
    assert _steps("Bo Ray: Carl and I will send the draft.\n") == []


@pytest.mark.parametrize(
    "answer",
    [
        "Yes.",
        "Yes, I'll send it round tomorrow.",
        "Sure, no problem.",
        "Will do, today.",
        "Um, yeah, okay.",
        "Of course, Ann.",
    ],
)
def test_what_somebody_is_asked_and_says_yes_to_is_theirs(answer: str) -> None:
    steps = _steps(f"Ann Lee: Bo, could you please send the drawings to Dora?\nBo Ray: {answer}\n")
    assert steps == [("send the drawings to Dora", "Bo Ray", "accepted")]


@pytest.mark.parametrize(
    "question", ["Okay, can you write the report?", "Please write the report.", "So, Bo, will you write the report?"]
)
def test_a_request_may_begin_in_several_ways(question: str) -> None:
    assert _steps(f"Ann Lee: {question}\nBo Ray: Yes, I'll send it round tomorrow.\n") == [
        ("write the report", "Bo Ray", "accepted")
    ]


def test_what_is_accepted_is_agreed_and_both_turns_show_it() -> None:
    brief = _brief(f"{OPENING}Ann Lee: Bo, could you send the drawings to Dora?\nBo Ray: Yes.\nAnn Lee: Thanks.\n")
    (step,) = brief.follow_ups
    assert (step.strength, step.support.verdict, step.changes) == ("agreed", "supported", [])
    assert [one.speaker for one in step.evidence] == ["Ann Lee", "Bo Ray"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Dora, could you send the drawings?", "Yes."),
        ("Bo, could you send the drawings to Dora?", "No, I'm away."),
        ("Bo, could you send the drawings to Dora?", "Yes, but I already did."),
        ("Bo, could you send the drawings to Dora?", "Yes, maybe."),
        ("Carl, could you send the drawings to Dora?", "Yes."),
        ("Can you share my screen?", "Yes."),
        ("Could you say more about the drawings?", "Sure."),
        ("How would you send the drawings to Dora?", "Okay."),
    ],
)
def test_a_request_that_is_refused_done_or_made_to_another_gives_nobody_a_task(question: str, answer: str) -> None:
    assert _steps(f"Ann Lee: {question}\nBo Ray: {answer}\n") == []


def test_a_talk_with_a_list_of_its_next_steps_is_not_added_to() -> None:
    turns = "Bo Ray: I'll send the draft to the mill.\n\nAction items\n\n- Carl Ek: ring the pilots\n"
    assert [(task, owner) for task, owner, _ in _steps(turns)] == [("ring the pilots", "Carl Ek")]


def test_a_label_in_small_letters_is_whom_the_list_has_by_that_name() -> None:
    brief = _brief(
        "Attendees\n\n- Ann Lee (Mill Works)\n- Bo Ray (Lind Foods)\n- Carl Ek (Pier Co)\n\n"
        "ann: Good morning, everybody.\nbo: I can see the pump.\ncarl: I'll open an issue on the pump.\nann: Thanks.\nbo: Fine.\n"
    )
    assert [(one.action, one.owner, one.support.verdict) for one in brief.follow_ups] == [
        ("open an issue on the pump", "Carl Ek", "supported")
    ]


def test_minutes_that_write_down_speech_are_not_added_to() -> None:
    turns = "Bo Ray: I'll send the draft to the mill.\n"
    assert draft(f"# Minutes\n\n## Locks\n\n{OPENING}{turns}", "minutes").follow_ups == []


NEGOTIATION = """Speakers
AL  Ann Lee, account manager, Mill Works Ltd
BR  Bo Ray, store keeper, Lind Foods

AL: Good morning, Bo.
BR: Good morning.
AL: We'll replace the pump.
BR: Then I'll send the keys to Dora.
AL: If you pay by March, we'll refund the deposit.
BR: We won't pay the deposit.
AL: Fine.
BR: Bye.
"""


def test_where_two_parties_talk_what_their_people_say_binds_them() -> None:
    brief = _brief(NEGOTIATION)
    assert brief.follow_ups == []
    assert [(one.by, one.action, one.strength) for one in brief.commitments] == [
        ("Mill Works Ltd", "replace the pump", "intends"),
        ("Bo Ray", "send the keys to Dora", "intends"),
        ("Mill Works Ltd", "refund the deposit", "conditional"),
        ("Lind Foods", "pay the deposit", "denied"),
    ]
    assert [one.support.verdict for one in brief.commitments] == ["supported"] * 4


@pytest.mark.parametrize("adverb", ["", "also ", "definitely ", "personally "])
def test_a_small_word_behind_will_changes_nothing_for_a_party_or_for_a_speaker(adverb: str) -> None:
    assert _steps(f"Bo Ray: I'll {adverb}call Dora.\n") == [("call Dora", "Bo Ray", "volunteered")]
    made = draft(NEGOTIATION.replace("We'll replace", f"We'll {adverb}replace"), "transcript")
    assert ("Mill Works Ltd", "replace the pump") in [(one.by, one.action) for one in made.commitments]


def test_initials_in_a_column_before_the_name_are_the_label_of_its_turns() -> None:
    people = _brief(NEGOTIATION).participants
    assert [(one.name, one.role, one.organization) for one in people if one.presence == "attended"] == [
        ("Ann Lee", "account manager", "Mill Works Ltd"),
        ("Bo Ray", "store keeper", "Lind Foods"),
    ]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("The next item is the swing bridge.", "swing bridge"),
        ("Okay, so next up is the swing bridge, Carl, please.", "swing bridge"),
        ("Hi all, let's start. First up is the swing bridge.", "swing bridge"),
        ("Right, let's move on to the swing bridge now.", "swing bridge"),
        ("Item 3 on our agenda is the swing bridge, which we know.", "swing bridge"),
        ("Moving on to the swing bridge, I have a question.", "swing bridge"),
        ("Right, next thing is the swing bridge.", "swing bridge"),
        ("So today is just the swing bridge.", "swing bridge"),
    ],
)
def test_a_subject_that_is_announced_is_on_the_agenda(said: str, topic: str) -> None:
    made = draft(f"{OPENING}Ann Lee: {said}\n", "transcript")
    assert [(item.topic, item.basis) for item in made.agenda_items] == [(topic, "announced")]


@pytest.mark.parametrize(
    "said",
    [
        "Let's move on to the next item.",
        "The next item is papers to note.",
        "Item 4 is for me to propose.",
        "We will move to a new phase when it is safe.",
        "The next thing is that you have to read it.",
        "Let's go to you, Carl.",
        "Let's move on to the questions from the audience.",
    ],
)
def test_words_that_only_lead_on_announce_no_subject(said: str) -> None:
    assert draft(f"{OPENING}Ann Lee: {said}\n", "transcript").agenda_items == []


@pytest.mark.parametrize(
    ("label", "name", "body"),
    [
        ("Eva Lind (she/her)", "Eva Lind", None),
        ("Eva (she/her)", "Eva", None),
        ("Eva Lind | Acme", "Eva Lind", "Acme"),
        ("Eva Lind (Acme, Inc.)", "Eva Lind", "Acme, Inc."),
        ("Eva Lind (External)", "Eva Lind", None),
        ("[Host] Eva Lind", "Eva Lind", None),
        ("Guest (Eva Lind)", "Eva Lind", None),
        ("Eva Lind \U0001f3b8", "Eva Lind", None),
    ],
)
def test_what_stands_around_a_name_in_a_label_hides_nobody_and_no_promise(
    label: str, name: str, body: str | None
) -> None:
    turns = [
        ("Grace Lee", "Good morning."),
        (label, "I'll send the floor plan to everyone by Thursday."),
        ("Grace Lee", "Great."),
    ]
    cues = (f"00:00:0{at}.000 --> 00:00:0{at}.900\n<v {who}>{words}\n" for at, (who, words) in enumerate(turns))
    brief = summarize(("WEBVTT\n\n" + "\n".join(cues)).encode())
    assert [(one.name, one.organization) for one in brief.participants] == [("Grace Lee", None), (name, body)]
    assert [(one.owner, one.action) for one in brief.follow_ups] == [
        (name, "send the floor plan to everyone by Thursday")
    ]


def test_the_meeting_that_something_comes_from_is_not_by_when_it_is_to_be_done() -> None:
    (one,) = draft(
        OPENING + "Bo Ray: I will put the minutes from this meeting in our project folder.\n", "transcript"
    ).follow_ups
    assert one.due is None
