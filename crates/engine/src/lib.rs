//! Config → plan → scan → judge → settle → report.
//!
//! A [`Plan`] says which rules look at a source. A [`Scan`] folds the records of a table through the profile and the
//! checks, on any number of threads. What was found is judged, and [`Checker`] puts it into words.

mod allow;
mod beside;
mod characters;
mod check;
mod compare;
mod completeness;
mod days;
mod distribution;
mod figures;
mod gate;
mod mend;
mod metadata;
mod plan;
mod pseudonym;
mod records;
mod report;
#[cfg(test)]
mod sample;
mod scan;
mod score;
mod screening;
mod settle;
mod snippet;
mod verdict;
mod words;

pub use allow::{Meant, PlannedAllow};
pub use check::{Checked, Checker, VintageOf};
pub use compare::{Differing, compare};
pub use mend::{Chosen, Offers, Permission};
pub use plan::{ConfigPlan, Plan, PlanError, PlannedRule, Planner};
pub use pseudonym::Key;
pub use report::{Assess, Run, report};
pub use scan::{Scan, ScanState, Scanned};
