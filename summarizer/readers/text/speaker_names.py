"""Whether words can name a speaker: a name, a role or a handle, and not the field of a form.

The words that tell, and the labels of a form that is filled in again and again: "History: ...", "Outcome: ..." of each case.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...words.scripts import is_unspaced
from .lines import Line

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w /-]{1,30}):(?=\s|\Z)")
_FEWEST_SHARED = 3
_FEWEST_KNOWN = 2
"""Of the labels that two forms share: those that are nobody's name in any text."""
FIELDS = frozenset(
    """
    note notes nb date dates time times timing duration place location venue room where when subject subjects re topic
    topics title agenda agendas item items minute minutes present attendance attendee attendees attending participant
    participants participation absent absence absences regrets apologies excused invited invitees guests observers
    members chairs scribe scribes scribenick recorder recorded recording recordings action actions todo task tasks
    assignee assigned owner owners due deadline resolution resolutions resolved decision decisions decided decides
    proposed proposal proposals motion motions moved mover vote votes voting seconded seconder gallery carried approved adopted agreed agreement
    agreements consensus conclusion conclusions outcome outcomes result results summary summaries abstract background
    context introduction overview purpose objective objectives goal goals scope status state update updates progress
    next previous steps step follow-up followup follow-ups question questions answers discussion discussions debate
    comment comments remark remarks announcement announcements issue issues pr prs pull bug bugs ticket tickets link
    links url urls source sources reference references ref refs see attachment attachments annex annexes appendix
    file files document documents doc docs draft version versions section sections article articles chapter paragraph
    part parts clause table figure list lists example examples eg e.g i.e ie etc fyi tbd tba tl;dr warning caution
    important attention remember reminder tip hint email e-mail mail phone tel fax website web zoom call-in dial-in
    passcode password meeting meetings session sessions call calls conference teleconference telco video audio
    timestamp timestamps transcript transcription log logs irc minuted adjourned adjournment opened opening closed
    closing start started starts end ended ends begin began break lunch quorum roll rollcall welcome meanwhile
    options option pros cons risk risks impact cost costs budget total totals verdict rationale reason
    reasons requirements requirement criteria template description contents content text quote to from cc bcc sent
    published posted updated created prepared drafted approved-by distribution classification copy copies
    day days week month year today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    ai request requests choice choices meta related visitors suggestion suggestions alternative alternatives nota report
    reports feat fix chore open workshop registration password key takeaways business
    department committee highlights against abstaining abstention abstentions abstained aye ayes nay nays noes
    ordre présents absents excusés objet lieu décision décisions résolution procès-verbal
    oggetto luogo data ora presenti assenti verbale delibera decisione azione
    fecha hora lugar asunto asistentes ausentes acuerdo acuerdos decisión acta tema orden
    datum ort uhrzeit betreff anwesend abwesend beschluss beschlüsse protokoll tagesordnung thema aufgabe
    aanwezig afwezig verontschuldigd plaats onderwerp besluit besluiten actie verslag agendapunt
    local assunto presentes deliberação deliberações decisões ordem ata
    дата место тема повестка присутствовали отсутствовали приглашены решение решили решения постановили ответственный срок
    التاريخ المكان الوقت الحضور الحاضرون الغائبون الموضوع القرار القرارات التوصيات الملاحظات الأعمال المسؤول الموعد
    时间 時間 地点 地點 日期 出席 出席者 出席人员 缺席 列席 参加人员 主持 主持人 记录 记录人 議題 议题 议程 決定 决定 决议 決議 结论 備註 备注 主题 内容 內容
    附件 背景 目的 讨论 下一步 任务 负责人 责任人 完成时间 截止日期 意见 建议 注 说明 行动
    日時 場所 欠席者 参加者 議事 決定事項 担当 担当者 期限 備考 次回 資料 配布資料 議事録 書記 記録 結論 報告 論点 課題 件名 宛先
    http https ftp mailto www
    """.split()
)
"""Names of form fields and headings: a label with one of these words is no speaker."""

ADDRESSES = frozenset(
    "señor señora señores heer mevrouw sr sra srª sr.ª dr dra senhor senhora signor signora herr frau monsieur madame".split()
)
"""Before the name of a speaker, whom minutes in these languages call so, with an article or without."""

PRESIDING = frozenset(
    "voorzitter ondervoorzitter presidente presidenta président présidente vorsitzende vorsitzender präsident präsidentin secretario secretaria".split()
)
"""Who is called by the office with an article, in small letters: `De voorzitter`."""

SAYING = tuple("指出 表示 说 說 强调 強調 认为 認為 称 稱 如下 述べた 以下 قال قالت".split())
"""How what tells that somebody speaks ends, where a label only names them."""

OFFICES = frozenset(
    """
    chair chairman chairwoman chairperson co-chair vice-chair moderator host facilitator secretary rapporteur presiding
    president organizer organiser interpreter translator note-taker notetaker mediator clerk speaker editor author contact
    """.split()
)
"""A speaker where it recurs; where it stands once, it says who held the office."""

STAGE = frozenset(
    "chat wip inaudible laughter applause crosstalk music silence pause unintelligible interruption x draft".split()
)
"""Between brackets, these are about the talk and not of it."""

PARTICLES = frozenset(
    "de del della di da do dos das du des la le van von der den ter ten bin ibn al el y e of the and for zu af".split()
)

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those it its he she they we you i his her their our your my me him them us is are was were
    be been being am do does did has have had can could would shall should may might must not no yes if when while
    as because but or so than then there here what which who whom whose why how in on at by with from into about over
    under after before during until since through between all some any each every more most other such only just also
    said says say asked told think thinks know let please thank thanks ok okay well now even very much many
    yeah yep yup right sure cool great good fine perfect exactly correct hello hi sorry all everyone feedback plans
    miscellaneous others
    """.split()
)
"""No name holds one of these but for a leading `the`."""

PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
HOLDER = re.compile(r"[Tt]he [A-Z][\w,'’ -]{2,80} \([A-Z][\w.'’ -]+\)")
"""An office and who holds it: `The Secretary of State for Transport (Anna Berg)`."""
WORD = re.compile(r"[^\W_][\w.'’-]*")
_SMALL = PARTICLES | ADDRESSES | PRESIDING
_BESIDE = PARTICLES | ADDRESSES
_LONGEST_UNSPACED = 12  # characters of a name with its office, where no space parts words
_COUNTED = re.compile(
    r"(?:participant|attendee|respondent|interviewee|guest|member|observer)(?:[ _#-]{0,2}\d{1,3}|[ _](?-i:[A-Z]))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[^\W\d_]+[ _#]?\d{1,3}")


def plausible(label: str) -> bool:
    """Whether a label can be a speaker at all: a name, a role or a handle of one to six words, and no field of a form."""
    bare = PARENTHESIS.sub(" ", label).strip()
    if is_nameless(bare) or is_counted(bare) or HOLDER.fullmatch(label):
        return True
    words = WORD.findall(bare)
    if not 0 < len(words) <= 6 or (not bare[:1].isalpha() and bare[:1] != "@"):
        return False
    if any(c.isdigit() for c in bare) and not _NUMBERED.fullmatch(bare):
        return False
    if any(c in bare for c in "!?;/=•") or bare.count(",") > 1:
        return False
    keys = [word.casefold().rstrip(".") for word in words]
    if any(key in FIELDS for key in keys) or keys[0] in STAGE:
        return False
    if any(_is_function_word(word, bare) for word in words[1:]):
        return False
    addressed = len(words) > 1 and keys[1] in ADDRESSES
    if keys[0] in FUNCTION_WORDS and (len(words) == 1 or keys[0] != "the") and not addressed:
        return False
    if is_uncased(bare) and (bare.endswith(SAYING) or (is_unspaced(bare) and len(bare) > _LONGEST_UNSPACED)):
        return False
    lower = [word for word in words if word[:1].islower() and word.casefold() not in _SMALL]
    return not lower or len(lower) == len(words)


def is_name(line: str) -> bool:
    """Whether a line on its own can be the name of a speaker, by its form alone."""
    return plausible(line) and capitalised(line)


def is_nameless(label: str) -> bool:
    """`Q`, `A`, `QUESTION`, and the letters of voices that a transcript leaves without a name."""
    return (len(label) == 1 and label.isupper()) or label.title() in ("Question", "Answer")


def is_counted(label: str) -> bool:
    """`Participant 2`, `Respondent B`: somebody whom a transcript only counts."""
    return _COUNTED.fullmatch(label) is not None


def _is_function_word(word: str, label: str) -> bool:
    """`at` and `AT`, but not the letter of `Grad A` nor, beside lower case, a title such as `AM`."""
    if word.isupper() and (len(word) == 1 or not label.isupper()):
        return False
    return word.casefold() in FUNCTION_WORDS


def capitalised(label: str) -> bool:
    """Whether each word but the small ones of names begins with a capital or a digit."""
    words = [word for word in WORD.findall(PARENTHESIS.sub(" ", label)) if word.casefold().rstrip(".") not in _BESIDE]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() or word in PRESIDING for word in words)


def is_uncased(label: str) -> bool:
    """Whether it is written in a script that has no capitals."""
    letters = [one for one in label if one.isalpha()]
    return bool(letters) and not any(one.isupper() or one.islower() for one in letters)


def form_fields(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """The labels, in small letters, that stand once in each of two stretches of lines that follow each other, and are the same in both."""
    forms = [form for form in _stretches(text, lines) if len(form) == len(set(form))]
    found: set[str] = set()
    for one, other in pairwise(forms):
        shared = set(one) & set(other)
        if len(shared) >= _FEWEST_SHARED and len(shared & FIELDS) >= _FEWEST_KNOWN:
            found.update(one, other)
    return frozenset(found)


def _stretches(text: str, lines: Sequence[Line]) -> list[list[str]]:
    """The labels of each run of lines without a blank one between them."""
    found: list[list[str]] = [[]]
    for line in lines:
        label = _LABEL.match(text, line.start, line.end)
        if line.mark == "blank":
            found.append([])
        elif label is not None:
            found[-1].append(label["label"].casefold())
    return [form for form in found if len(form) >= _FEWEST_SHARED]
