//! Suppressed figures of a table in long form, or of a column with a total row, that the other rows give back.

use crate::stat::dimensions::{Dimensions, is_area};
use crate::stat::figures::may_be_added;
use crate::stat::groups::{Figures, Group, Groups};
use munilint_model::{Field, Place, TableContext};
use std::collections::{BTreeMap, HashMap};

/// Sums that come out in more groups or rows, and never do not, are surely meant.
pub(super) const SURE: u64 = 10;

/// Of a hundred groups or rows that are alike so many may have a sum that does not come out.
pub(super) const WRONG: u64 = 5;

/// More fields of figures are not looked at.
const MOST_MEASURES: usize = 24;

/// What adding decimals makes of a difference of nothing, in units.
const EVEN: f64 = 0.01;

/// So many cells are worked out one after the other, at most.
const ROUNDS: usize = 20;

/// When so many of ten groups have one number of parts, a group with fewer lacks one.
const USUAL: usize = 8;

/// What the other rows give back of one field, by how that is.
pub(super) struct Lone {
    /// Position of the field.
    pub(super) field: usize,
    /// Position of the field that is added over.
    pub(super) over: usize,
    pub(super) cells: Vec<Place>,
    /// Sums that come out; none when only what is left shows that the parts are all.
    pub(super) proven: u64,
    pub(super) is_sure: bool,
    /// Others must be worked out before.
    pub(super) is_chained: bool,
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

/// The cells that can be worked out, field by field. What is known of one cell is used for the next.
pub(super) fn lone(groups: &Groups, belief: Belief) -> Vec<Lone> {
    let fields = &groups.measures;
    let categories: Vec<(usize, Vec<Sums<'_>>)> = groups
        .categories()
        .map(|(over, groups)| (over, (0..fields.len()).map(|measure| Sums::of(&groups, measure)).collect()))
        .collect();
    let mut known: Vec<Known> = vec![Known::new(); fields.len()];
    for round in 0..ROUNDS {
        let mut is_new = false;
        for (measure, known) in known.iter_mut().enumerate() {
            let mut next = Known::new();
            for (over, all) in &categories {
                for (place, mut way) in all[measure].worked_out(all, known, belief) {
                    (way.over, way.round) = (*over, round);
                    next.entry(place).and_modify(|best| best.improve(way)).or_insert(way);
                }
            }
            is_new |= !next.is_empty();
            known.extend(next);
        }
        if !is_new {
            break;
        }
    }
    let kinds = [(false, true), (false, false), (true, true), (true, false)];
    let told = fields.iter().zip(&known);
    told.flat_map(|(&field, known)| kinds.map(|kind| Lone::of(field, known, kind))).flatten().collect()
}

impl Lone {
    /// `None` when no cell is given back in that way.
    fn of(field: usize, known: &Known, (is_chained, is_sure): (bool, bool)) -> Option<Lone> {
        let meant = known.iter().filter(|(_, way)| way.is_sure == is_sure && (way.round > 0) == is_chained);
        let best = meant.clone().map(|(_, way)| way).max_by_key(|way| (way.proven, way.over))?;
        let cells = meant.map(|(&place, _)| place).collect();
        Some(Lone { field, over: best.over, cells, proven: best.proven, is_sure, is_chained })
    }
}

/// Cells that can be worked out.
type Known = BTreeMap<Place, Way>;

/// How a cell can be worked out.
#[derive(Clone, Copy, Debug)]
struct Way {
    value: f64,
    is_sure: bool,
    /// Sums that come out.
    proven: u64,
    /// Position of the field that is added over.
    over: usize,
    /// How many must be worked out before, one after the other.
    round: usize,
}

impl Way {
    /// Takes another way that is better proven.
    fn improve(&mut self, other: Way) {
        if (self.is_sure, self.proven, self.over) < (other.is_sure, other.proven, other.over) {
            *self = other;
        }
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
    /// Groups of which something is suppressed: the values that their rows have in common, and the figures.
    open: Vec<(&'g [u64], &'g Figures)>,
    /// How many parts a group has that lacks none.
    parts: u32,
}

/// A figure that is the only one of its group that is not known.
struct Unknown {
    place: Place,
    value: f64,
    /// It is a part of a total that is shown.
    is_part: bool,
    /// All that are not shown besides are surely known.
    is_sure: bool,
}

impl<'g> Sums<'g> {
    fn of(groups: &[&'g Group], measure: usize) -> Sums<'g> {
        let (by_value, open, parts) = (HashMap::new(), Vec::new(), usual_parts(groups, measure));
        let mut sums = Sums { proven: 0, wrong: 0, by_value, open, parts };
        for group in groups {
            let figures = &group.figures[measure];
            if figures.parts.hidden + figures.total.hidden > 0 {
                sums.open.push((&group.within, figures));
                continue;
            }
            let Some(comes_out) = comes_out(figures) else { continue };
            let (proven, wrong) = if comes_out { (1, 0) } else { (0, 1) };
            sums.proven += proven;
            sums.wrong += wrong;
            for value in values(&group.within) {
                let known = sums.by_value.entry(value).or_default();
                *known = (known.0 + proven, known.1 + wrong);
            }
        }
        sums
    }

    /// The cells that are given back and not known yet. `all` are the sums of all measures: the columns beside a column show
    /// that its rows are all parts.
    fn worked_out(&self, all: &[Sums<'_>], known: &Known, belief: Belief) -> Vec<(Place, Way)> {
        let pooled: u64 = all.iter().map(|sums| sums.proven).sum();
        let is_clean = all.iter().all(|sums| sums.wrong == 0);
        let judge = |&(within, figures): &(&[u64], &Figures)| {
            let unknown = unknown(figures, known)?;
            let alike = |value| self.by_value.get(&value).copied().unwrap_or_default();
            let mut alike = values(within).map(alike);
            let is_alike = alike.all(|(proven, wrong)| wrong * 100 <= (proven + wrong) * WRONG);
            let is_small = (1.0..belief.k).contains(&unknown.value) && figures.total.sum >= belief.k * 10.0;
            let proven = match () {
                () if figures.parts.cells < self.parts || !is_alike => return None,
                () if self.proven >= belief.sums => self.proven,
                () if is_clean && pooled >= belief.sums => pooled,
                () if self.wrong == 0 && figures.parts.cells > 2 && unknown.is_part && is_small => 0,
                () => return None,
            };
            let is_sure = unknown.is_sure && self.proven >= SURE && self.wrong == 0;
            Some((unknown.place, Way { value: unknown.value, is_sure, proven, over: 0, round: 0 }))
        };
        self.open.iter().filter_map(judge).collect()
    }
}

/// Whether the parts of a group add up to its total. `None` when something is missing, or it may be so by chance.
fn comes_out(figures: &Figures) -> Option<bool> {
    let Figures { parts, total, .. } = figures;
    let is_whole = total.cells == 1 && total.is_complete() && parts.cells >= 2 && parts.is_complete();
    if !is_whole || (parts.filled == 0 && total.sum == 0.0) {
        return None;
    }
    let is_even = (total.sum - parts.sum).abs() <= parts.units.0.min(total.units.0) * EVEN;
    (!is_even || parts.filled >= 2).then_some(is_even)
}

/// `None` when none or more than one figure is not known.
fn unknown(figures: &Figures, known: &Known) -> Option<Unknown> {
    let Figures { parts, total, hidden } = figures;
    let is_told = parts.numbers + parts.hidden == parts.cells && hidden.len() == parts.hidden as usize;
    if total.cells != 1 || total.numbers + total.hidden != 1 || parts.cells < 2 || !is_told {
        return None;
    }
    let is_sure = hidden.iter().chain(&total.first).filter_map(|place| known.get(place)).all(|way| way.is_sure);
    let added = parts.sum + hidden.iter().filter_map(|place| known.get(place)).map(|way| way.value).sum::<f64>();
    let mut open = hidden.iter().filter(|place| !known.contains_key(place));
    let whole = if total.numbers == 1 { Some(total.sum) } else { known.get(&total.first?).map(|way| way.value) };
    match (open.next(), open.next(), whole) {
        (None, _, None) => Some(Unknown { place: total.first?, value: added, is_part: false, is_sure }),
        (Some(&place), None, Some(whole)) => {
            let unit = if total.numbers == 1 { parts.units.0.min(total.units.0) } else { parts.units.0 };
            let rest = whole - added;
            let value = if rest.abs() <= unit * EVEN { 0.0 } else { rest };
            (value >= 0.0).then_some(Unknown { place, value, is_part: total.numbers == 1, is_sure })
        }
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
