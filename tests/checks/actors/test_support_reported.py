"""Who only says what another will do, in several languages: the other acts, and the source is shown."""

import pytest
from making import document, item

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, Strength, Verdict
from summarizer.support import check

REST = {
    "de": ("Der Minister sagte, Libyen werde die Grenze öffnen.", "Der Minister", "Libyen", "die Grenze öffnen"),
    "de dass": ("Frau Roth kündigte an, dass die Bank den Kredit verlängern werde.", "Frau Roth", "die Bank", "den Kredit verlängern"),
    "de behind": ("Am Montag sagte Herr Roth, die Bank werde den Kredit verlängern.", "Herr Roth", "die Bank", "den Kredit verlängern"),
    "de laut": ("Laut Herrn Beck wird die Bank den Kredit verlängern.", "Herrn Beck", "die Bank", "den Kredit verlängern"),
    "fr": ("M. Petit a annoncé que la banque prolongera le prêt.", "M. Petit", "la banque", "prolonger le prêt"),
    "fr selon": ("Selon la presse, la société Orlin fermera l'usine.", "la presse", "la société Orlin", "fermer l'usine"),
    "es": ("La Sra. Vega anunció que el banco prorrogará el préstamo.", "La Sra. Vega", "el banco", "prorrogar el préstamo"),
    "it": ("Il ministro ha detto che la Libia aprirà la frontiera.", "Il ministro", "la Libia", "aprire la frontiera"),
    "en": ("The minister said Libya would pay the costs.", "The minister", "Libya", "pay the costs"),
    "en press": ("According to the press, Orlin Steel will close the site.", "the press", "Orlin Steel", "close the site"),
}  # fmt: skip


def checked(language: str, line: str, action: str, by: str, said_by: str | None = None) -> Item:
    source = document(line, language=language)
    claim = DraftCommitment(action=action, by=by, said_by=said_by, strength=Strength.INTENDS)
    made = item("commitments", claim, source, line)
    check([made], source)
    return made


@pytest.mark.parametrize("case", REST)
def test_who_only_says_so_does_not_act(case: str) -> None:
    line, source, _, action = REST[case]
    assert checked(case[:2], line, action, source).refused is not None


@pytest.mark.parametrize("case", REST)
def test_what_another_says_of_who_acts_shows_who_says_it(case: str) -> None:
    line, source, actor, action = REST[case]
    made = checked(case[:2], line, action, actor)
    assert made.refused is None
    assert made.values["said_by"] == source


@pytest.mark.parametrize("case", REST)
def test_a_report_that_names_both_is_borne(case: str) -> None:
    line, source, actor, action = REST[case]
    made = checked(case[:2], line, action, actor, source)
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED
    assert made.values["said_by"] == source


@pytest.mark.parametrize(
    ("language", "line", "by", "action"),
    [
        ("de", "Der Minister sagte, er werde die Grenze öffnen.", "Der Minister", "die Grenze öffnen"),
        ("de", "Der Minister sagte, die Grenze werde geöffnet.", "Der Minister", "die Grenze öffnen"),
        ("de", "Die Bank sagt zu, den Kredit zu verlängern.", "Die Bank", "den Kredit verlängern"),
        ("de", "Laut Satzung wird der Verein die Halle pflegen.", "der Verein", "die Halle pflegen"),
        ("fr", "M. Petit a annoncé qu'il prolongera le prêt.", "M. Petit", "prolonger le prêt"),
        ("fr", "Selon l'accord, la banque prolongera le prêt.", "la banque", "prolonger le prêt"),
        ("es", "La Sra. Vega anunció que prorrogará el préstamo.", "La Sra. Vega", "prorrogar el préstamo"),
        ("es", "La Sra. Vega anunció que la próxima semana prorrogará el préstamo.", "La Sra. Vega", "prorrogar el préstamo"),
        ("it", "Il sig. Conti dice che prorogherà il prestito.", "Il sig. Conti", "prorogare il prestito"),
        ("en", "According to the schedule, Orlin Steel will close the site.", "Orlin Steel", "close the site"),
    ],
)  # fmt: skip
def test_who_speaks_of_oneself_acts_and_a_paper_is_no_speaker(language: str, line: str, by: str, action: str) -> None:
    made = checked(language, line, action, by)
    assert made.refused is None
    assert made.values["said_by"] is None


@pytest.mark.parametrize(
    ("line", "source", "actor"),
    [
        ("Sudland, according to Norland, will pay the costs.", "Norland", "Sudland"),
        ("Sudland (according to Norland) will pay the costs.", "Norland", "Sudland"),
        ("The union, the company said, would pay the costs.", "the company", "The union"),
        ("Sudland, Norland said, will pay the costs.", "Norland", "Sudland"),
    ],
)
def test_a_source_between_who_acts_and_the_verb_does_not_act(line: str, source: str, actor: str) -> None:
    assert checked("en", line, "pay the costs", source).refused is not None
    made = checked("en", line, "pay the costs", actor, source)
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "line", ["The bank, which said it was sorry, will pay the costs.", "The bank, as agreed, will pay the costs."]
)
def test_what_is_told_of_who_acts_names_no_source(line: str) -> None:
    made = checked("en", line, "pay the costs", "The bank")
    assert made.refused is None
    assert made.values["said_by"] is None


@pytest.mark.parametrize(
    ("words", "borne"),
    [
        ("They will release the files on Monday.", False),
        ("The port will release the files on Monday.", False),
        ("I will release the files on Monday.", True),
        ("The team will release the files on Monday.", True),
    ],
)
def test_what_a_speaker_says_of_others_binds_not_the_speaker(words: str, borne: bool) -> None:
    source = document(("Ms HALE", "What of the files?"), ("Mr ORR", words))
    claim = DraftCommitment(action="release the files", by="Mr ORR", strength=Strength.INTENDS)
    made = item("commitments", claim, source, words)
    check([made], source)
    assert made.support is not None
    assert (made.support.verdict is Verdict.SUPPORTED) == borne


@pytest.mark.parametrize(
    ("head", "line", "action", "by", "other", "language"),
    [
        (
            "Minister Hale aus Estland traf Ministerin Berg aus Norwegen in Oslo.",
            "Minister Hale sagte, seine Regierung werde die Lotsen bezahlen.",
            "die Lotsen bezahlen",
            "Estland",
            "Norwegen",
            "de",
        ),
        (
            "Le ministre Hale d'Estonie a reçu la ministre Berg de Norvège à Oslo.",
            "Le ministre Hale a dit que son gouvernement paierait les pilotes.",
            "payer les pilotes",
            "Estonie",
            "Norvège",
            "fr",
        ),
        (
            "El ministro Hale de Estonia recibió a la ministra Berg de Noruega en Oslo.",
            "El ministro Hale dijo que su gobierno pagaría a los prácticos.",
            "pagar a los prácticos",
            "Estonia",
            "Noruega",
            "es",
        ),
    ],
)
def test_the_government_of_who_says_so_acts_for_the_country_that_the_text_gives(
    head: str, line: str, action: str, by: str, other: str, language: str
) -> None:
    for name, agrees in ((by, True), (other, False)):
        claim = DraftCommitment(action=action, by=name, strength=Strength.INTENDS)
        source = document(head, line, language=language)
        made = item("commitments", claim, source, line)
        check([made], source)
        assert made.support is not None
        assert (made.support.checks["actor"] == "agrees") is agrees


@pytest.mark.parametrize(("by", "agrees"), [("Germany", True), ("Nigeria", False)])
def test_the_government_of_a_delegate_is_that_of_the_country_in_brackets(by: str, agrees: bool) -> None:
    source = document(
        "Mr. Vogel (Germany) said that his Government will host the next session.",
        "Ms. Okafor (Nigeria) thanked him.",
    )
    claim = DraftCommitment(action="host the next session", by=by, strength=Strength.INTENDS)
    made = item("commitments", claim, source, source.line_text(1))
    check([made], source)
    assert made.support is not None
    assert (made.support.checks["actor"] == "agrees") is agrees
