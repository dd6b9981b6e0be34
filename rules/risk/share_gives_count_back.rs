//! Counts of people that a share and the number of people that it is a share of give back.
//!
//! Which number that is, is not told anywhere. It is believed when share times number is nearly whole wherever the rounding
//! of the share leaves room for it not to be.

use super::people::{bases_of_shares, is_register, smallest_area};
use crate::stat::figures::{figure, may_be_added};
use munilint_detect::suppression::suppression;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Field, Findings, Limit, Occurrences, Options, Role, Severity,
    TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

/// More fields of shares, of people and of counts are not tried.
const MOST: [usize; 3] = [4, 4, 8];

/// What a share of all is.
const WHOLES: [f64; 2] = [100.0, 1.0];

/// With a wider margin a share does not tell one count from the next.
const MARGIN: f64 = 0.25;

/// With a narrower one it is hardly by chance that it comes out whole.
const TELLING: f64 = 0.1;

/// Of twenty rows so many come out.
const OUT: u64 = 19;

/// In so many rows a count that is shown is the share of the number, and then it is that in all.
const EQUAL: u64 = 3;

/// In so many it surely is.
const SURE: u64 = 10;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(ShareGivesCountBack { k: options.number("k"), rows: options.number("rows") as u64 })
}

struct ShareGivesCountBack {
    /// The smallest count that tells of no person.
    k: f64,
    /// A share that comes out in fewer rows may be one of something else.
    rows: u64,
}

/// A share, and the number of people that it may be a share of. Positions are those of fields, and of [`WHOLES`].
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Pair {
    share: usize,
    people: usize,
    whole: usize,
    /// Rows in which it need not come out whole.
    telling: u64,
    /// Those in which it does.
    proven: u64,
    /// Shares that give back a small count.
    small: Occurrences,
    counts: Vec<Count>,
}

/// A field that may have the count itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Count {
    field: usize,
    /// Rows in which it is the count.
    equal: u64,
    /// Rows in which it is another number.
    other: u64,
    /// Cells that are suppressed though the count is given back.
    hidden: Occurrences,
}

/// The fields of shares, of people, and those that may have the count, by position.
fn fields(table: &TableContext) -> [Vec<usize>; 3] {
    let all =
        |is_meant: fn(&Field) -> bool| (0..table.fields.len()).filter(|&at| is_meant(&table.fields[at])).collect();
    [all(|field| field.role.role == Role::Share), bases_of_shares(table), all(may_be_added)]
}

impl Check for ShareGivesCountBack {
    type State = Vec<Pair>;

    fn start(&self, table: &TableContext) -> Vec<Pair> {
        if is_register(table) {
            return Vec::new();
        }
        let [mut shares, mut people, mut counts] = fields(table);
        shares.truncate(MOST[0]);
        people.truncate(MOST[1]);
        counts.truncate(MOST[2]);
        let pair = |share, people, whole| {
            let counts = counts.iter().filter(|&&field| field != people);
            let empty = |&field| Count { field, equal: 0, other: 0, hidden: Occurrences::default() };
            let counts = counts.map(empty).collect();
            Pair { share, people, whole, telling: 0, proven: 0, small: Occurrences::default(), counts }
        };
        let beside = |share| people.iter().flat_map(move |&people| [(share, people, 0), (share, people, 1)]);
        shares.into_iter().flat_map(beside).map(|(share, people, whole)| pair(share, people, whole)).collect()
    }

    fn update(&self, pairs: &mut Vec<Pair>, batch: &Batch) {
        for pair in pairs {
            (0..batch.rows()).for_each(|row| pair.add(batch, row, self.k));
        }
    }

    fn merge(&self, pairs: &mut Vec<Pair>, other: Vec<Pair>) {
        pairs.iter_mut().zip(&other).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    fn finish(&self, pairs: Vec<Pair>, table: &TableContext, found: &mut Findings) {
        if !pairs.is_empty() && fields(table).iter().zip(MOST).any(|(fields, most)| fields.len() > most) {
            found.give_up(Limit::Fields);
        }
        let is_believed = |pair: &&Pair| pair.proven >= self.rows && pair.proven * 20 >= pair.telling * OUT;
        for pairs in pairs.chunk_by(|one, next| one.share == next.share) {
            let Some(pair) = pairs.iter().filter(is_believed).max_by_key(|pair| pair.proven) else { continue };
            let name = |field: usize| table.fields[field].name.as_str();
            let is_count = |count: &&Count| count.equal >= EQUAL && count.other * 20 <= count.equal;
            let shown = pair.counts.iter().filter(is_count).max_by_key(|count| count.equal);
            let (field, seen) = shown.map_or((pair.share, &pair.small), |count| (count.field, &count.hidden));
            if seen.is_empty() {
                continue;
            }
            let draft = found.add(Some(table.fields[field].column), seen.clone());
            draft.excerpt("share", name(pair.share)).excerpt("people", name(pair.people));
            draft.count("most", self.k as u64 - 1).count("rows", pair.proven);
            match shown {
                Some(count) => {
                    draft.variant("hidden");
                    if count.equal >= SURE && count.other == 0 {
                        draft.severity(Severity::Error).confidence(Confidence::High);
                    }
                }
                None if smallest_area(table).is_none() => {
                    draft.severity(Severity::Note);
                }
                None => {}
            }
        }
    }
}

impl Pair {
    fn add(&mut self, batch: &Batch, row: usize, k: f64) {
        let read = |field| batch.cell(row, field).and_then(figure);
        let (Some((share, unit)), Some((people, _))) = (read(self.share), read(self.people)) else { return };
        let whole = WHOLES[self.whole];
        if people.fract() != 0.0 || people <= 0.0 || share <= 0.0 || share > whole {
            return;
        }
        let margin = unit * 0.5 * people / whole;
        let exact = share * people / whole;
        let count = exact.round();
        let comes_out = (exact - count).abs() <= margin + exact * 1e-9;
        if margin > MARGIN {
            return;
        }
        // All of them is a whole number whatever they are.
        if margin <= TELLING && share < whole {
            self.telling += 1;
            self.proven += u64::from(comes_out);
        }
        if !comes_out {
            return;
        }
        for known in &mut self.counts {
            let cell = batch.cell(row, known.field).unwrap_or_default();
            match figure(cell) {
                Some((value, _)) if share < whole => {
                    *(if value == count { &mut known.equal } else { &mut known.other }) += 1
                }
                None if suppression(cell).is_some() => known.hidden.add(|| batch.cell_place(row, known.field)),
                _ => {}
            }
        }
        if (1.0..k).contains(&count) {
            self.small.add(|| batch.cell_place(row, self.share));
        }
    }

    fn merge(&mut self, other: &Pair) {
        self.telling += other.telling;
        self.proven += other.proven;
        self.small.merge(&other.small);
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            mine.equal += theirs.equal;
            mine.other += theirs.other;
            mine.hidden.merge(&theirs.hidden);
        }
    }
}
