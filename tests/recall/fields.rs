//! What the rules say of the fields of tables, held against what they hold.

use crate::count::Count;
use munilint_model::{Confidence, Language};
use munilint_tests::checked::Rules;
use munilint_tests::labelled::kind::Kind;
use munilint_tests::labelled::table::{Field, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Rules with the kinds that they tell of.
pub(crate) const RULES: [(&str, Kind); 12] = [
    ("person/national-identity-number", Kind::NationalNumber),
    ("person/d-number", Kind::NationalNumber),
    ("person/duf-number", Kind::Duf),
    ("person/bank-account", Kind::Account),
    ("person/payment-card", Kind::Card),
    ("person/person-name", Kind::FullName),
    ("person/telephone", Kind::Telephone),
    ("person/personal-email", Kind::Email),
    ("person/home-address", Kind::Street),
    ("person/birth-date", Kind::BirthDate),
    ("person/licence-plate", Kind::Plate),
    ("person/network-address", Kind::Ip),
];

/// What a field is to a reader who only sees its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// The header says what it holds.
    Told,
    /// It does not.
    Silent,
    /// Free text.
    Text,
}

/// What was counted.
#[derive(Default)]
pub(crate) struct Scores {
    kinds: BTreeMap<(Kind, Look), Count>,
    /// What was missed and what was false, a line each.
    pub(crate) slips: Vec<String>,
}

impl Scores {
    /// What was counted for a kind in fields of the looks that are asked for. Alarms are those of all kinds that the rules
    /// do not tell apart.
    pub(crate) fn count(&self, kind: Kind, looks: fn(Look) -> bool) -> Count {
        let mut sum = Count::default();
        for ((other, _), count) in self.kinds.iter().filter(|((_, look), _)| looks(*look)) {
            if *other == kind {
                sum.add(Count { right: 0, wrong: 0, ..*count });
            }
            if *other == kind.general() {
                sum.add(Count { right: count.right, wrong: count.wrong, ..Count::default() });
            }
        }
        sum
    }
}

/// Checks the tables with all rules. A kind is found in a field when one of its rules speaks of the field with confidence
/// medium or high.
pub(crate) fn score(tables: &[Table]) -> Scores {
    let rules = Rules::all();
    let mut scores = Scores::default();
    for table in tables {
        let checked = rules.check(&table.name, table.csv.as_bytes(), Language::En);
        let mut alarms: BTreeSet<(u32, Kind)> = BTreeSet::new();
        for finding in checked.findings.iter().filter(|finding| finding.confidence >= Confidence::Medium) {
            let rule = RULES.iter().find(|(id, _)| *id == &*finding.rule);
            if let (Some((_, kind)), Some(column)) = (rule, finding.column) {
                alarms.insert((column, *kind));
            }
        }
        for (column, field) in (1..).zip(&table.fields) {
            let alarms: BTreeSet<Kind> = alarms.iter().filter(|(at, _)| *at == column).map(|(_, kind)| *kind).collect();
            scores.field(table, field, &alarms);
        }
    }
    scores
}

impl Scores {
    fn field(&mut self, table: &Table, field: &Field, alarms: &BTreeSet<Kind>) {
        let look = match (field.is_text, field.is_told) {
            (true, _) => Look::Text,
            (false, true) => Look::Told,
            (false, false) => Look::Silent,
        };
        for kind in field.values.keys() {
            let found = u32::from(alarms.contains(&kind.general()));
            let count = Count { values: 1, found, whole: found, ..Count::default() };
            self.kinds.entry((*kind, look)).or_default().add(count);
            if found == 0 {
                self.slips.push(slip("missed", table, field, *kind));
            }
        }
        for kind in alarms {
            let is_right = field.values.keys().any(|other| other.general() == *kind);
            let count = Count { right: u32::from(is_right), wrong: u32::from(!is_right), ..Count::default() };
            self.kinds.entry((*kind, look)).or_default().add(count);
            if !is_right {
                self.slips.push(slip("false", table, field, *kind));
            }
        }
    }
}

fn slip(what: &str, table: &Table, field: &Field, kind: Kind) -> String {
    let cells = field.values.get(&kind).copied().unwrap_or(0);
    let table = format!("{} ({cells} in {} rows)", table.name, table.rows);
    format!("{what}\t{}\t{}\t{table}\t{:?}", kind.words(), field.header, field.label)
}
