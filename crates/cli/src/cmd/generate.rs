//! Completions and the manual page, made from the flags.

use crate::Outcome;
use crate::args::Args;
use crate::output::{self, Stop};
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Outcome, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "munilint", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}

/// Prints the manual page: the command and each of its commands, one after another.
pub(crate) fn man() -> Result<Outcome, Stop> {
    let mut page = Vec::new();
    let mut command = Args::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for part in command.get_subcommands().filter(|part| part.get_name() != "help") {
        clap_mangen::Man::new(part.clone()).render(&mut page)?;
    }
    output::print(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Clean)
}
