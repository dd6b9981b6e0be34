//! Flags and commands.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use munilint_model::{Date, FailOn, Language, NoDate};
use std::path::PathBuf;

/// Checks datasets for completeness, consistent coding and personal identifiers, before they are shared or analysed.
#[derive(Debug, Parser)]
#[command(name = "munilint", bin_name = "munilint", version, max_term_width = 100, propagate_version = true)]
#[command(
    after_help = "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 not all of the work could be done."
)]
pub(crate) struct Args {
    /// What to do
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of messages; the locale decides otherwise
    #[arg(long, global = true, value_parser = language, value_name = "nb|nn|en")]
    pub(crate) lang: Option<Language>,
}

/// Commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check files and folders
    Check(Check),
    /// Record what is found today, so that a gate fails only on what is new or has grown
    Baseline(Baseline),
    /// Mend in files what can be mended without guessing, then check what is left
    Fix(Fix),
    /// Draft metadata of tables, for you to finish: what can be told from the data, and marks where you know more
    Init(Init),
    /// Show the page of a rule: what it states, why, what to do, examples
    Explain {
        /// `family/name`, such as `code/lost-leading-zero`
        rule: String,
    },
    /// List rules
    Rules {
        /// Families, ids or patterns with `*`; all rules when none is given
        selectors: Vec<String>,
        /// How to write the list
        #[arg(long, value_enum, default_value_t = ViewFormat::Terminal)]
        format: ViewFormat,
    },
    /// Show how a file is read and what is measured of each field
    Inspect {
        /// File, or `-` for standard input
        file: PathBuf,
        /// How to write it
        #[arg(long, value_enum, default_value_t = ViewFormat::Terminal)]
        format: ViewFormat,
    },
    /// Write a file as it was read: UTF-8, commas, one header, quotes where needed
    Convert(Convert),
    /// Print a JSON Schema of munilint's own: of the report, the configuration, a baseline, a page or a pack
    Schema {
        /// Which; the names are listed when none is given
        name: Option<String>,
    },
    /// Work on packs of your own rules
    Pack {
        /// What to do
        #[command(subcommand)]
        command: Pack,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// What is looked at, and by which rules.
#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Scope {
    /// Files, folders, or `-` for standard input
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    /// Metadata of these tables that lies elsewhere; what lies beside them is found. May be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) metadata: Vec<PathBuf>,
    /// Only these rules: families, ids, patterns with `*`
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub(crate) select: Vec<String>,
    /// Not these rules
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub(crate) ignore: Vec<String>,
    /// The configuration; `munilint.toml` in the file's folder or above it when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Whose rule of thumb the limits of disclosure control follow: default (5), ssb (3), nav (4), oslomet (6)
    #[arg(long, value_name = "NAME", value_parser = profile)]
    pub(crate) profile: Option<String>,
    /// The day that expiry is held against, as 2026-12-31; the clock's (UTC) when not given
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) today: Option<Date>,
    /// How many threads
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// `munilint check`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    /// What is looked at
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// From which severity the exit status is 1
    #[arg(long, value_parser = fail_on, value_name = "error|warning|note|never")]
    pub(crate) fail_on: Option<FailOn>,
    /// What `munilint baseline` recorded: only what is new or has grown counts; the configuration's when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Tell what the baseline of the configuration knows, too
    #[arg(long, conflicts_with = "baseline")]
    pub(crate) no_baseline: bool,
    /// Only files that have changed since the branch left this revision of git, or whose metadata has
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(crate) changed_since: Option<String>,
    /// How to write the report; may be given several times, each with its --output
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Vec<ReportFormat>,
    /// Where to write it; standard output when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    /// A folder of earlier JSON reports, by name in the order of time: what is new, what is gone, and the course
    #[arg(long, value_name = "DIR")]
    pub(crate) trend: Option<PathBuf>,
    /// Where the files are published, ending with `/`: names of files in --format dqv are relative to it
    #[arg(long, value_name = "IRI", value_parser = base)]
    pub(crate) base: Option<String>,
    /// Tell of every field in --format json, too: role, type, unit, what is missing, and how values are spread
    #[arg(long)]
    pub(crate) describe: bool,
    /// Show what was found of persons as it stands in the files; on a terminal only
    #[arg(long)]
    pub(crate) show_values: bool,
}

/// `munilint baseline`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Baseline {
    /// What is looked at
    #[command(flatten)]
    pub(crate) scope: Scope,
    /// Where to record it; the configuration's baseline, or munilint-baseline.json, when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Only drop what is mended, and lower what has become fewer: nothing is added
    #[arg(long)]
    pub(crate) update: bool,
    /// Record even when not everything could be read
    #[arg(long)]
    pub(crate) incomplete: bool,
}

/// `munilint fix`. What is changed has to be named; what is only shown need not.
#[derive(Debug, ClapArgs)]
#[command(mut_arg("paths", |paths| paths
    .default_value(None)
    .default_value_ifs([("diff", "true", "."), ("dry_run", "true", ".")])))]
pub(crate) struct Fix {
    /// What is mended, and how what is left is told
    #[command(flatten)]
    pub(crate) check: Check,
    /// Show what would be changed, row by row, and change nothing; exit status 1 when there is something
    #[arg(long)]
    pub(crate) diff: bool,
    /// The same as --diff
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Make the changes, too, that are only suggested: they lose something, or need a person to say that they are right
    #[arg(long = "unsafe")]
    pub(crate) suggested: bool,
    /// A file with a key of your own, at least 16 bytes: with --unsafe, pseudonyms take the place of identity numbers
    #[arg(long, value_name = "FILE", requires = "suggested")]
    pub(crate) key: Option<PathBuf>,
}

impl Fix {
    /// True when nothing is to be written.
    pub(crate) fn only_shown(&self) -> bool {
        self.diff || self.dry_run
    }
}

/// `munilint init`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    /// The tables: files, or a folder
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Which standard the metadata keeps
    #[arg(long = "as", value_enum, value_name = "STANDARD", default_value_t = Standard::Datapackage)]
    pub(crate) standard: Standard,
    /// Metadata of these tables that lies elsewhere; what lies beside them is found. May be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) metadata: Vec<PathBuf>,
    /// Where to write it, or `-` for standard output; beside the tables when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Standards that metadata can be drafted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Standard {
    /// Data Package with Table Schema: datapackage.json
    Datapackage,
    /// DCAT-AP-NO, for data.norge.no: Turtle
    Dcat,
    /// Open Data Contract Standard: YAML
    Odcs,
    /// A README with a table of variables
    Readme,
}

/// `munilint convert`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Convert {
    /// File, or `-` for standard input
    pub(crate) file: PathBuf,
    /// Which format
    #[arg(long, value_enum)]
    pub(crate) to: Target,
    /// Where to write it; standard output when not given
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// `munilint pack`.
#[derive(Debug, Subcommand)]
pub(crate) enum Pack {
    /// Run every example of every page of a pack, under every law; UPDATE=1 writes the findings into the pages
    Test {
        /// The pack's folder, with pack.toml and one page for each rule
        folder: PathBuf,
    },
}

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For a person at a terminal
    Terminal,
    /// For programs; see `munilint schema report`
    Json,
    /// SARIF 2.1.0, for GitHub code scanning and editors
    Sarif,
    /// Annotations of a GitHub workflow, and the summary of its step
    Github,
    /// GitLab Code Quality
    Gitlab,
    /// JUnit XML, a test case for each rule and file
    Junit,
    /// Markdown, for a comment on a merge request
    Markdown,
    /// One page to read, print and pass on; it opens offline
    Html,
    /// Quality measurements for a data catalogue: DQV-AP-NO, as Turtle
    Dqv,
    /// A workbook for whoever owns the data: summary, findings, and copies of tables with cells marked
    Xlsx,
}

/// Formats of a list or a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewFormat {
    /// For a person at a terminal
    Terminal,
    /// For programs
    Json,
}

/// Formats that a table can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// RFC 4180 with `\n`
    Csv,
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "nb" => Ok(Language::Nb),
        "nn" => Ok(Language::Nn),
        "en" => Ok(Language::En),
        _ => Err("one of nb, nn, en".to_owned()),
    }
}

/// An absolute IRI of ASCII characters (RFC 3986) that names can be put behind.
fn base(text: &str) -> Result<String, String> {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    if is_scheme && text.chars().all(fits) && text.ends_with('/') {
        Ok(text.to_owned())
    } else {
        Err("an absolute address that ends with /, such as https://example.no/data/".to_owned())
    }
}

fn date(text: &str) -> Result<Date, NoDate> {
    text.parse()
}

fn profile(text: &str) -> Result<String, String> {
    let names: Vec<String> = munilint_rules::risk_profiles().into_iter().map(|profile| profile.name).collect();
    if names.iter().any(|name| name == text) {
        Ok(text.to_owned())
    } else {
        Err(format!("one of {}", names.join(", ")))
    }
}

fn fail_on(text: &str) -> Result<FailOn, String> {
    match text {
        "error" => Ok(FailOn::Error),
        "warning" => Ok(FailOn::Warning),
        "note" => Ok(FailOn::Note),
        "never" => Ok(FailOn::Never),
        _ => Err("one of error, warning, note, never".to_owned()),
    }
}
