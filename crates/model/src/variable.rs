//! A field as it was found, to be read by its owner.

use crate::{Excerpt, FieldFacts, Language, Role, RoleGuess, RoleOrigin, ValueDistribution, Vintage, iso_day};
use std::collections::BTreeMap;

/// A field as it was found. Everything in it may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// 1-based position.
    pub column: u32,
    /// The header's text, masked.
    pub name: Excerpt,
    /// What the field is about.
    pub role: Role,
    /// Where the role comes from; `None` when it is unknown.
    pub role_origin: Option<RoleOrigin>,
    /// By the word of Table Schema.
    pub datatype: &'static str,
    /// Unit of measurement that the header tells.
    pub unit: Option<String>,
    /// How many records there are.
    pub cells: u64,
    /// How many of them have no value in the field: absent, empty or a missing marker.
    pub missing: u64,
    /// Missing markers as they are written, with how often.
    pub markers: Vec<(String, u64)>,
    /// How many different values there are.
    pub distinct: u64,
    /// False when that is an estimate.
    pub distinct_exact: bool,
    /// Its values tell of one person each, or may, and none is shown.
    pub private: bool,
    /// Range of figures or dates, as text, long figures rounded (`≈ 52600000`); `None` for values of persons.
    pub range: Option<[String; 2]>,
    /// Edition of the division of the country that its numbers follow.
    pub vintage: Option<Vintage>,
    /// The most frequent values with how often, masked; empty for fields whose values are not shown or not known.
    pub values: Vec<(Excerpt, u64)>,
    /// How its figures or days are spread; `None` where that was not counted or is not shown.
    pub distribution: Option<ValueDistribution>,
}

/// So many values of a field are listed.
const LISTED: usize = 12;

/// A value that stands fewer times might single somebody out.
pub const LEAST: u64 = 5;

impl Variable {
    /// What may be shown of a field. `vintage` is that of its numbers.
    #[must_use]
    pub fn of(field: &FieldFacts, vintage: Option<Vintage>) -> Variable {
        Variable {
            column: field.column,
            name: Excerpt::of(&field.name),
            role: field.role.role,
            role_origin: (field.role != RoleGuess::default()).then_some(field.role.origin),
            datatype: field.datatype(),
            unit: field.unit.clone(),
            cells: field.cells() + field.absent,
            missing: field.missing() + field.absent,
            markers: field.markers.iter().map(|tally| (tally.marker.clone(), tally.seen.count)).collect(),
            distinct: field.distinct.count,
            distinct_exact: field.distinct.exact,
            private: field.private,
            range: range(field).filter(|_| !field.private),
            vintage,
            values: values(field),
            distribution: None,
        }
    }

    /// Leaves out the range of figures: in a table about persons the least and the greatest are one person's.
    pub fn leave_out_extremes(&mut self) {
        if matches!(self.datatype, "integer" | "number") && !self.role.is_time() {
            self.range = None;
        }
    }

    /// The values that stand often enough to be told with their counts, the most frequent first.
    pub fn frequent(&self) -> impl Iterator<Item = (&Excerpt, u64)> {
        self.values.iter().filter(|(_, count)| *count >= LEAST).map(|(value, count)| (value, *count))
    }

    /// Calls a field without a name by its position in `language`.
    #[must_use]
    pub fn named_in(self, language: Language) -> Self {
        Variable { name: language.field_name(self.name, self.column), ..self }
    }
}

/// The range of figures and dates.
fn range(field: &FieldFacts) -> Option<[String; 2]> {
    match field.datatype() {
        // A range of codes would be read as numbers and lose their zeros.
        "integer" | "number" | "year" if !field.role.role.is_code() => {
            field.numbers.map(|(least, greatest)| [figure(least), figure(greatest)])
        }
        "date" | "datetime" => field.dates.map(|(least, greatest)| [iso_day(least), iso_day(greatest)]),
        _ => None,
    }
}

/// A figure as it is. One of eight digits or more may be somebody's number, and is told by its first three.
fn figure(n: f64) -> String {
    if n.abs() < 1e7 {
        return n.to_string();
    }
    let step = 10_f64.powi(n.abs().log10() as i32 - 2);
    format!("≈ {:.0}", (n / step).round() * step)
}

/// The most frequent values of a field that repeats them, masked. Nothing of a field about persons, and no figures.
fn values(field: &FieldFacts) -> Vec<(Excerpt, u64)> {
    let is_figure = field.role.role.is_measure() || field.role.role == Role::Unknown && field.datatype() == "number";
    let Some(values) =
        field.values.as_ref().filter(|values| !field.private && !is_figure && (values.len() as u64) < field.cells())
    else {
        return Vec::new();
    };
    // Blanks around a value are a finding of their own; who reads a list sees one value.
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for value in values.iter().filter(|value| !value.shape.is_missing()) {
        *counts.entry(value.text.trim()).or_default() += value.seen.count;
    }
    let mut present: Vec<(&str, u64)> = counts.into_iter().collect();
    present.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    present.into_iter().take(LISTED).map(|(text, count)| (Excerpt::of(text), count)).collect()
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn long_figures_are_told_by_their_first_digits() {
        let shown = [0.0, -12.5, 9_999_999.0, 52_610_482.5, 4_123_456_789.0, -12_345_678.0].map(figure);
        assert_eq!(shown, ["0", "-12.5", "9999999", "≈ 52600000", "≈ 4120000000", "≈ -12300000"]);
    }
}
