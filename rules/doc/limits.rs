//! What values of a field do not keep of what metadata says of them.

use super::datatypes::{self, Said as Datatype};
use super::pairs::{merged, whole};
use crate::matching::{Matching, present};
use munilint_detect::date;
use munilint_detect::number::number;
use munilint_model::{Constraints, FieldDescription, FieldFacts, Occurrences, Shape, iso_day};
use regex::RegexBuilder;

/// Bytes of a compiled pattern.
const LARGEST_PATTERN: usize = 1 << 20;

/// A constraint that values do not keep.
pub(super) struct Broken {
    /// The message of the page.
    pub(super) variant: &'static str,
    /// Where, as far as it is known.
    pub(super) seen: Occurrences,
    /// What is allowed.
    pub(super) limit: String,
    /// What stands there.
    pub(super) value: String,
}

/// Everything that is broken. `is_key` says that the field alone tells records apart.
pub(super) fn broken(field: &FieldFacts, said: &FieldDescription, is_key: bool) -> Vec<Broken> {
    let constraints = &said.constraints;
    let is_set = |flag: &Option<munilint_model::Said<bool>>| flag.as_ref().is_some_and(|flag| flag.what);
    let mut all = Vec::new();
    if is_set(&constraints.required) || is_key {
        all.extend(lacking(field, said));
    }
    if is_set(&constraints.unique) || is_key {
        all.extend(repeated(field));
    }
    all.extend(out_of_range(field, said));
    all.extend(lengths(field, constraints));
    all.extend(unfitting(field, constraints));
    all
}

fn lacking(field: &FieldFacts, said: &FieldDescription) -> Option<Broken> {
    let is_said = |marker: &str| said.missing.iter().any(|(sign, _)| sign == marker);
    let markers = field.markers.iter().filter(|tally| is_said(&tally.marker)).map(|tally| &tally.seen);
    let mut seen = merged([field.shape(Shape::Empty), field.shape(Shape::Blank)].into_iter().chain(markers));
    seen.count += field.absent;
    (seen.count > 0).then(|| Broken { variant: "", seen, limit: String::new(), value: String::new() })
}

fn repeated(field: &FieldFacts) -> Option<Broken> {
    let broken =
        |seen, value: &str| Broken { variant: "repeated", seen, limit: String::new(), value: value.to_owned() };
    if field.values.is_some() {
        let twice = Matching::of(present(field), |_, value| value.seen.count > 1);
        return (!twice.is_empty()).then(|| broken(twice.seen, twice.example));
    }
    let extra = field.present().saturating_sub(field.distinct.count);
    (field.distinct.exact && extra > 0).then(|| broken(Occurrences { count: extra, ..whole(field) }, ""))
}

fn out_of_range(field: &FieldFacts, said: &FieldDescription) -> Vec<Broken> {
    let datatype = said.datatype.as_ref().and_then(|said| datatypes::said(&said.what));
    let is_dated = matches!(datatype, Some(Datatype::Date | Datatype::DateTime));
    let known = if is_dated {
        field.dates.map(|(first, last)| (f64::from(first), f64::from(last)))
    } else {
        field.numbers.filter(|_| matches!(datatype, Some(Datatype::Integer | Datatype::Number | Datatype::Year)))
    };
    let Some((smallest, largest)) = known else { return Vec::new() };
    let limit = |text: &str| if is_dated { day(text) } else { number(text.trim().as_bytes()) };
    let constraints = &said.constraints;
    let below = constraints.minimum.as_ref().filter(|said| limit(&said.what).is_some_and(|least| smallest < least));
    let above = constraints.maximum.as_ref().filter(|said| limit(&said.what).is_some_and(|most| largest > most));
    let shown = |value: f64| if is_dated { iso_day(value as i32) } else { value.to_string() };
    let broken = |variant, limit: &String, value| Broken {
        variant,
        seen: whole(field),
        limit: limit.clone(),
        value: shown(value),
    };
    let below = below.map(|said| broken("below", &said.what, smallest));
    below.into_iter().chain(above.map(|said| broken("above", &said.what, largest))).collect()
}

/// Characters are counted where the values were kept; otherwise only what bytes make sure.
fn lengths(field: &FieldFacts, constraints: &Constraints) -> Vec<Broken> {
    let of = |variant, limit: u64, is: &dyn Fn(u64) -> bool, is_sure: &dyn Fn(u64, u64) -> bool| {
        let values = Matching::of(present(field), |_, value| is(value.text.chars().count() as u64));
        let sure = field.values.is_none()
            && field.lengths.is_some_and(|(least, most)| is_sure(u64::from(least), u64::from(most)));
        let seen = if sure { whole(field) } else { values.seen.clone() };
        (sure || !values.is_empty()).then(|| Broken {
            variant,
            seen,
            limit: limit.to_string(),
            value: values.example.to_owned(),
        })
    };
    let short = constraints.min_length.as_ref().map(|said| said.what);
    let short = short.and_then(|limit| of("short", limit, &|length| length < limit, &|least, _| least < limit));
    let long = constraints.max_length.as_ref().map(|said| said.what);
    let long = long.and_then(|limit| of("long", limit, &|length| length > limit, &|_, most| most > 4 * limit));
    short.into_iter().chain(long).collect()
}

/// Values that a pattern does not fit as a whole. It is matched in linear time; one that looks around or back, or asks for more
/// memory than it is worth, is not judged, and neither are fields of which the values were not kept.
fn unfitting(field: &FieldFacts, constraints: &Constraints) -> Option<Broken> {
    let pattern = &constraints.pattern.as_ref()?.what;
    let whole = RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST_PATTERN).build().ok()?;
    let others = Matching::of(present(field), |text, _| !whole.is_match(text));
    let (limit, value) = (pattern.clone(), others.example.to_owned());
    (!others.is_empty()).then(|| Broken { variant: "unfitting", seen: others.seen.clone(), limit, value })
}

fn day(text: &str) -> Option<f64> {
    match date::iso(text.trim().get(..10)?.as_bytes())? {
        date::Reading::Calendar(day) => Some(f64::from(day.number())),
        date::Reading::Impossible => None,
    }
}
