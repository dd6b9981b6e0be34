//! Property paths (SHACL, section 2.3.1): how values are reached from a node.

use oxrdf::NamedNode;
use std::fmt;

/// A property path. It is shown as SPARQL writes it, with whole IRIs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Path {
    /// The objects of the node's triples with that predicate.
    Predicate(NamedNode),
    /// One after the other.
    Sequence(Vec<Path>),
    /// One or the other.
    Alternative(Vec<Path>),
    /// Backwards.
    Inverse(Box<Path>),
    /// As often as can be, also not at all.
    ZeroOrMore(Box<Path>),
    /// As often as can be, once at least.
    OneOrMore(Box<Path>),
    /// Once or not at all.
    ZeroOrOne(Box<Path>),
}

impl Path {
    /// The predicate, when the path is nothing but one.
    #[must_use]
    pub fn predicate(&self) -> Option<&NamedNode> {
        match self {
            Self::Predicate(predicate) => Some(predicate),
            _ => None,
        }
    }

    /// All predicates on the way.
    pub(crate) fn predicates(&self) -> Vec<&NamedNode> {
        match self {
            Self::Predicate(predicate) => vec![predicate],
            Self::Sequence(parts) | Self::Alternative(parts) => parts.iter().flat_map(Self::predicates).collect(),
            Self::Inverse(path) | Self::ZeroOrMore(path) | Self::OneOrMore(path) | Self::ZeroOrOne(path) => {
                path.predicates()
            }
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Predicate(predicate) => write!(to, "{predicate}"),
            Self::Sequence(parts) => joined(to, parts, "/"),
            Self::Alternative(parts) => joined(to, parts, "|"),
            Self::Inverse(path) => write!(to, "^{}", Inner(path)),
            Self::ZeroOrMore(path) => write!(to, "{}*", Inner(path)),
            Self::OneOrMore(path) => write!(to, "{}+", Inner(path)),
            Self::ZeroOrOne(path) => write!(to, "{}?", Inner(path)),
        }
    }
}

fn joined(to: &mut fmt::Formatter<'_>, parts: &[Path], between: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        let between = if at == 0 { "" } else { between };
        // An inverse path binds closer than what stands between parts.
        match part {
            Path::Sequence(_) | Path::Alternative(_) => write!(to, "{between}({part})")?,
            _ => write!(to, "{between}{part}")?,
        }
    }
    Ok(())
}

/// A path that something stands before or behind.
struct Inner<'a>(&'a Path);

impl fmt::Display for Inner<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Path::Predicate(predicate) => write!(to, "{predicate}"),
            other => write!(to, "({other})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_as_in_sparql() {
        let one = |name: &str| Path::Predicate(NamedNode::new_unchecked(name));
        let inner = Path::Alternative(vec![one("b"), Path::Inverse(Box::new(one("c")))]);
        let path = Path::Sequence(vec![one("a"), Path::ZeroOrMore(Box::new(inner))]);
        assert_eq!(path.to_string(), "<a>/(<b>|^<c>)*");
        assert_eq!(path.predicate(), None);
        assert_eq!(path.predicates().len(), 3);
    }
}
