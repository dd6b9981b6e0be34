//! Findings as rules state them, put into words and given a place in the report.

use crate::characters::{characters, characters_of_text};
use crate::plan::PlannedRule;
use crate::snippet::{example, line_of_text, snippet};
use crate::words::{fill, spell_out};
use munilint_model::{
    Argument, ConfigFacts, Draft, Excerpt, FieldFacts, Finding, Fix, Language, Message, Place, Snippet, TableFacts,
    TableSource, Texts, fnv1a,
};
use std::ops::Range;
use std::sync::Arc;

/// Longest name of a field in a message, in characters.
const LONGEST_NAME: usize = 60;

/// Makes a finding of what a rule states. In its fingerprint the source is called `called`. Without the source, the first
/// place is not shown.
pub(crate) fn settle(
    draft: Draft,
    planned: &PlannedRule,
    facts: &TableFacts,
    called: &str,
    source: Option<&dyn TableSource>,
    language: Language,
) -> Finding {
    let field = draft.column.and_then(|column| facts.fields.get(column as usize - 1));
    let name = field.map(|field| Excerpt::whole(&field.name));
    let mut draft = draft;
    let message = &mut draft.message;
    let has = |message: &Message, wanted: &str| message.arguments.iter().any(|(name, _)| *name == wanted);
    let place = draft.seen.first.first().copied().unwrap_or(Place::File);
    if !has(message, "example")
        && let Some(example) = source.and_then(|source| example(&place, facts.layout(), source))
    {
        let example = if tells_of_persons(&place, facts) { Excerpt::hidden(example.as_str()) } else { example };
        message.arguments.push(("example", Argument::Excerpt(example)));
    }
    if let (Some(name), Some(column)) = (&name, draft.column)
        && !has(message, "field")
    {
        let name = language.field_name(name.cut(LONGEST_NAME), column);
        message.arguments.push(("field", Argument::Excerpt(name)));
    }
    if field.is_some_and(|field| field.private) {
        hide(&mut message.arguments);
    }
    let subject = Subject {
        source: &facts.table.source,
        called,
        table: facts.table.table.clone(),
        field: name,
        apart: field.and_then(|field| alike_before(field, facts)),
        snippet: source.and_then(|source| snippet(&place, facts, source)),
        characters: source.and_then(|source| characters(&place, facts.layout().encoding, source)),
    };
    in_words(draft, planned, subject, language)
}

/// Makes a finding of what a rule states of a configuration.
pub(crate) fn settle_config(
    draft: Draft,
    planned: &PlannedRule,
    facts: &ConfigFacts,
    called: &str,
    language: Language,
) -> Finding {
    let place = draft.seen.first.first().copied().unwrap_or(Place::File);
    let entry = facts.allows.iter().map(|facts| &facts.allow).find(|allow| place.span() == allow.span);
    let entry =
        entry.map(|allow| [&allow.patterns.join(" "), &allow.rule, allow.field.as_deref().unwrap_or("")].join(" "));
    let subject = Subject {
        source: &facts.source,
        called,
        table: None,
        field: None,
        apart: entry,
        snippet: None,
        characters: None,
    };
    in_words(draft, planned, subject, language)
}

/// Makes a finding of what a rule states of metadata. `about` tells it apart from others of the rule: a dataset, a term. And
/// `text` the metadata as it is written: without it, the first place is not shown.
pub(crate) fn settle_metadata(
    draft: Draft,
    planned: &PlannedRule,
    source: &Arc<str>,
    called: &str,
    about: Option<&str>,
    text: Option<&[u8]>,
    language: Language,
) -> Finding {
    let place = draft.seen.first.first().copied().unwrap_or(Place::File);
    let snippet = text.and_then(|text| line_of_text(&place, text));
    let characters = text.and_then(|text| characters_of_text(&place, text));
    let apart = about.map(|about| Excerpt::whole(about).as_str().to_owned());
    let subject = Subject { source, called, table: None, field: None, apart, snippet, characters };
    in_words(draft, planned, subject, language)
}

/// What a finding is about.
struct Subject<'a> {
    source: &'a Arc<str>,
    /// The source's name in fingerprints.
    called: &'a str,
    table: Option<Arc<str>>,
    field: Option<Excerpt>,
    /// What else tells it apart: an entry of a configuration, or which of several fields of one name it is.
    apart: Option<String>,
    snippet: Option<Snippet>,
    characters: Option<Range<u64>>,
}

fn in_words(draft: Draft, planned: &PlannedRule, subject: Subject<'_>, language: Language) -> Finding {
    let mut message = draft.message;
    let rule = &planned.rule;
    let mut named = vec![&*rule.id, subject.called, subject.field.as_ref().map_or("", Excerpt::as_str), draft.kind];
    named.extend(subject.apart.as_deref());
    named.extend(subject.table.as_deref());
    let fingerprint = fingerprint(&named);
    let severity = planned.severity.or(draft.severity).unwrap_or(rule.severity);
    spell_out(&mut message.arguments, &rule.message, language);
    let words = |texts: &Texts| fill(texts.get_or_plain(message.variant, language), &message.arguments, language);
    Finding {
        rule: Arc::clone(&rule.id),
        severity,
        confidence: draft.confidence.unwrap_or(rule.confidence),
        dimension: rule.dimension,
        source: Arc::clone(subject.source),
        table: subject.table,
        column: draft.column,
        text: words(&rule.message),
        help: words(&rule.help),
        why: words(&rule.why),
        snippet: subject.snippet,
        characters: subject.characters,
        fix: Fix::None,
        fingerprint,
        known_count: None,
        limit: planned.max,
        field: subject.field,
        seen: draft.seen,
        message,
    }
}

/// Which of several fields of one name this is, as they are shown; `None` for the first.
fn alike_before(field: &FieldFacts, facts: &TableFacts) -> Option<String> {
    let name = Excerpt::whole(&field.name);
    // Names that were masked may have become alike; to mask those of all fields for each of many findings takes long.
    let masked = name.as_str() != field.name;
    let is_alike =
        |other: &&FieldFacts| if masked { Excerpt::whole(&other.name) == name } else { other.name == field.name };
    let before = facts.fields.iter().filter(|other| other.column < field.column);
    let alike = before.filter(is_alike).count();
    (alike > 0).then(|| alike.to_string())
}

/// True for a cell, not of the header, in a field that tells of persons or holds long texts: the snippet hides it, too.
fn tells_of_persons(place: &Place, facts: &TableFacts) -> bool {
    let field = place.column().and_then(|column| facts.fields.get(column as usize - 1));
    field.is_some_and(|field| field.private) && place.row() != facts.layout().header_row
}

/// Values of a field that tells of persons are not named.
fn hide(arguments: &mut [(&'static str, Argument)]) {
    for (name, argument) in arguments {
        match argument {
            Argument::Excerpt(excerpt) if !matches!(*name, "field" | "metadata") => {
                *excerpt = Excerpt::hidden(excerpt.as_str())
            }
            Argument::Excerpts(excerpts) => {
                excerpts.iter_mut().for_each(|excerpt| *excerpt = Excerpt::hidden(excerpt.as_str()))
            }
            _ => {}
        }
    }
}

/// A stable name made of names: 64 bits of FNV-1a, in hexadecimal. No part of it is a value or a row.
fn fingerprint(parts: &[&str]) -> String {
    format!("{:016x}", fnv1a(parts.iter().flat_map(|part| part.bytes().chain(std::iter::once(0)))))
}

/// Puts findings in the order of the report: by source, first place and rule.
pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.place(), finding.column);
        a.source
            .cmp(&b.source)
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| a.rule.cmp(&b.rule))
            .then_with(|| a.text.cmp(&b.text))
    });
}
