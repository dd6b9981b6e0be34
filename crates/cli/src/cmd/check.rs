//! `munilint check`.

use crate::Outcome;
use crate::args::{Check, Scope};
use crate::changed::Changed;
use crate::formats;
use crate::held::{Held, Names};
use crate::inputs::{Sourced, Sources, sources};
use crate::metadata::Describing;
use crate::output::{self, Stop};
use crate::progress::{self, Watched};
use crate::project::{Flags, Project, Projects};
use crate::provenance;
use crate::reveal;
use crate::source::{self, Again};
use crate::trend;
use crate::words::Sentence;
use munilint_engine::{Checked, Checker, ConfigPlan, Plan, Run, VintageOf, report};
use munilint_model::{Date, FailOn, Language, Metadata, Problem, Report, TableSource, Trend, Unread, UnreadReason};
use munilint_render::OnTerminal;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// A source smaller than this is not worth sharing out among threads.
const WORTH_SHARING: u64 = 1 << 20;

const SECONDS_OF_A_DAY: u64 = 86_400;

/// Runs the command.
pub(crate) fn run(check: &Check, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let outputs = formats::outputs(check)?;
    let permission = reveal::permission(check)?;
    let changed = check.changed_since.as_ref().map(|revision| Changed::since(revision, &check.scope.paths));
    let changed = changed.transpose()?;
    let mut projects = projects(&check.scope)?;
    let here = here(&check.scope, &mut projects)?;
    let held = held(check, &here)?;
    let language = crate::language(lang, here.language);
    let names = held.as_ref().map(|held| &held.names);
    let describe = formats::describe(check, &outputs);
    let against = Against { held: held.as_ref(), names, changed: changed.as_ref(), describe };
    let Looked { mut report, sources, .. } = look(&check.scope, &mut projects, language, against)?;
    fail_on(check, &here, &mut report, &sources);
    if let Some(folder) = &check.trend {
        let (earlier, mut further) = trend::earlier(folder, language);
        report.problems.append(&mut further);
        report.problems.sort();
        report.trend = Some(Trend::of(&report, earlier));
    }
    if describe {
        report.provenance = provenance::provenance(&projects);
    }
    let again = Again::of(sources.iter().map(|sourced| &sourced.found));
    match permission {
        Some(proof) => show(proof, &report, &again)?,
        None => formats::write(&report, &outputs, check, &again)?,
    }
    output::terminal(false).problems(&report, &mut io::stderr().lock())?;
    Ok(outcome(&report))
}

/// What findings are held against.
#[derive(Clone, Copy)]
pub(crate) struct Against<'a> {
    /// A baseline.
    pub(crate) held: Option<&'a Held>,
    /// What sources are called in fingerprints.
    pub(crate) names: Option<&'a Names>,
    /// The files that are looked at.
    pub(crate) changed: Option<&'a Changed>,
    /// Fields are described.
    pub(crate) describe: bool,
}

/// What a run came to.
pub(crate) struct Looked {
    pub(crate) report: Report,
    /// What sources and configurations are called in fingerprints, by what is shown; those that are called otherwise.
    pub(crate) called: BTreeMap<Arc<str>, Arc<str>>,
    sources: Vec<Sourced>,
}

/// The projects of a run, none of them read yet.
pub(crate) fn projects(check: &Scope) -> Result<Projects, Stop> {
    Projects::new(Flags {
        select: check.select.clone(),
        ignore: check.ignore.clone(),
        config: check.config.clone(),
        profile: check.profile.clone(),
        today: check.today.or_else(today),
    })
}

/// The project whose settings are those of the run.
pub(crate) fn here(check: &Scope, projects: &mut Projects) -> Result<Arc<Project>, Stop> {
    projects.of(check.paths.first().map_or(Path::new("."), PathBuf::as_path))
}

/// Looks at everything, and reports.
pub(crate) fn look(
    check: &Scope,
    projects: &mut Projects,
    language: Language,
    against: Against<'_>,
) -> Result<Looked, Stop> {
    let Sources { sources, metadata, links, mut problems, mut unread } =
        sources(check, projects, language, against.changed)?;
    let (pool, threads) = pool(check)?;
    let length = |sourced: &Sourced| Some(std::fs::metadata(sourced.found.path.as_ref()?).ok()?.len());
    let total = sources.iter().filter_map(length).sum();
    let bar = progress::bar(total, language);
    let describe = against.describe.then_some(munilint_rules::vintage as VintageOf);
    let checker = Checker { language, threads, describe };
    let (of_metadata, done): (Vec<_>, Vec<_>) = pool.install(|| {
        let file = |file: Describing| file.check(&checker, against.names);
        let table = |sourced: &Sourced| check_one(sourced, checker, against.names, &bar);
        rayon::join(|| metadata.into_par_iter().map(file).collect(), || sources.par_iter().map(table).collect())
    });
    bar.finish_and_clear();
    let (metadata, of_metadata): (Vec<Metadata>, Vec<_>) = of_metadata.into_iter().unzip();
    let mut checked = Vec::new();
    for result in of_metadata {
        match result {
            Ok(one) => checked.push(one),
            Err(problem) => problems.push(problem),
        }
    }
    for (result, Sourced { found, .. }) in done.into_iter().zip(&sources) {
        match result {
            Ok(Some(one)) => checked.push(one),
            Ok(None) => unread.push(Unread { reason: UnreadReason::NoTable, path: Arc::clone(&found.name) }),
            Err(problem) => problems.push(problem),
        }
    }
    let configured = |project: &Project| project.configured(&check.paths, against.names);
    let configs: Vec<ConfigPlan> = projects.all().filter_map(configured).collect();
    let run = Run {
        language,
        configs: &configs,
        measured: Some(munilint_rules::measured),
        unread: &unread,
        baseline: against.held.map(|held| &held.baseline),
        gone: against.held.map_or(&[], |held| &held.gone),
        metadata: &metadata,
        links: &links,
        assess: Some(munilint_rules::metadata_scores),
    };
    let mut called: BTreeMap<_, _> =
        configs.iter().map(|config| (Arc::clone(&config.source), Arc::clone(&config.called))).collect();
    let of_source =
        |Sourced { found, .. }: &Sourced| Some((Arc::clone(&found.name), against.names?.of(found.path.as_ref()?)));
    called.extend(sources.iter().filter_map(of_source));
    Ok(Looked { report: report(run, checked, problems), called, sources })
}

/// As many threads as are asked for, and how many those are.
pub(crate) fn pool(check: &Scope) -> Result<(rayon::ThreadPool, usize), Stop> {
    let threads = match check.threads {
        Some(threads) => usize::from(threads),
        None => std::thread::available_parallelism().map_or(1, usize::from),
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    Ok((pool.map_err(|error| Sentence::Threads(error.to_string()))?, threads))
}

/// The day by the clock, in UTC; `None` when the clock stands before 1970.
fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(Date::since_1970(since.as_secs() / SECONDS_OF_A_DAY))
}

/// The baseline that the run is held against, by the flag or the configuration.
pub(crate) fn held(check: &Check, here: &Project) -> Result<Option<Held>, Stop> {
    let path = check.baseline.as_ref().or(here.baseline.as_ref()).filter(|_| !check.no_baseline);
    path.map(|path| Held::read(path)).transpose()
}

/// Tells from which severity findings fail, by the flag, or else for each file by its configuration.
pub(crate) fn fail_on(check: &Check, here: &Project, report: &mut Report, sources: &[Sourced]) {
    report.fail_on = check.fail_on.or(here.fail_on).unwrap_or_default();
    if check.fail_on.is_some() {
        return;
    }
    let of_source = |Sourced { found, project, .. }: &Sourced| {
        let fail_on = project.fail_on(found.path.as_deref().unwrap_or(Path::new("-")))?;
        Some((Arc::clone(&found.name), fail_on))
    };
    let by_source: BTreeMap<Arc<str>, FailOn> = sources.iter().filter_map(of_source).collect();
    for file in &mut report.files {
        file.fail_on = by_source.get(&file.path).copied();
    }
}

/// How the run ended.
pub(crate) fn outcome(report: &Report) -> Outcome {
    if !report.problems.is_empty() {
        Outcome::Incomplete
    } else if report.findings.iter().any(|finding| report.fails(finding)) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Writes the report to the terminal with what was found of persons, after saying so.
fn show(proof: OnTerminal, report: &Report, sources: &Again<'_>) -> Result<(), Stop> {
    let values = reveal::values(proof, report, sources);
    eprintln!("munilint: {}", munilint_render::before_values(report.language));
    let mut out = output::open(None)?;
    output::terminal(false).render_with(&values, report, &mut out)?;
    Ok(out.flush()?)
}

/// A checker for a source of so many bytes: a small one is not shared out.
pub(crate) fn shared(checker: Checker, length: Option<u64>) -> Checker {
    let is_small = length.is_some_and(|length| length < WORTH_SHARING);
    Checker { threads: if is_small { 1 } else { checker.threads }, ..checker }
}

/// Checks one source; `None` when it turns out to be no table. A panic is a problem of that source: the others go on.
fn check_one(
    sourced: &Sourced,
    checker: Checker,
    names: Option<&Names>,
    bar: &indicatif::ProgressBar,
) -> Result<Option<Checked>, Problem> {
    let Sourced { found, project, schema } = sourced;
    let problem = |what: Sentence| what.problem(&found.name, checker.language);
    let work = || -> io::Result<Option<Checked>> {
        let table = source::open(found)?;
        if source::is_prose(found, &table) {
            return Ok(None);
        }
        let schema = schema.as_ref().and_then(|schema| schema.of(table.context()));
        let called = found.path.as_ref().zip(names).map(|(path, names)| names.of(path));
        let plan = Plan { called, ..project.plan(found.path.as_deref().unwrap_or(Path::new("-")), schema) };
        let checker = shared(checker, table.length());
        let watched = Watched::new(&table, bar);
        let mut checked = checker.check(&plan, &watched as &dyn TableSource)?;
        if let (Some(_), Some(path)) = (checker.describe, &found.path) {
            checked.file.sha256 = Some(provenance::of_file(path)?);
        }
        Ok(Some(checked))
    };
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(checked)) => Ok(checked),
        Ok(Err(error)) => Err(problem(Sentence::CannotBeRead(error))),
        Err(_) => Err(problem(Sentence::NotFinished)),
    }
}
