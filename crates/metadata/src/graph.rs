//! RDF with the place of every triple.

use crate::syntax::broken;
use munilint_model::{Fault, Occurrences, Place};
use oxrdf::{BlankNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Term, TermRef, Triple};
use std::collections::{BTreeMap, HashMap};

/// Triples, each with the first place where it is stated.
#[derive(Default)]
pub(crate) struct Graph {
    triples: oxrdf::Graph,
    places: HashMap<Triple, Place>,
    /// Where each subject is first spoken of.
    subjects: HashMap<NamedOrBlankNode, Place>,
    /// Nameless nodes by the names they were given.
    nameless: HashMap<BlankNode, BlankNode>,
    pub(crate) faults: Vec<Fault>,
}

impl Graph {
    /// Adds a triple. Nameless nodes are numbered in the order they are met: who parsed them gives names by chance.
    pub(crate) fn add(&mut self, mut triple: Triple, at: Place) {
        if let NamedOrBlankNode::BlankNode(node) = &mut triple.subject {
            *node = self.numbered(node);
        }
        if let Term::BlankNode(node) = &mut triple.object {
            *node = self.numbered(node);
        }
        self.triples.insert(&triple);
        self.subjects.entry(triple.subject.clone()).or_insert(at);
        self.places.entry(triple).or_insert(at);
    }

    fn numbered(&mut self, node: &BlankNode) -> BlankNode {
        let next = self.nameless.len() + 1;
        self.nameless.entry(node.clone()).or_insert_with(|| BlankNode::new_unchecked(format!("b{next}"))).clone()
    }

    /// The triples without their places.
    pub(crate) fn triples(&self) -> &oxrdf::Graph {
        &self.triples
    }

    /// Where a subject is first spoken of.
    pub(crate) fn place(&self, subject: NamedOrBlankNodeRef<'_>) -> Place {
        self.subjects.get(&subject.into_owned()).copied().unwrap_or(Place::File)
    }

    /// The objects of a property, in the order of their places.
    pub(crate) fn objects(&self, subject: NamedOrBlankNodeRef<'_>, predicate: &str) -> Vec<(Term, Place)> {
        let predicate = NamedNodeRef::new_unchecked(predicate);
        let place = |object: &Term| {
            let triple = Triple::new(subject.into_owned(), predicate.into_owned(), object.clone());
            self.places.get(&triple).copied().unwrap_or(Place::File)
        };
        let objects = self.triples.objects_for_subject_predicate(subject, predicate);
        let mut objects: Vec<(Term, Place)> =
            objects.map(TermRef::into_owned).map(|object| (object.clone(), place(&object))).collect();
        objects.sort_by_cached_key(|(object, at)| (*at, object.to_string()));
        objects
    }

    /// What a property points at, wherever it is stated, in the order of the places.
    pub(crate) fn uses(&self, predicate: &str) -> Vec<(Term, Place)> {
        let stated = self.places.iter().filter(|(triple, _)| triple.predicate.as_str() == predicate);
        let mut uses: Vec<(Term, Place)> = stated.map(|(triple, at)| (triple.object.clone(), *at)).collect();
        uses.sort_by_cached_key(|(object, at)| (*at, object.to_string()));
        uses
    }

    /// Everything of a class, in the order of their places.
    pub(crate) fn of_class(&self, class: &str) -> Vec<NamedOrBlankNode> {
        let class = NamedNodeRef::new_unchecked(class);
        let found = self.triples.subjects_for_predicate_object(oxrdf::vocab::rdf::TYPE, class);
        let mut found: Vec<NamedOrBlankNode> = found.map(NamedOrBlankNodeRef::into_owned).collect();
        found.sort_by_cached_key(|subject| (self.place(subject.as_ref()), subject.to_string()));
        found
    }

    /// True when something is stated of it.
    pub(crate) fn describes(&self, subject: NamedOrBlankNodeRef<'_>) -> bool {
        self.subjects.contains_key(&subject.into_owned())
    }

    /// Properties and classes that are used, with their places.
    pub(crate) fn terms(&self) -> BTreeMap<String, Occurrences> {
        let mut used: Vec<(String, Place)> = Vec::new();
        for triple in &self.triples {
            let at = self.places.get(&triple.into_owned()).copied().unwrap_or(Place::File);
            used.push((triple.predicate.as_str().to_owned(), at));
            if let (oxrdf::vocab::rdf::TYPE, TermRef::NamedNode(class)) = (triple.predicate, triple.object) {
                used.push((class.as_str().to_owned(), at));
            }
        }
        used.sort_unstable();
        let mut terms: BTreeMap<String, Occurrences> = BTreeMap::new();
        for (term, at) in used {
            terms.entry(term).or_default().add(|| at);
        }
        terms
    }

    /// Notes that the syntax is broken at a place.
    pub(crate) fn broken(&mut self, at: Place, why: &str) {
        self.faults.push(broken(at, why));
    }
}
