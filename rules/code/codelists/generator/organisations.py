"""municipal-organisations.csv: organisation numbers of municipalities.

    kommunale-orgnr/1236.csv      KLASS correspondence 1236: KLASS 582 to the municipalities of 2020 to 2023
    klass-131-kommuneinndeling/   names of the municipalities in 2020
"""

from . import municipalities
from .codelist import CC_BY, CodeList, klass
from .reading import read_csv

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def has_check_digit(number):
    rest = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number)) % 11
    return len(number) == 9 and rest != 1 and (11 - rest) % 11 == int(number[8])


def lists(raw):
    # the answer has question marks for letters that its encoding lacks; KLASS 131 has the names whole
    names = dict(municipalities.versions(raw))["2020-01-01"]
    found = read_csv(raw / "kommunale-orgnr" / "1236.csv", encoding="cp1252")
    made = CodeList(
        name="municipal-organisations",
        title="Organisation numbers of municipalities: number, municipality's name and number",
        origin=f"{klass(582, 'Kommunale organisasjonsnumre')}, correspondence 1236 to the municipalities of 2020",
        licence=CC_BY,
        fetched="2023-11-22",
        note="municipality is the number in the years 2020 to 2023; an empty to does not say that the number still is in use",
        rows=[(row["sourceCode"], names[row["targetCode"]], "2020", "", "", row["targetCode"]) for row in found],
        further=("municipality",),
    )
    wrong = made.expect("2020", 356)
    wrong += [f"{made.name}: {row[0]} has a wrong check digit" for row in made.rows if not has_check_digit(row[0])]
    return [made], wrong
