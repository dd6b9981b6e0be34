//! A graph held against shapes (SHACL, section 3.4).

mod checks;
mod plan;
mod walk;

use crate::constraint::Component;
use crate::index::Id;
use crate::path::Path;
use crate::report::{Failure, Reason, Report, ValidationResult};
use crate::shape::Shapes;
use oxrdf::{Graph, TermRef};
use plan::Plan;
use std::sync::Arc;

/// How many nodes may be looked at: some seconds of work, and a hundred times what a catalogue of 50,000 triples takes.
const STEPS: u64 = 100_000_000;

/// How many steps a result takes away: memory for a million of them is there.
const RESULT: u64 = 100;

/// How many recursive shapes may stand in each other.
const DEEPEST: usize = 100;

impl Shapes {
    /// Holds a graph against the shapes. It ends on any graph: after a hundred million steps the report says what was left.
    #[must_use]
    pub fn validate(&self, data: &Graph) -> Report {
        self.validate_within(data, STEPS)
    }

    /// As [`Shapes::validate`], within so many steps: one for each value that is looked at, a hundred for each result.
    #[must_use]
    pub fn validate_within(&self, data: &Graph, steps: u64) -> Report {
        let plan = Plan::new(&self.shapes, data);
        let mut run = Run { plan: &plan, steps, open: Vec::new(), ended: false, failures: Vec::new() };
        let mut found = Vec::new();
        for shape in 0..self.shapes.len() {
            for focus in plan.focus_nodes(shape) {
                run.check(shape, focus, &mut found);
            }
        }
        let mut failures = run.failures;
        failures
            .sort_by_cached_key(|failure| (failure.reason, failure.shape.to_string(), failure.focus_node.to_string()));
        failures.dedup();
        let results = results(&plan, found);
        Report { conforms: results.is_empty() && failures.is_empty(), results, failures }
    }
}

/// One validation at work.
struct Run<'a> {
    plan: &'a Plan<'a>,
    /// How many are left.
    steps: u64,
    /// Recursive shapes that are being checked, with the node of each, from the outermost on.
    open: Vec<(usize, Id)>,
    /// There are no steps left.
    ended: bool,
    failures: Vec<Failure>,
}

/// Something that does not conform, in numbers.
struct Found {
    at: At,
    component: Component,
    /// In the place of the shape's path.
    predicate: Option<Id>,
    value: Option<Id>,
    details: Vec<Found>,
}

/// A constraint of a shape at a node.
#[derive(Clone, Copy)]
struct At {
    shape: usize,
    constraint: usize,
    focus: Id,
}

impl Run<'_> {
    /// Holds a node against a shape. A recursive shape that is being checked at the same node holds, as far as this goes.
    fn check(&mut self, shape: usize, focus: Id, found: &mut Vec<Found>) {
        let plan = self.plan;
        let what = &plan.shapes[shape];
        if what.deactivated || self.ended || (what.recursive && self.open.contains(&(shape, focus))) {
            return;
        }
        if what.recursive && self.open.len() == DEEPEST {
            self.fail(shape, focus, Reason::Depth);
            return;
        }
        if what.recursive {
            self.open.push((shape, focus));
        }
        let values = match &plan.routes[shape] {
            Some(route) => self.walk(route, focus),
            None => vec![focus],
        };
        for constraint in 0..what.constraints.len() {
            self.step(values.len() as u64 + 1);
            if !self.ended {
                let before = found.len();
                self.constraint(At { shape, constraint, focus }, &values, found);
                self.step((found.len() - before) as u64 * RESULT);
            }
        }
        if self.ended {
            self.fail(shape, focus, Reason::Steps);
        }
        if what.recursive {
            self.open.pop();
        }
    }

    /// True when nothing speaks against the node.
    fn conforms(&mut self, shape: usize, node: Id) -> bool {
        let mut found = Vec::new();
        self.check(shape, node, &mut found);
        found.is_empty()
    }

    fn step(&mut self, steps: u64) {
        self.ended |= self.steps < steps;
        self.steps = self.steps.saturating_sub(steps);
    }

    fn fail(&mut self, shape: usize, focus: Id, reason: Reason) {
        // Of steps that ended, the innermost node is enough.
        if reason == Reason::Steps && self.failures.iter().any(|failure| failure.reason == Reason::Steps) {
            return;
        }
        let shape = self.plan.shapes[shape].name.clone();
        self.failures.push(Failure { focus_node: self.plan.index.term(focus).into_owned(), shape, reason });
    }
}

/// What was found in terms, in the order that reports have.
fn results(plan: &Plan<'_>, mut found: Vec<Found>) -> Vec<ValidationResult> {
    found.sort_by_key(|found| {
        let At { shape, constraint, focus } = found.at;
        (focus, plan.ranks[shape], found.predicate, found.component, shape, found.value, constraint)
    });
    found.into_iter().map(|found| result(plan, found)).collect()
}

fn result(plan: &Plan<'_>, found: Found) -> ValidationResult {
    let shape = &plan.shapes[found.at.shape];
    let predicate = found.predicate.and_then(|predicate| match plan.index.term(predicate) {
        TermRef::NamedNode(predicate) => Some(Arc::new(Path::Predicate(predicate.into_owned()))),
        TermRef::BlankNode(_) | TermRef::Literal(_) => None,
    });
    ValidationResult {
        focus_node: plan.index.term(found.at.focus).into_owned(),
        path: predicate.or_else(|| shape.path.clone()),
        value: found.value.map(|value| plan.index.term(value).into_owned()),
        source_shape: shape.name.clone(),
        component: found.component,
        constraint: Arc::clone(&shape.constraints[found.at.constraint]),
        severity: shape.severity.clone(),
        messages: Arc::clone(&shape.messages),
        details: results(plan, found.details),
    }
}
