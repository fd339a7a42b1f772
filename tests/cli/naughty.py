"""Writes CSV files whose every text is a naughty string, for one event and one note.

usage: naughty.py STRINGS FOLDER
"""
import csv
import os
import sys

MORE = [
    "{{Delete|now}}", "{{{1}}}", "~~~~", "~~~~~", "__NOTOC__", "__NOINDEX__", "<nowiki>",
    "</nowiki>", "<!-- hidden", "<ref>never closed", "</ref>", "<ref name=x>[[a]]</ref>",
    "[[Category:Spam]]", "[[File:X.png|thumb", "[[a|b", "[https://x.org open", "'''bold",
    "''it'''", "'''''x'''", "{|", "|}", "|-", "| cell || cell", "! head !! head", "== a",
    "= a =", "----", "* point\n# number\n* {{x}}", "#REDIRECT [[Elsewhere]]", ": in", "; term : x",
    " pre", "-{T|zh}-", "ISBN 0123456789", "RFC 1149", "&amp;lt;", "&#123;&#123;x}}",
    "<script>alert(1)</script>", "<span onclick=x>", "<br>", "a\n|}\nb", "a\n{|\nb",
    "x\n\n== y ==\n\nz", "http://bare.example/x", "https://x.org/{{a}}[[File:x]]<b>|", "https://x.org/~~~~", "''https://x.org/''", "https://x.org/?a=1&b=2&lt;i",
    "mailto:a@example.org", "]]", "}}", "<",
    "\u2028{{x}}", "\uff3f\uff3fTOC\uff3f\uff3f", "\u200e==", "''''", "''''''", "'", "'''",
    "{{subst:x}}", "[[Special:Log|x]]", "[//x.org y]", "=cmd|' /C calc'!A0", "[[a]]'''[[b]]",
]
EVENT = "The event"
NOTE = "The talk"


def strings(path):
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            text = line.rstrip("\n")
            if text and not text.startswith("#\t"):
                yield text


def flat(text):
    """As a field of one line takes it."""
    return " ".join(text.split("\n"))


def write(folder, name, head, rows):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head)
        writer.writerows(rows)


def main(path, folder):
    every = MORE + list(strings(path))
    write(folder, "events", ["name", "summary", "process", "venue", "city", "dates_words"],
          [[EVENT, "\n\n".join(every), "\n".join(reversed(every)), flat(" ".join(MORE).replace("\u2028", "")), MORE[0],
            MORE[2]]])
    write(folder, "sessions", ["event", "title", "track", "room", "description", "outcomes"],
          [[EVENT, "%d %s" % (i, flat(s)), flat(s), flat(s), s, s] for i, s in enumerate(every)])
    write(folder, "goals", ["event", "level", "code", "statement"],
          [[EVENT, "theme" if i % 2 else "goal", flat(s), flat(s)] for i, s in enumerate(every)])
    write(folder, "documents", ["event", "kind", "status", "title", "body"],
          [[EVENT, "statement", "draft", "%s %d" % (flat(s), i), s] for i, s in enumerate(every)])
    write(folder, "attendance", ["event", "state", "signed_name", "stands_for"],
          [[EVENT, "present", "%s %d" % (flat(s), i), flat(s)] for i, s in enumerate(every)])
    write(folder, "notes", ["kind", "title", "event", "date"], [["interview", NOTE, EVENT, "2026"]])
    write(folder, "participants", ["note", "as_written"],
          [[NOTE, "%d %s" % (i, flat(s))] for i, s in enumerate(every)])
    write(folder, "entries", ["note", "event", "kind", "text", "due_words"],
          [[NOTE, EVENT, ("action", "text", "topic")[i % 3], s, flat(s)]
           for i, s in enumerate(every)])


main(sys.argv[1], sys.argv[2])
