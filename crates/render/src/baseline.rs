//! A baseline as it is kept beside the data: one finding on a line, so that people can read what changes.

use munilint_model::Baseline;
use std::io::{self, Write};

/// Writes a baseline as JSON, described by `schemas/baseline.schema.json`.
///
/// # Errors
/// `out` cannot be written to.
pub fn baseline(baseline: &Baseline, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {},\n  \"findings\": [", baseline.version)?;
    for (at, recorded) in baseline.findings.iter().enumerate() {
        write!(out, "{}\n    ", if at > 0 { "," } else { "" })?;
        serde_json::to_writer(&mut *out, recorded)?;
    }
    let end = if baseline.findings.is_empty() { "" } else { "\n  " };
    writeln!(out, "{end}]\n}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::report;
    use munilint_model::Recorded;

    fn written(findings: Vec<Recorded>) -> String {
        let mut out = Vec::new();
        baseline(&Baseline::of(findings), &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("JSON is UTF-8")
    }

    #[test]
    fn a_finding_is_a_line() {
        let mut findings = report().findings;
        findings.iter_mut().enumerate().for_each(|(at, finding)| finding.fingerprint = format!("{at:016x}"));
        findings[3].fingerprint = findings[1].fingerprint.clone();
        let recorded: Vec<Recorded> = findings.iter().map(|finding| Recorded::new(finding, &finding.source)).collect();
        let text = written(recorded);
        let expected = r#"{
  "version": 1,
  "findings": [
    {"path":"data/elever.csv","rule":"code/lost-leading-zero","field":"kommune","count":314,"fingerprint":"0000000000000001"},
    {"path":"data/elever.csv","rule":"person/national-identity-number","field":"id","count":12,"fingerprint":"0000000000000000"},
    {"path":"data/skoler.csv","rule":"file/byte-order-mark","count":1,"fingerprint":"0000000000000002"}
  ]
}
"#;
        assert_eq!(text, expected);
        let schema = serde_json::from_str(munilint_schemas::BASELINE).expect("the schema is JSON");
        for text in [text, written(Vec::new())] {
            assert!(jsonschema::is_valid(&schema, &serde_json::from_str(&text).expect("it is JSON")), "{text}");
        }
    }
}
