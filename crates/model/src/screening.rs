//! What was looked for of personal data and of what gives persons away, by which rules, and what was not looked at.

use crate::{Excerpt, RiskProfile};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Families whose rules look for persons: what identifies one, and what gives one away.
const FAMILIES: [&str; 2] = ["person", "risk"];

/// How well a rule finds what it looks for, as measured on labelled values.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What was labelled: `national identity number, today's rule`.
    pub kind: String,
    /// How many labelled values there were.
    pub values: u64,
    /// Share of what was found that is such a value, from 0 to 1.
    pub precision: f64,
    /// Share of such values that was found, from 0 to 1.
    pub recall: f64,
}

/// A rule that looked.
#[derive(Clone, Debug, PartialEq)]
pub struct Detector {
    /// The rule's id.
    pub rule: Arc<str>,
    /// The title of its page.
    pub title: String,
    /// The numbers that it ran with, by name and ascending: several when settings differ by file.
    pub options: BTreeMap<String, Vec<f64>>,
    /// By kind of value. Empty is not measured.
    pub measured: Vec<Measured>,
}

/// A field of which not every value was kept, so that rules that look at values one by one were silent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unseen {
    /// The source's name as it is shown.
    pub source: Arc<str>,
    /// The table's name, when its source can hold several.
    pub table: Option<Arc<str>>,
    /// The field's name, masked.
    pub field: Excerpt,
    /// 1-based position of the field.
    pub column: u32,
}

/// A limit of its own at which a rule gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// The table has more fields that the rule is about than it looks at.
    Fields,
    /// The table has more records than are kept to be held against those of others.
    Rows,
    /// There are more different values, or combinations of values, than the rule keeps.
    Values,
}

/// A table that a rule did not look at, or not wholly, for a limit of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GaveUp {
    /// The rule's id.
    pub rule: Arc<str>,
    /// The source's name as it is shown.
    pub source: Arc<str>,
    /// The table's name, when its source can hold several.
    pub table: Option<Arc<str>>,
    /// Which limit.
    pub limit: Limit,
}

/// Why a file that was met was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadReason {
    /// The configuration leaves it out.
    Excluded,
    /// It is of a kind that is not read.
    OtherKind,
    /// It has not changed since the revision that was named.
    Unchanged,
    /// It is a text without columns.
    NoTable,
}

/// A file that was met and not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Why.
    pub reason: UnreadReason,
    /// The file's name as it is shown.
    pub path: Arc<str>,
}

/// What a run looked for of persons, and what it did not look at. It never says that there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screening {
    /// The sets of options for disclosure control that were chosen for files, by name.
    pub profiles: Vec<Arc<RiskProfile>>,
    /// Rules that ran on a file at least, by id.
    pub detectors: Vec<Detector>,
    /// Ids of such rules that did not run on every file, ascending.
    pub left_out: Vec<Arc<str>>,
    /// Fields whose values were too many or too long to keep, by file and position.
    pub unseen: Vec<Unseen>,
    /// Rules that gave up at a table, by rule, source and limit.
    pub gave_up: Vec<GaveUp>,
    /// Files that were met and not read, by reason and path.
    pub unread: Vec<Unread>,
}

impl Screening {
    /// True for the family of a rule that looks for persons.
    #[must_use]
    pub fn is_about(family: &str) -> bool {
        FAMILIES.contains(&family)
    }

    /// What rules gave up at, by limit.
    #[must_use]
    pub fn given_up(&self) -> BTreeMap<Limit, Vec<&GaveUp>> {
        let mut by_limit: BTreeMap<Limit, Vec<&GaveUp>> = BTreeMap::new();
        for one in &self.gave_up {
            by_limit.entry(one.limit).or_default().push(one);
        }
        by_limit
    }

    /// Ids of the rules of the family `person` that ran, ascending.
    pub fn looked_for(&self) -> impl Iterator<Item = &str> {
        self.detectors.iter().map(|detector| &*detector.rule).filter(|rule| rule.starts_with("person/"))
    }
}
