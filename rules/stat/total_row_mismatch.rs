use super::dimensions::{Dimensions, is_area, is_time};
use super::exceptions::{Belief, Exceptions, Outcome, Sum};
use super::figures::{may_be_added, shown};
use super::groups::{Figures, Group, Groups, common_divisor};
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Findings, Options, Severity, TableContext};

pub(crate) const BODY: Body = Body::Table(compile);

/// Of a total of areas so much may be of none of them: Svalbard, abroad, not known where.
const REST: f64 = 0.02;

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    let (groups, share) = (options.number("groups") as usize, options.number("share"));
    Box::new(TotalRowMismatch(Belief { groups, share, is_strict: true }))
}

struct TotalRowMismatch(Belief);

impl Check for TotalRowMismatch {
    type State = Groups;

    fn start(&self, table: &TableContext) -> Groups {
        Groups::of(Dimensions::of(table, may_be_added))
    }

    fn update(&self, groups: &mut Groups, batch: &Batch) {
        groups.update(batch);
    }

    fn merge(&self, groups: &mut Groups, other: Groups) {
        groups.merge(other);
    }

    fn finish(&self, groups: Groups, table: &TableContext, found: &mut Findings) {
        let lasting = groups.dimensions(table, |field| !is_time(field.role.role));
        let categories: Vec<(usize, Vec<&Group>)> = groups.categories().collect();
        for (measure, &field) in groups.measures.iter().enumerate() {
            let step = step(&categories, measure);
            let exceptions = categories.iter().filter_map(|(over, groups)| {
                let rest = if is_area(table.fields[*over].role.role) { REST } else { 0.0 };
                let sums = groups
                    .iter()
                    .filter_map(|group| judge(&group.within, &group.figures[measure], step, rest))
                    .collect();
                Some((*over, Exceptions::of(sums, &lasting, &self.0)?))
            });
            // A part that is wrong shows in every dimension that it is added over.
            let most = exceptions.reduce(|most, next| if next.1.sums.len() > most.1.sums.len() { next } else { most });
            let Some((over, exceptions)) = most else { continue };
            let first = exceptions.sums[0];
            let draft = found.add(Some(table.fields[field].column), exceptions.seen());
            if !exceptions.is_sure() {
                draft.severity(Severity::Note).confidence(Confidence::Low);
            }
            draft.excerpt("over", &table.fields[over].name).count("groups", exceptions.judged as u64);
            draft.excerpt("sum", &shown(first.sum)).excerpt("total", &shown(first.expected));
            draft.count("row", first.place.row().unwrap_or_default());
        }
    }
}

/// What all figures of a measure are multiples of: they are rounded to it.
fn step(categories: &[(usize, Vec<&Group>)], measure: usize) -> f64 {
    let groups = categories.iter().flat_map(|(_, groups)| groups);
    let tallies = groups.flat_map(|group| [&group.figures[measure].parts, &group.figures[measure].total]);
    tallies.fold(0, |step, tally| common_divisor(step, tally.step)) as f64
}

/// `None` when the total or a part is hidden, or nothing was counted. `step` is what figures are rounded to,
/// `rest` the part of the total that may have no row.
fn judge<'g>(within: &'g [u64], figures: &'g Figures, step: f64, rest: f64) -> Option<Sum<'g>> {
    let Figures { parts, total, .. } = figures;
    let is_whole = total.cells == 1 && total.is_complete() && parts.cells >= 2 && parts.is_complete();
    if !is_whole || (parts.filled == 0 && total.sum == 0.0) {
        return None;
    }
    let difference = (parts.sum - total.sum).abs();
    let is_rest = parts.sum < total.sum && difference <= total.sum * rest;
    let finest = parts.units.0.min(total.units.0);
    // Each figure may be off by half of its unit.
    let rounding = parts.units.1.max(total.units.1).max(step) * 0.5 * f64::from(parts.cells + 1);
    let outcome = if difference <= finest * 0.01 {
        Outcome::Fits { is_telling: parts.filled >= 2 }
    } else if difference <= rounding {
        Outcome::Near
    } else {
        Outcome::Off
    };
    if is_rest && !matches!(outcome, Outcome::Fits { .. }) {
        return None;
    }
    let may_be_mean = parts.ends.0 <= total.sum && total.sum <= parts.ends.1;
    let (sum, expected) = (parts.sum, total.sum);
    Some(Sum { within, outcome, parts: parts.cells, sum, expected, may_be_mean, place: total.first? })
}
