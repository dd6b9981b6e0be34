use crate::matching::{Matching, present};
use munilint_detect::account::{account_digits, account_number};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::AccountNumber) {
        let values = present(field);
        let passes = |text: &str| account_digits(text.as_bytes()).map(|digits| account_number(&digits));
        let valid = Matching::of(values.iter().copied(), |text, _| passes(text) == Some(true));
        let invalid = Matching::of(values, |text, _| passes(text) == Some(false));
        // One in eleven passes by chance: where most fail, the field holds other numbers.
        if !invalid.is_empty() && valid.seen.count >= invalid.seen.count * 2 {
            found.add(Some(field.column), invalid.seen).count("valid", valid.seen.count);
        }
    }
}
