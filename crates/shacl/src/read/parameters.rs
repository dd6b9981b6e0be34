//! The parameters of a shape as constraints.

use super::{Parameter, Reader};
use crate::constraint::{Constraint, NodeKind};
use crate::fault::Kind;
use crate::index::Id;
use crate::pattern::Pattern;
use crate::vocabulary::NAMESPACE;
use oxrdf::vocab::xsd;
use oxrdf::{Literal, LiteralRef, NamedNode, NamedOrBlankNode, TermRef};

/// Parameters that a shape has one value of at most.
const SINGLE: [&str; 21] = [
    "closed", "datatype", "flags", "ignoredProperties", "in", "languageIn", "maxCount", "maxExclusive", "maxInclusive",
    "maxLength", "minCount", "minExclusive", "minInclusive", "minLength", "nodeKind", "pattern", "qualifiedMaxCount",
    "qualifiedMinCount", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "uniqueLang",
];

/// Parameters that are about the values of a property.
const OF_PROPERTIES: [&str; 9] = [
    "lessThan", "lessThanOrEquals", "maxCount", "minCount", "qualifiedMaxCount", "qualifiedMinCount",
    "qualifiedValueShape", "qualifiedValueShapesDisjoint", "uniqueLang",
];

/// Parameters that do nothing without one of others.
const TOGETHER: [(&str, &[&str]); 6] = [
    ("flags", &["pattern"]),
    ("ignoredProperties", &["closed"]),
    ("qualifiedMaxCount", &["qualifiedValueShape"]),
    ("qualifiedMinCount", &["qualifiedValueShape"]),
    ("qualifiedValueShape", &["qualifiedMinCount", "qualifiedMaxCount"]),
    ("qualifiedValueShapesDisjoint", &["qualifiedValueShape"]),
];

impl<'a> Reader<'a> {
    /// What the shape demands; `of_property` when it has a path.
    pub(super) fn constraints(&mut self, id: Id, of_property: bool) -> Vec<Constraint> {
        self.review_parameters(id, of_property);
        let mut found = self.of_values(id);
        found.extend(self.of_texts(id));
        found.extend(self.of_shapes(id));
        let pairs: [Parameter<NamedNode, Constraint>; 2] =
            [("equals", Constraint::Equals), ("disjoint", Constraint::Disjoint)];
        for (parameter, constraint) in pairs {
            found.extend(self.iris(id, parameter).into_iter().map(constraint));
        }
        found.extend(self.closed(id));
        if of_property {
            found.extend(self.of_properties(id));
        }
        found
    }

    fn review_parameters(&mut self, id: Id, of_property: bool) {
        for parameter in SINGLE {
            if self.values(id, parameter).len() > 1 {
                self.fault(id, Kind::Repeated { parameter: Self::term(parameter) });
            }
        }
        for parameter in OF_PROPERTIES.iter().filter(|_| !of_property) {
            if !self.values(id, parameter).is_empty() {
                self.fault(id, Kind::NeedsPath { parameter: Self::term(parameter) });
            }
        }
        for (parameter, others) in TOGETHER {
            let alone = others.iter().all(|other| self.values(id, other).is_empty());
            if alone && !self.values(id, parameter).is_empty() {
                let missing = Self::term(others.first().copied().unwrap_or_default());
                self.fault(id, Kind::Alone { parameter: Self::term(parameter), missing });
            }
        }
    }

    /// Demands on single values: what they are and how great.
    fn of_values(&mut self, id: Id) -> Vec<Constraint> {
        let mut found: Vec<Constraint> = Vec::new();
        found.extend(self.iris(id, "class").into_iter().map(Constraint::Class));
        found.extend(self.iris(id, "datatype").into_iter().map(Constraint::Datatype));
        for value in self.values(id, "nodeKind") {
            let kind = match self.index.term(value) {
                TermRef::NamedNode(node) => node.as_str().strip_prefix(NAMESPACE).and_then(NodeKind::from_name),
                _ => None,
            };
            match kind {
                Some(kind) => found.push(Constraint::NodeKind(kind)),
                None => self.ill_formed(id, "nodeKind", value, "one of the six kinds of nodes"),
            }
        }
        let bounds: [Parameter<Literal, Constraint>; 4] = [
            ("minExclusive", Constraint::MinExclusive),
            ("minInclusive", Constraint::MinInclusive),
            ("maxExclusive", Constraint::MaxExclusive),
            ("maxInclusive", Constraint::MaxInclusive),
        ];
        for (parameter, constraint) in bounds {
            for value in self.values(id, parameter) {
                match self.index.term(value) {
                    TermRef::Literal(bound) => found.push(constraint(bound.into_owned())),
                    _ => self.ill_formed(id, parameter, value, "a literal"),
                }
            }
        }
        found.extend(
            self.values(id, "hasValue")
                .into_iter()
                .map(|value| Constraint::HasValue(self.index.term(value).into_owned())),
        );
        for members in self.lists(id, "in") {
            found
                .push(Constraint::In(members.into_iter().map(|member| self.index.term(member).into_owned()).collect()));
        }
        found
    }

    /// Demands on texts.
    fn of_texts(&mut self, id: Id) -> Vec<Constraint> {
        let mut found = Vec::new();
        found.extend(self.counts(id, "minLength").into_iter().map(Constraint::MinLength));
        found.extend(self.counts(id, "maxLength").into_iter().map(Constraint::MaxLength));
        let flags = self.strings(id, "flags").first().map_or("", |flags| flags.value());
        for pattern in self.strings(id, "pattern") {
            let key = (pattern.value(), flags);
            let compiled = self.patterns.entry(key).or_insert_with(|| Pattern::new(key.0, key.1));
            match compiled.clone() {
                Ok(pattern) => found.push(Constraint::Pattern(pattern)),
                Err(error) => {
                    let kind = Kind::Pattern { pattern: pattern.value().to_owned(), reason: error.to_string() };
                    self.fault(id, kind);
                }
            }
        }
        for members in self.lists(id, "languageIn") {
            let mut ranges = Vec::new();
            for member in members {
                match self.index.term(member) {
                    TermRef::Literal(range) if range.datatype() == xsd::STRING => ranges.push(range.value().to_owned()),
                    _ => self.ill_formed(id, "languageIn", member, "a text without a language"),
                }
            }
            found.push(Constraint::LanguageIn(ranges));
        }
        found
    }

    /// Demands that values conform to other shapes.
    fn of_shapes(&mut self, id: Id) -> Vec<Constraint> {
        let mut found = Vec::new();
        let single: [Parameter<NamedOrBlankNode, Constraint>; 3] =
            [("not", Constraint::Not), ("node", Constraint::Node), ("property", Constraint::Property)];
        for (parameter, constraint) in single {
            for value in self.values(id, parameter) {
                found.extend(self.shape_at(id, parameter, value).map(constraint));
            }
        }
        let several: [Parameter<Vec<NamedOrBlankNode>, Constraint>; 3] =
            [("and", Constraint::And), ("or", Constraint::Or), ("xone", Constraint::Xone)];
        for (parameter, constraint) in several {
            for members in self.lists(id, parameter) {
                let shapes: Option<Vec<_>> =
                    members.into_iter().map(|member| self.shape_at(id, parameter, member)).collect();
                found.extend(shapes.map(constraint));
            }
        }
        found
    }

    fn shape_at(&mut self, id: Id, parameter: &'static str, value: Id) -> Option<NamedOrBlankNode> {
        let shape = self.subject(value);
        let without_path = parameter == "property" && self.values(value, "path").is_empty();
        if shape.is_none() || without_path {
            let expected = if parameter == "property" { "a shape with sh:path" } else { "a shape" };
            self.ill_formed(id, parameter, value, expected);
        }
        shape.filter(|_| !without_path)
    }

    /// Demands on all values of a property together.
    fn of_properties(&mut self, id: Id) -> Vec<Constraint> {
        let mut found = Vec::new();
        found.extend(self.counts(id, "minCount").into_iter().map(Constraint::MinCount));
        found.extend(self.counts(id, "maxCount").into_iter().map(Constraint::MaxCount));
        if self.flag(id, "uniqueLang") {
            found.push(Constraint::UniqueLang);
        }
        found.extend(self.iris(id, "lessThan").into_iter().map(Constraint::LessThan));
        found.extend(self.iris(id, "lessThanOrEquals").into_iter().map(Constraint::LessThanOrEquals));
        let (min, max) = (self.counts(id, "qualifiedMinCount"), self.counts(id, "qualifiedMaxCount"));
        let (min, max) = (min.first().copied(), max.first().copied());
        let apart = self.flag(id, "qualifiedValueShapesDisjoint");
        for value in self.values(id, "qualifiedValueShape") {
            let Some(shape) = self.shape_at(id, "qualifiedValueShape", value) else { continue };
            if min.is_some() || max.is_some() {
                let siblings = if apart { self.siblings(id, value) } else { Vec::new() };
                found.push(Constraint::Qualified { shape, siblings, min, max });
            }
        }
        found
    }

    /// The qualified value shapes of all properties of all shapes that this property is one of, without its own.
    fn siblings(&self, id: Id, own: Id) -> Vec<NamedOrBlankNode> {
        let Some(&property) = self.names.get("property") else { return Vec::new() };
        let parents = self.index.subjects(property, id);
        let properties = parents.flat_map(|parent| self.index.objects(parent, property));
        let mut shapes: Vec<Id> =
            properties.flat_map(|property| self.values(property, "qualifiedValueShape")).collect();
        shapes.sort_unstable();
        shapes.dedup();
        shapes.into_iter().filter(|&shape| shape != own).filter_map(|shape| self.subject(shape)).collect()
    }

    fn closed(&mut self, id: Id) -> Option<Constraint> {
        if !self.flag(id, "closed") {
            return None;
        }
        let mut allowed = Vec::new();
        for members in self.lists(id, "ignoredProperties") {
            for member in members {
                match self.index.term(member) {
                    TermRef::NamedNode(node) => allowed.push(node.into_owned()),
                    _ => self.ill_formed(id, "ignoredProperties", member, "an IRI"),
                }
            }
        }
        for property in self.values(id, "property") {
            for path in self.values(property, "path") {
                if let TermRef::NamedNode(predicate) = self.index.term(path) {
                    allowed.push(predicate.into_owned());
                }
            }
        }
        allowed.sort_unstable();
        allowed.dedup();
        Some(Constraint::Closed(allowed))
    }

    fn counts(&mut self, id: Id, parameter: &'static str) -> Vec<u64> {
        let mut counts = Vec::new();
        for value in self.values(id, parameter) {
            let count = match self.index.term(value) {
                TermRef::Literal(number) if number.datatype() == xsd::INTEGER => number.value().parse().ok(),
                _ => None,
            };
            match count {
                Some(count) => counts.push(count),
                None => self.ill_formed(id, parameter, value, "a whole number of 0 or more"),
            }
        }
        counts
    }

    fn strings(&mut self, id: Id, parameter: &'static str) -> Vec<LiteralRef<'a>> {
        let mut strings = Vec::new();
        for value in self.values(id, parameter) {
            match self.index.term(value) {
                TermRef::Literal(text) if text.datatype() == xsd::STRING => strings.push(text),
                _ => self.ill_formed(id, parameter, value, "a text without a language"),
            }
        }
        strings
    }

    fn lists(&mut self, id: Id, parameter: &'static str) -> Vec<Vec<Id>> {
        let mut lists = Vec::new();
        for value in self.values(id, parameter) {
            match self.list(value) {
                Some(members) => lists.push(members),
                None => self.fault(id, Kind::IllFormedList { parameter: Self::term(parameter) }),
            }
        }
        lists
    }
}
