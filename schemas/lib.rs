//! munilint's own JSON Schemas, draft 2020-12: what a user writes and what the tool writes; and its own shapes, in SHACL.
//! [`vendor`] has those of others.

pub mod vendor;

/// The TOML block of a page.
pub const PAGE: &str = include_str!("page.schema.json");

/// What `munilint baseline` writes.
pub const BASELINE: &str = include_str!("baseline.schema.json");

/// `munilint.toml`.
pub const CONFIG: &str = include_str!("config.schema.json");

/// `pack.toml`.
pub const PACK: &str = include_str!("pack.schema.json");

/// What `--format json` prints.
pub const REPORT: &str = include_str!("report.schema.json");

/// A Code Quality report as GitLab documents it, which publishes no schema of its own.
pub const CODE_QUALITY: &str = include_str!("code-quality.schema.json");

/// Shapes for catalogues as DCAT-AP-NO 3 wants them, as Turtle: written by `dcat-ap-no-3.py` from the tables of the standard.
pub const DCAT_AP_NO_3: &str = include_str!("dcat-ap-no-3.shapes.ttl");

/// The names that [`by_name`] knows.
pub const NAMES: [&str; 5] = ["baseline", "config", "pack", "page", "report"];

/// The text of the schema of that name; `None` when there is none.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static str> {
    match name {
        "baseline" => Some(BASELINE),
        "config" => Some(CONFIG),
        "pack" => Some(PACK),
        "page" => Some(PAGE),
        "report" => Some(REPORT),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_schema() {
        for name in NAMES {
            assert!(by_name(name).is_some_and(|text| text.trim_start().starts_with('{')), "{name}");
        }
        assert_eq!(by_name("other"), None);
    }
}
