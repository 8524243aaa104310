"""What people who talk to each other decide, take on by a day, offer and are told, and open their talk with."""

import pytest
from papers import draft

from summarizer import Brief, summarize

OPENING = "Ann Lee: Good morning, everybody.\nBo Ray: Morning.\nCarl Ek: Hello.\n"


def _brief(turns: str) -> Brief:
    return summarize((OPENING + turns).encode())


def _decided(turns: str) -> list[str]:
    return [one.text for item in _brief(turns).agenda_items for one in item.decisions]


def _steps(turns: str) -> list[tuple[str, str | None, str]]:
    return [(one.action, one.owner, one.owner_basis) for one in _brief(turns).follow_ups]


@pytest.mark.parametrize(
    ("turns", "decision"),
    [
        ("Ann Lee: So we agreed: no fair this year.\n", "no fair this year"),
        ("Bo Ray: yes, decided: the old lock is gone from May.\n", "the old lock is gone from May"),
        ("Ann Lee: Let's go with the second design.\nBo Ray: Fine with me.\n", "go with the second design"),
        (
            "Ann Lee: Let's keep the ferry then. Everyone OK with that?\nBo Ray: Yes.\n",
            "keep the ferry",
        ),
        ("Ann Lee: ok 8.30 it is\n", "8.30 it is"),
        ("Ann Lee: Fine, then we postpone the fair to June.\n", "we postpone the fair to June"),
        ("Ann Lee: Agreed. We drop the second ferry until April then.\n", "We drop the second ferry until April"),
    ],
)
def test_what_speakers_say_they_decide_is_a_decision(turns: str, decision: str) -> None:
    assert _decided(turns) == [decision]


@pytest.mark.parametrize(
    "turns",
    [
        "Ann Lee: Let's go with the second design.\nBo Ray: Hmm, I'm not sure.\n",
        "Ann Lee: Let's go with the second design.\nBo Ray: Yes, but it costs more.\n",
        "Ann Lee: Let's keep going.\nBo Ray: Yes.\n",
        "Ann Lee: So we agreed last week: no fair.\n",
        "Ann Lee: So have we decided: a fair or none?\n",
        "Ann Lee: OK so I know what it is.\n",
        "Ann Lee: Okay, where it is.\n",
        "Ann Lee: We drop the second ferry at times.\n",
    ],
)
def test_what_is_only_put_or_told_is_no_decision(turns: str) -> None:
    assert _decided(turns) == []


def test_the_words_that_agree_are_quoted_with_the_choice() -> None:
    (item,) = _brief("Ann Lee: Let's go with the second design.\nBo Ray: Agreed.\n").agenda_items
    assert [one.quote for one in item.decisions[0].evidence] == ["Let's go with the second design.", "Agreed."]


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("I'll take the plan to Dora on Friday.", "take the plan to Dora on Friday"),
        ("I'm going to move the pump on Monday, not before, because of the frost.", "move the pump on Monday"),
        ("I will close those two by the end of November.", "close those two by the end of November"),
        ("I'll let them know right after this.", "let them know right after this"),
        ("I'll ask for a lower price by 20 November.", "ask for a lower price by 20 November"),
        ("I'll put it in the diary.", "put it in the diary"),
        ("I'll speak to our lawyer about it.", "speak to our lawyer about it"),
        ("I'll get those over to you tomorrow.", "get those over to you tomorrow"),
    ],
)
def test_what_is_to_be_done_on_a_day_is_a_next_step_whatever_it_is(said: str, task: str) -> None:
    before = "Carl Ek: There are two leaks in the roof of the shed. "
    assert _steps(f"{before}\nBo Ray: {said}\n") == [(task, "Bo Ray", "volunteered")]


@pytest.mark.parametrize(
    "said",
    [
        "I'll see you on Friday.",
        "I'll come to that on Monday.",
        "I'll talk about the locks today.",
        "I'll list the agenda for today.",
        "I will refer back: there was a report in 2016.",
        "I'm going to one this afternoon.",
        "I won't move this today.",
        "I'll get back to my thing.",
    ],
)
def test_a_day_makes_no_next_step_of_coming_going_and_talking(said: str) -> None:
    assert _steps(f"Bo Ray: {said}\n") == []


def test_what_it_is_that_is_to_be_done_is_quoted_from_before() -> None:
    (step,) = _brief("Ann Lee: The new price list is done. I'll send it round tomorrow.\n").follow_ups
    assert [one.quote for one in step.evidence] == ["I'll send it round tomorrow", "The new price list is done."]


@pytest.mark.parametrize(
    ("turns", "step"),
    [
        (
            "Ann Lee: Please tell suppliers about it.\nBo Ray: I will.\n",
            ("tell suppliers about it", "Bo Ray", "accepted"),
        ),
        (
            "Ann Lee: I lost it, Bo can you send me the list please\nBo Ray: Yes will send it after work\n",
            ("send me the list", "Bo Ray", "accepted"),
        ),
        (
            "Ann Lee: @Bo Ray can you fill it in today?\nBo Ray: sure, on it (edited)\n",
            ("fill it in today", "Bo Ray", "accepted"),
        ),
        ("Ann Lee: Send me the bills.\nBo Ray: Will do.\n", ("send me the bills", "Bo Ray", "accepted")),
        (
            "Ann Lee: Bo will write up a plan.\nBo Ray: Yep, sure.\n",
            ("write up a plan", "Bo Ray", "accepted"),
        ),
        (
            "Bo Ray: I can do two rounds in the first week of June.\nAnn Lee: Great, thank you.\n",
            ("do two rounds in the first week of June", "Bo Ray", "volunteered"),
        ),
        (
            "Bo Ray: I could set up a call with the mill.\nAnn Lee: That would be helpful.\n",
            ("set up a call with the mill", "Bo Ray", "volunteered"),
        ),
    ],
)
def test_what_is_asked_or_offered_and_answered_with_yes_is_a_next_step(turns: str, step: tuple[str, str, str]) -> None:
    assert _steps(turns) == [step]


@pytest.mark.parametrize(
    "turns",
    [
        "Ann Lee: Can you see my screen?\nBo Ray: Yes.\n",
        "Ann Lee: And then the question is, uh can you make a shorter way?\nBo Ray: Yes, one might.\n",
        "Bo Ray: I can drive but only one way.\nAnn Lee: Brilliant, thanks.\n",
        "Bo Ray: I could have misread the page.\nAnn Lee: Okay, thanks.\n",
        "Bo Ray: I could ring the mill tomorrow.\nAnn Lee: No, leave it.\n",
        "Ann Lee: Send me the bills and I'll pass them on.\nCarl Ek: Hm.\n",
    ],
)
def test_what_nobody_takes_on_is_no_next_step(turns: str) -> None:
    assert _steps(turns) == []


def test_a_picture_at_the_end_of_a_message_is_no_part_of_the_task() -> None:
    assert _steps("Bo Ray: I'll review the plan tomorrow :+1:\n")[0][0] == "review the plan tomorrow"


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("So let's start with the swing bridge.", ["swing bridge"]),
        ("Okay. Now the swing bridge.", ["swing bridge"]),
        ("Last thing, the swing bridge.", ["swing bridge"]),
        ("So today I wanted to talk about the swing bridge and then the fair.", ["swing bridge", "fair"]),
        ("I'd like to get through the bridge, the fair and the fees.", ["bridge", "fair", "fees"]),
        ("Today we have the swing bridge and the fair.", ["swing bridge", "fair"]),
    ],
)
def test_a_talk_is_opened_with_its_subjects(said: str, topics: list[str]) -> None:
    made = draft(f"{OPENING}Ann Lee: {said}\n", "transcript")
    assert [item.topic for item in made.agenda_items] == topics


@pytest.mark.parametrize(
    "said",
    [
        "Now, the warden talks of one system.",
        "Last thing, I won't be there.",
        "I'll start with the Green Party.",
        "The last thing is that the knob should be easy to use.",
    ],
)
def test_what_only_begins_alike_opens_no_subject(said: str) -> None:
    assert draft(f"{OPENING}Ann Lee: {said}\n", "transcript").agenda_items == []


def test_an_answer_before_a_verb_is_nobody_else_who_acts() -> None:
    (step,) = _brief("Ann Lee: Bo can you send me the list please\nBo Ray: Yes will send it after work\n").follow_ups
    assert (step.owner, step.support.verdict) == ("Bo Ray", "supported")
