//! See `dangling-reference.md`.

use munilint_model::{Argument, Body, FaultKind, Findings, Metadata, Occurrences, Options};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let mut by_term: BTreeMap<(&str, &'static str), (Occurrences, &Argument)> = BTreeMap::new();
    for fault in metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Reference) {
        if let [(_, Argument::Word(term)), (_, value)] = &fault.message.arguments[..] {
            by_term.entry((term, fault.message.variant)).or_insert((Occurrences::default(), value)).0.add(|| fault.at);
        }
    }
    for ((term, variant), (seen, value)) in by_term {
        let draft = found.add(None, seen).variant(variant).word("term", term).with("value", value.clone());
        draft.kind = variant;
    }
}
