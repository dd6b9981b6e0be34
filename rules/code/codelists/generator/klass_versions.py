"""Lists that are one version of a classification of Statistics Norway.

    klass-web-snapshots/styrk08_yrkesklassifisering_2011.csv     occupations.csv
    klass-web-snapshots/gruppering_av_familier_2006.csv          family-types.csv
    klass-31-bygningstype/boliger_klass-version-64-codes.csv     building-types.csv
    vardef-klass-lists/303.json                                  units.csv
    norgeo-geo-2010-2024/okonomisk_2024.csv                      economic-regions.csv
"""

from .codelist import CC_BY, UNKNOWN, UNKNOWN_NOTE, CodeList, klass
from .reading import read_csv, read_json, tidy


def rows(found, start):
    return [(row["code"], tidy(row["name"]), start, "", "") for row in found]


def occupations(raw):
    found = read_csv(raw / "klass-web-snapshots" / "styrk08_yrkesklassifisering_2011.csv")
    return CodeList(
        name="occupations",
        title="Occupations: STYRK-08, levels of one to four digits",
        origin=klass(7, "Yrkesklassifisering"),
        licence=CC_BY,
        fetched="about 2015",
        note="from is the year of the version; the level is the length of the code",
        rows=rows(found, "2011"),
    )


def family_types(raw):
    found = read_csv(raw / "klass-web-snapshots" / "gruppering_av_familier_2006.csv")
    return CodeList(
        name="family-types",
        title="Types of families, version of 2006",
        origin=klass(17, "Gruppering av familier"),
        licence=CC_BY,
        fetched="about 2015",
        note="from is the year of the version; the level is the number of digits",
        rows=rows(found, "2006"),
    )


def building_types(raw):
    found = read_csv(raw / "klass-31-bygningstype" / "boliger_klass-version-64-codes.csv", encoding="cp1252")
    # the copy has a code of its maker's for all that is no dwelling
    found = [row for row in found if row["code"] != "0"]
    return CodeList(
        name="building-types",
        title="Types of buildings (bygningstype, Matrikkelen), levels of one to three digits",
        origin=klass(31, "Bygningstype"),
        licence=CC_BY,
        fetched="2026-08-20",
        note=f"{UNKNOWN_NOTE}; the level is the length of the code",
        rows=rows(found, UNKNOWN),
    )


def units(raw):
    return CodeList(
        name="units",
        title="Kinds of units of measurement",
        origin=klass(303, "Måleenheter"),
        licence=CC_BY,
        fetched="2026-07-01",
        note=UNKNOWN_NOTE,
        rows=rows(read_json(raw / "vardef-klass-lists" / "303.json")["codes"], UNKNOWN),
    )


def economic_regions(raw):
    return CodeList(
        name="economic-regions",
        title="Economic regions of 2024",
        origin=klass(108, "Økonomiske regioner"),
        licence=CC_BY,
        fetched="2024-10-16",
        note="the first two digits are the county; from is the year of the version",
        rows=rows(read_csv(raw / "norgeo-geo-2010-2024" / "okonomisk_2024.csv"), "2024"),
    )


def lists(raw):
    made = [make(raw) for make in (occupations, family_types, building_types, units, economic_regions)]
    counts = {"occupations": 582, "family-types": 37, "units": 17, "building-types": 169}
    wrong = [
        f"{codelist.name}: {len(codelist.rows)} rows, not {counts[codelist.name]}"
        for codelist in made
        if len(codelist.rows) != counts.get(codelist.name, len(codelist.rows))
    ]
    return made, wrong
