#!/usr/bin/env python3
"""Writes dcat-ap-no-3.shapes.ttl, our own shapes for DCAT-AP-NO 3, from vendor/dcat-ap-no-3/properties.csv.

    python3 schemas/dcat-ap-no-3.py

What the table says becomes:

* obligatorisk: one value at least, sh:Violation. Anbefalt: the same, sh:Warning. Valgfri: nothing.
* the end of the multiplicity: that many values at most, sh:Violation.
* range: texts are rdf:langString, with one value in each language where the standard says so (titles and descriptions); literals
  have the datatype. A class is only asked for where nodes are described in the same graph, so that an IRI that leads out of the
  graph never fails; blank nodes are in the graph, so they have the class.
* a vocabulary with SKAL: IRIs begin as those of the vocabulary. BØR and KAN: nothing.

What the table cannot say is decided below, each with its reason.
"""

import csv
import pathlib

HERE = pathlib.Path(__file__).resolve().parent

PREFIXES = {
    "": "urn:munilint:shape:dcat-ap-no-3:",
    "adms": "http://www.w3.org/ns/adms#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatno": "https://data.norge.no/vocabulary/dcatno#",
    "dct": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "odrs": "http://schema.theodi.org/odrs#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# The classes of the table that version 3 has, by their Norwegian names: what instances are typed as, and what they are called.
CLASSES = {
    "Aktor": (["foaf:Agent", "foaf:Organization", "foaf:Person", "foaf:Group"], "Aktør", "An agent"),
    "Datasett": (["dcat:Dataset"], "Datasett", "A dataset"),
    "Datasettserie": (["dcat:DatasetSeries"], "Datasettserie", "A dataset series"),
    "Datatjeneste": (["dcat:DataService"], "Datatjeneste", "A data service"),
    "Distribusjon": (["dcat:Distribution"], "Distribusjon", "A distribution"),
    "Dokument": (["foaf:Document"], "Dokument", "A document"),
    "Gebyr": (["cv:Cost"], "Gebyr", "A cost"),
    "Identifikator": (["adms:Identifier"], "Identifikator", "An identifier"),
    "Katalog": (["dcat:Catalog"], "Katalog", "A catalogue"),
    "Katalogpost": (["dcat:CatalogRecord"], "Katalogpost", "A catalogue record"),
    "Kontaktopplysning": (
        ["vcard:Kind", "vcard:Organization", "vcard:Group", "vcard:Individual"], "Kontaktopplysning", "A contact point",
    ),
    "Regulativ_ressurs": (["eli:LegalResource"], "Regulativ ressurs", "A legal resource"),
    "Relasjon": (["dcat:Relationship"], "Relasjon", "A relationship"),
    "Rettighetserklæring": (["odrs:RightsStatement"], "Rettighetserklæring", "A rights statement"),
    "Sjekksum": (["spdx:Checksum"], "Sjekksum", "A checksum"),
    "Standard": (["dct:Standard"], "Standard", "A standard"),
    "Tidsrom": (["dct:PeriodOfTime"], "Tidsrom", "A period of time"),
}
LEFT_OVER = {"Lisensdokument", "Lokasjon", "Offentlig_organisasjon", "Offentlig_tjeneste", "Regel"}

# Nodes that a catalogue describes itself: the classes they may have when they have any.
DESCRIBED = {
    "adms:Identifier": ["adms:Identifier"],
    "cv:Cost": ["cv:Cost"],
    "dcat:Catalog": ["dcat:Catalog"],
    "dcat:CatalogRecord": ["dcat:CatalogRecord"],
    "dcat:DataService": ["dcat:DataService"],
    # A series and a catalogue are datasets, too (DCAT 3).
    "dcat:Dataset": ["dcat:Dataset", "dcat:DatasetSeries", "dcat:Catalog"],
    "dcat:DatasetSeries": ["dcat:DatasetSeries"],
    "dcat:Distribution": ["dcat:Distribution"],
    "dcat:Relationship": ["dcat:Relationship"],
    "dcat:Resource": ["dcat:Resource", "dcat:Dataset", "dcat:DatasetSeries", "dcat:Catalog", "dcat:DataService"],
    "dct:PeriodOfTime": ["dct:PeriodOfTime"],
    "dqv:QualityMeasurement": ["dqv:QualityMeasurement"],
    "prov:Attribution": ["prov:Attribution"],
    "spdx:Checksum": ["spdx:Checksum"],
    "vcard:Kind": ["vcard:Kind", "vcard:Organization", "vcard:Group", "vcard:Individual", "vcard:Location"],
}
# Nodes that others describe, in words of their own: only where a catalogue describes them without an IRI must they have the class.
ELSEWHERE = {
    "dct:Location": ["dct:Location"],
    "foaf:Agent": ["foaf:Agent", "foaf:Organization", "foaf:Person", "foaf:Group", "org:Organization"],
}
# Resources that are addresses: what is behind them is fetched, so they are IRIs.
ADDRESSES = {
    "dcat:accessURL", "dcat:downloadURL", "dcat:endpointURL", "dcatno:accessRequestURL", "vcard:hasEmail", "vcard:hasURL",
}
# A whole number is a decimal and may be none below zero, whatever its datatype is called (XML Schema).
DATATYPES = {
    "xsd:date or xsd:dateTime": ["sh:datatype xsd:date", "sh:datatype xsd:dateTime"],
    "xsd:decimal": ["sh:datatype xsd:decimal", "sh:datatype xsd:integer"],
    "xsd:double": ["sh:datatype xsd:double"],
    "xsd:duration": ["sh:datatype xsd:duration"],
    "xsd:hexBinary": ["sh:datatype xsd:hexBinary"],
    "xsd:nonNegativeInteger": ["sh:datatype xsd:nonNegativeInteger", "sh:datatype xsd:integer ; sh:minInclusive 0"],
}
# At most one value in each language.
ONE_PER_LANGUAGE = {"dct:title", "dct:description"}

AUTHORITY = "http://publications.europa.eu/resource/authority/"
LOS = r"https?://psi\\.norge\\.no/los/"
# By what the table has of their IRIs: how IRIs begin, and how to call them.
VOCABULARIES = {
    "adms/publishertype/1.0": (r"http://purl\\.org/adms/publishertype/", "http://purl.org/adms/publishertype/"),
    # The standard has three of the list's values only.
    "authority/access-right": (
        AUTHORITY.replace(".", r"\\.") + "access-right/(PUBLIC|RESTRICTED|NON_PUBLIC)$",
        AUTHORITY + "access-right/ (PUBLIC, RESTRICTED, NON_PUBLIC)",
    ),
    "iana.org/assignments/media-types": (
        r"https?://www\\.iana\\.org/assignments/media-types/", "https://www.iana.org/assignments/media-types/",
    ),
    "spdx.org/rdf/terms": (r"https?://spdx\\.org/rdf/terms/?#", "http://spdx.org/rdf/terms#"),
} | {
    f"authority/{name}": (AUTHORITY.replace(".", r"\\.") + name + "/.", AUTHORITY + name + "/")
    for name in [
        "currency", "data-theme", "distribution-status", "file-type", "frequency", "language", "licence", "planned-availability",
    ]
}
# The table has the first of several vocabularies of places, and one of publishers for bodies of the Union only.
SEVERAL = ("authority/continent", "dataset/continent", "authority/corporate-body")


def texts(nb, en):
    return f'sh:message "{nb}"@nb, "{en}"@en'


def any_of(choices):
    if len(choices) == 1:
        return choices[0]
    return "sh:or ( " + " ".join(f"[ {choice} ]" for choice in choices) + " )"


class Row:
    """One line of the table, and the shapes that it becomes."""

    def __init__(self, row):
        self.uri, self.range, self.vocabulary = row["uri"], row["verdiomraade"], row["vokabular"]
        self.level = row["kravnivaa"]
        self.least, self.most = row["multiplisitet"].split("..")
        self.classes, self.nb, self.en = CLASSES[row["klasse"]]
        self.name = f"{self.classes[0].split(':')[1]}-{self.uri.replace(':', '-')}"
        self.themed = self.level == "Obligatorisk" and "data-theme" in self.vocabulary
        self.label = f"«{row['egenskap']}» ({self.uri})"

    def shape(self, what, severity, body, nb, en):
        return f":{self.name}-{what} a sh:PropertyShape ;\n    sh:path {self.uri} ;\n    {body} ;\n    sh:severity sh:{severity} ;\n    {texts(nb, en)} .\n"

    def shapes(self):
        yield from self.counts()
        # An IRI of a vocabulary is an IRI.
        if self.themed or not self.listed():
            yield from self.values()
        if self.listed():
            yield from self.vocabularies()

    def listed(self):
        return self.vocabulary.startswith("SKAL:") and not any(name in self.vocabulary for name in SEVERAL)

    def counts(self):
        # What asks for one theme of the list asks for a theme.
        if self.level == "Obligatorisk" and not self.themed:
            yield self.shape(
                "missing", "Violation", "sh:minCount 1",
                f"{self.nb} skal ha minst én verdi for {self.label}.", f"{self.en} must have at least one {self.uri}.",
            )
        if self.level == "Anbefalt":
            yield self.shape(
                "recommended", "Warning", "sh:minCount 1",
                f"{self.nb} bør ha en verdi for {self.label}.", f"{self.en} should have {self.uri}.",
            )
        if self.most != "n":
            assert self.most == "1"
            yield self.shape(
                "repeated", "Violation", f"sh:maxCount {self.most}",
                f"{self.nb} kan ha høyst én verdi for {self.label}.", f"{self.en} can have at most one {self.uri}.",
            )

    def values(self):
        def value(body, nb, en):
            return self.shape(
                "value", "Violation", body, f"{self.label} for {self.nb.lower()} skal være {nb}.",
                f"{self.uri} of {self.en[0].lower()}{self.en[1:]} must be {en}.",
            )

        kind = self.range
        untyped = "sh:nodeKind sh:IRI ; sh:property :no-class"
        if kind == "rdf:langString":
            yield value("sh:datatype rdf:langString", "tekst som sier hvilket språk den er på", "text that says its language")
            if self.uri in ONE_PER_LANGUAGE:
                yield self.shape(
                    "language", "Violation", "sh:uniqueLang true",
                    f"{self.nb} kan ha høyst én verdi for {self.label} på hvert språk.",
                    f"{self.en} can have at most one {self.uri} in each language.",
                )
        elif kind == "rdfs:Literal":
            yield value("sh:nodeKind sh:Literal", "en tekst eller et tall, ikke en IRI", "a text or a number, not an IRI")
        elif kind in DATATYPES:
            names, others = kind.replace(" or ", " eller "), kind
            yield value(any_of(DATATYPES[kind]), names, others)
        elif kind in DESCRIBED:
            allowed = [f"sh:class {name}" for name in DESCRIBED[kind]] + [untyped]
            yield value(any_of(allowed), f"en {kind}, når den er beskrevet her", f"a {kind} where it is described here")
        elif kind in ELSEWHERE:
            allowed = ["sh:nodeKind sh:IRI"] + [f"sh:class {name}" for name in ELSEWHERE[kind]]
            yield value(any_of(allowed), f"en IRI eller en {kind}", f"an IRI or a {kind}")
        elif self.uri in ADDRESSES:
            yield value("sh:nodeKind sh:IRI", "en IRI", "an IRI")
        else:
            yield value("sh:nodeKind sh:BlankNodeOrIRI", "en IRI eller en beskrivelse, ikke en tekst", "an IRI or a description, not a text")

    def vocabularies(self):
        (pattern, shown), = [entry for key, entry in VOCABULARIES.items() if matches(self.vocabulary, key)]
        nb, en = f"være fra {shown}", f"be from {shown}"
        body = f'sh:node [ sh:nodeKind sh:IRI ; sh:pattern "^{pattern}" ]'
        if self.themed:
            # One theme is from the list; others, from Los above all, may stand beside it.
            body = f'sh:qualifiedValueShape [ sh:pattern "^{pattern}" ] ; sh:qualifiedMinCount 1'
            nb, en = f"ha minst én verdi fra {shown}", f"have at least one value from {shown}"
        elif "data-theme" in self.vocabulary:
            body = f'sh:node [ sh:nodeKind sh:IRI ; sh:pattern "^({pattern}|{LOS})" ]'
            nb, en = f"{nb} eller fra Los", f"{en} or from Los"
        yield self.shape(
            "vocabulary", "Violation", body, f"{self.label} for {self.nb.lower()} skal {nb}.",
            f"{self.uri} of {self.en[0].lower()}{self.en[1:]} must {en}.",
        )


def matches(vocabulary, key):
    """Long IRIs lack their beginning in the table."""
    return key in vocabulary or key.endswith(vocabulary.removeprefix("SKAL:")) or vocabulary.endswith(key.split("/")[-1])


def main():
    with open(HERE / "vendor/dcat-ap-no-3/properties.csv", encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table, delimiter=";") if row["klasse"] not in LEFT_OVER]
    text = "# Shapes for DCAT-AP-NO 3. Written by schemas/dcat-ap-no-3.py from the standard's tables, which are CC BY 4.0, Digitaliseringsdirektoratet\n"
    text += "# (schemas/vendor/dcat-ap-no-3/SOURCE.txt): not changed by hand.\n\n"
    text += "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    text += "\n# An IRI that this graph says no class of is described elsewhere.\n:no-class a sh:PropertyShape ;\n    sh:path rdf:type ;\n    sh:maxCount 0 .\n"
    for name, (classes, nb, en) in CLASSES.items():
        own = [Row(row) for row in rows if row["klasse"] == name]
        shapes = [shape for row in own for shape in row.shapes()]
        names = [shape.split(" ", 1)[0] for shape in shapes]
        assert len(set(names)) == len(names), name
        text += f'\n:{classes[0].split(":")[1]} a sh:NodeShape ;\n    rdfs:label "{nb}"@nb, "{en.split(" ", 1)[1]}"@en ;\n'
        text += f"    sh:targetClass {', '.join(classes)} ;\n    sh:property\n        " + ",\n        ".join(names) + " .\n\n"
        text += "\n".join(shapes)
    (HERE / "dcat-ap-no-3.shapes.ttl").write_text(text, encoding="utf-8")


main()
