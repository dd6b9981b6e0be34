use super::field_pairs::{Comparison, Outcome, Pair, Verdict};
use crate::areas::lineage::{are_related, descendants};
use crate::areas::municipalities::{MUNICIPALITIES, codes, with_zero};
use crate::areas::names::{COUNTIES, counties_of, is_named, numbers_of};
use munilint_model::{AnyCheck, Body, Confidence, Field, Findings, Options, Role, Severity};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(_: &Options) -> Box<dyn AnyCheck> {
    Box::new(Comparison { pairs, tell })
}

fn pairs(fields: &[Field]) -> Vec<Pair> {
    let role = |role: Role| move |field: &Field| field.role.role == role;
    let of = |first, second, compare: fn(&str, &str) -> Verdict, meant: fn(&str) -> Option<String>| {
        let like = Pair { fields: [0; 2], compare, meant, is_strict: true };
        Pair::among(fields, role(first), role(second), like)
    };
    let by_number = [
        of(Role::MunicipalityNumber, Role::CountyNumber, number_in_number, county_of_number),
        of(Role::MunicipalityNumber, Role::CountyName, number_in_name, county_of_number),
    ];
    // A number says better than a name which municipality is meant.
    if !by_number.iter().all(Vec::is_empty) {
        return by_number.concat();
    }
    [
        of(Role::MunicipalityName, Role::CountyNumber, name_in_number, county_of_name),
        of(Role::MunicipalityName, Role::CountyName, name_in_name, county_of_name),
    ]
    .concat()
}

fn number_in_number(codes: &str, county: &str) -> Verdict {
    any_of(numbers(codes).iter().map(String::as_str), |number| is_number(number, &with_zero(county, 2)))
}

fn number_in_name(codes: &str, county: &str) -> Verdict {
    any_of(numbers(codes).iter().map(String::as_str), |number| has_name(number, county))
}

fn name_in_number(name: &str, county: &str) -> Verdict {
    any_of(numbers_of(name).into_iter().flatten().copied(), |number| is_number(number, &with_zero(county, 2)))
}

fn name_in_name(name: &str, county: &str) -> Verdict {
    any_of(numbers_of(name).into_iter().flatten().copied(), |number| has_name(number, county))
}

/// The municipality numbers of a cell.
fn numbers(cell: &str) -> Vec<String> {
    codes(cell).into_iter().map(|code| with_zero(code, 4).into_owned()).collect()
}

/// One of the municipalities is enough: those that share a service, or a name, may lie in several counties.
fn any_of<'a>(municipalities: impl IntoIterator<Item = &'a str>, verdict: impl Fn(&str) -> Verdict) -> Verdict {
    let verdicts: Vec<Verdict> = municipalities.into_iter().map(verdict).collect();
    let order = [Verdict::Fits, Verdict::Related, Verdict::Unknown, Verdict::Contradicts];
    order.into_iter().find(|verdict| verdicts.contains(verdict)).unwrap_or(Verdict::Unknown)
}

/// Whether the municipality lies in the county of that number, which are the first two digits of its own.
fn is_number(municipality: &str, county: &str) -> Verdict {
    if !MUNICIPALITIES.contains(municipality) || !COUNTIES.contains(county) {
        return Verdict::Unknown;
    }
    match municipality.get(..2) {
        Some(own) if own == county => Verdict::Fits,
        _ if is_of_another_time(municipality, county) => Verdict::Related,
        _ => Verdict::Contradicts,
    }
}

/// Whether the municipality lies in the county of that name.
fn has_name(municipality: &str, county: &str) -> Verdict {
    let (Some(counties), Some(own)) = (counties_of(county), municipality.get(..2)) else { return Verdict::Unknown };
    if !MUNICIPALITIES.contains(municipality) {
        return Verdict::Unknown;
    }
    if is_named(&COUNTIES, own, county) {
        return Verdict::Fits;
    }
    let is_related = counties.iter().any(|county| is_of_another_time(municipality, county));
    if is_related { Verdict::Related } else { Verdict::Contradicts }
}

/// True when the municipality, or what it was before or became, lies or lay in the county.
fn is_of_another_time(municipality: &str, county: &str) -> bool {
    let lies_there = |number: &str| number.starts_with(county);
    descendants(&MUNICIPALITIES, municipality).into_iter().any(lies_there)
        || MUNICIPALITIES
            .iter()
            .any(|entry| lies_there(&entry.code) && are_related(&MUNICIPALITIES, &entry.code, municipality))
}

fn county_of_number(cell: &str) -> Option<String> {
    numbers(cell).iter().find_map(|number| COUNTIES.name_of(number.get(..2)?)).map(str::to_owned)
}

fn county_of_name(name: &str) -> Option<String> {
    let newest = numbers_of(name)?.iter().max_by_key(|number| MUNICIPALITIES.span_of(number))?;
    county_of_number(newest)
}

fn tell(pair: &Pair, column: u32, outcome: &Outcome, found: &mut Findings) {
    let Some(few) = outcome.contradicting() else { return };
    let draft = found.add(Some(column), few.seen);
    if !few.is_sure {
        draft.severity(Severity::Warning).confidence(Confidence::Medium);
    }
    draft.excerpt("municipality", &few.example.first).excerpt("county", &few.example.second);
    draft.word("meant", (pair.meant)(&few.example.first).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn municipalities_lie_in_the_counties_of_their_time() {
        assert_eq!(number_in_number("301", "3"), Verdict::Fits);
        assert_eq!(number_in_number("0219", "32"), Verdict::Related);
        assert_eq!(number_in_number("3201", "02"), Verdict::Related);
        assert_eq!(number_in_number("4601", "11"), Verdict::Contradicts);
        assert_eq!(number_in_number("4601", "99"), Verdict::Unknown);
        assert_eq!(number_in_name("1145, 1149", "Rogaland"), Verdict::Fits);
        assert_eq!(number_in_name("1145, 4601", "Rogaland"), Verdict::Fits);
        assert_eq!(number_in_name("4602, 4601", "Rogaland"), Verdict::Contradicts);
        assert_eq!(number_in_name("3024", "Viken (utgått)"), Verdict::Fits);
        assert_eq!(name_in_name("Herøy", "Nordland"), Verdict::Fits);
        assert_eq!(name_in_name("Bergen", "Hordaland"), Verdict::Fits);
        assert_eq!(name_in_name("Bergen", "Rogaland"), Verdict::Contradicts);
        assert_eq!(name_in_number("Bergen", "46"), Verdict::Fits);
    }
}
