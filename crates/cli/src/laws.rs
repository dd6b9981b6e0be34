//! The laws that every example of every page is held to, ours and users'.
//!
//! 1. A bad example gives exactly the findings that its page lists, a good one none.
//! 2. The cut does not show: runs of any size, any number of threads, and states that were written down and merged in any
//!    order give the same report, byte by byte.
//! 3. A fix gives the fixed example of each bad one that it changes; applied again it changes nothing, and nothing is found.
//! 4. The page is well formed: [`munilint_pack`] refuses it otherwise.

use crate::checksum;
use crate::fix_laws;
use crate::library::Library;
use munilint_engine::{Checked, Checker, Plan, PlannedRule, Planner, Run, Scan, report};
use munilint_metadata::{Reading, Written};
use munilint_model::{Batch, Body, Finding, Join, Language, Link, Metadata, Report, TableSource};
use munilint_pack::{Example, ExampleKind, Page};
use munilint_read::{Input, TextTable};
use munilint_render::place_line;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Sizes of a run, in bytes: about one, two, seven and 64 records, and the whole.
const RUNS: [usize; 6] = [1, 24, 96, 700, 4096, 1 << 20];

/// A source is cut into at most so many runs: one that is longer takes larger ones only.
const MOST_RUNS: usize = 4096;

/// Numbers of threads.
const THREADS: [usize; 3] = [1, 2, 8];

/// The day it is in examples.
const TODAY: &str = "2026-01-01";

/// The name of the block that holds an example's configuration.
const CONFIG: &str = "munilint.toml";

/// What examples are checked in.
const RUN: Run<'static> = Run {
    language: Language::En,
    configs: &[],
    measured: None,
    unread: &[],
    baseline: None,
    gone: &[],
    metadata: &[],
    links: &[],
    assess: None,
};

/// A law that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Line of the example in its page.
    pub line: usize,
    /// What is wrong.
    pub text: String,
}

/// Where examples are tried.
pub struct Courtroom {
    pool: rayon::ThreadPool,
}

impl Courtroom {
    /// A courtroom with eight threads.
    ///
    /// # Errors
    /// The threads cannot be started.
    pub fn new() -> Result<Self, rayon::ThreadPoolBuildError> {
        Ok(Courtroom { pool: rayon::ThreadPoolBuilder::new().num_threads(8).build()? })
    }

    /// Tries every example of a page.
    #[must_use]
    pub fn try_page(&self, page: &Page) -> Vec<Breach> {
        let mut breaches = fix_laws::breaches(page, &plan(page));
        for example in page.examples.iter().filter(|example| example.kind != ExampleKind::Fixed) {
            let plan = plan(page);
            let found = lines(page, &plan, example).unwrap_or_else(|error| vec![format!("not read: {error}")]);
            if found != example.findings {
                let text = format!("expected{}\n  but found{}", listed(&example.findings), listed(&found));
                breaches.push(Breach { line: example.line, text });
            }
            // Metadata is read whole.
            if metadata_of(&example.name, &example.bytes).is_none()
                && let Some(text) = self.cut_shows(&plan, &example.name, &example.bytes)
            {
                breaches.push(Breach { line: example.line, text });
            }
        }
        breaches
    }

    /// Law 2: says how the cut of `bytes` shows; `None` when it does not.
    #[must_use]
    pub fn cut_shows(&self, plan: &Plan, name: &str, bytes: &[u8]) -> Option<String> {
        let lines = bytes.iter().filter(|&&byte| byte == b'\n').count();
        let sizes: Vec<usize> = RUNS.into_iter().filter(|size| lines.min(bytes.len() / size) <= MOST_RUNS).collect();
        self.cut_shows_in_runs(plan, name, bytes, &sizes)
    }

    /// Law 2 with runs of `sizes` bytes only: for sources so long that runs of a record each take too long.
    #[must_use]
    pub fn cut_shows_in_runs(&self, plan: &Plan, name: &str, bytes: &[u8], sizes: &[usize]) -> Option<String> {
        let whole =
            self.pool.install(|| run(plan, name, bytes, whole_run(bytes), 1)).map_err(|error| error.to_string());
        for &size in sizes {
            for threads in THREADS {
                let cut =
                    self.pool.install(|| run(plan, name, bytes, size, threads)).map_err(|error| error.to_string());
                if cut != whole {
                    return Some(format!(
                        "the cut shows: runs of {size} bytes on {threads} threads give another report"
                    ));
                }
            }
            for order in [Order::Forward, Order::Backward, Order::Inside] {
                let merged = partitions(plan, name, bytes, size, order).map_err(|error| error.to_string());
                if merged != whole {
                    return Some(format!(
                        "the cut shows: parts of {size} bytes, merged {order:?}, give another report"
                    ));
                }
            }
        }
        None
    }
}

/// The order in which parts are merged.
#[derive(Clone, Copy, Debug)]
enum Order {
    Forward,
    Backward,
    Inside,
}

/// The plan that runs a page's own rule alone.
#[must_use]
pub fn plan(page: &Page) -> Plan {
    let rule = Arc::new(page.rule.clone());
    Plan {
        rules: vec![PlannedRule { options: rule.options.clone(), severity: None, max: None, rule }],
        ..Plan::default()
    }
}

/// A size of run that takes in all of `bytes`.
fn whole_run(bytes: &[u8]) -> usize {
    2 * bytes.len() + 1024
}

fn open(name: &str, bytes: &[u8], size: usize) -> io::Result<TextTable> {
    TextTable::open_in_runs(&Arc::from(name), Input::memory(bytes.to_vec()), size)
}

/// Everything that is said of `bytes`: the report as JSON, and its fields as formats that describe them tell it.
fn run(plan: &Plan, name: &str, bytes: &[u8], size: usize, threads: usize) -> io::Result<Vec<u8>> {
    let table = open(name, bytes, size)?;
    let checker = Checker { language: Language::En, threads, describe: Some(munilint_rules::vintage) };
    json(checker.check(plan, &table)?)
}

fn json(checked: munilint_engine::Checked) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let report = report(RUN, vec![checked], Vec::new());
    munilint_render::json(&report, &mut out)?;
    io::Write::write_fmt(&mut out, format_args!("{:?}", report.files))?;
    Ok(out)
}

/// The report on `bytes` when every run is folded by itself, its state written down, read again and merged.
fn partitions(plan: &Plan, name: &str, bytes: &[u8], size: usize, order: Order) -> io::Result<Vec<u8>> {
    let table = open(name, bytes, size)?;
    let scan = Scan::new(plan, &table)?.describing();
    let mut states = Vec::new();
    let mut batch = Batch::default();
    while table.fill(&mut batch)? {
        let mut state = scan.start();
        scan.update(&mut state, &batch);
        states.push(scan.save(&state).map_err(io::Error::other)?);
    }
    match order {
        Order::Forward => {}
        Order::Backward => states.reverse(),
        Order::Inside => {
            let half = states.len() / 2;
            states.rotate_left(half);
        }
    }
    let mut joined = scan.start();
    for state in states {
        scan.merge(&mut joined, scan.load(&state).map_err(io::Error::other)?);
    }
    let checker = Checker { language: Language::En, threads: 1, describe: Some(munilint_rules::vintage) };
    json(checker.judge(plan, scan.finish(joined, &table), &table))
}

/// What a page's rule finds in an example and the files beside it, one line each.
fn lines(page: &Page, plan: &Plan, example: &Example) -> io::Result<Vec<String>> {
    let has_config = example.beside.iter().any(|(name, _)| name == CONFIG);
    let Report { findings, joins, .. } = match page.rule.body {
        Body::Config(_) => configured(page, example)?,
        _ if has_config => configured(page, example)?,
        _ => Held::of(example, &|_| plan.clone())?.report(RUN),
    };
    let line = |finding: &Finding| {
        let line = place_line(finding, page.rule.severity, page.rule.confidence);
        if example.beside.is_empty() { line } else { format!("{}: {line}", finding.source) }
    };
    Ok(findings.iter().map(line).chain(joins.iter().map(join_line)).collect())
}

/// An example and the files beside it, checked.
struct Held {
    checked: Vec<Checked>,
    metadata: Vec<Metadata>,
    links: Vec<Link>,
}

impl Held {
    fn of(example: &Example, plan: &dyn Fn(&str) -> Plan) -> io::Result<Held> {
        let checker = Checker { language: Language::En, threads: 1, describe: None };
        let (mut checked, mut described, mut tables) = (Vec::new(), Vec::new(), Vec::new());
        for (name, bytes) in std::iter::once((&example.name, &example.bytes)).chain(files(example)) {
            match metadata_of(name, bytes) {
                Some(Reading { mut metadata, parsed }) => {
                    let all = || std::iter::once((&example.name, &example.bytes)).chain(files(example));
                    let beside = |path: &str| all().find(|(name, _)| *name == path).map(|(_, bytes)| bytes.clone());
                    let is_there = |path: &str| all().any(|(name, _)| *name == path.trim_start_matches("./"));
                    let written = Written { name, text: bytes, beside: &beside, is_there: &is_there };
                    parsed.validate(&metadata, &written).tell(&mut metadata);
                    checked.push(checker.check_metadata(&plan(name), &metadata, bytes));
                    described.push(metadata);
                }
                None => {
                    checked.push(checker.check(&plan(name), &open(name, bytes, whole_run(bytes))?)?);
                    tables.push(Arc::from(name.as_str()));
                }
            }
        }
        let mut links = munilint_metadata::link(&described, &tables);
        let all = || std::iter::once((&example.name, &example.bytes)).chain(files(example));
        let bytes = |link: &Link| all().find(|(name, _)| *name == &*link.source).map(|(_, bytes)| bytes.as_slice());
        checksum::add(&described.iter().collect::<Vec<_>>(), &mut links, bytes);
        Ok(Held { checked, metadata: described, links })
    }

    fn report(self, run: Run<'_>) -> Report {
        report(Run { metadata: &self.metadata, links: &self.links, ..run }, self.checked, Vec::new())
    }
}

/// The tables and metadata beside an example.
fn files(example: &Example) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    example.beside.iter().map(|(name, bytes)| (name, bytes)).filter(|(name, _)| *name != CONFIG)
}

/// What an example describes, when it is metadata.
fn metadata_of(name: &str, bytes: &[u8]) -> Option<Reading> {
    let path = Path::new(name);
    munilint_metadata::may_be(path).then(|| munilint_metadata::read(path, &Arc::from(name), bytes))?
}

/// What a rule over configurations finds: the example is checked by all built-in rules, as its configuration says.
fn configured(page: &Page, example: &Example) -> io::Result<Report> {
    let text = example.beside.iter().find(|(name, _)| name == CONFIG).map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let text = text.ok_or_else(|| io::Error::other(format!("no ```toml beside name={CONFIG} block follows it")))?;
    let mut library = Library::new().map_err(|fault| io::Error::other(fault.to_string()))?;
    let config =
        munilint_pack::config(CONFIG, &text, &library.config).map_err(|fault| io::Error::other(fault.to_string()))?;
    let rulebook = library.rulebook(&[]).map_err(|stop| io::Error::other(format!("{stop:?}")))?;
    let planner = Planner::new(Arc::new(rulebook), config, None, TODAY.parse().ok()).map_err(io::Error::other)?;
    let configs = [planner.of_config(Path::new(CONFIG), Arc::from(CONFIG), vec![PathBuf::new()])];
    let held = Held::of(example, &|name| planner.plan(Path::new(name)))?;
    let mut report = held.report(Run { configs: &configs, ..RUN });
    report.findings.retain(|finding| finding.rule == page.rule.id);
    report.joins.clear();
    Ok(report)
}

/// How two keys join, in a line: `a.csv "region", b.csv "nr": 1 of 3 rows match, 2 of 3 after safe fixes: …`.
fn join_line(join: &Join) -> String {
    let Join { left, right, rows, today, after, .. } = join;
    let reasons: String = join.reasons.iter().map(|reason| format!("; {reason}")).collect();
    format!(
        "{} \"{}\", {} \"{}\": {today} of {rows} rows match, {after} after safe fixes{reasons}",
        left.source, left.field, right.source, right.field
    )
}

fn listed(lines: &[String]) -> String {
    if lines.is_empty() {
        return " nothing".to_owned();
    }
    lines.iter().fold(String::new(), |mut text, line| {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n    {line}");
        text
    })
}

/// The page with what is found now in its `findings` blocks, and what is mended in those that follow, for a person to read in the diff.
#[must_use]
pub fn updated(page: &Page, text: &str) -> String {
    let plan = plan(page);
    let mut out = text.to_owned();
    for example in page.examples.iter().rev() {
        if let Some((span, block)) = fix_laws::updated(page, &plan, example, text) {
            out.replace_range(span, &block);
        }
        if let (Some(span), Ok(found)) = (&example.findings_span, lines(page, &plan, example)) {
            let mut block = found.join("\n");
            if !block.is_empty() {
                block.push('\n');
            }
            out.replace_range(span.clone(), &block);
        }
    }
    out
}
