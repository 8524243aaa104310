"""Direct speech in prose: it binds who speaks, not whom the words beside the quotation marks name."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength


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
