use super::codings::{Mixed, Nested};
use super::industries::{Code, with_leading_zero};
use crate::matching::{Matching, present};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Options, Role, Severity, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Industry) {
        let values = present(field);
        let codes: Vec<Code> = values.iter().filter_map(|value| known(value.text.trim())).collect();
        // Where most are not known, they are of another classification.
        if codes.len() * 2 < values.len() {
            continue;
        }
        tell_forms(field, &values, found);
        // Four digits may be a class; beside five they are a code cut short.
        if codes.iter().any(Code::is_full) {
            tell_lost_in_front(field, &values, found);
        }
        if !tell_lost_at_end(field, &values, &codes, found) {
            tell_levels(field, &values, found);
        }
    }
}

fn known(text: &str) -> Option<Code> {
    Code::of(text).filter(Code::is_known)
}

fn tell_forms(field: &FieldFacts, values: &[&ValueFacts], found: &mut Findings) {
    let Some(mixed) = Mixed::of(values, |text| known(text)?.form) else { return };
    let examples: Vec<&str> = mixed.examples().collect();
    found.add(Some(field.column), mixed.rare.seen).excerpts("ways", examples);
}

fn tell_lost_in_front(field: &FieldFacts, values: &[&ValueFacts], found: &mut Findings) {
    let lost = Matching::of(values.iter().copied(), |text, _| with_leading_zero(text).is_some());
    if !lost.is_empty() {
        let (example, fixed) = (lost.example, format!("0{}", lost.example));
        let draft = found.add(Some(field.column), lost.seen);
        draft.variant("leading").excerpt("example", example).excerpt("fixed", &fixed);
    }
}

/// Tells of codes that lack the zeros at their end, as when `38.210` was read as a number: then no code in the field ends
/// with a zero. True when it did.
fn tell_lost_at_end(field: &FieldFacts, values: &[&ValueFacts], codes: &[Code], found: &mut Findings) -> bool {
    let (full, short): (Vec<&Code>, Vec<&Code>) = codes.iter().partition(|code| code.is_full());
    let is_lost = |code: &Code| code.with_zeros().is_some() && !full.iter().any(|part| code.holds(part));
    let is_number_cut = !full.is_empty()
        && !full.iter().any(|code| code.dotted.ends_with('0'))
        && !short.is_empty()
        && short.iter().all(|code| is_lost(code));
    let lost = Matching::of(values.iter().copied(), |text, _| {
        is_number_cut && text.contains('.') && known(text).is_some_and(|code| !code.is_full())
    });
    let Some(fixed) = Code::of(lost.example).and_then(|code| code.with_zeros()) else { return false };
    let example = lost.example;
    let draft = found.add(Some(field.column), lost.seen);
    draft.variant("trailing").confidence(Confidence::Medium).excerpt("example", example).excerpt("fixed", &fixed);
    true
}

/// Tells of industries that stand beside others within them: a sum over the field counts those twice.
fn tell_levels(field: &FieldFacts, values: &[&ValueFacts], found: &mut Findings) {
    let Some(Nested { wide, part }) = Nested::of(values, |text| Some(known(text)?.dotted)) else { return };
    let example = wide.example;
    let draft = found.add(Some(field.column), wide.seen);
    draft.variant("levels").severity(Severity::Note).excerpt("example", example).excerpt("part", &part);
}
