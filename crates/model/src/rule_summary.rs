//! A rule as reports describe it.

use crate::{Confidence, Dimension, Language, Rule, Severity};
use std::sync::Arc;

/// A rule as reports describe it, in their language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSummary {
    /// `family/kebab-name`.
    pub id: Arc<str>,
    /// The page's first heading, in English.
    pub title: String,
    /// The severity that its page states.
    pub severity: Severity,
    /// The confidence that its page states.
    pub confidence: Confidence,
    /// Quality dimension.
    pub dimension: Dimension,
    /// Why it matters.
    pub why: String,
    /// What to do about it.
    pub help: String,
    /// The whole page: Markdown, in English.
    pub page: Arc<str>,
}

impl RuleSummary {
    /// What there is to say of a rule in `language`.
    #[must_use]
    pub fn of(rule: &Rule, language: Language) -> Self {
        RuleSummary {
            id: Arc::clone(&rule.id),
            title: rule.title.clone(),
            severity: rule.severity,
            confidence: rule.confidence,
            dimension: rule.dimension,
            why: rule.why.get("", language).to_owned(),
            help: rule.help.get("", language).to_owned(),
            page: Arc::clone(&rule.page),
        }
    }
}
