//! What was checked and what was not.

use crate::html::markup::Markup;
use crate::html::opening::capital;
use crate::html::{Context, Table, section, table};
use crate::words::fill;
use munilint_model::{Detector, UnreadReason};

/// So many files or fields of one kind are named.
const NAMED: usize = 12;

/// Writes what was looked for, and what was left out.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let (words, report) = (context.words, context.report);
    section(page, "screening", words.screening, |page| {
        let rules = report.files.iter().map(|file| file.rules.len() as u64).max().unwrap_or(0);
        let counts = [
            ("rules", words.counted(&words.rule, rules)),
            ("files", words.counted(&words.file, report.files.len() as u64)),
            ("rows", words.counted(&words.row, report.rows())),
        ];
        let counts = counts.each_ref().map(|(name, text)| (*name, &**text));
        page.leaf("p", &[("class", "lead")], &fill(words.checked, &counts));
        page.leaf("p", &[], words.screening_lead);
        for profile in &report.screening.profiles {
            let text = format!("{}: {} ({})", words.profile, profile.stated_by, profile.basis);
            page.leaf("p", &[("class", "aside")], &text);
        }
        left_out(page, context);
        detectors(page, context);
    });
}

fn detectors(page: &mut Markup, context: Context<'_>) {
    let (words, detectors) = (context.words, &context.report.screening.detectors);
    if detectors.is_empty() {
        return;
    }
    let heads = words.looked_heads.map(|head| ("", head));
    table(
        page,
        context,
        Table { label: words.looked_heads[0], class: "looked-for sortable filtered", heads: &heads },
        |page| {
            for detector in detectors {
                page.element("tr", &[], |page| {
                    page.element("th", &[("scope", "row")], |page| {
                        page.text(&capital(&context.thing(&detector.rule)));
                        page.element("span", &[("class", "gloss")], |page| page.leaf("code", &[], &detector.rule));
                    });
                    page.leaf("td", &[], &measured(context, detector));
                });
            }
        },
    );
}

/// How much of what is labelled was found, over all kinds of values.
fn measured(context: Context<'_>, detector: &Detector) -> String {
    let words = context.words;
    let values: u64 = detector.measured.iter().map(|kind| kind.values).sum();
    if values == 0 {
        return words.unmeasured.to_owned();
    }
    // Weighed by how many values there are of each kind.
    let mean = |share: fn(&munilint_model::Measured) -> f64| {
        let sum: f64 = detector.measured.iter().map(|kind| share(kind) * kind.values as f64).sum();
        words.share((sum * 1000.0).round() as u64, values * 1000)
    };
    let figures = [
        ("recall", mean(|kind| kind.recall)),
        ("precision", mean(|kind| kind.precision)),
        ("values", context.number(values)),
    ];
    fill(words.measured, &figures.each_ref().map(|(name, text)| (*name, &**text)))
}

/// Rules, files and fields that were left out.
fn left_out(page: &mut Markup, context: Context<'_>) {
    let (words, screening) = (context.words, &context.report.screening);
    page.leaf("h3", &[], words.not_looked);
    let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
    kinds.push((words.left_out, screening.left_out.iter().map(|rule| context.thing(rule)).collect()));
    let fields = screening.unseen.iter().map(|unseen| {
        let field = words.language.field_name(unseen.field.cut(60), unseen.column);
        let field = context.quoted(field.as_str());
        if context.report.files.len() == 1 { field } else { format!("{}: {field}", unseen.source) }
    });
    kinds.push((words.unseen, fields.collect()));
    for (limit, given_up) in screening.given_up() {
        let named = given_up.iter().map(|one| format!("{} ({})", context.thing(&one.rule), one.source));
        kinds.push((context.shared.limit(limit).trim_end_matches('.'), named.collect()));
    }
    let reasons = [UnreadReason::Excluded, UnreadReason::OtherKind, UnreadReason::NoTable, UnreadReason::Unchanged];
    for (title, reason) in words.unread.into_iter().zip(reasons) {
        let files = screening.unread.iter().filter(|unread| unread.reason == reason);
        kinds.push((title, files.map(|unread| unread.path.to_string()).collect()));
    }
    let problems = context.report.problems.iter().filter_map(|problem| problem.path.as_deref());
    kinds.push((words.unread_to_end, problems.map(str::to_owned).collect()));
    kinds.retain(|(_, names)| !names.is_empty());
    if kinds.is_empty() {
        page.leaf("p", &[], words.all_looked);
        return;
    }
    page.element("dl", &[("class", "terms")], |page| {
        for (title, names) in &kinds {
            page.element("div", &[], |page| {
                page.leaf("dt", &[], title);
                page.leaf("dd", &[], &list(context, names));
            });
        }
    });
}

/// The first names, and how many more there are.
fn list(context: Context<'_>, names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMED);
    if more == 0 {
        return context.shared.list(names);
    }
    let more = fill(context.words.more, &[("count", &context.number(more as u64))]);
    format!("{} {more}", names[..NAMED].join(", "))
}
