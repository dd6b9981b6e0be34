//! Where output goes, and how trouble is told.

use crate::Outcome;
use crate::words::{self, Sentence};
use munilint_model::Language;
use munilint_pack::Fault;
use munilint_render::Terminal;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

/// Trouble that stops the command.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something the user wrote cannot be used.
    Fault(Fault),
    /// Anything else, in one sentence.
    Said(Sentence),
    /// Nobody reads on: a closed pipe.
    Closed,
}

impl Stop {
    /// Trouble with a file.
    pub(crate) fn file(path: &Path, error: io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::Closed;
        }
        Stop::Said(Sentence::File(shown(path), error))
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Stop::Fault(fault)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Stop::Closed } else { Stop::Said(Sentence::CannotWrite(error)) }
    }
}

impl From<Sentence> for Stop {
    fn from(sentence: Sentence) -> Self {
        Stop::Said(sentence)
    }
}

/// Tells why the command stopped, on standard error. A closed pipe ends quietly.
pub(crate) fn fail(stop: &Stop, language: Language) -> Outcome {
    match stop {
        Stop::Closed => return Outcome::Clean,
        Stop::Fault(fault) => {
            if let Some(before) = words::before_fault(fault.name(), fault.line(), language) {
                eprintln!("munilint: {before}");
            }
            fault_to_stderr(fault);
        }
        // What it quotes may be data that got into an argument.
        Stop::Said(sentence) => eprintln!("munilint: {}", munilint_model::mask(&sentence.text(language))),
    }
    Outcome::Incomplete
}

/// Shows help, or what is wrong with the flags. An argument may be the name of a file, so what is quoted is masked; the
/// text then goes without its colours.
pub(crate) fn flags(error: &clap::Error) {
    let text = error.render().to_string();
    let masked = munilint_model::mask_lines(&text, &mut []);
    if masked == text {
        let _ = error.print();
    } else {
        eprint!("{masked}");
    }
}

/// Shows what is wrong in a text the user wrote, with the stretch marked.
pub(crate) fn fault_to_stderr(fault: &Fault) {
    let theme = if wants_colour(&io::stderr()) {
        miette::GraphicalTheme::unicode()
    } else {
        miette::GraphicalTheme::unicode_nocolor()
    };
    let mut text = String::new();
    let handler = miette::GraphicalReportHandler::new_themed(theme).with_width(width());
    if handler.render_report(&mut text, fault).is_err() {
        text = format!("{}:{}: {}", fault.name(), fault.line(), fault.message());
    }
    eprintln!("{}", text.trim_end());
}

/// A path as it is shown: from the current folder on when it lies there, so that no machine's folders are told.
pub(crate) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// Standard output, or the file that was asked for.
pub(crate) fn open(path: Option<&Path>) -> Result<Box<dyn Write>, Stop> {
    match path {
        None => Ok(Box::new(BufWriter::new(io::stdout().lock()))),
        Some(path) => {
            let file = File::create(path).map_err(|error| Stop::file(path, error))?;
            Ok(Box::new(BufWriter::new(file)))
        }
    }
}

/// Writes text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    let mut out = open(None)?;
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// The terminal that a report is written for.
pub(crate) fn terminal(to_file: bool) -> Terminal {
    Terminal { width: width(), colour: !to_file && wants_colour(&io::stdout()), unicode: true }
}

/// Colours on a terminal that wants them: see no-color.org. `CLICOLOR_FORCE` asks for them elsewhere, too.
fn wants_colour(stream: &impl IsTerminal) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return false;
    }
    let forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    forced || stream.is_terminal()
}

/// Columns of the terminal; 100 when there is none.
fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0))
}
