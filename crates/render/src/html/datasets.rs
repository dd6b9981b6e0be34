//! The datasets: a table of them when there are several, then each by itself.

use crate::html::markup::Markup;
use crate::html::{Context, Table, completeness, distributions, findings, icon, section, table, variables, vintages};
use munilint_model::{FileReport, Finding, Severity, Verdict};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Of so many datasets each is shown at once; of more, those that are opened.
const SHOWN: usize = 3;

/// A file that was looked at, or something else that findings are about: a configuration.
pub(crate) struct Dataset<'a> {
    pub(crate) path: &'a str,
    pub(crate) file: Option<&'a FileReport>,
    /// With where they stand in the report.
    pub(crate) findings: Vec<(usize, &'a Finding)>,
    anchor: String,
}

impl Dataset<'_> {
    fn verdict(&self) -> Option<Verdict> {
        self.file.map(|file| file.verdict)
    }

    fn count(&self, severity: Severity) -> u64 {
        self.findings.iter().filter(|(_, finding)| finding.severity == severity).count() as u64
    }
}

/// Every dataset, the worst first.
fn datasets<'a>(context: Context<'a>) -> Vec<Dataset<'a>> {
    let report = context.report;
    let files: BTreeSet<&str> = report.files.iter().map(|file| &*file.path).collect();
    let named = report.files.iter().map(|file| (&*file.path, Some(file)));
    let mut findings: BTreeMap<&str, Vec<(usize, &Finding)>> = BTreeMap::new();
    for (at, finding) in report.findings.iter().enumerate() {
        findings.entry(&finding.source).or_default().push((at, finding));
    }
    let others = findings.keys().copied().filter(|path| !files.contains(path));
    let all = named.chain(others.map(|path| (path, None))).enumerate();
    let mut all: Vec<Dataset<'a>> = all
        .map(|(at, (path, file))| Dataset {
            path,
            file,
            findings: findings.get(path).cloned().unwrap_or_default(),
            anchor: format!("d{}", at + 1),
        })
        .collect();
    // What is no file, a configuration, comes last.
    all.sort_by_cached_key(|one| {
        let counts = [Severity::Error, Severity::Warning].map(|severity| Reverse(one.count(severity)));
        (one.file.is_none(), one.verdict(), counts, one.path)
    });
    all
}

/// Writes the datasets.
pub(crate) fn write(page: &mut Markup, context: Context<'_>) {
    let all = datasets(context);
    if all.is_empty() {
        return;
    }
    let title = if all.len() == 1 { context.words.dataset } else { context.words.datasets };
    section(page, "datasets", title, |page| {
        if let [only] = &all[..] {
            page.element("div", &[("class", "only")], |page| {
                page.leaf("h3", &[], only.path);
                standing(page, context, only);
            });
            inside(page, context, only);
            return;
        }
        list(page, context, &all);
        for dataset in &all {
            let mut attributes = vec![("class", "dataset"), ("id", &*dataset.anchor)];
            if all.len() <= SHOWN {
                attributes.push(("open", ""));
            }
            page.element("details", &attributes, |page| {
                page.element("summary", &[], |page| {
                    page.leaf("h3", &[], dataset.path);
                    page.element("span", &[("class", "standing")], |page| standing(page, context, dataset));
                });
                inside(page, context, dataset);
            });
        }
    });
}

fn list(page: &mut Markup, context: Context<'_>, all: &[Dataset<'_>]) {
    let words = context.words;
    let names = Severity::GRAVEST_FIRST.map(|severity| super::opening::capital(words.severity(severity)[1]));
    let [rows, fields] = [&words.row, &words.field].map(|noun| super::opening::capital(noun[1]));
    let heads = [
        ("", words.dataset),
        ("", words.verdict),
        ("figure", &*names[0]),
        ("figure", &*names[1]),
        ("figure", &*names[2]),
        ("figure", &*rows),
        ("figure", &*fields),
    ];
    table(page, context, Table { label: words.datasets, class: "list sortable filtered", heads: &heads }, |page| {
        for dataset in all {
            page.element("tr", &[], |page| {
                page.element("th", &[("scope", "row")], |page| {
                    page.leaf("a", &[("href", &format!("#{}", dataset.anchor))], dataset.path);
                });
                page.element("td", &[("class", "standing")], |page| standing(page, context, dataset));
                for severity in Severity::GRAVEST_FIRST {
                    figure(page, context, Some(dataset.count(severity)));
                }
                figure(page, context, dataset.file.map(|file| file.rows));
                figure(page, context, dataset.file.map(|file| u64::from(file.fields)));
            });
        }
    });
}

/// A count in a table; a dash for none.
fn figure(page: &mut Markup, context: Context<'_>, count: Option<u64>) {
    let text = count.map_or_else(|| "–".to_owned(), |count| context.number(count));
    let value = count.unwrap_or(0).to_string();
    page.leaf("td", &[("class", "figure"), ("data-value", &value)], &text);
}

fn standing(page: &mut Markup, context: Context<'_>, dataset: &Dataset<'_>) {
    let Some(verdict) = dataset.verdict() else { return };
    page.element("span", &[("class", &format!("verdict {}", verdict.name()))], |page| {
        icon::verdict(page, verdict);
        page.text(context.words.verdict(verdict));
    });
}

/// How a file was read, with its delimiter in quotes: `csv · delimiter “;” · utf-8`.
fn read_as(context: Context<'_>, file: &FileReport) -> String {
    let parts = file.read_as.split_once(", ").and_then(|(format, rest)| Some((format, rest.rsplit_once(", ")?)));
    match parts {
        Some((format, (delimiter, encoding))) if delimiter.chars().count() == 1 => {
            format!("{format} · {} {} · {encoding}", context.words.delimiter, context.quoted(delimiter))
        }
        _ => file.read_as.clone(),
    }
}

fn inside(page: &mut Markup, context: Context<'_>, dataset: &Dataset<'_>) {
    if let Some(file) = dataset.file {
        let words = context.words;
        let (rows, fields) =
            (words.counted(&words.row, file.rows), words.counted(&words.field, u64::from(file.fields)));
        let bytes = context.number(file.bytes);
        let read_as = format!("{rows} · {fields} · {bytes} {} · {}", words.bytes, read_as(context, file));
        page.leaf("p", &[("class", "read-as")], &read_as);
    }
    findings::write(page, context, dataset);
    if let Some(file) = dataset.file {
        completeness::write(page, context, file);
        vintages::write(page, context, file);
        variables::write(page, context, file);
        distributions::write(page, context, file);
    }
}
