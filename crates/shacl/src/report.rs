//! What came of a validation.

use crate::constraint::{Component, Constraint};
use crate::path::Path;
use crate::shape::Severity;
use oxrdf::{Literal, NamedOrBlankNode, Term};
use std::sync::Arc;

/// What came of holding a graph against shapes.
#[derive(Debug, Clone)]
pub struct Report {
    /// True when there is no result, whatever its severity, and no failure.
    pub conforms: bool,
    /// By focus node, then path, component, shape and value.
    pub results: Vec<ValidationResult>,
    /// What could not be decided within the limits.
    pub failures: Vec<Failure>,
}

/// One thing that does not conform (SHACL, section 3.6).
#[derive(Debug, Clone)]
pub struct ValidationResult {
    /// The node that was looked at.
    pub focus_node: Term,
    /// How the value is reached from it; `None` when the node itself does not conform.
    pub path: Option<Arc<Path>>,
    /// The value that does not conform; `None` when one is missing, or the number of values is what is wrong.
    pub value: Option<Term>,
    /// The shape that says so.
    pub source_shape: NamedOrBlankNode,
    /// What kind of demand it is.
    pub component: Component,
    /// The demand, with its parameters.
    pub constraint: Arc<Constraint>,
    /// How grave the shape says it is.
    pub severity: Severity,
    /// The shape's own words, in all its languages; often there are none.
    pub messages: Arc<[Literal]>,
    /// For [`Constraint::Node`]: why the value does not conform to that shape.
    pub details: Vec<ValidationResult>,
}

/// A node that could not be held against a shape to the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The node.
    pub focus_node: Term,
    /// The shape.
    pub shape: NamedOrBlankNode,
    /// Which limit was met.
    pub reason: Reason,
}

/// The limits of a validation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It took too many steps; what would have come after this is not checked.
    Steps,
    /// Recursive shapes lead too far from node to node.
    Depth,
}
