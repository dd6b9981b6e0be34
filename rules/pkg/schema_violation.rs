//! See `schema-violation.md`.

use munilint_model::{Body, Fault, FaultKind, Findings, Metadata, Occurrences, Options};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let mut kinds: BTreeMap<&str, (&Fault, Occurrences)> = BTreeMap::new();
    for fault in metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Schema) {
        let (_, seen) = kinds.entry(fault.message.variant).or_insert_with(|| (fault, Occurrences::default()));
        seen.add(|| fault.at);
    }
    for (first, seen) in kinds.into_values() {
        let draft = found.add(None, seen).severity(first.severity).variant(first.message.variant);
        for (name, argument) in &first.message.arguments {
            draft.with(name, argument.clone());
        }
    }
}
