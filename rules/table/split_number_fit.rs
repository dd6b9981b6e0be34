//! How the cells of a record that has too many may be put together so that they fit the fields.

use crate::value::field_kinds::names_things;
use munilint_detect::number::number;
use munilint_model::{Field, Role};
use serde::{Deserialize, Serialize};

/// What does not fit at all costs so much.
const TOO_MUCH: u32 = 1000;

/// Steps that are taken for one record.
const STEPS: u32 = 20_000;

/// Ways that are kept of equals.
const WAYS: usize = 8;

/// What a cell looks like: `e` empty, `1` one or two digits, `3` three, `4` four, `5` more, `0` digits with a sign or a blank before
/// them, `n` another number, `t` anything else. Every kind of digits can begin a number, those without a sign can end one.
pub(super) fn kind(cell: &[u8]) -> char {
    if cell.trim_ascii().is_empty() {
        return 'e';
    }
    if cell.iter().all(u8::is_ascii_digit) {
        return match cell.len() {
            1 | 2 => '1',
            3 => '3',
            4 => '4',
            _ => '5',
        };
    }
    let unsigned = cell.trim_ascii_start().strip_prefix(b"-").unwrap_or(cell.trim_ascii_start());
    if unsigned.iter().all(u8::is_ascii_digit) && !unsigned.is_empty() {
        return '0';
    }
    if number(cell.trim_ascii()).is_some() { 'n' } else { 't' }
}

/// What stands in a field of records that have the right width.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Usual {
    texts: u64,
    numbers: u64,
    four_digits: u64,
}

impl Usual {
    pub(super) fn add(&mut self, cell: &[u8]) {
        match kind(cell) {
            'e' => {}
            't' => self.texts += 1,
            kind => {
                self.numbers += 1;
                self.four_digits += u64::from(kind == '4');
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Usual) {
        self.texts += other.texts;
        self.numbers += other.numbers;
        self.four_digits += other.four_digits;
    }

    /// What it costs to read a cell as a value of the field.
    fn single(&self, numbers: Numbers, kind: char) -> u32 {
        match kind {
            'e' => 0,
            't' if self.texts == 0 && (self.numbers > 0 || numbers != Numbers::Unknown) => TOO_MUCH,
            't' => 0,
            _ if self.numbers == 0 && self.texts > 0 => TOO_MUCH,
            '4' => 0,
            _ if self.has_four_digits(numbers) => TOO_MUCH,
            _ => 0,
        }
    }

    /// What it costs to read two cells as one number of the field.
    fn joined(&self, numbers: Numbers, kinds: (char, char)) -> u32 {
        let begins = matches!(kinds.0, '0' | '1' | '3' | '4' | '5');
        let ends = matches!(kinds.1, '1' | '3' | '4' | '5');
        let is_text = self.numbers == 0 && self.texts > 0;
        if !begins || !ends || is_text || self.has_four_digits(numbers) {
            return TOO_MUCH;
        }
        let long = u32::from(matches!(kinds.1, '4' | '5'));
        match numbers {
            Numbers::Measured => long,
            Numbers::Counted if kinds.1 == '3' => 1,
            Numbers::Unknown => 1 + long,
            _ => TOO_MUCH,
        }
    }

    fn has_four_digits(&self, numbers: Numbers) -> bool {
        numbers == Numbers::FourDigits || (self.numbers >= 3 && self.four_digits == self.numbers)
    }
}

/// What the header and the first records tell of the numbers of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// They have decimals.
    Measured,
    /// They are whole, and grouped when they are large.
    Counted,
    /// They are years or codes of four digits.
    FourDigits,
    /// They name something, or are whole and small.
    Code,
    Unknown,
}

impl Numbers {
    pub(super) fn of(field: &Field) -> Self {
        match field.role.role {
            Role::Year | Role::PostalCode | Role::MunicipalityNumber => Numbers::FourDigits,
            Role::Share | Role::Rate | Role::Amount | Role::Coordinate => Numbers::Measured,
            Role::Count => Numbers::Counted,
            Role::Age | Role::Month | Role::Week | Role::Quarter => Numbers::Code,
            role if role.is_code() || role.is_personal() || names_things(&field.name) => Numbers::Code,
            _ => Numbers::Unknown,
        }
    }
}

/// How the cells of a record fit best: for each way the fields whose number is split, in order.
pub(super) struct Fit {
    pub(super) splits: Vec<Vec<usize>>,
}

impl Fit {
    /// True when there is one best way.
    pub(super) fn is_sure(&self) -> bool {
        self.splits.len() == 1
    }

    /// The only way for which `holds`.
    pub(super) fn only(&self, holds: impl Fn(&Vec<usize>) -> bool) -> Option<&Vec<usize>> {
        let mut ways = self.splits.iter().filter(|split| holds(split));
        ways.next().filter(|_| ways.next().is_none())
    }

    /// The fields of all ways.
    pub(super) fn either(&self) -> Vec<usize> {
        let mut fields = self.splits.concat();
        fields.sort_unstable();
        fields.dedup();
        fields
    }
}

/// The best ways to put cells of these kinds together; `None` when there is none, or when they are too many to try.
pub(super) fn fit(kinds: &str, usual: &[Usual], numbers: &[Numbers]) -> Option<Fit> {
    let kinds: Vec<char> = kinds.chars().collect();
    let mut search = Search { kinds: &kinds, usual, numbers, steps: 0, least: TOO_MUCH - 1, splits: Vec::new() };
    search.from(0, 0, 0, &mut Vec::new());
    (search.steps < STEPS && !search.splits.is_empty()).then_some(Fit { splits: search.splits })
}

struct Search<'a> {
    kinds: &'a [char],
    usual: &'a [Usual],
    numbers: &'a [Numbers],
    steps: u32,
    least: u32,
    splits: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn from(&mut self, cell: usize, field: usize, cost: u32, split: &mut Vec<usize>) {
        self.steps += 1;
        let (cells, fields) = (self.kinds.len() - cell, self.usual.len() - field);
        if self.steps >= STEPS || cost > self.least || cells < fields || cells > 2 * fields {
            return;
        }
        if fields == 0 {
            if cost < self.least {
                self.splits.clear();
                self.least = cost;
            }
            if self.splits.len() < WAYS {
                self.splits.push(split.clone());
            }
            return;
        }
        let single = self.usual[field].single(self.numbers[field], self.kinds[cell]);
        self.from(cell + 1, field + 1, cost + single, split);
        if cells > fields {
            let joined = self.usual[field].joined(self.numbers[field], (self.kinds[cell], self.kinds[cell + 1]));
            split.push(field);
            self.from(cell + 2, field + 1, cost + joined, split);
            split.pop();
        }
    }
}
