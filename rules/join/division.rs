//! Municipality numbers of two tables that follow the divisions of different years.

use super::keys::Keys;
use super::matches::Reason;
use crate::areas::vintage::Change;
use munilint_model::Argument;
use std::collections::BTreeMap;

/// What a message names: `old` and `new` with their names, and the `year`.
type Arguments = Vec<(&'static str, Argument)>;

/// What became of the numbers of one table on the way to the division of another.
pub(super) struct Division {
    /// By a number that the one on the left has and the one on the right does not: why, and what is told of it.
    moved: BTreeMap<String, (Reason, Arguments)>,
}

impl Division {
    /// `None` when the keys are no numbers of municipalities, or all of one time.
    pub(super) fn of(left: &Keys, right: &Keys) -> Option<Self> {
        let (year, other_year) = (left.division_year()?, right.division_year()?);
        let mut moved = BTreeMap::new();
        let (older, newer) = if year < other_year { (left, right) } else { (right, left) };
        for code in older.values.iter().flat_map(|value| &value.keys).filter(|code| !newer.has_key(code)) {
            let Some(change) = Change::of(code, year.max(other_year)) else { continue };
            let reason = if change.successors.len() > 1 { Reason::Split } else { Reason::Recode };
            let successors = change.successors.iter().map(|successor| number(successor));
            let met: Vec<&str> = successors.filter(|successor| newer.has_key(successor)).collect();
            let told = || -> Arguments {
                let old = ("old", Argument::Word(format!("{code} {}", change.name)));
                let new = ("new", Argument::Word(change.successors.join(", ")));
                vec![old, new, ("year", Argument::Word(change.year.to_string()))]
            };
            if year < other_year && !met.is_empty() {
                moved.entry(code.clone()).or_insert_with(|| (reason, told()));
            } else if year > other_year {
                met.into_iter().for_each(|successor| {
                    moved.entry(successor.to_owned()).or_insert_with(|| (reason, told()));
                });
            }
        }
        (year != other_year).then_some(Division { moved })
    }

    /// What became of a value's number.
    pub(super) fn moved(&self, keys: &[String]) -> Option<&(Reason, Arguments)> {
        let [code] = keys else { return None };
        self.moved.get(code)
    }
}

/// The number of `4601 Bergen`.
fn number(with_name: &str) -> &str {
    with_name.split(' ').next().unwrap_or_default()
}
