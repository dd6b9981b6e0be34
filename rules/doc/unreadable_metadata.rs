//! See `unreadable-metadata.md`.

use munilint_model::{Argument, Body, Excerpt, FaultKind, Findings, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let broken: Vec<_> = metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Syntax).collect();
    let Some(first) = broken.first() else { return };
    let mut seen = Occurrences::default();
    broken.iter().for_each(|fault| seen.add(|| fault.at));
    let reason = first.message.arguments.iter().find(|(name, _)| *name == "reason").map(|(_, reason)| reason.clone());
    let draft = found.add(None, seen);
    draft.with("reason", reason.unwrap_or(Argument::Excerpt(Excerpt::of(""))));
    draft.word("form", metadata.written_as);
}
