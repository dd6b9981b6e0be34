//! Findings that a configuration allows, each with its reason.

use crate::{Confidence, Date, Excerpt, Finding, Span, mask, value::wildcard};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An `[[allow]]` table of `munilint.toml`: findings that somebody looked at and lets stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Allow {
    /// Patterns of paths (`valg/**`, `*.tsv`), relative to the configuration's folder.
    #[serde(rename = "match")]
    pub patterns: Vec<String>,
    /// The rules: an id, a family, or a pattern with `*`.
    pub rule: String,
    /// The field: its name, or a pattern with `*`, compared without case. Without it, any, and findings about no single field.
    #[serde(default)]
    pub field: Option<String>,
    /// How sure the findings are at most.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Why they are let stand.
    pub reason: String,
    /// The last day on which they are.
    #[serde(default)]
    pub until: Option<Date>,
    /// Where it stands in the configuration.
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Allow {
    /// True when the finding, of a path and a rule that are meant, is about what is meant.
    #[must_use]
    pub fn is_about(&self, finding: &Finding) -> bool {
        let named = |pattern: &String| {
            // The finding's name of the field is masked.
            let pattern = mask(pattern.trim()).to_lowercase();
            finding.field.as_ref().is_some_and(|name| wildcard(&pattern, &name.as_str().trim().to_lowercase()))
        };
        self.field.as_ref().is_none_or(named) && self.confidence.is_none_or(|most| finding.confidence <= most)
    }

    /// True when its last day lies before `today`.
    #[must_use]
    pub fn has_expired(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

/// A finding that is allowed: it is reported with its reason, and does not count for the exit status.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// The finding.
    pub finding: Finding,
    /// Why it is let stand, masked.
    pub reason: Excerpt,
    /// The last day on which it is.
    pub until: Option<Date>,
}

/// What became of an [`Allow`] in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct AllowFacts {
    /// As the configuration states it.
    pub allow: Arc<Allow>,
    /// True when its last day is past, so that nothing is allowed by it.
    pub has_expired: bool,
    /// How many findings it is about.
    pub findings: u64,
    /// How many files it is about were checked.
    pub files: u64,
    /// True when all that it may be about was looked at: every file that its patterns can mean, by every rule it names.
    pub is_complete: bool,
}

/// What a run says of a configuration, for the rules that judge it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfigFacts {
    /// The configuration's name as it is shown.
    pub source: Arc<str>,
    /// In the order in which they stand.
    pub allows: Vec<AllowFacts>,
}
