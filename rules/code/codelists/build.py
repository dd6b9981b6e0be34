#!/usr/bin/env python3
"""Builds municipalities.csv from stored answers of Statistics Norway's KLASS API.

    python3 build.py RAW [--check]

RAW is a folder that holds

    klass-131-kommuneinndeling/Kommuneinndeling-YYYY.json   every version since 1971  (/versions/ID.json)
    klass-131-kommuneinndeling/changetables.json            changes between versions  (/classifications/131/changes.json)
    klass-131-2026-01-01/131_codesAt_2026-01-01.json        newest names              (/classifications/131/codesAt.json)

The same input gives the same bytes. With --check nothing is written: the exit status is 1 when the file beside this
script is not what RAW gives, or when a count that Statistics Norway states does not hold.
"""

import csv
import io
import json
import pathlib
import sys

FETCHED = "2025-01 (versions 1971 to 2024, changes), 2026-04-25 (names on 2026-01-01)"
NEWEST = "2026-01-01"
UNSTATED = "9999"  # "Uoppgitt" is an item of the classification, not a municipality
# year: municipalities on 1 January
KNOWN_COUNTS = {2017: 426, 2018: 422, 2019: 422, 2020: 356, 2021: 356, 2022: 356, 2023: 356, 2024: 357, 2026: 357}

HEAD = f"""\
# Municipalities of Norway since 1971: numbers, names, validity and successors
# Origin: Statistics Norway (Statistisk sentralbyrå), KLASS 131 Standard for kommuneinndeling, https://www.ssb.no/klass/klassifikasjoner/131
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/ (changed: versions merged to periods, {UNSTATED} left out)
# Fetched: {FETCHED}
# Columns: from is the first day, to the first day no longer (empty: still valid); 1971-01-01 means "then or earlier"
"""


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def names(items):
    """Name by code, without the item for unstated."""
    return {item["code"]: " ".join(item["name"].split()) for item in items if item["code"] != UNSTATED}


def versions(raw):
    """(first day, name by code) of every version, in order of time, the newest names last."""
    found = []
    for path in (raw / "klass-131-kommuneinndeling").glob("Kommuneinndeling-*.json"):
        version = read(path)
        found.append((version["validFrom"], names(version["classificationItems"])))
    newest = read(raw / "klass-131-2026-01-01" / f"131_codesAt_{NEWEST}.json")
    found.append((NEWEST, names(newest["codes"])))
    return sorted(found, key=lambda version: version[0])


def changes(raw):
    """(day, old code) -> new codes with their names."""
    found = {}
    for change in read(raw / "klass-131-kommuneinndeling" / "changetables.json")["codeChanges"]:
        new = (change["newCode"], " ".join(change["newName"].split()))
        found.setdefault((change["changeOccurred"], change["oldCode"]), set()).add(new)
    return found


def renamed(code, old, new, day, recorded):
    """True when a name that differs is a new name.

    Versions differ in whether they add the county in brackets ("Vang (Oppland)"); that is no renaming, and the
    change table has none. The table ends before NEWEST, so the newest names count as they are.
    """
    return old != new and (day == NEWEST or any(to == code for to, _ in recorded.get((day, code), ())))


def periods(raw):
    """Rows (code, name, from, to, successors), sorted."""
    known = versions(raw)
    recorded = changes(raw)
    rows, current = [], {}
    for day, valid in known:
        for code in sorted(current):
            name, start = current[code]
            if code in valid and not renamed(code, name, valid[code], day, recorded):
                current[code] = (valid[code], start)
                continue
            successors = sorted(to for to, _ in recorded.get((day, code), ())) or [code]
            if code not in valid and (day, code) not in recorded:
                raise SystemExit(f"{code} {name} ends on {day}, and no change says what became of it")
            if code in valid:
                successors = [code]
            rows.append((code, name, start, day, "|".join(successors)))
            del current[code]
        for code in valid:
            current.setdefault(code, (valid[code], day))
    rows.extend((code, name, start, "", "") for code, (name, start) in current.items())
    return sorted(rows)


def check(rows):
    """What does not hold, in words."""
    wrong = []
    for year, count in KNOWN_COUNTS.items():
        day = f"{year}-01-01"
        valid = [code for code, _, start, end, _ in rows if start <= day and (not end or day < end)]
        if len(valid) != count or len(set(valid)) != count:
            wrong.append(f"{len(valid)} municipalities on {day}, not {count}")
    codes = {row[0] for row in rows}
    for code, _, _, end, successors in rows:
        if len(code) != 4 or not code.isdigit():
            wrong.append(f"{code!r} is not four digits")
        for successor in successors.split("|") if end else []:
            if successor not in codes:
                wrong.append(f"{code} is followed by {successor!r}, which is not in the list")
    return wrong


def render(rows):
    text = io.StringIO()
    text.write(HEAD)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["code", "name", "from", "to", "successors"])
    table.writerows(rows)
    return text.getvalue()


def main(arguments):
    paths = [argument for argument in arguments if argument != "--check"]
    if len(paths) != 1:
        raise SystemExit(__doc__)
    rows = periods(pathlib.Path(paths[0]))
    wrong = check(rows)
    if wrong:
        raise SystemExit("\n".join(wrong))
    target = pathlib.Path(__file__).with_name("municipalities.csv")
    text = render(rows)
    if "--check" not in arguments:
        target.write_text(text, encoding="utf-8", newline="\n")
    elif target.read_text(encoding="utf-8") != text:
        raise SystemExit(f"{target.name} is not what the given answers make; run without --check")


if __name__ == "__main__":
    main(sys.argv[1:])
