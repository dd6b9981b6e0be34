//! `munilint.toml`.

use crate::document::{Document, Node};
use crate::fault::{Fault, Source};
use crate::reason::{WANTED, says_something};
use crate::schema::Schema;
use crate::suggestion::nearest;
use munilint_model::{Config, Date, NoTolerance, Rule, Rulebook, Span, Tolerance};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Reads the configuration `text`, shown as `name`.
///
/// # Errors
/// The text is not TOML, does not keep the schema, or allows something for a reason that says nothing.
pub fn config(name: &str, text: &str, schema: &Schema) -> Result<Config, Fault> {
    let document = toml_file(Source { name, text })?;
    let allows = items(&document.root(), "allow");
    for until in allows.iter().filter_map(|allow| allow.get("until")) {
        known_day(&until)?;
    }
    for part in std::iter::once(document.root()).chain(items(&document.root(), "paths")) {
        for (.., settings) in part.get("rules").map(|rules| rules.entries()).unwrap_or_default() {
            settings.get("max").map_or(Ok(()), |max| known_limit(&max))?;
        }
    }
    let mut config: Config = typed(&document, schema)?;
    for (allow, node) in config.allow.iter_mut().zip(&allows) {
        allow.span = Some(span(node));
        if let Some(reason) = node.get("reason").filter(|_| !says_something(&allow.reason)) {
            return Err(reason.fault("this reason says nothing", "no reason").with_help(WANTED));
        }
    }
    Ok(config)
}

/// A day that is written as one is in the calendar; how it is written, the schema says.
fn known_day(node: &Node<'_>) -> Result<(), Fault> {
    let has_form = |text: &str| text.split('-').map(str::len).eq([4, 2, 2]);
    match node.text() {
        Some(text) if has_form(text) && text.parse::<Date>().is_err() => {
            Err(node.fault(format!("there is no day `{text}`"), "not in the calendar"))
        }
        _ => Ok(()),
    }
}

/// The most that a rule may find is a whole number, or a share as a text.
fn known_limit(node: &Node<'_>) -> Result<(), Fault> {
    let is_limit = match (node.text(), node.number()) {
        (Some(text), _) => text.parse::<Tolerance>().is_ok(),
        (None, Some(number)) => number >= 0.0 && number.fract() == 0.0,
        (None, None) => false,
    };
    if is_limit { Ok(()) } else { Err(node.fault("`max` cannot be this", format!("{NoTolerance}"))) }
}

/// Where a value stands in the text.
fn span(node: &Node<'_>) -> Span {
    Span {
        byte: node.span.start as u64,
        line: node.source.line(node.span.start) as u64,
        length: u32::try_from(node.span.len()).unwrap_or(u32::MAX),
    }
}

/// Holds the configuration `text` against the rules that were loaded: every rule it names is there, and every option
/// it sets is one that the rule's page states.
///
/// # Errors
/// The text is not TOML, or names a rule or an option that is not there.
pub fn known_rules(name: &str, text: &str, rules: &Rulebook) -> Result<(), Fault> {
    let document = toml_file(Source { name, text })?;
    let root = document.root();
    let (paths, allows) = (items(&root, "paths"), items(&root, "allow"));
    for part in std::iter::once(root).chain(paths).chain(allows) {
        for key in ["select", "ignore"] {
            for selector in items(&part, key) {
                known_selector(&selector, rules)?;
            }
        }
        if let Some(rule) = part.get("rule") {
            known_selector(&rule, rules)?;
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

/// The entries of the list of that name; none when there is no such list.
fn items<'d>(node: &Node<'d>, key: &str) -> Vec<Node<'d>> {
    node.get(key).map(|list| list.items()).unwrap_or_default()
}

/// A fault about the path pattern `pattern` where it stands in the configuration `text`; `None` when it does not.
#[must_use]
pub fn bad_pattern(name: &str, text: &str, pattern: &str, why: &str) -> Option<Fault> {
    let document = toml_file(Source { name, text }).ok()?;
    let root = document.root();
    let sections = ["paths", "allow"].into_iter().flat_map(|key| items(&root, key));
    let patterns = sections.flat_map(|section| items(&section, "match")).chain(items(&root, "exclude"));
    let node = patterns.into_iter().find(|node| node.text() == Some(pattern))?;
    Some(node.fault(format!("`{pattern}` is not a path pattern"), why))
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
    let known = || ["severity", "max"].into_iter().chain(rule.options.0.keys().map(String::as_str));
    for (key, span, _) in settings.entries() {
        if !known().any(|known| known == key) {
            let names: Vec<String> = known().map(|key| format!("`{key}`")).collect();
            let message = format!("rule `{}` has no option `{key}`", rule.id);
            let fault = settings.source.fault(span, message, format!("its settings are {}", names.join(", ")));
            return Err(with_nearest(fault, key, known()));
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
