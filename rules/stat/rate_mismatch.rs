//! Shares and rates beside the figures that they are worked out from.
//!
//! Which figures these are is not told anywhere. Every pair is tried, and believed when the rate comes out in nearly all rows;
//! then the other rows are told of.

use super::figures::{figure, may_be_added, shown};
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Role, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More shares and rates are not looked at.
const MOST_RATES: usize = 6;

/// More figures that a rate may be worked out from are not tried.
const MOST_QUANTITIES: usize = 10;

/// A formula that does not come out in more rows is none.
const MOST_WRONG: u64 = 2000;

/// A formula whose numbers are not there in more rows is not looked at.
const MOST_UNJUDGED: u64 = 50_000;

/// What a quotient is multiplied by: the first two for shares.
const FACTORS: [f64; 5] = [100.0, 1.0, 1000.0, 10_000.0, 100_000.0];

/// In so many rows, and in such a share of them, a formula comes out that is surely meant.
const SURE: (u64, f64) = (100, 0.99);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(RateMismatch { rows: options.number("rows") as u64, share: options.number("share") })
}

struct RateMismatch {
    /// A formula that comes out in fewer rows may do so by chance.
    rows: u64,
    /// The share of rows in which it comes out.
    share: f64,
}

/// A field that may be the quotient of two others, times a factor. Positions are those of fields, and of [`FACTORS`].
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Formula {
    rate: usize,
    numerator: usize,
    denominator: usize,
    factor: usize,
    /// Rows with three numbers.
    judged: u64,
    /// Rows without.
    unjudged: u64,
    /// Rows in which it comes out, and could have come out otherwise.
    telling: u64,
    off: Occurrences,
    first: Option<First>,
}

/// What the first row has in which a formula does not come out.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct First {
    row: u64,
    value: f64,
    expected: f64,
}

/// A figure and its unit.
type Figure = (f64, f64);

impl Check for RateMismatch {
    type State = Vec<Formula>;

    fn start(&self, table: &TableContext) -> Vec<Formula> {
        let at = |is_meant: &dyn Fn(usize) -> bool| (0..table.fields.len()).filter(|&at| is_meant(at)).collect();
        let role = |at: usize| table.fields[at].role.role;
        let mut rates: Vec<usize> = at(&|at| matches!(role(at), Role::Share | Role::Rate));
        let mut quantities: Vec<usize> = at(&|at| may_be_added(&table.fields[at]));
        rates.truncate(MOST_RATES);
        quantities.truncate(MOST_QUANTITIES);
        let mut formulas = Vec::new();
        for &rate in &rates {
            let factors = if role(rate) == Role::Share { 2 } else { FACTORS.len() };
            for &numerator in &quantities {
                for &denominator in quantities.iter().filter(|&&denominator| denominator != numerator) {
                    let formula = |factor| Formula::of(rate, numerator, denominator, factor);
                    formulas.extend((0..factors).map(formula));
                }
            }
        }
        formulas
    }

    fn update(&self, formulas: &mut Vec<Formula>, batch: &Batch) {
        for row in 0..batch.rows() {
            if formulas.is_empty() {
                return;
            }
            let mut known: [(usize, Option<Figure>); MOST_RATES + MOST_QUANTITIES] = Default::default();
            let mut used = 0;
            let mut read = |field: usize| match known[..used].iter().find(|(at, _)| *at == field) {
                Some((_, figure)) => *figure,
                None => {
                    known[used] = (field, batch.cell(row, field).and_then(figure));
                    used += 1;
                    known[used - 1].1
                }
            };
            for formula in formulas.iter_mut() {
                match (read(formula.rate), read(formula.numerator), read(formula.denominator)) {
                    (Some(rate), Some(above), Some(below)) => formula.judge(batch, row, rate, above, below),
                    _ => formula.unjudged += 1,
                }
            }
            formulas.retain(Formula::may_be_meant);
        }
    }

    fn merge(&self, formulas: &mut Vec<Formula>, other: Vec<Formula>) {
        formulas.retain_mut(|mine| {
            let theirs = other.iter().find(|theirs| theirs.key() == mine.key());
            theirs.is_some_and(|theirs| {
                mine.merge(theirs);
                mine.may_be_meant()
            })
        });
    }

    fn finish(&self, formulas: Vec<Formula>, table: &TableContext, found: &mut Findings) {
        let is_believed = |formula: &&Formula| formula.telling >= self.rows && formula.share() >= self.share;
        for formulas in formulas.chunk_by(|one, next| one.rate == next.rate) {
            let best = formulas
                .iter()
                .filter(is_believed)
                .max_by_key(|formula| (formula.telling, u64::MAX - formula.off.count));
            let Some((formula, first)) = best.and_then(|best| Some((best, best.first?))) else { continue };
            let is_sure = formula.telling >= SURE.0 && formula.share() >= SURE.1;
            let name = |field: usize| table.fields[field].name.as_str();
            let draft = found.add(Some(table.fields[formula.rate].column), formula.off.clone());
            draft.excerpt("numerator", name(formula.numerator)).excerpt("denominator", name(formula.denominator));
            draft.excerpt("value", &shown(first.value)).excerpt("expected", &shown(first.expected));
            draft.count("row", first.row).count("rows", formula.judged);
            draft.confidence(if is_sure { Confidence::High } else { Confidence::Medium });
        }
    }
}

impl Formula {
    fn of(rate: usize, numerator: usize, denominator: usize, factor: usize) -> Formula {
        Formula {
            rate,
            numerator,
            denominator,
            factor,
            judged: 0,
            unjudged: 0,
            telling: 0,
            off: Occurrences::default(),
            first: None,
        }
    }

    fn key(&self) -> (usize, usize, usize, usize) {
        (self.rate, self.numerator, self.denominator, self.factor)
    }

    /// False when it does not come out, or is not there, in too many rows.
    fn may_be_meant(&self) -> bool {
        self.off.count <= MOST_WRONG && self.unjudged <= MOST_UNJUDGED
    }

    /// The share of the rows in which it comes out.
    fn share(&self) -> f64 {
        (self.judged - self.off.count) as f64 / self.judged.max(1) as f64
    }

    fn judge(&mut self, batch: &Batch, row: usize, (value, unit): Figure, above: Figure, below: Figure) {
        if below.0 == 0.0 {
            return;
        }
        self.judged += 1;
        let expected = above.0 / below.0 * FACTORS[self.factor];
        let difference = (value - expected).abs();
        let noise = expected.abs() * 1e-9;
        if difference <= unit * 0.5 + noise {
            // 0 and a whole come out of many a formula.
            self.telling += u64::from(above.0 != 0.0 && above.0 != below.0 && value != 0.0);
        } else if difference > unit + rounding(above, below) * expected.abs() + noise {
            let place = || batch.cell_place(row, self.rate);
            if self.first.is_none() {
                let expected = (expected / unit).round() * unit;
                self.first = place().row().map(|row| First { row, value, expected });
            }
            self.off.add(place);
        }
    }

    fn merge(&mut self, other: &Formula) {
        self.judged += other.judged;
        self.unjudged += other.unjudged;
        self.telling += other.telling;
        self.off.merge(&other.off);
        let firsts = [self.first, other.first].into_iter().flatten();
        self.first = firsts.min_by_key(|first| first.row);
    }
}

/// What the rounding of two figures can make of their quotient, as a part of it. Whole numbers are counted, not rounded.
fn rounding(above: Figure, below: Figure) -> f64 {
    let part = |(value, unit): Figure| if unit < 1.0 && value != 0.0 { unit * 0.5 / value.abs() } else { 0.0 };
    part(above) + part(below)
}
