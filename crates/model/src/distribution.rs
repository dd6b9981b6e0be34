//! How the values of a field are spread.

use crate::Excerpt;

/// How the values of a field are spread. Everything in it may be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueDistribution {
    /// Figures, counted between limits, in order. Between two bins there is no figure.
    Figures {
        /// How limits follow on each other.
        scale: Scale,
        /// At most twenty.
        bins: Vec<Bin>,
    },
    /// Time, in order. Where periods follow on each other those without a row are there, too.
    Periods(Vec<(Excerpt, u64)>),
}

/// How limits follow on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// All bins are equally wide.
    Equal,
    /// Bins are wider the farther they are from zero, which has one of its own with both limits zero.
    Growing,
}

impl Scale {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Scale::Equal => "equal",
            Scale::Growing => "growing",
        }
    }
}

/// Figures between two limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The lower limit; `None` when all that is less is in it, too. Of an equal scale the lower limit is in the bin, of a growing
    /// one that which is nearer to zero.
    pub from: Option<f64>,
    /// The upper limit; `None` when all that is more is in it, too.
    pub to: Option<f64>,
    /// How many figures.
    pub count: u64,
}
