use super::leading_zero::with_zero;
use crate::areas::municipalities::is_digits;
use munilint_model::{CellMend, Change, MendOf, Mends, Options, Role, TableFacts};

pub(crate) const MEND: MendOf = mend;

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::PostalCode) {
        // Iceland and the Faroe Islands have codes of three digits.
        let mend = CellMend::new(|value| is_digits(value.trim(), 3).then(|| with_zero(value)));
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
