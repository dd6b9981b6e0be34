//! Config → plan → scan → judge → settle → report.
//!
//! A [`Plan`] says which rules look at a source. A [`Scan`] folds the records of a table through the profile and the
//! checks, on any number of threads. What was found is judged, and [`Checker`] puts it into words.

mod beside;
mod check;
mod plan;
mod scan;
mod settle;
mod snippet;
mod words;

pub use check::{Checked, Checker, report};
pub use plan::{Plan, PlanError, PlannedRule, Planner};
pub use scan::{Scan, ScanState, Scanned};
