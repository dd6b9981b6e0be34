//! `--format html`: one page that opens offline, prints well, and works without script.
//!
//! The page holds all it needs. Its policy (CSP) lets nothing be fetched, and only the style and the script that are in it
//! be used, each by its hash.

mod allowed;
mod assessment;
mod completeness;
mod datasets;
mod definitions;
mod distributions;
mod findings;
mod head;
mod held;
mod icon;
mod joins;
mod markup;
mod opening;
mod problems;
mod provenance;
mod scores;
mod screening;
mod spread;
mod trend;
mod variables;
mod vintages;
mod words;

use crate::words::Words as Shared;
use markup::Markup;
use munilint_model::{FileReport, Report};
use std::io::{self, Write};
use words::Words;

/// What every part of the page is made from.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) words: &'static Words,
    /// Words that other formats use, too.
    pub(crate) shared: &'static Shared,
}

impl<'a> Context<'a> {
    fn of(report: &'a Report) -> Self {
        Context { report, words: Words::of(report.language), shared: Shared::of(report.language) }
    }

    /// A count as the language writes it.
    pub(crate) fn number(&self, count: u64) -> String {
        self.words.language.number(count)
    }

    /// `«x»`.
    pub(crate) fn quoted(&self, name: &str) -> String {
        let (open, close) = if self.words.lang == "en" { ('“', '”') } else { ('«', '»') };
        format!("{open}{name}{close}")
    }

    /// What a rule of the families `person` and `risk` looks for.
    pub(crate) fn thing(&self, rule: &str) -> String {
        self.shared.thing(rule)
    }
}

/// Writes a report as a page of HTML.
///
/// # Errors
/// `out` cannot be written to.
pub fn html(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let context = Context::of(report);
    let mut page = Markup::default();
    page.doctype();
    page.element("html", &[("lang", context.words.lang)], |page| {
        head::write(page, context);
        page.element("body", &[], |page| body(page, context));
    });
    out.write_all(page.as_bytes())
}

fn body(page: &mut Markup, context: Context<'_>) {
    page.leaf("a", &[("class", "skip"), ("href", "#content")], context.words.skip);
    page.element("main", &[("id", "content")], |page| {
        opening::write(page, context);
        problems::write(page, context);
        scores::write(page, context);
        trend::write(page, context);
        datasets::write(page, context);
        joins::write(page, context);
        assessment::write(page, context);
        held::write(page, context);
        allowed::write(page, context);
        screening::write(page, context);
        definitions::write(page, context);
        provenance::write(page, context);
    });
}

/// A part of the page with its heading.
fn section(page: &mut Markup, id: &'static str, title: &str, inside: impl FnOnce(&mut Markup)) {
    page.element("section", &[("id", id)], |page| {
        page.leaf("h2", &[], title);
        inside(page);
    });
}

/// A table that may be wider than a small screen.
#[derive(Clone, Copy)]
struct Table<'a> {
    /// What it is called for who does not see it.
    label: &'a str,
    /// `sortable` and `filtered` let the script add what it takes.
    class: &'static str,
    /// The class of each column, and its head.
    heads: &'a [(&'a str, &'a str)],
}

/// Writes a table.
fn table(page: &mut Markup, context: Context<'_>, table: Table<'_>, rows: impl FnOnce(&mut Markup)) {
    let Table { label, class, heads } = table;
    let words = context.words;
    // A region that scrolls must be reached by the keyboard, too.
    page.element("div", &[("class", "scroll"), ("role", "region"), ("aria-label", label), ("tabindex", "0")], |page| {
        let mut attributes = vec![("class", class)];
        if class.contains("sortable") {
            attributes.push(("data-sort", words.sort));
        }
        if class.contains("filtered") {
            attributes.push(("data-filter", words.filter));
        }
        page.element("table", &attributes, |page| {
            page.element("thead", &[], |page| {
                page.element("tr", &[], |page| {
                    for (class, head) in heads {
                        page.leaf("th", &[("scope", "col"), ("class", class)], head);
                    }
                });
            });
            page.element("tbody", &[], rows);
        });
    });
}

/// Where a finding stands in the page.
fn finding_anchor(at: usize) -> String {
    format!("f{}", at + 1)
}

/// What a file is called where there is little room: its name without its folders.
fn short_name(file: &FileReport) -> &str {
    file.path.rsplit('/').next().unwrap_or(&file.path)
}
