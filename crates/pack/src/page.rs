//! A page: one rule, with its metadata, logic, prose and examples.

use crate::assert;
use crate::document::{Document, Node};
use crate::example::{self, Example};
use crate::fault::{Fault, Source};
use crate::markdown::{Part, parts};
use crate::message;
use crate::schema::Schema;
use munilint_model::{Body, Confidence, Dimension, Fix, Language, Options, Rule, Severity, Texts};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The codes of a code list, shared by the rules that use it.
pub type Codes = Arc<BTreeSet<String>>;

/// What a page is read with.
#[derive(Clone, Copy)]
pub struct Loader<'l> {
    /// The schema of a page's TOML block.
    pub schema: &'l Schema,
    /// The Rust code of a rule by id, for pages that say `check = "rust"`.
    pub bodies: &'l dyn Fn(&str) -> Option<Body>,
    /// Code lists by name.
    pub codelists: &'l dyn Fn(&str) -> Option<Codes>,
}

/// A page that was read.
#[derive(Clone, Debug)]
pub struct Page {
    /// The rule it states.
    pub rule: Rule,
    /// Its examples, in order.
    pub examples: Vec<Example>,
}

/// The plain values of the TOML block; the rest is read with its spans.
#[derive(Deserialize)]
struct Plain {
    severity: Severity,
    dimension: Dimension,
    #[serde(default)]
    confidence: Confidence,
    #[serde(default)]
    basis: Vec<String>,
    #[serde(default)]
    formerly: Vec<String>,
    #[serde(default)]
    fix: Fix,
    #[serde(default)]
    options: BTreeMap<String, f64>,
}

impl Loader<'_> {
    /// Reads the page `text` of the rule `id`, shown as `name`.
    ///
    /// # Errors
    /// The page is not well formed: its heading, TOML block, messages, logic or examples.
    pub fn page(&self, id: &str, name: &str, text: &str) -> Result<Page, Fault> {
        let source = Source { name, text };
        let parts = parts(source)?;
        let title = title(source, &parts)?;
        let block = block(source, &parts)?;
        let document = match &parts[block] {
            Part::Block { info, content, .. } => Document::parse(source, content.clone(), info.clone())?,
            Part::Heading { text, .. } => Document::parse(source, text.clone(), text.clone())?,
        };
        let json = self.schema.check(&document)?;
        let root = document.root();
        let body = self.body(id, &root)?;
        let plain = plain(&root, json)?;
        let rule = Rule {
            id: Arc::from(id),
            title,
            severity: plain.severity,
            confidence: plain.confidence,
            dimension: plain.dimension,
            basis: plain.basis,
            formerly: plain.formerly,
            fix: plain.fix,
            message: texts(&root, "message")?,
            why: texts(&root, "why")?,
            help: texts(&root, "help")?,
            options: Options(plain.options),
            page: Arc::from(text),
            body,
            mend: None,
        };
        let examples = example::read(source, &parts[block + 1..], rule.fix != Fix::None)?;
        Ok(Page { rule, examples })
    }

    /// The rule's logic: exactly one of Rust and `[assert]`.
    fn body(&self, id: &str, root: &Node<'_>) -> Result<Body, Fault> {
        let key = |key: &str| root.key_span(key).unwrap_or_else(|| root.span.clone());
        match (root.get("check"), root.get("assert")) {
            (Some(check), None) => {
                if root.get("given").is_some() {
                    let fault = root.source.fault(key("given"), "a rule in Rust chooses its fields itself", "not used");
                    return Err(fault.with_help("leave out [given], or write an [assert] instead of check = \"rust\""));
                }
                (self.bodies)(id).ok_or_else(|| {
                    check
                        .fault(format!("there is no Rust code for the rule `{id}`"), "says that there is")
                        .with_help("only built-in rules can be in Rust: write [given] and [assert]")
                })
            }
            (None, Some(assertion)) => {
                if let Some(options) = root.key_span("options") {
                    let fault = root.source.fault(options, "options are read by rules in Rust only", "not used");
                    return Err(fault.with_help("write the number in [assert]"));
                }
                let declared = assert::read(root.get("given").as_ref(), &assertion, self.codelists)?;
                permitted(root, declared.values)?;
                Ok(declared.body)
            }
            (Some(_), Some(_)) => {
                let fault =
                    root.source.fault(key("check"), "a rule is either in Rust or declared, not both", "in Rust");
                Err(fault.with_label(key("assert"), "declared"))
            }
            (None, None) => {
                let fault =
                    root.fault("the page does not say what holds", "no [assert] and no check = \"rust\" in this block");
                Err(fault.with_help("write [given] and [assert], or check = \"rust\""))
            }
        }
    }
}

fn title(source: Source<'_>, parts: &[Part]) -> Result<String, Fault> {
    match parts.first() {
        Some(Part::Heading { level: 1, text }) if !text.is_empty() => Ok(source.text[text.clone()].to_owned()),
        _ => {
            let end = source.text.find('\n').unwrap_or(source.text.len());
            Err(source.fault(
                0..end,
                "a page starts with a heading, the rule's title",
                "`# Title` is needed before this",
            ))
        }
    }
}

/// Which part is the TOML block: the first block of the page.
fn block(source: Source<'_>, parts: &[Part]) -> Result<usize, Fault> {
    let first = parts.iter().position(|part| !matches!(part, Part::Heading { level: 1, .. }));
    let marked: Range<usize> = match first.map(|at| (at, &parts[at])) {
        Some((at, Part::Block { info, .. })) if source.text[info.clone()] == *"toml" => return Ok(at),
        Some((_, Part::Block { info: span, .. } | Part::Heading { text: span, .. })) => span.clone(),
        None => source.text.len()..source.text.len(),
    };
    Err(source.fault(marked, "the first block of a page is its ```toml block", "it is needed before this"))
}

fn plain(root: &Node<'_>, mut json: Value) -> Result<Plain, Fault> {
    if let Some(table) = json.as_object_mut() {
        table.retain(|key, _| !matches!(key.as_str(), "message" | "why" | "help" | "given" | "assert"));
    }
    serde_json::from_value(json).map_err(|error| root.fault(format!("this cannot be used: {error}"), "in this block"))
}

const LANGUAGES: [(&str, Language); 3] = [("en", Language::En), ("nb", Language::Nb), ("nn", Language::Nn)];

fn add(texts: &mut Texts, variant: &str, node: &Node<'_>) {
    for (key, language) in LANGUAGES {
        if let Some(text) = node.get(key).as_ref().and_then(Node::text) {
            texts.insert(variant, language, text);
        }
    }
}

/// The tables of a page's texts of one kind (`message`, `why`, `help`) with their names; the plain one's name is empty.
fn variants<'d>(root: &Node<'d>, kind: &str) -> Vec<(&'d str, Node<'d>)> {
    let Some(plain) = root.get(kind) else { return Vec::new() };
    let is_language = |key: &str| LANGUAGES.iter().any(|(language, _)| *language == key);
    let further = plain.entries().into_iter().filter(|(key, ..)| !is_language(key));
    let further: Vec<_> = further.map(|(key, _, node)| (key, node)).collect();
    std::iter::once(("", plain)).chain(further).collect()
}

fn texts(root: &Node<'_>, kind: &str) -> Result<Texts, Fault> {
    let mut texts = Texts::default();
    for (variant, node) in variants(root, kind) {
        if let Some(english) = node.get("en") {
            for (key, _) in LANGUAGES {
                node.get(key).map_or(Ok(()), |other| message::agree(&english, &other))?;
            }
        }
        add(&mut texts, variant, &node);
    }
    Ok(texts)
}

/// A declarative rule has one message, and it names only values that the assertion knows.
fn permitted(root: &Node<'_>, values: &[&str]) -> Result<(), Fault> {
    for kind in ["message", "why", "help"] {
        if let Some((_, node)) = variants(root, kind).get(1) {
            let fault = node.fault("a declarative rule has one message", "never chosen");
            return Err(fault.with_help("only rules in Rust choose between messages"));
        }
    }
    for (_, node) in variants(root, "message") {
        for (key, _) in LANGUAGES {
            let Some(node) = node.get(key) else { continue };
            for (name, span) in message::placeholders(&node, node.text().unwrap_or(""))? {
                if !values.contains(&name) {
                    let known: Vec<String> = values.iter().map(|value| format!("`{{{value}}}`")).collect();
                    let message = format!("this rule has no value `{name}` for its message");
                    return Err(node.source.fault(
                        node.inside(span),
                        message,
                        format!("known are {}", known.join(", ")),
                    ));
                }
            }
        }
    }
    Ok(())
}
