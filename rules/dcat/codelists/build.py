#!/usr/bin/env python3
"""Makes the code lists of this folder out of the Turtle files that the Norwegian reference data of the national catalogue
(Informasjonsforvaltning/fdk-reference-data, Apache-2.0) has of the EU's authority tables, and of IANA's media types.

    python3 build.py FOLDER     FOLDER holds filetypes-sparql-result.ttl, frequencies-sparql-result.ttl and so on, and
                                db.json of the npm package mime-db 1.54.0 (MIT) as mime-db.json

Needs rdflib. Nothing else here needs this script: the lists are kept.
"""
import csv
import io
import json
import sys
from pathlib import Path

import rdflib
from rdflib.namespace import SKOS

EU = "http://publications.europa.eu/resource/authority/"
FETCHED = "2026-08-17"
EU_LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/, European Union"

# Kinds of file that programs can read as data, and kinds that belong to one maker's program: after the EU data portal's
# vocabularies of machine-readable and non-proprietary formats.
MACHINE_READABLE = set(
    "ATOM CSV DBF GEOJSON GML GPKG GPX GRID_ASCII HDF ICS JSON JSON_LD KML KMZ MDB N3 NETCDF ODS OWL PARQUET PC_AXIS RDF RDFA RDF_N_QUADS "
    "RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS SHP SPARQLQRES SQL TMX TSV XLS XLSB XLSM XLSX XML YAML".split()
)
PROPRIETARY = set(
    "DGN DMP DOC DOCX DWG E00 ECW GDB INDD MBOX MDB MOP MSG_HTTP MXD OVF_PPT PPS PPSX PPT PPTX PSD PST PUB REST_PPT SWF WMA WMV XLS XLSB "
    "XLSM XLSX XLIFF_XLS ESRI_ARC_GEO FMX2 FMX3 FMX4 LAZ".split()
)
# How many days there are at most between two updates; none where that cannot be said.
DAYS = {
    "UPDATE_CONT": 1, "CONT": 1, "1MIN": 1, "5MIN": 1, "10MIN": 1, "15MIN": 1, "30MIN": 1, "HOURLY": 1, "BIHOURLY": 1, "TRIHOURLY": 1,
    "12HRS": 1, "DAILY": 1, "DAILY_2": 1, "WEEKLY": 7, "WEEKLY_2": 7, "WEEKLY_3": 7, "WEEKLY_5": 7, "BIWEEKLY": 14, "MONTHLY": 31,
    "MONTHLY_2": 31, "MONTHLY_3": 31, "BIMONTHLY": 62, "QUARTERLY": 92, "ANNUAL": 366, "ANNUAL_2": 184, "ANNUAL_3": 122, "BIENNIAL": 731,
    "TRIENNIAL": 1096, "QUADRENNIAL": 1461, "QUINQUENNIAL": 1827, "DECENNIAL": 3653, "BIDECENNIAL": 7306,
    "TRIDECENNIAL": 10958,
}


def graph(folder, name):
    found = rdflib.Graph()
    found.parse(folder / name, format="turtle")
    return found


def label(graph, subject, language):
    labels = {str(text.language): str(text) for text in graph.objects(subject, SKOS.prefLabel)}
    return labels.get(language) or labels.get("no") or labels.get("en") or ""


def concepts(graph, scheme):
    subjects = {s for s in graph.subjects() if isinstance(s, rdflib.URIRef) and str(s).startswith(f"{EU}{scheme}/")}
    return sorted((str(s).rsplit("/", 1)[1], s) for s in subjects)


def write(name, title, origin, licence, columns, head, rows):
    out = io.StringIO()
    out.write(f"# {title}\n# Origin: {origin}\n# Licence: {licence}\n# Fetched: {FETCHED}\n# Columns: {columns}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "name", "from", "to", "successors", *head])
    writer.writerows(rows)
    (Path(__file__).parent / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8")


def main(folder):
    eu = lambda scheme: f"EU Publications Office, {EU}{scheme}"
    plain = "from is 1900 where no source tells when the code came into use"
    found = graph(folder, "filetypes-sparql-result.ttl")
    rows = []
    for code, subject in concepts(found, "file-type"):
        media = ""
        for node in found.objects(subject, rdflib.URIRef("http://publications.europa.eu/ontology/euvoc#xlNotation")):
            for text in found.objects(node, rdflib.URIRef("http://publications.europa.eu/ontology/euvoc#xlCodification")):
                media = min(media or str(text), str(text)) if "/" in str(text) else media
        rows.append([code, code, 1900, "", "", media, int(code in MACHINE_READABLE), int(code not in PROPRIETARY)])
    write("eu-file-types", "Types of file", eu("file-type"), EU_LICENCE,
          f"{plain}; media-type is IANA's; readable: programs can read it as data; open: it belongs to no maker's program (both munilint's own, after the EU data portal's lists)",
          ["media-type", "readable", "open"], rows)
    found = graph(folder, "frequencies-sparql-result.ttl")
    rows = [[code, label(found, s, "nb"), 1900, "", "", DAYS.get(code, "")] for code, s in concepts(found, "frequency")]
    write("eu-frequencies", "How often data is brought up to date", eu("frequency"), EU_LICENCE,
          f"{plain}; days: the most between two updates", ["days"], rows)
    found = graph(folder, "data-theme-sparql-result.ttl")
    rows = [[code, label(found, s, "nb").replace(",", ","), 1900, "", ""] for code, s in concepts(found, "data-theme")]
    write("eu-data-themes", "Themes of datasets", eu("data-theme"), EU_LICENCE, plain, [], rows)
    found = graph(folder, "licences-sparql-result.ttl")
    opened = {str(s).rsplit("/", 1)[1] for s in graph(folder, "open-licenses.ttl").subjects() if str(s).startswith(f"{EU}licence/")}
    rows = [[code, label(found, s, "en"), 1900, "", "", int(code in opened)] for code, s in concepts(found, "licence")]
    write("eu-licences", "Licences", eu("licence"), EU_LICENCE,
          f"{plain}; open: the national catalogue counts it as open", ["open"], rows)
    known = json.loads((folder / "mime-db.json").read_text(encoding="utf-8"))
    names = sorted(name for name, entry in known.items() if entry.get("source") == "iana")
    write("media-types", "Media types", "IANA, https://www.iana.org/assignments/media-types, as mime-db 1.54.0 has it",
          "public register; mime-db: MIT", plain, [], [[name, name, 1900, "", ""] for name in names])


main(Path(sys.argv[1]))
