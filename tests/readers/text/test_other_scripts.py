"""Who speaks, in languages that address speakers and in scripts without capitals."""

import pytest

from summarizer import load

TALKS = [
    (
        "会议记录 2025年3月14日\n\n主席：现在开会。今天讨论水费问题。\n王立新：我们将在4月15日前提交报告。\n"
        "安娜·哈根：挪威方面同意“提高5%”的方案。\n主席：谢谢大家，散会。\n",
        ["主席", "王立新", "安娜·哈根"],
    ),
    (
        "محضر الاجتماع، ١٤ مارس ٢٠٢٥\n\nالرئيس: نفتتح الجلسة.\nالسيد الحداد: سنسلم التقرير قبل ١٥ أبريل.\n"
        "الدكتورة القاسم: توافق وزارتنا على الزيادة.\nالرئيس: شكراً لكم.\n",
        ["الرئيس", "السيد الحداد", "الدكتورة القاسم"],
    ),
    (
        "Transcripción de la sesión del 4 de junio de 2025\n\nEl señor PRESIDENTE: Se abre la sesión.\n"
        "La señora FUSTER: Nos comprometemos a entregar los planos antes del 30 de junio.\n"
        "El señor PRESIDENTE: Gracias, señorías.\n",
        ["El señor PRESIDENTE", "La señora FUSTER"],
    ),
    (
        "Verslag van 4 juni 2025\n\nDe voorzitter: Ik open de vergadering.\nMevrouw Van der Velde: Wij bezorgen u de kaarten.\n"
        "De heer Claes (Groen): Ik ga niet akkoord.\nDe voorzitter: Dank u wel.\n",
        ["De voorzitter", "Mevrouw Van der Velde", "De heer Claes (Groen)"],
    ),
    (
        "Ata da sessão de 4 de junho de 2025\n\nO Sr. Presidente: — Está aberta a sessão.\n"
        "A Sr.ª Teresa Mourão (PS): — Entregamos os planos até 30 de junho.\nO Sr. Presidente: — Obrigado.\n",
        ["O Sr. Presidente", "A Sr.ª Teresa Mourão (PS)"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TALKS)
def test_speakers_are_told_by_their_labels(text: str, speakers: list[str]) -> None:
    found = dict.fromkeys(segment.speaker for segment in load(text).segments if segment.speaker)
    assert list(found) == speakers


def test_the_fields_of_minutes_without_capitals_are_no_speakers() -> None:
    text = (
        "会议纪要\n时间：2025年3月14日\n地点：市政府会议室\n主持人：王立新\n决定：将水费提高2.5%。\n负责人：李明\n"
        "决定：成立联合工作组。\n负责人：安娜·哈根\n"
    )
    assert {segment.speaker for segment in load(text).segments} == {None}


def test_who_presides_once_in_the_head_of_minutes_is_no_speaker() -> None:
    text = "Verslag van 4 juni 2025\n\nDe voorzitter: Jan Maes\n\nDe raad keurt het plan goed.\nDe begroting volgt in juli.\n"
    assert {segment.speaker for segment in load(text).segments} == {None}
