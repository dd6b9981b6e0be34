//! No identifier leaves the process: hundreds of seeded ones are put wherever data, names and settings can be, every
//! command is run over them, and every byte that is written is searched.
//!
//! The identity numbers are of the synthetic series (80 is added to the month) and belong to nobody.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

#[path = "leaks/places.rs"]
mod places;

use munilint_tests::archive::texts;
use munilint_tests::seeded::{Dice, grouped};
use munilint_tests::{command, report_formats};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// How many identifiers of each kind and form of writing.
const EACH: usize = 20;

/// An identifier as it is written somewhere.
#[derive(Clone, Debug)]
struct Seed {
    kind: &'static str,
    written: String,
}

/// True for eight digits that are a date as well, which may be shown.
fn is_dated(digits: &str) -> bool {
    let part = |at: std::ops::Range<usize>| digits[at].parse::<u32>().unwrap_or(0);
    let date = |year: u32, month: u32, day: u32| {
        (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    date(part(0..4), part(4..6), part(6..8)) || date(part(4..8), part(2..4), part(0..2))
}

/// A form of writing: what is left of it, and how digits are put into it.
type Form = (&'static str, fn(&str) -> String);

const IDENTITY_FORMS: [Form; 12] = [
    ("plain", str::to_owned),
    ("blank", |digits| grouped(digits, &[6, 5], " ")),
    ("hyphen", |digits| grouped(digits, &[6, 5], "-")),
    ("no-break space", |digits| grouped(digits, &[6, 5], "\u{a0}")),
    ("two blanks", |digits| grouped(digits, &[6, 5], "  ")),
    ("dash with blanks", |digits| grouped(digits, &[6, 5], " - ")),
    ("tab", |digits| grouped(digits, &[6, 5], "\t")),
    ("day, month, year", |digits| grouped(digits, &[2, 2, 2, 5], " ")),
    ("dots", |digits| format!("{}{}", grouped(&digits[..6], &[2, 2, 2], "."), &format!(" {}", &digits[6..]))),
    ("float", |digits| format!("{digits}.0")),
    ("scientific", |digits| format!("{}.{}E+10", &digits[..1], &digits[1..])),
    ("full-width digits", |digits| {
        digits.chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10)).collect()
    }),
];

const ACCOUNT_FORMS: [Form; 3] = [
    ("plain", str::to_owned),
    ("dots", |digits| grouped(digits, &[4, 2, 5], ".")),
    ("blanks", |digits| grouped(digits, &[4, 2, 5], " ")),
];

const TELEPHONE_FORMS: [Form; 5] = [
    ("plain", str::to_owned),
    ("pairs", |digits| grouped(digits, &[2, 2, 2, 2], " ")),
    ("three, two, three", |digits| grouped(digits, &[3, 2, 3], " ")),
    ("country", |digits| format!("+47 {digits}")),
    ("country and groups", |digits| format!("+47 {}", grouped(digits, &[3, 2, 3], "\u{a0}"))),
];

const NAME: &str = "name of a person";

const PLATE: &str = "licence plate";

/// A form of writing: what is left of it, and how a given name and a surname are put into it.
type NameForm = (&'static str, fn(&str, &str) -> String);

const NAME_FORMS: [NameForm; 4] = [
    ("given name first", |given, surname| format!("{given} {surname}")),
    ("surname first", |given, surname| format!("{surname}, {given}")),
    ("initial", |given, surname| format!("{given} K. {surname}")),
    ("capitals", |given, surname| format!("{given} {surname}").to_uppercase()),
];

fn seeds() -> Vec<Seed> {
    let mut dice = Dice::new(20_260_101);
    let mut seeds = Vec::new();
    let mut add = |kind, written| seeds.push(Seed { kind, written });
    for _ in 0..EACH {
        for (_, write) in IDENTITY_FORMS {
            add("national identity number", write(&dice.synthetic_national()));
            add("D-number", write(&dice.synthetic_d_number()));
        }
        add("DUF-number", dice.duf());
        add("Swedish number", dice.swedish());
        for (_, write) in ACCOUNT_FORMS {
            add("account number", write(&dice.account()));
        }
        for (_, write) in TELEPHONE_FORMS {
            let mut digits = dice.telephone();
            while is_dated(&digits) {
                digits = dice.telephone();
            }
            add("telephone number", write(&digits));
        }
        add("e-mail address", dice.email());
        add("e-mail address", dice.email().replacen('.', "&", 1));
        add("e-mail address", format!("O'{}", dice.email()));
        add("e-mail address", format!("<{}>", dice.email().to_uppercase()));
        for (_, write) in NAME_FORMS {
            let (given, surname) = dice.name();
            add(NAME, write(given, surname));
        }
        add(PLATE, dice.plate());
    }
    assert!(seeds.len() >= 300);
    seeds
}

/// Searches what is written for every seed.
struct Search<'a> {
    seeds: &'a [Seed],
    /// Runs of digits to look for: whole numbers, and nine of the eleven digits of the longer ones.
    digits: BTreeMap<String, usize>,
    /// Addresses, and what stands before their `@`.
    words: BTreeMap<String, usize>,
    leaks: BTreeSet<String>,
}

impl<'a> Search<'a> {
    fn new(seeds: &'a [Seed]) -> Self {
        let mut search = Search { seeds, digits: BTreeMap::new(), words: BTreeMap::new(), leaks: BTreeSet::new() };
        for (i, seed) in seeds.iter().enumerate() {
            if seed.kind == "e-mail address" {
                let address = seed.written.trim_matches(['<', '>']).to_lowercase();
                let local = address.split('@').next().unwrap_or("").to_owned();
                search.words.extend([(address, i), (local, i)]);
                continue;
            }
            if seed.kind == NAME {
                let lower = seed.written.to_lowercase();
                let surname = if lower.contains(',') { lower.split(',').next() } else { lower.split(' ').next_back() };
                search.words.extend(surname.map(|surname| (surname.to_owned(), i)));
                continue;
            }
            if seed.kind == PLATE {
                search.words.insert(seed.written.to_lowercase(), i);
                continue;
            }
            let digits = plain_digits(&seed.written);
            // The country and the exponent are no part of it.
            let digits = match seed.kind {
                "telephone number" => digits[digits.len() - 8..].to_owned(),
                _ => digits[..11].to_owned(),
            };
            if digits.len() == 11 {
                search.digits.extend((0..3).map(|at| (digits[at..at + 9].to_owned(), i)));
            } else {
                search.digits.insert(digits, i);
            }
        }
        search
    }

    /// Notes every seed that stands in `bytes`, which `what` wrote.
    fn look(&mut self, what: &str, bytes: &[u8]) {
        // A workbook is an archive.
        let text = if bytes.starts_with(b"PK") { texts(bytes) } else { String::from_utf8_lossy(bytes).into_owned() };
        for line in text.lines() {
            let mut found: BTreeSet<usize> = BTreeSet::new();
            for run in digit_runs(line) {
                for length in [8, 9] {
                    let windows = run.len().saturating_sub(length - 1);
                    found.extend((0..windows).filter_map(|at| self.digits.get(&run[at..at + length])));
                }
            }
            let part = |c: char| !(c.is_alphanumeric() || "@._-+%'&".contains(c));
            for word in line.to_lowercase().split(part) {
                for word in [word, word.trim_start_matches('\''), word.split('@').next().unwrap_or("")] {
                    found.extend(self.words.get(word));
                }
            }
            for i in found {
                let Seed { kind, written } = &self.seeds[i];
                self.leaks.insert(format!("{what}: the {kind} {written:?} in {line:?}"));
            }
        }
    }

    fn run(&mut self, what: &str, command: &mut Command) -> Option<i32> {
        let output = command.output().expect("the command starts");
        self.look(&format!("{what} (stdout)"), &output.stdout);
        self.look(&format!("{what} (stderr)"), &output.stderr);
        output.status.code()
    }

    fn none(self) {
        let shown: Vec<&str> = self.leaks.iter().map(String::as_str).take(60).collect();
        assert!(shown.is_empty(), "{} leaks, such as\n{}", self.leaks.len(), shown.join("\n"));
    }
}

/// The ASCII digits of a text, full-width ones among them.
fn plain_digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| {
            if ('\u{ff10}'..='\u{ff19}').contains(&c) { char::from_u32(u32::from(c) - 0xff10 + 0x30) } else { Some(c) }
        })
        .filter(char::is_ascii_digit)
        .collect()
}

/// Runs of eight or more digits in a line when what people put between digits is taken away.
fn digit_runs(line: &str) -> Vec<String> {
    let joint = |c: &char| {
        matches!(*c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '-' | '–' | '.' | ',' | '/' | '\'' | '_' | '(' | ')')
    };
    // Tabs and line breaks are written as text.
    let line = line.replace("\\t", " ").replace("\\n", " ").replace("\\u{a0}", " ");
    let kept: String = line.chars().filter(|c| !joint(c)).collect();
    let runs = kept.split(|c: char| !(c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)));
    runs.map(plain_digits).filter(|run| run.len() >= 8).collect()
}

fn munilint(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = command(MUNILINT);
    command.current_dir(folder).args(arguments);
    command
}

#[test]
fn the_search_finds_what_is_there() {
    let seeds = seeds();
    for (i, seed) in seeds.iter().enumerate() {
        let mut search = Search::new(&seeds);
        search.look("t", format!("  field \"x\": 1 value ({}) is odd", seed.written.replace('\t', "\\t")).as_bytes());
        // Several names have one surname, which is what is looked for.
        let found = search.leaks.iter().any(|leak| seed.kind == NAME || leak.contains(&format!("{:?}", seed.written)));
        assert!(found, "{i}: {seed:?} is not found: {:?}", search.leaks);
    }
}

#[test]
fn check_shows_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let files = places::write_tables(folder.path(), &seeds);
    assert!(files > 2000, "{files}");
    let mut search = Search::new(&seeds);
    for language in ["en", "nb"] {
        let status = search.run("check", &mut munilint(folder.path(), &["check", ".", "--lang", language]));
        assert_eq!(status, Some(1), "findings, and no problem");
        // One run writes every format.
        let reports = tempfile::tempdir().expect("a folder can be made");
        let summary = reports.path().join("summary.md");
        let mut command = munilint(folder.path(), &["check", ".", "--lang", language, "--threads", "3"]);
        for format in report_formats(MUNILINT) {
            command.args(["--format", &format, "--output"]).arg(reports.path().join(&format));
        }
        search.run("check in every format", command.env("GITHUB_STEP_SUMMARY", &summary));
        for format in report_formats(MUNILINT) {
            let bytes = fs::read(reports.path().join(&format)).expect("the report is there");
            assert!(!bytes.is_empty(), "{format}");
            search.look(&format!("check as {format}"), &bytes);
        }
        search.look("the summary of a step", &fs::read(&summary).expect("the summary is there"));
    }
    let status = search.run("check with values", &mut munilint(folder.path(), &["check", ".", "--show-values"]));
    assert_eq!(status, Some(2), "no terminal, no values");
    let status = search.run("baseline", &mut munilint(folder.path(), &["baseline", "."]));
    assert_eq!(status, Some(0), "all of it is recorded");
    let recorded = fs::read(folder.path().join("munilint-baseline.json")).expect("the baseline is there");
    assert!(recorded.len() > 100_000, "{}", recorded.len());
    search.look("the baseline", &recorded);
    for format in ["terminal", "json"] {
        let arguments = ["check", ".", "--baseline", "munilint-baseline.json", "--format", format];
        let status = search.run("check against the baseline", &mut munilint(folder.path(), &arguments));
        assert_eq!(status, Some(0), "all of it is known");
    }
    search.run("check in colours", munilint(folder.path(), &["check", "."]).env("CLICOLOR_FORCE", "1"));
    search.none();
}

#[test]
fn a_report_on_metadata_shows_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    places::write_metadata(folder.path(), &seeds);
    let mut search = Search::new(&seeds);
    let reports = tempfile::tempdir().expect("a folder can be made");
    for language in ["en", "nb", "nn"] {
        let mut command = munilint(folder.path(), &["check", ".", "--lang", language]);
        for format in report_formats(MUNILINT) {
            command.args(["--format", &format, "--output"]).arg(reports.path().join(&format));
        }
        assert_eq!(search.run("check in every format", &mut command), Some(1), "findings, and no problem");
        for format in report_formats(MUNILINT) {
            search.look(
                &format!("check as {format}"),
                &fs::read(reports.path().join(&format)).expect("the report is there"),
            );
        }
    }
    let text = fs::read_to_string(reports.path().join("json")).expect("the report is there");
    for rule in ["dcat/", "doc/", "person/identifier-in-metadata", "pkg/"] {
        assert!(text.contains(rule), "rules of {rule} found something");
    }
    search.none();
}

#[test]
fn what_init_drafts_shows_no_identifier() {
    let seeds = seeds();
    let (tables, described) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    places::write_tables(tables.path(), &seeds);
    places::write_metadata(described.path(), &seeds);
    let mut search = Search::new(&seeds);
    let standards = ["datapackage", "dcat", "odcs", "readme"];
    let init = |standard| ["init", ".", "--as", standard, "--output", "-"];
    for standard in ["datapackage", "readme"] {
        let status = search.run("init", &mut munilint(tables.path(), &init(standard)));
        assert_eq!(status, Some(2), "tables whose names tell of somebody are left out, and that is said");
    }
    let mut folders: Vec<PathBuf> =
        fs::read_dir(described.path()).expect("it is there").map(|own| own.expect("a folder").path()).collect();
    folders.sort();
    // What metadata of one dataset says of it is taken over whole.
    let some = folders.iter().step_by(7).zip(standards.into_iter().cycle());
    for (folder, standard) in some.chain(standards.map(|standard| (&folders[0], standard))) {
        search.run("init beside metadata", &mut munilint(folder, &init(standard)));
    }
    search.none();
}

#[test]
fn fix_shows_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    places::write_tables(folder.path(), &seeds);
    fs::write(folder.path().join("key"), "a key for this test only").expect("the key can be written");
    let mut search = Search::new(&seeds);
    for language in ["en", "nb"] {
        let shown = ["fix", ".", "--diff", "--unsafe", "--key", "key", "--lang", language];
        let status = search.run("fix --diff", &mut munilint(folder.path(), &shown));
        assert_eq!(status, Some(1), "something can be mended, and there is no problem");
    }
    let status = search.run("fix", &mut munilint(folder.path(), &["fix", ".", "--unsafe", "--key", "key"]));
    assert_eq!(status, Some(1), "findings are left, and there is no problem");
    search.none();
}

#[test]
fn inspect_shows_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut search = Search::new(&seeds);
    for (name, bytes) in places::columns(&seeds) {
        fs::write(folder.path().join(&name), bytes).expect("the table can be written");
        for arguments in [["--lang", "en"], ["--lang", "nb"], ["--format", "json"]] {
            let status = search.run("inspect", munilint(folder.path(), &["inspect", &name]).args(arguments));
            assert_eq!(status, Some(0), "{name}");
        }
        search.run("check", &mut munilint(folder.path(), &["check", &name]));
        search.run("check as HTML", &mut munilint(folder.path(), &["check", &name, "--format", "html"]));
    }
    search.none();
}

#[test]
fn messages_about_arguments_show_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut search = Search::new(&seeds);
    // Every kind and form, once. What is cut at a comma is half a name, which nobody can tell.
    for seed in seeds.iter().take(seeds.len() / EACH).filter(|seed| !seed.written.contains(',')) {
        let text = seed.written.as_str();
        let file = format!("{text}.csv");
        for arguments in [
            vec!["check", &file],
            vec!["check", "--select", text, "."],
            vec!["check", "--config", &file, "."],
            vec!["check", "--format", text],
            vec!["check", "--threads", text],
            vec!["check", "--output", "finnes/ikke.json", &file],
            vec!["inspect", &file],
            vec!["convert", &file, "--to", "csv"],
            vec!["explain", text],
            vec!["rules", text],
            vec!["schema", text],
            vec!["pack", "test", text],
            vec![text, "x"],
        ] {
            let status = search.run(arguments[0], &mut munilint(folder.path(), &arguments));
            assert_eq!(status, Some(2), "{arguments:?}");
        }
    }
    search.none();
}

#[test]
fn messages_about_settings_and_packs_show_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("a.csv"), "a;b\n1;2\n").expect("the table can be written");
    let mut search = Search::new(&seeds);
    for seed in seeds.iter().take(seeds.len() / EACH).filter(|seed| !seed.written.contains(',')) {
        for toml in places::settings(&seed.written) {
            fs::write(folder.path().join("munilint.toml"), &toml).expect("the configuration can be written");
            search.run("a fault in munilint.toml", &mut munilint(folder.path(), &["check", "a.csv"]));
        }
        fs::remove_file(folder.path().join("munilint.toml")).expect("the configuration is there");
        for (pack, page) in places::packs(&seed.written) {
            let home = folder.path().join("pakke");
            fs::create_dir_all(&home).expect("a folder can be made");
            fs::write(home.join("pack.toml"), pack).expect("the pack can be written");
            fs::write(home.join("regel.md"), page).expect("the page can be written");
            let status = search.run("pack test", &mut munilint(folder.path(), &["pack", "test", "pakke"]));
            assert!(matches!(status, Some(1 | 2)), "{seed:?}");
        }
    }
    search.none();
}

#[test]
fn what_is_said_of_allowed_findings_shows_no_identifier() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("a.csv"), "a;b\n1; x\n").expect("the table can be written");
    let mut search = Search::new(&seeds);
    for seed in seeds.iter().step_by(EACH) {
        let toml = places::allowing(&seed.written.replace(['\t', '\n'], " "));
        fs::write(folder.path().join("munilint.toml"), toml).expect("the configuration can be written");
        for format in ["terminal", "json", "html", "dqv", "xlsx"] {
            let arguments = ["check", ".", "--today", "2026-11-24", "--fail-on", "warning", "--format", format];
            let status = search.run("what is allowed", &mut munilint(folder.path(), &arguments));
            assert_eq!(status, Some(1), "{seed:?}: entries are found to be about nothing, and to have expired");
        }
    }
    search.none();
}

#[test]
fn values_of_fields_that_tell_of_persons_are_not_shown() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut words = BTreeSet::new();
    for (i, header) in ["adresse", "etternavn", "elevnavn", "merknad"].into_iter().enumerate() {
        // Rules that speak of a cell, a row, a column and a line, each of one that is in this field.
        let word = |j: usize| format!("Hemmelig{}{}", char::from(b'a' + i as u8), char::from(b'a' + j as u8));
        words.extend((0..9).map(word));
        let long = "om en lang sak som det er skrevet mye om, og som ikke er til ende ennå";
        let tail = if header == "merknad" { long } else { "" };
        let cells = [
            format!(" {}{tail}", word(0)),
            format!("\"{}{tail}\"x", word(1)),
            format!("{}{tail}\0", word(2)),
            format!("{}{tail} Ã¸", word(3)),
            format!("{}{tail}\u{200b}", word(4)),
            format!("{} {long}", word(5)),
            format!("{}{tail}\";2;3;4", word(6)),
            format!("{}{tail}\u{1b}[0m", word(7)),
            format!("{}{tail} \u{fffd}", word(8)),
        ];
        let mut text = format!("nr;{header};x\n");
        for (row, cell) in cells.iter().enumerate() {
            text.push_str(&format!("{row};{cell};1\n{row};{cell};1\n"));
        }
        for row in 0..12 {
            text.push_str(&format!("{row};{} {long} {row};{row}\n", word(5)));
        }
        fs::write(folder.path().join(format!("{header}.csv")), text).expect("the table can be written");
    }
    for arguments in [
        ["--lang", "en"],
        ["--lang", "nb"],
        ["--format", "json"],
        ["--format", "dqv"],
        ["--format", "html"],
        ["--format", "xlsx"],
    ] {
        let output = munilint(folder.path(), &["check", "."]).args(arguments).output().expect("the command starts");
        let is_archive = output.stdout.starts_with(b"PK");
        let text =
            if is_archive { texts(&output.stdout) } else { String::from_utf8_lossy(&output.stdout).into_owned() };
        let text = text + &String::from_utf8_lossy(&output.stderr);
        assert!(text.len() > 2000);
        let told: Vec<&str> =
            text.lines().filter(|line| words.iter().any(|word| line.contains(word.as_str()))).collect();
        assert!(told.is_empty(), "{} lines, such as\n{}", told.len(), told[..told.len().min(30)].join("\n"));
    }
}

/// Two files of one layout whose persons are the same, written otherwise: their fields are neither compared nor shown.
#[test]
fn files_beside_each_other_show_no_person() {
    let seeds = seeds();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let of = |kind: &'static str| {
        seeds.iter().filter(move |seed| seed.kind == kind).map(|seed| seed.written.replace('\t', " "))
    };
    let numbers: Vec<String> = of("national identity number").take(60).collect();
    let addresses: Vec<String> = of("e-mail address").take(60).collect();
    let telephones: Vec<String> = of("telephone number").take(60).collect();
    let letter = |i: usize| char::from(b'a' + (i % 26) as u8);
    let name = |i: usize| format!("Hemmelig{} Skjult{}{}", letter(i), letter(i / 26), letter(i));
    let mut words: BTreeSet<String> = BTreeSet::new();
    for (file, header) in [("fnr", "fnr;navn;tlf"), ("nr", "nr;kunde;merknad"), ("id", "sak_id;ansvarlig;kontakt")] {
        let mut texts =
            [format!("{header};epost;kjønn;aldersgruppe\n"), format!("{header};epost;kjønn;aldersgruppe\n")];
        for (i, ((number, address), telephone)) in numbers.iter().zip(&addresses).zip(&telephones).enumerate() {
            words.extend(name(i).to_lowercase().split(' ').map(str::to_owned));
            let (name, age) = (name(i), 5 * (i % 10));
            texts[0].push_str(&format!("{number};{name};{telephone};{address};{};{age}-{}\n", 1 + i % 2, age + 4));
            let (name, number) = (name.to_uppercase(), format!(" {number}"));
            let gender = if i % 2 == 0 { "Mann" } else { "Kvinne" };
            let address = address.to_uppercase();
            texts[1].push_str(&format!("{number};{name};{telephone} ;{address};{gender};{age}–{} år\n", age + 4));
        }
        for (year, text) in [2023, 2024].into_iter().zip(texts) {
            fs::write(folder.path().join(format!("{file} {} {year}.csv", numbers[0])), text)
                .expect("it can be written");
        }
    }
    let mut search = Search::new(&seeds);
    for arguments in [["--lang", "en"], ["--lang", "nb"], ["--format", "json"], ["--format", "html"]] {
        for rules in [&["--select", "join"][..], &[]] {
            let mut command = munilint(folder.path(), &["check", "."]);
            let output = command.args(arguments).args(rules).output().expect("the command starts");
            search.look("files beside each other", &output.stdout);
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(text.contains("Kvinne") || text.contains("Mann"), "genders are compared:\n{text}");
            // Rules for single files show rows, with such fields as are not known to hold names.
            if rules.is_empty() {
                continue;
            }
            let lower = text.to_lowercase();
            let told: Vec<&str> =
                lower.lines().filter(|line| words.iter().any(|word| line.contains(word.as_str()))).collect();
            assert!(told.is_empty(), "{} lines, such as\n{}", told.len(), told[..told.len().min(30)].join("\n"));
        }
    }
    search.none();
}
