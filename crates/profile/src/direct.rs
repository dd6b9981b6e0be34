//! Cells that are classified one by one, and what is counted of them.

use crate::blanks;
use crate::form::form;
use crate::mention::mentioned;
use crate::sketch::Sketch;
use munilint_detect::date::{self, Reading};
use munilint_detect::{number, organisation};
use munilint_model::{Encoding, Form, Mention, Occurrences, Place, Shape, ValueTest};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is counted of the cells of a field, however they came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Tallies {
    /// By [`Shape`].
    pub(crate) shapes: Vec<Occurrences>,
    /// By [`munilint_model::MARKERS`], with those that are declared behind them.
    pub(crate) markers: Vec<Occurrences>,
    pub(crate) lengths: Option<(u32, u32)>,
    pub(crate) numbers: Option<(f64, f64)>,
    pub(crate) dates: Option<(i32, i32)>,
    pub(crate) untrimmed: Occurrences,
    pub(crate) doubled: Occurrences,
    pub(crate) organisation_invalid: Occurrences,
    pub(crate) organisation_valid: u64,
    /// By [`Form`].
    pub(crate) forms: Vec<Occurrences>,
    /// By [`Mention`].
    pub(crate) mentions: Vec<Occurrences>,
    /// By the value tests that are bound to the field.
    pub(crate) failures: Vec<Occurrences>,
    pub(crate) distinct: Sketch,
}

/// A cell with its shape.
#[derive(Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) shape: Shape,
    /// Which of [`Tallies::markers`] it is.
    pub(crate) marker: Option<usize>,
    pub(crate) encoding: Encoding,
}

impl Tallies {
    pub(crate) fn new(tests: usize, markers: usize) -> Self {
        Tallies {
            shapes: vec![Occurrences::default(); Shape::COUNT],
            markers: vec![Occurrences::default(); markers],
            lengths: None,
            numbers: None,
            dates: None,
            untrimmed: Occurrences::default(),
            doubled: Occurrences::default(),
            organisation_invalid: Occurrences::default(),
            organisation_valid: 0,
            forms: vec![Occurrences::default(); Form::COUNT],
            mentions: vec![Occurrences::default(); Mention::COUNT],
            failures: vec![Occurrences::default(); tests],
            distinct: Sketch::new(),
        }
    }

    /// Counts one cell.
    #[inline]
    pub(crate) fn cell(&mut self, cell: Cell<'_>, tests: &[Arc<dyn ValueTest>], place: &dyn Fn() -> Place) {
        let count = |seen: &mut Occurrences| seen.add(place);
        count(&mut self.shapes[cell.shape as usize]);
        match judge(cell) {
            Judged { untrimmed: true, .. } => count(&mut self.untrimmed),
            Judged { organisation: Some(false), .. } => count(&mut self.organisation_invalid),
            Judged { organisation: Some(true), .. } => self.organisation_valid += 1,
            _ => {}
        }
        if cell.shape == Shape::Text && blanks::doubled(cell.bytes) {
            count(&mut self.doubled);
        }
        if let Some(form) = form(cell.bytes, cell.shape) {
            count(&mut self.forms[form as usize]);
        }
        if cell.shape == Shape::Text {
            mentioned(cell.bytes, cell.encoding, &mut |mention| count(&mut self.mentions[mention as usize]));
        }
        if let Some(at) = cell.marker {
            count(&mut self.markers[at]);
        }
        self.measure(cell);
        for (failed, test) in self.failures.iter_mut().zip(tests) {
            if !passes(cell, test.as_ref()) {
                failed.add(place);
            }
        }
    }

    /// Counts all cells of one value.
    pub(crate) fn value(&mut self, cell: Cell<'_>, tests: &[Arc<dyn ValueTest>], seen: &Occurrences) {
        self.shapes[cell.shape as usize].merge(seen);
        match judge(cell) {
            Judged { untrimmed: true, .. } => self.untrimmed.merge(seen),
            Judged { organisation: Some(false), .. } => self.organisation_invalid.merge(seen),
            Judged { organisation: Some(true), .. } => self.organisation_valid += seen.count,
            _ => {}
        }
        if cell.shape == Shape::Text && blanks::doubled(cell.bytes) {
            self.doubled.merge(seen);
        }
        if let Some(form) = form(cell.bytes, cell.shape) {
            self.forms[form as usize].merge(seen);
        }
        if cell.shape == Shape::Text {
            mentioned(cell.bytes, cell.encoding, &mut |mention| self.mentions[mention as usize].merge(seen));
        }
        if let Some(at) = cell.marker {
            self.markers[at].merge(seen);
        }
        self.measure(cell);
        for (failed, test) in self.failures.iter_mut().zip(tests) {
            if !passes(cell, test.as_ref()) {
                failed.merge(seen);
            }
        }
    }

    /// Lengths and ranges.
    #[inline]
    fn measure(&mut self, cell: Cell<'_>) {
        if cell.shape.is_missing() {
            return;
        }
        let length = u32::try_from(cell.bytes.len()).unwrap_or(u32::MAX);
        widen(&mut self.lengths, length, length);
        if cell.shape.is_number() {
            if let Some(number) = number(cell) {
                widen(&mut self.numbers, number, number);
            }
        } else if cell.shape.is_date()
            && let Some(day) = day(cell)
        {
            widen(&mut self.dates, day, day);
        }
    }

    pub(crate) fn merge(&mut self, other: &Tallies) {
        let pairs = |mine: &mut Vec<Occurrences>, theirs: &Vec<Occurrences>| {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs));
        };
        pairs(&mut self.shapes, &other.shapes);
        pairs(&mut self.markers, &other.markers);
        pairs(&mut self.forms, &other.forms);
        pairs(&mut self.mentions, &other.mentions);
        pairs(&mut self.failures, &other.failures);
        if let Some((low, high)) = other.lengths {
            widen(&mut self.lengths, low, high);
        }
        if let Some((low, high)) = other.numbers {
            widen(&mut self.numbers, low, high);
        }
        if let Some((low, high)) = other.dates {
            widen(&mut self.dates, low, high);
        }
        self.untrimmed.merge(&other.untrimmed);
        self.doubled.merge(&other.doubled);
        self.organisation_invalid.merge(&other.organisation_invalid);
        self.organisation_valid += other.organisation_valid;
        self.distinct.merge(&other.distinct);
    }
}

fn widen<T: PartialOrd + Copy>(range: &mut Option<(T, T)>, low: T, high: T) {
    match range {
        None => *range = Some((low, high)),
        Some(held) => {
            if low < held.0 {
                held.0 = low;
            }
            if high > held.1 {
                held.1 = high;
            }
        }
    }
}

/// What one look at a cell says.
#[derive(Clone, Copy, Default)]
struct Judged {
    untrimmed: bool,
    organisation: Option<bool>,
}

#[inline]
fn judge(cell: Cell<'_>) -> Judged {
    let blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
    let untrimmed = cell.shape != Shape::Blank && (blank(cell.bytes.first()) || blank(cell.bytes.last()));
    let organisation = match (cell.shape, cell.bytes.len()) {
        (Shape::Integer, 9) => Some(organisation::organisation_number(cell.bytes)),
        (Shape::GroupedInteger, 11..=13) => {
            organisation::organisation_digits(cell.bytes).map(|digits| organisation::organisation_number(&digits))
        }
        _ => None,
    };
    Judged { untrimmed, organisation }
}

fn passes(cell: Cell<'_>, test: &dyn ValueTest) -> bool {
    let encoding = if cell.encoding.is_utf16() { Encoding::Utf8 } else { cell.encoding };
    test.passes(&encoding.decode(cell.bytes), cell.shape)
}

/// The number that a cell is.
pub(crate) fn number(cell: Cell<'_>) -> Option<f64> {
    if matches!(cell.shape, Shape::Integer | Shape::DecimalComma | Shape::DecimalPoint)
        && let Some(number) = plain_number(cell.bytes)
    {
        return Some(number);
    }
    number::number(crate::shape::trim(cell.bytes, cell.encoding.batches_are_utf8()))
}

/// Digits with one decimal mark at most: what nearly all numbers are. `None` for anything else.
fn plain_number(bytes: &[u8]) -> Option<f64> {
    const SCALES: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    if bytes.len() > 15 {
        return None;
    }
    let (mut whole, mut mark) = (0u64, bytes.len());
    for (i, &byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => whole = whole * 10 + u64::from(byte - b'0'),
            b',' | b'.' => mark = i + 1,
            _ => return None,
        }
    }
    Some(whole as f64 / SCALES[bytes.len() - mark])
}

/// Year × 10000 + month × 100 + day of a date. Of slashed dates the day comes first when it can.
pub(crate) fn day(cell: Cell<'_>) -> Option<i32> {
    let digits =
        |range: std::ops::Range<usize>| cell.bytes[range].iter().fold(0, |n, byte| n * 10 + i32::from(byte & 15));
    match (cell.shape, cell.bytes) {
        (Shape::DateIso | Shape::DateTime, [_, _, _, _, b'-', _, _, b'-', _, _, ..]) => {
            Some(digits(0..4) * 10_000 + digits(5..7) * 100 + digits(8..10))
        }
        (Shape::DateDotted | Shape::DateTime, [_, _, b'.', _, _, b'.', _, _, _, _, ..]) => {
            Some(digits(6..10) * 10_000 + digits(3..5) * 100 + digits(0..2))
        }
        _ => {
            let bytes = crate::shape::trim(cell.bytes, cell.encoding.batches_are_utf8());
            match date::date(bytes).or_else(|| date::date_time(bytes))?.1 {
                Reading::Calendar(day) => Some(day.number()),
                Reading::Impossible => None,
            }
        }
    }
}
