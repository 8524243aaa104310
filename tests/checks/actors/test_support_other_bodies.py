"""Names that share a word: another ministry, another firm, another Ann is not bound by what the words say of this one."""

import pytest
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength, Verdict


def verdict(line: str, by: str, beside: str, language: str = "en", action: str = "pay the fee") -> Verdict | None:
    """What becomes of a promise that rests on the first of two lines."""
    source = document(line, beside, language=language)
    made = checked("commitments", DraftCommitment(action=action, by=by, strength=Strength.INTENDS), source, line)
    return made.support.verdict if made.support else None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The Ministry of Health", "The Ministry of Defence"),
        ("Dray Ltd", "Hask Ltd"),
        ("Arle Council", "Vell Council"),
        ("The Finance Committee", "The Audit Committee"),
        ("Ann Moor", "Ann Lee"),
    ],
)
def test_a_name_that_shares_only_its_kind_or_first_name_is_another(right: str, wrong: str) -> None:
    line, beside = f"{right} will pay the fee.", f"{wrong} was present."
    assert verdict(line, wrong, beside) is Verdict.CONTRADICTED
    assert verdict(line, right, beside) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("written", "claimed", "beside"),
    [
        ("The Health Ministry", "Ministry of Health", "Nobody else spoke."),
        ("The Council", "Arle Council", "Arle Council met for the first time."),
        ("The European Commission", "EU Commission", "The EU Commission was founded long ago."),
        ("Orlin Steel", "Orlin Steel Ltd", "Orlin Steel Ltd was present."),
        ("Ann", "Ann Lee", "Ann Lee was in the chair."),
        ("In March the authority", "Solna Water Authority", "The Solna Water Authority met."),
        ("After a break the Board", "Board of Directors", "The Board of Directors met."),
        ("Prime Minister Rask", "Prime Minister of Norland", "The Prime Minister of Norland spoke first."),
    ],
)
def test_a_shorter_or_turned_name_is_the_same(written: str, claimed: str, beside: str) -> None:
    assert verdict(f"{written} will pay the fee.", claimed, beside) is Verdict.SUPPORTED


def test_another_ministry_is_told_apart_in_french_and_german() -> None:
    line, beside = "Le ministère de la Santé paiera les frais.", "Le ministère de la Défense était présent."
    assert verdict(line, "Le ministère de la Défense", beside, "fr", "payer les frais") is Verdict.PARTLY
    assert verdict(line, "Le ministère de la Santé", beside, "fr", "payer les frais") is Verdict.SUPPORTED
    line, beside = "Das Ministerium für Gesundheit zahlt die Gebühr.", "Das Ministerium für Verteidigung war da."
    assert verdict(line, "das Ministerium für Verteidigung", beside, "de", "die Gebühr zahlen") is Verdict.PARTLY
