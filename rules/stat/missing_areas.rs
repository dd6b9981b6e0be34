use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::names::COUNTIES;
use munilint_detect::codelist::CodeList;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Occurrences, Options, Place, Role, Severity, TableFacts};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From this score on the field's name says that it holds numbers of that kind.
const SURE: f32 = 0.6;

/// How many missing areas are named.
const NAMED: usize = 10;

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.score >= SURE) {
        let (list, width, variant) = match field.role.role {
            Role::MunicipalityNumber => (&*MUNICIPALITIES, 4, ""),
            Role::CountyNumber => (&*COUNTIES, 2, "counties"),
            _ => continue,
        };
        let Some(present) = codes(field, list, width) else { continue };
        let Some(edition) = Edition::nearest(list, &present, options.number("share")) else { continue };
        // Figures for the county municipalities have no Oslo.
        if edition.missing.is_empty() || (width == 2 && edition.missing == ["03"]) {
            continue;
        }
        let mut seen = Occurrences::default();
        seen.add_many(edition.missing.len() as u64, &[Place::Field { column: field.column }]);
        let named: Vec<String> = edition.missing.iter().take(NAMED).map(|code| edition.named(list, code)).collect();
        let variant = if edition.missing.len() > NAMED { "many" } else { variant };
        let draft = found.add(Some(field.column), seen).variant(variant);
        draft.count("have", edition.have).count("all", edition.have + edition.missing.len() as u64);
        draft.word("year", edition.year.to_string()).word("missing", named.join(", "));
        if !is_even(present.values().copied().filter(|rows| *rows > 0)) {
            draft.severity(Severity::Note).confidence(Confidence::Low);
        }
    }
}

/// The codes of the field that are in the list, and in how many rows; a lost leading zero is put back, and a cell may hold
/// several codes. Those that are only there by their parts, a city by its districts, have no rows of their own.
fn codes(field: &FieldFacts, list: &CodeList, width: usize) -> Option<BTreeMap<String, u64>> {
    let mut codes = BTreeMap::new();
    for value in field.values.as_deref()? {
        let parts = value.text.split([',', ';', '/', '|']).map(str::trim);
        for text in parts.filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())) {
            let even = (text.len() + text.len() % 2).max(width);
            let code = format!("{text:0>even$}");
            if list.contains(&code[..width]) {
                let rows = if even == width { value.seen.count } else { 0 };
                *codes.entry(code[..width].to_owned()).or_insert(0) += rows;
            }
        }
    }
    Some(codes)
}

/// True when nearly every area has as many rows as the others: a table of statistics, and no register in which some have
/// nothing.
fn is_even(rows: impl Iterator<Item = u64>) -> bool {
    let mut areas: BTreeMap<u64, u64> = BTreeMap::new();
    rows.for_each(|rows| *areas.entry(rows).or_insert(0) += 1);
    let (all, most) = (areas.values().sum::<u64>(), areas.values().max().copied().unwrap_or(0));
    most * 10 >= all * 9
}

/// The edition of a list that a field fits best.
struct Edition<'a> {
    year: i32,
    have: u64,
    missing: Vec<&'a str>,
}

impl<'a> Edition<'a> {
    /// The edition of which the field has at least `share`, and no code outside it. `None` when there is none, and when the field
    /// has all of another one.
    fn nearest(list: &'a CodeList, present: &BTreeMap<String, u64>, share: f64) -> Option<Edition<'a>> {
        let mut best: Option<Edition> = None;
        for year in list.years() {
            if !present.keys().all(|code| list.valid_in(code, year)) {
                continue;
            }
            let valid = list.iter().filter(|entry| entry.is_valid_in(year)).map(|entry| entry.code.as_str());
            let valid: BTreeSet<&str> = valid.collect();
            let missing: Vec<&str> = valid.iter().copied().filter(|code| !present.contains_key(*code)).collect();
            let covers = present.len() as f64 >= valid.len() as f64 * share;
            // The same areas under other names are the edition before.
            let is_new =
                best.as_ref().is_none_or(|best| missing != best.missing && missing.len() <= best.missing.len());
            if covers && is_new {
                best = Some(Edition { year, have: present.len() as u64, missing });
            }
        }
        best
    }

    fn named(&self, list: &CodeList, code: &str) -> String {
        format!("{code} {}", list.name_in(code, self.year).unwrap_or_default())
    }
}
