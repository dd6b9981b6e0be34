//! What in a graph of shapes does not do what its author meant.

use oxrdf::{NamedNode, Term};
use std::fmt;

/// Something in a graph of shapes that is not checked, or not as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The node that it was found at: most often a shape.
    pub node: Term,
    /// When that is a blank node: the next node with an IRI that leads to it.
    pub within: Option<NamedNode>,
    /// What it is.
    pub kind: Kind,
}

/// What is wrong with shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The namespace of SHACL has no such term, so it does nothing.
    UnknownTerm {
        /// The term as written.
        term: NamedNode,
        /// The term that was most likely meant.
        meant: Option<NamedNode>,
    },
    /// SHACL has it (SPARQL, JavaScript, rules, drafts), SHACL Core has not: it is not checked.
    Unsupported {
        /// The predicate or class.
        term: NamedNode,
    },
    /// A parameter has a value that it cannot have; this value is not checked.
    IllFormed {
        /// The parameter.
        parameter: NamedNode,
        /// Its value.
        value: Term,
        /// What it must be, in words.
        expected: &'static str,
    },
    /// A list has an item without a value or with several, no end, or turns round on itself; the constraint is not checked.
    IllFormedList {
        /// The parameter whose value the list is.
        parameter: NamedNode,
    },
    /// A path is none that SHACL knows; the shape is not checked.
    IllFormedPath,
    /// A path can be read in several ways; the first in the order of the standard was taken.
    AmbiguousPath,
    /// A pattern that cannot be matched in linear time, or is none; it is not checked.
    Pattern {
        /// The pattern as written.
        pattern: String,
        /// Why not.
        reason: String,
    },
    /// The parameter counts or compares values of a property, and the shape has no `sh:path`; it is not checked.
    NeedsPath {
        /// The parameter.
        parameter: NamedNode,
    },
    /// More values than the one that is allowed; each is checked.
    Repeated {
        /// The parameter.
        parameter: NamedNode,
    },
    /// A parameter that does nothing without another one.
    Alone {
        /// The parameter that is there.
        parameter: NamedNode,
        /// One that is missing.
        missing: NamedNode,
    },
    /// Values are held against it as a shape, and nothing is said of it: everything conforms.
    Undescribed,
    /// A shape that is aimed at nothing and that no other shape asks for: it checks nothing.
    Unused,
    /// A shape that asks for itself in the end. The standard leaves open what that means; here a node conforms as long as nothing speaks
    /// against it.
    Recursive,
    /// Another graph is asked for, and is not fetched.
    Import {
        /// The graph.
        graph: Term,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.within {
            Some(within) => write!(to, "within {within}: ")?,
            None => write!(to, "{}: ", self.node)?,
        }
        match &self.kind {
            Kind::UnknownTerm { term, meant: Some(meant) } => {
                write!(to, "{term} is no term of SHACL and does nothing; {meant} was meant?")
            }
            Kind::UnknownTerm { term, meant: None } => write!(to, "{term} is no term of SHACL and does nothing"),
            Kind::Unsupported { term } => write!(to, "{term} is beyond SHACL Core and not checked"),
            Kind::IllFormed { parameter, value, expected } => {
                write!(to, "{parameter} is {value}, which is not {expected}; not checked")
            }
            Kind::IllFormedList { parameter } => write!(to, "{parameter} is not a list with an end; not checked"),
            Kind::IllFormedPath => write!(to, "sh:path is not a path; the shape is not checked"),
            Kind::AmbiguousPath => write!(to, "sh:path can be read in several ways"),
            Kind::Pattern { pattern, reason } => write!(to, "sh:pattern {pattern:?} is not checked: {reason}"),
            Kind::NeedsPath { parameter } => write!(to, "{parameter} needs sh:path in the same shape; not checked"),
            Kind::Repeated { parameter } => write!(to, "{parameter} has more than one value"),
            Kind::Alone { parameter, missing } => write!(to, "{parameter} does nothing without {missing}"),
            Kind::Undescribed => write!(to, "is asked for as a shape, and nothing is said of it: everything conforms"),
            Kind::Unused => write!(to, "a shape without a target, and no shape asks for it: it checks nothing"),
            Kind::Recursive => write!(to, "a shape that asks for itself"),
            Kind::Import { graph } => write!(to, "{graph} is not fetched"),
        }
    }
}
