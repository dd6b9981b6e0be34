//! `munilint fix`.

use crate::Outcome;
use crate::args::Fix;
use crate::changed::Changed;
use crate::cmd::check;
use crate::formats;
use crate::inputs::{self, Sourced, Sources};
use crate::mender::{Mender, Mendings};
use crate::output::{self, Stop};
use crate::replace::{Original, read_whole};
use crate::reveal;
use crate::source;
use crate::unmended::Unmended;
use crate::words::Sentence;
use munilint_engine::{Checker, Key, Permission};
use munilint_model::{Language, MendedFile, MendedRun, Problem, Report, TableSource};
use munilint_read::{Found, Input, TextTable};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

/// Runs the command: mends, shows what was mended, and checks what is left.
pub(crate) fn run(fix: &Fix, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    // A file that is changed by accident is worse than a word more to type.
    if fix.check.scope.paths.is_empty() {
        return Err(Sentence::NothingNamed.into());
    }
    let is_stream = fix.check.scope.paths.iter().any(|path| path.as_os_str() == "-");
    if is_stream && fix.check.scope.paths.len() > 1 {
        return Err(Sentence::FilesBesideInput.into());
    }
    let key = fix.key.as_deref().map(key).transpose()?;
    let permission = Permission { suggested: fix.suggested, key: key.as_ref() };
    let mut projects = check::projects(&fix.check.scope)?;
    let here = check::here(&fix.check.scope, &mut projects)?;
    let language = crate::language(lang, here.language);
    let check_follows = !is_stream && !fix.only_shown();
    if check_follows {
        // What would stop the check that follows has to stop the run before anything is changed.
        formats::outputs(&fix.check)?;
        reveal::permission(&fix.check)?;
        check::held(&fix.check, &here)?;
    }
    let changed = fix.check.changed_since.as_ref();
    let changed = changed.map(|revision| Changed::since(revision, &fix.check.scope.paths)).transpose()?;
    let Sources { sources, problems, .. } =
        inputs::sources(&fix.check.scope, &mut projects, language, changed.as_ref())?;
    let (pool, threads) = check::pool(&fix.check.scope)?;
    let worker = Worker { checker: Checker { language, threads, describe: None }, permission, check_follows };
    let mut run = MendedRun { language, only_shown: fix.only_shown(), files: Vec::new() };
    // The check that follows tells them.
    let problems = if check_follows { Vec::new() } else { problems };
    let mut report = Report { language, problems, ..Report::default() };
    for sourced in &sources {
        let done = pool.install(|| worker.guarded(sourced, |mendings, original| keep(fix, mendings, original)));
        match done {
            Ok(Some((file, rest))) => {
                run.files.push(file);
                if is_stream {
                    report = rest;
                }
            }
            Ok(None) => {}
            Err(problem) => report.problems.push(problem),
        }
    }
    let is_changed = run.files.iter().any(|file| !file.by_rule.is_empty());
    let shown = output::terminal(is_stream);
    if is_stream && !run.only_shown {
        let mut out = io::stderr().lock();
        shown.mended(&run, &mut out)?;
        shown.render(&report, &mut out)?;
    } else {
        let mut out = output::open(None)?;
        shown.mended(&run, &mut out)?;
        out.flush()?;
    }
    let incomplete = !report.problems.is_empty();
    shown.problems(&report, &mut io::stderr().lock())?;
    let worst = if run.only_shown {
        if is_changed { Outcome::Findings } else { Outcome::Clean }
    } else if is_stream {
        check::fail_on(&fix.check, &here, &mut report, &sources);
        check::outcome(&report)
    } else {
        check::run(&fix.check, lang)?
    };
    Ok(if incomplete { Outcome::Incomplete } else { worst })
}

/// The user's key.
fn key(path: &Path) -> Result<Key, Stop> {
    let bytes = std::fs::read(path).map_err(|error| Stop::file(path, error))?;
    let short = || Stop::Said(Sentence::ShortKey(output::shown(path)));
    Key::of(&bytes).ok_or_else(short)
}

/// Puts what was mended where it belongs, unless it is only to be shown.
fn keep(fix: &Fix, mendings: &Mendings, original: Option<&Original>) -> io::Result<()> {
    if fix.only_shown() {
        return Ok(());
    }
    match original {
        Some(original) if mendings.file.by_rule.is_empty() || *mendings.bytes == *original.bytes => Ok(()),
        Some(original) => original.replace(&mendings.bytes),
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&mendings.bytes)?;
            out.flush()
        }
    }
}

struct Worker<'k> {
    checker: Checker,
    permission: Permission<'k>,
    /// What cannot be read is told by the check.
    check_follows: bool,
}

/// A source that is a table.
struct Opened {
    original: Option<Original>,
    bytes: Arc<Vec<u8>>,
    table: TextTable,
}

impl Worker<'_> {
    /// Mends one source and keeps what came out; `None` when it is no table. A panic is a problem of that source, which then
    /// is as it was.
    fn guarded(
        &self,
        sourced: &Sourced,
        keep: impl Fn(&Mendings, Option<&Original>) -> io::Result<()>,
    ) -> Result<Option<(MendedFile, Report)>, Problem> {
        let name = &sourced.found.name;
        let problem = |what: Sentence| what.problem(name, self.checker.language);
        match catch_unwind(AssertUnwindSafe(|| self.one(sourced, keep))) {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(error)) => Err(problem(Sentence::CannotBeMended(error))),
            Err(_) => Err(problem(Sentence::NotMended)),
        }
    }

    fn one(
        &self,
        sourced: &Sourced,
        keep: impl Fn(&Mendings, Option<&Original>) -> io::Result<()>,
    ) -> io::Result<Option<(MendedFile, Report)>> {
        let Sourced { found, project, schema } = sourced;
        let opened = match open(found) {
            // That it is too large is nothing to the check.
            Err(error) if self.check_follows && Unmended::of(&error).is_none() => None,
            opened => opened?,
        };
        let Some(Opened { original, bytes, table }) = opened else { return Ok(None) };
        let path = found.path.as_deref().unwrap_or(Path::new("-"));
        let schema = schema.as_ref().and_then(|schema| schema.of(table.context()));
        let plan = project.plan(path, schema);
        let mender = Mender {
            plan: &plan,
            checker: check::shared(self.checker, Some(bytes.len() as u64)),
            permission: self.permission,
            name: Arc::clone(&found.name),
            path: &path.to_string_lossy(),
        };
        let mendings = mender.mend(&bytes)?;
        keep(&mendings, original.as_ref())?;
        Ok(Some((mendings.file, mendings.rest)))
    }
}

/// Reads a source whole; `None` when it is no table.
fn open(found: &Found) -> io::Result<Option<Opened>> {
    let original = found.path.as_deref().map(Original::read).transpose()?;
    let bytes = match &original {
        Some(original) => Arc::clone(&original.bytes),
        None => Arc::new(read_whole(&mut io::stdin().lock())?),
    };
    let mut input = Input::shared(Arc::clone(&bytes));
    source::is_text(&mut input)?;
    let table = TextTable::open(&found.name, input)?;
    Ok((!source::is_prose(found, &table)).then_some(Opened { original, bytes, table }))
}
