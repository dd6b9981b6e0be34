//! A graph with its terms numbered, so that what is asked of it again and again is a search in a short run of numbers.

use oxrdf::{Graph, TermRef};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

/// The number of a term in an [`Index`]. Numbers are in the order of terms.
pub(crate) type Id = u32;

/// A graph and some terms beside it, numbered.
pub(crate) struct Index<'a> {
    /// In order.
    terms: Vec<TermRef<'a>>,
    forward: Arrows,
    backward: Arrows,
}

impl<'a> Index<'a> {
    /// Numbers all terms of `graph`, and those of `beside` that are not in it.
    pub(crate) fn new(graph: &'a Graph, beside: impl Iterator<Item = TermRef<'a>>) -> Self {
        let mut seen = HashMap::with_capacity(graph.len());
        let mut terms = Vec::with_capacity(graph.len());
        let mut number = |term: TermRef<'a>| {
            *seen.entry(address(term)).or_insert_with(|| {
                terms.push(term);
                terms.len() as Id - 1
            })
        };
        // A graph is iterated subject by subject.
        let mut last = None;
        let mut triples = Vec::with_capacity(graph.len());
        for triple in graph {
            let subject = match last {
                Some((term, id)) if term == triple.subject => id,
                _ => number(triple.subject.into()),
            };
            last = Some((triple.subject, subject));
            triples.push([subject, number(triple.predicate.into()), number(triple.object)]);
        }
        beside.for_each(|term| {
            number(term);
        });
        let mut order: Vec<Id> = (0..terms.len() as Id).collect();
        order.sort_unstable_by(|&a, &b| compare(terms[a as usize], terms[b as usize]));
        // The same term at two addresses becomes one here.
        let mut place = vec![0; terms.len()];
        let mut sorted: Vec<TermRef<'a>> = Vec::with_capacity(terms.len());
        for &id in &order {
            let term = terms[id as usize];
            if sorted.last() != Some(&term) {
                sorted.push(term);
            }
            place[id as usize] = sorted.len() as Id - 1;
        }
        triples.iter_mut().flatten().for_each(|id| *id = place[*id as usize]);
        let forward = Arrows::new(sorted.len(), triples.iter().copied());
        let backward = Arrows::new(sorted.len(), triples.iter().map(|&[s, p, o]| [o, p, s]));
        Self { terms: sorted, forward, backward }
    }

    /// The term of that number.
    pub(crate) fn term(&self, id: Id) -> TermRef<'a> {
        self.terms[id as usize]
    }

    /// The number of that term; `None` when it is neither in the graph nor beside it.
    pub(crate) fn id<'b>(&self, term: impl Into<TermRef<'b>>) -> Option<Id> {
        let term = term.into();
        self.terms.binary_search_by(|other| compare(*other, term)).ok().map(|at| at as Id)
    }

    /// All numbers with their terms.
    pub(crate) fn terms(&self) -> impl Iterator<Item = (Id, TermRef<'a>)> {
        self.terms.iter().enumerate().map(|(at, &term)| (at as Id, term))
    }

    /// The objects of a subject's triples with that predicate, in order.
    pub(crate) fn objects(&self, subject: Id, predicate: Id) -> impl Iterator<Item = Id> {
        self.forward.with(subject, predicate)
    }

    /// The subjects of an object's triples with that predicate, in order.
    pub(crate) fn subjects(&self, predicate: Id, object: Id) -> impl Iterator<Item = Id> {
        self.backward.with(object, predicate)
    }

    /// Predicates and objects of a subject's triples, in order.
    pub(crate) fn about(&self, subject: Id) -> &[(Id, Id)] {
        self.forward.of(subject)
    }

    /// The subjects of all of an object's triples.
    pub(crate) fn mentions(&self, object: Id) -> impl Iterator<Item = Id> {
        self.backward.of(object).iter().map(|&(_, subject)| subject)
    }

    /// All triples with that predicate as subject and object, in order.
    pub(crate) fn triples(&self, predicate: Id) -> impl Iterator<Item = (Id, Id)> {
        let nodes = 0..self.terms.len() as Id;
        nodes.flat_map(move |subject| self.objects(subject, predicate).map(move |object| (subject, object)))
    }

    /// All that can be reached from `start` by triples with that predicate, against their direction, with `start` itself.
    pub(crate) fn below(&self, start: Id, predicate: Option<Id>) -> Vec<Id> {
        let mut found = BTreeSet::from([start]);
        let mut ahead = vec![start];
        while let (Some(next), Some(predicate)) = (ahead.pop(), predicate) {
            ahead.extend(self.subjects(predicate, next).filter(|&subject| found.insert(subject)));
        }
        found.into_iter().collect()
    }
}

/// Triples by one end: for each term the predicates and other ends of its triples.
struct Arrows {
    starts: Vec<u32>,
    rows: Vec<(Id, Id)>,
}

impl Arrows {
    fn new(terms: usize, triples: impl Iterator<Item = [Id; 3]> + Clone) -> Self {
        let mut starts = vec![0; terms + 1];
        for [from, _, _] in triples.clone() {
            starts[from as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut free: Vec<u32> = starts.clone();
        let mut rows = vec![(0, 0); starts.last().map_or(0, |&end| end as usize)];
        for [from, predicate, to] in triples {
            rows[free[from as usize] as usize] = (predicate, to);
            free[from as usize] += 1;
        }
        for run in starts.windows(2) {
            rows[run[0] as usize..run[1] as usize].sort_unstable();
        }
        Self { starts, rows }
    }

    fn of(&self, from: Id) -> &[(Id, Id)] {
        &self.rows[self.starts[from as usize] as usize..self.starts[from as usize + 1] as usize]
    }

    fn with(&self, from: Id, predicate: Id) -> impl Iterator<Item = Id> {
        let rows = self.of(from);
        let first = rows.partition_point(|&(at, _)| at < predicate);
        rows[first..].iter().take_while(move |&&(at, _)| at == predicate).map(|&(_, to)| to)
    }
}

/// The order of terms: IRIs, blank nodes, literals; each by its text, literals then by language and datatype.
pub(crate) fn compare(a: TermRef<'_>, b: TermRef<'_>) -> Ordering {
    key(a).cmp(&key(b))
}

/// Where the texts of a term are: a graph has each text once, so this is quicker to look up than the texts.
fn address(term: TermRef<'_>) -> (u8, *const u8, usize, *const u8) {
    let (kind, text, language, datatype) = key(term);
    (kind, text.as_ptr(), text.len(), if language.is_empty() { datatype } else { language }.as_ptr())
}

fn key(term: TermRef<'_>) -> (u8, &str, &str, &str) {
    match term {
        TermRef::NamedNode(node) => (0, node.as_str(), "", ""),
        TermRef::BlankNode(node) => (1, node.as_str(), "", ""),
        TermRef::Literal(it) => (2, it.value(), it.language().unwrap_or(""), it.datatype().as_str()),
    }
}
