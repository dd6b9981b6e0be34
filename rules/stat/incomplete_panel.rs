//! Units that lack a period which nearly all others have.

use super::pair_tally::PairTally;
use super::panel::{Hole, Panel, time_field, unit_field};
use crate::fold::Fold;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Place, Severity, TableContext,
};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(IncompletePanel {
        units: options.number("units") as usize,
        periods: options.number("periods") as usize,
        share: options.number("share"),
    })
}

struct IncompletePanel {
    /// Fewer units tell nothing of what all have.
    units: usize,
    /// Nor do fewer periods.
    periods: usize,
    /// The share of the pairs that is there when a pair that is not is a defect.
    share: f64,
}

impl Check for IncompletePanel {
    type State = Option<PairTally>;

    fn start(&self, table: &TableContext) -> Option<PairTally> {
        Some(PairTally::of(unit_field(table)?, time_field(table)?))
    }

    fn update(&self, state: &mut Self::State, batch: &Batch) {
        state.update(batch);
    }

    fn merge(&self, state: &mut Self::State, other: Self::State) {
        state.merge(other);
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        let (Some(unit), Some(time)) = (unit_field(table), time_field(table)) else { return };
        let pairs = state.and_then(PairTally::finish);
        let panel = pairs.and_then(|pairs| Panel::of(table.fields[unit].role.role, pairs)).unwrap_or_default();
        let (units, periods) = panel.size();
        if units < self.units || periods < self.periods {
            return;
        }
        let names = [unit, time].map(|at| table.fields[at].name.as_str());
        let tell = |found: &mut Findings, variant, holes: &[Hole], all: u64| {
            let draft = found.add(Some(table.fields[unit].column), places(holes)).variant(variant);
            draft.excerpt("unit", names[0]).excerpt("time", names[1]).count("all", all);
            draft.excerpts("examples", holes.iter().map(|hole| hole.label.as_str()));
            if !variant.is_empty() {
                draft.severity(Severity::Note).confidence(Confidence::Low);
            } else if !holes.iter().any(|hole| hole.is_area) {
                draft.severity(Severity::Note);
            }
        };
        let (all, holes) = panel.holes();
        if (all - holes.len()) as f64 >= all as f64 * self.share {
            let (inner, outer): (Vec<Hole>, Vec<Hole>) = holes.into_iter().partition(|hole| hole.is_inner);
            for (variant, holes) in [("", inner), ("ends", outer)] {
                if !holes.is_empty() {
                    tell(found, variant, &holes, all as u64);
                }
            }
        }
        if let Some((usual, short)) = panel.short(self.share).filter(|(_, short)| !short.is_empty()) {
            tell(found, "rows", &short, usual);
        }
    }
}

/// As many as there are holes, at the first rows beside them.
fn places(holes: &[Hole]) -> Occurrences {
    let mut seen = Occurrences::default();
    let first: Vec<Place> = holes.iter().filter_map(|hole| hole.beside.first.first().copied()).collect();
    seen.add_many(holes.len() as u64, &first);
    seen
}
