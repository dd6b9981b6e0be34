//! Whether data may be shared, as far as rules can say, and what to mend first.

use crate::{Dimension, Finding, Score, Severity};

/// Whether data may be shared, as far as rules can say. It is never said that nothing stands in the way, only that nothing was
/// found that does. Ordered from the worst to the best.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Not all of it could be read, or nothing was.
    #[default]
    Unknown,
    /// Something was found that identifies persons or gives them away.
    Stopped,
    /// Something is wrong that whoever uses the data would stumble over.
    Unready,
    /// Nothing was found that stands in the way.
    Clear,
}

impl Verdict {
    /// `unknown`, `stopped`, `unready` or `clear`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Unknown => "unknown",
            Verdict::Stopped => "stopped",
            Verdict::Unready => "unready",
            Verdict::Clear => "clear",
        }
    }

    /// What a finding alone makes of the data it is about.
    #[must_use]
    pub fn of(finding: &Finding) -> Verdict {
        match (finding.severity, finding.dimension) {
            (Severity::Error, Dimension::Privacy) => Verdict::Stopped,
            (Severity::Error, _) | (Severity::Warning, Dimension::Privacy) => Verdict::Unready,
            _ => Verdict::Clear,
        }
    }

    /// True for a finding that stands in the way: of data that is stopped, one that stops it.
    #[must_use]
    pub fn rests_on(self, finding: &Finding) -> bool {
        match self {
            Verdict::Stopped => Verdict::of(finding) == Verdict::Stopped,
            _ => Verdict::of(finding) != Verdict::Clear,
        }
    }
}

/// What to mend early: findings of one rule in one source, and what mending them gains.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Where the findings stand in [`crate::Report::findings`]; the first is the gravest.
    pub findings: Vec<usize>,
    /// True when they stand in the way of sharing the data.
    pub stops: bool,
    /// The score of the findings' dimension today and when they are mended, over all sources.
    pub gain: Option<[Score; 2]>,
}
