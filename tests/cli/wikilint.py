"""Reads a wiki page as a wiki would and names what does not close or is acted on.

usage: wikilint.py PAGE...
Knows nothing of how the program writes pages: only what pages may contain that people
paste unread. Prints "PAGE:LINE: what" for each fault and "N pages, M faults" at the end.
"""
import re
import sys

ENTITY = re.compile(r"&(amp|lt|gt|quot|nbsp|#[0-9]+|#x[0-9a-fA-F]+);")
TAG = re.compile(r"<br />|<ref(?: (?:name|group)=(?:\"[^\"<>]*\"|[^\s\"<>/]+))* ?/?>|</ref>", re.I)
EVERYWHERE = [
    (re.compile(r"\{\{|\}\}"), "template"),
    (re.compile(r"-\{|\}-"), "language conversion"),
    (re.compile(r"~~~"), "signature"),
    (re.compile(r"__[A-Za-z]+__|\uff3f\uff3f"), "magic word"),
    (re.compile(r"\b(ISBN|RFC|PMID)\s+[0-9]"), "magic link"),
    (re.compile(r"[\x00-\x08\x0b-\x1f\x7f]"), "control character"),
]
LINK = re.compile(r"\[\[(:?)([^\[\]|{}<>\n]+)(\|[^\[\]\n]*)?\]\]")
EXTERNAL = re.compile(r"\[https?://[^\s\[\]<>\"]+( [^\[\]\n]*)?\]")
BARE = re.compile(r"(?<![A-Za-z0-9_])https?://[^\W_][^\s\[\]<>\"{}|]*", re.I)
ACTIVE = re.compile(r"\s*(category|file|image|media|categor.a|archivo|imagen|ficheiro)\s*:", re.I)


def inline(text):
    """Faults of one line that no other line may mend."""
    for pattern, name in EVERYWHERE:
        if pattern.search(text):
            yield name
    rest = TAG.sub("", text)
    if "<" in rest or ">" in rest:
        yield "tag"
    if "&" in BARE.sub("", ENTITY.sub("", rest)):
        yield "ampersand"
    for link in LINK.finditer(rest):
        if not link.group(1) and ACTIVE.match(link.group(2)):
            yield "link that acts"
    rest = BARE.sub("", EXTERNAL.sub("", LINK.sub("", rest)))
    if re.search(r"\[|\]", rest):
        yield "bracket"
    if re.search(r"\b(https?|ftp|mailto|irc|news):\S", rest, re.I):
        yield "bare address"
    bold = italic = False
    for run in re.findall(r"'{2,}", text):
        if len(run) == 4 or len(run) > 5:
            yield "apostrophes"
        bold ^= len(run) in (3, 5)
        italic ^= len(run) in (2, 5)
    if bold or italic:
        yield "bold or italic that does not close"


def begins(number, line, table):
    """Faults of how a line begins, and whether a table is open behind it."""
    if line.startswith("{|"):
        return (["table in a table"] if table else []), True
    if line == "|}":
        return ([] if table else ["end of no table"]), False
    if line[:1] in "|!" and line:
        return ([] if table else ["cell outside a table"]), table
    if line[:1] == "=" and not re.match(r"(={2,4}) .*[^ ].* \1$", line):
        return ["heading"], table
    if line[:1] in " :;\uff03" and line:
        return ["first character"], table
    if line.startswith("----"):
        return ["ruler"], table
    if number == 1 and re.match(r"#\s*redirect", line, re.I):
        return ["redirect"], table
    return [], table


def faults(page):
    table, refs = False, 0
    for number, line in enumerate(page.split("\n"), 1):
        (wrong, now), was = begins(number, line, table), table
        table = now
        cell = line[1:] if was and line[:1] in ("|", "!") and line != "|}" else line
        if line.startswith("{|"):
            cell = ""
            if line != '{| class="wikitable sortable"':
                wrong = wrong + ["attributes of a table"]
        if cell and "|" in LINK.sub("", cell) and not line == "|}":
            wrong = wrong + ["bar"]
        refs += len(re.findall(r"<ref(?![^>]*/>)", line, re.I)) - len(re.findall("</ref>", line, re.I))
        for what in list(wrong) + list(inline(cell if line != "|}" else "")):
            yield number, what
    if table:
        yield number, "table that does not close"
    if refs:
        yield number, "ref that does not close"


def main(paths):
    count = 0
    for path in paths:
        with open(path, encoding="utf-8", newline="") as page:
            for number, what in faults(page.read()):
                count += 1
                print("%s:%d: %s" % (path, number, what))
    print("%d pages, %d faults" % (len(paths), count))


main(sys.argv[1:])
