use crate::matching::{Matching, present};
use munilint_detect::civil_status::{Coding, coding};
use munilint_model::{Body, FieldFacts, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.fields.iter().any(is_in_words) {
        return;
    }
    for field in facts.fields.iter().filter(|field| field.role.role == Role::CivilStatus) {
        let values = present(field);
        let is = |codes: &[&str], text: &str| codes.contains(&text);
        // Partners have numbers in one of the two codings only.
        if values.iter().any(|value| is(&["6", "7", "8", "9"], value.text.trim())) {
            continue;
        }
        let unclear = Matching::of(values, |text, _| is(&["3", "4", "5"], text));
        if !unclear.is_empty() {
            let codes = unclear.texts.clone();
            found.add(Some(field.column), unclear.seen).excerpts("codes", codes);
        }
    }
}

/// True when the field tells civil status in words, so that the numbers beside it are explained.
fn is_in_words(field: &FieldFacts) -> bool {
    let words = [Some(Coding::Word), Some(Coding::English)];
    present(field).iter().any(|value| words.contains(&coding(value.text.trim())))
}
