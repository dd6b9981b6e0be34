//! Suppressed figures of a table in long form, or of a column with a total row, that the other rows give back.

use crate::stat::dimensions::{Dimensions, is_area};
use crate::stat::figures::may_be_added;
use crate::stat::groups::{Figures, Group, Groups};
use munilint_model::{Field, Place, TableContext};
use std::collections::{BTreeMap, HashMap};

/// Sums that come out in more groups, and never do not, are surely meant.
const SURE: u64 = 10;

/// Of a hundred groups that are alike so many may have a sum that does not come out.
const WRONG: u64 = 5;

/// More fields of figures are not looked at.
const MOST_MEASURES: usize = 24;

/// When so many of ten groups have one number of parts, a group with fewer lacks one.
const USUAL: usize = 8;

/// What the other rows give back of one field, by how sure that is.
pub(super) struct Lone {
    /// Position of the field.
    pub(super) field: usize,
    /// Position of the field that is added over.
    pub(super) over: usize,
    pub(super) cells: Vec<Place>,
    /// Sums that come out; none when only what is left shows that the parts are all.
    pub(super) proven: u64,
    pub(super) is_sure: bool,
}

/// What it takes to believe that the parts are all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Belief {
    /// Sums that come out, at least.
    pub(super) sums: u64,
    /// What is left of a total is a small count when it is less than this: it would hardly be by chance.
    pub(super) k: f64,
}

/// The groups of a table that may have a total and parts. Nothing is looked at in other tables.
pub(super) fn groups(table: &TableContext) -> Groups {
    let is_level = |field: &Field| is_area(field.role.role);
    Groups::of(Dimensions::with(table, MOST_MEASURES, may_be_added)).with_levels(table, is_level)
}

/// The cells that can be worked out, field by field.
pub(super) fn lone(groups: &Groups, belief: Belief) -> Vec<Lone> {
    // By place for each measure: a cell may be worked out in several ways.
    let mut known: Vec<BTreeMap<Place, (bool, u64, usize)>> = vec![BTreeMap::new(); groups.measures.len()];
    for (over, groups) in groups.categories() {
        let all: Vec<Sums<'_>> = (0..known.len()).map(|measure| Sums::of(&groups, measure)).collect();
        for (own, known) in all.iter().zip(&mut known) {
            for (place, is_sure, proven) in own.worked_out(&all, belief) {
                let way = (is_sure, proven, over);
                known.entry(place).and_modify(|best| *best = way.max(*best)).or_insert(way);
            }
        }
    }
    let told = groups.measures.iter().zip(&known);
    told.flat_map(|(&field, known)| [true, false].map(|is_sure| Lone::of(field, known, is_sure))).flatten().collect()
}

impl Lone {
    /// `None` when no cell is given back, or none that surely.
    fn of(field: usize, known: &BTreeMap<Place, (bool, u64, usize)>, is_sure: bool) -> Option<Lone> {
        let meant = known.iter().filter(|(_, way)| way.0 == is_sure);
        let &(_, proven, over) = meant.clone().map(|(_, way)| way).max()?;
        Some(Lone { field, over, cells: meant.map(|(&place, _)| place).collect(), proven, is_sure })
    }
}

/// What came of adding one measure of the groups of a category.
struct Sums<'g> {
    /// Groups whose sum comes out, and could have come out otherwise.
    proven: u64,
    /// Groups whose sum does not.
    wrong: u64,
    /// The same for each value of a dimension.
    by_value: HashMap<(usize, u64), (u64, u64)>,
    lone: Vec<Unknown<'g>>,
    /// How many parts a group has that lacks none.
    parts: u32,
}

/// A figure that is the only one of its group that is not given.
struct Unknown<'g> {
    within: &'g [u64],
    place: Place,
    parts: u32,
    /// What is left of the total; `None` when the total itself is suppressed.
    rest: Option<f64>,
    total: f64,
}

/// Whether a sum comes out, or what it gives back.
enum Outcome<'g> {
    Proven,
    Wrong,
    Lone(Unknown<'g>),
}

impl<'g> Sums<'g> {
    fn of(groups: &[&'g Group], measure: usize) -> Sums<'g> {
        let mut sums = Sums {
            proven: 0,
            wrong: 0,
            by_value: HashMap::new(),
            lone: Vec::new(),
            parts: usual_parts(groups, measure),
        };
        for group in groups {
            let (proven, wrong) = match outcome(&group.within, &group.figures[measure]) {
                Some(Outcome::Proven) => (1, 0),
                Some(Outcome::Wrong) => (0, 1),
                Some(Outcome::Lone(unknown)) => {
                    sums.lone.push(unknown);
                    continue;
                }
                None => continue,
            };
            sums.proven += proven;
            sums.wrong += wrong;
            for value in values(&group.within) {
                let known = sums.by_value.entry(value).or_default();
                *known = (known.0 + proven, known.1 + wrong);
            }
        }
        sums
    }

    /// The cells that are given back, each with whether that is sure and by how many sums it is proven. `all` are the sums of
    /// all measures: the columns beside a column show that its rows are all parts.
    fn worked_out(&self, all: &[Sums<'_>], belief: Belief) -> Vec<(Place, bool, u64)> {
        let pooled: u64 = all.iter().map(|sums| sums.proven).sum();
        let is_clean = all.iter().all(|sums| sums.wrong == 0);
        let judge = |unknown: &Unknown<'_>| {
            let alike = |value| self.by_value.get(&value).copied().unwrap_or_default();
            let is_alike =
                values(unknown.within).map(alike).all(|(proven, wrong)| wrong * 100 <= (proven + wrong) * WRONG);
            let is_small = |rest: f64| (1.0..belief.k).contains(&rest) && unknown.total >= belief.k * 10.0;
            let proven = match () {
                () if unknown.parts < self.parts || !is_alike => return None,
                () if self.proven >= belief.sums => self.proven,
                () if is_clean && pooled >= belief.sums => pooled,
                () if self.wrong == 0 && unknown.parts > 2 && unknown.rest.is_some_and(is_small) => 0,
                () => return None,
            };
            Some((unknown.place, self.proven >= SURE && self.wrong == 0, proven))
        };
        self.lone.iter().filter_map(judge).collect()
    }
}

/// `None` when more than one figure is not given, or nothing was counted.
fn outcome<'g>(within: &'g [u64], figures: &Figures) -> Option<Outcome<'g>> {
    let Figures { parts, total, hidden } = figures;
    if total.cells != 1 || parts.cells < 2 || parts.numbers == 0 {
        return None;
    }
    let unknown = |place, rest| Unknown { within, place, parts: parts.cells, rest, total: total.sum };
    if total.hidden == 1 {
        return parts.is_complete().then_some(Outcome::Lone(unknown(total.first?, None)));
    }
    if total.numbers == 0 {
        return None;
    }
    let rest = total.sum - parts.sum;
    let is_even = rest.abs() <= parts.units.0.min(total.units.0) * 0.01;
    match parts.cells - parts.numbers {
        0 if parts.filled == 0 && total.sum == 0.0 => None,
        0 if is_even => (parts.filled >= 2).then_some(Outcome::Proven),
        0 => Some(Outcome::Wrong),
        1 if parts.hidden == 1 && (rest > 0.0 || is_even) => Some(Outcome::Lone(unknown((*hidden)?, Some(rest)))),
        _ => None,
    }
}

/// The values that the rows of a group have in common.
fn values(within: &[u64]) -> impl Iterator<Item = (usize, u64)> + '_ {
    within.iter().copied().enumerate().filter(|(_, hash)| *hash != 0)
}

/// How many parts nearly all groups have; 0 when they differ in it.
fn usual_parts(groups: &[&Group], measure: usize) -> u32 {
    let mut known: BTreeMap<u32, usize> = BTreeMap::new();
    let mut all = 0;
    for figures in groups.iter().map(|group| &group.figures[measure]).filter(|figures| figures.parts.cells > 0) {
        *known.entry(figures.parts.cells).or_default() += 1;
        all += 1;
    }
    let usual = known.into_iter().max_by_key(|&(_, groups)| groups);
    usual.filter(|&(_, groups)| groups * 10 >= all * USUAL).map_or(0, |(parts, _)| parts)
}
