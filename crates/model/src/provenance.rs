//! What a report was made with, so that it can be made again.

/// What a report was made with. Hashes are SHA-256 in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Hash of the pages of all rules, by id.
    pub rules: Option<String>,
    /// Code lists by name, with their hashes.
    pub codelists: Vec<(String, String)>,
    /// Configurations by path, with their hashes.
    pub configurations: Vec<(String, String)>,
}
