use crate::field_names::FieldNames;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From more columns than this one finding is made.
const MOST_FINDINGS: usize = 3;

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    if (facts.rows as f64) < options.number("rows") {
        return;
    }
    let constant: Vec<(&FieldFacts, &str)> =
        facts.fields.iter().filter_map(|field| Some((field, only_value(field, facts.rows)?))).collect();
    if constant.len() <= MOST_FINDINGS {
        for (field, value) in constant {
            let at = Place::Field { column: field.column };
            found.add(Some(field.column), Occurrences::at(at)).excerpt("value", value).count("rows", facts.rows);
        }
        return;
    }
    let mut seen = Occurrences::default();
    constant.iter().for_each(|(field, _)| seen.add(|| Place::Field { column: field.column }));
    let names = FieldNames::of(constant.iter().map(|(field, _)| field.name.as_str()), MOST_FINDINGS - 1);
    found
        .add(None, seen)
        .variant("many")
        .word("fields", names.shown)
        .count("others", names.others)
        .count("rows", facts.rows);
}

/// The one value that a field has in every row. What says which period, area or unit the table is of is as it should be.
fn only_value(field: &FieldFacts, rows: u64) -> Option<&str> {
    let [value] = field.values.as_deref()? else { return None };
    if value.shape.is_missing() || value.shape == Shape::Text && value.text.trim().is_empty() || value.seen.count < rows
    {
        return None;
    }
    (!tells_of_the_table(field)).then_some(value.text.as_str())
}

fn tells_of_the_table(field: &FieldFacts) -> bool {
    let role = field.role.role;
    role.is_personal()
        || matches!(
            role,
            Role::MunicipalityNumber
                | Role::MunicipalityName
                | Role::CountyNumber
                | Role::CountyName
                | Role::CityDistrict
                | Role::PostalCode
                | Role::PostalPlace
                | Role::Country
                | Role::OrganisationNumber
                | Role::Year
                | Role::Date
                | Role::Quarter
                | Role::Month
                | Role::Week
                | Role::SchoolYear
                | Role::Period
        )
        || ["enhet", "unit", "benevning", "måltall", "kilde", "source", "lisens", "epsg", "srid"]
            .iter()
            .any(|word| field.name.to_lowercase().contains(word))
}
