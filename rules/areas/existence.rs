//! Which areas there were in which year, by number or by name.

use super::glued::area;
use super::municipalities::MUNICIPALITIES;
use super::names::{CITY_DISTRICTS, COUNTIES, counties_of, numbers_of};
use munilint_detect::codelist::CodeList;
use munilint_model::Role;

/// Years in which an area that came to its end, or began, may have been left out: figures of a year are often given by the
/// areas of the next.
const EDGE: i32 = 1;

/// True when a field with the role names areas of a list and nothing else.
pub(crate) fn is_area(role: Role) -> bool {
    matches!(
        role,
        Role::MunicipalityNumber | Role::MunicipalityName | Role::CountyNumber | Role::CountyName | Role::CityDistrict
    )
}

/// An area of a list: the numbers it has had.
pub(crate) struct Area {
    pub(crate) list: &'static CodeList,
    pub(crate) codes: Vec<&'static str>,
}

impl Area {
    /// The area that a value of a field with that role means; `None` when it is in no list, or several areas have its name.
    pub(crate) fn of(role: Role, text: &str) -> Option<Area> {
        let text = text.trim();
        let by_code = |list: &'static CodeList, width: usize| {
            let code = format!("{text:0>width$}");
            let entry = list.entry(&code).filter(|entry| entry.code.len() == width)?;
            Some(Area { list, codes: vec![&entry.code] })
        };
        let area = match role {
            Role::MunicipalityNumber => by_code(&MUNICIPALITIES, 4),
            Role::CountyNumber => by_code(&COUNTIES, 2),
            Role::CityDistrict => by_code(&CITY_DISTRICTS, 6),
            Role::MunicipalityName => {
                let codes = numbers_of(text)?.iter().copied().collect();
                Some(Area { list: &MUNICIPALITIES, codes })
            }
            Role::CountyName => {
                let codes = counties_of(text)?.iter().copied().collect();
                Some(Area { list: &COUNTIES, codes })
            }
            _ => None,
        };
        area.filter(Area::is_one)
    }

    /// The area that a value means, whatever its field is about: `0301 Oslo`, `Oslo`.
    pub(crate) fn of_text(role: Role, text: &str) -> Option<Area> {
        Area::of(role, text).or_else(|| Area::of_number_and_name(text)).or_else(|| match role {
            Role::Unknown | Role::Category => Area::of(Role::MunicipalityName, text),
            _ => None,
        })
    }

    /// The area of `0301 Oslo`: number and name together.
    fn of_number_and_name(text: &str) -> Option<Area> {
        let (code, _) = area(text.trim())?;
        [(Role::MunicipalityNumber, 3..5), (Role::CountyNumber, 1..3), (Role::CityDistrict, 5..7)]
            .into_iter()
            .find(|(_, widths)| widths.contains(&code.len()))
            .and_then(|(role, _)| Area::of(role, code))
    }

    /// The same for every way in which the area is written.
    pub(crate) fn key(&self) -> String {
        self.codes.join("/")
    }

    /// The value as a message shows it: a number with the area's newest name.
    pub(crate) fn label(role: Role, text: &str) -> String {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let area = Area::of(role, text).filter(|_| is_number);
        let name = area.and_then(|area| area.list.name_of(area.codes.last()?));
        name.map_or_else(|| text.to_owned(), |name| format!("{text} {name}"))
    }

    /// True when the area was there in the year, and the year before and after as well.
    pub(crate) fn is_settled_in(&self, year: i32) -> bool {
        let is_valid = |year: i32| self.codes.iter().any(|code| self.list.valid_in(code, year));
        (year - EDGE..=year + EDGE).all(is_valid)
    }

    /// Two areas that had one name at the same time cannot be told apart.
    fn is_one(&self) -> bool {
        let are_apart = |year: i32| self.codes.iter().filter(|code| self.list.valid_in(code, year)).count() <= 1;
        self.codes.len() == 1 || self.list.years().into_iter().all(are_apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_there_in_their_years() {
        let settled = |role, text: &str, year| Area::of(role, text).map(|area| area.is_settled_in(year));
        assert_eq!(settled(Role::MunicipalityNumber, "301", 2020), Some(true));
        assert_eq!(settled(Role::MunicipalityNumber, "1201", 2020), Some(false));
        assert_eq!(settled(Role::MunicipalityNumber, "1201", 2019), Some(false));
        assert_eq!(settled(Role::MunicipalityNumber, "1201", 2018), Some(true));
        assert_eq!(settled(Role::MunicipalityName, "Ålesund", 2020), Some(true));
        assert_eq!(settled(Role::CountyName, "Akershus", 2022), Some(false));
        assert_eq!(settled(Role::MunicipalityName, "Herøy", 2022), None);
        assert_eq!(settled(Role::MunicipalityNumber, "0300", 2022), None);
        assert_eq!(Area::of_text(Role::Unknown, "0301 Oslo").map(|area| area.key()).as_deref(), Some("0301"));
    }
}
