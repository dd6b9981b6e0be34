//! See `csvw-violation.md`.

use munilint_model::{Argument, Body, FaultKind, Findings, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    for fault in metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Words) {
        let places = fault.message.arguments.iter().find_map(|(name, argument)| match argument {
            Argument::Count(count) if *name == "count" => Some(*count),
            _ => None,
        });
        let mut seen = Occurrences::default();
        seen.add_many(places.unwrap_or(1), &[fault.at]);
        let draft = found.add(None, seen);
        draft.severity(fault.severity).variant(fault.message.variant);
        for (name, argument) in &fault.message.arguments {
            draft.with(name, argument.clone());
        }
    }
}
