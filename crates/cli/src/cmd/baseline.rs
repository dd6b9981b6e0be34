//! `munilint baseline`.

use crate::Outcome;
use crate::args::Baseline as Asked;
use crate::cmd::check::{Against, Looked, here, look, projects};
use crate::held::{Held, Names};
use crate::output::{self, Stop, shown};
use crate::words::Sentence;
use munilint_model::{Baseline, Finding, Language, Recorded, mask};
use std::io::{self, Write};
use std::path::PathBuf;

/// Where a baseline is recorded when nobody says where.
const NAME: &str = "munilint-baseline.json";

/// Records what is found, or lowers what was recorded.
pub(crate) fn run(asked: &Asked, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let mut projects = projects(&asked.scope)?;
    let here = here(&asked.scope, &mut projects)?;
    let path = asked.output.as_ref().or(here.baseline.as_ref()).cloned().unwrap_or_else(|| PathBuf::from(NAME));
    let held = if asked.update { Some(Held::read(&path)?) } else { None };
    let names = Names::of_baseline(&path);
    let language = crate::language(lang, here.language);
    let against = Against { held: held.as_ref(), names: Some(&names), changed: None, describe: false };
    let Looked { report, called, .. } = look(&asked.scope, &mut projects, language, against)?;
    output::terminal(false).problems(&report, &mut io::stderr().lock())?;
    if !report.problems.is_empty() && !asked.incomplete {
        return Err(Sentence::NotRecorded.into());
    }
    let (baseline, told) = match held {
        Some(held) => {
            let left = held.baseline.ratcheted(&report);
            let told = munilint_render::updated(&left, &report);
            (left, told)
        }
        None => {
            let called = |finding: &'_ Finding| called.get(&finding.source).unwrap_or(&finding.source).to_string();
            let recorded = report.findings.iter().map(|finding| Recorded::new(finding, &called(finding)));
            let baseline = Baseline::of(recorded.collect());
            let told = munilint_render::recorded(&baseline, language);
            (baseline, told)
        }
    };
    let mut out = output::open(Some(&path))?;
    munilint_render::baseline(&baseline, &mut out)
        .and_then(|()| out.flush())
        .map_err(|error| Stop::file(&path, error))?;
    output::print(&format!("{}: {told}\n", mask(&shown(&path))))?;
    Ok(if report.problems.is_empty() { Outcome::Clean } else { Outcome::Incomplete })
}
