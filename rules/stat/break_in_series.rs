//! Areas that change their number or name within the years of the table.

use crate::areas::existence::Area;
use crate::matching::present;
use crate::years::years;
use munilint_detect::header;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Role, TableFacts};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words in the names of fields that mark a break, folded.
const MARKS: [&str; 3] = ["brudd", "tidsseriebrudd", "break"];

/// Fields that tell the area, by level, the one to tell of first.
const LEVELS: [&[Role]; 3] = [
    &[Role::MunicipalityNumber, Role::MunicipalityName],
    &[Role::CountyNumber, Role::CountyName],
    &[Role::CityDistrict],
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let is_marked =
        facts.fields.iter().any(|field| header::words(&field.name).iter().any(|word| MARKS.contains(&word.as_str())));
    let Some((first, last)) = years(facts).filter(|(first, last)| first < last && !is_marked) else { return };
    for roles in LEVELS {
        let fields = roles.iter().flat_map(|role| facts.fields.iter().filter(move |field| field.role.role == *role));
        let changed =
            fields.map(|field| (field, Change::all(field, first, last))).find(|(_, changes)| !changes.is_empty());
        if let Some((field, changes)) = changed {
            tell(field, &changes, found);
        }
    }
}

fn tell(field: &FieldFacts, changes: &[Change], found: &mut Findings) {
    let Some(example) = changes.iter().find(|change| !change.is_split()).or(changes.first()) else { return };
    let mut seen = Occurrences::default();
    seen.add_many(changes.len() as u64, &[Place::Field { column: field.column }]);
    let splits: Vec<&str> = changes.iter().filter(|change| change.is_split()).map(|change| &*change.label).collect();
    let draft = found.add(Some(field.column), seen).variant(if splits.is_empty() { "" } else { "split" });
    draft.word("reforms", reforms(changes)).excerpt("example", &example.label);
    draft.word("successors", example.successors()).word("year", example.year.to_string());
    draft.excerpts("splits", splits);
    // It is the same finding with and without splits.
    draft.kind = "";
}

/// How many areas change in which year: `2018 (5), 2020 (243)`.
fn reforms(changes: &[Change]) -> String {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    changes.iter().for_each(|change| *years.entry(change.year).or_default() += 1);
    let each: Vec<String> = years.iter().map(|(year, count)| format!("{year} ({count})")).collect();
    each.join(", ")
}

/// An area whose figures go on under another number or name.
struct Change {
    year: i32,
    label: String,
    /// What took over, as the list has it.
    to: Vec<(String, &'static str)>,
}

/// True for an area that began within the years, while none of those it was made of is there.
fn is_carried_over(area: &Area, there: &BTreeSet<&str>, first: i32, last: i32) -> bool {
    let entries: Vec<_> = area.codes.iter().flat_map(|code| area.list.entries(code)).collect();
    let began = entries.iter().map(|entry| entry.from.year).min();
    let was_before = |code: &str| {
        area.list.entries(code).iter().any(|entry| entry.successors.iter().any(|to| area.codes.contains(&to.as_str())))
    };
    began.is_some_and(|year| year > first && year <= last) && !there.iter().any(|code| was_before(code))
}

impl Change {
    /// The areas of a field that ended behind the first year and before the last, some successor of which is there, too.
    fn all(field: &FieldFacts, first: i32, last: i32) -> Vec<Change> {
        let role = field.role.role;
        let areas = present(field)
            .into_iter()
            .filter_map(|value| Some((value.text.trim(), Area::of_text(role, value.text.trim())?)));
        let areas: Vec<(&str, Area)> = areas.collect();
        let there: BTreeSet<&str> = areas.iter().flat_map(|(_, area)| area.codes.iter().copied()).collect();
        let mut changes: Vec<Change> = Vec::new();
        let mut carried_over = 0;
        for (text, area) in &areas {
            carried_over += usize::from(is_carried_over(area, &there, first, last));
            let entries = area.codes.iter().flat_map(|code| area.list.entries(code));
            for entry in entries.filter(|entry| entry.to.is_some_and(|to| to.year > first && to.year <= last)) {
                let to = &entry.successors;
                let goes_on = to.iter().all(|code| area.codes.contains(&code.as_str()));
                if goes_on || !to.iter().any(|code| there.contains(code.as_str())) {
                    continue;
                }
                let year = entry.to.map_or(0, |to| to.year);
                let name = |code: &String| (code.clone(), area.list.name_in(code, year).unwrap_or_default());
                changes.push(Change { year, label: Area::label(role, text), to: to.iter().map(name).collect() });
            }
        }
        // A table that gives the areas of one year for all years has no breaks; one of another year strayed into it.
        if carried_over > changes.len() {
            return Vec::new();
        }
        changes.sort_by(|a, b| (a.year, &a.label).cmp(&(b.year, &b.label)));
        changes
    }

    fn is_split(&self) -> bool {
        self.to.len() > 1
    }

    /// `4601 Bergen`
    fn successors(&self) -> String {
        let each: Vec<String> =
            self.to.iter().map(|(code, name)| format!("{code} {name}").trim_end().to_owned()).collect();
        each.join(", ")
    }
}
