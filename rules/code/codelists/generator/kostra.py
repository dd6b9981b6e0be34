"""KOSTRA accounts: kostra-functions.csv, kostra-types.csv, kostra-account-classes.csv.

    kostra-funksjon-art-navn/kostra_funksjoner.csv            functions of 2026, names of 2018 to 2024
    kostra-funksjon-art-navn/kostra_arter_fra_budsjett.csv    types that two municipalities' budgets have
    kostraregnskap-hierarkier/{funksjons,arts}hierarki.csv    functions and types of 2015
    kostra-filbeskrivelser/file_description_Regnskap.yaml     account classes
    kostra-names.csv (beside this)                            names read out of budgets
"""

import pathlib
import re

from .codelist import SSB, UNKNOWN, UNKNOWN_NOTE, CodeList
from .reading import read_csv, read_field_codes

NAMES = pathlib.Path(__file__).with_name("kostra-names.csv")
LICENCE = "codes MIT License, Copyright (c) Statistics Norway"
NAME_LICENCE = "names from budgets NLOD 1.0, https://data.norge.no/nlod/no/1.0"
OWNERS = {"kommune": "municipality", "fylkeskommune": "county", "oslo-bydel": "oslo-district", "kommune-finans": "finance"}
# "Barnehage (til 2018: Førskole)": what a function was called before or after
OTHER_NAME = re.compile(r" \((?:til|senere|tidligere)\b[^)]*\)")
THREE_DIGITS = re.compile(r"\d{3}")


def of_2015(raw, tree):
    found = read_csv(raw / "kostraregnskap-hierarkier" / f"{tree}.csv")
    return {row["from"] for row in found if THREE_DIGITS.fullmatch(row["from"])}


def names(which):
    return {row["code"]: row["name"] for row in read_csv(NAMES, delimiter=",") if row["list"] == which}


def owner(code):
    """Owner of a function that the list of 2026 does not have."""
    return "finance" if code >= "800" else "municipality" if code < "400" else "county"


def functions(raw):
    budget = names("functions")
    rows = {}
    for row in read_csv(raw / "kostra-funksjon-art-navn" / "kostra_funksjoner.csv"):
        code = row["kode"]
        name = OTHER_NAME.sub("", row["navn_bokmaal_2018_2024"]) or budget.get(code, "")
        kind = OWNERS.get(row["gyldig_2026"])
        rows[code] = (code, name, UNKNOWN, "" if kind else "2025", "", kind or owner(code))
    for code in of_2015(raw, "funksjonshierarki"):
        rows.setdefault(code, (code, budget.get(code, ""), UNKNOWN, "2025", "", owner(code)))
    return CodeList(
        name="kostra-functions",
        title="KOSTRA functions of municipalities and counties",
        origin=f"{SSB}, the control program for KOSTRA accounts (codes of 2025 and 2026) and the trees of 2015; names as "
        "published for 2018 to 2024, else from municipalities' budgets",
        licence=f"{LICENCE}; {NAME_LICENCE}",
        fetched="2026-07-16 (codes), 2013 to 2024 (names)",
        note=f"{UNKNOWN_NOTE}; to is 2025 where the list of 2025 no longer has a code, which may have ended before; "
        "owner is municipality, county, oslo-district or finance (8xx)",
        rows=list(rows.values()),
        further=("owner",),
    )


def types(raw):
    budget = names("types")
    found = read_csv(raw / "kostra-funksjon-art-navn" / "kostra_arter_fra_budsjett.csv")
    both = {
        row["kode"]
        for row in found
        if row["navn_nynorsk_sogndal2013"] and row["navn_stavanger2016"]
    }
    codes = of_2015(raw, "artshierarki") | both
    return CodeList(
        name="kostra-types",
        title="KOSTRA types (arter) of expenditure and income, as in 2015",
        origin=f"{SSB}, the trees for KOSTRA accounts of 2015, and municipalities' budgets",
        licence=f"{LICENCE}; {NAME_LICENCE}",
        fetched="2023-06-07 (codes), 2013 and 2016 (names)",
        note=f"{UNKNOWN_NOTE}; types that came after 2015 are not in the list, and those that went since are: a code "
        "outside it is not for that wrong",
        rows=[(code, budget.get(code, ""), UNKNOWN, "", "") for code in codes],
    )


def account_classes(raw):
    form = raw / "kostra-filbeskrivelser" / "file_description_Regnskap.yaml"
    found = [(code, name) for code, name in read_field_codes(form, "kontoklasse") if code.strip()]
    return CodeList(
        name="kostra-account-classes",
        title="Account classes (kontoklasser) of KOSTRA accounts",
        origin=f"{SSB}, the file description for KOSTRA accounts of 2025",
        licence="MIT License, Copyright (c) Statistics Norway",
        fetched="2026-07-16",
        note=f"{UNKNOWN_NOTE}; 0, 1 and 2 are for municipalities' and counties' own accounts, 3, 4 and 5 for others",
        rows=[(code, name, UNKNOWN, "", "") for code, name in found],
    )


def lists(raw):
    made = [functions(raw), types(raw), account_classes(raw)]
    wrong = [
        f"{made_list.name}: kostra-names.csv names {code}, which is not in the list"
        for made_list, which in zip(made, ("functions", "types"))
        for code in sorted(set(names(which)) - {row[0] for row in made_list.rows})
    ]
    return made, wrong
