//! From a graph to shapes: which nodes are shapes, what each says, and what of it does nothing.

mod parameters;
mod paths;
mod review;
mod terms;

use crate::fault::{Fault, Kind};
use crate::index::{Id, Index, compare};
use crate::pattern::{Pattern, PatternError};
use crate::shape::{Severity, Shape, Shapes, Target};
use crate::vocabulary::{NAMESPACE, PARAMETERS, TARGETS};
use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{Graph, Literal, LiteralRef, NamedNode, NamedOrBlankNode, TermRef};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

impl Shapes {
    /// Compiles the shapes of a graph, and says what in it is not checked or not as it stands there. Faults are no obstacle: what
    /// is not at fault is checked.
    #[must_use]
    pub fn read(graph: &Graph) -> (Self, Vec<Fault>) {
        let mut reader = Reader::new(graph);
        reader.review_terms();
        let names = reader.names();
        let mut shapes = Vec::with_capacity(names.len());
        for &name in &names {
            shapes.extend(reader.shape(name));
        }
        reader.review_shapes(&mut shapes);
        let mut faults = reader.faults;
        faults.sort_by_cached_key(|fault| (fault.to_string(), fault.node.to_string()));
        faults.dedup();
        (Self { shapes }, faults)
    }
}

/// The name of a parameter, and what its value becomes.
type Parameter<V, T> = (&'static str, fn(V) -> T);

/// Reads shapes of a graph and collects faults.
struct Reader<'a> {
    index: Index<'a>,
    /// The terms of SHACL that the graph has, by their names in its namespace.
    names: HashMap<&'a str, Id>,
    /// What is a class, so that a shape of the same name is aimed at its instances.
    classes: BTreeSet<Id>,
    /// What other shapes ask for.
    asked: BTreeSet<Id>,
    /// Patterns with their flags, each compiled once.
    patterns: HashMap<(&'a str, &'a str), Result<Pattern, PatternError>>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    fn new(graph: &'a Graph) -> Self {
        let index = Index::new(graph, std::iter::empty());
        let local = |(id, term)| match term {
            TermRef::NamedNode(node) => Some((node.as_str().strip_prefix(NAMESPACE)?, id)),
            TermRef::BlankNode(_) | TermRef::Literal(_) => None,
        };
        let names = index.terms().filter_map(local).collect();
        let mut reader = Self {
            index,
            names,
            classes: BTreeSet::new(),
            asked: BTreeSet::new(),
            patterns: HashMap::new(),
            faults: Vec::new(),
        };
        let class = reader.index.id(rdfs::CLASS);
        reader.classes = class.into_iter().flat_map(|class| reader.instances(class)).collect();
        reader
    }

    /// The term of that name in the namespace of SHACL.
    fn term(name: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{NAMESPACE}{name}"))
    }

    /// The values of a parameter at a node, in order.
    fn values(&self, node: Id, name: &str) -> Vec<Id> {
        self.names.get(name).map_or_else(Vec::new, |&predicate| self.index.objects(node, predicate).collect())
    }

    fn fault(&mut self, node: Id, kind: Kind) {
        let within = if self.index.term(node).is_blank_node() { self.above(node) } else { None };
        self.faults.push(Fault { node: self.index.term(node).into_owned(), within, kind });
    }

    /// The next node with an IRI from which a node is reached; of several the first in order.
    fn above(&self, node: Id) -> Option<NamedNode> {
        let mut seen = BTreeSet::from([node]);
        let mut level = vec![node];
        while !level.is_empty() {
            let above: BTreeSet<Id> = level.iter().flat_map(|&at| self.index.mentions(at)).collect();
            level = above.into_iter().filter(|&at| seen.insert(at)).collect();
            let named = level.iter().find_map(|&at| match self.index.term(at) {
                TermRef::NamedNode(node) => Some(node.into_owned()),
                TermRef::BlankNode(_) | TermRef::Literal(_) => None,
            });
            if named.is_some() {
                return named;
            }
        }
        None
    }

    fn ill_formed(&mut self, node: Id, parameter: &str, value: Id, expected: &'static str) {
        let value = self.index.term(value).into_owned();
        self.fault(node, Kind::IllFormed { parameter: Self::term(parameter), value, expected });
    }

    /// The node as something that triples can be about; `None` for a literal.
    fn subject(&self, id: Id) -> Option<NamedOrBlankNode> {
        match self.index.term(id) {
            TermRef::NamedNode(node) => Some(node.into_owned().into()),
            TermRef::BlankNode(node) => Some(node.into_owned().into()),
            TermRef::Literal(_) => None,
        }
    }

    /// All nodes that are shapes (SHACL, section 2.1).
    fn names(&mut self) -> BTreeSet<Id> {
        let mut found = BTreeSet::new();
        let mut asked = BTreeSet::new();
        for class in ["NodeShape", "PropertyShape"] {
            found.extend(self.names.get(class).into_iter().flat_map(|&class| self.instances(class)));
        }
        for name in TARGETS.iter().chain(&PARAMETERS) {
            let Some(&predicate) = self.names.get(name) else { continue };
            for (subject, value) in self.index.triples(predicate) {
                found.insert(subject);
                match *name {
                    "not" | "node" | "property" | "qualifiedValueShape" => {
                        asked.insert(value);
                    }
                    "and" | "or" | "xone" => asked.extend(self.list(value).into_iter().flatten()),
                    _ => {}
                }
            }
        }
        asked.retain(|&id| !self.index.term(id).is_literal());
        found.extend(&asked);
        self.asked = asked;
        found
    }

    /// The SHACL instances of a class.
    fn instances(&self, class: Id) -> Vec<Id> {
        let Some(kind) = self.index.id(rdf::TYPE) else { return Vec::new() };
        let classes = self.index.below(class, self.index.id(rdfs::SUB_CLASS_OF));
        classes.into_iter().flat_map(|class| self.index.subjects(kind, class).collect::<Vec<_>>()).collect()
    }

    /// The members of a list; `None` when it is not well formed.
    fn list(&self, head: Id) -> Option<Vec<Id>> {
        let nil = self.index.id(rdf::NIL);
        let only = |node, predicate| {
            let mut values = self.index.objects(node, self.index.id(predicate)?);
            values.next().filter(|_| values.next().is_none())
        };
        let mut seen = BTreeSet::new();
        let mut members = Vec::new();
        let mut at = head;
        while Some(at) != nil {
            if !seen.insert(at) {
                return None;
            }
            members.push(only(at, rdf::FIRST)?);
            at = only(at, rdf::REST)?;
        }
        Some(members)
    }

    fn shape(&mut self, id: Id) -> Option<Shape> {
        let name = self.subject(id)?;
        let path_at = self.values(id, "path");
        let path = path_at.first().and_then(|&at| self.path(id, at));
        if path_at.len() > 1 {
            self.fault(id, Kind::Repeated { parameter: Self::term("path") });
        }
        let broken = !path_at.is_empty() && path.is_none();
        if broken {
            self.fault(id, Kind::IllFormedPath);
        }
        let constraints = self.constraints(id, path.is_some() || broken);
        Some(Shape {
            name,
            path: path.map(Arc::new),
            targets: self.targets(id),
            constraints: constraints.into_iter().map(Arc::new).collect(),
            severity: self.severity(id),
            messages: self.messages(id).into(),
            deactivated: self.flag(id, "deactivated") || broken,
            recursive: false,
        })
    }

    fn targets(&mut self, id: Id) -> Vec<Target> {
        let nodes = self.values(id, "targetNode").into_iter();
        let mut targets: Vec<Target> = nodes.map(|node| Target::Node(self.index.term(node).into_owned())).collect();
        let aims: [Parameter<NamedNode, Target>; 3] = [
            ("targetClass", Target::Class),
            ("targetSubjectsOf", Target::SubjectsOf),
            ("targetObjectsOf", Target::ObjectsOf),
        ];
        for (parameter, target) in aims {
            targets.extend(self.iris(id, parameter).into_iter().map(target));
        }
        if let (TermRef::NamedNode(class), true) = (self.index.term(id), self.classes.contains(&id)) {
            targets.push(Target::Class(class.into_owned()));
        }
        targets
    }

    fn severity(&mut self, id: Id) -> Severity {
        let iris = self.iris(id, "severity");
        if iris.len() > 1 {
            self.fault(id, Kind::Repeated { parameter: Self::term("severity") });
        }
        iris.first().map_or(Severity::Violation, |iri| Severity::from_iri(iri.as_ref()))
    }

    /// All messages, those without a language first.
    fn messages(&mut self, id: Id) -> Vec<Literal> {
        let mut messages: Vec<LiteralRef<'a>> = Vec::new();
        for value in self.values(id, "message") {
            match self.index.term(value) {
                TermRef::Literal(text) if text.language().is_some() || text.datatype() == xsd::STRING => {
                    messages.push(text);
                }
                _ => self.ill_formed(id, "message", value, "a text"),
            }
        }
        messages.sort_by(|a, b| a.language().cmp(&b.language()).then_with(|| compare((*a).into(), (*b).into())));
        messages.into_iter().map(LiteralRef::into_owned).collect()
    }

    /// True when the parameter says `true`: the literal that is spelt so and no other (SHACL, section 1.3).
    fn flag(&mut self, id: Id, parameter: &'static str) -> bool {
        let mut set = false;
        for value in self.values(id, parameter) {
            match self.index.term(value) {
                TermRef::Literal(text)
                    if text.datatype() == xsd::BOOLEAN && matches!(text.value(), "true" | "false") =>
                {
                    set |= text.value() == "true";
                }
                _ => self.ill_formed(id, parameter, value, "true or false"),
            }
        }
        set
    }

    /// The values of a parameter that are IRIs, as all must be.
    fn iris(&mut self, id: Id, parameter: &str) -> Vec<NamedNode> {
        let mut iris = Vec::new();
        for value in self.values(id, parameter) {
            match self.index.term(value) {
                TermRef::NamedNode(node) => iris.push(node.into_owned()),
                _ => self.ill_formed(id, parameter, value, "an IRI"),
            }
        }
        iris
    }
}
