//! The findings in a dataset, field by field.

use crate::gate;
use crate::html::datasets::Dataset;
use crate::html::markup::Markup;
use crate::html::{Context, finding_anchor, icon};
use crate::place::where_in_field;
use munilint_model::{Finding, Snippet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A table's name and a field's position.
type Field<'a> = (Option<&'a str>, Option<u32>);

/// What explains a finding: its rule, reason and advice.
type Explanation<'a> = (&'a str, &'a str, &'a str);

/// Writes what was found in a dataset.
pub(crate) fn write(page: &mut Markup, context: Context<'_>, dataset: &Dataset<'_>) {
    if dataset.findings.is_empty() {
        page.leaf("p", &[("class", "none")], context.words.no_findings);
        return;
    }
    let mut fields: BTreeMap<Field<'_>, Vec<(usize, &Finding)>> = BTreeMap::new();
    for &(at, finding) in &dataset.findings {
        fields.entry((finding.table.as_deref(), finding.column)).or_default().push((at, finding));
    }
    let mut explained: BTreeMap<Explanation<'_>, usize> = BTreeMap::new();
    for ((table, _), mut findings) in fields {
        findings.sort_by_key(|(at, finding)| (Reverse(finding.severity), Reverse(finding.confidence), *at));
        page.element("section", &[("class", "field")], |page| {
            let field = findings.iter().find_map(|(_, finding)| finding.field_in(context.words.language));
            let name = field.as_ref().map_or(context.words.whole_file, |field| field.as_str());
            let name = table.map_or_else(|| name.to_owned(), |table| format!("{table} · {name}"));
            page.element("h4", &[], |page| {
                if field.is_some() {
                    page.leaf("span", &[("class", "kind")], context.words.field[0]);
                    page.text(" ");
                }
                page.leaf("span", &[("class", "name")], &name);
            });
            for (at, finding) in findings {
                one(page, context, at, finding, &mut explained);
            }
        });
    }
}

fn one<'a>(
    page: &mut Markup,
    context: Context<'_>,
    at: usize,
    finding: &'a Finding,
    explained: &mut BTreeMap<Explanation<'a>, usize>,
) {
    let words = context.words;
    let class = format!("finding {}", finding.severity.name());
    page.element("article", &[("class", &class), ("id", &finding_anchor(at))], |page| {
        page.element("p", &[("class", "says")], |page| {
            page.element("span", &[("class", "severity")], |page| {
                icon::severity(page, finding.severity);
                page.text(&super::opening::capital(words.severity(finding.severity)[0]));
            });
            page.text(" ");
            page.element("span", &[], |page| page.prose(&finding.text));
        });
        page.element("p", &[("class", "where")], |page| place(page, context, at, finding));
        if let Some(snippet) = &finding.snippet {
            line(page, context, snippet);
        }
        let explanation = (&*finding.rule, &*finding.why, &*finding.help);
        match explained.get(&explanation) {
            Some(&first) => {
                page.element("p", &[("class", "aside")], |page| {
                    let href = format!("#{}", finding_anchor(first));
                    page.leaf("a", &[("href", &href)], words.as_above);
                    page.text(".");
                });
            }
            None => {
                explained.insert(explanation, at);
                advice(page, context, finding);
            }
        }
    });
}

/// First places, how sure, and the rule.
fn place(page: &mut Markup, context: Context<'_>, at: usize, finding: &Finding) {
    let words = context.words;
    if context.report.trend.as_ref().is_some_and(|trend| trend.new.binary_search(&at).is_ok()) {
        page.leaf("span", &[("class", "tag")], words.is_new);
        page.text(" ");
    }
    let mut parts = Vec::new();
    parts.extend(Some(where_in_field(finding, context.shared)).filter(|place| !place.is_empty()));
    parts.extend(context.shared.confidence(finding.confidence).map(str::to_owned));
    parts.extend(gate::remarks(finding, context.shared));
    parts.extend(context.words.fixed(finding.fix).map(str::to_owned));
    for part in parts {
        page.text(&part);
        page.text(" · ");
    }
    page.leaf("code", &[], &finding.rule);
}

/// The line of the first place, with the cell marked.
fn line(page: &mut Markup, context: Context<'_>, snippet: &Snippet) {
    let Snippet { line, text, mark } = snippet;
    if text.is_empty() {
        return;
    }
    page.element("pre", &[("class", "snippet")], |page| {
        page.leaf("span", &[("class", "line")], &format!("{} {line}", context.shared.line));
        let (start, end) = (mark.start.min(text.len()), mark.end.min(text.len()));
        match (text.get(..start), text.get(start..end), text.get(end..)) {
            (Some(before), Some(marked), Some(behind)) => {
                page.text(before);
                page.leaf("mark", &[], marked);
                page.text(behind);
            }
            _ => page.text(text),
        }
    });
}

fn advice(page: &mut Markup, context: Context<'_>, finding: &Finding) {
    let words = context.words;
    let parts = [(words.why, &finding.why), (words.help, &finding.help)];
    if parts.iter().all(|(_, text)| text.is_empty()) {
        return;
    }
    page.element("dl", &[("class", "advice")], |page| {
        for (label, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            page.element("div", &[], |page| {
                page.leaf("dt", &[], label);
                page.element("dd", &[], |page| page.prose(text));
            });
        }
    });
}
