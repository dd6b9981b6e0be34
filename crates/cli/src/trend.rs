//! Earlier reports in a folder, for `--trend`.

use crate::output::shown;
use crate::words::Sentence;
use munilint_model::{Dimension, Earlier, Excerpt, Gone, Language, Problem, Score, Severity, mask};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The form that is read: see `schemas/report.schema.json`.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Versioned {
    version: u32,
    tool: Tool,
}

#[derive(Deserialize)]
struct Tool {
    name: String,
}

#[derive(Deserialize)]
struct Document {
    summary: Summary,
    #[serde(default)]
    scores: Vec<ScoreObject>,
    findings: Vec<FindingObject>,
}

#[derive(Deserialize)]
struct Summary {
    errors: u64,
    warnings: u64,
    notes: u64,
}

#[derive(Deserialize)]
struct ScoreObject {
    dimension: Dimension,
    units: u64,
    sound: u64,
}

#[derive(Deserialize)]
struct FindingObject {
    rule: String,
    severity: Severity,
    path: String,
    field: Option<String>,
    message: String,
    fingerprint: String,
}

/// The JSON reports of a folder by the names of their files, and what is wrong with those that are none.
pub(crate) fn earlier(folder: &Path, language: Language) -> (Vec<Earlier>, Vec<Problem>) {
    let (mut reports, mut problems) = (Vec::new(), Vec::new());
    let mut problem = |path: &Path, what: Sentence| {
        problems.push(what.problem(&Arc::from(mask(&shown(path))), language));
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problem(folder, Sentence::CannotBeRead(error));
            return (reports, problems);
        }
    };
    let is_json = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_json).collect();
    paths.sort();
    for path in paths {
        match std::fs::read(&path).map_err(Sentence::CannotBeRead).and_then(|bytes| read(&bytes)) {
            Ok(document) => reports.push(report(&path, document)),
            Err(what) => problem(&path, what),
        }
    }
    (reports, problems)
}

fn read(bytes: &[u8]) -> Result<Document, Sentence> {
    // What JSON says of its own mistakes may quote the file.
    let versioned: Versioned = serde_json::from_slice(bytes).map_err(|_| Sentence::NoReport)?;
    if versioned.tool.name != "munilint" {
        return Err(Sentence::NoReport);
    }
    if versioned.version != VERSION {
        return Err(Sentence::OtherReport(versioned.version, VERSION));
    }
    serde_json::from_slice(bytes).map_err(|_| Sentence::NoReport)
}

fn report(path: &Path, document: Document) -> Earlier {
    let Summary { errors, warnings, notes } = document.summary;
    // Counts that cannot be are those of a file that somebody changed.
    let score = |score: ScoreObject| Score {
        dimension: score.dimension,
        units: score.units,
        sound: score.sound.min(score.units),
    };
    let gone = |finding: FindingObject| Gone {
        path: mask(&finding.path),
        field: finding.field.as_deref().map(Excerpt::of),
        rule: mask(&finding.rule),
        severity: finding.severity,
        text: mask(&finding.message),
        fingerprint: finding.fingerprint,
    };
    Earlier {
        name: Excerpt::of(&path.file_stem().unwrap_or_default().to_string_lossy()),
        counts: [errors, warnings, notes],
        scores: document.scores.into_iter().map(score).collect(),
        findings: document.findings.into_iter().map(gone).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_report_is_told() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let good = r#"{"version":1,"tool":{"name":"munilint","version":"0.1.0"},
            "summary":{"errors":1,"warnings":2,"notes":3},
            "scores":[{"dimension":"privacy","units":4,"sound":9,"score":1}],
            "findings":[{"rule":"a/b","severity":"error","path":"a.csv","field":"fnr 15857613461","message":"m","fingerprint":"f"}]}"#;
        let other = good.replacen("\"version\":1", "\"version\":7", 1);
        for (name, text) in [("2.json", good), ("1.json", "{}"), ("3.json", "[1,"), ("4.JSON", &other), ("5.txt", "x")]
        {
            std::fs::write(folder.path().join(name), text).expect("it can be written");
        }
        let (reports, problems) = earlier(folder.path(), Language::En);
        let [report] = &reports[..] else { panic!("{reports:?}") };
        assert_eq!((report.name.as_str(), report.counts), ("2", [1, 2, 3]));
        assert_eq!(report.scores, [Score { dimension: Dimension::Privacy, units: 4, sound: 4 }]);
        assert_eq!(report.findings[0].field.as_ref().map(Excerpt::as_str), Some("fnr ***********"));
        let told: Vec<bool> = problems.iter().map(|problem| problem.text.contains("version 7")).collect();
        assert_eq!(told, [false, false, true]);
        let (reports, problems) = earlier(&folder.path().join("5.txt"), Language::Nb);
        assert_eq!((reports.len(), problems.len()), (0, 1));
    }
}
