//! `munilint pack test`.

use crate::Outcome;
use crate::args::Pack;
use crate::laws::{Courtroom, updated};
use crate::library::{Library, PackPage};
use crate::output::{self, Stop};
use crate::words::Sentence;
use std::path::Path;

/// Runs a command on packs.
pub(crate) fn run(command: &Pack) -> Result<Outcome, Stop> {
    let Pack::Test { folder } = command;
    test(folder)
}

/// Every example of every page under every law.
fn test(folder: &Path) -> Result<Outcome, Stop> {
    let pages = Library::new()?.pack(folder)?;
    let court = Courtroom::new().map_err(|error| Sentence::Threads(error.to_string()))?;
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut text = String::new();
    let (mut examples, mut broken) = (0, 0);
    for PackPage { page, path, text: page_text } in &pages {
        if update {
            let new = updated(page, page_text);
            if new != *page_text {
                std::fs::write(path, new).map_err(|error| Stop::file(path, error))?;
                text.push_str(&format!("{}: findings written\n", output::shown(path)));
            }
            continue;
        }
        examples += page.examples.len();
        for breach in court.try_page(page) {
            broken += 1;
            text.push_str(&format!("{}:{}: {}\n", output::shown(path), breach.line, breach.text));
        }
    }
    if !update {
        let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        text.push_str(&format!(
            "{}, {}, {} of a law\n",
            count(pages.len(), "rule", "rules"),
            count(examples, "example", "examples"),
            count(broken, "breach", "breaches")
        ));
    }
    // Pages have examples, and what is expected of them is written by hand.
    output::print(&munilint_model::mask_lines(&text, &mut []))?;
    Ok(if broken == 0 { Outcome::Clean } else { Outcome::Findings })
}
