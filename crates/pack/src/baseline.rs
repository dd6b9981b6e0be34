//! A baseline: what `munilint baseline` wrote.

use crate::fault::{Fault, Source};
use munilint_model::{Baseline, Excerpt, Recorded, mask};
use serde::Deserialize;
use std::collections::BTreeSet;

/// What to do about a baseline that cannot be used.
const AGAIN: &str = "`munilint baseline` writes it anew";

#[derive(Deserialize)]
#[serde(expecting = "an object with `version` and `findings`")]
struct Versioned {
    version: u32,
}

/// Reads the baseline `text`, shown as `name`. What it names is masked again: the file may be anybody's.
///
/// # Errors
/// The text is no baseline, or one of another version, or has a fingerprint twice.
pub fn baseline(name: &str, text: &str) -> Result<Baseline, Fault> {
    let source = Source { name, text };
    let wrong = |error: &serde_json::Error| source.json_fault(0, "a baseline", error).with_help(AGAIN);
    let Versioned { version } = serde_json::from_str(text).map_err(|error| wrong(&error))?;
    if version != Baseline::VERSION {
        let message =
            format!("the baseline is of version {version}; this munilint reads version {}", Baseline::VERSION);
        let at = text.find("\"version\"").unwrap_or(0);
        return Err(source.fault(at..at + "\"version\"".len(), message, "another version").with_help(AGAIN));
    }
    let read: Baseline = serde_json::from_str(text).map_err(|error| wrong(&error))?;
    let is_name = |text: &str| text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if let Some(other) = read.findings.iter().find(|recorded| !is_name(&recorded.fingerprint)) {
        let at = text.find(&*other.fingerprint).unwrap_or(0);
        let span = at..at + other.fingerprint.len();
        return Err(source.fault(span, "this is not a fingerprint", "sixteen digits from 0 to f").with_help(AGAIN));
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = read.findings.iter().find(|recorded| !names.insert(&*recorded.fingerprint)) {
        let at = text.rfind(&*twice.fingerprint).unwrap_or(0);
        let fault = source.fault(at..at + twice.fingerprint.len(), "a fingerprint stands here twice", "again here");
        return Err(fault.with_help(AGAIN));
    }
    let masked = |excerpt: Excerpt| Excerpt::whole(excerpt.as_str());
    let recorded = |recorded: Recorded| Recorded {
        path: masked(recorded.path),
        table: recorded.table.map(masked),
        rule: mask(&recorded.rule).into(),
        field: recorded.field.map(masked),
        count: recorded.count,
        fingerprint: recorded.fingerprint,
    };
    Ok(Baseline { version, findings: read.findings.into_iter().map(recorded).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str =
        r#"{"path": "a.csv", "rule": "code/x", "field": "knr", "count": 3, "fingerprint": "00ff00ff00ff00ff"}"#;

    fn fault(text: &str) -> String {
        format!("{:?}", baseline("b.json", text).expect_err("it cannot be used"))
    }

    #[test]
    fn what_was_recorded_is_read() {
        let text = format!(r#"{{"version": 1, "findings": [{ENTRY}]}}"#);
        let read = baseline("b.json", &text).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!((read.findings.len(), read.findings[0].count), (1, 3));
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_place() {
        let two = format!("{{\"version\": 1, \"findings\": [\n{ENTRY},\n{ENTRY}]}}");
        assert_eq!(fault(&two), "b.json:3: a fingerprint stands here twice [\"00ff00ff00ff00ff\": again here]");
        let other = fault("{\n \"version\": 2, \"other\": []}");
        assert!(other.starts_with("b.json:2: the baseline is of version 2; this munilint reads version 1"), "{other}");
        let cut = fault("{\"version\": 1,\n \"findings\": [");
        assert!(cut.starts_with("b.json:2: this is not valid JSON: EOF"), "{cut}");
        let row = ENTRY.replace("\"count\": 3", "\"count\": 3, \"row\": 7");
        let more = fault(&format!("{{\"version\": 1,\n \"findings\": [{row}]}}"));
        assert!(more.starts_with("b.json:2: this cannot be used as a baseline: unknown field `row`"), "{more}");
        let name = fault(&format!("{{\"version\": 1, \"findings\": [{}]}}", ENTRY.replace("00ff", "x")));
        assert!(name.contains("this is not a fingerprint"), "{name}");
        assert!(fault("[]").contains("an object with `version` and `findings`"), "{}", fault("[]"));
    }

    #[test]
    fn what_it_names_is_masked() {
        let text = format!(r#"{{"version": 1, "findings": [{}]}}"#, ENTRY.replace("knr", "fnr 15857613461"));
        let read = baseline("b.json", &text).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(read.findings[0].field.as_ref().map(Excerpt::as_str), Some("fnr ***********"));
    }
}
