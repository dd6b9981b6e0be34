//! SHACL Core (W3C Recommendation of 2017-07-20, sections 2 to 4) over graphs in memory: [`Shapes::read`] compiles the shapes of
//! a graph and says what of it does nothing, [`Shapes::validate`] holds another graph against them.
//!
//! Nothing is read, fetched, parsed or inferred here, and no thread is started. Shapes are checked in an order of their own, so
//! that the same graphs give the same report. That order rests on the labels of blank nodes: who parses a graph and wants the
//! same bytes twice gives blank nodes labels that are the same twice.

mod constraint;
mod datatype;
mod fault;
mod index;
mod path;
mod pattern;
mod read;
mod report;
mod shape;
mod validate;
mod value;
mod vocabulary;

pub use constraint::{Component, Constraint, NodeKind};
pub use fault::{Fault, Kind};
pub use path::Path;
pub use pattern::{Pattern, PatternError};
pub use report::{Failure, Reason, Report, ValidationResult};
pub use shape::{Severity, Shapes, Target};
