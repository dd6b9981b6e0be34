//! Texts with values in them: `{name}` and `{singular|plural}`.

use crate::document::Node;
use crate::fault::Fault;
use std::collections::BTreeMap;
use std::ops::Range;

/// The names that a text asks for, each with where it stands in the text first.
pub(crate) fn placeholders<'t>(node: &Node<'_>, text: &'t str) -> Result<BTreeMap<&'t str, Range<usize>>, Fault> {
    let wrong = |span: Range<usize>, message: &str, label: &str| {
        Err(node.source.fault(node.inside(span), message, label).with_help("write `{{` for a brace"))
    };
    let mut names = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|found| at + found) {
        if text[start + 1..].starts_with('{') {
            at = start + 2;
            continue;
        }
        let length = text[start + 1..].find(['{', '}']).filter(|length| text[start + 1 + length..].starts_with('}'));
        let Some(length) = length else {
            return wrong(start..start + 1, "a brace is not closed", "this one");
        };
        let end = start + 1 + length;
        let inner = &text[start + 1..end];
        match inner.matches('|').count() {
            0 if is_name(inner) => {
                names.entry(inner).or_insert(start..end + 1);
            }
            1 => {}
            0 => return wrong(start..end + 1, "this is no name of a value", "small letters, digits, hyphens"),
            _ => return wrong(start..end + 1, "there are two forms, singular and plural", "`{singular|plural}`"),
        }
        at = end + 1;
    }
    Ok(names)
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// Both texts ask for the same values.
pub(crate) fn agree(one: &Node<'_>, other: &Node<'_>) -> Result<(), Fault> {
    let (Some(first), Some(second)) = (one.text(), other.text()) else { return Ok(()) };
    let (first, second) = (placeholders(one, first)?, placeholders(other, second)?);
    for (here, names, there, others) in [(one, &first, other, &second), (other, &second, one, &first)] {
        for (name, span) in names {
            if !others.contains_key(name) {
                let message = format!("the languages name different values: `{{{name}}}` is in one text only");
                let fault = here.source.fault(here.inside(span.clone()), message, "named here");
                return Err(fault.with_label(there.span.clone(), "not named here"));
            }
        }
    }
    Ok(())
}
