//! See `absent-file.md`.

use munilint_model::{Argument, Body, FaultKind, Findings, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let mut seen = Occurrences::default();
    let mut named: Vec<Argument> = Vec::new();
    for fault in metadata.faults.iter().filter(|fault| fault.kind == FaultKind::File) {
        seen.add(|| fault.at);
        named.extend(fault.message.arguments.iter().map(|(_, value)| value.clone()));
    }
    if let Some(first) = named.into_iter().next() {
        found.add(None, seen).with("value", first);
    }
}
