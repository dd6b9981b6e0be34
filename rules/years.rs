//! The years that a table says it is about.

use crate::areas::municipalities::is_digits;
use munilint_detect::header::fold;
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
pub(crate) fn is_measure(field: &FieldFacts) -> bool {
    let role = field.role.role;
    field.numeric() * 2 > field.present() && !role.is_code() && role != Role::Year
}

/// True when some field may tell a time that [`years`] could not read.
pub(crate) fn has_unread_time(facts: &TableFacts) -> bool {
    facts.fields.iter().any(|field| field.role.role.is_time() && of_field(field).is_none())
}

fn of_field(field: &FieldFacts) -> Option<(i32, i32)> {
    if let Some((first, last)) = field.dates.filter(|_| matches!(field.role.role, Role::Date | Role::Year)) {
        return Some((first / 10_000, last / 10_000));
    }
    if !field.role.role.is_time() {
        return None;
    }
    let values = field.values.as_deref()?;
    let years = values.iter().filter_map(|value| leading_year(value.text.trim()));
    years.map(|year| (year, year)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The position of the field that says of which time each row is: the only one of years, of periods or of school years, or
/// else the only one of dates whose name says no more than that (`dato`, `år`). Dates of other things (`oppdatert`) are none.
pub(crate) fn time_of_rows<'a>(fields: impl Iterator<Item = (&'a str, Role)> + Clone) -> Option<usize> {
    let is_plain = |name: &str| matches!(fold(name).as_str(), "ar" | "year" | "dato" | "date" | "periode" | "period");
    [Role::Year, Role::Period, Role::SchoolYear, Role::Date]
        .into_iter()
        .find_map(|wanted| {
            let is_meant = |name: &str, role| role == wanted && (role != Role::Date || is_plain(name));
            let mut meant = fields.clone().enumerate().filter(|(_, (name, role))| is_meant(name, *role));
            let (at, _) = meant.next()?;
            // Of two years nobody can say which one the numbers follow.
            Some((at, meant.next().is_none()))
        })
        .filter(|(_, is_only)| *is_only)
        .map(|(at, _)| at)
}

/// True when the rows of a table are of several years, and a field says which.
pub(crate) fn has_rows_of_several_years(facts: &TableFacts) -> bool {
    let fields = facts.fields.iter().map(|field| (field.name.as_str(), field.role.role));
    let span = time_of_rows(fields).and_then(|at| of_field(facts.fields.get(at)?));
    span.is_some_and(|(first, last)| first < last)
}

/// The year that a text begins with: `2023`, `2023K1`, `2023-2024`.
pub(crate) fn leading_year(text: &str) -> Option<i32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 4 { text[..4].parse().ok().filter(is_plausible) } else { None }
}

/// The year in a field's name: `kommunenr 2019`, `Persons 2010`. Two digits are none.
pub(crate) fn in_name(name: &str) -> Option<i32> {
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
