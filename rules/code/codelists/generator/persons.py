"""Short lists on persons.

    kostra-filbeskrivelser/file_description_11F_2026.yaml   genders.csv (KLASS 2), civil-status-kostra.csv (KLASS 553)
    nus2000-niva-fagfelt/nus_niva.csv, nus_fagfelt.csv      education-levels.csv, education-fields.csv (KLASS 36)

civil-status.csv (KLASS 19) is written here: its items stand in Statistics Norway's public examples of metadata.
"""

from .codelist import CC_BY, UNKNOWN, UNKNOWN_NOTE, CodeList, klass
from .reading import read_csv, read_field_codes

# registered partnership could be entered from 1 August 1993 on
PARTNERS_FROM = "1993-08-01"
CIVIL_STATUS = (
    ("1", "Ugift", UNKNOWN),
    ("2", "Gift", UNKNOWN),
    ("3", "Enke/enkemann", UNKNOWN),
    ("4", "Skilt", UNKNOWN),
    ("5", "Separert", UNKNOWN),
    ("6", "Registrert partner", PARTNERS_FROM),
    ("7", "Separert partner", PARTNERS_FROM),
    ("8", "Skilt partner", PARTNERS_FROM),
    ("9", "Gjenlevende partner", PARTNERS_FROM),
)


def short(name, title, origin, fetched, pairs, note=UNKNOWN_NOTE, licence=CC_BY):
    rows = [(code, text, UNKNOWN, "", "") for code, text in pairs]
    return CodeList(name=name, title=title, origin=origin, licence=licence, fetched=fetched, note=note, rows=rows)


def education(raw, name, title, file, note):
    found = read_csv(raw / "nus2000-niva-fagfelt" / file)
    pairs = [(row["kode"], row["navn"]) for row in found]
    return short(name, title, klass(36, "Utdanningsgruppering (NUS2000)"), "2026", pairs, note)


def lists(raw):
    form = raw / "kostra-filbeskrivelser" / "file_description_11F_2026.yaml"
    described = "2026-07-16"
    terms = f"{CC_BY}; the file description is under the MIT License, Copyright (c) Statistics Norway"
    civil_status = CodeList(
        name="civil-status",
        title="Civil status in population statistics: 4 is divorced, 5 is separated",
        origin=klass(19, "Sivilstand"),
        licence=CC_BY,
        fetched="2026-07-01",
        note=f"{UNKNOWN_NOTE}; not the coding of civil-status-kostra",
        rows=[(code, name, start, "", "") for code, name, start in CIVIL_STATUS],
    )
    made = [
        civil_status,
        short(
            "civil-status-kostra",
            "Civil status in KOSTRA's forms: 4 is divorced or separated, 5 is widowed",
            klass(553, "Sivilstatus") + " and the file description of KOSTRA form 11F",
            described,
            read_field_codes(form, "EKTSTAT"),
            f"{UNKNOWN_NOTE}; not the coding of civil-status",
            terms,
        ),
        short(
            "genders",
            "Genders",
            klass(2, "Kjønn") + " and the file description of KOSTRA form 11F",
            described,
            read_field_codes(form, "KJONN"),
            licence=terms,
        ),
        education(
            raw, "education-levels", "Levels of education: the first digit of NUS2000", "nus_niva.csv",
            f"{UNKNOWN_NOTE}; the longer codes are not in any list here",
        ),
        education(
            raw, "education-fields", "Fields of education: the second digit of NUS2000", "nus_fagfelt.csv",
            f"{UNKNOWN_NOTE}; the digit counts only behind the first one",
        ),
    ]
    counts = {"civil-status": 9, "civil-status-kostra": 5, "genders": 2, "education-levels": 10, "education-fields": 10}
    return made, [f"{list_.name}: {len(list_.rows)} rows" for list_ in made if len(list_.rows) != counts[list_.name]]
