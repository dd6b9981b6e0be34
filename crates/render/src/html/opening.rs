//! What a reader sees first: may the data be shared, what stops it, what to mend first.

use crate::html::head::subject;
use crate::html::markup::Markup;
use crate::html::words::Noun;
use crate::html::{Context, finding_anchor, icon};
use crate::words::fill;
use munilint_model::{Advice, Dimension, Finding, Screening, Severity, Verdict};
use std::collections::BTreeMap;

/// So many things that stand in the way are named.
const NAMED: usize = 5;

/// So many fields of one thing are named.
const FIELDS: usize = 3;

/// What is best known of all that may be looked for: it is named when there are too many to name.
const BEST_KNOWN: [&str; 5] = ["national-identity-number", "person-name", "home-address", "telephone", "small-count"];

/// Writes the first screen.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let words = context.words;
    page.element("header", &[("class", "opening")], |page| {
        page.element("p", &[("class", "kicker")], |page| {
            page.text(words.kicker);
            page.leaf("span", &[("class", "subject")], &subject(context));
        });
        page.leaf("h1", &[], words.question);
        answer(page, context);
        figures(page, context);
    });
    page.element("div", &[("class", "opening-columns")], |page| {
        in_the_way(page, context);
        first(page, context);
    });
    looked_for(page, context);
}

fn answer(page: &mut Markup, context: Context<'_>) {
    let verdict = context.report.verdict;
    let [answer, reason] = context.words.answer(verdict);
    let findings = &context.report.findings;
    let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    let tells_of_persons = findings.iter().any(|finding| finding.dimension == Dimension::Privacy);
    let reason = match verdict {
        Verdict::Unready if !has_errors => context.words.maybe_persons,
        Verdict::Clear if tells_of_persons => context.words.clear_with_notes,
        _ => reason,
    };
    page.element("div", &[("class", &format!("answer {}", verdict.name()))], |page| {
        icon::verdict(page, verdict);
        page.element("div", &[], |page| {
            page.leaf("p", &[("class", "says")], answer);
            page.leaf("p", &[("class", "because")], reason);
        });
    });
}

/// How much was looked at, and how much was found.
fn figures(page: &mut Markup, context: Context<'_>) {
    let (report, words) = (context.report, context.words);
    let summary = report.summary();
    page.element("ul", &[("class", "figures")], |page| {
        let mut figure = |class: &str, severity: Option<Severity>, count: u64, noun: &Noun| {
            page.element("li", &[("class", class)], |page| {
                page.leaf("span", &[("class", "count")], &context.number(count));
                page.element("span", &[("class", "noun")], |page| {
                    if let Some(severity) = severity {
                        icon::severity(page, severity);
                    }
                    page.text(noun[usize::from(count != 1)]);
                });
            });
        };
        for severity in Severity::GRAVEST_FIRST {
            figure(severity.name(), Some(severity), summary.count(severity), words.severity(severity));
        }
        figure("", None, report.files.len() as u64, &words.file);
        figure("", None, report.rows(), &words.row);
        figure("", None, report.files.iter().map(|file| u64::from(file.fields)).sum(), &words.field);
    });
}

/// What stands in the way of sharing, one line for each rule and file.
fn in_the_way(page: &mut Markup, context: Context<'_>) {
    let report = context.report;
    let mut things: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, finding) in report.findings.iter().enumerate().filter(|(_, finding)| report.verdict.rests_on(finding)) {
        things.entry((&*finding.rule, &*finding.source)).or_default().push(at);
    }
    if things.is_empty() {
        return;
    }
    let mut things: Vec<Vec<usize>> = things.into_values().collect();
    let cells = |these: &Vec<usize>| these.iter().map(|&at| report.findings[at].seen.count).sum::<u64>();
    things.sort_by_key(|these| {
        let gravest = these.iter().map(|&at| report.findings[at].severity).max();
        (std::cmp::Reverse(gravest), std::cmp::Reverse(cells(these)), these[0])
    });
    page.element("section", &[("class", "stops"), ("aria-labelledby", "stops")], |page| {
        page.leaf(
            "h2",
            &[("id", "stops")],
            if report.verdict == Verdict::Stopped { context.words.stops } else { context.words.unready },
        );
        page.element("ul", &[], |page| {
            for these in things.iter().take(NAMED) {
                page.element("li", &[], |page| thing(page, context, these));
            }
        });
        if things.len() > NAMED {
            let more = context.number((things.len() - NAMED) as u64);
            page.element("p", &[("class", "more")], |page| {
                page.leaf("a", &[("href", "#datasets")], &fill(context.words.more, &[("count", &more)]));
            });
        }
    });
}

/// `Fødselsnummer` in field «fnr»: 12 celler.
fn thing(page: &mut Markup, context: Context<'_>, these: &[usize]) {
    let findings: Vec<&Finding> = these.iter().map(|&at| &context.report.findings[at]).collect();
    let gravest = findings[0];
    let title = title(context, gravest);
    icon::severity(page, gravest.severity);
    page.element("div", &[], |page| {
        let href = format!("#{}", finding_anchor(these[0]));
        page.element("a", &[("class", "thing"), ("href", &href)], |page| page.prose(&title));
        page.leaf("span", &[("class", "where")], &place(context, &findings));
    });
}

/// What is found of persons in a word or two, whose evidence stands with the finding; else what the finding says.
fn title(context: Context<'_>, finding: &Finding) -> String {
    let family = finding.family();
    if Screening::is_about(family) { capital(&context.thing(&finding.rule)) } else { finding.text.clone() }
}

/// Where findings are: the file, when there are several, and the fields.
fn place(context: Context<'_>, findings: &[&Finding]) -> String {
    let words = context.words;
    let mut parts = Vec::new();
    if context.report.files.len() != 1 {
        parts.extend(findings.first().map(|finding| finding.source.to_string()));
    }
    let mut fields: Vec<String> = findings
        .iter()
        .filter_map(|finding| finding.field_in(words.language))
        .map(|name| context.quoted(name.as_str()))
        .collect();
    fields.dedup();
    let more = fields.len().saturating_sub(FIELDS);
    fields.truncate(FIELDS);
    if !fields.is_empty() {
        let more = if more > 0 {
            format!(" {}", fill(words.more, &[("count", &context.number(more as u64))]))
        } else {
            String::new()
        };
        parts.push(format!("{} {}{more}", words.field[usize::from(fields.len() > 1)], fields.join(", ")));
    }
    parts.join(" · ")
}

fn first(page: &mut Markup, context: Context<'_>) {
    let words = context.words;
    page.element("section", &[("class", "first"), ("aria-labelledby", "first")], |page| {
        page.leaf("h2", &[("id", "first")], words.first);
        if context.report.first.is_empty() {
            page.leaf("p", &[], words.nothing_first);
            return;
        }
        page.element("ol", &[], |page| {
            for advice in &context.report.first {
                page.element("li", &[], |page| one(page, context, advice));
            }
        });
    });
}

/// One thing to mend: what, where, how, and what it gains.
fn one(page: &mut Markup, context: Context<'_>, advice: &Advice) {
    let findings: Vec<&Finding> = advice.findings.iter().filter_map(|&at| context.report.findings.get(at)).collect();
    let (Some(gravest), Some(&at)) = (findings.first(), advice.findings.first()) else { return };
    let href = format!("#{}", finding_anchor(at));
    page.element("p", &[("class", "what")], |page| {
        page.element("a", &[("href", &href)], |page| page.prose(&title(context, gravest)));
    });
    page.leaf("p", &[("class", "where")], &place(context, &findings));
    page.element("p", &[("class", "how")], |page| page.prose(&gravest.help));
    page.element("p", &[("class", "gain")], |page| {
        if advice.stops {
            page.leaf("span", &[("class", "tag")], context.words.stops_sharing);
        }
        page.leaf("span", &[], &gain(context, advice));
    });
}

fn gain(context: Context<'_>, advice: &Advice) -> String {
    let words = context.words;
    let Some([now, then]) = advice.gain.filter(|[now, then]| now.sound < then.sound) else {
        return words.no_gain.to_owned();
    };
    let [dimension, _] = words.dimension(now.dimension);
    let [from, to] = [now.points(), then.points()];
    let (text, from, to) = if from == to { (words.gain_units, now.sound, then.sound) } else { (words.gain, from, to) };
    let (from, to, units) = (context.number(from), context.number(to), context.number(now.units));
    fill(text, &[("dimension", dimension), ("from", &from), ("to", &to), ("units", &units)])
}

/// What was looked for of persons; never that there is none.
fn looked_for(page: &mut Markup, context: Context<'_>) {
    let words = context.words;
    let rules: Vec<&str> = context.report.screening.detectors.iter().map(|detector| &*detector.rule).collect();
    let is_known = |rule: &&&str| BEST_KNOWN.iter().any(|known| rule.ends_with(&format!("/{known}")));
    let mut named: Vec<&&str> = rules.iter().filter(is_known).collect();
    if named.is_empty() {
        named = rules.iter().take(BEST_KNOWN.len()).collect();
    }
    let things: Vec<String> = named.into_iter().map(|rule| context.thing(rule)).collect();
    page.element("p", &[("class", "looked")], |page| {
        if rules.is_empty() {
            page.text(words.looked_for_nothing);
        } else {
            let kinds = context.number(rules.len() as u64);
            page.text(&fill(words.looked_for, &[("kinds", &kinds), ("things", &context.shared.list(&things))]));
        }
        page.text(" ");
        page.leaf("a", &[("href", "#screening")], words.to_screening);
        page.text(".");
    });
}

/// The text with a capital letter first.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
