//! Shapes in the numbers of one graph.

use crate::constraint::Constraint;
use crate::index::{Id, Index};
use crate::path::Path;
use crate::shape::{Shape, Target};
use oxrdf::vocab::{rdf, rdfs};
use oxrdf::{Graph, NamedNode, NamedOrBlankNode, TermRef};
use std::collections::{BTreeSet, HashMap};

/// A graph, shapes, and what shapes name as numbers.
pub(super) struct Plan<'a> {
    pub(super) index: Index<'a>,
    pub(super) shapes: &'a [Shape],
    /// For each shape with a path: how to go it.
    pub(super) routes: Vec<Option<Route>>,
    /// For each shape: where its path comes among all paths, by their texts.
    pub(super) ranks: Vec<usize>,
    /// For each constraint of each shape.
    pub(super) bound: Vec<Vec<Bound>>,
    /// `rdf:type`, when the graph has it.
    pub(super) kind: Option<Id>,
}

/// What a constraint names, as numbers.
pub(super) struct Bound {
    /// Terms in order; of a class also all classes below it.
    pub(super) ids: Vec<Id>,
    /// Places of shapes.
    pub(super) shapes: Vec<usize>,
}

/// A path in numbers.
pub(super) enum Route {
    Predicate(Id),
    Sequence(Vec<Route>),
    Alternative(Vec<Route>),
    Inverse(Box<Route>),
    ZeroOrMore(Box<Route>),
    OneOrMore(Box<Route>),
    ZeroOrOne(Box<Route>),
}

impl<'a> Plan<'a> {
    pub(super) fn new(shapes: &'a [Shape], data: &'a Graph) -> Self {
        let index = Index::new(data, shapes.iter().flat_map(named));
        let places: HashMap<&NamedOrBlankNode, usize> =
            shapes.iter().enumerate().map(|(at, shape)| (&shape.name, at)).collect();
        let below = index.id(rdfs::SUB_CLASS_OF);
        let bind = |constraint: &Constraint| {
            let mut ids: Vec<Id> = constraint.terms().into_iter().filter_map(|term| index.id(term)).collect();
            if let Constraint::Class(_) = constraint {
                ids = ids.into_iter().flat_map(|class| index.below(class, below)).collect();
            }
            ids.sort_unstable();
            let asked = constraint.shapes().into_iter();
            Bound { ids, shapes: asked.filter_map(|name| places.get(name).copied()).collect() }
        };
        let bound = shapes.iter().map(|shape| shape.constraints.iter().map(|it| bind(it)).collect()).collect();
        let routes = shapes.iter().map(|shape| shape.path.as_ref().and_then(|path| route(&index, path))).collect();
        let texts = || shapes.iter().map(|shape| shape.path.as_ref().map(ToString::to_string));
        let all: BTreeSet<Option<String>> = texts().collect();
        let all: HashMap<Option<String>, usize> = all.into_iter().zip(0..).collect();
        let ranks = texts().filter_map(|text| all.get(&text).copied()).collect();
        let kind = index.id(rdf::TYPE);
        Self { index, shapes, routes, ranks, bound, kind }
    }

    /// The nodes that a shape is aimed at (SHACL, section 2.1.3).
    pub(super) fn focus_nodes(&self, shape: usize) -> BTreeSet<Id> {
        let index = &self.index;
        let id = |node: &NamedNode| index.id(node);
        let mut nodes = BTreeSet::new();
        for target in &self.shapes[shape].targets {
            match target {
                Target::Node(node) => nodes.extend(index.id(node)),
                Target::Class(class) => {
                    let classes = id(class).map(|class| index.below(class, index.id(rdfs::SUB_CLASS_OF)));
                    for class in classes.into_iter().flatten() {
                        nodes.extend(self.kind.into_iter().flat_map(|kind| index.subjects(kind, class)));
                    }
                }
                Target::SubjectsOf(property) => {
                    nodes.extend(id(property).into_iter().flat_map(|it| index.triples(it)).map(|(subject, _)| subject));
                }
                Target::ObjectsOf(property) => {
                    nodes.extend(id(property).into_iter().flat_map(|it| index.triples(it)).map(|(_, object)| object));
                }
            }
        }
        nodes
    }
}

/// All terms that a shape names and that are looked for in data.
fn named(shape: &Shape) -> impl Iterator<Item = TermRef<'_>> {
    let targets = shape.targets.iter().map(|target| match target {
        Target::Node(node) => node.into(),
        Target::Class(iri) | Target::SubjectsOf(iri) | Target::ObjectsOf(iri) => iri.into(),
    });
    let paths = shape.path.iter().flat_map(|path| path.predicates()).map(Into::into);
    targets.chain(paths).chain(shape.constraints.iter().flat_map(|constraint| constraint.terms()))
}

/// `None` never comes of a path whose predicates are beside the graph.
fn route(index: &Index<'_>, path: &Path) -> Option<Route> {
    let inner = |path: &Path| route(index, path).map(Box::new);
    let several = |paths: &[Path]| paths.iter().map(|path| route(index, path)).collect::<Option<Vec<_>>>();
    match path {
        Path::Predicate(predicate) => index.id(predicate).map(Route::Predicate),
        Path::Sequence(parts) => several(parts).map(Route::Sequence),
        Path::Alternative(parts) => several(parts).map(Route::Alternative),
        Path::Inverse(path) => inner(path).map(Route::Inverse),
        Path::ZeroOrMore(path) => inner(path).map(Route::ZeroOrMore),
        Path::OneOrMore(path) => inner(path).map(Route::OneOrMore),
        Path::ZeroOrOne(path) => inner(path).map(Route::ZeroOrOne),
    }
}
