//! Fields for remarks, which tell of the figures beside them.

/// What the names of fields for remarks have in them: such a field is empty where there is nothing to remark.
const REMARKS: [&str; 7] = ["merknad", "kommentar", "anmerkning", "fotnote", "comment", "remark", "footnote"];

/// What the names of fields for remarks end with, as a word of its own; `Andel.Brudd` tells of a break in a series.
const LAST_WORDS: [&str; 4] = ["brudd", "note", "notes", "noter"];

/// True when the field's name says that it holds remarks.
pub(crate) fn is_for_remarks(name: &str) -> bool {
    let name = name.to_lowercase();
    let last_word = name.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    REMARKS.iter().any(|word| name.contains(word)) || LAST_WORDS.contains(&last_word)
}
