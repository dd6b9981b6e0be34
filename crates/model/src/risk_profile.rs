//! Named sets of options.

use crate::{Options, Rule};

/// A named set of options for the rules of one family: whose rule of thumb it is, and where it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskProfile {
    /// How `munilint.toml` and `--profile` name it.
    pub name: String,
    /// The family whose rules it is about.
    pub family: &'static str,
    /// Its options. A rule takes those that its page states.
    pub options: Options,
    /// Whose it is.
    pub stated_by: String,
    /// What it says, and where.
    pub basis: String,
}

impl RiskProfile {
    /// The options that it sets for a rule.
    pub fn options_of<'a>(&'a self, rule: &'a Rule) -> impl Iterator<Item = (&'a String, f64)> {
        let meant = self
            .options
            .0
            .iter()
            .filter(|(name, _)| rule.family() == self.family && rule.options.0.contains_key(*name));
        meant.map(|(name, number)| (name, *number))
    }
}
