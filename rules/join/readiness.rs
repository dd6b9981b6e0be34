//! How many rows of one table find a row in another: today, and when both are written alike.

use super::key::{Kind, squeezed};
use super::keys::{Keys, Value, keys_by_kind};
use crate::code::municipalities::is_digits;
use crate::code::vintage::{Change, Numbers};
use munilint_model::{Argument, Body, Excerpt, JoinDraft, Message, Options, TableFacts, TablesFound};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Tables(judge);

/// Up to so many tables are held against each other two by two; more against the one with most different keys.
const PAIRWISE: usize = 6;

/// Longest value that a reason names, in characters.
const LONGEST_VALUE: usize = 24;

fn judge(tables: &[&TableFacts], _: &Options, found: &mut TablesFound) {
    for (kind, fields) in keys_by_kind(tables) {
        for (a, b) in pairs(&fields) {
            let tried = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
            let joins = tried.map(|(a, b)| {
                let (left, right) = if a.uniqueness() > b.uniqueness() { (b, a) } else { (a, b) };
                join(&kind, left, right)
            });
            // Of several fields that may be meant, those that match best are.
            let best = joins.max_by_key(|join| (join.after, join.today, std::cmp::Reverse((join.left, join.right))));
            found.joins.extend(best.filter(|join| is_worth_telling(join, &kind)));
        }
    }
    let share = |part: u64, join: &JoinDraft| part as f64 / join.rows.max(1) as f64;
    found.joins.sort_by(|a, b| {
        share(a.today, a).total_cmp(&share(b.today, b)).then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
}

/// The tables that are held against each other by keys of one kind.
fn pairs<'k, 'a>(fields: &'k [Vec<Keys<'a>>]) -> Vec<(&'k [Keys<'a>], &'k [Keys<'a>])> {
    if fields.len() <= PAIRWISE {
        let pairs = (0..fields.len()).flat_map(|a| (a + 1..fields.len()).map(move |b| (a, b)));
        return pairs.map(|(a, b)| (&fields[a][..], &fields[b][..])).collect();
    }
    let most = (0..fields.len()).max_by_key(|&i| (fields[i][0].values.len(), std::cmp::Reverse(i))).unwrap_or(0);
    let others = (0..fields.len()).filter(|&i| i != most);
    others.map(|i| (&fields[i][..1], &fields[most][..1])).collect()
}

/// False for fields that have nothing to do with each other, and for tables that only tell of other times.
fn is_worth_telling(join: &JoinDraft, kind: &Kind) -> bool {
    let is_recoded = join.reasons.iter().any(|reason| matches!(reason.variant, "recode" | "split"));
    (join.after > 0 || is_recoded) && !(kind.is_time() && join.today == join.after && join.today < join.rows)
}

/// Why rows do not match as they are, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Zeros,
    CodeAndName,
    Names,
    Blanks,
    Case,
    Notation,
    Recode,
    Split,
    Ambiguous,
    Missing,
    Absent,
}

impl Reason {
    fn variant(self) -> &'static str {
        match self {
            Reason::Zeros => "zeros",
            Reason::CodeAndName => "code-and-name",
            Reason::Names => "names",
            Reason::Blanks => "blanks",
            Reason::Case => "case",
            Reason::Notation => "notation",
            Reason::Recode => "recode",
            Reason::Split => "split",
            Reason::Ambiguous => "ambiguous",
            Reason::Missing => "missing",
            Reason::Absent => "absent",
        }
    }
}

/// Rows that do not match for one reason, and what shows it.
#[derive(Default)]
struct Rows {
    count: u64,
    values: Vec<Excerpt>,
    example: Vec<(&'static str, Argument)>,
}

fn join(kind: &Kind, left: &Keys, right: &Keys) -> JoinDraft {
    let (mut today, mut mended) = (0, 0);
    let mut reasons: BTreeMap<Reason, Rows> = BTreeMap::new();
    let mut add = |reason: Reason, value: &Value, example: &dyn Fn() -> Vec<(&'static str, Argument)>| {
        let rows = reasons.entry(reason).or_default();
        if rows.count == 0 {
            rows.example = example();
        }
        rows.count += value.rows;
        rows.values.push(Excerpt::short(value.text, LONGEST_VALUE));
    };
    let division = Division::of(kind, left, right);
    for value in &left.values {
        if right.has(value.text) {
            today += value.rows;
            continue;
        }
        let matches = right.matches(&value.keys);
        match &matches[..] {
            [] => match division.as_ref().and_then(|division| division.moved(&value.keys, right)) {
                Some((reason, text)) => add(reason, value, &|| vec![("example", Argument::Word(text.clone()))]),
                None => add(Reason::Absent, value, &Vec::new),
            },
            [one, more @ ..] if more.iter().all(|other| other.keys == one.keys) => {
                mended += value.rows;
                let shown = |text: &str| Argument::Excerpt(Excerpt::short(text, LONGEST_VALUE));
                let example = || vec![("left", shown(value.text)), ("right", shown(one.text))];
                add(difference(value.text, one.text), value, &example);
            }
            _ => add(Reason::Ambiguous, value, &Vec::new),
        }
    }
    let missing = left.rows - left.values.iter().map(|value| value.rows).sum::<u64>().min(left.rows);
    if missing > 0 {
        reasons.entry(Reason::Missing).or_default().count = missing;
    }
    let reasons = reasons.into_iter().map(|(reason, rows)| message(reason, rows)).collect();
    JoinDraft { left: left.at, right: right.at, rows: left.rows, today, after: today + mended, reasons }
}

fn message(reason: Reason, rows: Rows) -> Message {
    let mut arguments = vec![("count", Argument::Count(rows.count))];
    arguments.push(("different", Argument::Count(rows.values.len() as u64)));
    arguments.push(("values", Argument::Excerpts(rows.values)));
    arguments.extend(rows.example);
    Message { variant: reason.variant(), arguments }
}

/// In what two texts that stand for the same differ.
fn difference(left: &str, right: &str) -> Reason {
    let (a, b) = (squeezed(left), squeezed(right));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && !is_number(text);
    if a == b {
        Reason::Blanks
    } else if is_number(&a) && is_number(&b) {
        Reason::Zeros
    } else if a.to_lowercase() == b.to_lowercase() {
        Reason::Case
    } else if is_number(&a) && begins(&b) || is_number(&b) && begins(&a) {
        Reason::CodeAndName
    } else if is_number(&a) != is_number(&b) {
        Reason::Names
    } else {
        Reason::Notation
    }
}

/// The number of `4601 Bergen`.
fn number(with_name: &str) -> &str {
    with_name.split(' ').next().unwrap_or_default()
}

/// The year in whose division most of the numbers were; `None` where names stand for them.
fn best_year(keys: &Keys) -> Option<i32> {
    // A name stands for every number that its place has had.
    let single = keys.values.iter().filter(|value| value.text.bytes().any(|byte| byte.is_ascii_digit()));
    let codes: Vec<&str> = single.flat_map(|value| &value.keys).map(String::as_str).collect();
    (codes.len() * 2 > keys.values.len()).then(|| Numbers::of_codes(codes).best_year())
}

/// The years whose divisions into municipalities two fields follow, when they are not of one time.
struct Division {
    left: i32,
    right: i32,
}

impl Division {
    fn of(kind: &Kind, left: &Keys, right: &Keys) -> Option<Self> {
        if *kind != Kind::Municipality {
            return None;
        }
        let division = Division { left: best_year(left)?, right: best_year(right)? };
        (division.left != division.right).then_some(division)
    }

    /// What became of a number on the way to the other table's division, when that has it.
    fn moved(&self, keys: &[String], right: &Keys) -> Option<(Reason, String)> {
        let [code] = keys else { return None };
        if !is_digits(code, 4) {
            return None;
        }
        let named = |change: &Change, code: &str| {
            format!("{code} {} – {} ({})", change.name, change.successors.join(", "), change.year)
        };
        if self.left < self.right {
            let change = Change::of(code, self.right)?;
            change.successors.iter().find(|successor| right.has_key(number(successor)))?;
            let reason = if change.successors.len() > 1 { Reason::Split } else { Reason::Recode };
            return Some((reason, named(&change, code)));
        }
        right.values.iter().flat_map(|value| &value.keys).find_map(|older| {
            let change = Change::of(older, self.left)?;
            let is_from = change.successors.iter().any(|successor| number(successor) == code);
            let reason = if change.successors.len() > 1 { Reason::Split } else { Reason::Recode };
            is_from.then(|| (reason, named(&change, older)))
        })
    }
}
