"""What a list of those present or away says of somebody who is quoted elsewhere."""

from making import checked, document

from summarizer.schemas import DraftParticipant, Presence

GERMAN = document(
    "Anwesend: Kira Roth (Leiterin), Ole Lenz",
    "Entschuldigt: Gerda Falk",
    "Frau Falk hat mitgeteilt, dass das Tor im April gesperrt ist.",
    language="de",
)
SPANISH = document(
    "Asistentes: Elsa Vidal (presidenta), Julio Arce",
    "Elsa Vidal abre la sesión.",
    "El nombramiento de Dña. Nora Prado como tesorera queda aplazado.",
    language="es",
)
ENGLISH = document(
    "Minister Arne Holt briefed the members on his recent talks with the Norlandic Premier, Tora Wisk, who backed the plan.",
    "The Deputy Premier, Liv Berg, joined the talks.",
)


def _presence(name: str, source: object, line: int) -> object:
    claim = DraftParticipant(name=name, presence=Presence.ATTENDED)
    return checked("participants", claim, source, source.line_text(line)).values["presence"]  # type: ignore[attr-defined, arg-type]


def test_who_is_listed_as_away_was_away_whatever_line_is_quoted() -> None:
    assert _presence("Gerda Falk", GERMAN, 3) == Presence.ABSENT
    assert _presence("Kira Roth", GERMAN, 1) == Presence.ATTENDED


def test_who_stands_only_behind_of_is_only_mentioned() -> None:
    assert _presence("Nora Prado", SPANISH, 3) == Presence.MENTIONED
    assert _presence("Elsa Vidal", SPANISH, 2) == Presence.ATTENDED


def test_who_presides_or_is_listed_with_an_initial_attended() -> None:
    french = document(
        "Présents : Nadia Benali, Théo R.", "Le conseil s'est réuni sous la présidence de M. Guy Palou.", language="fr"
    )
    assert _presence("Guy Palou", french, 2) == Presence.ATTENDED
    assert _presence("Théo R.", french, 1) == Presence.ATTENDED


def test_talks_of_which_news_is_given_make_nobody_attend() -> None:
    assert _presence("Tora Wisk", ENGLISH, 1) == Presence.MENTIONED
    assert _presence("Liv Berg", ENGLISH, 2) == Presence.ATTENDED


def test_who_is_listed_as_a_witness_of_a_hearing_was_there() -> None:
    hearing = document(
        "Members present: Dee Quill (Chair).",
        "Witnesses: Dr Ugo Marchi, engineer; Mr Ben Oakes, farmer, for the growers.",
    )
    assert _presence("Ben Oakes", hearing, 2) == Presence.ATTENDED
    assert _presence("Ugo Marchi", hearing, 2) == Presence.ATTENDED
