#!/usr/bin/env python3
"""How many of the errors that the tests of frictionless-py expect munilint tells of, at their places.

    python3 tests/frictionless.py target/release/munilint FOLDER

FOLDER holds the sources of frictionless-py's tests and `expected.json`: pairs of a source and the errors that one of its tests
expects, with row and field (the header is row 1). It is run by hand, not in CI. What a test asks for beside the data is handed
over as rules of a pack, where those have words for it, and a number of rows or fields as a data contract that says so. Each pair is one of:

* kept: each error has a finding, of any rule, that is told of its row, or of its field where no row is given (of a package, in its
  table); where no error is expected, munilint tells of none;
* missed: some have none. A finding keeps its first ten places and counts the rest: an error behind the tenth is counted by itself,
  and no miss where the finding's count is the number of errors of that kind;
* left out, with the reason: the source is not there or munilint has no reader for it, or the test asks for what
  rules of a pack have no words for.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Checks that a test sets up by itself, and that rules of a pack have no words for.
ASKED = {
    "deviated-cell": "the test asks for cells of like length, whatever they say",
}
FIELDS = ["taskNumber", "rowNumber", "fieldNumber", "type"]


PAGE = """# {kind}

```toml
severity = "error"
dimension = "conformity"

[given]
name = {names}

[assert]
pattern = '{pattern}'

[message]
en = "{{count}} {{value breaks|values break}} what the test asks for"
nb = "{{count}} {{verdi|verdier}} bryter med det testen ber om"

[why]
en = "The test asks for it."
nb = "Testen ber om det."

[help]
en = "Mend it."
nb = "Rett det."
```

## Bad

```csv bad
{text}
```

```findings
```

## Good

```csv good
{names[0]}
```
"""


def pages(path, errors):
    """Rules that say what a test asks for: text in ASCII alone, or a value that may not stand in a field."""
    text = path.read_text()
    lines = [line.split(",") for line in text.splitlines()]
    for error in errors:
        if error["type"] == "ascii-value":
            yield "ascii-value", PAGE.format(kind="ASCII", names=lines[0], pattern="^[\\x00-\\x7F]*$", text=text)
        if error["type"] == "forbidden-value":
            column = error["fieldNumber"] - 1
            value, name = lines[error["rowNumber"] - 1][column], lines[0][column]
            yield "forbidden-value", PAGE.format(kind="Forbidden", names=[name], pattern=f"^([^{value}]|{value}.)", text=text)


CONTRACT = "asked.odcs.yaml"
COMPARISONS = {"required": "mustBe", "minimum": "mustBeGreaterOrEqualTo", "maximum": "mustBeLessOrEqualTo"}


def contract(path, errors):
    """A contract of a table with as many rows and fields as a test asks for; nothing when it asks for none."""
    asked = [re.search(r"of (\w+) is \d+, the (\w+) is (\d+)", error["note"]) for error in errors if error["type"] == "table-dimensions"]
    if not asked:
        return None
    names = [name.strip() for name in path.read_text().splitlines()[0].split(",")]
    quality = []
    for what, comparison, number in (match.groups() for match in asked):
        if what == "rows":
            quality = [{"type": "library", "metric": "rowCount", COMPARISONS[comparison]: int(number)}]
        else:
            names = (names + [f"another {at}" for at in range(int(number))])[: int(number)]
    properties = [{"name": name, "logicalType": "string"} for name in names]
    table = {"name": path.stem, "physicalName": path.name, "properties": properties, "quality": quality}
    head = {"apiVersion": "v3.1.0", "kind": "DataContract", "id": "asked", "version": "1.0.0", "status": "active"}
    # JSON is YAML, too.
    return json.dumps({**head, "schema": [table]})


def findings(munilint, folder):
    """All findings in a folder."""
    run = subprocess.run([munilint, "check", "--format", "json", "."], cwd=folder, capture_output=True, text=True)
    return json.loads(run.stdout)["findings"]


def sources(folder, source):
    """A source, and what lies beside it when it is a package; and the names of its tables."""
    path = folder / source.removeprefix("data/")
    if path.name != "datapackage.json" or not path.exists():
        return [path], [path.name]
    tables = [resource["path"] for resource in json.loads(path.read_text())["resources"]]
    return [path] + [path.parent / table for table in tables], tables


def look(munilint, files, errors):
    """What munilint finds in files, together with what the test asks for."""
    with tempfile.TemporaryDirectory() as trial:
        trial = pathlib.Path(trial)
        for file in files:
            shutil.copy(file, trial)
        asked = list(pages(files[0], errors)) if files[0].suffix == ".csv" else []
        if asked:
            (trial / "munilint.toml").write_text('packs = ["asked"]\n')
            (trial / "asked").mkdir()
            (trial / "asked/pack.toml").write_text('name = "asked"\ntitle = "What the test asks for"\n')
        wanted = contract(files[0], errors)
        if wanted:
            (trial / CONTRACT).write_text(wanted)
        for name, page in asked:
            (trial / f"asked/{name}.md").write_text(page)
        return findings(munilint, trial)


def at_place(finding, error):
    """True when a finding is told of the row of an error, or of its field where it has no row, or of the file where it has neither."""
    if error["type"] == "source-error":
        return finding["rule"] == "file/empty-file"
    if error["type"] == "table-dimensions":
        of_rows = "number of rows" in error["note"]
        return finding["rule"] in (["doc/contradicted-rows"] if of_rows else ["doc/absent-field", "doc/undocumented-field"])
    if error["rowNumber"]:
        return any(place["row"] == error["rowNumber"] for place in finding["places"])
    fields = {finding["column"]} | {place["column"] for place in finding["places"]}
    return error["fieldNumber"] in fields


def judge(found, errors, tables):
    """Errors without a finding, and those that a finding counts but has no place for."""
    missed, counted = [], []
    for error in errors:
        places = (tables[(error.get("taskNumber") or 1) - 1], CONTRACT)
        table = [finding for finding in found if finding["path"].endswith(places)]
        if any(at_place(finding, error) for finding in table):
            continue
        alike = [other for other in errors if other["type"] == error["type"]]
        full = any(
            finding["count"] == len(alike) > len(finding["places"])
            and sum(at_place(finding, other) for other in alike) == len(finding["places"])
            for finding in table
        )
        (counted if full else missed).append(error)
    return missed, counted


def left_out(case, errors, files):
    """Why a pair is left out; nothing when it is not."""
    suffix = files[0].suffix
    if suffix not in (".csv", ".json"):
        return f"munilint has no reader for {suffix}"
    if not all(file.exists() for file in files):
        return "the source is not in the folder"
    if "custom_check" in case["test"]:
        return "a function in the test calls rows blank that are not"
    return next((ASKED[error["type"]] for error in errors if error["type"] in ASKED), None)


def main(munilint, folder):
    munilint, folder = str(pathlib.Path(munilint).resolve()), pathlib.Path(folder)
    cases = json.loads((folder / "expected.json").read_text())
    verdicts, reasons, kinds, absent = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    for case in cases:
        fields = case["fields"] or (FIELDS if case["source"].endswith(".json") else [])
        errors = [dict(zip(fields, error)) for error in case["expected"]]
        name = f"{case['test'].split('::')[-1]}, {case['source']}"
        files, tables = sources(folder, case["source"])
        reason = left_out(case, errors, files)
        if reason:
            verdicts["left out"] += 1
            reasons[reason] += 1
            continue
        found = look(munilint, files, errors)
        missed, counted = judge(found, errors, tables)
        kinds.update(error["type"] for error in errors)
        absent.update(error["type"] for error in missed)
        for error in missed:
            print(f"missed: {name}: {error['type']}, row {error.get('rowNumber')}, field {error.get('fieldNumber')}")
        for error in counted:
            print(f"counted without a place: {name}: {error['type']}, row {error['rowNumber']}")
        false = [finding for finding in found if finding["severity"] == "error"] if not errors else []
        for finding in false:
            print(f"not expected: {name}: {finding['rule']}, {finding['message']}")
        verdicts["missed" if missed or false else "kept"] += 1
    for kind, number in sorted(kinds.items()):
        print(f"{kind}: {number - absent[kind]} of {number} errors")
    for reason, number in sorted(reasons.items()):
        print(f"left out: {number}, {reason}")
    print(f"pairs: {verdicts['kept']} kept, {verdicts['missed']} missed, {verdicts['left out']} left out, of {len(cases)}")
    return 1 if verdicts["missed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
