#!/usr/bin/env python3
"""What another validator, jsonschema for Python, says of data contracts: the gold that `cargo test -p munilint-metadata odcs` compares with.

    python3 -m venv venv && venv/bin/pip install jsonschema==4.26.0 pyyaml==6.0.3
    venv/bin/python tests/odcs-gold.py          # writes crates/metadata/tests/odcs.gold

It is run by hand when schemas or examples change, not in CI. Nothing is fetched.

The contracts are the examples of the standard's documentation (tests/suites/odcs), each held against the schema of the version that its
`apiVersion` names. A line for each: its name, where it does not keep the schema (JSON pointers, or `-`), and whether it keeps it after
a change, as `1` and `0`: values in turn, in the order of the file, left out, and then replaced by `x`, or by 1 where they are a text. In long
contracts every so many values are taken, so that there are no more than a hundred.
"""

import copy
import json
import pathlib

import jsonschema
import yaml

MOST = 100
ROOT = pathlib.Path(__file__).resolve().parent.parent


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema has no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def places(node, path=()):
    """Every value in a document but the whole, in the order of the file."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield path + (key,)
        yield from places(child, path + (key,))


def changed(document, path, change):
    document = copy.deepcopy(document)
    node = document
    for step in path[:-1]:
        node = node[step]
    if change == "drop":
        del node[path[-1]]
    else:
        node[path[-1]] = 1 if isinstance(node[path[-1]], str) else "x"
    return document


def main():
    lines = []
    for file in sorted((ROOT / "tests/suites/odcs").glob("*.yaml")):
        document = yaml.load(file.read_text(encoding="utf-8"), Loader)
        version = document["apiVersion"].removeprefix("v")
        schema = ROOT / f"schemas/vendor/odcs/odcs-json-schema-v{version}.json"
        validator = jsonschema.Draft201909Validator(json.loads(schema.read_text(encoding="utf-8")))
        pointers = {"/" + "/".join(map(str, error.absolute_path)) for error in validator.iter_errors(document)}
        taken = list(places(document))
        taken = taken[:: -(-len(taken) // MOST)]
        bits = {
            change: "".join("01"[validator.is_valid(changed(document, path, change))] for path in taken)
            for change in ["drop", "replace"]
        }
        lines.append("\t".join([file.name, ",".join(sorted(pointers)) or "-", bits["drop"], bits["replace"]]))
    (ROOT / "crates/metadata/tests/odcs.gold").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
