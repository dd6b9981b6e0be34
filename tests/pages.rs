//! Every page keeps the laws that the command holds users' pages to; packs of users' do, and what is wrong in one is
//! shown where it stands. `UPDATE=1` writes findings and messages anew, for a person to read in the diff.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint::laws::{Breach, Courtroom, updated};
use munilint_model::{Language, Texts};
use munilint_pack::{Example, ExampleKind};
use munilint_tests::checked::{pages, placeholders};
use munilint_tests::{command, expect_file, files, root, updating};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

#[test]
fn every_example_of_every_page_keeps_the_laws() {
    let court = Courtroom::new().expect("threads can be started");
    let mut breaches = Vec::new();
    for page in pages() {
        if updating() {
            let new = updated(&page, &page.rule.page);
            if new != *page.rule.page {
                fs::write(root().join(format!("rules/{}.md", page.rule.id)), new).expect("the page can be written");
            }
        }
        // What is found in a bad example was written anew.
        let is_written = |breach: &Breach| {
            let is_bad = |example: &Example| example.line == breach.line && example.kind == ExampleKind::Bad;
            updating() && breach.text.starts_with("expected") && page.examples.iter().any(is_bad)
        };
        let broken = court.try_page(&page).into_iter().filter(|breach| !is_written(breach));
        breaches.extend(broken.map(|breach| format!("rules/{}.md:{}: {}", page.rule.id, breach.line, breach.text)));
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_page_says_the_same_in_all_languages() {
    let mut wrong = Vec::new();
    for page in pages() {
        let rule = &page.rule;
        for (what, texts) in [("message", &rule.message), ("why", &rule.why), ("help", &rule.help)] {
            for (variant, [en, nb, nn]) in by_variant(texts) {
                let place = format!("rules/{}.md: {what} {variant}", rule.id);
                for (language, text) in [("en", en), ("nb", nb), ("nn", nn)] {
                    if text.is_empty() {
                        wrong.push(format!("{place}: {language} is missing"));
                    } else if placeholders(text) != placeholders(en) {
                        wrong.push(format!("{place}: {:?} and {:?}", placeholders(en), placeholders(text)));
                    }
                }
                // Many texts are the same in Bokmål and in Nynorsk.
                if [nb, nn].contains(&en) {
                    wrong.push(format!("{place}: English and Norwegian say {en:?}"));
                }
            }
        }
        if rule.why.get("", Language::En).is_empty() || rule.help.get("", Language::En).is_empty() {
            wrong.push(format!("rules/{}.md: it does not say why, or what to do", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Phrases are named where faults are worded, and a page that lacks one says nothing in its place.
#[test]
fn every_phrase_of_a_fault_is_on_its_page() {
    let pages = pages();
    for (id, source) in [
        ("pkg/csvw-violation", "crates/metadata/src/csvw/wording.rs"),
        ("pkg/csvw-violation", "crates/csvw/src/issue.rs"),
        ("doc/unreadable-metadata", "crates/metadata/src/syntax.rs"),
    ] {
        let page = pages.iter().find(|page| &*page.rule.id == id).expect("the page is there");
        let source = fs::read_to_string(root().join(source)).expect("the source is there");
        let named = source.split([',', '\n']).filter_map(|part| {
            let quoted = part.rsplit_once("=> ").map_or(part, |(_, name)| name).trim().strip_prefix('"')?;
            quoted.split_once('"').filter(|(_, rest)| ["", ")"].contains(rest)).map(|(name, _)| name)
        });
        // Its rules have phrases of their own.
        let phrases: Vec<&str> = named.filter(|name| *name != "annotation-invalid").collect();
        assert!(phrases.len() > 10, "{id}: {phrases:?}");
        for phrase in phrases {
            assert!(!page.rule.message.get(phrase, Language::Nb).is_empty(), "{id}: {phrase}");
        }
    }
}

/// English, Bokmål and Nynorsk of each variant.
fn by_variant(texts: &Texts) -> BTreeMap<&str, [&str; 3]> {
    let mut variants: BTreeMap<&str, [&str; 3]> = BTreeMap::new();
    for (variant, language, text) in texts.iter() {
        let all = variants.entry(variant).or_default();
        match language {
            Language::En => all[0] = text,
            Language::Nb => all[1] = text,
            Language::Nn => all[2] = text,
        }
    }
    variants
}

fn pack_test(parent: &Path, pack: &str) -> Output {
    command(MUNILINT).current_dir(parent).args(["pack", "test", pack]).output().expect("the command starts")
}

#[test]
fn a_users_pack_keeps_the_laws() {
    for (pack, rules) in [("eksempel", "3 rules, 8 examples"), ("egne-lister", "3 rules, 6 examples")] {
        let run = pack_test(&root().join("tests/packs"), pack);
        let (said, trouble) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
        assert_eq!((&*said, &*trouble), (&*format!("{rules}, 0 breaches of a law\n"), ""));
        assert_eq!(run.status.code(), Some(0));
    }
}

#[test]
fn update_writes_findings_into_a_users_pages() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let pack = folder.path().join("eksempel");
    let good = root().join("tests/packs/eksempel");
    copy(&good, &pack);
    let page = pack.join("varighet.md");
    let text = fs::read_to_string(&page).expect("the page is there");
    let finding = text.lines().find(|line| line.starts_with("row 3")).expect("the page lists a finding");
    fs::write(&page, text.replace(finding, "row 9: something else")).expect("the page can be written");
    assert_eq!(pack_test(folder.path(), "eksempel").status.code(), Some(1));
    let update =
        command(MUNILINT).env("UPDATE", "1").current_dir(folder.path()).args(["pack", "test", "eksempel"]).output();
    assert_eq!(update.expect("the command starts").status.code(), Some(0));
    assert_eq!(fs::read_to_string(&page).expect("the page is there"), text);
    assert_eq!(pack_test(folder.path(), "eksempel").status.code(), Some(0));
}

/// Every fault that `tests/packs/faults.md` brings into the pack is shown there with the stretch that is meant.
#[test]
fn what_is_wrong_in_a_pack_is_shown_where_it_stands() {
    let path = root().join("tests/packs/faults.md");
    let document = fs::read_to_string(&path).expect("the document is there");
    let mut written = String::new();
    let mut parts = document.split("~~~diff ");
    written.push_str(parts.next().unwrap_or(""));
    let mut faults = 0;
    for part in parts {
        let (change, rest) = part.split_once("\n~~~\n").expect("a change ends");
        let (file, lines) = change.split_once('\n').expect("a change has lines");
        let (_, behind) = rest.split_once("\n~~~text\n").expect("a change is followed by what is said");
        let (_, behind) = behind.split_once("~~~").expect("what is said ends");
        written.push_str(&format!("~~~diff {change}\n~~~\n\n~~~text\n{}~~~{behind}", said(file, lines)));
        faults += 1;
    }
    assert!(faults >= 12, "{faults} faults");
    expect_file(&path, &written);
}

/// What the command says of the pack with a change in one file. The change's old lines start with `-`, new ones with `+`.
fn said(file: &str, change: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    copy(&root().join("tests/packs/eksempel"), &folder.path().join("eksempel"));
    let side = |sign: char| -> String {
        change.lines().filter_map(|line| line.strip_prefix(sign)).map(|line| format!("{line}\n")).collect()
    };
    let (old, new) = (side('-'), side('+'));
    let path = folder.path().join("eksempel").join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text.matches(&old).count(), 1, "{file} has these lines once:\n{old}");
    fs::write(&path, text.replace(&old, &new)).expect("the file can be written");
    let run = pack_test(folder.path(), "eksempel");
    let expected = if run.stderr.is_empty() { 1 } else { 2 };
    assert_eq!(run.status.code(), Some(expected), "{change}");
    String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr)
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).expect("it lies in the folder"));
        fs::create_dir_all(target.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::copy(&file, target).expect("a file can be copied");
    }
}
