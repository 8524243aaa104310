"""Words in quotation marks or read out: they bind who speaks or wrote them, not whom the words beside name, nor who reads them."""

import pytest
from checks.telling import WHOLE, told
from making import Line, checked, document

from summarizer.schemas import DraftCommitment, DraftFollowUp, Strength


def verdict(by: str, line: str, *, action: str = "repair the quay", language: str = "en", before: str = "") -> str:
    """The verdict on a promise that rests on the line; `refused` where it does not stand."""
    source = document(*([before] if before else []), line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = checked("commitments", claim, source, line)
    return "refused" if made.refused is not None else made.support.verdict


@pytest.mark.parametrize(
    ("line", "speaks", "named"),
    [
        ('As they parted, the Mayor declared, "I will repair the quay."', "the Mayor", "Mr Hale"),
        ('Mr Hale asked about the port and Ms Roe replied, "I will repair the quay."', "Ms Roe", "Mr Hale"),
        ("“I will repair the quay,” Ms Roe told Mr Hale.", "Ms Roe", "Mr Hale"),
        ("“I will repair the quay,” said Ms Roe. Mr Hale thanked her.", "Ms Roe", "Mr Hale"),
        ('Ms Roe told Mr Hale: "I will repair the quay."', "Ms Roe", "Mr Hale"),
        ('The Mayor thanked the Governor, who said, "I will repair the quay."', "the Governor", "the Mayor"),
        ("“I know,” said Ms Roe. “I will repair the quay.” Mr Hale thanked her.", "Ms Roe", "Mr Hale"),
        ("“I know,” Ms Roe said on Monday, “and I will repair the quay.” So did Mr Hale.", "Ms Roe", "Mr Hale"),
        ("“I know,” said Mr Hale. Ms Roe replied: “I will repair the quay.”", "Ms Roe", "Mr Hale"),
        ("“I will repair the quay,” declared the Governor. The Mayor was glad.", "the Governor", "the Mayor"),
    ],
)
def test_who_speaks_is_bound_and_not_who_is_named_beside(line: str, speaks: str, named: str) -> None:
    assert verdict(speaks, line) == "supported"
    if named in line:
        assert verdict(named, line) == "refused"


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ('The Mayor, Ann Roe, said: "I will repair the quay."', "the Mayor"),
        ('The Mayor, Ann Roe, said: "I will repair the quay."', "Ann Roe"),
        ('The Mayor found it hard. "I will repair the quay," she said.', "the Mayor"),
        ('Minister Dahl of the Port Authority said, "We will repair the quay."', "the Port Authority"),
        ('Ms Roe said of the "old quay" that she would repair the quay.', "Ms Roe"),
    ],
)
def test_an_office_a_pronoun_and_a_body_may_stand_for_who_speaks(line: str, by: str) -> None:
    assert verdict(by, line) == "supported"


def test_a_pronoun_stands_for_somebody_who_is_named_before_it() -> None:
    line = 'Ms Roe met Mr Hale. "I will repair the quay," she said.'
    assert verdict("Ms Roe", line, before="# Talk with Ms Sund") == "supported"
    assert verdict("Ms Sund", line, before="# Talk with Ms Sund") == "partly"


def test_the_office_is_that_of_whom_the_document_gives_it_to() -> None:
    before = "Mayor Ann Roe received the Governor, Tom Hale."
    line = 'On leaving, the Mayor said, "I will repair the quay."'
    assert verdict("Ann Roe", line, before=before) == "supported"


@pytest.mark.parametrize(
    ("language", "line", "action"),
    [
        ("de", "Herr Hahn dankte. „Ich werde die Mole reparieren“, sagte Frau Roth.", "die Mole reparieren"),
        ("fr", "M. Hahn a remercié. « Je réparerai le quai », a dit Mme Roth.", "réparer le quai"),
        ("es", "Hahn dio las gracias. «Repararé el muelle», dijo Roth.", "reparar el muelle"),
        ("it", "Hahn ha ringraziato. «Riparerò il molo», ha detto Roth.", "riparare il molo"),
    ],
)
def test_other_languages_name_who_speaks_behind_the_marks(language: str, line: str, action: str) -> None:
    assert verdict("Roth", line, action=action, language=language) == "supported"
    assert verdict("Hahn", line, action=action, language=language) == "refused"


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
