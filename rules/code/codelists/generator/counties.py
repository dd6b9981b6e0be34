"""counties.csv: from the municipalities, whose first two digits are the county's number.

    klass-131-kommuneinndeling/county_names_numbers.txt   names of the numbers in use since 1971
    norgeo-geo-2010-2024/fylke_2024.csv                   KLASS 104 as it was in 2024, with the Sámi and Kven names
"""

from . import municipalities
from .codelist import CC_BY, CodeList, klass
from .reading import read_csv

# year: counties on 1 January, as Statistics Norway states them
KNOWN_COUNTS = {1972: 19, 2017: 19, 2018: 18, 2019: 18, 2020: 11, 2023: 11, 2024: 15, 2026: 15}
OFFICIAL_NAMES_FROM = "2024-01-01"


def counties(codes):
    return {code[:2] for code in codes}


def successors(county, day, before, recorded):
    """Counties of the municipalities that followed those of a county that ended."""
    found = set()
    for code in before:
        if code.startswith(county):
            found |= counties(to for to, _ in recorded[(day, code)])
    return "|".join(sorted(found))


def periods(raw):
    plain = raw / "klass-131-kommuneinndeling" / "county_names_numbers.txt"
    plain = {row["county_code"]: row["county_name"] for row in read_csv(plain, delimiter=",")}
    official = {row["code"]: row["name"] for row in read_csv(raw / "norgeo-geo-2010-2024" / "fylke_2024.csv")}
    recorded = municipalities.changes(raw)
    rows, since, before = [], {}, {}
    for day, valid in municipalities.versions(raw):
        now = counties(valid)
        for county in sorted(set(since) - now):
            rows.append((county, plain[county], since.pop(county), day, successors(county, day, before, recorded)))
        if day == OFFICIAL_NAMES_FROM:
            for county in sorted(set(since) & now):
                if official[county] != plain[county]:
                    rows.append((county, plain[county], since.pop(county), day, county))
        for county in now:
            since.setdefault(county, day)
        before = valid
    rows.extend((county, official[county], start, "", "") for county, start in since.items())
    return sorted(rows)


def lists(raw):
    made = CodeList(
        name="counties",
        title="Counties of Norway since 1971: numbers, names, validity and successors",
        origin=f"{klass(104, 'Fylkesinndeling')}; validity and successors worked out from KLASS 131",
        licence=f"{CC_BY} (changed: periods made, 99 left out)",
        fetched="2025-01 (KLASS 131 and names), 2024-10-16 (names of 2024)",
        note="successors are the counties that its municipalities went to; names in Sámi and Kven are known from 2024 on, "
        'and may be older; 1971-01-01 means "then or earlier"',
        rows=periods(raw),
    )
    return [made], [what for year, count in KNOWN_COUNTS.items() for what in made.expect(f"{year}-01-01", count)]
