"""The language of a text, from a paragraph of it."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from summarizer.words.languages import detect_language

PARAGRAPHS = {
    "en": "The committee met on Tuesday to review the draft budget. Members discussed the rising cost of fuel and asked for a new estimate.",
    "fr": "Le comité s'est réuni mardi pour examiner le projet de budget. Les membres ont discuté de la hausse du coût du carburant.",
    "it": "Il comitato si è riunito martedì per esaminare la bozza di bilancio. I membri hanno discusso dell'aumento del costo del carburante.",
    "es": "El comité se reunió el martes para examinar el proyecto de presupuesto. Los miembros debatieron el aumento del coste del combustible.",
    "de": "Der Ausschuss trat am Dienstag zusammen, um den Haushaltsentwurf zu prüfen. Die Mitglieder besprachen die steigenden Kosten.",
    "ar": "اجتمعت اللجنة يوم الثلاثاء لمراجعة مشروع الميزانية. وناقش الأعضاء ارتفاع تكلفة الوقود وطلبوا من أمين الصندوق تقديرا جديدا.",
    "mt": "Il-kumitat iltaqa' nhar it-Tlieta biex jeżamina l-abbozz tal-baġit. Il-membri ddiskutew iż-żieda fl-ispiża tal-fjuwil.",
    "pt": "O comité reuniu-se na terça-feira para analisar o projeto de orçamento. Os membros discutiram o aumento do custo do combustível.",
    "ja": "委員会は火曜日に会合を開き、予算案を検討した。委員は燃料費の高騰について議論し、会計係に新たな見積もりを求めた。",
}


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_is_enough(language: str) -> None:
    assert detect_language(PARAGRAPHS[language]) == language


@pytest.mark.parametrize("text", ["", "OK", "Yes. No. 12:30.", "asdf qwer zxcv " * 2, "12 34 !! ??" * 50])
def test_too_little_is_not_guessed(text: str) -> None:
    assert detect_language(text) is None


def test_japanese_is_told_by_its_letters_however_short_its_lines() -> None:
    assert (
        detect_language("議事録\n議題：入港料の改定\n決定：入港料を引き上げる。\n担当：佐藤\n期限：5月末まで") == "ja"
    )
    assert (
        detect_language(PARAGRAPHS["en"] + " The brand すし and カラオケ was named by the committee's members.") == "en"
    )


def test_addresses_names_at_the_top_and_broken_characters_do_not_mislead() -> None:
    head = "Ann\nBen\nhttps://example.org/una/bella/pagina\n\ud800\udfff\n"
    assert detect_language(head * 20 + PARAGRAPHS["en"]) == "en"


NORWEGIAN = [
    f"{given} {family}sen"
    for given in ("Bjørn", "Solveig", "Håkon", "Ragnhild")
    for family in ("Han", "Lar", "Ol", "Peder", "Andrea", "Jør")
]


def test_a_list_of_names_says_nothing_of_the_language() -> None:
    assert detect_language("Minutes of the assembly\n\nPresent: " + ", ".join(NORWEGIAN)) is None
    delegates = "".join(f"- {name}, delegate of the northern ports\n" for name in NORWEGIAN)
    assert detect_language(f"Present:\n{delegates}\n{PARAGRAPHS['en']}") == "en"
    assert detect_language(f"Présents : {', '.join(NORWEGIAN)}\n{PARAGRAPHS['fr']}") == "fr"


def test_the_names_before_a_few_short_turns_do_not_hide_that_they_are_english() -> None:
    turns = "Ann Lee: Good morning.\nBo Ray: Morning.\nAnn Lee: Bo, could you send the drawings to Dora?\nBo Ray: Yes."
    assert detect_language(turns) == "en"
    german = "Ann Lee: Guten Morgen.\nBo Ray: Morgen.\nAnn Lee: Bo, kannst du die Pläne an Dora schicken?\nBo Ray: Ja."
    assert detect_language(german) != "en"


SENTENCES = tomllib.loads((Path(__file__).parent.parent / "ladder_sentences.toml").read_text("utf-8"))


def _told(language: str) -> Counter[str | None]:
    """How many of the single sentences that we have of a language are taken for which."""
    rungs = (rung for rung in SENTENCES[language].values() if isinstance(rung, list))
    return Counter(detect_language(one) for rung in rungs for one in rung if isinstance(one, str))


def test_a_short_line_of_english_is_told_by_its_function_words() -> None:
    assert detect_language("Norway agreed to adopt the plan.") == "en"
    told = _told("en")
    assert set(told) <= {"en", None}
    assert told["en"] > 0.95 * told.total()


@pytest.mark.parametrize("language", ["fr", "it", "es", "de"])
def test_a_short_line_of_another_language_is_never_taken_for_english(language: str) -> None:
    told = _told(language)
    assert told.total() > 300
    assert told["en"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "De commissie besluit om of wijzigt in plan.",
        "Udvalget er for forslaget at åbne.",
        "Komisja to uchwala by odbudować most.",
        "Det var for dyrt at have to hunde.",
        "O conselho aprova a proposta.",
    ],
)
def test_function_words_of_several_languages_do_not_make_a_line_english(text: str) -> None:
    assert detect_language(text) != "en"


def test_a_few_sentences_among_names_are_told_where_the_rest_of_the_words_agree() -> None:
    german = (
        "Anna Roth eröffnet die Sitzung. Ben Lund und Carl Voss sind da. Anna Roth wird Ben Lund den Bericht schicken."
    )
    assert detect_language(german) == "de"
