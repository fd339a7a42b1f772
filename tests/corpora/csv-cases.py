#!/usr/bin/env python3
"""Turns the CSV corpora into cases.txt, which test_csv_corpora reads.

Run by hand when a corpus changes; the result is committed, so that testing
needs no Python. Cases that set options in their own library are left out.

Lines of cases.txt and differences.txt:
    case NAME
    in TEXT             the bytes to read
    file PATH           or a file to read, beside cases.txt
    why TEXT            (differences.txt) why we read it differently
    row<TAB>CELL<TAB>CELL...
    error LINE          (differences.txt) refused at that line
Escapes: \\\\ \\n \\r \\t and \\xHH for other control characters.
"""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def escape(text):
    known = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "".join(known.get(c) or (f"\\x{ord(c):02x}" if ord(c) < 32 else c) for c in text)


def lines_of(name, source, rows):
    yield "case " + name
    yield source
    for row in rows:
        yield "row" + "".join("\t" + escape(str(cell)) for cell in row)


def rust_csv(folder):
    with open(os.path.join(folder, "rust-csv-reader.json"), encoding="utf-8") as f:
        for case in json.load(f):
            if not case["config"]:
                yield from lines_of(case["name"], "in " + escape(case["input"]), case["expected"])


def papaparse(folder):
    with open(os.path.join(folder, "papaparse-parse.json"), encoding="utf-8") as f:
        for number, case in enumerate(json.load(f)):
            if not case["config"]:
                name = f"{number} {escape(case['description'])}"
                yield from lines_of(name, "in " + escape(case["input"]), case["expected"])


def csv_spectrum(folder):
    for name in sorted(os.listdir(os.path.join(folder, "json"))):
        with open(os.path.join(folder, "json", name), encoding="utf-8") as f:
            records = json.load(f)
        records = records if isinstance(records, list) else [records]
        stem = name[: -len(".json")]
        rows = [list(records[0])] + [list(record.values()) for record in records]
        yield from lines_of(stem, f"file csvs/{stem}.csv", rows)


def main():
    corpora = {"rust-csv": rust_csv, "papaparse": papaparse, "csv-spectrum": csv_spectrum}
    for folder, read in corpora.items():
        path = os.path.join(HERE, folder)
        with open(os.path.join(path, "cases.txt"), "w", encoding="utf-8", newline="\n") as f:
            f.write("# Made by ../csv-cases.py; do not edit.\n")
            f.writelines(line + "\n" for line in read(path))


main()
