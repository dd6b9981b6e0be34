//! `pack.toml` and the code lists of a pack.

use crate::config::{toml_file, typed};
use crate::fault::{Fault, Source};
use crate::schema::Schema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What `pack.toml` says of a folder of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Manifest {
    /// The first part of the rules' ids.
    pub name: String,
    /// What the pack is about.
    pub title: String,
    /// Files of the pack's own code lists by name, relative to the pack's folder; never outside it.
    #[serde(default)]
    pub codelists: BTreeMap<String, String>,
}

/// Reads the manifest `text`, shown as `name`.
///
/// # Errors
/// The text is not TOML, or does not keep the schema.
pub fn manifest(name: &str, text: &str, schema: &Schema) -> Result<Manifest, Fault> {
    typed(&toml_file(Source { name, text })?, schema)
}

/// The codes of a code list: the first column of every line behind the header. Lines that begin with `#` are comments;
/// columns are set apart by semicolon, comma or tab. Without a header the first line is a code as well: no column is called by
/// a number.
#[must_use]
pub fn codelist(text: &str) -> BTreeSet<String> {
    let lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.starts_with('#'));
    let codes = lines.map(|line| line.split([';', ',', '\t']).next().unwrap_or("").trim().trim_matches('"').trim());
    let is_header = |at: usize, code: &str| at == 0 && !code.bytes().all(|byte| byte.is_ascii_digit());
    let codes = codes.enumerate().filter(|(at, code)| !code.is_empty() && !is_header(*at, code));
    codes.map(|(_, code)| code.to_owned()).collect()
}
