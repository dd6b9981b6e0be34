//! `munilint check`.

use crate::Outcome;
use crate::args::Check;
use crate::formats;
use crate::output::{self, Stop};
use crate::progress::{self, Watched};
use crate::project::{Flags, Project, Projects};
use crate::reveal;
use crate::schemas::{Describing, Schemas};
use crate::source::{self, Again};
use munilint_engine::{Checked, Checker, ConfigPlan, Run, VintageOf, report};
use munilint_model::{Date, FailOn, Language, Problem, Report, TableSource, Unread, UnreadReason};
use munilint_read::Found;
use munilint_render::OnTerminal;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// A source smaller than this is not worth sharing out among threads.
const WORTH_SHARING: u64 = 1 << 20;

const SECONDS_OF_A_DAY: u64 = 86_400;

/// Runs the command.
pub(crate) fn run(check: &Check, lang: Option<Language>) -> Result<Outcome, Stop> {
    let outputs = formats::outputs(check)?;
    let permission = reveal::permission(check)?;
    let flags = Flags {
        select: check.select.clone(),
        ignore: check.ignore.clone(),
        config: check.config.clone(),
        profile: check.profile.clone(),
        today: check.today.or_else(today),
    };
    let mut projects = Projects::new(flags)?;
    let here = projects.of(check.paths.first().map_or(Path::new("."), PathBuf::as_path))?;
    let language = crate::language(lang, here.language);
    let Sources { sources, mut problems, mut unread } = sources(check, &mut projects)?;
    let threads = match check.threads {
        Some(threads) => usize::from(threads),
        None => std::thread::available_parallelism().map_or(1, usize::from),
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Stop::Text(format!("threads cannot be started: {error}")))?;
    let length = |sourced: &Sourced| Some(std::fs::metadata(sourced.found.path.as_ref()?).ok()?.len());
    let total = sources.iter().filter_map(length).sum();
    let bar = progress::bar(total);
    let describe = formats::describe_fields(&outputs).then_some(munilint_rules::vintage as VintageOf);
    let done: Vec<Result<Option<Checked>, Problem>> = pool.install(|| {
        let one = |sourced: &Sourced| check_one(sourced, Checker { language, threads, describe }, &bar);
        sources.par_iter().map(one).collect()
    });
    bar.finish_and_clear();
    let mut checked = Vec::new();
    for (result, Sourced { found, .. }) in done.into_iter().zip(&sources) {
        match result {
            Ok(Some(one)) => checked.push(one),
            Ok(None) => unread.push(Unread { reason: UnreadReason::NoTable, path: Arc::clone(&found.name) }),
            Err(problem) => problems.push(problem),
        }
    }
    let configs: Vec<ConfigPlan> = projects.all().filter_map(|project| project.configured(&check.paths)).collect();
    let run = Run { language, configs: &configs, measured: Some(munilint_rules::measured), unread: &unread };
    let report = report(run, checked, problems);
    let again = Again::of(sources.iter().map(|sourced| &sourced.found));
    match permission {
        Some(proof) => show(proof, &report, &again)?,
        None => formats::write(&report, &outputs, check, &again)?,
    }
    output::terminal(false).problems(&report, &mut io::stderr().lock())?;
    Ok(outcome(&report, check.fail_on.or(here.fail_on).unwrap_or_default()))
}

/// The day by the clock, in UTC; `None` when the clock stands before 1970.
fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(Date::since_1970(since.as_secs() / SECONDS_OF_A_DAY))
}

fn outcome(report: &Report, fail_on: FailOn) -> Outcome {
    if !report.problems.is_empty() {
        Outcome::Incomplete
    } else if report.worst().is_some_and(|severity| fail_on.fails(severity)) {
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

/// A source with what is said of it.
struct Sourced {
    found: Found,
    /// The configuration it falls under.
    project: Arc<Project>,
    schema: Option<Describing>,
}

/// What the paths name.
struct Sources {
    sources: Vec<Sourced>,
    problems: Vec<Problem>,
    unread: Vec<Unread>,
}

/// What the paths name, each with the configuration it falls under and the Table Schema that describes it. A file that is named itself is never left out.
fn sources(check: &Check, projects: &mut Projects) -> Result<Sources, Stop> {
    let discovery = munilint_read::discover(&check.paths, &|_| false);
    let mut by_folder: BTreeMap<PathBuf, Arc<Project>> = BTreeMap::new();
    let mut schemas = Schemas::default();
    let (mut sources, mut unread) = (Vec::new(), Vec::new());
    for found in discovery.found {
        let path = found.path.clone().unwrap_or_default();
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let project = match by_folder.get(&folder) {
            Some(project) => Arc::clone(project),
            None => {
                let project = projects.of(&path)?;
                by_folder.insert(folder, Arc::clone(&project));
                project
            }
        };
        if check.paths.contains(&path) || !project.excludes(&path) {
            let schema = found.path.as_ref().and_then(|path| schemas.of(path, &project));
            sources.push(Sourced { found, project, schema });
        } else {
            unread.push(Unread { reason: UnreadReason::Excluded, path: found.name });
        }
    }
    unread.extend(discovery.others.into_iter().map(|path| Unread { reason: UnreadReason::OtherKind, path }));
    let problems: BTreeSet<Problem> = discovery.problems.into_iter().chain(schemas.problems).collect();
    Ok(Sources { sources, problems: problems.into_iter().collect(), unread })
}

/// Checks one source; `None` when it turns out to be no table. A panic is a problem of that source: the others go on.
fn check_one(sourced: &Sourced, checker: Checker, bar: &indicatif::ProgressBar) -> Result<Option<Checked>, Problem> {
    let Sourced { found, project, schema } = sourced;
    let problem = |text: String| Problem { path: Some(Arc::clone(&found.name)), text: munilint_model::mask(&text) };
    let work = || -> io::Result<Option<Checked>> {
        let table = source::open(found)?;
        if source::is_prose(found, &table) {
            return Ok(None);
        }
        let schema = schema.as_ref().and_then(|schema| schema.of(table.context()));
        let plan = project.plan(found.path.as_deref().unwrap_or(Path::new("-")), schema);
        let small = table.length().is_some_and(|length| length < WORTH_SHARING);
        let checker = Checker { threads: if small { 1 } else { checker.threads }, ..checker };
        let watched = Watched::new(&table, bar);
        checker.check(&plan, &watched as &dyn TableSource).map(Some)
    };
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(checked)) => Ok(checked),
        Ok(Err(error)) => Err(problem(format!("cannot be read: {error}"))),
        Err(_) => Err(problem("was not checked to its end, for a fault in munilint itself".to_owned())),
    }
}
