"""industries.csv: the industrial classification SN2007, and the codes known to be new in SN2025.

    klass-web-snapshots/sn2007_naeringsgruppering_2009.csv             KLASS 6, SN2007, all five levels
    sn2007-og-sn2025-blandet/standard_for_naeringsgruppering.csv       a list in which SN2007 and SN2025 are mixed
"""

from .codelist import CC_BY, CodeList, klass
from .reading import read_csv

SN2007, SN2025 = "2009", "2025"
# a slip in the copy; the class 01.13 has it right
CORRECTED = {"01.130": "Dyrking av grønnsaker, meloner, rot- og knollvekster"}
# codes of SN2007 by length, sections to subclasses; division 98 of NACE is not used in SN2007
KNOWN_COUNTS = {1: 21, 2: 87, 4: 270, 5: 613, 6: 817}


def lists(raw):
    old = read_csv(raw / "klass-web-snapshots" / "sn2007_naeringsgruppering_2009.csv")
    rows = {}
    for row in old:
        # only the section of a division cannot be read off the code
        section = row["parentCode"] if len(row["code"]) == 2 else ""
        name = CORRECTED.get(row["code"], row["name"])
        rows[row["code"]] = (row["code"], name, SN2007, "", "", section)
    for row in read_csv(raw / "sn2007-og-sn2025-blandet" / "standard_for_naeringsgruppering.csv", delimiter=","):
        for level in "2345":
            code = row[f"Nace_{level}_nr"]
            # the sections of that list are partly wrong
            rows.setdefault(code, (code, row[f"Nace_{level}_navn"], SN2025, "", "", ""))
    made = CodeList(
        name="industries",
        title="Industries: the Standard Industrial Classification SN2007, and codes that are new in SN2025",
        origin=klass(6, "Næringsgruppering"),
        licence=f"{CC_BY} (changed: new codes of SN2025 added to SN2007)",
        fetched="about 2015 (SN2007), 2026-08-20 (new codes of SN2025)",
        note="from 2009 is SN2007, from 2025 is SN2025 only; codes that both have are named as in SN2007, and which of SN2007's "
        "codes ended with SN2025 is not known (to is empty); section is given for divisions",
        rows=list(rows.values()),
        further=("section",),
    )
    wrong = []
    for length, count in KNOWN_COUNTS.items():
        found = sum(1 for row in made.rows if len(row[0]) == length and row[2] == SN2007)
        if found != count:
            wrong.append(f"{made.name}: {found} codes of length {length}, not {count}")
    return [made], wrong
