//! Where a path leads from a node.

use super::Run;
use super::plan::Route;
use crate::index::Id;
use std::collections::BTreeSet;

impl Run<'_> {
    /// The value nodes of a path: each once, in order.
    pub(super) fn walk(&mut self, route: &Route, from: Id) -> Vec<Id> {
        self.go(route, from, false)
    }

    fn go(&mut self, route: &Route, from: Id, back: bool) -> Vec<Id> {
        let mut nodes = match route {
            Route::Predicate(predicate) if back => self.plan.index.subjects(*predicate, from).collect(),
            Route::Predicate(predicate) => self.plan.index.objects(from, *predicate).collect(),
            Route::Sequence(parts) if back => self.in_turn(parts.iter().rev(), from, back),
            Route::Sequence(parts) => self.in_turn(parts.iter(), from, back),
            Route::Alternative(parts) => parts.iter().flat_map(|part| self.go(part, from, back)).collect(),
            Route::Inverse(route) => self.go(route, from, !back),
            Route::ZeroOrMore(route) => self.on(route, vec![from], back),
            Route::OneOrMore(route) => {
                let first = self.go(route, from, back);
                self.on(route, first, back)
            }
            Route::ZeroOrOne(route) => {
                let mut nodes = self.go(route, from, back);
                nodes.push(from);
                nodes
            }
        };
        self.step(nodes.len() as u64 + 1);
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }

    fn in_turn<'r>(&mut self, parts: impl Iterator<Item = &'r Route>, from: Id, back: bool) -> Vec<Id> {
        let mut nodes = vec![from];
        for part in parts {
            nodes = nodes.into_iter().flat_map(|node| self.go(part, node, back)).collect();
            nodes.sort_unstable();
            nodes.dedup();
        }
        nodes
    }

    /// All that can be reached from some nodes, and these.
    fn on(&mut self, route: &Route, start: Vec<Id>, back: bool) -> Vec<Id> {
        let mut reached: BTreeSet<Id> = start.iter().copied().collect();
        let mut ahead = start;
        while let Some(node) = ahead.pop().filter(|_| !self.ended) {
            ahead.extend(self.go(route, node, back).into_iter().filter(|&next| reached.insert(next)));
        }
        reached.into_iter().collect()
    }
}
