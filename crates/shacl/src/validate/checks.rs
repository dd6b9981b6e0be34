//! The constraint components of SHACL Core (section 4), one by one.

use super::plan::{Bound, Plan};
use super::{At, Found, Run};
use crate::constraint::{Component, Constraint};
use crate::datatype::is_well_formed;
use crate::index::Id;
use crate::value::compare;
use oxrdf::{Literal, TermRef};
use std::cmp::Ordering;
use std::collections::BTreeMap;

impl Run<'_> {
    /// Holds the values of a node against one constraint.
    pub(super) fn constraint(&mut self, at: At, values: &[Id], found: &mut Vec<Found>) {
        let plan = self.plan;
        let bound = &plan.bound[at.shape][at.constraint];
        match &*plan.shapes[at.shape].constraints[at.constraint] {
            Constraint::MinCount(least) if (values.len() as u64) < *least => {
                found.push(at.found(Component::MinCount, None))
            }
            Constraint::MaxCount(most) if values.len() as u64 > *most => {
                found.push(at.found(Component::MaxCount, None))
            }
            Constraint::MinCount(_) | Constraint::MaxCount(_) => {}
            Constraint::HasValue(_) => {
                if !values.iter().any(|value| bound.ids.contains(value)) {
                    found.push(at.found(Component::HasValue, None));
                }
            }
            Constraint::UniqueLang => {
                found.extend(repeated_languages(plan, values).map(|_| at.found(Component::UniqueLang, None)))
            }
            Constraint::Equals(_) => {
                let others = self.others(at, bound);
                let apart = values.iter().filter(|value| !others.contains(value));
                let missing = others.iter().filter(|other| !values.contains(other));
                found.extend(apart.chain(missing).map(|&value| at.found(Component::Equals, Some(value))));
            }
            Constraint::Disjoint(_) => {
                let others = self.others(at, bound);
                let shared = values.iter().filter(|value| others.contains(value));
                found.extend(shared.map(|&value| at.found(Component::Disjoint, Some(value))));
            }
            Constraint::LessThan(_) => self.less(at, bound, values, Component::LessThan, found),
            Constraint::LessThanOrEquals(_) => self.less(at, bound, values, Component::LessThanOrEquals, found),
            Constraint::Closed(_) => {
                for &value in values {
                    let about = plan.index.about(value).iter();
                    let others = about.filter(|(predicate, _)| bound.ids.binary_search(predicate).is_err());
                    found.extend(others.map(|&(predicate, object)| Found {
                        predicate: Some(predicate),
                        ..at.found(Component::Closed, Some(object))
                    }));
                }
            }
            constraint => match of_value(constraint) {
                Some(component) => {
                    let wrong = values.iter().filter(|&&value| !admits(plan, constraint, bound, value));
                    found.extend(wrong.map(|&value| at.found(component, Some(value))));
                }
                None => self.shapes(at, constraint, values, found),
            },
        }
    }

    /// The values of the property that a constraint compares with.
    fn others(&self, at: At, bound: &Bound) -> Vec<Id> {
        bound.ids.iter().flat_map(|&property| self.plan.index.objects(at.focus, property)).collect()
    }

    /// One result for each pair that is not in order.
    fn less(&mut self, at: At, bound: &Bound, values: &[Id], component: Component, found: &mut Vec<Found>) {
        let others = self.others(at, bound);
        self.step((values.len() as u64).saturating_mul(others.len() as u64));
        if self.ended {
            return;
        }
        for &value in values {
            for &other in &others {
                let order = match (self.plan.index.term(value), self.plan.index.term(other)) {
                    (TermRef::Literal(value), TermRef::Literal(other)) => compare(value, other),
                    _ => None,
                };
                let equal = component == Component::LessThanOrEquals && order == Some(Ordering::Equal);
                if order != Some(Ordering::Less) && !equal {
                    found.push(at.found(component, Some(value)));
                }
            }
        }
    }

    /// The components that hold values against other shapes.
    fn shapes(&mut self, at: At, constraint: &Constraint, values: &[Id], found: &mut Vec<Found>) {
        let shapes = &self.plan.bound[at.shape][at.constraint].shapes;
        if let Constraint::Qualified { min, max, .. } = constraint {
            let count = values.iter().filter(|&&value| self.counts(shapes, value)).count() as u64;
            if min.is_some_and(|min| count < min) {
                found.push(at.found(Component::QualifiedMinCount, None));
            }
            if max.is_some_and(|max| count > max) {
                found.push(at.found(Component::QualifiedMaxCount, None));
            }
            return;
        }
        for &value in values {
            let mut details = Vec::new();
            let (component, holds) = match constraint {
                Constraint::Property(_) => {
                    shapes.iter().for_each(|&shape| self.check(shape, value, found));
                    continue;
                }
                Constraint::Node(_) => {
                    shapes.iter().for_each(|&shape| self.check(shape, value, &mut details));
                    (Component::Node, details.is_empty())
                }
                Constraint::Not(_) => (Component::Not, !shapes.iter().any(|&shape| self.conforms(shape, value))),
                Constraint::And(_) => (Component::And, shapes.iter().all(|&shape| self.conforms(shape, value))),
                Constraint::Or(_) => (Component::Or, shapes.iter().any(|&shape| self.conforms(shape, value))),
                _ => (Component::Xone, shapes.iter().filter(|&&shape| self.conforms(shape, value)).count() == 1),
            };
            if self.ended {
                return;
            }
            if !holds {
                found.push(Found { details, ..at.found(component, Some(value)) });
            }
        }
    }

    /// True when the value conforms to the first of the shapes and to none of the others, its siblings.
    fn counts(&mut self, shapes: &[usize], value: Id) -> bool {
        shapes.split_first().is_some_and(|(&shape, siblings)| {
            self.conforms(shape, value) && !siblings.iter().any(|&sibling| self.conforms(sibling, value))
        })
    }
}

impl At {
    fn found(self, component: Component, value: Option<Id>) -> Found {
        Found { at: self, component, predicate: None, value, details: Vec::new() }
    }
}

/// The component of a constraint that looks at one value at a time, and at nothing but it.
fn of_value(constraint: &Constraint) -> Option<Component> {
    Some(match constraint {
        Constraint::Class(_) => Component::Class,
        Constraint::Datatype(_) => Component::Datatype,
        Constraint::NodeKind(_) => Component::NodeKind,
        Constraint::MinExclusive(_) => Component::MinExclusive,
        Constraint::MinInclusive(_) => Component::MinInclusive,
        Constraint::MaxExclusive(_) => Component::MaxExclusive,
        Constraint::MaxInclusive(_) => Component::MaxInclusive,
        Constraint::MinLength(_) => Component::MinLength,
        Constraint::MaxLength(_) => Component::MaxLength,
        Constraint::Pattern(_) => Component::Pattern,
        Constraint::LanguageIn(_) => Component::LanguageIn,
        Constraint::In(_) => Component::In,
        _ => return None,
    })
}

/// True when the value conforms to such a constraint.
fn admits(plan: &Plan<'_>, constraint: &Constraint, bound: &Bound, value: Id) -> bool {
    let term = plan.index.term(value);
    let literal = if let TermRef::Literal(literal) = term { Some(literal) } else { None };
    let stands = |bound: &Literal, orders: &[Ordering]| {
        let order = literal.and_then(|literal| compare(literal, bound.as_ref()));
        order.is_some_and(|order| orders.contains(&order))
    };
    match constraint {
        Constraint::Class(_) => {
            let mut classes = plan.kind.into_iter().flat_map(|kind| plan.index.objects(value, kind));
            classes.any(|class| bound.ids.binary_search(&class).is_ok())
        }
        Constraint::Datatype(datatype) => literal.is_some_and(|literal| {
            literal.datatype() == datatype.as_ref() && is_well_formed(literal.value(), datatype.as_str())
        }),
        Constraint::NodeKind(kind) => kind.admits(term),
        Constraint::MinExclusive(bound) => stands(bound, &[Ordering::Greater]),
        Constraint::MinInclusive(bound) => stands(bound, &[Ordering::Greater, Ordering::Equal]),
        Constraint::MaxExclusive(bound) => stands(bound, &[Ordering::Less]),
        Constraint::MaxInclusive(bound) => stands(bound, &[Ordering::Less, Ordering::Equal]),
        Constraint::MinLength(least) => text(term).is_some_and(|text| text.chars().count() as u64 >= *least),
        Constraint::MaxLength(most) => text(term).is_some_and(|text| text.chars().count() as u64 <= *most),
        Constraint::Pattern(pattern) => text(term).is_some_and(|text| pattern.matches(text)),
        Constraint::LanguageIn(ranges) => {
            let language = literal.and_then(|literal| literal.language());
            language.is_some_and(|language| ranges.iter().any(|range| in_range(language, range)))
        }
        Constraint::In(_) => bound.ids.binary_search(&value).is_ok(),
        _ => true,
    }
}

/// What SPARQL's `str` gives: a blank node has no text.
fn text(term: TermRef<'_>) -> Option<&str> {
    match term {
        TermRef::NamedNode(node) => Some(node.as_str()),
        TermRef::Literal(literal) => Some(literal.value()),
        TermRef::BlankNode(_) => None,
    }
}

/// Basic filtering of RFC 4647: `en` takes `en-GB`, `*` takes all.
fn in_range(language: &str, range: &str) -> bool {
    range == "*"
        || language.split_at_checked(range.len()).is_some_and(|(start, rest)| {
            start.eq_ignore_ascii_case(range) && (rest.is_empty() || rest.starts_with('-'))
        })
}

/// The languages that more than one of the values is in.
fn repeated_languages<'a>(plan: &Plan<'a>, values: &[Id]) -> impl Iterator<Item = String> + use<'a> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for &value in values {
        if let TermRef::Literal(literal) = plan.index.term(value)
            && let Some(language) = literal.language()
        {
            *counts.entry(language.to_ascii_lowercase()).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(language, _)| language)
}
