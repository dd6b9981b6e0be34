//! `munilint.toml`.

use crate::document::{Document, Node};
use crate::fault::{Fault, Source};
use crate::schema::Schema;
use crate::suggestion::nearest;
use munilint_model::{Config, Rule, Rulebook};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Reads the configuration `text`, shown as `name`.
///
/// # Errors
/// The text is not TOML, or does not keep the schema.
pub fn config(name: &str, text: &str, schema: &Schema) -> Result<Config, Fault> {
    typed(&toml_file(Source { name, text })?, schema)
}

/// Holds the configuration `text` against the rules that were loaded: every rule it names is there, and every option
/// it sets is one that the rule's page states.
///
/// # Errors
/// The text is not TOML, or names a rule or an option that is not there.
pub fn known_rules(name: &str, text: &str, rules: &Rulebook) -> Result<(), Fault> {
    let document = toml_file(Source { name, text })?;
    let root = document.root();
    let paths = root.get("paths").map(|paths| paths.items()).unwrap_or_default();
    for part in std::iter::once(root).chain(paths) {
        for key in ["select", "ignore"] {
            for selector in part.get(key).map(|list| list.items()).unwrap_or_default() {
                known_selector(&selector, rules)?;
            }
        }
        for (id, span, settings) in part.get("rules").map(|rules| rules.entries()).unwrap_or_default() {
            let Some(rule) = rules.get(id) else {
                let fault = settings.source.fault(span, format!("no rule is called `{id}`"), "unknown rule");
                return Err(with_nearest(fault, id, rules.iter().map(|rule| &*rule.id)));
            };
            known_options(&settings, rule)?;
        }
    }
    Ok(())
}

fn known_selector(node: &Node<'_>, rules: &Rulebook) -> Result<(), Fault> {
    let Some(selector) = node.text() else { return Ok(()) };
    if selector == "all" || rules.knows(selector) {
        return Ok(());
    }
    let fault = node.fault(format!("no rule or family is called `{selector}`"), "selects nothing");
    let names = rules.iter().flat_map(|rule| [&*rule.id, rule.family()]);
    Err(with_nearest(fault, selector, names))
}

fn known_options(settings: &Node<'_>, rule: &Arc<Rule>) -> Result<(), Fault> {
    let options = rule.options.0.keys().map(String::as_str);
    for (key, span, _) in settings.entries() {
        if key != "severity" && !rule.options.0.contains_key(key) {
            let known: Vec<String> =
                std::iter::once("severity").chain(options.clone()).map(|key| format!("`{key}`")).collect();
            let message = format!("rule `{}` has no option `{key}`", rule.id);
            let fault = settings.source.fault(span, message, format!("its settings are {}", known.join(", ")));
            return Err(with_nearest(fault, key, std::iter::once("severity").chain(options)));
        }
    }
    Ok(())
}

fn with_nearest<'c>(fault: Fault, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Fault {
    match nearest(word, candidates) {
        Some(near) => fault.with_help(format!("did you mean `{near}`?")),
        None => fault.with_help("`munilint rules` lists the rules"),
    }
}

/// A TOML text that fills its file.
pub(crate) fn toml_file(source: Source<'_>) -> Result<Document<'_>, Fault> {
    Document::parse(source, 0..source.text.len(), 0..0)
}

/// The document as the type that its schema describes.
pub(crate) fn typed<T: DeserializeOwned>(document: &Document<'_>, schema: &Schema) -> Result<T, Fault> {
    let json = schema.check(document)?;
    // The schema is stricter than the type; should they ever differ, it is still said in the user's file.
    serde_json::from_value(json)
        .map_err(|error| document.root().fault(format!("this cannot be used: {error}"), "in this file"))
}
