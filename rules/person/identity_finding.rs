//! Findings of identity numbers: how many, how sure, and why so.

use super::in_text::is_told;
use super::persons::{beside, named};
use super::weight::{Series, Weight, chance_in, is_told_by_form, says_account, weigh};
use munilint_model::{
    Argument, CellMend, Change, Confidence, Draft, FieldFacts, Findings, IdentityEvidence, Mends, Mention, Role,
    Severity, TableFacts,
};

/// Fewer numbers than this that only their form tells of are noted.
const ENOUGH: u64 = 3;

/// Finds the numbers of one series in a field. `wording` is the page's message for them; the plain one is empty.
pub(super) fn find<'f>(
    facts: &TableFacts,
    field: &FieldFacts,
    series: Series,
    found: &'f mut Findings,
) -> Option<(Weight, &'f mut Draft)> {
    let seen = series.seen(&field.identity);
    if seen.is_empty() {
        return None;
    }
    let others = beside(facts, field.column);
    let weight = weigh(field, series, !others.is_empty());
    // What the text calls or writes as an identity number goes before what may be one.
    let is_told = is_told(field, Mention::IdentityNumber) || is_told_by_form(field);
    if weight == Weight::Chance || (weight == Weight::Possible && is_told) {
        return None;
    }
    let draft = found.add(Some(field.column), seen.clone());
    let candidates = field.identity.candidates;
    draft.share("share", seen.count, candidates).count("candidates", candidates);
    draft.phrase("pass", if candidates == 1 { "pass-one" } else { "pass" });
    draft.with("chance", Argument::Share(chance_in(field, series)));
    let header = match field.role.role {
        Role::IdentityNumber => "named",
        _ if says_account(field) => "named-account",
        _ => "",
    };
    draft.phrase("header", header).phrase("beside", if others.is_empty() { "" } else { "among-persons" });
    draft.word("others", named(&others));
    // What the page states is for what is certain.
    let (variant, severity, confidence) = match weight {
        Weight::Certain => ("", None, None),
        Weight::Likely => ("likely", Some(Severity::Warning), Some(Confidence::Medium)),
        Weight::Possible | Weight::Chance => ("possible", Some(Severity::Note), Some(Confidence::Low)),
    };
    draft.variant(variant);
    draft.severity = severity;
    draft.confidence = confidence;
    Some((weight, draft))
}

/// Finds numbers that are written as identity numbers are, in a field in which nothing else was found.
pub(super) fn find_by_form(field: &FieldFacts, found: &mut Findings) {
    let is_told = found.drafts.iter().any(|draft| draft.column == Some(field.column));
    if is_told || !is_told_by_form(field) {
        return;
    }
    let seen = field.identity.in_form_passing.clone();
    let few = seen.count < ENOUGH;
    let draft = found.add(Some(field.column), seen);
    draft.variant("in-form").confidence(Confidence::Medium).count("in-form", field.identity.in_form);
    draft.severity(if few { Severity::Note } else { Severity::Warning });
}

/// Says that nobody has the numbers, when that holds for all of them. The table is perhaps not what it seems.
pub(super) fn tell_synthetic(draft: &mut Draft, evidence: &IdentityEvidence) {
    let synthetic = evidence.tenor + evidence.dolly;
    if synthetic < evidence.national.count + evidence.d_number.count {
        return;
    }
    let series = match (evidence.tenor > 0, evidence.dolly > 0) {
        (true, true) => "of-both",
        (false, true) => "of-dolly",
        _ => "of-tenor",
    };
    draft.variant("synthetic").phrase("series", series).severity(Severity::Note);
}

/// Suggests pseudonyms for the fields in which the numbers of a series are certain.
pub(super) fn pseudonyms(facts: &TableFacts, series: Series, mends: &mut Mends) {
    for field in &facts.fields {
        let mut found = Findings::default();
        if find(facts, field, series, &mut found).is_some_and(|(weight, _)| weight == Weight::Certain) {
            mends.suggest(Change::Pseudonyms { column: field.column, subject: CellMend::new(identity_number) });
        }
    }
}

/// The digits of a value of ten or eleven, however it is written, so that a person has one pseudonym; of ten the leading zero was
/// lost. Those with a typing error are some person's, too.
pub(super) fn identity_number(value: &str) -> Option<String> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '.');
    let digits: String = value.chars().filter(|&c| !is_gap(c)).collect();
    let is_number = matches!(digits.len(), 10 | 11) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("{digits:0>11}"))
}
