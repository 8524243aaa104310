"""What the control words of rich text stand for, and the alphabets of its bytes."""

UNREAD = frozenset(
    """
    fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator
    annotation atnid atnauthor atntime atndate atnref atnparent fldinst sp sn sv nonshppict objdata tc xe bkmkstart
    bkmkend filetbl pgptbl mmathPr shprslt nonesttables
    """.split()
)
READ = frozenset("footnote shpinst shppict shptxt listtext pntext fldrslt nesttableprops".split())
"""Destinations that are marked as not to be read by programs which do not know them, and are read."""
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "enspace": " ", "emspace": " ", "qmspace": " ",
}  # fmt: skip
BREAKS = frozenset("par sect page cell nestcell row nestrow".split())
"""Where a paragraph, a cell or a row ends."""
PARAGRAPH = frozenset("pard outlinelevel intbl itap ilvl li fi".split())
"""What describes a paragraph."""
ROW = frozenset("trowd trleft cellx".split())
PICTURE = frozenset("picwgoal pichgoal picscalex picscaley".split())
SYMBOL = "symbol"
"""The encoding, so called here, of fonts that draw signs in the place of letters."""
_CHARSETS = {
    0: "cp1252", 2: SYMBOL, 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


def encoding_of(charset: int) -> str:
    """Of a font, by the number of its character set; empty where it is not known."""
    return _CHARSETS.get(charset, "")


def known(encoding: str) -> str:
    """The encoding, if there is one of that name."""
    try:
        return encoding if encoding and b"a".decode(encoding) else ""
    except (LookupError, UnicodeDecodeError):
        return ""
