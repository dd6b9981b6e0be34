//! Formats and media types, however they are written.

use super::standard::eu_code;
use crate::areas::names::list;
use munilint_detect::codelist::{CodeList, Entry};
use std::sync::LazyLock;

static FILE_TYPES: LazyLock<CodeList> = LazyLock::new(|| list("eu-file-types"));
static MEDIA_TYPES: LazyLock<CodeList> = LazyLock::new(|| list("media-types"));

/// Where IANA's register gives addresses to media types.
const IANA: &str = "://www.iana.org/assignments/media-types/";

/// The EU's type of file that an IRI of its list stands for.
pub(crate) fn listed(iri: &str) -> Option<&'static Entry> {
    FILE_TYPES.entry(eu_code("file-type", iri)?)
}

/// The EU's type of file that is meant: by its IRI, a media type, or its name.
pub(crate) fn meant(text: &str) -> Option<&'static Entry> {
    let types: &'static CodeList = &FILE_TYPES;
    let name = text.trim().trim_start_matches('.').replace([' ', '-'], "_").to_uppercase();
    listed(text).or_else(|| types.entry(&name)).or_else(|| {
        let media = media_type(text)?;
        types.iter().find(|entry| types.cell(entry, "media-type") == Some(media))
    })
}

/// The media type that is meant: by an IRI that ends with it, or by itself, without parameters.
fn media_type(text: &str) -> Option<&str> {
    let text = text.split(';').next().unwrap_or("").trim();
    let mut parts = text.rsplitn(3, '/');
    let (sub, top) = (parts.next()?, parts.next()?);
    let known = ["application", "audio", "font", "image", "message", "model", "multipart", "text", "video"];
    let start = text.len() - sub.len() - top.len() - 1;
    known.contains(&top).then(|| &text[start..])
}

/// True for a media type of IANA's register, by its address.
pub(crate) fn is_registered_address(iri: &str) -> bool {
    iri.split_once(IANA).is_some_and(|(_, name)| MEDIA_TYPES.contains(name))
}

/// True when programs can read such files as data.
pub(crate) fn is_readable(entry: &Entry) -> bool {
    FILE_TYPES.cell(entry, "readable") == Some("1")
}

/// True when such files belong to no maker's program.
pub(crate) fn is_open(entry: &Entry) -> bool {
    FILE_TYPES.cell(entry, "open") == Some("1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_however_they_are_written() {
        let code = |text: &str| meant(text).map(|entry| entry.code.as_str());
        for csv in [
            "http://publications.europa.eu/resource/authority/file-type/CSV",
            "https://www.iana.org/assignments/media-types/text/csv",
            "text/csv",
            "text/csv; charset=utf-8",
            "csv",
            ".csv",
            "https://data.norge.no/text/csv",
        ] {
            assert_eq!(code(csv), Some("CSV"), "{csv}");
        }
        assert_eq!(code("GeoJSON"), Some("GEOJSON"));
        assert_eq!(code("zip/csv"), None);
        assert!(is_registered_address("https://www.iana.org/assignments/media-types/text/csv"));
        assert!(!is_registered_address("https://data.norge.no/text/csv"));
    }
}
