//! Figures of a table in long form, added over one of its dimensions.
//!
//! A group is the rows that are alike in all dimensions but one: Oslo, 2024, by gender. Its rows are its parts, or its total
//! when the value says so (`Begge kjønn`, `I alt`, `0`). Where areas of several levels stand below each other, the rows of the
//! smaller ones are the parts of the larger one.

use super::area_levels;
use super::dimensions::{Dimensions, MOST_DIMENSIONS};
use super::figures::figure;
use super::row_key::{hashes, mix};
use crate::row_hash::ByHash;
use munilint_detect::suppression::suppression;
use munilint_model::{Batch, Field, Place, TableContext};
use serde::{Deserialize, Serialize};

/// More groups, counted for each dimension and measure, are not kept: some 200 bytes each.
const MOST_GROUPS: usize = 200_000;

/// More groups of areas in a larger one are not kept: every area is one, whether there are smaller ones in it or not.
const MOST_LEVELS: usize = 20_000;

/// Further suppressed parts of a group are counted, and their places not kept.
pub(crate) const MOST_HIDDEN: usize = 4;

/// A longer table is no table of statistics.
const MOST_ROWS: u64 = 2_000_000;

/// So many values are remembered to be totals or not.
const REMEMBERED: usize = 20_000;

/// Whole values that name a total, lower case.
const TOTAL_VALUES: [&str; 12] =
    ["0", "00", "000", "0000", "999", "9999", "alle", "i alt", "ialt", "sum", "total", "totalt"];

/// Words that name a total, lower case.
const TOTAL_WORDS: [&str; 10] =
    ["alt", "alle", "begge", "hele", "ialt", "samlet", "sum", "total", "totalt", "tilsammen"];

/// Words of values that name a part in spite of a word for a total: `Alle andre`, `Herav alle under 18 år`.
const PART_WORDS: [&str; 8] = ["andre", "annet", "anna", "herav", "derav", "unntatt", "uten", "øvrige"];

/// The groups of a table, for each dimension that may be added over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Groups {
    /// Positions of the fields that name a row.
    dimensions: Vec<usize>,
    /// Positions of the figures.
    pub(crate) measures: Vec<usize>,
    rows: u64,
    /// `None` when the table is not of statistics, or has too many.
    known: Option<Vec<Category>>,
    /// Whether values are totals, by hash. Not kept: it can be found out again.
    #[serde(skip)]
    totals: ByHash<bool>,
}

/// The groups that come of adding over one dimension.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Category {
    /// What is added over, by position among the dimensions; the first names it.
    over: Vec<usize>,
    /// Areas are added to the larger one that they are in, as the number at the first of these positions tells.
    by_level: bool,
    groups: ByHash<Group>,
}

/// Rows that differ in one dimension only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Group {
    /// The hash of what each of the dimensions is, 0 for the one that is added over.
    pub(crate) within: Vec<u64>,
    /// For each measure its parts and its total.
    pub(crate) figures: Vec<Figures>,
}

/// What one measure of a group is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Figures {
    /// The parts, added.
    pub(crate) parts: Tally,
    /// The first parts that are suppressed, at most [`MOST_HIDDEN`].
    pub(crate) hidden: Vec<Place>,
    /// The total; added, should there be several.
    pub(crate) total: Tally,
}

/// Figures, added.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// How many cells there are.
    pub(crate) cells: u32,
    /// How many of them hold a figure.
    pub(crate) numbers: u32,
    /// How many of them hold one that is not zero.
    pub(crate) filled: u32,
    /// How many of the cells say that there is a figure that is not shown.
    pub(crate) hidden: u32,
    /// Their sum.
    pub(crate) sum: f64,
    /// The smallest and the largest of them.
    pub(crate) ends: (f64, f64),
    /// The finest and the coarsest unit that they are given in.
    pub(crate) units: (f64, f64),
    /// The largest whole number that divides all of them: 5 when they are rounded so. 0 when all are zero.
    pub(crate) step: u64,
    /// The first cell.
    pub(crate) first: Option<Place>,
}

/// What a cell has, read once for all sums that it is in.
#[derive(Clone, Copy, Debug)]
struct Cell {
    figure: Option<(f64, f64)>,
    /// It says that there is a figure that is not shown.
    is_hidden: bool,
}

impl Cell {
    fn of(batch: &Batch, row: usize, field: usize) -> Cell {
        let cell = batch.cell(row, field).unwrap_or_default();
        let figure = figure(cell);
        Cell { figure, is_hidden: figure.is_none() && suppression(cell).is_some() }
    }
}

impl Groups {
    /// Nothing yet, for the dimensions and measures of a table. With `None` no row is looked at.
    pub(crate) fn of(fields: Option<Dimensions>) -> Groups {
        let empty = |over: Vec<usize>| Category { over, by_level: false, groups: ByHash::default() };
        let known = fields.as_ref().map(|fields| fields.categories.iter().cloned().map(empty).collect());
        let (dimensions, measures) = fields.map(|fields| (fields.dimensions, fields.measures)).unwrap_or_default();
        Groups { dimensions, measures, rows: 0, known, totals: ByHash::default() }
    }

    /// Also adds areas to the larger ones that they are in, for the dimensions for which `is_area` holds.
    pub(crate) fn with_levels(mut self, table: &TableContext, is_area: impl Fn(&Field) -> bool) -> Groups {
        let is_meant = |at: usize| is_area(&table.fields[self.dimensions[at]]);
        let categories = self.known.iter().flatten();
        let mut areas: Vec<Vec<usize>> = categories
            .map(|category| category.over.clone())
            .filter(|over| over.iter().all(|&at| is_meant(at)))
            .collect();
        // A number whose name stands beside it differs from row to row together with it.
        let pairs: Vec<usize> = areas.iter().filter(|over| over.len() > 1).flatten().copied().collect();
        areas.retain(|over| over.len() > 1 || !pairs.contains(&over[0]));
        let empty = |over| Category { over, by_level: true, groups: ByHash::default() };
        self.known.iter_mut().for_each(|known| known.extend(areas.iter().cloned().map(empty)));
        self
    }

    /// Takes in the records of a run.
    pub(crate) fn update(&mut self, batch: &Batch) {
        let mut cells = Vec::with_capacity(self.measures.len());
        for row in 0..batch.rows() {
            let Some(known) = &mut self.known else { return };
            self.rows += 1;
            let Some(hashes) = hashes(batch, row, &self.dimensions) else { continue };
            cells.clear();
            cells.extend(self.measures.iter().map(|&field| (field, Cell::of(batch, row, field))));
            for category in known {
                if category.by_level {
                    category.add_levels(batch, row, hashes, &self.dimensions, &cells);
                    continue;
                }
                let is_total = category.over.iter().any(|&at| {
                    let is_total = || is_total(batch, row, self.dimensions[at]);
                    *self.totals.entry(hashes[at]).or_insert_with(is_total)
                });
                let mut within = hashes;
                category.over.iter().for_each(|&at| within[at] = 0);
                category.add(batch, row, &within[..self.dimensions.len()], &cells, is_total);
            }
            if self.totals.len() > REMEMBERED {
                self.totals.clear();
            }
            self.keep_to_limit();
        }
    }

    /// Takes in what another part of the table had.
    pub(crate) fn merge(&mut self, other: Groups) {
        self.rows += other.rows;
        let (Some(known), Some(mut theirs)) = (&mut self.known, other.known) else {
            self.known = None;
            return;
        };
        known.retain_mut(|mine| {
            let at = theirs.iter().position(|theirs| theirs.by_level == mine.by_level && theirs.over == mine.over);
            at.map(|at| mine.merge(theirs.swap_remove(at))).is_some()
        });
        self.keep_to_limit();
    }

    /// False when the table is not of statistics, or has too many.
    pub(crate) fn are_known(&self) -> bool {
        self.known.is_some()
    }

    /// The dimensions that were added over, each with the position of its field and its groups by the hash of what they
    /// have in common.
    pub(crate) fn categories(&self) -> impl Iterator<Item = (usize, Vec<&Group>)> {
        self.known.iter().flatten().map(|category| {
            let mut groups: Vec<(&u64, &Group)> = category.groups.iter().collect();
            groups.sort_unstable_by_key(|(hash, _)| **hash);
            // Of a code and its name the name is the one that a reader knows.
            let named = category.over[category.over.len() - 1];
            (self.dimensions[named], groups.into_iter().map(|(_, group)| group).collect())
        })
    }

    /// Which of the dimensions, by position among them, `is_meant` holds for; it is given the position of the field.
    pub(crate) fn dimensions(&self, table: &TableContext, is_meant: impl Fn(&Field) -> bool) -> Vec<bool> {
        self.dimensions.iter().map(|&field| is_meant(&table.fields[field])).collect()
    }

    fn keep_to_limit(&mut self) {
        let Some(known) = &mut self.known else { return };
        let most = MOST_LEVELS / self.measures.len().max(1);
        known.retain(|category| !category.by_level || category.groups.len() <= most);
        let groups: usize =
            known.iter().filter(|category| !category.by_level).map(|category| category.groups.len()).sum();
        if groups * self.measures.len() > MOST_GROUPS || self.rows > MOST_ROWS {
            self.known = None;
        }
    }
}

impl Category {
    /// Adds the area of a row to the larger one, and as a total to the smaller ones.
    fn add_levels(
        &mut self,
        batch: &Batch,
        row: usize,
        mut within: [u64; MOST_DIMENSIONS],
        dimensions: &[usize],
        measures: &[(usize, Cell)],
    ) {
        self.over.iter().for_each(|&at| within[at] = 0);
        let named = self.over[0];
        let cell = batch.cell(row, dimensions[named]).unwrap_or_default();
        for (sum, is_total) in area_levels::sums(cell) {
            within[named] = sum;
            self.add(batch, row, &within[..dimensions.len()], measures, is_total);
        }
    }

    fn add(&mut self, batch: &Batch, row: usize, within: &[u64], measures: &[(usize, Cell)], is_total: bool) {
        let empty = || Group { within: within.to_vec(), figures: vec![Figures::default(); measures.len()] };
        let group = self.groups.entry(mix(within)).or_insert_with(empty);
        for (figures, &(field, cell)) in group.figures.iter_mut().zip(measures) {
            let tally = if is_total { &mut figures.total } else { &mut figures.parts };
            tally.add(cell);
            if tally.first.is_none() {
                tally.first = Some(batch.cell_place(row, field));
            }
            if cell.is_hidden && !is_total && figures.hidden.len() < MOST_HIDDEN {
                figures.hidden.push(batch.cell_place(row, field));
            }
        }
    }

    fn merge(&mut self, other: Category) {
        let mut theirs: Vec<(u64, Group)> = other.groups.into_iter().collect();
        theirs.sort_unstable_by_key(|(hash, _)| *hash);
        for (hash, theirs) in theirs {
            match self.groups.get_mut(&hash) {
                Some(mine) => {
                    let figures = mine.figures.iter_mut().zip(&theirs.figures);
                    figures.for_each(|(mine, theirs)| {
                        mine.parts.merge(&theirs.parts);
                        mine.hidden.extend(&theirs.hidden);
                        mine.hidden.sort_unstable();
                        mine.hidden.truncate(MOST_HIDDEN);
                        mine.total.merge(&theirs.total);
                    });
                }
                None => {
                    self.groups.insert(hash, theirs);
                }
            }
        }
    }
}

impl Tally {
    /// True when every cell holds a figure.
    pub(crate) fn is_complete(&self) -> bool {
        self.cells > 0 && self.cells == self.numbers
    }

    fn add(&mut self, cell: Cell) {
        self.cells += 1;
        self.hidden += u32::from(cell.is_hidden);
        let Some((value, unit)) = cell.figure else { return };
        self.widen((value, value), (unit, unit));
        self.numbers += 1;
        self.filled += u32::from(value != 0.0);
        self.sum += value;
        let whole = if value.fract() == 0.0 { value.abs() as u64 } else { 1 };
        // Nothing but 1 divides what 1 alone divides.
        if self.step != 1 {
            self.step = common_divisor(self.step, whole);
        }
    }

    fn merge(&mut self, other: &Tally) {
        self.cells += other.cells;
        self.hidden += other.hidden;
        if other.numbers > 0 {
            self.widen(other.ends, other.units);
        }
        self.numbers += other.numbers;
        self.filled += other.filled;
        self.sum += other.sum;
        self.step = common_divisor(self.step, other.step);
        self.first = [self.first, other.first].into_iter().flatten().min();
    }

    fn widen(&mut self, ends: (f64, f64), units: (f64, f64)) {
        let wider = |mine: (f64, f64), theirs: (f64, f64)| (mine.0.min(theirs.0), mine.1.max(theirs.1));
        let is_first = self.numbers == 0;
        self.ends = if is_first { ends } else { wider(self.ends, ends) };
        self.units = if is_first { units } else { wider(self.units, units) };
    }
}

/// The greatest common divisor; that of a number and 0 is the number.
pub(crate) fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// True when the value of a dimension says that its row is the total of others.
fn is_total(batch: &Batch, row: usize, field: usize) -> bool {
    let value = batch.value(row, field).unwrap_or_default();
    let text = batch.decode(&value).trim().to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric());
    TOTAL_VALUES.contains(&text.as_str())
        || (words().any(|word| TOTAL_WORDS.contains(&word)) && !words().any(|word| PART_WORDS.contains(&word)))
}
