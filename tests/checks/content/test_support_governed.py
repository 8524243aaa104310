"""What the words are to do, and what only hangs on it."""

import pytest
from making import checked, document, verdict

from summarizer.schemas import DraftFollowUp, Strength, Verdict


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was resolved to defer a decision on closing the road.", "close the road"),
        ("It was resolved to defer a decision on closing the road.", "Close the road"),
        ("It was resolved to consult residents on closing the road.", "close the road"),
        ("It was resolved to rescind the decision to close the road.", "close the road"),
        ("It was resolved to reconsider the plan to close the road.", "close the road"),
        ("It was noted that the council had resolved to close the road.", "close the road"),
        ("It was resolved to close the road to lorries only.", "close the road"),
        ("It was resolved to close the road.", "close the road permanently"),
    ],
)
def test_what_only_hangs_on_the_deed_that_was_decided_is_not_wholly_borne(line: str, text: str) -> None:
    assert verdict(line, text) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was resolved to defer a decision on closing the road.", "defer a decision on closing the road"),
        ("It was resolved to close the road and to bring the plan back in May.", "bring the plan back in May"),
        ("It was resolved to go ahead with closing the road.", "close the road"),
        ("It was resolved to start closing the road.", "close the road"),
        ("It was resolved to close the road permanently.", "close the road permanently"),
        ("It was resolved to close the road to lorries only.", "close the road to lorries only"),
        ("The council had met. It was resolved to close the road.", "close the road"),
    ],
)
def test_the_deed_itself_and_what_is_joined_to_it_stand(line: str, text: str) -> None:
    assert verdict(line, text) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "action", "stands"),
    [
        ("I will send a summary of the report.", "send the report", False),
        ("I will send comments on the report.", "send the report", False),
        ("I will send a copy of the report.", "send the report", True),
        ("I will send a summary of the report.", "send the summary of the report", True),
        ("I will draft the report for Ben to send.", "send the report", False),
        ("I will draft and send the report.", "send the report", True),
        ("I will be allowed to send the report.", "send the report", False),
    ],
)
def test_a_part_is_not_the_whole_and_anothers_deed_not_ones_own(line: str, action: str, stands: bool) -> None:
    claim = DraftFollowUp(action=action, strength=Strength.INTENDS)
    support = checked("follow_ups", claim, document(("Ana", line)), line).support
    assert support is not None
    assert (support.verdict is Verdict.SUPPORTED) is stands


@pytest.mark.parametrize(
    ("language", "line", "text", "stands"),
    [
        ("de", "Der Vorstand beschloss, die Entscheidung über die Schließung der Straße zu vertagen.", "die Straße schließen", False),
        ("de", "Der Vorstand beschloss, die Straße zu schließen und die Sitzung zu vertagen.", "die Straße schließen", True),
        ("fr", "Le conseil a décidé de reporter la décision sur la fermeture de la route.", "fermer la route", False),
        ("fr", "Le conseil a décidé de fermer la route.", "fermer la route", True),
        ("es", "La junta acordó aplazar la decisión sobre el cierre de la calle.", "cerrar la calle", False),
        ("es", "La junta acordó cerrar la calle.", "cerrar la calle", True),
        ("it", "Il consiglio ha deciso di rinviare la decisione sulla chiusura della strada.", "chiudere la strada", False),
        ("it", "Il consiglio ha deciso di chiudere la strada.", "chiudere la strada", True),
    ],
)  # fmt: skip
def test_what_is_put_off_is_not_done_in_any_language(language: str, line: str, text: str, stands: bool) -> None:
    assert (verdict(line, text, language) is Verdict.SUPPORTED) is stands


@pytest.mark.parametrize(
    ("language", "line", "action", "owner"),
    [
        ("fr", "Le conseil a examiné le plan et a demandé à Zoé Petit de corriger l'annexe.", "corriger l'annexe du plan", "Zoé Petit"),
        ("it", "Il consiglio ha letto la bozza del piano e ha chiesto a Pia Neri di rivedere l'allegato.", "rivedere l'allegato del piano", "Pia Neri"),
    ],
)  # fmt: skip
def test_what_is_done_with_the_thing_in_another_clause_says_nothing_of_the_deed(
    language: str, line: str, action: str, owner: str
) -> None:
    source = document(line, language=language)
    item = checked("follow_ups", DraftFollowUp(action=action, owner=owner, strength=Strength.PROPOSED), source, line)
    assert item.support is not None
    assert item.support.verdict is Verdict.SUPPORTED


def test_a_form_of_address_is_no_name_that_must_be_quoted() -> None:
    source = document(("Ada", "Mr Straw came late."), ("Ada", "I will reflect on the issues that Straw has named."))
    claim = DraftFollowUp(action="reflect on the issues that Mr Straw has named", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, "I will reflect on the issues that Straw has named")
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("number", ["30.3—", "4. ", "(7) "])
def test_a_number_before_a_task_takes_nothing_from_it(number: str) -> None:
    source = document("# Actions", f"- {number}Decide on the colour of the roof")
    claim = DraftFollowUp(action="Decide on the colour of the roof", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, source, "Decide on the colour of the roof")
    assert made.values["strength"] is Strength.INTENDS
