use crate::areas::municipalities::is_digits;
use crate::areas::names::POSTAL_CODES;
use crate::matching::present;
use munilint_model::{CellMend, Change, FieldFacts, MendOf, Mends, Options, Role, TableFacts};

pub(crate) const MEND: MendOf = mend;

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    // Iceland and the Faroe Islands have codes of three digits.
    let tells_countries = facts.fields.iter().any(|field| field.role.role == Role::Country);
    for field in facts.fields.iter().filter(|field| field.role.role == Role::PostalCode) {
        let mend = CellMend::new(|value| is_short(value).then(|| full(value)));
        mends.offer(!tells_countries && are_norwegian(field), Change::Cells { column: field.column, mend });
    }
}

/// True for one to three digits whose zeros were lost.
fn is_short(code: &str) -> bool {
    (1..4).any(|digits| is_digits(code, digits)) && !code.starts_with('0')
}

/// The code with its zeros.
fn full(code: &str) -> String {
    format!("{code:0>4}")
}

/// True when every value is in Posten's register, zeros put back, and some have all their digits.
fn are_norwegian(field: &FieldFacts) -> bool {
    let codes: Vec<&str> = present(field).into_iter().map(|value| value.text.trim()).collect();
    codes.iter().any(|code| is_digits(code, 4))
        && codes.iter().all(|code| (is_digits(code, 4) || is_short(code)) && POSTAL_CODES.contains(&full(code)))
}
