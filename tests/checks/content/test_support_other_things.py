"""Claims that have another thing in the place of what the words name, and those that name it with more words or fewer."""

import pytest
from making import checked, document, verdict

from summarizer.schemas import DraftFollowUp, Strength, Verdict


@pytest.mark.parametrize(
    ("language", "line", "wrong"),
    [
        ("en", "It was agreed to close the lane to cars.", "close the lane to bicycles"),
        ("en", "It was agreed to repair the boiler in the school.", "repair the boiler in the hall"),
        ("en", "It was agreed to repair the road.", "repair the bridge"),
        ("en", "It was agreed that the road be repaired.", "repair the bridge"),
        ("en", "It was agreed to paint the hall green.", "paint the hall blue"),
        ("en", "The board approved the lease of the east wing.", "approve the lease of the car park"),
        ("en", "It was agreed to lend to members only.", "lend to the public"),
        ("en", "It was agreed to ring the bank and book the hall.", "ring the hall"),
        ("en", "It was agreed to approve the minutes and to reject the budget.", "reject the minutes"),
        ("fr", "Le conseil décide de fermer la rue aux voitures.", "fermer la rue aux vélos"),
        ("es", "La junta acuerda cerrar la calle a los coches.", "cerrar la calle a las bicicletas"),
        ("it", "Il consiglio delibera di chiudere la strada alle auto.", "chiudere la strada alle biciclette"),
        ("de", "Der Vorstand beschließt, das Tor zu streichen.", "den Zaun streichen"),
    ],
)
def test_another_thing_in_the_same_place_is_not_borne(language: str, line: str, wrong: str) -> None:
    assert verdict(line, wrong, language) is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "line", "right"),
    [
        ("en", "It was agreed to close the lane to motor cars.", "close the lane to cars"),
        ("en", "It was agreed to repair the school boiler.", "repair the boiler in the school"),
        ("en", "It was agreed to ring the bank and book the hall.", "book the hall"),
        ("en", "It was agreed to buy new red chairs.", "buy chairs"),
        ("en", "It was agreed to publish the outcome of the talks.", "publish the results of the talks"),
        ("en", "It was agreed that the berths remain unchanged.", "the berths stay as they are"),
        ("de", "Der Vorstand beschließt, das Ergebnis zu melden.", "das Resultat melden"),
        ("en", "It was agreed to send Ann the letter.", "send the letter"),
        ("en", "It was agreed to draft, print and post the letter.", "draft the letter"),
        ("en", "It was agreed to write to the landlord about the roof and the lift.", "write to the landlord about the lift"),
        ("en", "It was agreed that the paint be bought and the door painted.", "paint the door"),
        ("en", "It was agreed to repair the road and the bridge.", "repair the bridge"),
        ("en", "It was agreed to fix the thing in the hall.", "fix the boiler in the hall"),
        ("en", "It was agreed not to sell anything.", "not to sell the hut"),
        ("de", "Der Vorstand beschließt, das Tor und den Zaun zu streichen.", "den Zaun streichen"),
        ("fr", "Le conseil décide de fermer la rue aux voitures et aux vélos.", "fermer la rue aux vélos"),
    ],
)  # fmt: skip
def test_a_thing_among_others_or_told_at_another_place_is_borne(language: str, line: str, right: str) -> None:
    assert verdict(line, right, language) is Verdict.SUPPORTED


def test_a_name_behind_a_noun_is_no_other_thing() -> None:
    line = "The rest will be covered by an issue Carl is going to file."
    assert verdict(line, "file an issue that covers the rest") is Verdict.SUPPORTED


def test_what_is_done_second_is_done_to_the_thing_that_stands_first() -> None:
    source = document("A good plan has been reviewed and will be merged.")
    made = checked(
        "follow_ups",
        DraftFollowUp(action="A good plan will be merged", strength=Strength.INTENDS),
        source,
        "A good plan has been reviewed and will be merged",
    )
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


def test_another_recipient_behind_a_joined_article_is_not_borne() -> None:
    line = "La consigliera consegnerà le chiavi al custode."
    claim = DraftFollowUp(
        action="consegnare le chiavi alla banca", owner="consigliera", owner_basis="assigned", strength=Strength.INTENDS
    )
    support = checked("follow_ups", claim, document(line, language="it"), line).support
    assert support is not None
    assert support.explanation == 'The claim says "banca" where the quoted words say "custode".'
