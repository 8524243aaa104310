"""Claims about documents in languages without a ladder, and in other scripts."""

import json
from typing import Any

import pytest

from summarizer import BriefDraft, load, verify
from summarizer.schemas import Brief, Outcome, Strength, Verdict

NL = """Verslag van de vergadering van de stuurgroep Kanaaldijk, 3 april 2025

De stuurgroep besluit de bijdrage met 1,75 % te verhogen vanaf 1 juli 2025.
De heer Claes weigert de overeenkomst te ondertekenen.
De provincie heeft het plan niet goedgekeurd.
De voorzitter stelt voor een werkgroep op te richten.
Als het Rijk subsidie verleent, legt de gemeente Oudeveld in 2026 een fietspad aan.
Mevrouw van der Velde vraagt of de studie al klaar is.
Zonder bezwaar wordt het verslag van maart goedgekeurd.
De heer Peeters bezorgt de kaarten aan de provincie tegen vrijdag 11 april.
De raad kon niet instemmen met optie A, maar keurt optie B goed.
"""
PT = """Ata da reunião da Comissão Bilateral de Pescas, Porto Sereno, 22 de julho de 2025

A Comissão decidiu aumentar a quota de sardinha em 6,5 % a partir de 1 de setembro de 2025.
O Embaixador Falcão recusou-se a assinar a ata.
A delegação andorrana comprometeu-se a enviar os dados até 15 de agosto.
Caso o Parlamento aprove o orçamento, a delegação andorrana pagará 250 mil euros.
As partes decidiram que não haverá taxas sobre o pescado.
"""
RU = """Протокол заседания Смешанной комиссии по рыболовству, г. Заозёрск, 14 марта 2025 г.

Комиссия решила увеличить квоту на треску на 2,5 % с 1 июля 2025 года.
Г-н Калугин отказался подписать протокол.
Норвежская сторона обязалась передать данные до 30 апреля 2025 года.
Г-жа Стрём предложила создать рабочую группу.
Если парламент утвердит бюджет, комиссия выделит 400 000 рублей на исследование.
Г-н Калугин спросил, будет ли построен причал.
Норвегия не возражает против проекта и подпишет его в феврале.
Министр поручил г-ну Панину подготовить доклад.
"""
AR = """محضر اجتماع اللجنة المشتركة للمياه، وادي الريم، ١٢ مارس ٢٠٢٥

قررت اللجنة زيادة الرسوم بنسبة ٢٫٥٪ اعتباراً من ١ يوليو ٢٠٢٥.
تعهدت البلدية بتسليم التقرير قبل ١٥ أبريل ٢٠٢٥.
لن ترفع البلدية أسعار المياه هذا العام.
إذا وافق البرلمان على الميزانية، ستدفع الوزارة ٤٠٠٬٠٠٠ دينار للدراسة.
"""
ZH = """青湖水务联合委员会会议纪要（2025年3月12日）

出席：副部长王立新先生、挪威大使安娜·哈根女士。
委员会决定自2025年7月1日起将水费提高2.5%。
市政府承诺在4月15日前提交报告。
王立新拒绝签署协议。
委员会没有批准出售旧水站的方案。
如果议会通过预算，水务部将支付四十万元研究经费。
中方未来三年将派遣十五名专家。
"""
JA = """青浜港湾協議会 議事録 令和7年3月12日（水）

出席者：議長　佐藤健一氏、ノルウェー大使　アンナ・ハーゲン氏。
協議会は2025年7月1日から入港料を2.5％引き上げることを決定した。
青浜市は4月15日までに報告書を提出することを約束した。
協議会は旧倉庫の売却を承認しなかった。
ハーゲン大使は共同基金の設立を提案した。
国会が予算を可決した場合、港湾局は調査費40万円を支払う。
"""


def _verified(source: str, word: str, kind: str, claim: dict[str, Any]) -> Brief:
    document = load(source)
    number = next(n for n in range(1, len(document.segments) + 1) if word in document.line_text(n))
    evidence = [{"line": number, "quote": document.line_text(number)}]
    return verify(BriefDraft.model_validate({kind: [{**claim, "evidence": evidence}]}), document)


def _commitment(source: str, word: str, **claim: Any) -> Brief:
    return _verified(source, word, "commitments", claim)


@pytest.mark.parametrize(
    ("source", "word", "claim"),
    [
        (NL, "bijdrage", {"action": "de bijdrage met 1,75 % verhogen", "by": "De stuurgroep", "strength": "agreed"}),
        (NL, "overeenkomst", {"action": "de overeenkomst ondertekenen", "by": "De heer Claes", "strength": "denied"}),
        (NL, "optie B", {"action": "optie B goedkeuren", "by": "De raad", "strength": "agreed"}),
        (PT, "sardinha", {"action": "aumentar a quota de sardinha em 6,5 %", "by": "A Comissão", "strength": "agreed"}),
        (PT, "taxas", {"action": "não cobrar taxas sobre o pescado", "strength": "agreed"}),
        (RU, "треску", {"action": "увеличить квоту на треску на 2,5 % с 1 июля 2025 года", "strength": "agreed"}),
        (RU, "проекта", {"action": "подписать проект в феврале", "by": "Норвегия", "strength": "intends"}),
        (RU, "Панину", {"action": "подготовить доклад", "by": "Панин", "strength": "intends"}),
        (AR, "الرسوم", {"action": "زيادة الرسوم بنسبة 2.5% اعتباراً من 1 يوليو 2025", "strength": "agreed"}),
        (ZH, "水费", {"action": "自2025年7月1日起将水费提高2.5%", "by": "委员会", "strength": "agreed"}),
        (ZH, "专家", {"action": "派遣15名专家", "by": "中方", "strength": "intends"}),
        (JA, "入港料", {"action": "2025年7月1日から入港料を2.5%引き上げる", "by": "協議会", "strength": "agreed"}),
    ],
)
def test_a_true_commitment_is_supported_as_it_stands(source: str, word: str, claim: dict[str, Any]) -> None:
    (item,) = _commitment(source, word, **claim).commitments
    assert (item.support.verdict, item.changes) == (Verdict.SUPPORTED, [])


@pytest.mark.parametrize(
    ("source", "word", "action"),
    [
        (NL, "overeenkomst", "de overeenkomst ondertekenen"),
        (PT, "ata.", "assinar a ata"),
        (RU, "протокол.", "подписать протокол"),
        (AR, "أسعار", "رفع أسعار المياه هذا العام"),
        (ZH, "签署", "签署协议"),
        (PT, "taxas", "cobrar taxas sobre o pescado"),
    ],
)
def test_what_is_refused_is_no_promise(source: str, word: str, action: str) -> None:
    (item,) = _commitment(source, word, action=action, strength="undertook").commitments
    assert item.strength is Strength.DENIED
    assert item.support.checks["negation"] == "disagrees"


@pytest.mark.parametrize(
    ("source", "word", "action", "condition"),
    [
        (NL, "fietspad", "in 2026 een fietspad aanleggen", "Als het Rijk subsidie verleent"),
        (PT, "orçamento", "pagar 250 mil euros", "Caso o Parlamento aprove o orçamento"),
        (RU, "рублей", "выделить 400 000 рублей на исследование", "Если парламент утвердит бюджет"),
        (AR, "الميزانية", "دفع 400,000 دينار للدراسة", "إذا وافق البرلمان على الميزانية"),
        (ZH, "预算", "支付40万元研究经费", "如果议会通过预算"),
        (JA, "予算", "調査費40万円を支払う", "国会が予算を可決した場合"),
    ],
)
def test_a_condition_is_not_dropped(source: str, word: str, action: str, condition: str) -> None:
    (item,) = _commitment(source, word, action=action, strength="undertook").commitments
    assert (item.strength, item.condition) == (Strength.CONDITIONAL, condition)


@pytest.mark.parametrize(
    ("source", "word", "summary"),
    [
        (NL, "goedgekeurd", "De provincie heeft het plan goedgekeurd."),
        (NL, "goedgekeurd", "The province has approved the plan."),
        (NL, "werkgroep", "De stuurgroep besluit een werkgroep op te richten."),
        (RU, "группу", "Комиссия решила создать рабочую группу."),
        (ZH, "旧水站", "委员会批准了出售旧水站的方案。"),
        (JA, "旧倉庫", "協議会は旧倉庫の売却を承認した。"),
        (JA, "基金", "協議会は共同基金の設立を決定した。"),
    ],
)
def test_what_is_denied_or_proposed_is_not_told_as_decided(source: str, word: str, summary: str) -> None:
    claim = {"topic": "x", "summary": summary, "outcome": "discussed"}
    brief = _verified(source, word, "agenda_items", claim)
    assert brief.agenda_items[0].summary is None


def test_a_proposal_is_too_weak_for_a_commitment() -> None:
    brief = _commitment(RU, "группу", action="создать рабочую группу", by="Г-жа Стрём", strength="agreed")
    assert [one.reason.value for one in brief.rejected] == ["too_weak"]


@pytest.mark.parametrize(
    ("source", "word", "summary"),
    [(NL, "studie", "De studie is al klaar."), (RU, "причал", "Причал будет построен.")],
)
def test_what_is_only_asked_is_doubted(source: str, word: str, summary: str) -> None:
    claim = {"topic": "x", "summary": summary, "outcome": "informed"}
    (item,) = _verified(source, word, "agenda_items", claim).agenda_items
    assert item.support.explanation == "The quoted words leave that open."


FR = """Procès-verbal du comité de gestion du lac de Brennaz, 12 mars 2025

Mme Morand demande si le budget sera présenté avant l’été.
Mme Morand présente le budget de l’été et demande une pause.
Aucune taxe ne sera prélevée sur les inscriptions des enfants.
Aucune décision ne sera prise avant le mois de septembre.
La commune de Vauquier s’engage à remettre le rapport d’ici au 15 avril 2025.
"""


def test_a_reported_question_is_doubted_in_french_too() -> None:
    claim = {"topic": "Budget", "summary": "Le budget sera présenté avant l'été.", "outcome": "informed"}
    (asked,) = _verified(FR, "demande si", "agenda_items", claim).agenda_items
    claim = {"topic": "Budget", "summary": "Mme Morand présente le budget de l'été.", "outcome": "informed"}
    (told,) = _verified(FR, "une pause", "agenda_items", claim).agenda_items
    assert (asked.support.verdict, told.support.verdict) == (Verdict.PARTLY, Verdict.SUPPORTED)


def test_none_of_a_thing_is_a_refusal_and_no_decision_is_none() -> None:
    refused = _commitment(FR, "taxe", action="prélever une taxe sur les inscriptions", strength="denied")
    open_yet = _commitment(FR, "décision", action="prendre une décision", strength="denied")
    assert refused.commitments[0].support.verdict is Verdict.SUPPORTED
    assert open_yet.commitments == []


def test_a_body_that_is_told_in_english_stays_and_one_that_is_nowhere_goes() -> None:
    action = {"action": "remettre le rapport", "strength": "undertook"}
    (told,) = _commitment(FR, "rapport", by="the municipality of Vauquier", **action).commitments
    (invented,) = _commitment(FR, "rapport", by="the municipality of Gruyon", **action).commitments
    assert (told.by, told.support.verdict) == ("the municipality of Vauquier", Verdict.PARTLY)
    assert invented.by is None


def test_names_in_scripts_without_spaces_are_found_and_others_refused() -> None:
    there = {"name": "王立新", "role": "副部长", "presence": "attended"}
    assert _verified(ZH, "出席", "participants", there).participants[0].support.verdict is Verdict.SUPPORTED
    spaced = {"name": "佐藤 健一", "presence": "attended"}
    assert _verified(JA, "出席者", "participants", spaced).participants[0].name == "佐藤 健一"
    assert _verified(ZH, "出席", "participants", {"name": "陈国平", "presence": "attended"}).participants == []


@pytest.mark.parametrize(
    ("source", "word", "action"),
    [
        (NL, "bijdrage", "de bijdrage met 175 % verhogen"),
        (NL, "bijdrage", "de bijdrage verhogen vanaf 1 mei 2025"),
        (RU, "треску", "увеличить квоту на треску с 1 июня 2025 года"),
        (AR, "الرسوم", "زيادة الرسوم بنسبة 25%"),
        (AR, "الرسوم", "زيادة الرسوم اعتباراً من ١ يونيو ٢٠٢٥"),
        (ZH, "水费", "自2025年6月1日起将水费提高2.5%"),
        (ZH, "预算", "支付四万元研究经费"),
        (ZH, "专家", "派遣五十名专家"),
    ],
)
def test_other_numbers_and_dates_are_refused(source: str, word: str, action: str) -> None:
    assert _commitment(source, word, action=action, strength="agreed").commitments == []


def test_another_actor_is_not_taken_for_the_one_that_is_named() -> None:
    claim = {"action": "de kaarten aan de provincie bezorgen", "owner": "De heer Claes", "strength": "intends"}
    (item,) = _verified(NL, "kaarten", "follow_ups", claim).follow_ups
    assert item.owner is None


def test_a_due_date_is_computed_in_these_languages() -> None:
    action = {"action": "提交报告", "by": "市政府", "strength": "undertook"}
    (item,) = _commitment(ZH, "报告", due="4月15日前", **action).commitments
    assert item.due is not None
    assert (item.due.end.isoformat() if item.due.end else None) == "2025-04-14"


FI = """Pöytäkirja, kalastuskomitean kokous 12. maaliskuuta 2025

Komitea päätti korottaa turskakiintiötä 2,5 prosenttia heinäkuun alusta.
Kunta ei hyväksynyt ehdotettua reittiä, ja asukkaat olivat siitä hyvin pettyneitä.
"""


def test_where_no_word_list_knows_the_language_the_verdict_says_so() -> None:
    claim = {"topic": "Reitti", "summary": "Kunta hyväksyi ehdotetun reitin.", "outcome": Outcome.DECIDED}
    brief = _verified(FI, "Kunta", "agenda_items", claim)
    (item,) = brief.agenda_items
    assert item.support.verdict is Verdict.PARTLY
    assert item.support.explanation.endswith("there is no word list for Finnish.")
    assert (item.support.checks["negation"], item.support.checks["strength"]) == ("unchecked", "unchecked")
    assert not brief.coverage.omissions_sought


def test_lines_that_bind_are_possible_omissions_in_these_languages() -> None:
    ledger = verify(BriefDraft(), PT).coverage
    assert ledger.omissions_sought
    assert [(one.line, one.trigger) for one in ledger.possible_omissions] == [
        (2, "decidiu"),
        (3, "recusou"),
        (4, "comprometeu"),
        (6, "decidiram"),
    ]


def claimed(language: str, kind: str, quote: str, **claim: Any) -> Brief:
    """The brief that one claim about the minutes of that language gives."""
    return verify(json.dumps({kind: [claim | {"evidence": [{"quote": quote}]}]}), REFUSALS[language])


REFUSALS = {
    "de": """Protokoll des Hafenvereins

Frau Kolb regt an, ein Inkassobüro einzuschalten; das findet keine Zustimmung.
Herr Wolff sagt Frau Wulff zu, die Musik um 22 Uhr abzustellen; ein Verbot privater Feiern, wie sie es verlangt, kommt für ihn nicht in Frage.
Herr Lund erklärt, den Preis nicht senken zu können.
Die Werft kann den Termin im Juni nicht zusagen.
""",
    "es": """Acta del pleno

La Alcaldesa dijo que había pensado escribir a la Consejería, pero que, vista la respuesta, no lo hará.
El contratista declara no poder bajar el precio.
El secretario lo hará antes del viernes.
En mayo hará frío en la sierra.
""",
    "it": """Verbale dell'assemblea

Il geometra Anselmi dichiara di non poter scendere sotto tale cifra.
La ditta non potrà fare sconti.
""",
    "fr": """Procès-verbal du conseil

Le délégataire déclare ne pas pouvoir geler le tarif.
La société ne pourra pas ouvrir la piscine en mai.
""",
}


@pytest.mark.parametrize(
    ("language", "quote", "action", "by"),
    [
        ("de", "ein Verbot privater Feiern, wie sie es verlangt, kommt für ihn nicht in Frage", "ein Verbot privater Feiern", "Herr Wolff"),
        ("de", "Herr Lund erklärt, den Preis nicht senken zu können.", "den Preis senken", "Herr Lund"),
        ("de", "Die Werft kann den Termin im Juni nicht zusagen.", "den Termin im Juni zusagen", "Die Werft"),
        ("es", "pero que, vista la respuesta, no lo hará", "escribir a la Consejería", "La Alcaldesa"),
        ("es", "El contratista declara no poder bajar el precio.", "bajar el precio", "El contratista"),
        ("it", "dichiara di non poter scendere sotto tale cifra", "scendere sotto tale cifra", "Anselmi"),
        ("it", "La ditta non potrà fare sconti.", "fare sconti", "La ditta"),
        ("fr", "Le délégataire déclare ne pas pouvoir geler le tarif.", "geler le tarif", "Le délégataire"),
        ("fr", "La société ne pourra pas ouvrir la piscine en mai.", "ouvrir la piscine en mai", "La société"),
    ],
)  # fmt: skip
def test_what_somebody_cannot_or_will_not_do_is_refused(language: str, quote: str, action: str, by: str) -> None:
    (refused,) = claimed(language, "commitments", quote, action=action, by=by, strength="denied").commitments
    assert refused.strength is Strength.DENIED
    promised = claimed(language, "commitments", quote, action=action, by=by, strength="undertook").commitments
    assert all(one.strength is Strength.DENIED for one in promised)


def test_a_promise_in_the_line_of_a_refusal_is_none() -> None:
    quote = "Herr Wolff sagt Frau Wulff zu, die Musik um 22 Uhr abzustellen"
    claim = {"action": "die Musik um 22 Uhr abstellen", "by": "Herr Wolff", "strength": "denied"}
    assert claimed("de", "commitments", quote, **claim).commitments == []


def test_what_found_no_consent_is_decided() -> None:
    text = "Ein Inkassobüro einzuschalten findet keine Zustimmung."
    decisions = [{"text": text, "evidence": [{"quote": "das findet keine Zustimmung"}]}]
    claim = {"topic": "Inkassobüro", "outcome": "decided", "decisions": decisions}
    (item,) = claimed("de", "agenda_items", "ein Inkassobüro einzuschalten", **claim).agenda_items
    assert [one.text for one in item.decisions] == [text]


def test_who_does_it_is_no_forecast() -> None:
    claim = {"action": "lo hará", "owner": "El secretario", "strength": "intends"}
    (task,) = claimed("es", "follow_ups", "El secretario lo hará antes del viernes", **claim).follow_ups
    assert task.strength is Strength.INTENDS
    cold = claimed("es", "follow_ups", "En mayo hará frío en la sierra", action="hará frío", strength="intends")
    assert all(one.strength is Strength.MENTIONED for one in cold.follow_ups)
