//! Broken syntax, with the commonest reasons as phrases of `doc/unreadable-metadata`.

use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};

/// What is in the words of a reader, ours or another's, and the phrase that says the same in all languages.
const REASONS: [(&str, &str); 15] = [
    ("has not been declared", "undeclared-prefix"),
    ("Expected comma", "missing-comma"),
    ("Trailing commas", "trailing-comma"),
    ("Single-quoted strings", "single-quotes"),
    ("Comments are not allowed", "comment"),
    ("Unterminated string", "unclosed-quote"),
    ("Line jumps are not allowed in string", "unclosed-quote"),
    ("Unterminated", "unexpected-end"),
    ("nexpected end of file", "unexpected-end"),
    ("nexpected eof", "unexpected-end"),
    ("not UTF-8", "not-utf8"),
    ("Invalid UTF-8", "not-utf8"),
    ("nothing in it", "nothing"),
    ("deeper in each other", "too-deep"),
    ("nesting depth exceeded", "too-deep"),
];

/// That the syntax is broken at a place, in the words of the reader: what is behind it was not read.
pub(crate) fn broken(at: Place, why: &str) -> Fault {
    let phrase = REASONS.iter().find(|(part, _)| why.contains(part)).map_or("other", |(_, phrase)| phrase);
    let prefix = why.strip_prefix("The prefix ").and_then(|rest| rest.split_once(' ')).map_or("", |(prefix, _)| prefix);
    let message = Message {
        variant: "",
        arguments: vec![
            ("reason", Argument::Excerpt(Excerpt::of(why))),
            ("prefix", Argument::Excerpt(Excerpt::of(prefix))),
            ("what", Argument::Phrase(phrase)),
        ],
    };
    Fault { kind: FaultKind::Syntax, severity: Severity::Error, message, at }
}
