"""Words of others that are read out: they bind their author, not who reads them."""

import pytest
from making import Line, checked, document

from summarizer.schemas import DraftCommitment, Strength


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
