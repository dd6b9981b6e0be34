//! Which profile of DCAT a catalogue keeps, and in which version.

use super::terms::{CPSV, DCAT, DCATAP, DCATNO, OWL, dcat, dct};
use crate::graph::Graph;
use munilint_model::{Occurrences, Standard, StandardKind};
use oxrdf::Term;
use std::collections::BTreeMap;

/// Beginnings of addresses of the European profile, without scheme and in lower case; its version follows.
const EUROPEAN: [&str; 3] = [
    "semiceu.github.io/dcat-ap/releases/",
    "data.europa.eu/r5r",
    "joinup.ec.europa.eu/collection/semic-support-centre/solution/dcat-application-profile-data-portals-europe/release/",
];

/// The profile that a catalogue says it keeps, or can only be by the terms it uses: the Norwegian one, unless it says that it keeps version 3
/// of the European one and has no term of the Norwegian. Shapes of older European versions are not at hand.
pub(super) fn standard(graph: &Graph, terms: &BTreeMap<String, Occurrences>) -> Standard {
    let told = profiles(graph);
    let norwegian =
        told.iter().find_map(|iri| Some(iri.split_once("dcat-ap-no/v")?.1.trim_end_matches('/').to_owned()));
    let by_terms = terms.keys().filter_map(|term| version_with(term)).max().map(str::to_owned);
    let is_norwegian = terms.keys().any(|term| term.starts_with(DCATNO) || term.starts_with(CPSV));
    let european = told.iter().find_map(|iri| european(iri)).filter(|_| norwegian.is_none() && !is_norwegian);
    match european {
        Some(version) if version.is_empty() || version.starts_with('3') => {
            let version = Some(version).filter(|version| !version.is_empty());
            Standard { kind: StandardKind::DcatAp, version }
        }
        _ => Standard { kind: StandardKind::Dcat, version: norwegian.or(by_terms) },
    }
}

/// What catalogues say they keep, in lower case.
fn profiles(graph: &Graph) -> Vec<String> {
    let mut told = Vec::new();
    for catalogue in graph.of_class(&dcat("Catalog")) {
        for (object, _) in graph.objects(catalogue.as_ref(), &dct("conformsTo")) {
            match object {
                Term::NamedNode(profile) => told.push(profile.as_str().to_lowercase()),
                Term::Literal(profile) => told.push(profile.value().to_lowercase()),
                Term::BlankNode(_) => {}
            }
        }
    }
    told
}

/// The version of the European profile that an address names: `3.0.0`; empty when it names none.
fn european(iri: &str) -> Option<String> {
    let address = iri.split_once("://").map_or(iri, |(_, address)| address);
    let behind = EUROPEAN.iter().find_map(|start| address.strip_prefix(start))?.trim_start_matches('/');
    let version: String = behind.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    Some(version.trim_end_matches('.').to_owned())
}

/// The version of DCAT-AP-NO that has a term which those before it do not have. Newer terms tell more: older ones are often left behind in a
/// newer description.
fn version_with(term: &str) -> Option<&'static str> {
    match term.strip_prefix(DCAT) {
        Some("version" | "hasVersion" | "inSeries" | "DatasetSeries" | "prev") => Some("3"),
        _ if term.starts_with(DCATAP) => Some("3"),
        _ if term.starts_with(CPSV) || term == format!("{OWL}versionInfo") => Some("2"),
        _ if term.starts_with(DCATNO) => Some("1.1"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::turtle;

    fn told(catalogue: &str) -> String {
        let prefixes = "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . \
                        @prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix dcatap: <http://data.europa.eu/r5r/> . ";
        let graph = turtle::read(format!("{prefixes} <https://a.example/> a dcat:Catalog {catalogue} .").as_bytes());
        standard(&graph, &graph.terms()).to_string()
    }

    #[test]
    fn a_catalogue_keeps_what_it_says_or_what_its_terms_say() {
        for (catalogue, expected) in [
            ("", "DCAT-AP-NO"),
            ("; cpsv:follows [ ]", "DCAT-AP-NO 2"),
            ("; dcatap:availability <x:a> ; cpsv:follows [ ]", "DCAT-AP-NO 3"),
            ("; dct:conformsTo <https://data.norge.no/specification/dcat-ap-no/v3.0/>", "DCAT-AP-NO 3.0"),
            ("; dct:conformsTo <https://semiceu.github.io/DCAT-AP/releases/3.0.0/>", "DCAT-AP 3.0.0"),
            ("; dct:conformsTo <https://semiceu.github.io/DCAT-AP/releases/3.0.0> ; cpsv:follows [ ]", "DCAT-AP-NO 2"),
            ("; dct:conformsTo <https://semiceu.github.io/DCAT-AP/releases/2.1.1>", "DCAT-AP-NO"),
            ("; dct:conformsTo \"http://data.europa.eu/r5r/\"", "DCAT-AP"),
            ("; dct:conformsTo <https://www.w3.org/TR/vocab-dcat-3/>", "DCAT-AP-NO"),
        ] {
            assert_eq!(told(catalogue), expected, "{catalogue}");
        }
    }
}
