//! Whether data may be shared, as far as rules can say, and what to mend first.

use crate::Score;

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
