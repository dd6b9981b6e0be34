//! All built-in rules at work on bytes in memory, as the command sets them to work on a file.

use crate::{root, shown, tables};
use munilint::Library;
use munilint_engine::{Checked, Checker, Plan, Planner, Run, report};
use munilint_model::{Config, Finding, Language, Report, Rulebook};
use munilint_pack::Page;
use munilint_read::{Input, TextTable};
use munilint_render::place_line;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Every built-in page.
///
/// # Panics
/// A page is not well formed.
#[must_use]
pub fn pages() -> Vec<Page> {
    let library = Library::new().unwrap_or_else(|fault| panic!("{fault:?}"));
    library.built_in().unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Every built-in rule, with the settings of its page.
pub struct Rules {
    rulebook: Arc<Rulebook>,
    planner: Planner,
}

impl Rules {
    /// Loads every built-in rule.
    ///
    /// # Panics
    /// A page is not well formed.
    #[must_use]
    pub fn all() -> Self {
        let mut rulebook = Rulebook::default();
        for page in pages() {
            rulebook.insert(page.rule);
        }
        let rulebook = Arc::new(rulebook);
        let planner = Planner::new(Arc::clone(&rulebook), Config::default(), None, None);
        Rules { rulebook, planner: planner.unwrap_or_else(|error| panic!("{error}")) }
    }

    /// The plan of all rules for a file.
    #[must_use]
    pub fn plan(&self, name: &str) -> Plan {
        self.planner.plan(Path::new(name))
    }

    /// Checks `bytes`, shown as `name`.
    ///
    /// # Panics
    /// The bytes cannot be read: bad data must never do that.
    #[must_use]
    pub fn check(&self, name: &str, bytes: &[u8], language: Language) -> Checked {
        self.checked(name, bytes, Checker { language, threads: 1, describe: None })
    }

    /// As [`Rules::check`], with what formats that describe fields ask for.
    ///
    /// # Panics
    /// As [`Rules::check`].
    #[must_use]
    pub fn describe(&self, name: &str, bytes: &[u8], language: Language) -> Checked {
        self.checked(name, bytes, Checker { language, threads: 1, describe: Some(|_| None) })
    }

    fn checked(&self, name: &str, bytes: &[u8], checker: Checker) -> Checked {
        let table = TextTable::open(&Arc::from(name), Input::memory(bytes.to_vec()));
        let table = table.unwrap_or_else(|error| panic!("{name}: {error}"));
        checker.check(&self.plan(name), &table).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// What is found in `bytes`, one line each: `name: rule: row 2, field "x": text`, in the order of the report.
    /// `name` is shown as the file.
    #[must_use]
    pub fn lines(&self, name: &str, bytes: &[u8]) -> Vec<String> {
        let checked = self.check(name, bytes, Language::En);
        checked.findings.iter().map(|finding| format!("{name}: {}: {}", finding.rule, self.line(finding))).collect()
    }

    fn line(&self, finding: &Finding) -> String {
        let (severity, confidence) =
            self.rulebook.get(&finding.rule).map(|rule| (rule.severity, rule.confidence)).unwrap_or_default();
        place_line(finding, severity, confidence)
    }
}

/// The report on what was checked, as `--format json` writes it.
///
/// # Panics
/// Never: memory takes everything.
#[must_use]
pub fn json(language: Language, checked: Vec<Checked>) -> Vec<u8> {
    let mut out = Vec::new();
    munilint_render::json(&report_on(language, checked), &mut out)
        .unwrap_or_else(|error| panic!("a Vec takes everything: {error}"));
    out
}

/// The report on what was checked.
#[must_use]
pub fn report_on(language: Language, checked: Vec<Checked>) -> Report {
    report(Run { language, ..Run::default() }, checked, Vec::new())
}

/// Every table that the repository has, and every example of every page: the name with the bytes.
///
/// # Panics
/// A table cannot be read.
#[must_use]
pub fn sources() -> Vec<(String, Vec<u8>)> {
    let mut sources = Vec::new();
    for folder in ["examples", "tests/corpus", "tests/suites"] {
        let read = |path: &PathBuf| (shown(path), fs::read(path).unwrap_or_else(|error| panic!("{error}")));
        sources.extend(tables(&root().join(folder)).iter().map(read));
    }
    for page in pages() {
        let named = |line| format!("rules/{}.md:{line}", page.rule.id);
        sources.extend(page.examples.iter().map(|example| (named(example.line), example.bytes.clone())));
    }
    assert!(sources.len() > 400, "{}", sources.len());
    sources
}

/// The names that a message asks for: `{name}`, and not `{one|many}`.
#[must_use]
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    let slots = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    slots.map(|(slot, _)| slot).filter(|slot| !slot.is_empty() && !slot.contains('|')).collect()
}
