//! How many findings the tool can mend, in a sentence or two.

use crate::words::{Words, fill};
use munilint_model::{Fix, Language, Report};

/// Sentences in one language.
struct Sentences {
    /// Mended without guessing: `{some}`, `{all}`.
    safe: &'static str,
    /// Suggested beside those: `{some}`.
    further: &'static str,
    /// Suggested, and nothing else: `{some}`, `{all}`.
    suggested: &'static str,
}

const EN: Sentences = Sentences {
    safe: "munilint fix mends {some} of {all}, wholly or in part; munilint fix --diff shows it first.",
    further: "For {some} more it suggests a mend: --unsafe.",
    suggested: "For {some} of {all} there is a suggested mend: munilint fix --unsafe --diff shows it.",
};

const NB: Sentences = Sentences {
    safe: "munilint fix retter {some} av {all}, helt eller delvis; munilint fix --diff viser det først.",
    further: "For {some} til foreslår den en retting: --unsafe.",
    suggested: "For {some} av {all} finnes det et forslag til retting: munilint fix --unsafe --diff viser det.",
};

const NN: Sentences = Sentences {
    safe: "munilint fix rettar {some} av {all}, heilt eller delvis; munilint fix --diff viser det først.",
    further: "For {some} til føreslår han ei retting: --unsafe.",
    suggested: "For {some} av {all} finst det eit framlegg til retting: munilint fix --unsafe --diff viser det.",
};

/// How many of the findings that are told can be mended; `None` when none can.
pub(crate) fn sentence(report: &Report) -> Option<String> {
    let sentences = match report.language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    };
    let words = Words::of(report.language);
    let [safe, further] =
        [Fix::Safe, Fix::Unsafe].map(|fix| report.findings.iter().filter(|finding| finding.fix == fix).count() as u64);
    let all = words.findings(report.findings.len() as u64);
    let told = |text: &str, some: u64| fill(text, &[("some", &words.number(some)), ("all", &all)]);
    match (safe, further) {
        (0, 0) => None,
        (0, further) => Some(told(sentences.suggested, further)),
        (safe, 0) => Some(told(sentences.safe, safe)),
        (safe, further) => Some(format!("{} {}", told(sentences.safe, safe), told(sentences.further, further))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_can_be_mended_is_counted() {
        let mut report = sample::report();
        let told = |report: &mut Report, fixes: [Fix; 4]| {
            report.findings.iter_mut().zip(fixes).for_each(|(finding, fix)| finding.fix = fix);
            sentence(report)
        };
        let (safe, suggested, none) = (Fix::Safe, Fix::Unsafe, Fix::None);
        assert_eq!(told(&mut report, [none; 4]), None);
        assert_eq!(
            told(&mut report, [safe, suggested, none, safe]).as_deref(),
            Some(
                "munilint fix mends 2 of 4 findings, wholly or in part; munilint fix --diff shows it first. For 1 more it \
                 suggests a mend: --unsafe."
            )
        );
        report.language = Language::Nb;
        assert_eq!(
            told(&mut report, [suggested, none, none, none]).as_deref(),
            Some("For 1 av 4 funn finnes det et forslag til retting: munilint fix --unsafe --diff viser det.")
        );
    }
}
