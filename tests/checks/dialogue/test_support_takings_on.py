"""Short answers in a talk that take on what somebody else asked for."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.pipeline import verify
from summarizer.schemas import DraftFollowUp, OwnerBasis, Strength

ASKED = {
    "en": ("Tina, can you ring the auditor?", "ring the auditor"),
    "de": ("Tina, kannst du den Prüfer anrufen?", "den Prüfer anrufen"),
    "fr": ("Tina, peux-tu appeler le comptable ?", "appeler le comptable"),
    "es": ("Tina, ¿puedes llamar al contable?", "llamar al contable"),
    "it": ("Tina, puoi chiamare il revisore?", "chiamare il revisore"),
}


def answered(answer: str, language: str = "en", *, by: str = "TINA", owner: str = "TINA", asked: str = "") -> Item:
    request, action = ASKED[language]
    request = asked or request
    source = document(("ROB", request), (by, answer), ("ROB", "Thanks."), language=language)
    step = DraftFollowUp(action=action, owner=owner, owner_basis="accepted", strength="intends")
    return checked("follow_ups", step, source, request, answer)


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "On it."),
        ("en", "Got it, thanks!"),
        ("en", "np"),
        ("en", "No problem."),
        ("en", "👍"),
        ("en", "Okay, on it 👍"),
        ("en", "Leave that with me."),
        ("de", "Alles klar."),
        ("de", "Bin dran!"),
        ("de", "Ich mach das."),
        ("de", "Mach ich."),
        ("fr", "Ça marche."),
        ("fr", "D’accord."),
        ("fr", "Je m'en occupe."),
        ("es", "Vale, enseguida."),
        ("it", "Ci penso io."),
    ],
)
def test_who_answers_a_request_so_takes_it_on(language: str, answer: str) -> None:
    made = answered(answer, language)
    assert (made.values["strength"], made.values["owner"]) == (Strength.INTENDS, "TINA")
    assert made.values["owner_basis"] is OwnerBasis.ACCEPTED


@pytest.mark.parametrize("answer", ["On hold.", "Got it wrong.", "Not me.", "Got it, but I can't.", "Noted.", "On it?"])
def test_an_answer_that_says_more_or_less_than_that_does_not(answer: str) -> None:
    assert answered(answer).values["strength"] is Strength.PROPOSED


def test_news_is_got_and_not_taken_on() -> None:
    assert answered("Got it.", asked="The auditor could not ring yesterday.").values["strength"] is not Strength.INTENDS


def test_a_step_belongs_to_the_one_who_answers() -> None:
    assert answered("On it.", by="MARK", owner="MARK").values["owner"] == "MARK"
    source = document(("ROB", "Tina, can you ring the auditor?"), ("MARK", "On it."), ("TINA", "Thanks."))
    step = DraftFollowUp(action="ring the auditor", owner="TINA", owner_basis="accepted", strength="intends")
    made = checked("follow_ups", step, source, "Tina, can you ring the auditor?", "On it.")
    assert made.values["owner"] is None


def test_two_small_words_are_found_where_they_are_all_that_a_line_says() -> None:
    text = "ROB: Tina, can you ring the auditor?\nTINA: On it.\nROB: It depends on it.\n"
    quotes = ["Tina, can you ring the auditor?", "On it."]
    step = {"action": "ring the auditor", "owner": "TINA", "owner_basis": "accepted", "strength": "intends"}
    brief = verify({"follow_ups": [{**step, "evidence": [{"quote": one} for one in quotes]}]}, text)
    assert [one.quote for one in brief.follow_ups[0].evidence] == quotes
