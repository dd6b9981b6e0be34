//! The command `munilint`: flags, configuration, wiring, exit status. Only this crate prints and ends the process.
#![allow(
    clippy::disallowed_methods,
    reason = "this crate opens files, writes what is asked for and reads the environment"
)]
#![allow(clippy::print_stderr, reason = "this crate prints")]

mod args;
mod changed;
mod checksum;
mod cmd;
mod codebooks;
mod described;
mod fix_laws;
mod formats;
mod held;
mod inputs;
pub mod laws;
mod library;
pub mod mender;
mod metadata;
mod output;
mod progress;
mod project;
mod provenance;
mod replace;
mod reveal;
mod schemas;
mod scratch;
mod source;
mod trend;
mod unmended;
mod words;

pub use library::Library;

use args::{Args, Command};
use clap::Parser;
use munilint_detect::mention::mentions;
use munilint_model::Language;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended, as its exit status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 0: nothing at or above `--fail-on`.
    Clean,
    /// 1: findings.
    Findings,
    /// 2: not all of the work could be done.
    Incomplete,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}

/// Runs the command with the process's own arguments.
#[must_use]
pub fn main() -> ExitCode {
    quiet_panics();
    run(std::env::args_os()).into()
}

/// Runs the command with the arguments `arguments`, of which the first is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    munilint_model::mask_what(|text, found| mentions(text, &mut |_, range| found(range)));
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // A request for help is no error; a wrong flag is.
            output::flags(&error);
            return if error.use_stderr() { Outcome::Incomplete } else { Outcome::Clean };
        }
    };
    let mut asked = args.lang;
    let lang = &mut asked;
    let done = match args.command {
        Command::Check(check) => cmd::check::run(&check, lang),
        Command::Baseline(baseline) => cmd::baseline::run(&baseline, lang),
        Command::Fix(fix) => cmd::fix::run(&fix, lang),
        Command::Init(init) => cmd::init::run(&init, lang),
        Command::Explain { rule } => cmd::explain::run(&rule, lang),
        Command::Rules { format, selectors } => cmd::rules::run(&selectors, format, lang),
        Command::Inspect { file, format } => cmd::inspect::run(&file, format, lang),
        Command::Convert(convert) => cmd::convert::run(&convert, lang),
        Command::Schema { name } => cmd::schema::run(name.as_deref()),
        Command::Pack { command } => cmd::pack::run(&command),
        Command::Completions { shell } => cmd::generate::completions(shell),
        Command::Man => cmd::generate::man(),
    };
    done.unwrap_or_else(|error| output::fail(&error, language(&mut asked, None)))
}

/// A panic is a fault of munilint, not of the data: it is told without the text it may have been looking at.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        eprintln!("munilint: a fault in munilint itself{place}; please report it, without the data");
    }));
}

/// Language of messages: what is asked for, else what is configured, which is then asked for, else what the locale says.
fn language(asked: &mut Option<Language>, configured: Option<Language>) -> Language {
    *asked = asked.or(configured);
    asked.unwrap_or_else(|| {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        match locale.as_deref().map(|locale| locale.get(..2).unwrap_or("")) {
            Some("nb" | "no") => Language::Nb,
            Some("nn") => Language::Nn,
            _ => Language::En,
        }
    })
}
