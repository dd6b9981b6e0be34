use crate::field_names::FieldNames;
use crate::remarks::is_for_remarks;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many columns a finding over several names.
const NAMED: usize = 2;

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    if (facts.rows as f64) < options.number("rows") {
        return;
    }
    let constant: Vec<(&FieldFacts, &str)> =
        facts.fields.iter().filter_map(|field| Some((field, only_value(field, facts.rows)?))).collect();
    if let [(field, value)] = constant[..] {
        let at = Place::Field { column: field.column };
        found.add(Some(field.column), Occurrences::at(at)).excerpt("value", value).count("rows", facts.rows);
    }
    if constant.len() < 2 {
        return;
    }
    let mut seen = Occurrences::default();
    constant.iter().for_each(|(field, _)| seen.add(|| Place::Field { column: field.column }));
    let names = FieldNames::of(constant.iter().map(|(field, _)| field.name.as_str()), NAMED);
    found
        .add(None, seen)
        .variant(if names.others == 0 { "several" } else { "many" })
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
    (!tells_of_the_table(field) && !is_for_remarks(&field.name)).then_some(value.text.as_str())
}

fn tells_of_the_table(field: &FieldFacts) -> bool {
    let role = field.role.role;
    role.is_personal()
        || role.is_time()
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
        )
        || ["enhet", "unit", "benevning", "måltall", "kilde", "source", "lisens", "epsg", "srid"]
            .iter()
            .any(|word| field.name.to_lowercase().contains(word))
}
