#!/usr/bin/env python3
"""Synthetic Norwegian municipal tables with known faults: the same bytes for the same arguments.

    python3 generate.py KIND OUT.csv (--rows N | --size 100MB) [options]

KIND
  persons-wide   21 columns, `;`, UTF-8, decimal comma, dd.mm.yyyy, free-text notes
  persons-1252   the same rows in Windows-1252
  persons-narrow 8 columns, `;`: five things that others may know of a person, so that nearly every row is one of its kind
  stats-long     6 columns, `;`: kommunenummer;år;variabel;kjønn;alder;verdi (the first five are a unique key)
  quoted-text    10 columns, `,`, every text cell quoted, doubled quotes, line breaks inside cells

Beside OUT.csv stands OUT.csv.truth.json with every fault that was put in:
  {"row": record, from 1, "line": physical line on which it starts, "col": column, from 1 (0 = the whole record),
   "column": its name, "kind": what was done, "value": the cell's text}

The identity numbers pass their check digits and belong to nobody alive: half of them are from the synthetic series
(month + 80), half stand for people born 1854-1899 (individual number 500-749, two-digit year from 54).

Standard library only; 25-40 MB a second. Same kind, rows or size, seed and rates: same bytes on any Python from 3.9.
"""

import argparse
import json
import random
import sys
import time

BLOCK = 20_000  # records made at a time

MUNICIPALITIES = [
    ("0301", "Oslo"), ("1101", "Eigersund"), ("1103", "Stavanger"), ("1106", "Haugesund"), ("1108", "Sandnes"),
    ("1111", "Sokndal"), ("1112", "Lund"), ("1119", "Hå"), ("1120", "Klepp"), ("1121", "Time"), ("1124", "Sola"),
    ("1127", "Randaberg"), ("1130", "Strand"), ("1146", "Tysvær"), ("1149", "Karmøy"), ("1505", "Kristiansund"),
    ("1506", "Molde"), ("1508", "Ålesund"), ("1511", "Vanylven"), ("1514", "Sande"), ("1515", "Herøy"),
    ("1516", "Ulstein"), ("1517", "Hareid"), ("1520", "Ørsta"), ("1804", "Bodø"), ("1806", "Narvik"),
    ("1811", "Bindal"), ("1813", "Brønnøy"), ("1820", "Alstahaug"), ("1824", "Vefsn"), ("1833", "Rana"),
    ("1841", "Fauske"), ("1860", "Vestvågøy"), ("1865", "Vågan"), ("1870", "Sortland"), ("3101", "Halden"),
    ("3103", "Moss"), ("3105", "Sarpsborg"), ("3107", "Fredrikstad"), ("3118", "Indre Østfold"), ("3201", "Bærum"),
    ("3203", "Asker"), ("3205", "Lillestrøm"), ("3207", "Nordre Follo"), ("3209", "Ullensaker"), ("3301", "Drammen"),
    ("3303", "Kongsberg"), ("3305", "Ringerike"), ("3401", "Kongsvinger"), ("3403", "Hamar"), ("3405", "Lillehammer"),
    ("3407", "Gjøvik"), ("3901", "Horten"), ("3903", "Holmestrand"), ("3905", "Tønsberg"), ("3907", "Sandefjord"),
    ("3909", "Larvik"), ("4001", "Porsgrunn"), ("4003", "Skien"), ("4203", "Arendal"), ("4204", "Kristiansand"),
    ("4601", "Bergen"), ("4626", "Øygarden"), ("4647", "Sunnfjord"), ("5001", "Trondheim"), ("5006", "Steinkjer"),
    ("5035", "Stjørdal"), ("5501", "Tromsø"), ("5503", "Harstad"), ("5601", "Alta"), ("5603", "Hammerfest"),
]
POSTAL_PLACES = [
    ("0150", "OSLO"), ("4006", "STAVANGER"), ("5003", "BERGEN"), ("7011", "TRONDHEIM"), ("9008", "TROMSØ"),
    ("6003", "ÅLESUND"), ("8006", "BODØ"), ("1532", "MOSS"), ("3015", "DRAMMEN"), ("2317", "HAMAR"), ("3724", "SKIEN"),
    ("4611", "KRISTIANSAND S"), ("9510", "ALTA"), ("7500", "STJØRDAL"), ("1706", "SARPSBORG"), ("3126", "TØNSBERG"),
]
SERVICES = [f"{prefix}{number:02d}" for prefix in ("HJ", "SY", "AV", "BO", "TR", "PA") for number in range(1, 9)]
STATUSES = ["Innvilget", "Avslått", "Under behandling", "Avsluttet", "Trukket"]
MISSING = ["", ".", "..", ":", "-", "NA"]
OFFICES = [
    "Hjemmetjenesten Nord", "Hjemmetjenesten Sør", "Bo- og omsorgssenter Åsen", "Fagteam rus og psykisk helse",
    "Nærmiljøsenter Øst", "Barneverntjenesten", "NAV kommunal del", "Aktivitetssenter Vågen",
    "Rehabilitering og mestring", "Tildelingskontoret",
]
FIRST_NAMES = (
    "Anne Bjørn Camilla Dag Eva Frode Guro Hans Ingrid Jørgen Kari Lars Marit Nils Ola Pål Ragnhild Siri Tore Øystein"
).split()
SURNAMES = (
    "Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Berg Haugen Bakken Dahl Lie Moen Sæther "
    "Ødegård Aasen"
).split()
WORDS = (
    "brukeren tjenesten vedtaket søknaden kommunen avdelingen hjemmet oppfølging samtale avtalt møte med om og i på til "
    "for etter ved fra dokumentasjon mottatt behov vurdert timer uke tiltak støtte praktisk bistand opplæring legges fram "
    "ny vurdering før sommeren høsten året følges opp av fagteam endring gjelder fortsatt uendret situasjon"
).split()
VARIABLES = [f"{prefix}_{number:03d}" for prefix in ("FOLK", "SYSS", "INNT", "BOLI", "UTDA", "HELS")
             for number in range(1, 13)]
AGE_GROUPS = ["0-5", "6-15", "16-19", "20-44", "45-66", "67-79", "80+"]

FIRST_CHECK_DIGIT = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND_CHECK_DIGIT = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
ORGANISATION_CHECK_DIGIT = (3, 2, 7, 6, 5, 4, 3, 2)


# --- numbers with check digits ---------------------------------------------------------------------------------------


def check_digit(digits, weights):
    """The modulus 11 check digit of `digits`, or None where no digit will do."""
    digit = (11 - sum(a * b for a, b in zip(digits, weights)) % 11) % 11
    return None if digit == 10 else digit


def identity_number(rng, d_number=False):
    """Eleven digits that pass as a national identity number or D-number and belong to nobody alive."""
    while True:
        day, month = rng.randint(1, 28), rng.randint(1, 12)
        if rng.random() < 0.5:
            year, individual, month = rng.randint(40, 99), rng.randint(0, 499), month + 80
        else:
            year, individual = rng.randint(54, 99), rng.randint(500, 749)
        if d_number:
            day += 40
        digits = [int(c) for c in f"{day:02d}{month:02d}{year:02d}{individual:03d}"]
        for weights in (FIRST_CHECK_DIGIT, SECOND_CHECK_DIGIT):
            digit = check_digit(digits, weights)
            if digit is None:
                break
            digits.append(digit)
        else:
            return "".join(map(str, digits))


def number_with_check_digit(rng, length, weights):
    while True:
        digits = [rng.randint(8, 9)] + [rng.randint(0, 9) for _ in range(length - 2)]
        digit = check_digit(digits, weights)
        if digit is not None:
            return "".join(map(str, digits)) + str(digit)


def organisation_number(rng):
    return number_with_check_digit(rng, 9, ORGANISATION_CHECK_DIGIT)


def iban(rng):
    account = number_with_check_digit(rng, 11, SECOND_CHECK_DIGIT)
    return f"NO{98 - int(account + '232400') % 97:02d}{account}"


def telephone(rng):
    d = str(rng.choice((4, 9))) + "".join(str(rng.randint(0, 9)) for _ in range(7))
    return rng.choice((d, f"+47 {d}", f"{d[:3]} {d[3:5]} {d[5:]}", f"{d[:2]} {d[2:4]} {d[4:6]} {d[6:]}"))


def personal_identifier(rng):
    """A kind of identifier and the text to hide in a note."""
    kind = rng.choice(("fnr", "fnr", "fnr-spaced", "dnr", "phone", "phone", "email", "email", "iban", "name"))
    first, last = rng.choice(FIRST_NAMES), rng.choice(SURNAMES)
    if kind == "fnr":
        return kind, identity_number(rng)
    if kind == "fnr-spaced":
        number = identity_number(rng)
        return kind, number[:6] + " " + number[6:]
    if kind == "dnr":
        return kind, identity_number(rng, d_number=True)
    if kind == "phone":
        return kind, "tlf " + telephone(rng)
    if kind == "email":
        return kind, f"{ascii_letters(first)}.{ascii_letters(last)}@example.no"
    if kind == "iban":
        return kind, iban(rng)
    return kind, f"{first} {last}"


def ascii_letters(name):
    return name.lower().replace("ø", "o").replace("å", "a").replace("æ", "a")


# --- pools of values -------------------------------------------------------------------------------------------------


def sentences(rng, count, shortest, longest):
    pool = []
    for _ in range(count):
        words = rng.choices(WORDS, k=rng.randint(shortest, longest))
        words[0] = words[0].capitalize()
        text = " ".join(words)
        if rng.random() < 0.3:
            text += f" sak {rng.randint(1000, 99999)}"
        if rng.random() < 0.2:
            text += f" den {rng.randint(1, 28):02d}.{rng.randint(1, 12):02d}.{rng.randint(2015, 2025)}"
        pool.append(text + ".")
    return pool


def dates(first_year, last_year):
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return [f"{day:02d}.{month:02d}.{year}" for year in range(first_year, last_year + 1) for month in range(1, 13)
            for day in range(1, days[month - 1] + 1)]


def timestamp(rng):
    return (f"{rng.randint(2020, 2025)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
            f"T{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:00")


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


# --- tables ----------------------------------------------------------------------------------------------------------


class Table:
    """Makes blocks of columns and puts faults into them.

    `defect` spoils one cell, or says how to change the record's text: (kind, column or 0, value, change).
    """

    delimiter = ";"
    multiline = False

    def __init__(self, rng):
        self.rng = rng

    def pick(self, pools, count):
        return [self.rng.choices(pool, k=count) for pool in pools]

    def spoil(self, columns, row, kind, column, value):
        columns[column][row] = value
        return kind, column + 1, value, None

    def extra_field(self, text):
        return text + self.delimiter + "x"

    def missing_field(self, text):
        return text.rsplit(self.delimiter, 1)[0]

    def records(self, columns):
        return list(map(self.delimiter.join, zip(*columns)))


class Persons(Table):
    header = [
        "saksnummer", "kommunenummer", "kommunenavn", "registrert_dato", "fødselsår", "kjønn", "sivilstand",
        "tjenestekode", "vedtak_dato", "timer_per_uke", "beløp", "inntektsgruppe", "organisasjonsnummer", "enhet",
        "postnummer", "poststed", "saksbehandler", "status", "antall_tiltak", "notat", "sist_endret",
    ]
    text_column = 19

    def __init__(self, rng):
        super().__init__(rng)
        self.municipalities = MUNICIPALITIES * 3
        self.registered, self.decided = dates(2015, 2025), dates(2018, 2025)
        self.birth_years = [str(year) for year in range(1930, 2020)]
        self.sexes = ["K", "M"] * 30 + ["", "."]
        self.marital = [str(i) for i in range(1, 10)]
        self.hours = [f"{a},{b}" for a in range(0, 38) for b in (0, 25, 5, 75)] + MISSING
        self.amounts = [f"{rng.randint(100, 999999)},{rng.randint(0, 99):02d}" for _ in range(50_000)] + MISSING * 100
        self.income = ["1G", "2G", "3G", "4G", "5G", "6G", ""]
        self.organisations = [organisation_number(rng) for _ in range(2000)]
        self.officers = [a + b + c for a in "ABEHKLMT" for b in "AEIORS" for c in "BDHNRS"]
        self.statuses = STATUSES * 20 + MISSING
        self.measures = [str(i) for i in range(0, 15)] + [""]
        self.notes = sentences(rng, 20_000, 4, 16) + [""] * 3000
        self.changed = [timestamp(rng) for _ in range(20_000)]
        self.offices = OFFICES * 20 + [""]

    def columns(self, start, count):
        municipality, postal = self.pick((self.municipalities, POSTAL_PLACES), count)
        registered, birth, sex, marital, service, decided, hours, amount, income, organisation, office = self.pick(
            (self.registered, self.birth_years, self.sexes, self.marital, SERVICES, self.decided, self.hours,
             self.amounts, self.income, self.organisations, self.offices), count)
        officer, status, measures, notes, changed = self.pick(
            (self.officers, self.statuses, self.measures, self.notes, self.changed), count)
        return [
            [f"2024-{i:08d}" for i in range(start, start + count)], [m[0] for m in municipality],
            [m[1] for m in municipality], registered, birth, sex, marital, service, decided, hours, amount, income,
            organisation, office, [p[0] for p in postal], [p[1] for p in postal], officer, status, measures, notes,
            changed,
        ]

    def defect(self, columns, row):
        choice = self.rng.choice
        kind = choice(("bad-code", "bad-date", "bad-number", "whitespace", "missing-required", "dup-key",
                       "case-variant", "bad-orgnr", "mojibake", "extra-field", "missing-field", "dup-row",
                       "wrong-decimal", "fnr-in-code-column"))

        def put(column, value):
            return self.spoil(columns, row, kind, column, value)

        if kind == "bad-code":
            return put(1, choice(("9999", "0000", "1200", "ABCD", "301")))
        if kind == "bad-date":
            return put(3, choice(("31.02.2021", "2021-13-01", "00.00.0000", "1.13.2020", "32.01.2022")))
        if kind == "bad-number":
            return put(10, choice(("12.345.6", "12,3,4", "1O0,5", "ca 500", "--5")))
        if kind == "whitespace":
            return put(7, choice((" {}", "{} ", "\u00a0{}")).format(columns[7][row]))
        if kind == "missing-required":
            return put(1, "")
        if kind == "dup-key" and row > 0:
            return put(0, columns[0][row - 1])
        if kind == "case-variant":
            return put(17, choice(("innvilget", "AVSLÅTT", "Avslatt")))
        if kind == "bad-orgnr":
            number = columns[12][row]
            return put(12, number[:-1] + str((int(number[-1]) + 1) % 10))
        if kind == "mojibake":
            return put(13, "NÃ¦rmiljÃ¸senter")
        if kind == "wrong-decimal":
            return put(9, "12.5")
        if kind == "fnr-in-code-column":
            return put(16, identity_number(self.rng))
        if kind == "extra-field":
            return kind, 0, "", self.extra_field
        if kind == "missing-field":
            return kind, 0, "", self.missing_field
        if kind == "dup-row" and row > 0:
            return kind, 0, "", "copy of the record above"
        kind = "bad-code"  # the first record of a block has none above it to repeat
        return put(1, "9999")

    def embed(self, columns, row, text):
        note = columns[self.text_column][row]
        at = note.find(" ", len(note) // 2)
        columns[self.text_column][row] = f"{note} {text}".strip() if at < 0 else f"{note[:at]} {text}{note[at:]}"


class NarrowPersons(Table):
    header = ["klientnr", "fødselsår", "kjønn", "sivilstand", "postnummer", "statsborgerskap", "timer", "merknad"]
    text_column = 7
    countries = ["NO"] * 40 + "PL SE SY SO LT ER UA PK DE IQ PH TH DK GB ET TR VN IN RO AF".split()

    def __init__(self, rng):
        super().__init__(rng)
        self.pools = (
            [str(year) for year in range(1930, 2020)], ["K", "M"], list("123456789"),
            [f"{code:04d}" for code in range(150, 9990, 2)], self.countries,
            [f"{a},{b}" for a in range(0, 38) for b in (0, 25, 5, 75)], sentences(rng, 500, 2, 5) + [""] * 4500,
        )

    def columns(self, start, count):
        return [list(map(str, range(start, start + count)))] + self.pick(self.pools, count)

    def defect(self, columns, row):
        if self.rng.random() < 0.5:
            return self.spoil(columns, row, "missing-required", 4, "")
        return "missing-field", 0, "", self.missing_field

    def embed(self, columns, row, text):
        columns[self.text_column][row] = f"{columns[self.text_column][row]} {text}".strip()


class Statistics(Table):
    header = ["kommunenummer", "år", "variabel", "kjønn", "alder", "verdi"]
    text_column = 2

    def __init__(self, rng):
        super().__init__(rng)
        self.values = [str(rng.randint(5, 20000)) for _ in range(30_000)]
        self.values += [f"{rng.randint(5, 99)},{rng.randint(0, 9)}" for _ in range(8000)]
        self.values += ["0"] * 1000 + [".", "..", ":"] * 300
        self.keys = self.every_key()

    def every_key(self):
        years = 0
        while True:  # years run on, so that the key stays unique at any size
            for variable in VARIABLES:
                suffix = "" if years < 8000 else f"_{years // 8000}"
                for municipality, _ in MUNICIPALITIES:
                    for sex in "KM":
                        for age in AGE_GROUPS:
                            yield municipality, str(1900 + years % 8000), variable + suffix, sex, age
            years += 1

    def columns(self, start, count):
        keys = [next(self.keys) for _ in range(count)]
        return [list(column) for column in zip(*keys)] + self.pick((self.values,), count)

    def defect(self, columns, row):
        choice = self.rng.choice
        kind = choice(("bad-code", "small-cell", "bad-number", "dup-key", "missing-required", "extra-field",
                       "missing-field"))

        def put(column, value):
            return self.spoil(columns, row, kind, column, value)

        if kind == "bad-code":
            return put(0, choice(("9999", "0000", "301")))
        if kind == "small-cell":
            return put(5, str(self.rng.randint(1, 4)))
        if kind == "bad-number":
            return put(5, choice(("12.345.6", "1O0", "x")))
        if kind == "missing-required":
            return put(1, "")
        if kind == "extra-field":
            return kind, 0, "", self.extra_field
        if kind == "missing-field":
            return kind, 0, "", self.missing_field
        if row > 0:
            for column in columns[:5]:
                column[row] = column[row - 1]
            return "dup-key", 1, columns[0][row], None
        kind = "small-cell"
        return put(5, "3")

    def embed(self, columns, row, text):
        columns[2][row] += " " + text


class QuotedText(Table):
    delimiter = ","
    multiline = True
    header = ["id", "dato", "tittel", "beskrivelse", "kommune", "kategori", "beløp", "kontakt", "lenke", "kommentar"]
    text_column = 3

    def __init__(self, rng):
        super().__init__(rng)
        titles = [quoted(text) for text in sentences(rng, 5000, 2, 6)]
        descriptions = [self.broken_up(text) for text in sentences(rng, 15_000, 8, 30)]
        amounts = [quoted(f"{rng.randint(1, 99999)},{rng.randint(0, 99):02d}") for _ in range(20_000)]
        links = [quoted(f"https://www.example.no/sak/{rng.randint(1, 10**6)}?a=1,2") for _ in range(10_000)]
        comments = [quoted(text) for text in sentences(rng, 5000, 1, 10)] + ['""'] * 500
        self.pools = (
            dates(2015, 2025), titles, descriptions, [quoted(name) for _, name in MUNICIPALITIES],
            ["A1", "B2", "C3", "D4", "E5"], amounts, [quoted(name) for name in OFFICES], links, comments,
        )

    def broken_up(self, text):
        """The text with a few line breaks, quotes, commas and semicolons in it; not quoted yet."""
        rng, words = self.rng, text.split(" ")
        for _ in range(rng.randint(0, 3)):
            at = rng.randrange(len(words))
            word = words[at]
            words[at] = rng.choice((word + "\n", f'"{word}"', word + ",", word + ";"))
        return " ".join(words).replace("\n ", "\n")

    def columns(self, start, count):
        return [list(map(str, range(start, start + count)))] + self.pick(self.pools, count)

    def defect(self, columns, row):
        kind = self.rng.choice(("bad-code", "bad-date", "bare-quote", "extra-field", "missing-field",
                                "missing-required"))
        if kind == "bad-code":
            return self.spoil(columns, row, kind, 5, "Z9")
        if kind == "bad-date":
            return self.spoil(columns, row, kind, 1, "31.02.2021")
        if kind == "bare-quote":
            return self.spoil(columns, row, kind, 5, 'A"1')
        if kind == "missing-required":
            return self.spoil(columns, row, kind, 0, "")
        return kind, 0, "", self.extra_field if kind == "extra-field" else self.missing_field

    def missing_field(self, text):
        return text[:text.rindex(',"')]  # the last cell holds neither commas nor quotes

    def embed(self, columns, row, text):
        Persons.embed(self, columns, row, text)

    def records(self, columns):
        columns = list(columns)
        columns[self.text_column] = [quoted(text) for text in columns[self.text_column]]
        return super().records(columns)


TABLES = {
    "persons-wide": Persons, "persons-1252": Persons, "persons-narrow": NarrowPersons, "stats-long": Statistics,
    "quoted-text": QuotedText,
}


# --- writing ---------------------------------------------------------------------------------------------------------


def parse_size(text):
    text = text.upper().replace(" ", "")
    for suffix, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3), ("B", 1)):
        if text.endswith(suffix):
            return int(float(text[:-len(suffix)]) * factor)
    return int(text)


def sample_rows(rng, count, rate):
    """Which rows of a block are hit, so that `rate` of all rows are in the long run."""
    wanted = count * rate
    hits = int(wanted) + (rng.random() < wanted - int(wanted))
    return sorted(rng.sample(range(count), min(hits, count)))


def block(table, start, count, defect_rate, identifier_rate):
    """The text of `count` records and the faults in them: (row in the block, column, kind, value)."""
    columns = table.columns(start, count)
    faults, changes, copies = [], [], set()
    for row in sample_rows(table.rng, count, defect_rate):
        kind, column, value, change = table.defect(columns, row)
        faults.append((row, column, kind, value))
        if isinstance(change, str):
            copies.add(row)
        elif change:
            changes.append((row, change))
    taken = {fault[0] for fault in faults} | {fault[0] - 1 for fault in faults if fault[2].startswith("dup-")}
    for row in sample_rows(table.rng, count, identifier_rate):
        if row not in taken:
            kind, value = personal_identifier(table.rng)
            table.embed(columns, row, value)
            faults.append((row, table.text_column + 1, "pii:" + kind, value))
    for row in copies:
        for column in columns:
            column[row] = column[row - 1]
    records = table.records(columns)
    for row, change in changes:
        records[row] = change(records[row])
    return records, sorted(faults)


def generate(kind, out, rows=10_000, size=None, seed=1, defects=0.001, identifiers=0.001, eol="\n", truth=None):
    """Writes the table and its truth file; hands back rows, bytes and the number of faults."""
    rng = random.Random(f"{kind.replace('1252', 'wide')}/{seed}")
    table = TABLES[kind](rng)
    encoding = "cp1252" if kind == "persons-1252" else "utf-8"
    known, done, written, line = [], 0, 0, 2
    with open(out, "wb", buffering=1 << 20) as file:
        written += file.write((table.delimiter.join(table.header) + eol).encode(encoding))
        while (done < rows) if size is None else (written < size):
            if size is None:
                count = min(BLOCK, rows - done)
            else:
                count = 1000 if not done else min(BLOCK, int((size - written) * done / written) + 1)
            records, faults = block(table, done + 1, count, defects, identifiers)
            starts = []
            for record in records:
                starts.append(line)
                line += 1 + (record.count("\n") if table.multiline else 0)
            known += [
                {"row": done + row + 1, "line": starts[row], "col": column,
                 "column": table.header[column - 1] if column else "", "kind": fault, "value": value}
                for row, column, fault, value in faults
            ]
            written += file.write((eol.join(records) + eol).encode(encoding))
            done += count
    head = {"kind": kind, "seed": seed, "rows": done, "bytes": written, "columns": table.header,
            "encoding": "windows-1252" if encoding == "cp1252" else encoding, "delimiter": table.delimiter}
    with open(truth or f"{out}.truth.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "defects": [\n')
        file.write(",\n".join(json.dumps(fault, ensure_ascii=False) for fault in known) + "\n]}\n")
    return done, written, len(known)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=TABLES)
    parser.add_argument("out")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--rows", type=int, default=10_000, help="records (default 10000)")
    length.add_argument("--size", type=parse_size, help="instead of --rows: at least so many bytes (100MB = 10^8)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--defects", type=float, default=0.001, help="share of records with one fault (0.001)")
    parser.add_argument("--pii", type=float, default=0.001, help="share with one identifier in free text (0.001)")
    parser.add_argument("--eol", choices=("lf", "crlf"), default="lf", help="between records")
    parser.add_argument("--truth", help="default OUT.truth.json")
    a = parser.parse_args()
    started = time.monotonic()
    eol = "\r\n" if a.eol == "crlf" else "\n"
    rows, written, faults = generate(a.kind, a.out, a.rows, a.size, a.seed, a.defects, a.pii, eol, a.truth)
    seconds = time.monotonic() - started
    print(f"{a.out}: {rows} rows, {written} bytes, {faults} faults, {seconds:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
