use crate::areas::municipalities::{Meaning, codes, is_digits, meaning};
use crate::areas::names::numbers_of;
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let (variant, is_list): (_, fn(&str) -> bool) = match field.role.role {
            Role::MunicipalityNumber => ("", is_list_of_numbers),
            Role::MunicipalityName => ("names", is_list_of_names),
            _ => continue,
        };
        let lists = Matching::of(present(field), |text, _| is_list(text));
        if !lists.is_empty() {
            let example = lists.example;
            found.add(Some(field.column), lists.seen).variant(variant).excerpt("example", example);
        }
    }
}

fn is_list_of_numbers(cell: &str) -> bool {
    let codes = codes(cell);
    let is_code = |code: &&str| match meaning(code) {
        // The number may have been mistyped; that it is four digits among others is enough.
        Meaning::Unknown => is_digits(code, 4) || meaning(&format!("0{code}")) == Meaning::Municipality,
        _ => true,
    };
    codes.len() > 1 && codes.iter().all(is_code)
}

fn is_list_of_names(cell: &str) -> bool {
    let names: Vec<&str> = cell.split([',', ';', '/']).map(str::trim).filter(|name| !name.is_empty()).collect();
    names.len() > 1 && names.iter().all(|name| numbers_of(name).is_some())
}
