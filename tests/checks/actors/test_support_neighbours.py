"""Whose task it is: of two that stand side by side, of one who only asks, of somebody whom nobody names."""

import pytest
from making import Line, checked, document

from summarizer.schemas import DraftCommitment, DraftFollowUp, OwnerBasis, Strength


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
