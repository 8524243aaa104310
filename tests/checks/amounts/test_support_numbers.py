"""How numbers of a claim are held against the quoted words: marks for thousands and decimals, shares and multiples."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftCommitment, Outcome, RejectionReason, Strength, Verdict


def claimed(said: str, action: str, language: str = "en") -> Item:
    source = document(said, "The delegations met for two hours in the town hall.", language=language)
    return checked("commitments", DraftCommitment(action=action, strength=Strength.AGREED), source, said)


def verdict(made: Item) -> Verdict | RejectionReason | None:
    return made.refused or (made.support and made.support.verdict)


LEVY = "The council agreed to set a levy of {} percent."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("0.125", "125"),
        ("2.125", "2125"),
        ("2.125", "2,125"),
        ("12345.678", "12345678"),
        ("12,345", "12.345"),
        ("1,234,567.5", "1234.5675"),
    ],
)
def test_a_number_wrong_by_a_thousand_is_contradicted(said: str, told: str) -> None:
    assert verdict(claimed(LEVY.format(said), f"set a levy of {told} percent")) is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    ("said", "told"),
    [("0.125", "0.125"), (".125", "0.125"), ("12,345", "12345"), ("12 345", "12,345"), ("1,234,567.5", "1.2345675 million")],
)  # fmt: skip
def test_a_number_may_be_written_in_another_way(said: str, told: str) -> None:
    assert verdict(claimed(LEVY.format(said), f"set a levy of {told} percent")) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "said", "told", "then"),
    [
        ("de", "1.250", "1250", Verdict.SUPPORTED),
        ("de", "1,250", "1,25", Verdict.SUPPORTED),
        ("de", "1,250", "1250", Verdict.PARTLY),
        ("de", "1.250", "1,250", Verdict.PARTLY),
        ("de", "0,125", "125", RejectionReason.CONTRADICTED),
        ("en", "10.000", "10,000", Verdict.PARTLY),  # a German's English, or ten to the thousandth
    ],
)
def test_the_language_tells_thousands_from_decimals_and_what_is_in_doubt_is_flagged(
    language: str, said: str, told: str, then: Verdict
) -> None:
    line = "Der Rat beschließt, {} Euro zu zahlen." if language == "de" else "The council agreed to pay {} euros."
    action = "{} Euro zahlen" if language == "de" else "pay {} euros"
    assert verdict(claimed(line.format(said), action.format(told), language)) is then


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cut the tariff by a third", "cut the tariff by a half"),
        ("cut the tariff by two thirds", "cut the tariff by one third"),
        ("spend three quarters of the reserve", "spend a quarter of the reserve"),
        ("double the fleet", "triple the fleet"),
        ("halve the fee", "double the fee"),
        ("close for two and a half hours", "close for two hours"),
        ("pay half a million euros", "pay a million euros"),
    ],
)
def test_a_share_or_multiple_told_as_another_is_contradicted(said: str, told: str) -> None:
    assert verdict(claimed(f"Norway agreed to {said}.", told)) is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cut the tariff by a third", "cut the tariff by one third"),
        ("cut the tariff by one-third", "cut the tariff by 33 percent"),
        ("cut the tariff by 50 percent", "cut the tariff by half"),
        ("spend half of the reserve", "spend 50% of the reserve"),
        ("raise the quota from 100 to 200 tons", "double the quota"),
        ("double the fleet", "make the fleet twice the size, double the fleet"),
        ("hold a third meeting in the second half of May", "hold a third meeting in the second half of May"),
        ("report in the third quarter", "report in the third quarter"),
        ("pay half a million euros", "pay 500,000 euros"),
        ("pay two and a half million euros", "pay 2.5 million euros"),
    ],
)
def test_a_share_told_in_figures_and_an_ordinal_are_borne(said: str, told: str) -> None:
    made = claimed(f"Norway agreed to {said}.", told)
    assert made.refused is None
    assert made.support is not None
    assert made.support.checks.get("numbers", "agrees") == "agrees"


def test_a_share_ends_with_its_line() -> None:
    source = document("- Norway agreed to cut the tariff by a third", "- Norway agreed to close the mine")
    quotes = ["Norway agreed to cut the tariff by a third", "Norway agreed to close the mine"]
    made = checked(
        "commitments", DraftCommitment(action="cut the tariff by a half", strength=Strength.AGREED), source, *quotes
    )
    assert made.refused is RejectionReason.CONTRADICTED


def test_a_share_that_the_words_do_not_tell_is_flagged() -> None:
    made = claimed("Norway agreed to cut the tariff.", "cut the tariff by a third")
    assert verdict(made) is Verdict.PARTLY
    assert verdict(claimed("Norway agreed to cut the tariff by 20 percent.", "halve the tariff")) is Verdict.PARTLY


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("We agreed to prepare the hall for the guests with 3 ovens.", Verdict.PARTLY),
        ("We agreed to prepare the hall for the 30 guests.", RejectionReason.CONTRADICTED),
        ("We agreed to prepare the hall for the guests with 3 ovens and 40 chairs.", Verdict.PARTLY),
    ],
)
def test_a_number_of_the_same_thing_nearby_is_only_doubted_where_the_quoted_words_count_other_things(
    said: str, found: Verdict | RejectionReason
) -> None:
    source = document("So far 25 guests have said yes.", said)
    action = "prepare the hall for 25 guests"
    made = checked("commitments", DraftCommitment(action=action, strength=Strength.AGREED), source, said)
    assert verdict(made) is found


def test_a_number_of_something_else_nearby_is_contradicted() -> None:
    said = "We agreed to prepare the hall for the guests with 3 ovens."
    source = document("So far 25 neighbours have complained.", said)
    action = "prepare the hall for 25 guests"
    made = checked("commitments", DraftCommitment(action=action, strength=Strength.AGREED), source, said)
    assert verdict(made) is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("de", "Wir haben beschlossen, die Brücke zu schließen.", "die Brücke am Donnerstag schließen"),
        ("es", "Hemos acordado cerrar el puente el lunes.", "cerrar el puente el domingo"),
    ],
)
def test_a_weekday_whose_name_begins_as_a_day_is_written_here_is_no_day(language: str, said: str, told: str) -> None:
    assert verdict(claimed(said, told, language)) in (RejectionReason.CONTRADICTED, RejectionReason.UNSUPPORTED)


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("Mix hash in EIP-3675 and EIP-4399", Verdict.PARTLY),
        ("Mix hash in EIP-3675 and 4399", Verdict.PARTLY),
        ("Mix hash in EIP-3675 and EIP-5000", RejectionReason.UNSUPPORTED),
        ("Mix hash in EIP-3675 for 4399 blocks", RejectionReason.UNSUPPORTED),
    ],
)
def test_a_number_that_is_a_name_may_stand_elsewhere_in_the_document(
    topic: str, expected: Verdict | RejectionReason
) -> None:
    filling = [f"The clients of row {letter} are in sync." for letter in "abcdefghijklmnopqrstuvwxyz" * 3]
    source = document(
        "We have EIP-4399 as well.", *filling, "We want to clarify how the mix hash of EIP 3675 is named."
    )
    claim = DraftAgendaItem(topic=topic, outcome=Outcome.DISCUSSED)
    assert verdict(checked("agenda_items", claim, source, "clarify how the mix hash of EIP 3675 is named")) is expected


def test_a_figure_between_letters_counts_nothing() -> None:
    source = document("The F2F opened with the budget of the pier.", "It closed early.")
    made = checked(
        "agenda_items",
        DraftAgendaItem(topic="budget of the pier at the F2F", outcome=Outcome.DISCUSSED),
        source,
        "opened with the budget of the pier",
    )
    assert verdict(made) is not RejectionReason.UNSUPPORTED


@pytest.mark.parametrize(
    ("said", "action", "outcome"),
    [
        ("Norvia and Estmark agreed to share survey data within five days.", "the two countries will share survey data", Verdict.SUPPORTED),
        ("The three ministers agreed to share survey data.", "the two ministers will share survey data", RejectionReason.CONTRADICTED),
        ("Norvia, Estmark and Vestria agreed to share survey data.", "the two countries will share survey data", Verdict.PARTLY),
        ("Norvia and Estmark agreed to share survey data.", "share two surveys", Verdict.PARTLY),
    ],
)  # fmt: skip
def test_two_of_a_pair_that_the_words_name_is_no_number(
    said: str, action: str, outcome: Verdict | RejectionReason
) -> None:
    assert verdict(claimed(said, action)) is outcome


@pytest.mark.parametrize(
    ("action", "stands"),
    [("raise the levy by 3 cents", True), ("raise the levy by 4 cents", False), ("set a levy of 3 cents", False)],
)
def test_a_difference_of_two_quoted_numbers_may_be_told(action: str, stands: bool) -> None:
    assert (claimed("The council agreed to raise the levy from 12 to 15 cents.", action).refused is None) is stands
