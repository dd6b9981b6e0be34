//! Shapes as they were read.

use crate::constraint::Constraint;
use crate::path::Path;
use oxrdf::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use std::fmt;
use std::sync::Arc;

/// The shapes of a graph, compiled.
#[derive(Debug, Clone)]
pub struct Shapes {
    pub(crate) shapes: Vec<Shape>,
}

impl Shapes {
    /// How many shapes there are, named or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }
}

/// One shape.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) name: NamedOrBlankNode,
    /// Of a property shape.
    pub(crate) path: Option<Arc<Path>>,
    pub(crate) targets: Vec<Target>,
    pub(crate) constraints: Vec<Arc<Constraint>>,
    pub(crate) severity: Severity,
    pub(crate) messages: Arc<[Literal]>,
    /// Everything conforms: it says so itself, or it has a path that is none.
    pub(crate) deactivated: bool,
    /// It asks for itself in the end, or stands between shapes that do.
    pub(crate) recursive: bool,
}

/// What a shape is aimed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// One node, in the data or not.
    Node(Term),
    /// The instances of a class, and of those below it.
    Class(NamedNode),
    /// What has the property.
    SubjectsOf(NamedNode),
    /// What is a value of the property.
    ObjectsOf(NamedNode),
}

/// How grave a result is. It says nothing of whether a graph conforms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Severity {
    /// `sh:Violation`; also when a shape says nothing.
    Violation,
    /// `sh:Warning`
    Warning,
    /// `sh:Info`
    Info,
    /// One that the author of the shapes made up.
    Other(NamedNode),
}

impl Severity {
    /// By its IRI.
    #[must_use]
    pub fn from_iri(iri: NamedNodeRef<'_>) -> Self {
        [Self::Violation, Self::Warning, Self::Info]
            .into_iter()
            .find(|severity| severity.iri() == iri)
            .unwrap_or_else(|| Self::Other(iri.into_owned()))
    }

    /// Its IRI.
    #[must_use]
    pub fn iri(&self) -> NamedNodeRef<'_> {
        match self {
            Self::Violation => NamedNodeRef::new_unchecked("http://www.w3.org/ns/shacl#Violation"),
            Self::Warning => NamedNodeRef::new_unchecked("http://www.w3.org/ns/shacl#Warning"),
            Self::Info => NamedNodeRef::new_unchecked("http://www.w3.org/ns/shacl#Info"),
            Self::Other(iri) => iri.as_ref(),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iri().fmt(to)
    }
}
