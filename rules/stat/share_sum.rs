use super::dimensions::{Dimensions, is_time};
use super::exceptions::{Belief, Exceptions, Sum, is_few};
use super::figures::shown;
use super::groups::{Figures, Group, Groups};
use super::share_whole::{WHOLES, outcome};
use super::share_windows::Windows;
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Findings, Options, Role, Severity, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    let (groups, share) = (options.number("sums") as usize, options.number("share"));
    Box::new(ShareSum(Belief { groups, share, is_strict: false }))
}

struct ShareSum(Belief);

/// Shares beside each other in a row, and shares below each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Shares {
    rows: Windows,
    groups: Groups,
}

impl Check for ShareSum {
    type State = Shares;

    fn start(&self, table: &TableContext) -> Shares {
        let groups = Groups::of(Dimensions::of(table, |field| field.role.role == Role::Share));
        Shares { rows: Windows::of(table), groups }
    }

    fn update(&self, shares: &mut Shares, batch: &Batch) {
        shares.rows.update(batch);
        shares.groups.update(batch);
    }

    fn merge(&self, shares: &mut Shares, other: Shares) {
        shares.rows.merge(&other.rows);
        shares.groups.merge(other.groups);
    }

    fn finish(&self, shares: Shares, table: &TableContext, found: &mut Findings) {
        self.judge_groups(&shares.groups, table, found);
        let fields = shares.rows.fields.clone();
        for window in shares.rows.finish(self.0.groups as u64, self.0.share) {
            let Some((row, sum)) = window.first else { continue };
            let [from, to] = [window.from, window.to].map(|at| &table.fields[fields[at]]);
            let draft = found.add(Some(from.column), window.off.clone());
            if !is_few(window.off.count, window.judged) {
                draft.severity(Severity::Note).confidence(Confidence::Low);
            }
            draft.excerpt("from", &from.name).excerpt("to", &to.name).count("rows", window.judged).count("row", row);
            draft.excerpt("sum", &shown(sum)).word("whole", shown(WHOLES[window.whole]));
        }
    }
}

impl ShareSum {
    fn judge_groups(&self, groups: &Groups, table: &TableContext, found: &mut Findings) {
        let lasting = groups.dimensions(table, |field| !is_time(field.role.role));
        let categories: Vec<(usize, Vec<&Group>)> = groups.categories().collect();
        for (measure, &field) in groups.measures.iter().enumerate() {
            let tried = categories.iter().flat_map(|category| (0..WHOLES.len()).map(move |whole| (whole, category)));
            let exceptions = tried.filter_map(|(whole, (over, groups))| {
                let sums = groups.iter().filter_map(|group| judge(&group.within, &group.figures[measure], whole));
                Some((whole, *over, Exceptions::of(sums.collect(), &lasting, &self.0)?))
            });
            let most = exceptions.reduce(|most, next| if next.2.judged > most.2.judged { next } else { most });
            let Some((whole, over, exceptions)) = most else { continue };
            let first = exceptions.sums[0];
            let draft = found.add(Some(table.fields[field].column), exceptions.seen()).variant("groups");
            if !exceptions.is_sure() {
                draft.severity(Severity::Note).confidence(Confidence::Low);
            }
            draft.excerpt("over", &table.fields[over].name).count("groups", exceptions.judged as u64);
            draft.excerpt("sum", &shown(first.sum)).word("whole", shown(WHOLES[whole]));
            draft.count("row", first.place.row().unwrap_or_default());
        }
    }
}

/// `None` when a part is hidden, or all are zero.
fn judge<'g>(within: &'g [u64], figures: &'g Figures, whole: usize) -> Option<Sum<'g>> {
    let parts = &figures.parts;
    if parts.cells < 2 || !parts.is_complete() || parts.filled == 0 {
        return None;
    }
    let outcome = outcome(parts.sum, whole, parts.cells, parts.filled, parts.units);
    let (sum, expected) = (parts.sum, WHOLES[whole]);
    Some(Sum { within, outcome, parts: parts.cells, sum, expected, may_be_mean: false, place: parts.first? })
}
