"""Of several who are named, which one acts, and whose task it is."""

import pytest
from making import Line, checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftFollowUp, OwnerBasis, Strength, Verdict


def repairs(line: str, by: str, action: str = "repair the pump") -> Item:
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    return checked("commitments", claim, document("Anna Roth and Ben Lund were there.", line), line)


def test_one_of_two_is_known_by_any_part_of_the_name() -> None:
    assert verdict("Anna or Ben will repair the pump.", "Anna Roth") is Verdict.PARTLY
    assert verdict("Roth or Lund will repair the pump.", "Anna Roth") is Verdict.PARTLY


def verdict(line: str, by: str) -> Verdict:
    support = repairs(line, by).support
    assert support is not None
    return support.verdict


@pytest.mark.parametrize(
    "line",
    [
        "Either Anna or Ben will repair the pump.",
        "Anna or Ben will repair the pump.",
        "Ben and/or Anna will repair the pump.",
        "The pump will be repaired by either Ben or Anna.",
    ],
)
def test_one_of_two_is_only_perhaps_the_one(line: str) -> None:
    assert verdict(line, "Anna") is Verdict.PARTLY
    assert verdict(line, "Anna or Ben") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("line", "who", "other"),
    [
        ("Anna will lend the pump to Ben, who will repair it.", "Ben", "Anna"),
        ("It is Ben who will repair the pump, not Anna.", "Ben", "Anna"),
        ("Anna and Ben will repair the pump.", "Ben", "Carl"),
    ],
)
def test_who_acts_is_told_from_who_stands_beside(line: str, who: str, other: str) -> None:
    assert repairs(line, who).refused is None
    made = repairs(line, other)
    assert made.refused is not None or made.values["by"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Anna will have Ben repair the pump.",
        "Anna will get Ben to repair the pump.",
        "Anna will make Ben repair the pump.",
        "Anna will arrange for Ben to repair the pump.",
    ],
)
def test_who_has_another_do_it_does_not_do_it(line: str) -> None:
    assert repairs(line, "Anna").refused is not None


def test_who_has_another_do_it_may_be_told_to_have_it_done() -> None:
    assert repairs("Anna will have Ben repair the pump.", "Anna", "have Ben repair the pump").refused is None
    assert repairs("Anna will have the pump repaired.", "Anna", "have the pump repaired").refused is None


def test_whether_a_pronoun_is_the_one_who_is_told_is_doubted() -> None:
    line = "Anna told Ben that she will repair the pump."
    assert verdict(line, "Ben") is Verdict.PARTLY
    assert verdict(line, "Anna") is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("language", "line", "action", "by", "stands"),
    [
        ("de", "Anna Roth oder Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Nicht Anna Roth, sondern Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Nicht Anna Roth, sondern Ben Lund wird den Bericht schicken.", "den Bericht schicken", "Ben Lund", True),
        ("de", "Statt Anna Roth wird Ben Lund den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Anna Roth lässt Ben Lund den Bericht schicken.", "den Bericht schicken", "Anna Roth", False),
        ("de", "Anna Roth wird eine Zusammenfassung des Berichts schicken.", "den Bericht schicken", "Anna Roth", False),
        ("fr", "Anna Roth fera envoyer le rapport par Ben Lund.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth demandera à Ben Lund d'envoyer le rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Ce n'est pas Anna Roth mais Ben Lund qui enverra le rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth enverra un résumé du rapport.", "envoyer le rapport", "Anna Roth", False),
        ("fr", "Anna Roth enverra le rapport.", "envoyer le rapport", "Anna Roth", True),
        ("it", "Anna Roth farà inviare la relazione a Ben Lund.", "inviare la relazione", "Anna Roth", False),
        ("it", "Anna Roth invierà una sintesi della relazione.", "inviare la relazione", "Anna Roth", False),
        ("es", "Anna Roth o Ben Lund enviará el informe.", "enviar el informe", "Anna Roth", False),
        ("es", "Anna Roth enviará un resumen del informe.", "enviar el informe", "Anna Roth", False),
        ("es", "Anna Roth enviará el informe.", "enviar el informe", "Anna Roth", True),
    ],
)  # fmt: skip
def test_who_acts_and_on_what_is_told_in_other_languages_too(
    language: str, line: str, action: str, by: str, stands: bool
) -> None:
    source = document("Anna Roth, Ben Lund.", line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    support = checked("commitments", claim, source, line).support
    assert support is not None
    assert (support.verdict is Verdict.SUPPORTED) is stands


def _owner(line: Line, action: str, owner: str, language: str = "en") -> str | None:
    source = document(line, ("Ada", "Fine."), ("Jo", "Good."), language=language)
    quote = line if isinstance(line, str) else line[1]
    claim = DraftFollowUp(action=action, owner=owner, owner_basis=OwnerBasis.ASSIGNED, strength=Strength.PROPOSED)
    found: str | None = checked("follow_ups", claim, source, quote).values["owner"]
    return found


@pytest.mark.parametrize(
    ("language", "line", "action"),
    [
        ("en", "Somebody ought to sweep the yard.", "sweep the yard"),
        ("de", "Jemand müsste den Hof fegen.", "den Hof fegen"),
        ("fr", "Il faudrait que quelqu'un balaie la cour.", "balayer la cour"),
        ("es", "Alguien tendría que barrer el patio.", "barrer el patio"),
        ("it", "Qualcuno dovrebbe spazzare il cortile.", "spazzare il cortile"),
    ],
)
def test_who_wishes_that_somebody_did_it_does_not_own_it(language: str, line: str, action: str) -> None:
    assert _owner(("Ada", line), action, "Ada", language) is None


def test_who_finds_that_somebody_must_and_takes_it_keeps_it():
    assert _owner(("Ada", "Somebody must sweep the yard, so I will sweep it."), "sweep the yard", "Ada") == "Ada"


@pytest.mark.parametrize(
    ("language", "line", "action", "asker", "asked"),
    [
        ("en", "Jo was asked by Ada to sweep the yard.", "sweep the yard", "Ada", "Jo"),
        ("en", "Jo has been told to sweep the yard.", "sweep the yard", "", "Jo"),
        ("fr", "Les élus ont chargé Luc Roy de balayer la cour.", "balayer la cour", "Les élus", "Luc Roy"),
        ("es", "La junta pidió a Eva Luna que recoja las llaves.", "recoger las llaves", "La junta", "Eva Luna"),
        ("it", "Il sindaco ha chiesto a Pia Neri di pulire il cortile.", "pulire il cortile", "Il sindaco", "Pia Neri"),
        ("it", "Pia Neri è incaricata di pulire il cortile.", "pulire il cortile", "", "Pia Neri"),
    ],
)
def test_who_is_asked_owns_it_and_who_asks_does_not(
    language: str, line: str, action: str, asker: str, asked: str
) -> None:
    assert _owner(line, action, asked, language) == asked
    assert not asker or _owner(line, action, asker, language) is None


def _bound(line: str, action: str, by: str, language: str) -> bool:
    source = document(line, language=language)
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    return checked("commitments", claim, source, line).refused is None


@pytest.mark.parametrize(
    ("language", "line", "action", "by", "neighbour"),
    [
        ("fr", "Luc trie le courrier et Zoé arrose les plantes.", "arroser les plantes", "Zoé", "Luc"),
        ("es", "Juan ordena el correo y Eva riega las plantas.", "regar las plantas", "Eva", "Juan"),
        ("it", "Ugo ordina la posta e Pia innaffia le piante.", "innaffiare le piante", "Pia", "Ugo"),
        (
            "de",
            "Herr Lenz ordnet die Post und Frau Kolb gießt die Pflanzen.",
            "die Pflanzen gießen",
            "Frau Kolb",
            "Herr Lenz",
        ),
    ],
)
def test_the_task_of_the_one_who_is_told_beside_is_not_ones_own(
    language: str, line: str, action: str, by: str, neighbour: str
) -> None:
    assert _bound(line, action, by, language)
    assert not _bound(line, action, neighbour, language)


@pytest.mark.parametrize(
    ("language", "line", "action", "by"),
    [
        ("fr", "Luc et Zoé arrosent les plantes.", "arroser les plantes", "Luc"),
        ("fr", "Zoé trie le courrier et elle arrose les plantes.", "arroser les plantes", "Zoé"),
        ("es", "Eva ordena el correo y riega las plantas.", "regar las plantas", "Eva"),
    ],
)
def test_two_who_act_together_and_one_who_does_two_things_are_not_told_apart(
    language: str, line: str, action: str, by: str
) -> None:
    assert _bound(line, action, by, language)


@pytest.mark.parametrize(
    ("language", "line", "action", "by", "receives"),
    [
        ("es", "Perú se comprometió a pagar a Chile las obras.", "pagar las obras", "Perú", "Chile"),
        ("fr", "Le Mali s'est engagé à rendre au Niger les archives.", "rendre les archives", "le Mali", "le Niger"),
        ("it", "Malta si è impegnata a restituire a Cipro la statua.", "restituire la statua", "Malta", "Cipro"),
    ],
)
def test_to_whom_it_is_promised_is_not_who_promises(
    language: str, line: str, action: str, by: str, receives: str
) -> None:
    assert _bound(line, action, by, language)
    assert not _bound(line, action, receives, language)


def test_who_is_left_out_does_not_take_part():
    line = "All teams except Design will move to Elm Road."
    assert not _bound(line, "move to Elm Road", "Design", "en")
    assert _bound(line, "move to Elm Road", "All teams", "en")
