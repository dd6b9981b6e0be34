//! Terms of the namespace of SHACL that a graph has and that do nothing.

use super::Reader;
use crate::fault::Kind;
use crate::index::Id;
use crate::vocabulary::{is_beyond, is_core, meant};
use oxrdf::NamedNodeRef;
use oxrdf::vocab::rdf;
use std::collections::HashMap;

impl Reader<'_> {
    /// Faults for every use of a term that SHACL Core has not.
    pub(super) fn review_terms(&mut self) {
        let kind = self.index.id(rdf::TYPE);
        let imports = self.index.id(NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#imports"));
        let odd = self.names.iter().filter(|(name, _)| !name.is_empty() && !is_core(name));
        let odd: HashMap<Id, &str> = odd.map(|(&name, &id)| (id, name)).collect();
        if odd.is_empty() && imports.is_none() {
            return;
        }
        let subjects: Vec<Id> = self.index.terms().map(|(id, _)| id).collect();
        for subject in subjects {
            for (predicate, object) in self.index.about(subject).to_vec() {
                if Some(predicate) == imports {
                    self.fault(subject, Kind::Import { graph: self.index.term(object).into_owned() });
                }
                if let Some(name) = odd.get(&predicate) {
                    self.review_term(subject, name, true, true);
                }
                if let Some(name) = odd.get(&object) {
                    self.review_term(subject, name, false, Some(predicate) == kind);
                }
            }
        }
    }

    /// A term beyond Core is only of weight where it acts: as a predicate or as a class.
    fn review_term(&mut self, subject: Id, name: &str, predicate: bool, acts: bool) {
        let term = Self::term(name);
        if !is_beyond(name) {
            let meant = meant(name, predicate).map(Self::term);
            self.fault(subject, Kind::UnknownTerm { term, meant });
        } else if acts {
            self.fault(subject, Kind::Unsupported { term });
        }
    }
}
