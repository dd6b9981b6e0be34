//! A gate that is switched on with old data: its story in a repository of git, what a baseline recognises again, and that no data
//! can silence its own check. Git works on temporary folders, with an identity of its own and without a network.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint_tests::{command, root};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

const SCHOOLS: &str = "data/skoler.csv";

/// Three codes have lost their zero, and two values have a blank.
const OLD: &str = "skole;kommune;elever\nGrønland;301;709\nHaugerud; 301;413\nStovner;301;512\nKronstad ;4601;377\n";

/// A table of dates, one of which is `date`.
fn dates(date: &str) -> String {
    format!("svar;dato\nja;{date}\nnei;01.02.2025\nja;03.02.2025\nja;14.03.2025\nnei;27.03.2025\n")
}

/// A folder with files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    files.iter().for_each(|(name, text)| write(&folder, name, text));
    folder
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// Runs the command in a folder: its status, and what it writes to both ends.
fn munilint(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = command(MUNILINT).current_dir(folder).args(arguments).output().expect("the command starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().expect("it ends by itself"), text)
}

/// The JSON report of a check.
fn check(folder: &Path, arguments: &[&str]) -> (i32, Value) {
    let all = [&["check", "--format", "json"], arguments].concat();
    let (status, text) = munilint(folder, &all);
    (status, serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")))
}

/// What is told: rules with their fields, sorted.
fn told(report: &Value) -> Vec<String> {
    let list = report["findings"].as_array().expect("findings are a list");
    let mut told: Vec<String> = list
        .iter()
        .map(|finding| {
            format!("{} {}", finding["rule"].as_str().unwrap_or(""), finding["field"].as_str().unwrap_or("-"))
        })
        .collect();
    told.sort();
    told
}

fn names(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|entry| entry[key].as_str().map(str::to_owned)).collect()
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), "Test").env(format!("GIT_{who}_EMAIL"), "test@example.no");
        git.env(format!("GIT_{who}_DATE"), "2026-01-01T00:00:00Z");
    }
    let output = git.output().expect("git is there");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = folder(files);
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    commit(&folder, "Old data");
    folder
}

fn commit(folder: &TempDir, message: &str) {
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--allow-empty", "--message", message]);
}

/// The day a gate is switched on, and what follows.
#[test]
fn old_data_enters_and_new_defects_do_not() {
    let repository = repository(&[(SCHOOLS, OLD)]);
    let here = repository.path();
    assert_eq!(munilint(here, &["check", "data"]).0, 1, "the data is bad");
    let (status, text) = munilint(here, &["baseline", "data"]);
    assert_eq!((status, text.as_str()), (0, "munilint-baseline.json: Recorded: 3 findings.\n"));
    write(&repository, "munilint.toml", "baseline = \"munilint-baseline.json\"\nfail-on = \"note\"\n");
    commit(&repository, "The gate is on");
    let (status, text) = munilint(here, &["check", "data"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("Known from the baseline: 3 findings"), "{text}");

    git(here, &["switch", "--quiet", "--create", "new-year"]);
    write(&repository, SCHOOLS, &format!("{OLD}Ny skole;301;12\n"));
    write(&repository, "data/svar.csv", &dates("31.02.2025"));
    commit(&repository, "A row and a file with defects");
    let (status, report) = check(here, &["data"]);
    assert_eq!(status, 1);
    assert_eq!(told(&report), ["code/lost-leading-zero kommune", "value/impossible-date dato"]);
    assert_eq!(report["findings"][0]["known_count"], 3, "it was three, and is four");
    assert_eq!(report["findings"][1]["known_count"], Value::Null);
    assert!(munilint(here, &["check", "data"]).1.contains("(was 3)"));
    let (status, report) = check(here, &["data", "--changed-since", "main"]);
    assert_eq!((status, names(&report["files"], "path")), (1, vec![SCHOOLS.to_owned(), "data/svar.csv".to_owned()]));

    write(&repository, SCHOOLS, &OLD.replace(";301;", ";0301;").replace("; 301;", ";0301;"));
    write(&repository, "data/svar.csv", &dates("28.02.2025"));
    commit(&repository, "Mended, and more than that");
    let (status, report) = check(here, &["data"]);
    assert_eq!((status, told(&report).len()), (0, 0), "{report:#}");
    assert_eq!(names(&report["baseline"]["mended"], "field"), ["kommune", "kommune"]);
    assert!(munilint(here, &["check", "data"]).1.contains("Mended since the baseline was made: 2 findings."));

    let (status, text) = munilint(here, &["baseline", "data", "--update"]);
    let says = "munilint-baseline.json: Still recorded: 1 finding. Mended since the baseline was made: 2 findings.\n";
    assert_eq!((status, text.as_str()), (0, says));
    commit(&repository, "The ratchet");
    write(&repository, SCHOOLS, OLD);
    assert_eq!(check(here, &["data"]).0, 1, "what was mended may not come back");
    assert_eq!(check(here, &["data", "--no-baseline"]).1["findings"].as_array().map(Vec::len), Some(3));
}

#[test]
fn an_update_lowers_and_never_adds() {
    let folder = folder(&[("a.csv", OLD)]);
    assert_eq!(munilint(folder.path(), &["baseline"]).0, 0);
    write(&folder, "a.csv", &OLD.replace("Stovner;301", "Stovner;0301").replace("377\n", "377\nX;9999;1\n"));
    let (status, text) = munilint(folder.path(), &["baseline", "--update"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("Fewer than when") && text.contains("New or grown, and not recorded: 1 finding."), "{text}");
    let left = fs::read_to_string(folder.path().join("munilint-baseline.json")).expect("the baseline is there");
    assert!(left.contains("\"field\":\"kommune\",\"count\":2,") && !left.contains("unknown-municipality"), "{left}");
    write(&folder, "a.csv", OLD);
    let (status, report) = check(folder.path(), &[".", "--baseline", "munilint-baseline.json"]);
    assert_eq!((status, &report["findings"][0]["known_count"]), (1, &2.into()), "three are more than two");
}

/// Whatever is moved about, the finding is the same.
#[test]
fn a_baseline_recognises_what_it_has_seen() {
    let first = folder(&[(SCHOOLS, OLD)]);
    assert_eq!(munilint(first.path(), &["baseline", "data"]).0, 0);
    let baseline = fs::read_to_string(first.path().join("munilint-baseline.json")).expect("the baseline is there");
    let header = "skole;kommune;elever\n";
    let rows: Vec<&str> = OLD.lines().skip(1).collect();
    let reversed = rows.iter().rev().fold(header.to_owned(), |text, row| text + row + "\n");
    let more = format!("{header}Ulsrud;0301;600\nLier;3312;20\n{}", &OLD[header.len()..]);
    let turned: String = OLD.lines().map(|line| line.split(';').rev().collect::<Vec<_>>().join(";") + "\n").collect();
    for (what, text) in [("as it was", OLD), ("rows", &reversed), ("more rows", &more), ("columns", &turned)] {
        // Another folder stands for another machine.
        let other = folder(&[(SCHOOLS, text), ("munilint-baseline.json", &baseline)]);
        let absolute = other.path().join("data").to_string_lossy().into_owned();
        let held = other.path().join("munilint-baseline.json").to_string_lossy().into_owned();
        for (from, path, held) in [
            ("", "data", "munilint-baseline.json"),
            ("", "./data/../data/skoler.csv", "./munilint-baseline.json"),
            ("data", ".", "../munilint-baseline.json"),
            ("", &absolute, &held),
        ] {
            let (status, report) = check(&other.path().join(from), &[path, "--fail-on", "note", "--baseline", held]);
            assert_eq!((status, told(&report).len()), (0, 0), "{what} from {from:?}: {report:#}");
            assert_eq!(report["baseline"]["known"].as_array().map(Vec::len), Some(3), "{what} from {from:?}");
            assert_eq!(report["baseline"]["mended"].as_array().map(Vec::len), Some(0), "{what} from {from:?}");
        }
    }
}

/// Fields of one name are told apart.
#[test]
fn columns_of_one_name_have_baselines_of_their_own() {
    let twice = folder(&[("a.csv", "kommune;kommune;x\n301;0301;1\n0301;0301;2\n1103;1103;3\n4601;4601;4\n")]);
    assert_eq!(munilint(twice.path(), &["baseline"]).0, 0);
    write(&twice, "a.csv", "kommune;kommune;x\n301;301;1\n0301;0301;2\n1103;1103;3\n4601;4601;4\n");
    let (status, report) = check(twice.path(), &[".", "--baseline", "munilint-baseline.json"]);
    assert_eq!((status, told(&report)), (1, vec!["code/lost-leading-zero kommune".to_owned()]));
    assert_eq!(report["findings"][0]["column"], 2);
}

/// What has one fingerprint is summed, so a defect could hide behind another one: on the tables at hand none has that of another.
#[test]
fn no_finding_has_the_fingerprint_of_another() {
    let (_, report) = check(&root(), &["examples", "examples-cities", "tests/corpus"]);
    let mut prints = names(&report["findings"], "fingerprint");
    let all = prints.len();
    assert!(all > 90, "{all}");
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), all);
}

/// What was not looked for is not mended.
#[test]
fn what_was_not_looked_for_stays() {
    let folder = folder(&[("a.csv", OLD), ("b.csv", &OLD.replace("skole", "navn"))]);
    assert_eq!(munilint(folder.path(), &["baseline"]).0, 0);
    let held = ["--baseline", "munilint-baseline.json"];
    for part in [&["a.csv"][..], &[".", "--select", "file"], &["a.csv", "--ignore", "code"]] {
        let (status, report) = check(folder.path(), &[part, &held].concat());
        assert_eq!((status, names(&report["baseline"]["mended"], "path").len()), (0, 0), "{part:?}: {report:#}");
        assert!(names(&report["baseline"]["open"], "path").len() > 2, "{part:?}");
    }
    let before = fs::read(folder.path().join("munilint-baseline.json")).expect("the baseline is there");
    assert_eq!(munilint(folder.path(), &["baseline", "--update", "a.csv"]).0, 0);
    assert_eq!(fs::read(folder.path().join("munilint-baseline.json")).expect("the baseline is there"), before);
    fs::remove_file(folder.path().join("b.csv")).expect("the file is there");
    let (_, report) = check(folder.path(), &[&["."][..], &held].concat());
    let mended = names(&report["baseline"]["mended"], "path");
    assert!(!mended.is_empty() && mended.iter().all(|path| path == "b.csv"), "a file that is gone: {mended:?}");
}

#[test]
fn half_a_run_is_not_recorded() {
    let folder = folder(&[("a.csv", OLD)]);
    let arguments = ["baseline", "a.csv", "missing.csv"];
    let (status, text) = munilint(folder.path(), &arguments);
    assert!(status == 2 && text.contains("nothing was recorded"), "{text}");
    assert!(!folder.path().join("munilint-baseline.json").exists());
    let (status, text) = munilint(folder.path(), &[&arguments[..], &["--incomplete"]].concat());
    assert!(status == 2 && text.contains("Recorded: 3 findings."), "{text}");
}

/// Neither a baseline nor a limit says anything of the data.
#[test]
fn what_is_known_still_stops_the_sharing() {
    let persons = fs::read_to_string(root().join("examples/henvendelser.csv")).expect("the example is there");
    let folder = folder(&[("a.csv", &persons)]);
    let (_, before) = check(folder.path(), &["."]);
    assert_eq!(munilint(folder.path(), &["baseline"]).0, 0);
    let (status, after) = check(folder.path(), &[".", "--fail-on", "note", "--baseline", "munilint-baseline.json"]);
    assert_eq!((status, told(&after).len()), (0, 0), "{after:#}");
    assert_ne!(before["verdict"], "clear");
    assert_eq!((&before["verdict"], &before["scores"]), (&after["verdict"], &after["scores"]));
}

#[test]
fn limits_and_severities_follow_paths() {
    let toml = "[rules.\"code/lost-leading-zero\"]\nmax = \"10 %\"\n[[paths]]\nmatch = [\"raw/**\"]\nfail-on = \"never\"\n\
                [paths.rules.\"code/lost-leading-zero\"]\nmax = 3\n[[paths]]\nmatch = [\"old/**\"]\n\
                [paths.rules.\"code/lost-leading-zero\"]\nseverity = \"note\"\n";
    let codes = |lost: usize, rows: usize| {
        (0..rows).fold("kommune;x\n".to_owned(), |text, row| {
            text + if row < lost { "301;" } else { "4601;" } + &row.to_string() + "\n"
        })
    };
    let folder = folder(&[("munilint.toml", toml)]);
    let run = |name: &str, lost, rows| {
        write(&folder, name, &codes(lost, rows));
        let (status, report) = check(folder.path(), &[name, "--select", "code/lost-leading-zero"]);
        let told = report["findings"].as_array().map_or(0, Vec::len);
        (status, told, report["summary"]["tolerated"].as_u64().unwrap_or(0))
    };
    assert_eq!(run("a.csv", 2, 20), (0, 0, 1), "at the limit");
    assert_eq!(run("a.csv", 3, 20), (1, 1, 0), "beyond it");
    assert_eq!(run("raw/a.csv", 3, 20), (0, 0, 1), "another limit");
    assert_eq!(run("raw/a.csv", 4, 20), (0, 1, 0), "told, and let pass");
    assert_eq!(run("old/a.csv", 9, 20), (0, 1, 0), "a note");
    let (status, _) = check(folder.path(), &["raw/a.csv", "--fail-on", "error"]);
    assert_eq!(status, 1, "the flag goes before the configuration");
}

#[test]
fn only_what_a_branch_touches_is_looked_at() {
    let package = "{\"resources\": [{\"path\": \"pakke/d.csv\", \"schema\": {\"fields\": [{\"name\": \"a\"}]}}]}";
    let plain = "a;b\n1;2\n";
    let repository = repository(&[
        ("a.csv", plain),
        ("b.csv", plain),
        ("old.csv", plain),
        ("gone.csv", plain),
        ("sub/c.csv", plain),
        ("pakke/d.csv", plain),
        (".gitignore", "ute/\n"),
    ]);
    let here = repository.path();
    let looked = |arguments: &[&str]| {
        let (_, report) = check(here, &[arguments, &["--changed-since", "main"]].concat());
        assert_eq!(report["problems"], Value::Array(Vec::new()), "{report:#}");
        names(&report["files"], "path")
    };
    assert!(looked(&["."]).is_empty(), "nothing has changed");
    git(here, &["switch", "--quiet", "--create", "branch"]);
    write(&repository, "a.csv", "a;b\n1;3\n");
    commit(&repository, "One file");
    git(here, &["switch", "--quiet", "main"]);
    write(&repository, "b.csv", "a;b\n5;5\n");
    commit(&repository, "What happens on the main branch meanwhile");
    git(here, &["switch", "--quiet", "branch"]);
    assert_eq!(looked(&["."]), ["a.csv"], "what the branch touches, and no more");
    git(here, &["mv", "old.csv", "ny æøå.csv"]);
    fs::remove_file(here.join("gone.csv")).expect("the file is there");
    write(&repository, "-x.csv", plain);
    assert_eq!(looked(&["."]), ["-x.csv", "a.csv", "ny æøå.csv"], "renamed, unknown to git; not what is gone");
    assert_eq!(looked(&["gone.csv", "sub", "a.csv"]), ["a.csv"], "named, too");
    assert_eq!(looked(&["sub/c.csv", "sub"]), Vec::<String>::new());
    write(&repository, "ute/e.csv", plain);
    assert_eq!(looked(&["ute/e.csv"]), ["ute/e.csv"], "what git leaves out and somebody names");
    for (metadata, text, file) in [
        ("b.schema.json", "{\"fields\": [{\"name\": \"a\"}]}", "b.csv"),
        ("sub/munilint.toml", "fail-on = \"note\"\n", "sub/c.csv"),
        ("datapackage.json", package, "pakke/d.csv"),
    ] {
        assert!(!looked(&["."]).contains(&file.to_owned()), "{file}");
        write(&repository, metadata, text);
        assert!(looked(&["."]).contains(&file.to_owned()), "{file} is looked at when {metadata} has changed");
    }
}

#[test]
fn what_git_cannot_tell_is_said() {
    let outside = folder(&[("a.csv", "a;b\n1;2\n")]);
    let (status, text) = munilint(outside.path(), &["check", "a.csv", "--changed-since", "main"]);
    assert!(status == 2 && text.contains("not a git repository"), "{text}");
    let repository = repository(&[("a.csv", "a;b\n1;2\n")]);
    for (revision, says) in [
        ("nope", "git knows no revision `nope`"),
        ("--output=a.csv", "is no revision of git"),
        ("-p", "is no revision of git"),
        ("", "is no revision of git"),
        ("main:a.csv", "git knows no revision"),
    ] {
        let (status, text) = munilint(repository.path(), &["check", ".", "--changed-since", revision]);
        assert!(status == 2 && text.contains(says), "{revision}: {text}");
    }
    commit(&repository, "Another");
    let shallow = tempfile::tempdir().expect("a folder can be made");
    let url = format!("file://{}", repository.path().display());
    git(shallow.path(), &["clone", "--quiet", "--depth", "1", &url, "."]);
    let (status, text) = munilint(shallow.path(), &["check", ".", "--changed-since", "HEAD~1"]);
    assert!(status == 2 && text.contains("this is a shallow clone") && text.contains("fetch-depth: 0"), "{text}");
}

/// Whoever sends data may not switch off what looks at it. A `munilint.toml` beside data is the repository's own: a check of
/// strangers' files names its configuration, and then no other is read.
#[test]
fn data_cannot_silence_its_own_check() {
    let row = "Grønland;301\n";
    let plain = format!("skole;kommune\n{row}Kronstad;4601\nLade;5001\n");
    let own = "ignore = [\"code\"]\nexclude = [\"**\"]\nfail-on = \"never\"\n";
    let silent = "[[allow]]\nmatch = [\"**\"]\nrule = \"code\"\nreason = \"no\"\n";
    for (what, name, text, beside) in [
        ("a comment in front", "a.csv", format!("# munilint: ignore\n{plain}"), None),
        ("a comment behind", "a.csv", format!("{plain}# munilint: ignore code/lost-leading-zero\n"), None),
        ("a comment in a row", "a.csv", plain.replace(row, "Grønland # munilint: ignore;301\n"), None),
        (
            "a field of its own",
            "a.csv",
            plain.replace("kommune\n", "kommune;munilint:ignore\n").replace("1\n", "1;all\n"),
            None,
        ),
        (
            "a schema",
            "a.csv",
            plain.clone(),
            Some((
                "a.schema.json",
                "{\"munilint:ignore\": [\"code\"], \"fields\": [{\"name\": \"skole\"}, {\"name\": \"kommune\", \
                 \"munilint:ignore\": true, \"munilint:severity\": \"note\"}]}",
            )),
        ),
        ("a configuration", "a.csv", plain.clone(), Some(("munilint.toml", own))),
        ("an entry", "a.csv", plain.clone(), Some(("munilint.toml", silent))),
        ("a baseline", "a.csv", plain.clone(), Some(("munilint-baseline.json", "{\"version\": 1, \"findings\": []}"))),
    ] {
        let folder = folder(&[("gate.toml", "fail-on = \"error\"\n")]);
        write(&folder, &format!("inn/{name}"), &text);
        if let Some((name, text)) = beside {
            write(&folder, &format!("inn/{name}"), text);
        }
        let (status, report) = check(folder.path(), &["inn", "--config", "gate.toml"]);
        assert_eq!(status, 1, "{what}: {report:#}");
        assert!(told(&report).contains(&"code/lost-leading-zero kommune".to_owned()), "{what}: {report:#}");
    }
}
