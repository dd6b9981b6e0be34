use super::field_kinds::{is_percent, is_share};
use crate::matching::{Matching, number_of};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Options, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let least = options.number("least") as usize;
    let unit = facts.fields.iter().find(|field| is_unit_of_percent(field));
    for field in facts.fields.iter().filter(|field| is_share(field) && field.numeric() == field.present()) {
        let Some(values) = field.values.as_deref() else { continue };
        let inside = |value: &ValueFacts, from: f64, to: f64| number_of(value).is_some_and(|n| n > from && n <= to);
        let parts = Matching::of(values, |text, value| inside(value, 0.0, 1.0) && decimals(text) >= 2);
        let other = Matching::of(values, |_, value| number_of(value).is_some_and(|n| !(0.0..=1.0).contains(&n)));
        if parts.different() < least {
            continue;
        }
        if other.different() == 0 {
            if is_percent(field) {
                let draft = found.add(Some(field.column), parts.seen);
                draft.variant("fractions").excerpt("example", parts.example);
            } else if let Some(unit) = unit {
                let draft = found.add(Some(field.column), parts.seen);
                draft.variant("unit").excerpt("example", parts.example).excerpt("unit", &unit.name);
            }
        } else if other.different() >= least && is_apart(field, values, &parts, options.number("gap")) {
            let draft = found.add(Some(field.column), parts.seen);
            draft.excerpt("example", parts.example).excerpt("other", other.example).count("others", other.seen.count);
            draft.confidence(Confidence::Medium);
        }
    }
}

/// True for a field that says of every row that it is per cent.
fn is_unit_of_percent(field: &FieldFacts) -> bool {
    let values = field.values.as_deref().unwrap_or_default();
    let percent = |text: &str| matches!(text.to_lowercase().as_str(), "prosent" | "percent" | "per cent" | "%" | "pst");
    matches!(values, [value] if percent(value.text.trim()))
}

/// True when all that is not zero lies from 0 to 1 with decimals or above the gap, and the small values, as per cent, lie
/// among the large ones: small percentages do not.
fn is_apart(field: &FieldFacts, values: &[ValueFacts], parts: &Matching<'_>, gap: f64) -> bool {
    let numbers: Vec<f64> = values.iter().filter_map(number_of).filter(|n| *n != 0.0).collect();
    let large: Vec<f64> = numbers.iter().copied().filter(|n| *n > 1.0).collect();
    let small: Vec<f64> = numbers.iter().copied().filter(|n| *n > 0.0 && *n <= 1.0).collect();
    let (low, high) = (large.iter().copied().fold(f64::MAX, f64::min), large.iter().copied().fold(0.0, f64::max));
    low >= gap
        && high <= 100.0
        && small.len() == parts.different()
        && small.iter().all(|n| n * 100.0 >= low * 0.5 && n * 100.0 <= (high * 1.5).min(100.0))
        && parts.seen.count * 20 >= field.present()
}

fn decimals(text: &str) -> usize {
    text.rsplit_once([',', '.']).map_or(0, |(_, after)| after.len())
}
