//! What a shape demands, in terms that a message can be worded with.

use crate::pattern::Pattern;
use oxrdf::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef};

/// One demand of a shape: a constraint component with its parameters (SHACL, section 4).
#[derive(Debug, Clone)]
pub enum Constraint {
    /// Values are instances of the class, or of one below it.
    Class(NamedNode),
    /// Values are literals of the datatype, well spelt.
    Datatype(NamedNode),
    /// Values are IRIs, blank nodes or literals.
    NodeKind(NodeKind),
    /// There are that many values at least.
    MinCount(u64),
    /// There are that many values at most.
    MaxCount(u64),
    /// Values are greater.
    MinExclusive(Literal),
    /// Values are greater or the same.
    MinInclusive(Literal),
    /// Values are less.
    MaxExclusive(Literal),
    /// Values are less or the same.
    MaxInclusive(Literal),
    /// Values have that many characters at least.
    MinLength(u64),
    /// Values have that many characters at most.
    MaxLength(u64),
    /// Values match the pattern somewhere.
    Pattern(Pattern),
    /// Values are texts in one of the languages (basic language ranges of RFC 4647).
    LanguageIn(Vec<String>),
    /// No two values are in the same language.
    UniqueLang,
    /// Values are the same as those of the property.
    Equals(NamedNode),
    /// Values are none of those of the property.
    Disjoint(NamedNode),
    /// Values are less than all values of the property.
    LessThan(NamedNode),
    /// Values are less than all values of the property, or the same.
    LessThanOrEquals(NamedNode),
    /// Values do not conform to the shape.
    Not(NamedOrBlankNode),
    /// Values conform to all of the shapes.
    And(Vec<NamedOrBlankNode>),
    /// Values conform to one of the shapes at least.
    Or(Vec<NamedOrBlankNode>),
    /// Values conform to exactly one of the shapes.
    Xone(Vec<NamedOrBlankNode>),
    /// Values conform to the shape.
    Node(NamedOrBlankNode),
    /// Values have a property as the shape says.
    Property(NamedOrBlankNode),
    /// Some values, counted, conform to the shape and to none of the siblings.
    Qualified {
        /// The shape that is counted for.
        shape: NamedOrBlankNode,
        /// Shapes that values must not conform to in order to count.
        siblings: Vec<NamedOrBlankNode>,
        /// That many at least.
        min: Option<u64>,
        /// That many at most.
        max: Option<u64>,
    },
    /// Values have no other properties than these.
    Closed(Vec<NamedNode>),
    /// The value is one of the values.
    HasValue(Term),
    /// Values are in the list.
    In(Vec<Term>),
}

impl Constraint {
    /// Shapes that values are held against: for [`Constraint::Qualified`] the one that is counted, then its siblings.
    pub(crate) fn shapes(&self) -> Vec<&NamedOrBlankNode> {
        match self {
            Self::Not(shape) | Self::Node(shape) | Self::Property(shape) => vec![shape],
            Self::And(shapes) | Self::Or(shapes) | Self::Xone(shapes) => shapes.iter().collect(),
            Self::Qualified { shape, siblings, .. } => std::iter::once(shape).chain(siblings).collect(),
            _ => Vec::new(),
        }
    }

    /// Terms that are looked for in data, in order.
    pub(crate) fn terms(&self) -> Vec<TermRef<'_>> {
        match self {
            Self::Class(node)
            | Self::Equals(node)
            | Self::Disjoint(node)
            | Self::LessThan(node)
            | Self::LessThanOrEquals(node) => vec![node.into()],
            Self::Closed(nodes) => nodes.iter().map(Into::into).collect(),
            Self::HasValue(term) => vec![term.into()],
            Self::In(terms) => terms.iter().map(Into::into).collect(),
            _ => Vec::new(),
        }
    }
}

/// What a node may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A blank node.
    BlankNode,
    /// An IRI.
    Iri,
    /// A literal.
    Literal,
    /// A blank node or an IRI.
    BlankNodeOrIri,
    /// A blank node or a literal.
    BlankNodeOrLiteral,
    /// An IRI or a literal.
    IriOrLiteral,
}

impl NodeKind {
    /// By its name in the namespace of SHACL.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "BlankNode" => Self::BlankNode,
            "IRI" => Self::Iri,
            "Literal" => Self::Literal,
            "BlankNodeOrIRI" => Self::BlankNodeOrIri,
            "BlankNodeOrLiteral" => Self::BlankNodeOrLiteral,
            "IRIOrLiteral" => Self::IriOrLiteral,
            _ => return None,
        })
    }

    /// True when the term is of that kind.
    #[must_use]
    pub fn admits(self, term: TermRef<'_>) -> bool {
        match term {
            TermRef::NamedNode(_) => matches!(self, Self::Iri | Self::BlankNodeOrIri | Self::IriOrLiteral),
            TermRef::BlankNode(_) => matches!(self, Self::BlankNode | Self::BlankNodeOrIri | Self::BlankNodeOrLiteral),
            TermRef::Literal(_) => matches!(self, Self::Literal | Self::BlankNodeOrLiteral | Self::IriOrLiteral),
        }
    }
}

macro_rules! components {
    ($($(#[$doc:meta])* $name:ident = $local:literal,)*) => {
        /// A constraint component of SHACL Core: what a result says was violated.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Component { $(#[doc = concat!("`sh:", $local, "ConstraintComponent`")] $name,)* }

        impl Component {
            /// The component's IRI.
            #[must_use]
            pub fn iri(self) -> NamedNodeRef<'static> {
                NamedNodeRef::new_unchecked(match self {
                    $(Self::$name => concat!("http://www.w3.org/ns/shacl#", $local, "ConstraintComponent"),)*
                })
            }
        }
    };
}

components! {
    And = "And",
    Class = "Class",
    Closed = "Closed",
    Datatype = "Datatype",
    Disjoint = "Disjoint",
    Equals = "Equals",
    HasValue = "HasValue",
    In = "In",
    LanguageIn = "LanguageIn",
    LessThan = "LessThan",
    LessThanOrEquals = "LessThanOrEquals",
    MaxCount = "MaxCount",
    MaxExclusive = "MaxExclusive",
    MaxInclusive = "MaxInclusive",
    MaxLength = "MaxLength",
    MinCount = "MinCount",
    MinExclusive = "MinExclusive",
    MinInclusive = "MinInclusive",
    MinLength = "MinLength",
    Node = "Node",
    NodeKind = "NodeKind",
    Not = "Not",
    Or = "Or",
    Pattern = "Pattern",
    QualifiedMaxCount = "QualifiedMaxCount",
    QualifiedMinCount = "QualifiedMinCount",
    UniqueLang = "UniqueLang",
    Xone = "Xone",
}
