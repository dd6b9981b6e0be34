//! Licences, however they are written.

use super::standard::eu_code;
use crate::areas::names::list;
use munilint_detect::codelist::CodeList;
use std::sync::LazyLock;

static LICENCES: LazyLock<CodeList> = LazyLock::new(|| list("eu-licences"));

/// What an address or a name of a licence stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Licence {
    /// A licence of the EU's list, by its address there.
    Listed(&'static str),
    /// One of that list, by another address or name.
    Meant(&'static str),
    /// A licence of a family, without its version.
    Versionless(&'static str),
    /// An edition that has been replaced, and the newer one.
    Replaced(&'static str),
    /// None that is known.
    Unknown,
}

/// Tells what is meant.
pub(crate) fn licence(text: &str) -> Licence {
    let list: &'static CodeList = &LICENCES;
    if let Some(entry) = eu_code("licence", text).and_then(|code| list.entry(code)) {
        return Licence::Listed(&entry.code);
    }
    let lower = text.trim().to_lowercase();
    let bare: String = lower.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let ends = |end: &str| bare.ends_with(end) || bare.contains(&format!("licenses{end}"));
    if bare.contains("nlod") {
        return match () {
            () if ends("nlod20") || ends("nlodno20") || bare.contains("nlod2") => Licence::Meant("NLOD_2_0"),
            () if bare.contains("nlod1") || bare.contains("nlodno10") => Licence::Replaced("NLOD_2_0"),
            () => Licence::Versionless("NLOD_2_0"),
        };
    }
    if bare.contains("publicdomainzero") || bare.contains("cc0") {
        return Licence::Meant("CC0");
    }
    let is_cc = lower.contains("creativecommons.org/") || bare.starts_with("ccby");
    if is_cc && (bare.contains("licensesby") || bare.starts_with("ccby")) {
        let rest = bare.split("licenses").last().unwrap_or("").trim_start_matches("cc");
        return match rest.strip_prefix("by") {
            Some(version) if version.starts_with("40") => Licence::Meant("CC_BY_4_0"),
            Some(version) if version.starts_with(|c: char| c.is_ascii_digit()) => Licence::Replaced("CC_BY_4_0"),
            Some("") => Licence::Versionless("CC_BY_4_0"),
            _ => Licence::Unknown,
        };
    }
    Licence::Unknown
}

/// True when the national catalogue counts the licence as open.
pub(crate) fn is_open(text: &str) -> bool {
    let code = match licence(text) {
        Licence::Listed(code) | Licence::Meant(code) | Licence::Versionless(code) | Licence::Replaced(code) => code,
        Licence::Unknown => return false,
    };
    LICENCES.entry(code).is_some_and(|entry| LICENCES.cell(entry, "open") == Some("1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_told_however_they_are_written() {
        for (text, meant) in [
            ("http://publications.europa.eu/resource/authority/licence/NLOD_2_0", Licence::Listed("NLOD_2_0")),
            ("http://data.norge.no/nlod/", Licence::Versionless("NLOD_2_0")),
            ("https://data.norge.no/nlod/no/2.0", Licence::Meant("NLOD_2_0")),
            ("https://data.norge.no/nlod/no/1.0", Licence::Replaced("NLOD_2_0")),
            ("NLOD", Licence::Versionless("NLOD_2_0")),
            ("https://creativecommons.org/licenses/by/4.0/deed.no", Licence::Meant("CC_BY_4_0")),
            ("http://creativecommons.org/licenses/by/3.0/", Licence::Replaced("CC_BY_4_0")),
            ("CC-BY-4.0", Licence::Meant("CC_BY_4_0")),
            ("https://creativecommons.org/publicdomain/zero/1.0/", Licence::Meant("CC0")),
            ("https://creativecommons.org/licenses/by-nc/4.0/", Licence::Unknown),
            ("egen lisens", Licence::Unknown),
        ] {
            assert_eq!(licence(text), meant, "{text}");
        }
    }
}
