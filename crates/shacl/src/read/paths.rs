//! Property paths as they stand in a graph.

use super::Reader;
use crate::fault::Kind;
use crate::index::Id;
use crate::path::Path;
use oxrdf::TermRef;
use oxrdf::vocab::rdf;

/// How deep paths may stand in each other.
const DEEPEST: usize = 32;

impl Reader<'_> {
    /// The path that starts at a node; `None` when it is not well formed.
    pub(super) fn path(&mut self, shape: Id, at: Id) -> Option<Path> {
        self.path_within(shape, at, DEEPEST)
    }

    fn path_within(&mut self, shape: Id, at: Id, depth: usize) -> Option<Path> {
        let depth = depth.checked_sub(1)?;
        match self.index.term(at) {
            TermRef::NamedNode(predicate) => return Some(Path::Predicate(predicate.into_owned())),
            TermRef::Literal(_) => return None,
            TermRef::BlankNode(_) => {}
        }
        let is_list = self.index.id(rdf::FIRST).is_some_and(|first| self.index.objects(at, first).next().is_some());
        let kinds = ["alternativePath", "inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"];
        let found: Vec<(&str, Vec<Id>)> = kinds.map(|kind| (kind, self.values(at, kind))).into();
        let readings = found.iter().map(|(_, values)| values.len()).sum::<usize>() + usize::from(is_list);
        if readings > 1 {
            self.fault(shape, Kind::AmbiguousPath);
        }
        if is_list {
            return self.parts(shape, at, depth).map(Path::Sequence);
        }
        let (kind, values) = found.into_iter().find(|(_, values)| !values.is_empty())?;
        let value = *values.first()?;
        if kind == "alternativePath" {
            return self.parts(shape, value, depth).map(Path::Alternative);
        }
        let path = Box::new(self.path_within(shape, value, depth)?);
        Some(match kind {
            "inversePath" => Path::Inverse(path),
            "zeroOrMorePath" => Path::ZeroOrMore(path),
            "oneOrMorePath" => Path::OneOrMore(path),
            _ => Path::ZeroOrOne(path),
        })
    }

    /// The paths of a list; there must be two at least.
    fn parts(&mut self, shape: Id, list: Id, depth: usize) -> Option<Vec<Path>> {
        let members = self.list(list).filter(|members| members.len() > 1)?;
        members.into_iter().map(|member| self.path_within(shape, member, depth)).collect()
    }
}
