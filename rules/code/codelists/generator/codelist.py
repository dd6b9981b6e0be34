"""A code list: what its file says of itself, its rows, and what must hold of them."""

import csv
import io
from dataclasses import dataclass

HEADER = ("code", "name", "from", "to", "successors")
SSB = "Statistics Norway (Statistisk sentralbyrå)"
CC_BY = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
# first day of a period whose beginning no source tells
UNKNOWN = "1900"
UNKNOWN_NOTE = f"from is {UNKNOWN} where no source tells when the code came into use"


def klass(number, title):
    """How a classification of Statistics Norway is cited."""
    return f"{SSB}, KLASS {number} {title}, https://www.ssb.no/klass/klassifikasjoner/{number}"


@dataclass
class CodeList:
    """Rows are (code, name, from, to, successors, then the further columns); dates are YYYY (1 January) or YYYY-MM-DD."""

    name: str
    title: str
    origin: str
    licence: str
    fetched: str
    note: str
    rows: list
    further: tuple = ()

    def in_order(self):
        """The rows by code and then in time."""
        return sorted(self.rows, key=lambda row: (row[0], row[2]))

    def render(self):
        """The file's text."""
        text = io.StringIO()
        about = [("Origin", self.origin), ("Licence", self.licence), ("Fetched", self.fetched), ("Columns", self.note)]
        text.write(f"# {self.title}\n")
        text.writelines(f"# {key}: {value}\n" for key, value in about)
        table = csv.writer(text, lineterminator="\n")
        table.writerow(HEADER + self.further)
        table.writerows(self.in_order())
        return text.getvalue()

    def wrong(self):
        """What does not hold, in words."""
        found = []
        codes = {row[0] for row in self.rows}
        width = len(HEADER) + len(self.further)
        last = {}
        for row in self.in_order():
            code, name, start, end, successors = row[:5]
            if len(row) != width or not code:
                found.append(f"{row}: not {width} cells that begin with a code")
            if any(cell != " ".join(cell.split()) or set(cell) & {"\ufffd", "?"} for cell in row):
                found.append(f"{row}: stray blanks or signs that could not be read")
            if end and end <= start:
                found.append(f"{code} {name}: ends before it begins")
            if code in last and (not last[code] or last[code] > start):
                found.append(f"{code} {name}: two periods overlap")
            last[code] = end
            found.extend(
                f"{code} is followed by {successor!r}, which is not in the list"
                for successor in successors.split("|")
                if successor and successor not in codes
            )
        return [f"{self.name}: {what}" for what in found]

    def expect(self, day, count):
        """What is wrong when not as many codes are valid on the day as the source states."""
        valid = [row[0] for row in self.rows if row[2] <= day and (not row[3] or day < row[3])]
        if len(valid) != count or len(set(valid)) != count:
            return [f"{self.name}: {len(valid)} codes are valid on {day}, not {count}"]
        return []
