"""True claims about French and Italian minutes stand as they are; raised and negated ones do not."""

from typing import Any

import pytest

from summarizer import Brief, BriefDraft, RejectionReason, verify

FR = """Procès-verbal du conseil du port de Vilar

Les ministres ont discuté de la création d'archives communes.
L'Espagne a proposé d'allonger la digue nord.
Le Portugal s'est engagé à prêter deux remorqueurs à l'Espagne avant le 30 avril 2025.
L'Espagne n'augmentera pas les droits de port cette année.
Le Portugal paiera 400 000 euros de l'étude, à condition que le parlement vote le budget.
Il a été convenu à l'unanimité de déplacer la foire au 12 juillet.
La banque n'accordera pas le prêt à moins que l'État ne le garantisse.
Le secrétaire est chargé de rédiger le rapport annuel.
Les deux ministres ont signé un protocole de sauvetage.
Le conseil a approuvé en principe l'achat d'un ponton.
Les pêcheurs ont refusé de céder le quai B.
Mme Roche vérifiera les bouées avant vendredi.
Les deux ports sont convenus de ne pas publier les tarifs.
Le chantier a promis de livrer la vedette en juin.
L'Espagne se dit prête à accueillir le salon nautique.
Je m'occupe des badges, a dit Paul Vidal.
Le Portugal a réaffirmé son engagement à protéger la baie.
L'assemblée a élu Ana Brito trésorière.
"""
IT = """Verbale del consiglio del porto di Vilar

I ministri hanno discusso la creazione di un archivio comune.
La Spagna ha proposto di allungare il molo nord.
Il Portogallo si è impegnato a prestare due rimorchiatori alla Spagna entro il 30 aprile 2025.
La Spagna non aumenterà le tasse portuali quest'anno.
Il Portogallo pagherà 400.000 euro dello studio, a condizione che il parlamento approvi il bilancio.
È stato concordato all'unanimità di spostare la fiera al 12 luglio.
La banca non concederà il prestito a meno che lo Stato non lo garantisca.
Il segretario è incaricato di redigere la relazione annuale.
I due ministri hanno firmato un protocollo di salvataggio.
Il consiglio ha approvato in linea di principio l'acquisto di un pontile.
I pescatori hanno rifiutato di cedere la banchina B.
La signora Rocca controllerà le boe entro venerdì.
I due porti hanno deciso di non pubblicare le tariffe.
Il cantiere ha promesso di consegnare la motovedetta a giugno.
La Spagna si è detta pronta a ospitare il salone nautico.
Mi occupo io dei badge, ha detto Paolo Vidali.
Il Portogallo ha ribadito il proprio impegno a proteggere la baia.
L'assemblea ha eletto Ana Brito tesoriera.
"""
TRUE: list[tuple[str, str, dict[str, Any]]] = [
    (
        FR,
        "remorqueurs",
        {"action": "prêter deux remorqueurs", "by": "Portugal", "to": "Espagne", "strength": "undertook"},
    ),
    (FR, "droits de port", {"action": "ne pas augmenter les droits de port", "by": "Espagne", "strength": "denied"}),
    (
        FR,
        "étude",
        {
            "action": "payer 400 000 euros de l'étude",
            "by": "Portugal",
            "strength": "conditional",
            "condition": "le parlement vote le budget",
        },
    ),
    (FR, "foire", {"action": "déplacer la foire au 12 juillet", "strength": "agreed"}),
    (
        FR,
        "prêt à moins",
        {
            "action": "accorder le prêt",
            "by": "La banque",
            "strength": "conditional",
            "condition": "à moins que l'État ne le garantisse",
        },
    ),
    (FR, "rapport", {"action": "rédiger le rapport annuel", "by": "secrétaire", "strength": "intends"}),
    (FR, "protocole", {"action": "un protocole de sauvetage", "by": "Les deux ministres", "strength": "signed"}),
    (FR, "ponton", {"action": "acheter un ponton", "by": "Le conseil", "strength": "agreed_in_principle"}),
    (FR, "quai B", {"action": "céder le quai B", "by": "Les pêcheurs", "strength": "denied"}),
    (FR, "bouées", {"action": "vérifier les bouées avant vendredi", "by": "Mme Roche", "strength": "intends"}),
    (FR, "tarifs", {"action": "ne pas publier les tarifs", "by": "Les deux ports", "strength": "denied"}),
    (FR, "vedette", {"action": "livrer la vedette en juin", "by": "Le chantier", "strength": "undertook"}),
    (FR, "salon", {"action": "accueillir le salon nautique", "by": "Espagne", "strength": "intends"}),
    (FR, "badges", {"action": "s'occuper des badges", "by": "Paul Vidal", "strength": "intends"}),
    (FR, "baie", {"action": "protéger la baie", "by": "Portugal", "strength": "intends"}),
    (FR, "trésorière", {"action": "élire Ana Brito trésorière", "by": "L'assemblée", "strength": "agreed"}),
    (
        IT,
        "rimorchiatori",
        {"action": "prestare due rimorchiatori", "by": "Portogallo", "to": "Spagna", "strength": "undertook"},
    ),
    (IT, "tasse", {"action": "non aumentare le tasse portuali", "by": "Spagna", "strength": "denied"}),
    (
        IT,
        "studio",
        {
            "action": "pagare 400.000 euro dello studio",
            "by": "Portogallo",
            "strength": "conditional",
            "condition": "il parlamento approvi il bilancio",
        },
    ),
    (IT, "fiera", {"action": "spostare la fiera al 12 luglio", "strength": "agreed"}),
    (
        IT,
        "prestito",
        {
            "action": "concedere il prestito",
            "by": "La banca",
            "strength": "conditional",
            "condition": "a meno che lo Stato non lo garantisca",
        },
    ),
    (IT, "relazione", {"action": "redigere la relazione annuale", "by": "segretario", "strength": "intends"}),
    (IT, "protocollo", {"action": "un protocollo di salvataggio", "by": "I due ministri", "strength": "signed"}),
    (IT, "pontile", {"action": "acquistare un pontile", "by": "Il consiglio", "strength": "agreed_in_principle"}),
    (IT, "banchina", {"action": "cedere la banchina B", "by": "I pescatori", "strength": "denied"}),
    (IT, "boe", {"action": "controllare le boe entro venerdì", "by": "signora Rocca", "strength": "intends"}),
    (IT, "tariffe", {"action": "non pubblicare le tariffe", "by": "I due porti", "strength": "denied"}),
    (IT, "motovedetta", {"action": "consegnare la motovedetta a giugno", "by": "Il cantiere", "strength": "undertook"}),
    (IT, "salone", {"action": "ospitare il salone nautico", "by": "Spagna", "strength": "intends"}),
    (IT, "badge", {"action": "occuparsi dei badge", "by": "Paolo Vidali", "strength": "intends"}),
    (IT, "baia", {"action": "proteggere la baia", "by": "Portogallo", "strength": "intends"}),
    (IT, "tesoriera", {"action": "eleggere Ana Brito tesoriera", "by": "L'assemblea", "strength": "agreed"}),
]
LOWERED = [
    (claim, source, word)
    for source, word, claim in TRUE
    if claim["strength"] in ("undertook", "agreed", "agreed_in_principle", "intends", "conditional")
]
NEGATED = [
    (FR, "remorqueurs", {"action": "ne pas prêter deux remorqueurs", "by": "Portugal", "strength": "denied"}),
    (FR, "foire", {"action": "ne pas déplacer la foire au 12 juillet", "strength": "denied"}),
    (FR, "bouées", {"action": "ne pas vérifier les bouées", "by": "Mme Roche", "strength": "denied"}),
    (FR, "vedette", {"action": "ne pas livrer la vedette en juin", "by": "Le chantier", "strength": "denied"}),
    (IT, "rimorchiatori", {"action": "non prestare due rimorchiatori", "by": "Portogallo", "strength": "denied"}),
    (IT, "fiera", {"action": "non spostare la fiera al 12 luglio", "strength": "denied"}),
    (IT, "boe", {"action": "non controllare le boe", "by": "signora Rocca", "strength": "denied"}),
    (IT, "motovedetta", {"action": "non consegnare la motovedetta", "by": "Il cantiere", "strength": "denied"}),
]
AFFIRMED = [
    (FR, "droits de port", {"action": "augmenter les droits de port", "by": "Espagne", "strength": "intends"}),
    (FR, "quai B", {"action": "céder le quai B", "by": "Les pêcheurs", "strength": "agreed"}),
    (FR, "tarifs", {"action": "publier les tarifs", "by": "Les deux ports", "strength": "agreed"}),
    (IT, "tasse", {"action": "aumentare le tasse portuali", "by": "Spagna", "strength": "intends"}),
    (IT, "banchina", {"action": "cedere la banchina B", "by": "I pescatori", "strength": "agreed"}),
    (IT, "tariffe", {"action": "pubblicare le tariffe", "by": "I due porti", "strength": "agreed"}),
]


def _verified(source: str, word: str, claim: dict[str, Any]) -> Brief:
    number, quote = next((at, line) for at, line in enumerate(source.splitlines(), 1) if word in line)
    item = {**claim, "evidence": [{"line": number, "quote": quote}]}
    return verify(BriefDraft.model_validate({"commitments": [item]}), source)


@pytest.mark.parametrize(("source", "word", "claim"), TRUE)
def test_a_true_commitment_is_neither_refused_nor_lowered(source: str, word: str, claim: dict[str, Any]) -> None:
    brief = _verified(source, word, claim)
    assert brief.rejected == []
    assert brief.commitments[0].strength == claim["strength"]
    assert brief.commitments[0].by == claim.get("by")
    assert brief.commitments[0].support is not None
    assert brief.commitments[0].support.verdict == "supported"


@pytest.mark.parametrize(("claim", "source", "word"), LOWERED)
def test_a_raised_commitment_is_lowered_to_what_the_words_bear(claim: dict[str, Any], source: str, word: str) -> None:
    brief = _verified(source, word, {**claim, "strength": "signed"})
    assert [one.strength for one in brief.commitments] == [claim["strength"]]


@pytest.mark.parametrize(("source", "word", "claim"), AFFIRMED)
def test_a_promise_made_of_a_refusal_is_turned_back_into_one(source: str, word: str, claim: dict[str, Any]) -> None:
    brief = _verified(source, word, claim)
    assert [one.strength for one in brief.commitments] == ["denied"]
    assert brief.commitments[0].support is not None
    assert brief.commitments[0].support.verdict == "partly"


@pytest.mark.parametrize(("source", "word", "claim"), NEGATED)
def test_a_refusal_made_of_a_promise_is_refused(source: str, word: str, claim: dict[str, Any]) -> None:
    brief = _verified(source, word, claim)
    assert brief.commitments == []
    assert [one.reason for one in brief.rejected] == [RejectionReason.CONTRADICTED]


@pytest.mark.parametrize(
    ("source", "word", "action"),
    [
        (FR, "archives", "créer des archives communes"),
        (FR, "digue", "allonger la digue nord"),
        (IT, "archivio", "creare un archivio comune"),
        (IT, "molo", "allungare il molo nord"),
    ],
)
def test_what_was_only_discussed_or_proposed_is_no_commitment(source: str, word: str, action: str) -> None:
    brief = _verified(source, word, {"action": action, "strength": "agreed"})
    assert brief.commitments == []
    assert len(brief.rejected) == 1


def test_what_an_offer_beside_it_hangs_on_is_no_condition_of_a_refusal() -> None:
    source = """Entretien au port de Vilar

Mme Roche a pour sa part indiqué que la France mettrait deux vedettes à la disposition du port, sous réserve du vote du budget.
M. Brito ayant souhaité que la taxe de pilotage soit supprimée, la ministre lui a répondu que cela n'était pas envisageable.
"""
    claim = {"action": "supprimer la taxe de pilotage", "by": "Mme Roche", "strength": "denied"}
    quotes = [
        {"line": 3, "quote": "la ministre lui a répondu que cela n'était pas envisageable"},
        {"line": 2, "quote": "Mme Roche a pour sa part indiqué que la France"},
    ]
    brief = verify(BriefDraft.model_validate({"commitments": [claim | {"evidence": quotes}]}), source)
    (made,) = brief.commitments
    assert (made.strength, made.condition) == ("denied", None)


def test_an_article_before_an_apostrophe_names_no_other_thing() -> None:
    line = "Si attende l'esito, la cui data corrisponderà alla fissazione della prossima riunione."
    claim = {"action": "fissazione della prossima riunione alla data dell'esito", "strength": "intends"}
    source = f"Verbale della riunione\n\nProssimi passi\n{line}\n"
    brief = verify(BriefDraft.model_validate({"follow_ups": [claim | {"evidence": [{"quote": line}]}]}), source)
    assert "dell" not in brief.follow_ups[0].support.explanation
