"""countries.csv: Statistics Norway's numbers of countries, with the codes of ISO 3166-1.

    vardef-klass-lists/91.json   KLASS 91
    iso3166.csv (beside this)    ISO codes and English names by KLASS number
"""

import pathlib

from .codelist import CC_BY, UNKNOWN, UNKNOWN_NOTE, CodeList, klass
from .reading import read_csv, read_json, tidy

ISO = pathlib.Path(__file__).with_name("iso3166.csv")
# "Statsløs" and "Uoppgitt" are no countries and have no ISO code
NO_COUNTRY = {"980", "990"}


def lists(raw):
    iso = {row["klass"]: row for row in read_csv(ISO, delimiter=",")}
    rows, wrong = [], []
    for item in read_json(raw / "vardef-klass-lists" / "91.json")["codes"]:
        code = item["code"]
        known = iso.pop(code, {})
        if not known and code not in NO_COUNTRY:
            wrong.append(f"countries: {code} {item['name']} has no ISO code")
        further = tuple(known.get(column, "") for column in ("iso2", "iso3", "english"))
        rows.append((code, tidy(item["name"]), UNKNOWN, "", "", *further))
    wrong += [f"countries: {code} of iso3166.csv is not in KLASS 91" for code in iso]
    made = CodeList(
        name="countries",
        title="Countries: Statistics Norway's three-digit numbers, ISO 3166-1 codes, names in Norwegian and English",
        origin=f"{klass(91, 'Landkoder')}; English names after iso3166.tab of the "
        "tz database",
        licence=f"{CC_BY}; iso3166.tab is in the public domain",
        fetched="2026-07-01",
        note=f"{UNKNOWN_NOTE}; iso2 and iso3 are ISO 3166-1 alpha-2 and alpha-3 (XK, XKX: Kosovo, user-assigned)",
        rows=rows,
        further=("iso2", "iso3", "english"),
    )
    return [made], wrong
