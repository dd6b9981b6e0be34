//! What `munilint.toml` and the flags say.

use crate::{Allow, Disclosure, Language, Role, Severity, Tolerance};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From which severity findings make the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Anything.
    Note,
    /// Nothing.
    Never,
}

impl FailOn {
    /// True when a finding of that severity fails the run.
    #[must_use]
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Note => true,
            FailOn::Never => false,
        }
    }
}

/// Settings of one rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct RuleSettings {
    /// Another severity.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// The most that it may find before it counts for the exit status.
    #[serde(default)]
    pub max: Option<Tolerance>,
    /// Options that the rule's page names.
    #[serde(flatten)]
    pub options: BTreeMap<String, f64>,
}

/// Settings for the sources whose path matches.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PathSettings {
    /// Patterns (`raw/**`, `*.tsv`), relative to the configuration's folder.
    #[serde(rename = "match")]
    pub patterns: Vec<String>,
    /// Only these rules.
    #[serde(default)]
    pub select: Vec<String>,
    /// Not these rules.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// From which severity their findings fail the run.
    #[serde(default)]
    pub fail_on: Option<FailOn>,
    /// Settings by rule id.
    #[serde(default)]
    pub rules: BTreeMap<String, RuleSettings>,
    /// Roles by field name.
    #[serde(default)]
    pub fields: BTreeMap<String, Role>,
    /// What others may know of the persons in them.
    #[serde(default)]
    pub disclosure: Option<Disclosure>,
    /// A Table Schema of their fields, relative to the configuration's folder.
    #[serde(default)]
    pub schema: Option<String>,
}

/// `munilint.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Config {
    /// Only these rules: families, ids, patterns with `*`.
    #[serde(default)]
    pub select: Vec<String>,
    /// Not these rules.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// From which severity the run fails.
    #[serde(default)]
    pub fail_on: Option<FailOn>,
    /// Language of messages.
    #[serde(default)]
    pub lang: Option<Language>,
    /// The baseline that runs are held against, relative to the configuration's folder.
    #[serde(default)]
    pub baseline: Option<String>,
    /// Paths that are not looked at.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Folders with packs of your own rules, relative to the configuration's folder.
    #[serde(default)]
    pub packs: Vec<String>,
    /// Settings by rule id.
    #[serde(default)]
    pub rules: BTreeMap<String, RuleSettings>,
    /// Roles by field name.
    #[serde(default)]
    pub fields: BTreeMap<String, Role>,
    /// What others may know of persons.
    #[serde(default)]
    pub disclosure: Option<Disclosure>,
    /// Settings for some paths.
    #[serde(default)]
    pub paths: Vec<PathSettings>,
    /// Findings that are let stand, each with its reason.
    #[serde(default)]
    pub allow: Vec<Allow>,
    /// The name of a set of options for disclosure control.
    #[serde(default)]
    pub profile: Option<String>,
}
