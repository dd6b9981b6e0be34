#!/usr/bin/env python3
"""Compares munilint's findings with the faults that generate.py put into a table.

    python3 truth.py REPORT.json TABLE.csv.truth.json

A line for each kind of fault: how many were put in, how many munilint counted. Exit status 1 where they differ.
"""

import collections
import json
import sys
from dataclasses import dataclass

IDENTITY = ("pii:fnr", "pii:fnr-spaced", "pii:dnr", "fnr-in-code-column")


@dataclass(frozen=True)
class Answer:
    """Which rules, taken together, must count exactly the faults of these kinds."""

    kinds: tuple
    rules: tuple
    column: str = ""  # only faults in this column, where the kind means something else in others


ANSWERS = (
    Answer(IDENTITY, ("person/national-identity-number", "person/d-number")),
    Answer(("pii:email",), ("person/personal-email",)),
    Answer(("pii:name",), ("person/person-name",)),
    Answer(("pii:phone",), ("person/telephone",)),
    Answer(("pii:iban",), ("person/bank-account",)),
    Answer(("bad-code",), ("code/unknown-municipality-number", "code/lost-leading-zero"), column="kommunenummer"),
    Answer(("bad-orgnr",), ("code/invalid-organisation-number",)),
    Answer(("extra-field", "missing-field"), ("table/ragged-row",)),
    Answer(("dup-row",), ("table/duplicate-row",)),
    Answer(("whitespace",), ("value/untrimmed-text", "value/invisible-characters")),
    Answer(("bad-date",), ("value/impossible-date",)),
    Answer(("mojibake",), ("file/mojibake",)),
    Answer(("wrong-decimal",), ("value/mixed-decimal-marks",)),
    Answer(("bad-number",), ("value/text-among-numbers",)),
)


def put_in(truth):
    """How often each (kind, column) stands in the table and should be counted."""
    by_row = collections.defaultdict(list)
    for fault in truth["defects"]:
        by_row[fault["row"]].append(fault)
    faults = list(truth["defects"])
    for fault in truth["defects"]:
        if fault["kind"] == "dup-row":  # a repeated record repeats the faults in its cells
            faults += [above for above in by_row[fault["row"] - 1] if above["col"]]
    counts = collections.Counter()
    for fault in faults:
        counts[fault["kind"], fault["column"]] += 1
    return counts


def counted(report):
    """How often each rule counted something, over all fields."""
    counts = collections.Counter()
    for finding in report["findings"]:
        counts[finding["rule"]] += finding["count"]
    return counts


def compare(report, truth):
    """Lines to print, and how many kinds differ."""
    known, found = put_in(truth), counted(report)
    lines, differing, answered = [f"{'put in':>8} {'found':>8}  fault"], 0, set()
    for answer in ANSWERS:
        answered.update(answer.rules)
        expected = sum(count for (kind, column), count in known.items()
                       if kind in answer.kinds and answer.column in ("", column))
        actual = sum(found[rule] for rule in answer.rules)
        if expected == actual == 0:
            continue
        differing += expected != actual
        sign = "" if expected == actual else f"   <-- differs by {actual - expected:+}"
        lines.append(f"{expected:8} {actual:8}  {' + '.join(answer.kinds)} = {' + '.join(answer.rules)}{sign}")
    others = {rule: count for rule, count in found.items() if rule not in answered}
    if others:
        lines.append("also found: " + ", ".join(f"{rule} {others[rule]}" for rule in sorted(others)))
    return lines, differing


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(report, truth):
    lines, differing = compare(load(report), load(truth))
    print("\n".join(lines))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
