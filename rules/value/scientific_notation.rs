use super::field_kinds::is_code;
use crate::matching::Matching;
use munilint_model::{Body, FieldFacts, Findings, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From this many digits on a spreadsheet shows a number with an exponent, when the column is narrow or the format general.
const LONG: u32 = 9;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let seen = field.shape(Shape::Scientific);
        if seen.is_empty() || !(is_code(field) || is_beside_long_numbers(field)) {
            continue;
        }
        let values = field.values.as_deref().unwrap_or_default();
        let lost = Matching::of(values, |text, value| value.shape == Shape::Scientific && is_large(text));
        if lost.different() == 0 && field.values.is_some() {
            continue;
        }
        let (different, example) = (lost.different(), lost.example);
        let seen = if field.values.is_some() { lost.seen } else { seen.clone() };
        let draft = found.add(Some(field.column), seen);
        if different > 0 {
            draft.variant("example").excerpt("example", example);
            draft.kind = "";
        }
    }
}

/// True when all other values are whole numbers of many digits: a measure has short ones too.
fn is_beside_long_numbers(field: &FieldFacts) -> bool {
    let long = |text: &str| text.len() >= LONG as usize && text.bytes().all(|byte| byte.is_ascii_digit());
    let values = field.values.as_deref().unwrap_or_default();
    let others: Vec<_> = values.iter().filter(|v| v.shape != Shape::Scientific && !v.shape.is_missing()).collect();
    !others.is_empty() && others.iter().all(|value| long(value.text.trim()))
}

/// True for an exponent that makes a whole number of many digits: `1.2E-05` is a measure.
fn is_large(text: &str) -> bool {
    let exponent = text.rsplit(['e', 'E']).next().and_then(|digits| digits.trim_start_matches('+').parse::<i32>().ok());
    exponent.is_some_and(|power| power >= 4)
}
