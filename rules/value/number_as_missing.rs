use super::field_kinds::is_signed;
use super::stand_in::stand_ins;
use munilint_detect::header::words;
use munilint_model::{Body, Findings, Options, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let whole = field.shape(Shape::Integer).count;
        // An implausible age is told of as such, and 9999 is a code of its own in the list of municipalities.
        let told = matches!(field.role.role, Role::MunicipalityNumber | Role::PostalCode | Role::Age)
            || matches!(words(&field.name).join(" ").as_str(), "alder" | "age");
        if told || is_signed(field) || whole * 10 < field.present() * 9 {
            continue;
        }
        for stand_in in stand_ins(field, options.number("factor")) {
            let (low, high) = stand_in.others;
            let draft = found.add(Some(field.column), stand_in.value.seen.clone());
            draft.excerpt("example", stand_in.value.text.trim()).excerpt("low", low).excerpt("high", high);
            draft.kind = if stand_in.value.text.trim().starts_with('-') { "negative" } else { "nines" };
        }
    }
}
