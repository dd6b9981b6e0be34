//! Pairs of keys, how many rows of one find a row in the other, and why the others do not.

use super::division::Division;
use super::key::{Kind, are_of_one_time, squeezed};
use super::keys::{Keys, Value, keys_by_kind};
use munilint_model::{Argument, Excerpt, FieldOf, Occurrences, TableFacts, Tables};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Up to so many tables are held against each other two by two; more against the one with most different keys.
const PAIRWISE: usize = 6;

/// Longest value that a reason names, in characters.
const LONGEST_VALUE: usize = 24;

/// How rows of one table find rows of another by a pair of fields.
pub(super) struct Match {
    pub(super) kind: Kind,
    /// The field whose rows are counted: the one in which a key stands in more rows.
    pub(super) left: FieldOf,
    /// The field they are looked up in.
    pub(super) right: FieldOf,
    /// Rows on the left.
    pub(super) rows: u64,
    /// Different values on the left.
    pub(super) values: usize,
    /// Rows that match as the values are written.
    pub(super) today: u64,
    /// Rows that match when both sides are written alike.
    pub(super) after: u64,
    /// True when every row on the right has a key of its own.
    pub(super) is_register: bool,
    /// Why rows do not match as they are.
    pub(super) reasons: BTreeMap<Reason, Rows>,
}

/// The pairs of fields by which the tables may be joined, those that match worst first.
pub(super) fn matches(tables: &Tables<'_>) -> Rc<Vec<Match>> {
    tables.shared(all_matches)
}

fn all_matches(tables: &[&TableFacts]) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    for (kind, fields) in keys_by_kind(tables) {
        for (a, b) in pairs(&fields) {
            let tried = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
            // Tables about one area each are put below each other rather than joined by it.
            let tried = tried.filter(|(a, b)| !kind.is_area() || a.values.len().max(b.values.len()) > 1);
            let tried = tried.map(|(a, b)| {
                let (left, right) = if a.uniqueness() > b.uniqueness() { (b, a) } else { (a, b) };
                (a.are_words() == b.are_words(), Match::of(&kind, left, right))
            });
            // Of several fields that may be meant, those that match best are; a number is looked up among names only where
            // there are no numbers.
            let best = tried.max_by_key(|(are_alike, one)| {
                (*are_alike && one.after > 0, one.after, one.today, std::cmp::Reverse((one.left, one.right)))
            });
            found.extend(best.map(|(_, one)| one).filter(Match::is_meant));
        }
    }
    let share = |one: &Match| one.today as f64 / one.rows.max(1) as f64;
    found.sort_by(|a, b| share(a).total_cmp(&share(b)).then_with(|| (a.left, a.right).cmp(&(b.left, b.right))));
    found
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

/// Why rows do not match as they are, in the order in which it is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    Zeros,
    CodeAndName,
    Names,
    Words,
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
    pub(super) fn variant(self) -> &'static str {
        match self {
            Reason::Zeros => "zeros",
            Reason::CodeAndName => "code-and-name",
            Reason::Names => "names",
            Reason::Words => "words",
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
pub(super) struct Rows {
    /// How many, and the first of them.
    pub(super) seen: Occurrences,
    /// The different values on the left, masked.
    values: Vec<Excerpt>,
    example: Vec<(&'static str, Argument)>,
}

impl Rows {
    /// What a message may name: `count`, `different`, `values` and, by the reason, `left` and `right`, or `old`, `new` and `year`.
    pub(super) fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let mut arguments = vec![("count", Argument::Count(self.seen.count))];
        arguments.push(("different", Argument::Count(self.values.len() as u64)));
        arguments.push(("values", Argument::Excerpts(self.values.clone())));
        arguments.extend(self.example.clone());
        arguments
    }
}

impl Match {
    fn of(kind: &Kind, left: &Keys, right: &Keys) -> Self {
        let (mut today, mut mended) = (0, 0);
        let mut reasons: BTreeMap<Reason, Rows> = BTreeMap::new();
        let mut add = |reason: Reason, value: &Value, example: &dyn Fn() -> Vec<(&'static str, Argument)>| {
            let rows = reasons.entry(reason).or_default();
            if rows.seen.is_empty() {
                rows.example = example();
            }
            rows.seen.merge(value.seen);
            rows.values.push(Excerpt::short(value.text, LONGEST_VALUE));
        };
        let division = Division::of(left, right);
        for value in &left.values {
            if right.has(value.text) {
                today += value.seen.count;
                continue;
            }
            let matches = right.matches(&value.keys);
            match &matches[..] {
                [] => match division.as_ref().and_then(|division| division.moved(&value.keys)) {
                    Some((reason, change)) => add(*reason, value, &|| change.clone()),
                    None => add(Reason::Absent, value, &Vec::new),
                },
                [one, ..] if are_one(kind, value, &matches) => {
                    mended += value.seen.count;
                    let shown = |text: &str| Argument::Excerpt(Excerpt::short(text, LONGEST_VALUE));
                    let example = || vec![("left", shown(value.text)), ("right", shown(one.text))];
                    add(difference(kind, value.text, one.text), value, &example);
                }
                _ => add(Reason::Ambiguous, value, &Vec::new),
            }
        }
        let missing = left.rows - left.values.iter().map(|value| value.seen.count).sum::<u64>().min(left.rows);
        if missing > 0 {
            reasons.entry(Reason::Missing).or_default().seen.count = missing;
        }
        Match {
            kind: kind.clone(),
            left: left.at,
            right: right.at,
            rows: left.rows,
            values: left.values.len(),
            today,
            after: today + mended,
            is_register: right.uniqueness() >= 1.0,
            reasons,
        }
    }

    /// False for fields that have nothing to do with each other, and for tables that only tell of other times.
    fn is_meant(&self) -> bool {
        let is_recoded = self.reasons.contains_key(&Reason::Recode) || self.reasons.contains_key(&Reason::Split);
        let is_other_time = self.kind.is_time() && self.today == self.after && self.today < self.rows;
        (self.after > 0 || is_recoded) && !is_other_time
    }
}

/// True when what a value may match is one thing, written in one way or in several.
fn are_one(kind: &Kind, value: &Value, matches: &[&Value]) -> bool {
    let Some((one, more)) = matches.split_first() else { return false };
    let fits_several = || are_of_one_time(&one.keys) || are_of_one_time(&value.keys);
    let is_unclear = *kind == Kind::Municipality && value.keys != one.keys && fits_several();
    !is_unclear && more.iter().all(|other| other.keys == one.keys)
}

/// In what two texts that stand for the same differ.
fn difference(kind: &Kind, left: &str, right: &str) -> Reason {
    let (a, b) = (squeezed(left), squeezed(right));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_both = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(char::is_alphabetic);
    let is_letter = |text: &str| text.chars().count() == 1;
    if a == b {
        Reason::Blanks
    } else if is_number(&a) && is_number(&b) {
        Reason::Zeros
    } else if a.to_lowercase() == b.to_lowercase() {
        Reason::Case
    } else if let Kind::Label(_) = kind {
        if is_letter(&a) == is_letter(&b) { Reason::Notation } else { Reason::Words }
    } else if kind.is_coded() && has_both(&a) != has_both(&b) {
        Reason::CodeAndName
    } else if is_number(&a) != is_number(&b) {
        Reason::Names
    } else {
        Reason::Notation
    }
}
