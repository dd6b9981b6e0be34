//! The built-in rules: a page each, by family, with the Rust beside those that need it.
//!
//! A declarative rule is `<family>/<name>.md` and nothing else. A rule in Rust is the page with `check = "rust"`, a
//! `<family>/<name>.rs` that defines `BODY`, and one line in the family's `mod.rs`. A rule that can mend has `MEND` there, too.
//! The build script finds the pages.

use munilint_model::{Body, DatasetScore, FieldFacts, Measured, MendOf, Metadata, RiskProfile, Vintage};

mod areas;
mod code;
mod combinations;
mod config;
mod datasets;
mod dcat;
mod doc;
mod field_names;
mod file;
mod fold;
mod hashed_rows;
mod join;
mod matching;
mod measured;
mod person;
mod pkg;
mod record_text;
mod remarks;
mod risk;
mod risk_profiles;
mod row_hash;
mod stat;
mod table;
mod value;
mod years;

mod listed {
    use munilint_model::{Body, MendOf};

    include!(concat!(env!("OUT_DIR"), "/pages.rs"));
}

/// Every built-in page: its rule's id (`family/kebab-name`) and its text, sorted by id.
#[must_use]
pub fn pages() -> &'static [(&'static str, &'static str)] {
    listed::PAGES
}

/// The code of a rule whose page says `check = "rust"`. `None` for declarative rules and unknown ids.
#[must_use]
pub fn body(id: &str) -> Option<Body> {
    let found = listed::BODIES.binary_search_by_key(&id, |(known, _)| known);
    found.ok().map(|at| listed::BODIES[at].1.clone())
}

/// What mends the findings of a rule whose page says `fix = "safe"` or `fix = "unsafe"`. `None` for all others.
#[must_use]
pub fn mend(id: &str) -> Option<MendOf> {
    let found = listed::MENDS.binary_search_by_key(&id, |(known, _)| known);
    found.ok().map(|at| listed::MENDS[at].1)
}

/// The text of a built-in code list (`municipalities`), as CSV. `None` when there is none of that name.
#[must_use]
pub fn codelist(name: &str) -> Option<&'static str> {
    codelists().iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Every built-in code list: its name and its text.
#[must_use]
pub fn codelists() -> &'static [(&'static str, &'static str)] {
    listed::CODELISTS
}

/// The named sets of options for disclosure control, by name.
#[must_use]
pub fn risk_profiles() -> Vec<RiskProfile> {
    risk_profiles::profiles()
}

/// How well the rule of that id finds what it looks for, by kind of value, as measured on labelled values. Empty when that
/// was not measured.
#[must_use]
pub fn measured(id: &str) -> Vec<Measured> {
    measured::measured(id)
}

/// How good the metadata of each dataset of a catalogue is, by the points of the national catalogue's assessment (FDK MQA) that
/// need no network. `read` tells which forms of a dataset, both by their positions, are tables that were read.
#[must_use]
pub fn metadata_scores(metadata: &Metadata, read: &dyn Fn(usize, usize) -> bool) -> Vec<DatasetScore> {
    dcat::mqa::scores(metadata, read)
}

/// The edition (vintage) of the municipality or county division (SSB KLASS 131 and 104) that the numbers of a field fit best.
/// `None` when the field holds no such numbers.
#[must_use]
pub fn vintage(field: &FieldFacts) -> Option<Vintage> {
    areas::vintage::vintage(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_sorted_and_named_after_their_family() {
        let ids: Vec<&str> = pages().iter().map(|(id, _)| *id).collect();
        assert!(ids.is_sorted());
        assert!(ids.iter().all(|id| id.split('/').count() == 2 && !id.contains('_')), "{ids:?}");
    }

    #[test]
    fn a_page_has_code_exactly_when_it_says_so() {
        for (id, page) in pages() {
            assert_eq!(body(id).is_some(), page.contains("check      = \"rust\""), "{id}");
        }
    }
}
