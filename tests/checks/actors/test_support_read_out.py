"""Words of others that are read out: they bind their author, not who reads them."""

import pytest
from checks.telling import WHOLE, told
from making import Line, checked, document

from summarizer.schemas import DraftCommitment, DraftFollowUp, Strength


def stands(by: str, *lines: Line, action: str = "repair the quay", language: str = "en") -> bool:
    """Whether a promise that rests on the last line stands."""
    source = document(*lines, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = checked("commitments", claim, source, source.line_text(len(lines)))
    return made.refused is None


@pytest.mark.parametrize(
    ("line", "reader", "author"),
    [
        ('The clerk read out a letter of the Ministry: "We will repair the quay in May."', "The clerk", "the Ministry"),
        ("Mr Hale read the tenant's letter: “We will repair the quay.”", "Mr Hale", "the tenant"),
        ('Ms Roe quoted the tenant as saying "I will repair the quay".', "Ms Roe", "the tenant"),
    ],
)
def test_who_reads_a_letter_is_not_bound_by_it(line: str, reader: str, author: str) -> None:
    assert not stands(reader, line)
    assert stands(author, line)


def test_the_speaker_who_quotes_is_not_bound_either() -> None:
    assert not stands("Ms Roe", ("Ms Roe", 'The supplier wrote to me, and I quote, "We will repair the quay."'))


@pytest.mark.parametrize(
    "line",
    [
        'Mr Hale said: "We will repair the quay."',
        'Mr Hale wrote: "I will repair the quay."',
        'Mr Hale read a letter of the Ministry, "We are glad", and will repair the quay.',
    ],
)
def test_who_says_or_writes_it_is_bound(line: str) -> None:
    assert stands("Mr Hale", line)


def test_german_letters_are_read_too() -> None:
    line = "Die Schriftführerin verlas einen Brief des Ministeriums: „Wir werden die Mole im Mai reparieren.“"
    assert not stands("Die Schriftführerin", line, action="die Mole reparieren", language="de")
    assert stands("Ministerium", line, action="die Mole reparieren", language="de")


@pytest.mark.parametrize(
    ("language", "line", "wrong", "right"),
    [
        (
            "en",
            "The Secretary read out a note by the Council, which urged the parties to pay for the packing.",
            "The Secretary urged the parties to pay for the packing.",
            "The Council urged the parties to pay for the packing.",
        ),
        (
            "de",
            "Die Vorsitzende verliest einen Brief der Feuerwehr, in dem diese um freie Zufahrt bittet.",
            "Die Vorsitzende bittet um freie Zufahrt.",
            "Die Feuerwehr bittet um freie Zufahrt.",
        ),
        (
            "fr",
            "La présidente lit un courrier de la mairie, qui demande de fermer l'atelier.",
            "La présidente demande de fermer l'atelier.",
            "La mairie demande de fermer l'atelier.",
        ),
        (
            "it",
            "L'amministratrice legge una lettera dei vigili, che chiedono di liberare il cortile.",
            "L'amministratrice chiede di liberare il cortile.",
            "I vigili chiedono di liberare il cortile.",
        ),
        (
            "es",
            "La presidenta lee una carta del puerto, que solicita retirar las boyas.",
            "La presidenta solicita retirar las boyas.",
            "El puerto solicita retirar las boyas.",
        ),
    ],
)
def test_who_reads_it_out_does_not_say_it(language: str, line: str, wrong: str, right: str) -> None:
    assert "only read that out" in told(wrong, line, language=language)
    assert told(right, line, language=language) == WHOLE


def test_who_reads_it_out_does_not_own_what_it_asks_for() -> None:
    line = "Die Bürgermeisterin verliest ein Schreiben des Vereins, in dem er um neue Duschen bittet."
    step = DraftFollowUp(
        action="neue Duschen beschaffen", owner="Bürgermeisterin", owner_basis="assigned", strength="mentioned"
    )
    assert checked("follow_ups", step, document(line, language="de"), line).values["owner"] is None
