//! See `shape-violation.md`.

use super::standard::{is_dcat, is_norwegian};
use munilint_model::{Argument, Body, Fault, FaultKind, Findings, Message, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

/// Properties of which rules of their own say what is missing or in no list.
const TOLD: [&str; 16] = [
    "dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme", "dct:identifier",
    "dcat:accessURL", "dct:license", "dct:format", "dcat:mediaType", "dct:accessRights", "dcat:keyword", "dct:spatial",
    "dct:temporal", "dcat:distribution", "dct:accrualPeriodicity",
];

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    let mut told: Vec<(&Fault, Occurrences)> = Vec::new();
    let is_told = |message| is_told(message, is_norwegian(metadata));
    for fault in metadata.faults.iter().filter(|fault| fault.kind == FaultKind::Shape && !is_told(&fault.message)) {
        let same = |known: &&mut (&Fault, Occurrences)| is_same(&known.0.message, &fault.message);
        match told.iter_mut().find(same) {
            Some((_, seen)) => seen.add(|| fault.at),
            None => {
                let mut seen = Occurrences::default();
                seen.add(|| fault.at);
                told.push((fault, seen));
            }
        }
    }
    for (fault, seen) in told {
        let draft = found.add(None, seen);
        draft.severity(fault.severity).variant(fault.message.variant);
        for (name, argument) in &fault.message.arguments {
            draft.with(name, argument.clone());
        }
    }
}

fn of<'m>(message: &'m Message, wanted: &str) -> Option<&'m Argument> {
    message.arguments.iter().find(|(name, _)| *name == wanted).map(|(_, argument)| argument)
}

/// True when the two say the same but for the value.
fn is_same(one: &Message, other: &Message) -> bool {
    let alike = |name| of(one, name) == of(other, name);
    one.variant == other.variant && alike("term") && alike("wanted")
}

/// True when a rule of its own tells it: what is missing only in Norwegian descriptions. In which list a value is, its address tells.
fn is_told(message: &Message, is_norwegian: bool) -> bool {
    if matches!(of(message, "term"), Some(Argument::Word(term)) if term.ends_with(" / skos:inScheme")) {
        return true;
    }
    let is_known = matches!(of(message, "term"), Some(Argument::Word(term)) if TOLD.contains(&term.as_str()));
    is_known
        && match message.variant {
            "min-count" => is_norwegian,
            variant => matches!(variant, "pattern" | "list" | "language" | "qualified"),
        }
}
