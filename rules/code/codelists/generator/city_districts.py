"""city-districts.csv: the city districts (bydeler) of Oslo, Stavanger, Bergen and Trondheim.

    klass-web-snapshots/bydel_2004.csv          KLASS 103, version of 2004
    norgeo-geo-2010-2024/bydel_2024.csv         KLASS 103 as it was in 2024
    former-city-districts.csv (beside this)     those of Oslo before 2004 and of Trondheim before 2005

A district's number begins with that of its municipality and changes with it: the municipalities say when.
"""

import pathlib

from . import municipalities
from .codelist import CC_BY, CodeList, klass
from .reading import read_csv

UNSTATED = "99"
FORMER = pathlib.Path(__file__).with_name("former-city-districts.csv")
# first day of the districts that Statistics Norway's version of 2004 has, by municipality; Trondheim's figures have
# the four districts from 2005 on
SINCE = {"0301": "2004", "1103": "2004", "1201": "2004", "1601": "2005"}
RENUMBERED = {"1201": "4601", "1601": "5001"}
# Finnøy and Rennesøy became parts of Stavanger
MERGED_ON = "2020"


def named(path):
    rows = read_csv(path)
    return {row["code"]: row["name"] for row in rows if not row["code"].endswith(UNSTATED)}


def day_of_renumbering(raw, old, new):
    """Year of 1 January on which a municipality took its new number."""
    for (day, code), to in municipalities.changes(raw).items():
        if code == old and new in {number for number, _ in to}:
            return day.removesuffix("-01-01")
    raise SystemExit(f"no change from {old} to {new}")


def lists(raw):
    before = named(raw / "klass-web-snapshots" / "bydel_2004.csv")
    now = named(raw / "norgeo-geo-2010-2024" / "bydel_2024.csv")
    rows = [(row["code"], row["name"], row["from"], row["to"], "") for row in read_csv(FORMER, delimiter=",")]
    starts = {}
    for code in before:
        municipality, district = code[:4], code[4:]
        new = RENUMBERED.get(municipality)
        if new:
            day = day_of_renumbering(raw, municipality, new)
            # a slip of the pen in the version of 2004 ("MIdtbyen") is not taken over
            rows.append((code, now[new + district], SINCE[municipality], day, new + district))
            starts[new + district] = day
        else:
            starts[code] = SINCE[municipality]
    rows.extend((code, name, starts.get(code, MERGED_ON), "", "") for code, name in now.items())
    made = CodeList(
        name="city-districts",
        title="City districts of Oslo, Stavanger, Bergen and Trondheim: numbers, names, validity and successors",
        origin=f"{klass(103, 'Bydelsinndeling')} (2004, 2024) and StatBank table 10826 (earlier districts)",
        licence=f"{CC_BY} (changed: periods made, numbers in 99 left out)",
        fetched="2024-10-16 (2024), about 2015 (2004), 2021 (earlier districts)",
        note="the same number can mean another district in another period; no successors where borders were drawn anew; "
        "2004 means \"then or earlier\" for Stavanger and Bergen, 2001 for Trondheim",
        rows=rows,
    )
    wrong = made.expect("1995", 27) + made.expect("2010", 17 + 7 + 8 + 4) + made.expect("2024", 17 + 9 + 8 + 4)
    return [made], wrong
