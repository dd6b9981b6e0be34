//! What other people's systems take from this repository: the steps of the GitHub Action are taken from its file and run, and every
//! file of that kind is YAML that names what is there.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]
#![cfg(unix)]

use munilint_tests::{is_annotation, root};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use yaml_rust2::{Yaml, YamlLoader};

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

fn yaml(name: &str) -> Yaml {
    let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut documents = YamlLoader::load_from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(documents.len(), 1, "{name}");
    documents.remove(0)
}

/// A machine of GitHub's, as far as a step sees it.
struct Runner {
    folder: TempDir,
}

impl Runner {
    /// A runner with a repository in which one file has an error and a note; `munilint` is there when `installed`.
    fn new(installed: bool) -> Self {
        let runner = Runner { folder: tempfile::tempdir().expect("a folder can be made") };
        for folder in ["bin", "repository/data", "temp"] {
            fs::create_dir_all(runner.path(folder)).expect("a folder can be made");
        }
        let table = "kommunenummer;antall \n301;2\n1103;3\n";
        fs::write(runner.path("repository/data/bad fil.csv"), table).expect("a table can be written");
        fs::write(runner.path("repository/data/god.csv"), "kommunenummer;antall\n0301;2\n1103;3\n")
            .expect("it can, too");
        if installed {
            symlink(MUNILINT, runner.path("bin/munilint")).expect("a link can be made");
        }
        runner
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Puts a program of ours where the step finds it first.
    fn program(&self, name: &str, script: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, format!("#!/bin/bash\n{script}\n")).expect("a program can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be made to run");
    }

    /// Runs a step of the action as GitHub does; `inputs` are put in the place of its expressions.
    fn step(&self, step: &Yaml, inputs: &[(&str, &str)]) -> Output {
        assert_eq!(step["shell"].as_str(), Some("bash"));
        let script = step["run"].as_str().expect("the step runs something");
        assert!(!script.contains("${{"), "inputs come by the environment, where they are no part of the script");
        let file = self.path("temp/step.sh");
        fs::write(&file, script).expect("the script can be written");
        let mut command = Command::new("bash");
        command
            .args(["--noprofile", "--norc", "-eo", "pipefail"])
            .arg(&file)
            .current_dir(self.path("repository"))
            .env_clear();
        let system = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{system}", self.path("bin").display())).env("LANG", "C");
        for (name, file) in [("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary"), ("GITHUB_PATH", "path")] {
            command.env(name, self.path(file));
        }
        command.env("RUNNER_TEMP", self.path("temp")).env("RUNNER_OS", "Linux").env("RUNNER_ARCH", "X64");
        command.env("GITHUB_ACTION_PATH", "action");
        for (name, value) in step["env"].as_hash().expect("the step has an environment") {
            let expression = value.as_str().unwrap_or("").replace("${{ github.server_url }}/", "https://example.no/");
            let known = inputs.iter().find(|(input, _)| expression.contains(input));
            command.env(name.as_str().expect("a name"), known.map_or("", |(_, value)| value));
        }
        command.output().expect("bash starts")
    }
}

fn steps() -> Vec<Yaml> {
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"].as_str(), Some("composite"));
    let inputs = action["inputs"].as_hash().expect("there are inputs");
    let text = fs::read_to_string(root().join("action.yml")).expect("the action is there");
    for (name, input) in inputs {
        let name = name.as_str().unwrap_or("");
        assert!(text.contains(&format!("inputs.{name} ")), "{name} is used");
        assert!(input["description"].as_str().is_some() && !input["default"].is_badvalue(), "{name}");
    }
    action["runs"]["steps"].as_vec().expect("there are steps").clone()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_check_annotates_sums_up_and_writes_sarif() {
    let check = &steps()[1];
    let runner = Runner::new(true);
    fs::write(runner.path("summary"), "of another step\n").expect("the summary can be written");
    let inputs = [("inputs.paths", "data/bad fil.csv\ndata/god.csv\n"), ("inputs.sarif-file", "munilint.sarif")];
    let output = runner.step(check, &inputs);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    assert!(
        lines.starts_with("::error file=data/bad fil.csv,line=2,col=1,endColumn=3,title=code/lost-leading-zero::"),
        "{lines}"
    );
    assert!(lines.lines().all(is_annotation), "{lines}");
    let summary = runner.read("summary");
    assert!(summary.starts_with("of another step\n## munilint: "), "{summary}");
    assert!(summary.contains("<code>data/bad fil.csv</code>"), "{summary}");
    assert_eq!(runner.read("output"), "status=1\nsarif-file=munilint.sarif\n");
    let sarif: serde_json::Value = serde_json::from_str(&runner.read("repository/munilint.sarif")).expect("it is JSON");
    assert_eq!(sarif["runs"][0]["artifacts"].as_array().map(Vec::len), Some(2));
}

#[test]
fn inputs_reach_the_check() {
    let check = &steps()[1];
    let runner = Runner::new(true);
    let inputs = [
        ("inputs.paths", "data"),
        ("inputs.fail-on", "never"),
        ("inputs.lang", "nb"),
        ("inputs.args", "--select\ncode"),
    ];
    let output = runner.step(check, &inputs);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("har mistet ledende null"));
    assert_eq!(text(&output.stdout).lines().count(), 1);
    assert_eq!(runner.read("output"), "status=0\n", "no SARIF was asked for");
    let output = runner.step(check, &[("inputs.paths", "data/finnes ikke; touch x.csv\n$(touch y)")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!runner.path("repository/x.csv").exists() && !runner.path("repository/y").exists());
}

#[test]
fn what_is_allowed_is_no_alert() {
    let check = &steps()[1];
    let runner = Runner::new(true);
    let toml = "[[allow]]\nmatch = [\"data/**\"]\nrule = \"code\"\nreason = \"kjent fra kilden, se sak 12\"\n";
    fs::write(runner.path("repository/munilint.toml"), toml).expect("the configuration can be written");
    let output = runner
        .step(check, &[("inputs.paths", "data"), ("inputs.sarif-file", "a.sarif"), ("inputs.args", "--select\ncode")]);
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    let sarif: serde_json::Value = serde_json::from_str(&runner.read("repository/a.sarif")).expect("it is JSON");
    let has_jq = Command::new("jq").arg("--version").output().is_ok();
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(usize::from(!has_jq)));
    assert!(runner.read("summary").contains("the configuration allows 1 findings"), "{}", runner.read("summary"));
}

#[test]
fn munilint_comes_from_a_release_or_is_built() {
    let install = &steps()[0];
    let there = Runner::new(true);
    let output = there.step(install, &[("github.action_ref", "v0.1.0")]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with("munilint "), "it is there already");

    let release = Runner::new(false);
    fs::create_dir_all(release.path("release")).expect("a folder can be made");
    symlink(MUNILINT, release.path("release/munilint")).expect("a link can be made");
    let name = "munilint-v0.1.0-x86_64-unknown-linux-musl.tar.gz";
    let pack = format!(
        "cd {0}/release && tar -chzf {name} munilint && sha256sum {name} > {name}.sha256",
        release.folder.path().display()
    );
    assert!(Command::new("bash").args(["-c", &pack]).status().expect("bash starts").success());
    // It is asked for `… --output FILE URL`.
    release.program("curl", &format!("cp {}/release/\"${{@: -2:1}}\" .", release.folder.path().display()));
    release.program("cargo", "exit 9");
    let output = release.step(install, &[("inputs.version", "v0.1.0")]);
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    assert!(text(&output.stdout).contains(&format!("{name}: OK")), "{}", text(&output.stdout));
    assert_eq!(release.read("path").trim_end(), release.path("temp/munilint/bin").to_string_lossy());
    fs::write(release.path("release").join(format!("{name}.sha256")), format!("{:064}  {name}\n", 0))
        .expect("it can be written");
    assert_ne!(
        release.step(install, &[("inputs.version", "v0.1.0")]).status.code(),
        Some(0),
        "another file than the one released"
    );

    for (inputs, arguments) in [
        (&[("github.action_ref", "v0.1.0")][..], "install --locked --root . --path action/crates/cli"),
        (&[("github.action_ref", "main")], "install --locked --root . --path action/crates/cli"),
        (
            &[("inputs.version", "v0.1.0"), ("github.action_repository", "https://example.no/munilint")],
            "install --locked --root . --git https://example.no/munilint --tag v0.1.0 munilint",
        ),
    ] {
        let source = Runner::new(false);
        source.program("curl", "exit 22");
        source.program(
            "cargo",
            &format!("echo \"$@\" > {}; ln -s {MUNILINT} bin/munilint", source.path("asked").display()),
        );
        let output = source.step(install, inputs);
        assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
        assert_eq!(source.read("asked").trim_end(), arguments);
    }
}

#[test]
fn files_for_other_systems_name_what_is_there() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hook = &hooks[0];
    assert_eq!((hook["id"].as_str(), hook["language"].as_str()), (Some("munilint"), Some("rust")));
    let program = hook["entry"].as_str().and_then(|entry| entry.split(' ').next()).unwrap_or("");
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is there");
    assert!(manifest.contains(&format!("[[bin]]\nname = \"{program}\"\n")), "{program}");

    let gitlab = yaml("templates/munilint.gitlab-ci.yml");
    let job = &gitlab["munilint"];
    let script = job["script"][0].as_str().unwrap_or("");
    let reports = job["artifacts"]["reports"].as_hash().expect("there are reports");
    for report in reports.values() {
        assert!(script.contains(&format!("--output {}", report.as_str().unwrap_or("?"))), "{script}");
    }
    for workflow in ["ci", "release"] {
        let workflow = yaml(&format!(".github/workflows/{workflow}.yml"));
        assert!(workflow["jobs"].as_hash().is_some_and(|jobs| !jobs.is_empty()));
    }
    // The action asks for the files that the release makes.
    let action = fs::read_to_string(root().join("action.yml")).expect("the action is there");
    let release = yaml(".github/workflows/release.yml");
    let targets = release["jobs"]["build"]["strategy"]["matrix"]["include"].as_vec().expect("there are targets");
    assert_eq!(targets.len(), action.matches("target=").count() - 1, "one is for machines without a binary");
    for target in targets {
        assert!(action.contains(&format!("target={} ", target["target"].as_str().unwrap_or("?"))));
    }
}

/// The job of the template, run as GitLab runs it: both reports are written.
#[test]
fn the_gitlab_job_writes_its_reports() {
    let runner = Runner::new(true);
    let gitlab = yaml("templates/munilint.gitlab-ci.yml");
    let script = gitlab["munilint"]["script"][0].as_str().expect("there is a script").to_owned();
    let home: &Path = &runner.path("");
    let mut command = Command::new("sh");
    command.args(["-e", "-c", &script]).current_dir(runner.path("repository")).env("LANG", "C").env_remove("LC_ALL");
    let output = command
        .env("MUNILINT_HOME", home)
        .env("MUNILINT_PATHS", "data")
        .env("MUNILINT_ARGS", "--lang nb")
        .output()
        .expect("sh starts");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let issues: serde_json::Value =
        serde_json::from_str(&runner.read("repository/gl-code-quality-report.json")).expect("it is JSON");
    assert!(issues.as_array().is_some_and(|issues| !issues.is_empty()));
    let xml = runner.read("repository/munilint-junit.xml");
    let document = roxmltree::Document::parse(&xml).expect("it is XML");
    assert_eq!(document.descendants().filter(|node| node.has_tag_name("testsuite")).count(), 2);
    assert!(text(&output.stdout).contains("feil[code/lost-leading-zero]"));
}
