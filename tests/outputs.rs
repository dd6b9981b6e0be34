//! What the command writes: nothing in data or names acts on who reads it, colours are for those who want them, and a reader
//! who goes away is not told off.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint_tests::hostile::{HOSTILE, hostile_tables};
use munilint_tests::{command, is_annotation, report_formats, root, tables};
use std::fs;
use std::process::{Command, ExitStatus, Output, Stdio};

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// Lines with something in them that acts, but for the colours that are asked for.
fn acting(output: &[u8], colours: bool) -> Vec<String> {
    let mut text = String::from_utf8(output.to_vec()).expect("what is written is UTF-8");
    if colours {
        text = without_colours(&text);
    }
    let acts = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    // A service takes a line for a command when it starts with two colons, blanks left out, or has one of the others.
    let commands = |line: &str| {
        line.trim_start().starts_with("::") && !is_annotation(line)
            || ["##[", "##vso[", "##teamcity["].iter().any(|start| line.contains(start))
    };
    text.lines().filter(|line| line.contains(acts) || commands(line)).map(|line| format!("{line:?}")).collect()
}

/// Takes `ESC [ … m` away, which is what colours write.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(part.len());
        match part[end..].strip_prefix('m') {
            Some(rest) => plain.push_str(rest),
            None => plain.push_str(&format!("\u{1b}[{part}")),
        }
    }
    plain
}

fn run(command: &mut Command) -> Output {
    let output = command.output().expect("the command starts");
    assert_ne!(output.status.code(), None, "{command:?}");
    output
}

#[test]
fn nothing_in_data_or_names_acts_on_who_reads_it() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    hostile_tables(folder.path(), &HOSTILE);
    let mut wrong = Vec::new();
    let mut hold = |output: Output, colours: bool, what: &str| {
        for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            wrong.extend(acting(bytes, colours).into_iter().map(|line| format!("{what} ({stream}): {line}")));
        }
    };
    for language in ["en", "nb"] {
        let check = |arguments: &[&str]| {
            let mut command = command(MUNILINT);
            command.current_dir(folder.path()).args(["check", ".", "--lang", language]).args(arguments);
            command
        };
        let plain = run(&mut check(&[]));
        assert_eq!(plain.status.code(), Some(1), "{}", String::from_utf8_lossy(&plain.stderr));
        hold(plain, false, "check");
        hold(run(check(&[]).env("CLICOLOR_FORCE", "1")), true, "check in colours");
        // A workbook is held to its own: see `workbook.rs`.
        for format in report_formats(MUNILINT).into_iter().filter(|format| format != "xlsx") {
            let summary = folder.path().join("summary.md");
            let output = run(check(&["--format", &format]).env("GITHUB_STEP_SUMMARY", &summary));
            hold(output, false, &format!("check as {format}"));
            if let Ok(bytes) = fs::read(&summary) {
                hold(
                    Output { stdout: bytes, stderr: Vec::new(), status: ExitStatus::default() },
                    false,
                    "a step's summary",
                );
                fs::remove_file(&summary).expect("the summary is there");
            }
        }
        for path in tables(folder.path()) {
            let name = path.strip_prefix(folder.path()).expect("it lies there");
            for format in ["terminal", "json"] {
                let mut inspect = command(MUNILINT);
                inspect
                    .current_dir(folder.path())
                    .arg("inspect")
                    .arg(name)
                    .args(["--format", format, "--lang", language]);
                hold(run(&mut inspect), false, &format!("inspect as {format}"));
            }
        }
    }
    for text in HOSTILE {
        let config = folder.path().join("munilint.toml");
        for toml in [
            format!("# {text}\nselct = [\"{text}\"]\n"),
            format!("ignore = ['{text}']\n"),
            format!("[rules.'{text}']\n"),
        ] {
            fs::write(&config, toml).expect("the configuration can be written");
            hold(
                run(command(MUNILINT).current_dir(folder.path()).args(["check", "0.csv"])),
                false,
                "a fault in munilint.toml",
            );
        }
        fs::remove_file(&config).expect("the configuration is there");
        let name = text.replace('\0', "");
        for arguments in [
            ["explain", &name],
            ["rules", &name],
            ["inspect", &name],
            ["schema", &name],
            ["check", &name],
            [&name, "x"],
        ] {
            hold(run(command(MUNILINT).current_dir(folder.path()).args(arguments)), false, arguments[0]);
        }
        for arguments in [["check", "--select", &name], ["check", "--config", &name], ["check", "--format", &name]] {
            hold(run(command(MUNILINT).current_dir(folder.path()).args(arguments)), false, arguments[1]);
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn colours_are_for_those_who_want_them() {
    let coloured = |variables: &[(&str, &str)]| {
        let mut command = command(MUNILINT);
        command.current_dir(root()).args(["check", "examples"]).envs(variables.iter().copied());
        run(&mut command).stdout.contains(&0x1b)
    };
    assert!(!coloured(&[]), "no terminal, no colours");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]), "an empty NO_COLOR says nothing: no-color.org");
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")]));
}

#[test]
fn a_reader_who_goes_away_is_not_told_off() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    // More than a pipe holds, so that writing meets the closed end.
    let mut header = String::from("kommunenummer");
    let mut row = String::from("301");
    for field in 0..3000 {
        header.push_str(&format!(";felt {field}"));
        row.push_str("; x ");
    }
    fs::write(folder.path().join("bred.csv"), format!("{header}\n{row}\n{row}\n")).expect("the table can be written");
    let commands: [&[&str]; 6] = [
        &["check", "bred.csv"],
        &["check", "bred.csv", "--format", "json"],
        &["inspect", "bred.csv"],
        &["inspect", "bred.csv", "--format", "json"],
        &["convert", "bred.csv", "--to", "csv"],
        &["rules", "--format", "json"],
    ];
    for arguments in commands {
        let mut child = command(MUNILINT)
            .current_dir(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the command ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {:?}", output.status);
    }
}
