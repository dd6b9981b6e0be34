//! What is found when tables are held against each other.

use crate::{Draft, Excerpt, Findings, Limit, Message, TableFacts};
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

/// The facts of several tables, in the order of their sources' names, with what rules work out of them once for all.
#[derive(Default)]
pub struct Tables<'a> {
    facts: Vec<&'a TableFacts>,
    shared: RefCell<HashMap<TypeId, Rc<dyn Any>>>,
}

impl<'a> Tables<'a> {
    /// Nothing is worked out yet.
    #[must_use]
    pub fn new(facts: Vec<&'a TableFacts>) -> Self {
        Tables { facts, shared: RefCell::default() }
    }

    /// What `make` makes of the facts, made when it is first asked for: one thing of each type.
    pub fn shared<T: Any>(&self, make: impl FnOnce(&[&'a TableFacts]) -> T) -> Rc<T> {
        let known = self.shared.borrow().get(&TypeId::of::<T>()).cloned();
        if let Some(known) = known.and_then(|known| known.downcast().ok()) {
            return known;
        }
        let made = Rc::new(make(&self.facts));
        self.shared.borrow_mut().insert(TypeId::of::<T>(), made.clone());
        made
    }
}

impl<'a> Deref for Tables<'a> {
    type Target = [&'a TableFacts];

    fn deref(&self) -> &Self::Target {
        &self.facts
    }
}

/// What a rule over several tables hands over.
#[derive(Clone, Debug, Default)]
pub struct TablesFound {
    /// Findings, each with the table (by its position) that it is told of.
    pub drafts: Vec<(usize, Draft)>,
    /// Limits at which the rule gave up, each with the table.
    pub limits: Vec<(usize, Limit)>,
    /// How well pairs of keys would join.
    pub joins: Vec<JoinDraft>,
}

impl TablesFound {
    /// Findings about one table.
    pub fn in_table(&mut self, table: usize, tell: impl FnOnce(&mut Findings)) {
        let mut found = Findings::default();
        tell(&mut found);
        self.drafts.extend(found.drafts.into_iter().map(|draft| (table, draft)));
        self.limits.extend(found.limits.into_iter().map(|limit| (table, limit)));
    }
}

/// A field of one of the tables: positions of the table and of the field, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldOf {
    /// Which table.
    pub table: usize,
    /// Which of its fields.
    pub field: usize,
}

/// How many rows of the table on the left would find a row on the right, as a rule states it.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinDraft {
    /// The field whose rows are counted.
    pub left: FieldOf,
    /// The field they are looked up in.
    pub right: FieldOf,
    /// Rows on the left.
    pub rows: u64,
    /// Rows that match as the values are written.
    pub today: u64,
    /// Rows that match when both sides are written in one way, where nothing has to be guessed.
    pub after: u64,
    /// What has to be done for that, and what stops the rest; the gravest first.
    pub reasons: Vec<Message>,
}

/// A field as a report names it.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinKey {
    /// The source's name as it is shown.
    pub source: Arc<str>,
    /// The table's name, when its source can hold several.
    pub table: Option<Arc<str>>,
    /// The field's name, masked.
    pub field: Excerpt,
    /// 1-based position of the field.
    pub column: u32,
}

/// How many rows of the table on the left would find a row on the right: what it takes to join two tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The field whose rows are counted.
    pub left: JoinKey,
    /// The field they are looked up in.
    pub right: JoinKey,
    /// Rows on the left.
    pub rows: u64,
    /// Rows that match as the values are written.
    pub today: u64,
    /// Rows that match after the safe mends.
    pub after: u64,
    /// What has to be done for that, and what stops the rest, in the chosen language.
    pub reasons: Vec<String>,
}
