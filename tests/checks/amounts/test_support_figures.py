"""Numbers in German, French, Italian and Spanish words: they are the same as in figures, and others than other words."""

import pytest
from making import checked, document

from summarizer.checks.amounts.figures import words_as_figures
from summarizer.schemas import DraftCommitment, Strength


@pytest.mark.parametrize(
    ("language", "words", "figures"),
    [
        ("de", "zwölf Monate und einundzwanzig Tage", "12 Monate und 21 Tage"),
        ("de", "zweihundertfünfzig oder zwölftausend", "250 oder 12000"),
        ("de", "ein Stuhl, zwei Millionen Euro", "ein Stuhl, 2 Millionen Euro"),
        ("fr", "douze mille euros, vingt et un ou vingt-deux jours", "12000 euros, 21 ou 22 jours"),
        ("fr", "quatre-vingt-dix-sept, soixante-dix, deux cents", "97, 70, 200"),
        ("fr", "cinq pour cent d'un mois", "5 pour cent d'un mois"),
        ("fr", "les deux rives et deux ponts", "les deux rives et 2 ponts"),
        ("it", "ventotto, duecentocinquanta, milleduecento", "28, 250, 1200"),
        ("it", "cinque per cento, payment due by Friday", "cinque per cento, payment due by Friday"),
        ("es", "treinta y dos, dos y tres, doscientos diez", "32, 2 y 3, 210"),
        ("es", "dos mil, cinco por ciento", "2 000, 5 por ciento"),
        ("en", "twelve six", "twelve six"),
    ],
)
def test_numbers_in_words_are_put_into_figures(language: str, words: str, figures: str) -> None:
    assert words_as_figures(words, language) == figures


def promised(line: str, action: str, by: str, language: str) -> bool:
    """Whether a promise stands on its one line."""
    source = document(line, language=language)
    made = checked("commitments", DraftCommitment(action=action, by=by, strength=Strength.INTENDS), source, line)
    return made.refused is None


@pytest.mark.parametrize(
    ("language", "line", "by", "right", "wrong"),
    [
        ("de", "Die Bank verlängert den Kredit um zwölf Monate.", "Die Bank", "den Kredit um 12 Monate verlängern", "den Kredit um zehn Monate verlängern"),
        ("fr", "La commune versera douze mille euros au club.", "La commune", "verser 12 000 euros au club", "verser deux mille euros au club"),
        ("it", "La banca prorogherà il prestito di dodici mesi.", "La banca", "prorogare il prestito di 12 mesi", "prorogare il prestito di 10 mesi"),
        ("es", "El banco prorrogará el préstamo doce meses.", "El banco", "prorrogar el préstamo 12 meses", "prorrogar el préstamo diez meses"),
    ],
)  # fmt: skip
def test_another_number_in_words_is_refused(language: str, line: str, by: str, right: str, wrong: str) -> None:
    assert promised(line, right, by, language)
    assert not promised(line, wrong, by, language)
