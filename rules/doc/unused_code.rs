//! See `unused-code.md`.

use super::pairs::pairs;
use crate::matching::present;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many codes a message shows.
const SHOWN: usize = 3;

fn judge(described: &Described<'_>, options: &Options, found: &mut DescribedFound) {
    for (field, said) in pairs(described) {
        let values = present(field);
        let is_used = |code: &str| values.iter().any(|value| value.text.trim() == code.trim());
        let unused: Vec<&str> =
            said.codes.iter().map(|(code, _)| code.as_str()).filter(|code| !is_used(code)).collect();
        // Few rows need not have every code, and a list of all the country is not for one table.
        let is_full = field.present() as f64 >= options.number("cells") * said.codes.len() as f64;
        if field.private || values.is_empty() || unused.is_empty() || !is_full || unused.len() * 2 > said.codes.len() {
            continue;
        }
        let seen = Occurrences { count: unused.len() as u64, ..Occurrences::at(said.codes_at.unwrap_or(said.at)) };
        let draft = found.of_metadata.add(None, seen).excerpt("name", &field.name);
        draft.excerpts("codes", unused.iter().take(SHOWN).copied()).count("all", said.codes.len() as u64);
        draft.excerpt("table", &described.facts.table.source);
    }
}
