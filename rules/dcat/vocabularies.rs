//! The lists that DCAT-AP-NO points at.

use super::standard::eu_code;
use crate::areas::names::list;
use munilint_detect::codelist::{CodeList, Entry};
use std::sync::LazyLock;

static THEMES: LazyLock<CodeList> = LazyLock::new(|| list("eu-data-themes"));
static FREQUENCIES: LazyLock<CodeList> = LazyLock::new(|| list("eu-frequencies"));

/// Where places have addresses that DCAT-AP-NO takes.
const PLACES: [&str; 9] = [
    "://data.geonorge.no/administrativeEnheter/",
    "://publications.europa.eu/resource/authority/continent/",
    "://publications.europa.eu/resource/authority/country/",
    "://publications.europa.eu/resource/authority/place/",
    "://publications.europa.eu/resource/authority/atu/",
    "://sws.geonames.org/",
    "://www.geonames.org/",
    "://data.geonorge.no/sosi/",
    "_:",
];

/// True for a theme of the EU's list.
pub(super) fn is_theme(iri: &str) -> bool {
    eu_code("data-theme", iri).is_some_and(|code| THEMES.contains(code))
}

/// A frequency of the EU's list.
pub(super) fn frequency(iri: &str) -> Option<&'static Entry> {
    FREQUENCIES.entry(eu_code("frequency", iri)?)
}

/// True for a place that a list has, or that is described by itself.
pub(super) fn is_area(iri: &str) -> bool {
    PLACES.iter().any(|place| iri.contains(place))
}
