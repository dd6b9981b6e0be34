#!/usr/bin/env python3
"""How many of the errors that the tests of frictionless-py expect munilint tells of, at their places.

    python3 tests/frictionless.py target/release/munilint FOLDER

FOLDER holds the sources of frictionless-py's tests and `expected.json`: for each source the errors that its tests expect, with
row and field (the header is row 1). It is run by hand, not in CI. An error counts as found when some finding of any rule is told of
that row, or of that field where no row is given. A package is looked at with all its tables; its errors begin with the number of
the table. Errors of checks that a test sets up by itself (so many rows, forbidden values) are no matter of the data
and are left out. Prints what is not found, one line each, and the counts by kind of error.
"""

import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Kinds that depend on what the test asks for, not on the data.
ASKED = {"table-dimensions", "ascii-value", "forbidden-value", "deviated-cell", "source-error"}


def findings(munilint, folder):
    """All findings in a folder."""
    run = subprocess.run([munilint, "check", "--format", "json", "."], cwd=folder, capture_output=True, text=True)
    return json.loads(run.stdout)["findings"] if run.stdout.strip() else []


def sources(folder, source):
    """A source, and what lies beside it when it is a package."""
    path = folder / source.removeprefix("data/")
    if path.name != "datapackage.json":
        return [path], [path.name]
    package = json.loads(path.read_text())
    tables = [resource["path"] for resource in package["resources"]]
    return [path] + [path.parent / table for table in tables], tables


def places(found, table):
    """Rows and columns that findings of a table are told of, and columns alone."""
    rows, columns, header = set(), set(), set()
    for finding in found:
        if finding["path"].endswith(table):
            columns.add(finding["column"])
            for place in finding["places"]:
                rows.add(place["row"])
                if place["column"]:
                    header.add(place["column"])
    return rows, columns | header


def main(munilint, folder):
    munilint, folder = str(pathlib.Path(munilint).resolve()), pathlib.Path(folder)
    seen, count, missed = set(), collections.Counter(), collections.Counter()
    for case in json.loads((folder / "expected.json").read_text()):
        fields = case["fields"] or (["taskNumber", "rowNumber", "fieldNumber", "type"] if case["source"].endswith(".json") else [])
        key = (case["source"], json.dumps(case["expected"]))
        if "rowNumber" not in fields or key in seen or pathlib.Path(case["source"]).suffix not in (".csv", ".json"):
            continue
        seen.add(key)
        with tempfile.TemporaryDirectory() as trial:
            files, tables = sources(folder, case["source"])
            if not all(file.exists() for file in files):
                continue
            for file in files:
                shutil.copy(file, trial)
            found = findings(munilint, trial)
        for error in case["expected"]:
            told = dict(zip(fields, error))
            if told["type"] in ASKED:
                continue
            rows, columns = places(found, tables[(told.get("taskNumber") or 1) - 1])
            row, column = told["rowNumber"], told.get("fieldNumber")
            count[told["type"]] += 1
            if not (row in rows if row else column in columns):
                missed[told["type"]] += 1
                print(f"{case['source']}: {told['type']}, row {row}, field {column}")
    for kind, all_of_it in sorted(count.items()):
        print(f"{kind}: {all_of_it - missed[kind]} of {all_of_it}")
    print(f"in all: {count.total() - missed.total()} of {count.total()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
