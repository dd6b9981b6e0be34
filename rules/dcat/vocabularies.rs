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

/// The most days between two updates, by an IRI of the EU's list, its name there, or an ISO 8601 repetition (`R/P1Y`); `None` where
/// there is no such time.
pub(crate) fn days_between(text: &str) -> Option<u64> {
    let bare = text.trim().trim_start_matches("freq:").to_uppercase();
    let code = match bare.trim_start_matches("R/") {
        "P1Y" | "YEARLY" => "ANNUAL",
        "P6M" => "ANNUAL_2",
        "P3M" => "QUARTERLY",
        "P1M" => "MONTHLY",
        "P1W" | "P7D" => "WEEKLY",
        "P1D" => "DAILY",
        other => other,
    };
    let entry = frequency(text).or_else(|| FREQUENCIES.entry(code))?;
    FREQUENCIES.cell(entry, "days")?.parse().ok()
}

/// True for a place that a list has, or that is described by itself.
pub(super) fn is_area(iri: &str) -> bool {
    PLACES.iter().any(|place| iri.contains(place))
}
