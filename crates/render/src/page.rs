//! The page of a rule, as `munilint explain` shows it.

use crate::words::Words;
use munilint_model::{Dimension, Fix, Language, Rule};
use std::fmt::Write as _;

/// The page with its TOML block put into words.
#[must_use]
pub fn page(rule: &Rule, language: Language) -> String {
    let word = |nb: &'static str, nn: &'static str, en: &'static str| language.pick([nb, nn, en]);
    let mut out = format!("# {} ({})\n\n", rule.title, rule.id);
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{name}: {text}");
        }
    };
    let words = Words::of(language);
    let sure = words.confidence(rule.confidence).map(|sure| format!(" ({sure})")).unwrap_or_default();
    line(word("Alvorlighet", "Alvor", "Severity"), &format!("{}{sure}", words.severity(rule.severity)));
    line(word("Dimensjon", "Dimensjon", "Dimension"), dimension(rule.dimension, language));
    line(word("Melding", "Melding", "Message"), rule.message.get("", language));
    line(word("Hvorfor", "Kvifor", "Why"), rule.why.get("", language));
    line(word("Gjør", "Gjer", "Do"), rule.help.get("", language));
    let fix = match rule.fix {
        Fix::Safe => "munilint fix",
        Fix::Unsafe => "munilint fix --unsafe",
        Fix::None => "",
    };
    line(word("Retting", "Retting", "Fix"), fix);
    let options: Vec<String> = rule.options.0.iter().map(|(name, number)| format!("{name} = {number}")).collect();
    line(word("Innstillinger", "Innstillingar", "Options"), &options.join(", "));
    line(word("Grunnlag", "Grunnlag", "Basis"), &rule.basis.join("; "));
    line(word("Tidligere", "Tidlegare", "Formerly"), &rule.formerly.join(", "));
    out.push('\n');
    out.push_str(prose(&rule.page));
    out
}

/// A quality dimension in words.
pub(crate) fn dimension(dimension: Dimension, language: Language) -> &'static str {
    let texts = match dimension {
        Dimension::Accuracy => ["nøyaktighet", "nøyaktigheit", "accuracy"],
        Dimension::Completeness => ["fullstendighet", "fullstendigheit", "completeness"],
        Dimension::Conformity => ["samsvar", "samsvar", "conformity"],
        Dimension::Consistency => ["konsistens", "konsistens", "consistency"],
        Dimension::Coverage => ["dekning", "dekning", "coverage"],
        Dimension::Timeliness => ["aktualitet", "aktualitet", "timeliness"],
        Dimension::Uniqueness => ["entydighet", "eintydigheit", "uniqueness"],
        Dimension::Privacy => ["personvern", "personvern", "privacy"],
        Dimension::Documentation => ["dokumentasjon", "dokumentasjon", "documentation"],
    };
    language.pick(texts)
}

/// What follows the TOML block of a page.
pub(crate) fn prose(page: &str) -> &str {
    let block = page.find("```toml").map_or(0, |at| at + 7);
    page[block..].find("\n```").map_or(page, |end| page[block + end + 4..].trim_start())
}
