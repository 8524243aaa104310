"""A deed that the words promise only to try, to allow or to weigh is borne only partly, unless the claim says so."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength, Verdict


def verdict(line: str, action: str, by: str, language: str = "en") -> Verdict | None:
    """What becomes of a promise that rests on its one line."""
    source = document(line, language=language)
    made = checked("commitments", DraftCommitment(action=action, by=by, strength=Strength.INTENDS), source, line)
    return made.support.verdict if made.support else None


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        ("will try to extend the loan", "extend the loan"),
        ("will do its best to extend the loan", "extend the loan"),
        ("will endeavour to extend the loan", "extend the loan"),
        ("will allow the port to repair the quay", "repair the quay"),
        ("will wait for the port to repair the quay", "repair the quay"),
        ("will decide in June whether to repair the quay", "repair the quay"),
        ("will oppose the extension of the loan", "the extension of the loan"),
        ("promised to try to repair the quay", "repair the quay"),
    ],
)
def test_a_deed_that_hangs_on_a_weaker_verb_is_borne_partly(promise: str, deed: str) -> None:
    assert verdict(f"The bank {promise}.", deed, "The bank") is Verdict.PARTLY


@pytest.mark.parametrize(
    ("promise", "deed"),
    [
        ("will try to extend the loan", "try to extend the loan"),
        ("will discuss the date with us and extend the loan", "extend the loan"),
        ("will let the port know the date", "let the port know the date"),
        ("will extend the loan and try to lower the rate", "extend the loan"),
    ],
)
def test_the_weaker_verb_itself_and_a_deed_beside_it_are_borne(promise: str, deed: str) -> None:
    assert verdict(f"The bank {promise}.", deed, "The bank") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "line", "by", "deed"),
    [
        ("de", "Die Bank wird versuchen, den Kredit zu verlängern.", "Die Bank", "den Kredit verlängern"),
        ("fr", "La banque essaiera de prolonger le prêt.", "La banque", "prolonger le prêt"),
        ("it", "La banca cercherà di prorogare il prestito.", "La banca", "prorogare il prestito"),
        ("es", "El banco tratará de prorrogar el préstamo.", "El banco", "prorrogar el préstamo"),
    ],
)
def test_other_languages_try_too(language: str, line: str, by: str, deed: str) -> None:
    assert verdict(line, deed, by, language) is Verdict.PARTLY
