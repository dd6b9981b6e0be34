//! See `value-outside-codelist.md`.

use super::pairs::pairs;
use crate::matching::{Matching, number_of, present};
use munilint_detect::number::number;
use munilint_model::{Body, Described, DescribedFound, FieldDescription, Options, ValueFacts};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many values a message shows.
const SHOWN: usize = 3;

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    for (field, said) in pairs(described) {
        if said.codes.is_empty() || field.private {
            continue;
        }
        let outside = Matching::of(present(field), |text, value| !is_listed(text, value, said));
        if outside.is_empty() {
            continue;
        }
        let is_meaning = |text: &&str| said.codes.iter().any(|(_, label)| label.as_deref() == Some(*text));
        let labels = outside.texts.iter().all(is_meaning);
        let draft = found.of_table.add(Some(field.column), outside.seen);
        draft.variant(if labels { "meanings" } else { "" }).excerpt("metadata", &described.metadata.source);
        draft.excerpts("values", outside.texts.iter().take(SHOWN).copied());
        draft.count("different", outside.texts.len() as u64).count("codes", said.codes.len() as u64);
    }
}

/// True for a code, for the same number written in another way where codes are numbers, and for a sign of a missing value.
fn is_listed(text: &str, value: &ValueFacts, said: &FieldDescription) -> bool {
    let is_number = said.datatype.as_ref().is_some_and(|said| matches!(said.what.as_str(), "integer" | "number"));
    let equals =
        |code: &str| code.trim() == text || (is_number && number_of(value).is_some_and(|own| is(own, code.trim())));
    said.codes.iter().any(|(code, _)| equals(code)) || said.missing.iter().any(|(sign, _)| sign.trim() == text)
}

fn is(own: f64, code: &str) -> bool {
    number(code.as_bytes()).is_some_and(|code| code.total_cmp(&own).is_eq())
}
