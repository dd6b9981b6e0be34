//! Vocabularies that catalogues use.

pub(super) const ADMS: &str = "http://www.w3.org/ns/adms#";
pub(super) const CPSV: &str = "http://purl.org/vocab/cpsv#";
pub(super) const DCAT: &str = "http://www.w3.org/ns/dcat#";
pub(super) const DCATAP: &str = "http://data.europa.eu/r5r/";
pub(super) const DCATNO: &str = "http://difi.no/dcatno#";
pub(super) const DCT: &str = "http://purl.org/dc/terms/";
pub(super) const FOAF: &str = "http://xmlns.com/foaf/0.1/";
pub(super) const OWL: &str = "http://www.w3.org/2002/07/owl#";
pub(super) const SPDX: &str = "http://spdx.org/rdf/terms#";
pub(super) const TIME: &str = "http://www.w3.org/2006/time#";
pub(super) const VCARD: &str = "http://www.w3.org/2006/vcard/ns#";
/// Both ways in which schema.org is written.
pub(super) const SCHEMA: [&str; 2] = ["http://schema.org/", "https://schema.org/"];

/// A term of DCAT.
pub(super) fn dcat(name: &str) -> String {
    format!("{DCAT}{name}")
}

/// A term of Dublin Core.
pub(super) fn dct(name: &str) -> String {
    format!("{DCT}{name}")
}
