"""Where sentences end. `¦` marks a boundary, `\\n` a line break; everything else must stay whole."""

import time

import pytest
from hypothesis import given, strategies as st

from summarizer.words.sentences import LONGEST, sentence_spans

CASES = r"""
Gen. Haftar met Dr. Cutajar in Benghazi.¦ They spoke for an hour.
The talks were led by Gen. Abdulfatah Belug and Adm. Al Buni.¦ Nothing was signed.
Lt. Gen. Karlsson and Maj. Ortiz attended.¦ Col. Banda sent regrets.
Mr. and Mrs. Okafor hosted Ms. Lindqvist.¦ Prof. Dr. Weber spoke last.
H.E. Ms. Ama Mensah, Amb. of Ghana, opened the meeting.
Sen. Ruiz asked Rep. Cho about the bill.¦ Gov. Hale declined to answer.
Hon. Peter Vella, M.P., took the chair.
The Rt. Hon. Lord Ashby replied on behalf of St. Helena.
Resolution No. 5 was adopted.¦ No. 6 was not.
The answer was no.¦ Five members abstained.
See Art. 12, para. 3 and Sec. 4 of the treaty.¦ It binds both sides.
The 5+5 commission met in Sirte.¦ Five officers came from each side.
The U.S. delegation arrived first.¦ The U.K. followed.
He flew back to the U.S. on Monday.
The roof costs 9,980 euros (excl. VAT), ref. CC/20.¦ Capt. (Retd.) Noor agreed.
Talks were held in Washington, D.C.¦ The ministers then flew home.
La Dra. Fuster y la Sra. Lema propusieron un plan.¦ El plan se aprobó.
We must move on.¦ I remind members of the rule.
Die Brücke kostet 3,2 Mio. Euro und die Straße 1,1 Mrd. Euro.¦ Das ist viel.
De dhr. Claes en mevr. Maes stemmen voor.¦ De rest niet.
The ship was built in the U.S.¦ It flies the flag of Malta.
J. F. Smith moved the motion.¦ K. Adu seconded it.
The motion by J. Smith passed.¦ Nobody spoke against it.
George W. Hill and Ann B. Cole voted for it.
Smugglers charge 1,500 each.¦ Growth was 3.5 percent.
It costs 3.5 million.¦ That is too much.
The budget rose by 2.¦ 5 members objected.
Version 2.0.1 ships in May.¦ Version 3.0 follows.
We start at 9 a.m. and finish at 5 p.m. sharp.
The session ended at 11.30 p.m.¦ The next one is on Friday.
The session opened at 10 a.m. Monday in Geneva.
Well ... I am not sure.¦ Let us see.
We could wait... or we could act now.
And then he left…¦ Nobody followed.
“We will sign,” he said.¦ “It is a matter of days.”
“We will sign.”¦ He did not say when.
He said: "We will sign."¦ They did not.
"Is it ready?" she asked.¦ It was not.
Did they agree?¦ Yes!¦ On everything?¦ No.
They agreed (see annex B).¦ The annex is public.
The annex is public.¦ (It was published in May.)¦ It has ten pages.
The text was adopted.[3]¦ Two states abstained.
The draft was circulated in Jan. 2024.¦ Comments were due on Feb. 3.
The fee is approx. 200 euros, i.e. less than before, e.g. half of it.
Acme Inc. and Globex Ltd. signed the deal.¦ Initech Corp. did not.
The deal was signed by Acme Inc.¦ The other firms waited.
The case of Vella v. Borg was cited.¦ It is old.
Delegates from Italy, France, etc. took part.¦ Spain did not.
Bring papers, pens, etc.¦ The room has none.
The report is at https://example.org/a.b?c=1.¦ Please read it.
Write to anna.k@example.org by noon.¦ Thank you.
Open config.yaml and set a.b to 3.¦ Then restart.
Mt. Etna and Ft. Meade were named.¦ So was St. Julian's.
The vote was 5 to 3.¦ The motion carried.
The meeting was adjourned at 17:45.¦ The next meeting is on 3 June.
Item 1. Opening of the session.
The minister (Dr. A. Rossi) spoke first.¦ He was brief.
He asked: who will pay?¦ Nobody knew.
This was the view of the sub-committee\non fisheries, which met in May.¦ It was\nadopted.
The committee met.¦\n\nIt adjourned.
Present were the chair and the clerk¦\n\nThe chair opened the meeting.
Yahoo! was not invited.¦ Google was.
The A. and B. groups met apart.
I think it was Plan B.¦ We never had a Plan C.
Vitamin C.¦ That was the topic.
El Sr. García y la Sra. López llegaron tarde.¦ La reunión empezó a las 9.
¿Quién firma?¦ ¡Nadie!¦ Se aplazó la firma.
M. Dupont et Mme Petit ont pris la parole.¦ Le Dr Morel était absent.
« Nous signerons. »¦ Il n'a pas dit quand.
Il dott. Bianchi e l'on. Verdi erano presenti.¦ La seduta è tolta.
Ha parlato l'avv. Russo con l'ing. Neri e l’arch. Sala.¦ Poi l'amm. Bruni ha chiuso.
Selon l'art. 5, rien ne change.¦ Il parle de l'arc.¦ Elle sort.
Am 3. Mai traf Dr. Weber den Minister.¦ Es wurde z.B. über Zölle gesprochen.
Die Sitzung begann um 9 Uhr.¦ Sie endete am 4. Juni.
会议于上午九时开始。¦两国同意继续对话。¦会议结束！
「署名します。」と彼は述べた。¦会議は終わった。
هل وافق الطرفان؟¦ نعم.¦ انتهى الاجتماع.
بدأ الاجتماع في الساعة العاشرة.¦ ناقش الوفدان الهجرة؛ ولم يوقعا شيئا.
बैठक शुरू हुई।¦ कोई निर्णय नहीं हुआ।
Yeah, um.¦ I mean, we could.¦ OK.
so we ship it.¦ then we rest.
I, uh, don't think so.¦ iPhone users will complain.
Who?¦ me?
He is the No. 2 official.¦ No. 1 is away.
The rate is at 4.25%.¦ It was 4.5% in May.
They paid $1.5m.¦ €2m is still due.
The group met on Tues., Sept. 5, and Wed., Sept. 6.¦ It was tiring.
Capt. J.-P. Roux thanked Sgt. Lee.¦ All rose.
The Hague-based court (I.C.J.) ruled.¦ The U.N. welcomed it.
The U.N. General Assembly voted.¦ The E.U. Commission did too.
She holds a Ph.D. in law.¦ He holds an M.A. from Cairo.
She holds a Ph.D.¦ He does not.
Pres. Niinistö met Sec. Blinken.¦ Both left at once.
1. The budget is approved.¦ 2. The levy is not.
It was led by Ada F. Del Rio, Head of Ports.¦ Plan B. La plata fue poca.
Thank you, Mr. Chairman.¦ Mr. Osei has the floor.
Will the U.S. join?¦ That is open.
It was 5 p.m.¦ The chair closed the meeting.
The firm (formerly Foo Bros.) folded.¦ Its assets were sold.
He said so, i.e. The Hague was meant.
Is it so (?) and if so, why [...] not?
The text was unclear (???).¦ It was mended.
Did you see it?¦Yes, we did.¦ It was good.
""".strip().splitlines()


def expected(case: str) -> tuple[str, list[str]]:
    case = case.replace(r"\n", "\n")
    return case.replace("¦", ""), [part.strip() for part in case.split("¦")]


def sentences(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language=language)]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_ends_where_a_reader_ends_it(case: str) -> None:
    text, parts = expected(case)
    assert sentences(text, "de" if "Sitzung" in text else None) == parts


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Skip this. The vote was held. It passed. And this."
    start, end = text.index("The"), text.index(" And")
    assert [text[a:b] for a, b in sentence_spans(text, start, end)] == ["The vote was held.", "It passed."]


def test_an_empty_stretch_has_no_sentences() -> None:
    assert sentence_spans("") == []
    assert sentence_spans(" \n\t\u200b\ufeff\n ") == []
    assert sentence_spans("Some words.", 4, 4) == []


def test_list_items_are_apart_without_a_full_stop() -> None:
    text = "We need:\n- paper\n- pens\n  and ink\n2) chairs"
    assert sentences(text) == ["We need:", "- paper", "- pens\n  and ink", "2) chairs"]


def test_an_ordinal_goes_on_only_where_the_language_writes_it_so() -> None:
    text = "Es war am 3. Treffen war keines."
    assert len(sentences(text, "de")) == 1
    assert len(sentences(text, "en")) == 2


def test_a_text_without_punctuation_is_cut_at_spaces() -> None:
    text = "and so on " * 1_000
    parts = sentences(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(parts).split() == text.split()


def test_a_long_sentence_is_cut_at_a_clause_where_it_has_one() -> None:
    text = "a word " * 200 + "to end the clause; " + "a word " * 100
    assert sentences(text)[0].endswith("clause;")


def test_an_endless_word_is_cut_too() -> None:
    assert [len(part) for part in sentences("x" * (LONGEST + 5))] == [LONGEST, 5]


@pytest.mark.parametrize(
    "unit",
    ["a", "a. ", ". ", '"', "(", "A.", "?", "…", " ", "\n ", "-\n", ". . ", ".)", "?“ ", "。", "。」", "1. ", "e.g. "],
)
def test_the_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    begun = time.perf_counter()
    sentence_spans(text)
    assert time.perf_counter() - begun < 20


@given(st.text(alphabet='aB1 .!?…\n-"”()[。」é،؟x;,', max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_spans_are_ordered_and_leave_out_only_white_space(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    position = start
    for first, last in sentence_spans(text, start, end):
        assert position <= first < last <= end
        assert not text[position:first].strip()
        assert text[first:last] == text[first:last].strip()
        position = last
    assert not text[position:end].strip()


@given(
    st.lists(st.sampled_from([case for case in CASES if "¦" not in case and r"\n" not in case]), min_size=1, max_size=4)
)
def test_paragraphs_do_not_change_each_other(cases: list[str]) -> None:
    assert sentences("\n\n".join(cases)) == cases
