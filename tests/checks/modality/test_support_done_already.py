"""Deeds that the words tell as done, claimed as promises, in German, French, Spanish and Italian."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength


def _promised(line: str, action: str, by: str, language: str) -> bool:
    source = document(line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    return checked("commitments", claim, source, line).refused is None


@pytest.mark.parametrize(
    ("language", "by", "done", "promised", "action"),
    [
        ("de", "Herr Lenz", "hat die Lampen abgeholt", "hat zugesagt, die Lampen abzuholen", "die Lampen abholen"),
        ("de", "Herr Lenz", "hat die Uhren umgestellt", "hat zugesagt, die Uhren umzustellen", "die Uhren umstellen"),
        ("de", "Herr Lenz", "kaufte die Lampen", "wird die Lampen kaufen", "die Lampen kaufen"),
        ("de", "Der Vorstand", "hat den Saal gemietet", "hat beschlossen, den Saal zu mieten", "den Saal mieten"),
        ("fr", "Zoé Petit", "a déjà vendu la grange", "a promis de vendre la grange", "vendre la grange"),
        ("es", "Eva Luna", "ha pintado la valla", "se ha comprometido a pintar la valla", "pintar la valla"),
        ("es", "Eva Luna", "pintó la valla", "pintará la valla", "pintar la valla"),
        ("it", "Pia Neri", "ha spedito le lettere", "ha promesso di spedire le lettere", "spedire le lettere"),
    ],
)
def test_what_was_done_is_no_promise(language: str, by: str, done: str, promised: str, action: str) -> None:
    assert not _promised(f"{by} {done}.", action, by, language)
    assert _promised(f"{by} {promised}.", action, by, language)


@pytest.mark.parametrize(
    ("language", "line", "action", "by"),
    [
        ("de", "Herr Lenz hat Zeit und holt die Lampen ab.", "die Lampen abholen", "Herr Lenz"),
        ("de", "Herr Lenz bestellt die Lampen.", "die Lampen bestellen", "Herr Lenz"),
        ("fr", "Zoé Petit a vu le notaire et vend la grange en mai.", "vendre la grange", "Zoé Petit"),
    ],
)
def test_the_present_may_be_a_promise_beside_what_was_done(language: str, line: str, action: str, by: str) -> None:
    assert _promised(line, action, by, language)
