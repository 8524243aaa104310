"""People of one surname, and names that share a word: another ministry, another firm, another Ann."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import (
    Claim,
    DraftAgendaItem,
    DraftCommitment,
    DraftParticipant,
    Outcome,
    Presence,
    RejectionReason,
    Strength,
    Verdict,
)

DAM = document(
    "Governor Leila Said opened the session.",
    "Karim Said, Minister of Water, presented the dam project.",
    "The Minister promised to release the tender documents by Friday.",
    "Governor Said asked for weekly reports.",
    "Leila Said agreed to suspend the works.",
    "Mr Said thanked everybody.",
    "She met the Deputy Premier of the Northern Republic, Zora Hlin.",
    "They asked after Anton Hlin, the Deputy Premier's uncle.",
    "Deputy Premier Hlin praised the plan.",
)


def judged(kind: str, claim: Claim, *lines: int) -> Item:
    return checked(kind, claim, DAM, *(DAM.line_text(line) for line in lines))


@pytest.mark.parametrize(
    ("name", "role", "lines", "kept"),
    [
        ("Karim Said", "Governor", (2, 4), None),
        ("Leila Said", "Governor", (1, 4), "Governor"),
        ("Karim Said", "Minister of Water", (2,), "Minister of Water"),
        ("Zora Hlin", "Deputy Premier", (7,), "Deputy Premier"),
    ],
)
def test_an_office_stays_with_its_bearer(name: str, role: str, lines: tuple[int, ...], kept: str | None) -> None:
    claim = DraftParticipant(name=name, role=role, presence=Presence.ATTENDED)
    assert judged("participants", claim, *lines).values["role"] == kept


@pytest.mark.parametrize(
    ("summary", "line", "stands"),
    [
        ("Karim Said asked for weekly reports.", 4, False),
        ("Leila Said asked for weekly reports.", 4, True),
        ("Leila Said presented the dam project.", 2, False),
        ("Leila Said thanked everybody.", 6, True),  # whom "Mr Said" means the titles do not tell
        ("Zora Hlin praised the plan.", 9, True),
    ],
)
def test_what_one_did_is_not_told_of_the_other(summary: str, line: int, stands: bool) -> None:
    claim = DraftAgendaItem(topic=DAM.line_text(line), summary=summary, outcome=Outcome.INFORMED)
    assert (judged("agenda_items", claim, line).values["summary"] == summary) is stands


@pytest.mark.parametrize(("by", "stands"), [("Leila Said", True), ("Karim Said", False)])
def test_what_one_promised_does_not_bind_the_other(by: str, stands: bool) -> None:
    claim = DraftCommitment(action="suspend the works", by=by, strength=Strength.AGREED)
    made = judged("commitments", claim, 5)
    assert made.refused == (None if stands else RejectionReason.CONTRADICTED)


def test_the_minister_is_not_the_namesake() -> None:
    claim = DraftCommitment(action="release the tender documents", by="Karim Said", strength=Strength.UNDERTOOK)
    made = judged("commitments", claim, 2, 3)
    assert made.support is not None
    assert made.support.checks["actor"] == "agrees"
    claim = DraftCommitment(action="release the tender documents", by="Leila Said", strength=Strength.UNDERTOOK)
    made = judged("commitments", claim, 3)
    assert made.support is not None
    assert made.support.checks["actor"] != "agrees"


def test_a_word_before_many_surnames_is_an_office_and_no_first_name() -> None:
    source = document(
        "Anwesend: die Räte Holger Brandl, Josef Maier, Franz Kolb",
        "Ortsrat Maier fragt nach den Kosten.",
        "Ortsrat Kolb hat Bedenken.",
        "Ortsrat Brandl bietet an, drei Angebote einzuholen, falls der Haushalt genehmigt wird.",
        language="de",
    )
    claim = DraftCommitment(
        action="drei Angebote einholen",
        by="Holger Brandl",
        strength="conditional",
        condition="falls der Haushalt genehmigt wird",
    )
    assert checked("commitments", claim, source, source.line_text(4)).refused is None


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
