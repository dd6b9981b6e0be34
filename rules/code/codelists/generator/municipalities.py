"""municipalities.csv: KLASS 131 since 1971.

    klass-131-kommuneinndeling/Kommuneinndeling-YYYY.json   every version since 1971  (/versions/ID.json)
    klass-131-kommuneinndeling/changetables.json            changes between versions  (/classifications/131/changes.json)
    klass-131-2026-01-01/131_codesAt_2026-01-01.json        newest names              (/classifications/131/codesAt.json)
"""

from .codelist import CC_BY, CodeList, klass
from .reading import read_json, tidy

NEWEST = "2026-01-01"
UNSTATED = "9999"  # "Uoppgitt" is an item of the classification, not a municipality
# year: municipalities on 1 January, as Statistics Norway states them
KNOWN_COUNTS = {2017: 426, 2018: 422, 2019: 422, 2020: 356, 2021: 356, 2022: 356, 2023: 356, 2024: 357, 2026: 357}


def names(items):
    """Name by code, without the item for unstated."""
    return {item["code"]: tidy(item["name"]) for item in items if item["code"] != UNSTATED}


def versions(raw):
    """(first day, name by code) of every version, in order of time, the newest names last."""
    found = []
    for path in (raw / "klass-131-kommuneinndeling").glob("Kommuneinndeling-*.json"):
        version = read_json(path)
        found.append((version["validFrom"], names(version["classificationItems"])))
    newest = read_json(raw / "klass-131-2026-01-01" / f"131_codesAt_{NEWEST}.json")
    found.append((NEWEST, names(newest["codes"])))
    return sorted(found, key=lambda version: version[0])


def changes(raw):
    """(day, old code) -> new codes with their names."""
    found = {}
    for change in read_json(raw / "klass-131-kommuneinndeling" / "changetables.json")["codeChanges"]:
        new = (change["newCode"], tidy(change["newName"]))
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


def lists(raw):
    rows = periods(raw)
    made = CodeList(
        name="municipalities",
        title="Municipalities of Norway since 1971: numbers, names, validity and successors",
        origin=klass(131, "Standard for kommuneinndeling"),
        licence=f"{CC_BY} (changed: versions merged to periods, {UNSTATED} left out)",
        fetched="2025-01 (versions 1971 to 2024, changes), 2026-04-25 (names on 2026-01-01)",
        note='from is the first day, to the first day no longer (empty: still valid); 1971-01-01 means "then or earlier"',
        rows=rows,
    )
    wrong = [what for year, count in KNOWN_COUNTS.items() for what in made.expect(f"{year}-01-01", count)]
    wrong += [f"{made.name}: {row[0]!r} is not four digits" for row in rows if len(row[0]) != 4 or not row[0].isdigit()]
    return [made], wrong
