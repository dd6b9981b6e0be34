"""Reads the stored answers and files: JSON, CSV, the first sheet of a workbook, lists of values in YAML."""

import csv
import json
import re
import zipfile
from xml.etree import ElementTree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def tidy(text):
    """The text without blanks around it and without double blanks."""
    return " ".join((text or "").split())


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_csv(path, encoding="utf-8", delimiter=";"):
    """Rows as dictionaries by header, cells tidied."""
    with path.open(encoding=encoding, newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter=delimiter))
    return [{key: tidy(cell) for key, cell in row.items() if isinstance(cell, str)} for row in rows]


def read_sheet(path):
    """Rows of a workbook's first sheet, as lists of text."""
    with zipfile.ZipFile(path) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    strings = ["".join(part.text or "" for part in item.iter(f"{SHEET}t")) for item in shared]

    def text(cell):
        value = cell.findtext(f"{SHEET}v") or ""
        return tidy(strings[int(value)] if cell.get("t") == "s" else value)

    return [[text(cell) for cell in row] for row in sheet.iter(f"{SHEET}row")]


def read_field_codes(path, field):
    """(code, name) pairs of a field's code list in a KOSTRA file description."""
    text = path.read_text(encoding="utf-8")
    block = text.split(f'- name: "{field}"\n')[1].split("\n- name:")[0]
    return [(code, tidy(name)) for code, name in re.findall(r'- code: "(.*)"\n\s+value: "(.*)"', block)]
