#!/usr/bin/env python3
"""What another validator, pySHACL, finds: the gold that `cargo test -p munilint-shacl --test gold` compares with.

    python3 -m venv venv && venv/bin/pip install pyshacl==0.40.1
    venv/bin/python tests/shacl-gold.py                                       # writes crates/shacl/tests/gold/*.tsv
    venv/bin/python tests/shacl-gold.py OUT.tsv --shapes A.ttl --data X.ttl    # the same for files of your own ...
    SHACL_GOLD=folder-of-OUT cargo test -p munilint-shacl --test gold          # ... and the comparison

It is run by hand when shapes or examples change, not in CI. No inference, no ontology, nothing is fetched.

A gold file names its shapes (`# shapes`, merged when there are several), then each graph of data (`# data`) and below it one line
for each result: focus node, path, value, constraint component, severity; a blank node is `_`, nothing is `-`. Data
that is no Turtle is named, too (`# not Turtle`).
"""

import argparse
import pathlib
import sys

import rdflib
from rdflib.namespace import RDF, SH

rdflib.NORMALIZE_LITERALS = False

import pyshacl  # noqa: E402  (after the switch above)

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLD = ROOT / "crates/shacl/tests/gold"
NORWAY, EUROPE = ROOT / "schemas/vendor/dcat-ap-no", ROOT / "schemas/vendor/dcat-ap-eu"
EXAMPLES = ROOT / "crates/shacl/tests"
SETS = {
    "dcat-ap-no-2.00": ([NORWAY / "DCAT-AP-NO-shacl_shapes_2.00.ttl"], ["dcat-ap-no"]),
    "dcat-ap-no-3": ([ROOT / "schemas/dcat-ap-no-3.shapes.ttl"], ["dcat-ap-no"]),
    "dcat-ap-eu-3.0.0-shapes": ([EUROPE / "shapes.ttl"], ["dcat-ap-eu", "dcat-ap-no"]),
    "dcat-ap-eu-3.0.0-range": ([EUROPE / "range.ttl"], ["dcat-ap-eu", "dcat-ap-no"]),
    "dcat-ap-eu-3.0.0-vocabularies": ([EUROPE / "mdr-vocabularies.shape.ttl"], ["dcat-ap-eu", "dcat-ap-no"]),
    "dcat-ap-eu-3.0.0-deprecated": ([EUROPE / "deprecateduris.ttl"], ["dcat-ap-eu", "dcat-ap-no"]),
    "dcat-ap-eu-3.0.0-recommended": ([EUROPE / "shapes_recommended.ttl"], ["dcat-ap-eu", "dcat-ap-no"]),
}


def shown(term):
    if term is None:
        return "-"
    if isinstance(term, rdflib.BNode):
        return "_"
    if isinstance(term, rdflib.URIRef):
        return f"<{term}>"
    text = str(term)
    for plain, escaped in [("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")]:
        text = text.replace(plain, escaped)
    if term.language:
        return f'"{text}"@{term.language.lower()}'
    if term.datatype and term.datatype != rdflib.XSD.string:
        return f'"{text}"^^<{term.datatype}>'
    return f'"{text}"'


def path(graph, node):
    """A path as SPARQL writes it; `-` when there is none."""
    if node is None or isinstance(node, rdflib.URIRef):
        return shown(node)
    for name, before, behind in [
        ("inversePath", "^", ""), ("zeroOrMorePath", "", "*"), ("oneOrMorePath", "", "+"), ("zeroOrOnePath", "", "?"),
    ]:
        inner = graph.value(node, SH[name])
        if inner is not None:
            text = path(graph, inner)
            return before + (text if isinstance(inner, rdflib.URIRef) else f"({text})") + behind
    alternative = graph.value(node, SH.alternativePath)

    def part(inner):
        several = graph.value(inner, RDF.first) or graph.value(inner, SH.alternativePath)
        return f"({path(graph, inner)})" if several else path(graph, inner)

    return ("|" if alternative else "/").join(map(part, rdflib.collection.Collection(graph, alternative or node)))


def graph(files):
    merged = rdflib.Graph()
    for file in files:
        # The same base as in the test.
        merged.parse(file, format="turtle", publicID="http://example.org/")
    return merged


def lines(shapes, data):
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    for result in report.objects(node, SH.result):
        one = lambda name: report.value(result, SH[name])
        component, severity = (str(one(name)).removeprefix(str(SH)) for name in ["sourceConstraintComponent", "resultSeverity"])
        yield "\t".join(
            [shown(one("focusNode")), path(report, one("resultPath")), shown(one("value")), component, severity]
        )


def name(file):
    file = pathlib.Path(file).resolve()
    return str(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else str(file)


def write(out, shapes, data):
    text = "".join(f"# shapes\t{name(file)}\n" for file in shapes)
    for file in data:
        try:
            found = sorted(lines(graph(shapes), graph([file])))
        except rdflib.plugins.parsers.notation3.BadSyntax:
            text += f"# not Turtle\t{name(file)}\n"
            continue
        text += f"# data\t{name(file)}\n" + "".join(f"{line}\n" for line in found)
    pathlib.Path(out).write_text(text, encoding="utf-8")
    print(f"{out}: {sum(not line.startswith('#') for line in text.splitlines())} results", file=sys.stderr)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("out", nargs="?")
    arguments.add_argument("--shapes", nargs="+")
    arguments.add_argument("--data", nargs="+")
    given = arguments.parse_args()
    if given.out:
        return write(given.out, given.shapes, given.data)
    for set_name, (shapes, folders) in SETS.items():
        data = [file for folder in folders for file in sorted((EXAMPLES / folder).glob("*.ttl"))]
        write(GOLD / f"{set_name}.tsv", shapes, data)


main()
