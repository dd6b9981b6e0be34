use super::area_levels;
use crate::areas::municipalities::{Meaning, is_digits, meaning};
use crate::areas::names::{CITY_DISTRICTS, COUNTIES, is_county, numbers_of, without_kind};
use crate::matching::{Matching, present};
use crate::years::is_measure;
use munilint_detect::header::fold;
use munilint_model::{Body, FieldFacts, Findings, Options, Place, Role, Severity, TableFacts};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different values of a level prove that it is meant.
const ENOUGH: usize = 2;

/// So many of the fifteen city districts of Oslo prove that they are meant.
const MOST_OF_OSLO: usize = 8;

/// What the folded name of a field of area codes holds.
const CODE_WORDS: [&str; 7] = ["kode", "code", "nummer", "geografi", "region", "omrade", "sted"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // A field of levels is what the help asks for.
    if area_levels::are_told(facts) {
        return;
    }
    let mut told = BTreeSet::new();
    for field in &facts.fields {
        let role = field.role.role;
        if role.is_personal() || matches!(role, Role::Year | Role::Amount | Role::Count | Role::FreeText) {
            continue;
        }
        // A table that says what it is calls codes text.
        let by_code = || if holds_codes(field) { by_number(field).or_else(|| within_oslo(field)) } else { None };
        let levels = match field.datatype() {
            "string" => by_name(field).or_else(by_code),
            _ => by_code(),
        };
        let Some([wide, narrow]) = levels else { continue };
        // The names and numbers of one division stand beside those of another: the rows are told of once.
        let rows: Vec<Option<u64>> = wide.values.seen.first.iter().map(Place::row).collect();
        if !told.insert((wide.name, wide.values.seen.count, rows)) {
            continue;
        }
        let draft = found.add(Some(field.column), wide.values.seen.clone());
        draft.variant(wide.name).excerpt("example", wide.values.example).excerpt("further", wide.further);
        // Without figures nothing is added up: the table is a list of names.
        draft.severity = (!facts.fields.iter().any(is_measure)).then_some(Severity::Note);
        draft.excerpt("other", narrow.values.example).count("others", narrow.values.seen.count);
    }
}

/// True when the name says that its numbers are codes: counts may look like areas.
fn holds_codes(field: &FieldFacts) -> bool {
    let name = fold(&field.name);
    field.role.role.is_code() || CODE_WORDS.iter().any(|word| name.contains(word))
}

struct Level<'a> {
    /// The message's variant.
    name: &'static str,
    /// An example of the level between, when there is one.
    further: &'a str,
    values: Matching<'a>,
}

impl<'a> Level<'a> {
    fn of(name: &'static str, values: Matching<'a>) -> Self {
        Level { name, further: "", values }
    }
}

/// Two levels that stand in one field of numbers. Four digits among which counties stand are another rule's matter.
fn by_number(field: &FieldFacts) -> Option<[Level<'_>; 2]> {
    let values = present(field);
    let is_municipality = |text: &str| meaning(text) == Meaning::Municipality && is_digits(text, 4);
    let is_district = |text: &str| {
        let six = if is_digits(text, 5) { format!("0{text}") } else { text.to_owned() };
        CITY_DISTRICTS.contains(&six) || (is_digits(&six, 6) && six.ends_with("99"))
    };
    let is_county = |text: &str| is_digits(text, 2) && COUNTIES.contains(text);
    // `0300` beside `0301`: what is known, though whose matter it is depends on the field.
    let is_long_county = |text: &str| is_digits(text, 4) && meaning(text) == Meaning::County;
    let of = |is_meant: &dyn Fn(&str) -> bool| Matching::of(values.iter().copied(), |text, _| is_meant(text));
    let (counties, municipalities, districts) = (of(&is_county), of(&is_municipality), of(&is_district));
    let known = counties.texts.len() + municipalities.texts.len() + districts.texts.len();
    let known = known + of(&is_long_county).texts.len();
    // Numbers that are something else speak against areas: ages, sums, years.
    if known != values.len() || municipalities.texts.len() < ENOUGH {
        return None;
    }
    let municipalities = Level::of("districts", municipalities);
    if districts.texts.len() >= ENOUGH {
        return Some([municipalities, Level::of("", districts)]);
    }
    let counties = Level::of("", counties);
    (counties.values.texts.len() >= ENOUGH).then_some([counties, municipalities])
}

/// City districts of Oslo and their parts (delbydeler), whose four digits are those of the district and two more.
fn within_oslo(field: &FieldFacts) -> Option<[Level<'_>; 2]> {
    let values = present(field);
    let district = |text: &str| {
        let six = if is_digits(text, 5) { format!("0{text}") } else { text.to_owned() };
        (six.starts_with("0301") && (CITY_DISTRICTS.contains(&six) || six == "030199")).then_some(six)
    };
    let districts = Matching::of(values.iter().copied(), |text, _| district(text).is_some());
    if districts.texts.len() < MOST_OF_OSLO {
        return None;
    }
    let is_of_one = |four: &str| is_digits(four, 4) && CITY_DISTRICTS.contains(&format!("0301{}", &four[..2]));
    let parts = Matching::of(values.iter().copied(), |text, _| {
        is_of_one(text) || (is_digits(text, 3) && is_of_one(&format!("0{text}")))
    });
    // Each district has several parts; a total and what is not known stand beside them.
    let rest = values.len() - districts.texts.len() - parts.texts.len();
    let is_told = parts.texts.len() > districts.texts.len() && rest <= districts.texts.len();
    is_told.then_some([Level::of("sub-districts", districts), Level::of("", parts)])
}

/// Counties or the whole country among municipalities, by name.
fn by_name(field: &FieldFacts) -> Option<[Level<'_>; 2]> {
    let values = present(field);
    let is_country = |text: &str| matches!(fold(text).as_str(), "hele landet" | "landet" | "norge" | "landet i alt");
    // Oslo is both, and so are a few municipalities that counties took their names from.
    let is_only_county = |text: &str| {
        is_county(text)
            && (numbers_of(text).is_none() || fold(without_kind(text)) != fold(text) && text.contains("fylke"))
    };
    let is_only_municipality = |text: &str| numbers_of(text).is_some() && !is_county(text);
    let is_both = |text: &str| numbers_of(text).is_some() && is_county(text) && !is_only_county(text);
    let of = |is_meant: &dyn Fn(&str) -> bool| Matching::of(values.iter().copied(), |text, _| is_meant(text));
    let (counties, municipalities) = (of(&is_only_county), of(&is_only_municipality));
    let countries = of(&is_country);
    let known = [&counties, &municipalities, &countries, &of(&is_both)].map(Matching::different).iter().sum::<usize>();
    if known * 10 < values.len() * 9 {
        return None;
    }
    let enough = |matching: &Matching<'_>| matching.texts.len() >= ENOUGH;
    if enough(&municipalities) && !counties.is_empty() && !countries.is_empty() {
        let mut values = countries;
        values.seen.merge(&counties.seen);
        let both = Level { name: "country-and-counties", further: counties.example, values };
        return Some([both, Level::of("", municipalities)]);
    }
    if enough(&municipalities) && enough(&counties) {
        return Some([Level::of("", counties), Level::of("", municipalities)]);
    }
    let rest = if enough(&municipalities) { municipalities } else { counties };
    let is_told = !countries.is_empty() && enough(&rest);
    is_told.then_some([Level::of("country", countries), Level::of("", rest)])
}
