//! The page of a rule, as `munilint explain` shows it.

use crate::words::Words;
use munilint_model::{Dimension, Fix, Language, Rule};
use std::fmt::Write as _;

/// The page with its TOML block put into words.
#[must_use]
pub fn page(rule: &Rule, language: Language) -> String {
    let english = language == Language::En;
    let word = |nb: &'static str, en: &'static str| if english { en } else { nb };
    let mut out = format!("# {} ({})\n\n", rule.title, rule.id);
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{name}: {text}");
        }
    };
    let words = Words::of(language);
    let sure = words.confidence(rule.confidence).map(|sure| format!(" ({sure})")).unwrap_or_default();
    line(word("Alvorlighet", "Severity"), &format!("{}{sure}", words.severity(rule.severity)));
    line(word("Dimensjon", "Dimension"), &dimension(rule.dimension, english));
    line(word("Melding", "Message"), rule.message.get("", language));
    line(word("Hvorfor", "Why"), rule.why.get("", language));
    line(word("Gjør", "Do"), rule.help.get("", language));
    if rule.fix != Fix::None {
        line(word("Retting", "Fix"), &rule.fix.to_string());
    }
    let options: Vec<String> = rule.options.0.iter().map(|(name, number)| format!("{name} = {number}")).collect();
    line(word("Innstillinger", "Options"), &options.join(", "));
    line(word("Grunnlag", "Basis"), &rule.basis.join("; "));
    line(word("Tidligere", "Formerly"), &rule.formerly.join(", "));
    out.push('\n');
    out.push_str(prose(&rule.page));
    out
}

/// What a quality dimension is called.
pub(crate) fn dimension(dimension: Dimension, english: bool) -> String {
    let bokmal = match dimension {
        _ if english => return dimension.to_string(),
        Dimension::Accuracy => "riktighet",
        Dimension::Completeness => "fullstendighet",
        Dimension::Conformity => "samsvar med standarder",
        Dimension::Consistency => "indre samsvar",
        Dimension::Coverage => "dekning",
        Dimension::Timeliness => "aktualitet",
        Dimension::Uniqueness => "entydighet",
        Dimension::Privacy => "personvern",
        Dimension::Documentation => "dokumentasjon",
    };
    bokmal.to_owned()
}

/// What follows the TOML block of a page.
fn prose(page: &str) -> &str {
    let block = page.find("```toml").map_or(0, |at| at + 7);
    page[block..].find("\n```").map_or(page, |end| page[block + end + 4..].trim_start())
}
