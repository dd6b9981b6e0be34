"""waste-codes.csv: hazardous waste in the European list of waste.

    avfallskoder-eal/Koder_farlig_avfall.xlsx   chapters, groups and codes with their names
"""

from .codelist import UNKNOWN, UNKNOWN_NOTE, CodeList
from .reading import read_sheet

# slips in the copy
CORRECTED = {"Aavsaltingsslam": "Avsaltingsslam"}


def lists(raw):
    header, *found = read_sheet(raw / "avfallskoder-eal" / "Koder_farlig_avfall.xlsx")
    if header != ["Avfallskode", "Kategori"]:
        raise SystemExit(f"the waste codes have the columns {header}")
    made = CodeList(
        name="waste-codes",
        title="Hazardous waste in the European list of waste (EAL): chapters, groups and codes",
        origin="avfallsforskriften (FOR-2004-06-01-930), annexes to chapter 11, https://lovdata.no/forskrift/2004-06-01-930",
        licence="text of a regulation, not protected by copyright (åndsverkloven § 14)",
        fetched="2026-08-20",
        note=f"{UNKNOWN_NOTE}; two digits are a chapter, four a group, six a code; codes of waste that is not hazardous are "
        "not in the list",
        rows=[(code, CORRECTED.get(name, name), UNKNOWN, "", "") for code, name in found],
    )
    return [made], made.expect("2026", 486)
