"""True claims about Spanish and German minutes stand as they are."""

from typing import Any

import pytest

from summarizer import BriefDraft, verify

ES = """Acta de la Junta del puerto de Vilar

Los ministros discutieron la creación de un archivo común.
Portugal se comprometió a prestar dos remolcadores a España antes del 30 de abril de 2025.
España no subirá las tasas portuarias este año.
Portugal pagará 400.000 euros del estudio, siempre que el parlamento apruebe el presupuesto.
Se acordó por unanimidad trasladar la feria al 12 de julio.
El banco no concederá el préstamo a menos que el Estado lo avale.
Se encomienda al secretario la redacción del informe anual.
"""
DE = """Protokoll des Hafenvorstands Wieck

Dänemark sagte zu, Deutschland bis zum 30. April 2025 zwei Schlepper zu leihen.
Deutschland wird die Hafengebühren in diesem Jahr nicht erhöhen.
Dänemark wird 400.000 Euro für die Studie zahlen, sofern das Parlament den Haushalt billigt.
Es wurde einstimmig vereinbart, das Hafenfest auf den 12. Juli zu verlegen.
Um den Elektriker kümmert sich Karin Rolfs.
Der Vorstand beschloss, den Reinigungsvertrag nicht zu verlängern.
"""
TRUE: list[tuple[str, str, dict[str, Any]]] = [
    (
        ES,
        "remolcadores",
        {"action": "prestar dos remolcadores", "by": "Portugal", "to": "España", "strength": "undertook"},
    ),
    (ES, "tasas", {"action": "no subir las tasas portuarias", "by": "España", "strength": "denied"}),
    (ES, "estudio", {"action": "pagar 400.000 euros del estudio", "by": "Portugal", "strength": "conditional"}),
    (ES, "feria", {"action": "trasladar la feria al 12 de julio", "strength": "agreed"}),
    (ES, "préstamo", {"action": "conceder el préstamo", "by": "El banco", "strength": "conditional"}),
    (ES, "informe", {"action": "redactar el informe anual", "by": "secretario", "strength": "intends"}),
    (
        DE,
        "Schlepper",
        {"action": "zwei Schlepper leihen", "by": "Dänemark", "to": "Deutschland", "strength": "undertook"},
    ),
    (DE, "Hafengebühren", {"action": "die Hafengebühren nicht erhöhen", "by": "Deutschland", "strength": "denied"}),
    (DE, "Studie", {"action": "400.000 Euro für die Studie zahlen", "by": "Dänemark", "strength": "conditional"}),
    (DE, "Hafenfest", {"action": "das Hafenfest auf den 12. Juli verlegen", "strength": "agreed"}),
    (DE, "Elektriker", {"action": "sich um den Elektriker kümmern", "by": "Karin Rolfs", "strength": "intends"}),
    (DE, "Reinigungsvertrag", {"action": "den Reinigungsvertrag nicht verlängern", "strength": "denied"}),
]


def _commitment(source: str, word: str, claim: dict[str, Any]) -> BriefDraft:
    number, quote = next((at, line) for at, line in enumerate(source.splitlines(), 1) if word in line)
    return BriefDraft.model_validate({"commitments": [{**claim, "evidence": [{"line": number, "quote": quote}]}]})


@pytest.mark.parametrize(("source", "word", "claim"), TRUE)
def test_a_true_commitment_is_neither_refused_nor_lowered(source: str, word: str, claim: dict[str, Any]) -> None:
    brief = verify(_commitment(source, word, claim), source)
    assert brief.rejected == []
    assert brief.commitments[0].strength == claim["strength"]
    assert brief.commitments[0].by == claim.get("by")


def test_what_was_only_discussed_is_no_commitment() -> None:
    claim = {"action": "crear un archivo común", "strength": "agreed"}
    brief = verify(_commitment(ES, "archivo", claim), ES)
    assert brief.commitments == []
    assert len(brief.rejected) == 1


def test_two_of_whom_one_has_a_title_act_together() -> None:
    source = "Durante la reunión, el ministro Castro y el Embajador Ugarte coincidieron en activar la comisión mixta de pesca."
    claim = {"action": "activar la comisión mixta de pesca", "by": "Castro y Ugarte", "strength": "agreed"}
    brief = verify(BriefDraft.model_validate({"commitments": [claim | {"evidence": [{"quote": source}]}]}), source)
    assert [item.by for item in brief.commitments] == ["Castro y Ugarte"]


NOTES_ES = """## Acta del taller

### 🤝 Acuerdos adoptados
- Se define que la vista debe basarse en una cuadrícula clara.

### 🚀 Próximos pasos
- **Programador (Ana):** Redactar las pruebas del algoritmo, con casos límite para asegurar que nada falla.
- **Técnico (Luis):** Auditar que el servidor sigue compilando y levantando de forma óptima.
"""


@pytest.mark.parametrize(
    ("action", "owner", "quote"),
    [
        ("Redactar las pruebas del algoritmo", "Ana", "Redactar las pruebas del algoritmo"),
        ("Auditar que el servidor sigue compilando", "Luis", "Auditar que el servidor sigue compilando y levantando"),
    ],
)
def test_a_task_below_a_heading_with_a_picture_is_its_owners(action: str, owner: str, quote: str) -> None:
    claim = {"action": action, "owner": owner, "owner_basis": "assigned", "strength": "intends"}
    brief = verify(BriefDraft.model_validate({"follow_ups": [claim | {"evidence": [{"quote": quote}]}]}), NOTES_ES)
    assert [(item.owner, item.strength) for item in brief.follow_ups] == [(owner, "intends")]


def test_what_must_be_so_below_the_heading_of_decisions_was_decided() -> None:
    quote = "Se define que la vista debe basarse en una cuadrícula clara"
    evidence = [{"quote": quote}, {"quote": "Acuerdos adoptados"}]
    decision = {"text": "La vista debe basarse en una cuadrícula clara.", "evidence": evidence}
    item = {"topic": "La vista", "outcome": "decided", "strength": "agreed", "decisions": [decision]}
    brief = verify(BriefDraft.model_validate({"agenda_items": [item | {"evidence": evidence}]}), NOTES_ES)
    assert [one.text for one in brief.agenda_items[0].decisions] == [decision["text"]]
