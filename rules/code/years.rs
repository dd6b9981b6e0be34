//! The years that a table says it is about.

use super::municipalities::is_digits;
use munilint_model::{FieldFacts, Role, TableFacts};

/// The first and the last year that a table's time fields and headers name; `None` when they name none.
pub(crate) fn years(facts: &TableFacts) -> Option<(i32, i32)> {
    let of_values = facts.fields.iter().filter_map(of_field);
    // A year over codes or names says which division they follow, and a table may have several of those side by side.
    let measures = facts.fields.iter().filter(|field| is_measure(field));
    let of_headers = measures.filter_map(|field| in_name(&field.name)).map(|year| (year, year));
    of_values.chain(of_headers).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// True when the field holds figures that can be added up or compared.
pub(super) fn is_measure(field: &FieldFacts) -> bool {
    let role = field.role.role;
    field.numeric() * 2 > field.present() && !role.is_code() && role != Role::Year
}

/// True when some field may tell a time that [`years`] could not read.
pub(super) fn has_unread_time(facts: &TableFacts) -> bool {
    facts.fields.iter().any(|field| is_time(field.role.role) && of_field(field).is_none())
}

fn is_time(role: Role) -> bool {
    matches!(role, Role::Year | Role::Date | Role::Period | Role::SchoolYear | Role::Quarter | Role::Month | Role::Week)
}

fn of_field(field: &FieldFacts) -> Option<(i32, i32)> {
    if let Some((first, last)) = field.dates.filter(|_| matches!(field.role.role, Role::Date | Role::Year)) {
        return Some((first / 10_000, last / 10_000));
    }
    if !is_time(field.role.role) {
        return None;
    }
    let values = field.values.as_deref()?;
    let years = values.iter().filter_map(|value| leading_year(value.text.trim()));
    years.map(|year| (year, year)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The year that a text begins with: `2023`, `2023K1`, `2023-2024`.
fn leading_year(text: &str) -> Option<i32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 4 { text[..4].parse().ok().filter(is_plausible) } else { None }
}

/// The year in a field's name: `kommunenr 2019`, `Persons 2010`. Two digits are none.
pub(super) fn in_name(name: &str) -> Option<i32> {
    let parts = name.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| is_digits(part, 4)).find_map(|part| part.parse().ok().filter(is_plausible))
}

fn is_plausible(year: &i32) -> bool {
    (1950..=2050).contains(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_from_periods_and_names() {
        assert_eq!(leading_year("2023K1"), Some(2023));
        assert_eq!(leading_year("2023-2024"), Some(2023));
        assert_eq!(leading_year("20231"), None);
        assert_eq!(in_name("kommunenr_2019"), Some(2019));
        assert_eq!(in_name("beløp 12500"), None);
    }
}
