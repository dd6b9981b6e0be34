//! A field as it was found, to be read by its owner.

use crate::{Excerpt, FieldFacts, Language, Role, RoleGuess, RoleOrigin, Vintage};

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
}

/// So many values of a field are listed.
const LISTED: usize = 12;

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
        }
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
        "date" | "datetime" => {
            let day = |day: i32| format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100);
            field.dates.map(|(least, greatest)| [day(least), day(greatest)])
        }
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
    let mut present: Vec<_> = values.iter().filter(|value| !value.shape.is_missing()).collect();
    present.sort_by(|a, b| b.seen.count.cmp(&a.seen.count).then_with(|| a.text.cmp(&b.text)));
    present.iter().take(LISTED).map(|value| (Excerpt::of(&value.text), value.seen.count)).collect()
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
