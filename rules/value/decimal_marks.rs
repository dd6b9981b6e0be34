//! Which mark stands before the decimals, and which may set thousands apart.

use crate::matching::number_of;
use munilint_model::{FieldFacts, Occurrences, Shape};

/// How many different whole numbers, and numbers with the mark, tell what the mark is.
const FEWEST: usize = 2;

/// The numbers of a field that have one of the two marks before their decimals.
#[derive(Default)]
pub(super) struct Marked<'a> {
    /// Where.
    pub(super) seen: Occurrences,
    /// One of them when the mark may as well set thousands apart in all: it stands once in each, before the last three of
    /// four to six digits (`1,648`).
    pub(super) maybe_grouped: Option<&'a str>,
}

/// Numbers with a decimal comma, and numbers with a decimal point.
pub(super) fn decimal_marks(field: &FieldFacts) -> (Marked<'_>, Marked<'_>) {
    let commas = marked(field, Shape::DecimalComma, Shape::GroupedComma, Shape::GroupedPoint);
    let points = marked(field, Shape::DecimalPoint, Shape::GroupedPoint, Shape::GroupedComma);
    (commas, points)
}

/// `plain` and `grouped` are the shapes with the mark before the decimals, `opposite` the one in which it sets thousands apart.
fn marked(field: &FieldFacts, plain: Shape, grouped: Shape, opposite: Shape) -> Marked<'_> {
    if sets_thousands_apart(field, plain) {
        return Marked::default();
    }
    let mut seen = field.shape(plain).clone();
    seen.merge(field.shape(grouped));
    let maybe_grouped = if field.shape(grouped).is_empty() { all_grouped(field, plain) } else { None };
    // `1,923.50` in the same field tells that the comma of `1,648` sets thousands apart.
    if maybe_grouped.is_some() && sets_groups_apart(field, opposite) {
        return Marked::default();
    }
    Marked { seen, maybe_grouped }
}

/// True when a number of that shape has a mark, and not a blank, between its groups.
fn sets_groups_apart(field: &FieldFacts, shape: Shape) -> bool {
    let mut texts = field.values.iter().flatten().filter(|value| value.shape == shape).map(|value| value.text.trim());
    texts.any(|text| text.bytes().filter(|byte| matches!(byte, b'.' | b',')).count() > 1)
}

/// True when the whole numbers of the field tell that the mark of `1,340` sets thousands apart: they are all below a thousand,
/// while a program that leaves off the zeros of 12,000 would write 1,34.
pub(super) fn sets_thousands_apart(field: &FieldFacts, plain: Shape) -> bool {
    let Some(values) = field.values.as_deref().filter(|_| all_grouped(field, plain).is_some()) else { return false };
    let of = |shape: Shape| values.iter().filter(move |value| value.shape == shape);
    let mut whole = of(Shape::Integer).filter_map(number_of).filter(|number| *number != 0.0);
    let small = whole.clone().count() >= FEWEST && whole.all(|number| number.abs() < 1000.0);
    let written_out = of(plain).any(|value| value.text.trim().ends_with('0'));
    small && written_out && of(plain).count() >= FEWEST
}

/// The first value of that shape, when all of them look like `1,648`.
fn all_grouped(field: &FieldFacts, shape: Shape) -> Option<&str> {
    let mut texts = field.values.iter().flatten().filter(|value| value.shape == shape).map(|value| value.text.trim());
    let first = texts.next().filter(|text| is_group(text))?;
    texts.all(is_group).then_some(first)
}

/// True for `1,648` and `1.648`: the mark may set thousands apart.
pub(super) fn is_group(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '+', '\u{2212}']);
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    digits.split_once([',', '.']).is_some_and(|(before, after)| {
        (1..=3).contains(&before.len())
            && !before.starts_with('0')
            && after.len() == 3
            && all_digits(before)
            && all_digits(after)
    })
}

/// True when every value of the field is a number, and in none of them the mark may set thousands apart (`1.648`).
pub(super) fn is_plain(field: &FieldFacts) -> bool {
    let Some(values) = &field.values else { return false };
    let mut decimals = values.iter().filter(|value| matches!(value.shape, Shape::DecimalComma | Shape::DecimalPoint));
    field.numeric() == field.present() && !decimals.any(|value| is_group(value.text.trim()))
}
