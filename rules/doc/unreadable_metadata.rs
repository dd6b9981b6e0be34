//! See `unreadable-metadata.md`.

use munilint_model::{Body, FaultKind, Findings, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let broken: Vec<_> = metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Syntax).collect();
    let Some(first) = broken.first() else { return };
    let mut seen = Occurrences::default();
    broken.iter().for_each(|fault| seen.add(|| fault.at));
    let draft = found.add(None, seen);
    for (name, argument) in &first.message.arguments {
        draft.with(name, argument.clone());
    }
    draft.word("form", metadata.written_as);
}
