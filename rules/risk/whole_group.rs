//! Groups whose people are all in one situation: the figure of the group is then one of each of them.

use super::people::{Kind, counts_of_people, is_register, smallest_area};
use super::situations::Situation;
use munilint_detect::number::number;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Draft, Findings, Limit, Occurrences, Options, Role, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields are not looked at.
const MOST: usize = 16;

/// In fewer rows a count that is never greater than another may be so by chance.
const ROWS: u64 = 3;

fn compile(_: &Options) -> Box<dyn AnyCheck> {
    Box::new(WholeGroup)
}

struct WholeGroup;

/// Shares and counts of people in a situation. Positions are those of fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Situations {
    shares: Vec<Share>,
    counts: Vec<Count>,
    /// There are more, which are not looked at.
    is_cut: bool,
}

/// A field with shares.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Share {
    field: usize,
    /// That nobody has it is what tells.
    is_success: bool,
    cells: u64,
    largest: f64,
    none: Occurrences,
    /// Shares of 1: all, where shares are given as parts of one.
    one: Occurrences,
    hundred: Occurrences,
}

/// A count of people in a situation beside one of all people.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Count {
    field: usize,
    people: usize,
    rows: u64,
    /// In some row there are more.
    is_other: bool,
    equal: Occurrences,
}

impl Check for WholeGroup {
    type State = Situations;

    fn start(&self, table: &TableContext) -> Situations {
        let mut situations = Situations { shares: Vec::new(), counts: Vec::new(), is_cut: false };
        if is_register(table) {
            return situations;
        }
        let told = |at: usize| Situation::of(&table.fields[at].name);
        for at in 0..table.fields.len() {
            let is_share = table.fields[at].role.role == Role::Share;
            if let Some(situation) = told(at).filter(|_| is_share) {
                if situations.shares.len() == MOST {
                    situations.is_cut = true;
                    break;
                }
                let is_success = situation == Situation::Success;
                situations.shares.push(Share { field: at, is_success, ..Share::default() });
            }
        }
        let counts = counts_of_people(table);
        let people = counts.iter().filter(|(at, kind)| *kind == Kind::Any && told(*at).is_none());
        for &(field, kind) in &counts {
            if kind == Kind::Situation || told(field) == Some(Situation::Burden) {
                let beside = people.clone().filter(|(people, _)| *people != field);
                situations.counts.extend(beside.map(|&(people, _)| Count { field, people, ..Count::default() }));
            }
        }
        situations.is_cut |= situations.counts.len() > MOST;
        situations.counts.truncate(MOST);
        situations
    }

    fn update(&self, situations: &mut Situations, batch: &Batch) {
        let read = |row, field| batch.cell(row, field).and_then(|cell| number(cell.trim_ascii()));
        for share in &mut situations.shares {
            for row in 0..batch.rows() {
                let Some(value) = read(row, share.field) else { continue };
                share.cells += 1;
                share.largest = share.largest.max(value);
                let place = || batch.cell_place(row, share.field);
                match value {
                    0.0 => share.none.add(place),
                    1.0 => share.one.add(place),
                    100.0 => share.hundred.add(place),
                    _ => {}
                }
            }
        }
        for count in &mut situations.counts {
            for row in 0..batch.rows() {
                let (Some(part), Some(all)) = (read(row, count.field), read(row, count.people)) else { continue };
                count.rows += 1;
                count.is_other |= part > all;
                if part == all && part > 0.0 {
                    count.equal.add(|| batch.cell_place(row, count.field));
                }
            }
        }
    }

    fn merge(&self, situations: &mut Situations, other: Situations) {
        for (mine, theirs) in situations.shares.iter_mut().zip(&other.shares) {
            mine.cells += theirs.cells;
            mine.largest = mine.largest.max(theirs.largest);
            mine.none.merge(&theirs.none);
            mine.one.merge(&theirs.one);
            mine.hundred.merge(&theirs.hundred);
        }
        for (mine, theirs) in situations.counts.iter_mut().zip(&other.counts) {
            mine.rows += theirs.rows;
            mine.is_other |= theirs.is_other;
            mine.equal.merge(&theirs.equal);
        }
    }

    fn finish(&self, situations: Situations, table: &TableContext, found: &mut Findings) {
        if situations.is_cut {
            found.give_up(Limit::Fields);
        }
        let has_area = smallest_area(table).is_some();
        let tell = |draft: &mut Draft| {
            if !has_area {
                draft.severity(Severity::Note);
            }
        };
        for share in &situations.shares {
            let all = if share.largest > 1.0 { &share.hundred } else { &share.one };
            let seen = if share.is_success { &share.none } else { all };
            // Where it is so in most groups, something else is meant.
            if !seen.is_empty() && seen.count * 2 <= share.cells {
                let draft = found.add(Some(table.fields[share.field].column), seen.clone());
                tell(draft.variant(if share.is_success { "none" } else { "" }));
            }
        }
        let is_part = |count: &&Count| !count.is_other && count.rows >= ROWS && count.equal.count * 2 <= count.rows;
        for counts in situations.counts.chunk_by(|one, next| one.field == next.field) {
            let Some(count) = counts.iter().find(is_part).filter(|count| !count.equal.is_empty()) else { continue };
            let draft = found.add(Some(table.fields[count.field].column), count.equal.clone());
            tell(draft.variant("equal").excerpt("people", &table.fields[count.people].name));
        }
    }
}
