//! `munilint fix` on files: whatever happens, a file is the old one or the new one; and on everything that there is to try it on:
//! mended twice is mended once, and nothing changes but what was found.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint::mender::{Mender, Mendings};
use munilint_engine::{Checker, Permission, Plan, compare};
use munilint_model::{CellMend, Finding, Language, LineEnding, Mended, Rewrite, TableSource};
use munilint_pack::ExampleKind;
use munilint_read::{Input, TextTable, rewrite};
use munilint_tests::checked::{Rules, pages};
use munilint_tests::{command, root, shown, tables};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// Rules that leave a large file quickly checked.
const FEW: &str = "code/lost-leading-zero,file/byte-order-mark,value/untrimmed-text";

fn fix(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = command(MUNILINT);
    command.current_dir(folder).arg("fix").args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What a folder holds, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A table with a mark and a lost zero in every other row, and what it becomes.
fn old_and_new(rows: usize) -> (String, String) {
    let (mut old, mut new) = ("\u{feff}kommunenummer;navn\n".to_owned(), "kommunenummer;navn\n".to_owned());
    for row in 0..rows {
        old.push_str(&format!("301;Sted {row}\n4601; Gate \n"));
        new.push_str(&format!("0301;Sted {row}\n4601;Gate\n"));
    }
    (old, new)
}

/// At what time a running `fix` is killed.
#[derive(Clone, Copy, Debug)]
enum At {
    /// So long after its start.
    Start(Duration),
    /// So long after the new file has come into being.
    Writing(Duration),
}

#[test]
fn what_stops_the_check_stops_before_anything_is_changed() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let (old, _) = old_and_new(2);
    let path = folder.path().join("a.csv");
    fs::write(&path, &old).expect("the table can be written");
    for arguments in [
        &["a.csv", "--baseline", "missing.json"][..],
        &["a.csv", "--format", "json", "--output", "b", "--output", "c"],
        &["a.csv", "--show-values"],
    ] {
        let status = fix(folder.path(), arguments).status().expect("the command starts");
        assert_eq!(status.code(), Some(2), "{arguments:?}");
        assert_eq!(fs::read_to_string(&path).expect("the table is there"), old, "{arguments:?}");
    }
    let status = fix(folder.path(), &["a.csv"]).status().expect("the command starts");
    assert_eq!(status.code(), Some(0));
    assert_ne!(fs::read_to_string(&path).expect("the table is there"), old);
}

#[test]
fn killed_at_any_time_a_file_is_the_old_or_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("stor.csv");
    let (old, new) = old_and_new(150_000);
    let arguments = ["stor.csv", "--select", FEW, "--threads", "2"];
    fs::write(&path, &old).expect("the table can be written");
    let start = Instant::now();
    let status = fix(folder.path(), &arguments).status().expect("the command starts");
    let whole = start.elapsed();
    assert_eq!(status.code(), Some(0), "nothing is left to find");
    assert!(fs::read(&path).expect("the table is there") == new.as_bytes(), "the table is mended");
    let spread = (0..12).map(|step| At::Start(whole * step / 12));
    let writing = (0..14).map(|step| At::Writing(Duration::from_micros(step * step * 300)));
    let mut left_behind = 0;
    for at in spread.chain(writing) {
        fs::write(&path, &old).expect("the table can be written");
        let mut child = fix(folder.path(), &arguments).spawn().expect("the command starts");
        match at {
            At::Start(after) => sleep(after),
            At::Writing(after) => {
                while names(folder.path()).len() < 2 && child.try_wait().expect("a child").is_none() {
                    std::hint::spin_loop();
                }
                sleep(after);
            }
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let now = fs::read(&path).expect("the table is there");
        assert!(now == old.as_bytes() || now == new.as_bytes(), "{at:?}: {} bytes", now.len());
        left_behind += usize::from(names(folder.path()).len() > 1);
        assert!(names(folder.path()).iter().all(|name| name == "stor.csv" || name.starts_with(".munilint-")));
    }
    assert!(left_behind > 0, "some were killed while they wrote");
    fs::write(&path, &old).expect("the table can be written");
    fix(folder.path(), &arguments).status().expect("the command starts");
    assert!(fs::read(&path).expect("the table is there") == new.as_bytes(), "the table is mended");
    assert_eq!(names(folder.path()), ["stor.csv"], "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn modes_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("a folder can be made");
    let inside = |name: &str| folder.path().join(name);
    let (old, new) = old_and_new(2);
    let mode = |name: &str, mode: u32| {
        fs::set_permissions(inside(name), fs::Permissions::from_mode(mode)).expect("a mode can be set");
    };
    let read = |name: &str| fs::read_to_string(inside(name)).expect("it is there");
    fs::write(inside("a.csv"), &old).expect("written");
    mode("a.csv", 0o640);
    symlink("a.csv", inside("lenke.csv")).expect("a link can be made");
    assert_eq!(fix(folder.path(), &["lenke.csv", "--select", FEW]).status().expect("it runs").code(), Some(0));
    assert_eq!(read("a.csv"), new);
    assert!(fs::symlink_metadata(inside("lenke.csv")).expect("it is there").is_symlink(), "the link is a link");
    assert_eq!(fs::metadata(inside("a.csv")).expect("it is there").permissions().mode() & 0o777, 0o640);

    fs::write(inside("b.csv"), &old).expect("written");
    fs::hard_link(inside("b.csv"), inside("c.csv")).expect("a link can be made");
    assert_eq!(fix(folder.path(), &["b.csv", "--select", FEW]).status().expect("it runs").code(), Some(2));
    assert_eq!((read("b.csv"), read("c.csv")), (old.clone(), old.clone()), "both names still have the same");
    fs::remove_file(inside("c.csv")).expect("removed");

    mode("b.csv", 0o444);
    assert_eq!(fix(folder.path(), &["b.csv", "--select", FEW]).status().expect("it runs").code(), Some(2));
    assert_eq!(read("b.csv"), old, "a file that is write-protected stays");
    assert_eq!(fix(folder.path(), &["b.csv", "--select", FEW, "--diff"]).status().expect("it runs").code(), Some(1));

    mode("b.csv", 0o644);
    mode(".", 0o555);
    // Root writes everywhere.
    let is_root = fs::write(inside("x"), "").is_ok();
    let status = fix(folder.path(), &["b.csv", "--select", FEW]).status().expect("it runs").code();
    mode(".", 0o755);
    if is_root {
        fs::remove_file(inside("x")).expect("removed");
    } else {
        assert_eq!((status, read("b.csv")), (Some(2), old), "in a folder that is write-protected nothing is lost");
    }
    assert_eq!(names(folder.path()), ["a.csv", "b.csv", "lenke.csv"]);
}

/// A file to try mending on.
struct Tried {
    name: String,
    bytes: Vec<u8>,
}

/// The bad examples of all pages, and every table of the corpus and the examples.
fn everything() -> Vec<Tried> {
    let mut all = Vec::new();
    for page in pages() {
        let bad = page.examples.iter().filter(|example| example.kind == ExampleKind::Bad);
        let named = bad.map(|example| Tried { name: example.name.clone(), bytes: example.bytes.clone() });
        all.extend(named.filter(|tried| tried.bytes.len() < 100_000));
    }
    for folder in ["tests/corpus", "examples", "examples-cities"] {
        let paths = tables(&root().join(folder));
        all.extend(
            paths.into_iter().map(|path| Tried { name: shown(&path), bytes: fs::read(path).expect("it is there") }),
        );
    }
    assert!(all.len() > 300, "{}", all.len());
    all
}

fn mend(plan: &Plan, tried: &Tried, bytes: &[u8], suggested: bool) -> std::io::Result<Mendings> {
    let checker = Checker { language: Language::En, threads: 1, describe: None };
    let permission = Permission { suggested, key: None };
    let mender = Mender { plan, checker, permission, name: Arc::from(tried.name.as_str()), path: &tried.name };
    mender.mend(&Arc::new(bytes.to_vec()))
}

fn open(tried: &Tried, bytes: &[u8]) -> TextTable {
    TextTable::open(&Arc::from(tried.name.as_str()), Input::memory(bytes.to_vec())).expect("it can be read")
}

#[test]
fn nothing_changes_but_what_was_found() {
    let rules = Rules::all();
    let mut wrong = Vec::new();
    let mut mended = 0;
    for tried in everything() {
        let plan = rules.plan(&tried.name);
        for suggested in [false, true] {
            let text = String::from_utf8_lossy(&tried.bytes[..tried.bytes.len().min(300)]).into_owned();
            let mut say = |what: &str| wrong.push(format!("{} (suggested: {suggested}): {what}\n{text}", tried.name));
            let mendings = match mend(&plan, &tried, &tried.bytes, suggested) {
                Ok(mendings) => mendings,
                Err(error) => {
                    say(&error.to_string());
                    continue;
                }
            };
            if *mendings.bytes == tried.bytes {
                continue;
            }
            mended += 1;
            if !mend(&plan, &tried, &mendings.bytes, suggested).is_ok_and(|again| again.bytes == mendings.bytes) {
                say("mended twice is not mended once");
            }
            let mut columns = BTreeSet::new();
            let mut cells = 0;
            let alike = compare(&open(&tried, &tried.bytes), &open(&tried, &mendings.bytes), &mut |cell| {
                columns.insert(cell.column);
                cells += 1;
            });
            if !alike.expect("it can be read") {
                say("other fields or another number of records");
            }
            if cells != mendings.file.cells {
                say("not all changed cells are told of");
            }
            let found = rules.check(&tried.name, &tried.bytes, Language::En).findings;
            for column in columns.into_iter().filter(|&column| !is_found(&found, &mendings, column)) {
                say(&format!("field {column} has no finding that is mended"));
            }
            if let Some(what) = other_lines(&tried.bytes, &mendings) {
                say(&what);
            }
        }
    }
    assert!(mended > 60, "{mended}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Everything that can be changed at once: however a source is cut, it is written alike.
#[test]
fn the_cut_does_not_show() {
    let trim = CellMend::new(|value| Some(value.trim().replace(' ', "_")));
    for tried in everything().into_iter().filter(|tried| tried.bytes.len() < 5000) {
        let table = |run: usize| {
            let input = Input::memory(tried.bytes.clone());
            TextTable::open_in_runs(&Arc::from(tried.name.as_str()), input, run).expect("it can be read")
        };
        let fields = u32::try_from(table(1).context().fields.len()).expect("few fields");
        let change = Rewrite {
            utf8: table(1).context().layout.encoding.is_utf16(),
            no_mark: true,
            line_ending: Some(LineEnding::Crlf),
            no_trailing_delimiters: true,
            no_blank_rows: true,
            cells: (1..=fields).map(|column| (column, vec![(0, trim.clone())])).collect(),
        };
        let whole = rewrite(&table(1 << 20), &change).ok();
        for run in [1, 24, 96, 700] {
            assert!(rewrite(&table(run), &change).ok() == whole, "{}: runs of {run} bytes", tried.name);
        }
    }
}

/// True when a rule that changed something found something in the field, or in the table as a whole.
fn is_found(found: &[Finding], mendings: &Mendings, column: u32) -> bool {
    let changed = |finding: &&Finding| mendings.file.by_rule.iter().any(|(rule, ..)| *rule == finding.rule);
    found.iter().filter(changed).any(|finding| finding.column.is_none_or(|own| own == column))
}

/// Where nothing but cells was changed, no more lines are others than cells are.
fn other_lines(before: &[u8], mendings: &Mendings) -> Option<String> {
    if mendings.file.by_rule.iter().any(|(_, mended, _)| *mended != Mended::Cells) {
        return None;
    }
    let lines = |bytes: &[u8]| bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    let (before, after) = (lines(before), lines(&mendings.bytes));
    if before.len() != after.len() {
        return Some("another number of lines".to_owned());
    }
    let others = before.iter().zip(&after).filter(|(a, b)| a != b).count() as u64;
    (others > mendings.file.cells).then(|| format!("{others} lines are others, and {} cells", mendings.file.cells))
}
