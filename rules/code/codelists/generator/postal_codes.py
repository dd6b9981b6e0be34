"""postal-codes.csv: postal codes, with what is known of when they came and went.

    postnummer-bring-2020/Postnummerregister-ansi.txt      the register in June 2020
    postnummer-bring-2020/Postnummerlogg-nye-ansi.txt      codes that came, 1999 to 2019
    postnummer-bring-2020/Postnummerlogg-endringer-ansi.txt  codes that went or changed, 1997 to 2019
    norway-geodata-2025/postal-codes-2025.json, -2026.json  the registers of 2025 and 2026
"""

from .codelist import CodeList
from .reading import read_json, tidy

# postal codes were introduced on 18 March 1968
FIRST = "1968-03-18"
REGISTER = "2020-06-11"
# codes in a register, and those that may have come before the next one
KNOWN_COUNTS = {REGISTER: 5093 + 75, "2025": 5136 + 2, "2026": 5121}
NO_NEW_CODE = "9999"
SMALL = {"I", "PÅ", "OG", "VED"}


def tabbed(path):
    lines = path.read_text(encoding="cp1252").splitlines()
    return [[tidy(cell) for cell in line.split("\t")] for line in lines if line.strip()]


def day(cells):
    """YYYY-MM-DD of the cells day, month, century, year."""
    return f"{cells[2]}{cells[3]}-{cells[1]}-{cells[0]}"


def events(raw):
    """By code: (day, "went" or "came", name, new code), in order of time."""
    folder = raw / "postnummer-bring-2020"
    found = {}
    for row in tabbed(folder / "Postnummerlogg-nye-ansi.txt"):
        found.setdefault(row[0], []).append((day(row[5:9]), "came", row[1], ""))
    for row in tabbed(folder / "Postnummerlogg-endringer-ansi.txt"):
        if row[0] != row[6]:
            new = "" if row[6] == NO_NEW_CODE else row[6]
            found.setdefault(row[0], []).append((day(row[2:6]), "went", row[1], new))
    # on the same day a code goes before it comes again
    return {code: sorted(list_, key=lambda event: (event[0], event[1] == "came")) for code, list_ in found.items()}


def history(code_events, in_register):
    """Finished periods (name, from, to, new code) of a code, and the first day of the one that lasts in June 2020."""
    finished = []
    start = None if code_events and code_events[0][1] == "came" else FIRST
    for at, (when, what, name, new) in enumerate(code_events):
        if what == "came" and start is None:
            start = when
        elif what == "went" and start is not None and start < when:
            comes_again = any(kind == "came" for _, kind, _, _ in code_events[at + 1 :])
            # two codes are logged as gone and are in the register all the same
            if in_register and not comes_again:
                continue
            finished.append((name, start, when, new))
            start = None
    return finished, start


def spelling(registers):
    """Writes a place in capitals as the registers of 2025 and 2026 write it, or else with capitals at the start of words."""
    known = {place.upper(): place for register in registers for place, _ in register.values()}

    def spelt(place):
        words = (word.lower() if word in SMALL else "-".join(part.capitalize() for part in word.split("-"))
                 for word in place.split())
        return known.get(place.upper()) or " ".join(words)

    return spelt


def periods(raw):
    register = tabbed(raw / "postnummer-bring-2020" / "Postnummerregister-ansi.txt")
    of_2020 = {row[0]: (row[1], row[2]) for row in register}
    folder = raw / "norway-geodata-2025"
    later = [
        {item["code"]: (tidy(item["place"]), item["id"]) for item in read_json(folder / f"postal-codes-{year}.json")}
        for year in (2025, 2026)
    ]
    spelt = spelling(later)
    logged = events(raw)
    rows = []
    for code in sorted({*of_2020, *later[0], *later[1], *logged}):
        finished, start = history(logged.get(code, []), code in of_2020)
        for name, since, until, new in finished:
            rows.append([code, spelt(name), since, until, new, ""])
        seen = [(day_, list_[code]) for day_, list_ in zip((REGISTER, "2025", "2026"), (of_2020, *later)) if code in list_]
        if not seen:
            continue
        if code not in of_2020:
            start = REGISTER if code in later[0] else "2025"
        if start is None:
            raise SystemExit(f"{code} is in the register of 2020 and has gone before")
        end = "" if code in later[1] else "2026" if code in later[0] else "2025"
        municipality = seen[-1][1][1]
        last = None
        for day_, (place, _) in seen:
            if last and last[1].casefold() == spelt(place).casefold():
                last[1] = spelt(place)
                continue
            if last:
                last[3], last[4] = day_, code
            last = [code, spelt(place), day_ if last else start, end, "", municipality]
            rows.append(last)
    codes = {row[0] for row in rows}
    for row in rows:
        row[4] = row[4] if row[4] in codes else ""
    return [tuple(row) for row in rows]


def lists(raw):
    made = CodeList(
        name="postal-codes",
        title="Postal codes of Norway: places, validity, codes that took over, municipalities",
        origin="Posten Bring, the postal code register (Postnummerregisteret) of 2020, 2025 and 2026 and its logs of changes, "
        "https://www.bring.no/tjenester/adressetjenester/postnummer",
        licence="published by Posten Bring for free use; the copies of 2025 and 2026 are from norway-geodata (MIT License, "
        "Copyright (c) aprestmo)",
        fetched="2020-06-11 (register, logs of 1997 to 2019), 2026-01-05 (2025 and 2026)",
        note=f"{FIRST} means \"before the log\"; between the three registers a period is as long as it can have been; "
        "municipality is the number in the newest register that has the code (2020 numbers for codes gone by 2025)",
        rows=periods(raw),
        further=("municipality",),
    )
    return [made], [what for day_, count in KNOWN_COUNTS.items() for what in made.expect(day_, count)]
