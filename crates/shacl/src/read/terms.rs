//! Terms of the namespace of SHACL that a graph has and that do nothing.

use super::Reader;
use crate::fault::Kind;
use crate::index::Id;
use crate::vocabulary::{NAMESPACE, is_beyond, is_core, meant};
use oxrdf::vocab::rdf;
use oxrdf::{NamedNodeRef, TermRef};

impl Reader<'_> {
    /// Faults for every use of a term that SHACL Core has not.
    pub(super) fn review_terms(&mut self) {
        let kind = self.index.id(rdf::TYPE);
        let imports = self.index.id(NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#imports"));
        let subjects: Vec<Id> = self.index.terms().map(|(id, _)| id).collect();
        for subject in subjects {
            for (predicate, object) in self.index.about(subject).to_vec() {
                if Some(predicate) == imports {
                    self.fault(subject, Kind::Import { graph: self.index.term(object).into_owned() });
                }
                self.review_term(subject, predicate, true, true);
                self.review_term(subject, object, false, Some(predicate) == kind);
            }
        }
    }

    /// A term beyond Core is only of weight where it acts: as a predicate or as a class.
    fn review_term(&mut self, subject: Id, at: Id, predicate: bool, acts: bool) {
        let TermRef::NamedNode(term) = self.index.term(at) else { return };
        let Some(name) = term.as_str().strip_prefix(NAMESPACE) else { return };
        if is_core(name) || name.is_empty() {
            return;
        }
        if is_beyond(name) {
            if acts {
                self.fault(subject, Kind::Unsupported { term: term.into_owned() });
            }
            return;
        }
        let meant = meant(name, predicate).map(Self::term);
        self.fault(subject, Kind::UnknownTerm { term: term.into_owned(), meant });
    }
}
