//! Our own shapes for DCAT-AP-NO 3 (`schemas/dcat-ap-no-3.shapes.ttl`): what they let pass and what they find.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_shacl::{Severity, Shapes};
use oxrdf::Graph;
use oxttl::TurtleParser;
use std::fs;
use std::path::Path;

const PREFIXES: &str = "@prefix : <https://eksempel.kommune.no/> . @prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix eu: <http://publications.europa.eu/resource/authority/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

/// All that is obligatory, and values of every kind; nothing that leads out of the graph is described in it.
const CATALOGUE: &str = r#"
:katalog a dcat:Catalog ; dct:title "Katalog"@nb, "Catalogue"@en ; dct:description "Alle data"@nb ; dct:publisher :kommunen ;
    dcat:contactPoint :kontakt ; dcat:dataset :sett, <https://annen.kommune.no/sett> ; dct:language <http://publications.europa.eu/resource/authority/language/NOB> .
:sett a dcat:Dataset ; dct:title "Barnehager"@nb ; dct:description "Alle barnehager"@nb ; dct:publisher :kommunen ; dcat:contactPoint :kontakt ;
    dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC>, <https://psi.norge.no/los/tema/barnehage> ;
    dcat:distribution :fil ; dct:spatial <https://data.geonorge.no/administrativeEnheter/kommune/id/172710> ;
    dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2024-01-01"^^xsd:date ] ; dcat:spatialResolutionInMeters 10 ;
    dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ; dct:issued "2024-01-01T12:00:00"^^xsd:dateTime .
:fil a dcat:Distribution ; dcat:accessURL <https://eksempel.kommune.no/barnehager.csv> ; dcat:byteSize 12 ;
    dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;
    dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
    dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .
:kommunen a foaf:Organization ; foaf:name "Eksempel kommune" .
:kontakt a vcard:Organization ; vcard:fn "Servicetorget" ; vcard:hasEmail <mailto:post@eksempel.kommune.no> .
"#;

/// What is added or taken away, and the shape that must speak, without the beginning of its IRI.
const CHANGES: &[(&str, &str, &str)] = &[
    (
        "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC>, ",
        "dcat:theme ",
        "Dataset-dcat-theme-vocabulary",
    ),
    ("dct:title \"Barnehager\"@nb ; ", "", "Dataset-dct-title-missing"),
    ("\"Barnehager\"@nb", "\"Barnehager\"", "Dataset-dct-title-value"),
    ("\"Barnehager\"@nb", "\"Barnehager\"@nb, \"Barnehagene\"@nb", "Dataset-dct-title-language"),
    ("dcat:contactPoint :kontakt ;\n    dcat:theme", "dcat:theme", "Dataset-dcat-contactPoint-missing"),
    ("dcat:distribution :fil", "dcat:distribution :fil, :kommunen", "Dataset-dcat-distribution-value"),
    ("dcat:distribution :fil", "dcat:distribution :fil, \"fil\"", "Dataset-dcat-distribution-value"),
    ("dct:temporal [ a dct:PeriodOfTime ;", "dct:temporal [", "Dataset-dct-temporal-value"),
    ("access-right/PUBLIC", "access-right/SENSITIVE", "Dataset-dct-accessRights-vocabulary"),
    ("\"2024-01-01T12:00:00\"^^xsd:dateTime", "\"2024\"^^xsd:gYear", "Dataset-dct-issued-value"),
    ("\"2024-01-01T12:00:00\"^^xsd:dateTime", "\"2024-13-01\"^^xsd:date", "Dataset-dct-issued-value"),
    ("dcat:byteSize 12", "dcat:byteSize -12", "Distribution-dcat-byteSize-value"),
    ("dcat:byteSize 12", "dcat:byteSize 12, 13", "Distribution-dcat-byteSize-repeated"),
    ("<https://eksempel.kommune.no/barnehager.csv>", "\"barnehager.csv\"", "Distribution-dcat-accessURL-value"),
    (
        "<http://publications.europa.eu/resource/authority/licence/CC_BY_4_0>",
        "<https://creativecommons.org/licenses/by/4.0/>",
        "Distribution-dct-license-vocabulary",
    ),
    ("; vcard:fn \"Servicetorget\"", "", "Kind-vcard-fn-missing"),
    ("<mailto:post@eksempel.kommune.no>", "\"post@eksempel.kommune.no\"", "Kind-vcard-hasEmail-value"),
    ("; foaf:name \"Eksempel kommune\"", "", "Agent-foaf-name-missing"),
];

#[test]
fn a_catalogue_with_all_that_is_obligatory_passes() {
    let (shapes, faults) = Shapes::read(&parsed(&file("schemas/dcat-ap-no-3.shapes.ttl")));
    assert!(faults.is_empty(), "{faults:?}");
    let report = shapes.validate(&parsed(&format!("{PREFIXES}{CATALOGUE}")));
    let grave: Vec<_> = report.results.iter().filter(|result| result.severity == Severity::Violation).collect();
    assert!(grave.is_empty(), "{grave:#?}");
    assert!(report.results.iter().all(|result| result.severity == Severity::Warning && result.messages.len() == 2));
    assert!(
        report
            .results
            .iter()
            .any(|result| result.source_shape.to_string().contains("Dataset-dcat-keyword-recommended"))
    );
}

#[test]
fn each_slip_is_found_once() {
    let (shapes, _) = Shapes::read(&parsed(&file("schemas/dcat-ap-no-3.shapes.ttl")));
    for (before, after, expected) in CHANGES {
        assert!(CATALOGUE.contains(before), "{before}");
        let report = shapes.validate(&parsed(&format!("{PREFIXES}{}", CATALOGUE.replace(before, after))));
        let grave = report.results.iter().filter(|result| result.severity == Severity::Violation);
        let found: Vec<String> = grave.map(|result| result.source_shape.to_string()).collect();
        assert_eq!(found, [format!("<urn:munilint:shape:dcat-ap-no-3:{expected}>")], "{after}");
    }
}

#[test]
fn every_line_of_the_table_has_its_shape() {
    let shapes = file("schemas/dcat-ap-no-3.shapes.ttl");
    let table = file("schemas/vendor/dcat-ap-no-3/properties.csv");
    let old = ["Lisensdokument", "Lokasjon", "Offentlig_organisasjon", "Offentlig_tjeneste", "Regel"];
    for line in table.lines().skip(1) {
        let [class, _, property, ..] = line.split(';').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let name = format!("-{}-", property.replace(':', "-"));
        assert!(old.contains(&class) || shapes.contains(&name), "{line}");
    }
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(turtle: &str) -> Graph {
    TurtleParser::new().for_slice(turtle).collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{error}"))
}
