use super::persons::unplaced;
use crate::matching::{Matching, present};
use munilint_detect::header::{fold, words};
use munilint_model::{Body, FieldFacts, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let is_number = |field: &&FieldFacts| field.role.role == Role::OrganisationNumber && field.present() > 0;
    let Some(number) = facts.fields.iter().find(is_number) else { return };
    for field in &facts.fields {
        let says_form = says_form(&field.name);
        let is_person = |text: &str| is_named(text) || says_form && text.eq_ignore_ascii_case("ENK");
        let persons = Matching::of(present(field), |text, _| is_person(text));
        if !persons.is_empty() {
            let draft = found.add(Some(field.column), unplaced(persons.seen.count));
            draft.excerpt("number", &number.name);
        }
    }
}

/// `Organisasjonsform`, `orgform_kode`, `selskapsform`.
fn says_form(name: &str) -> bool {
    const FORMS: [&str; 8] = [
        "organisasjonsform", "organisasjonsformkode", "orgform", "orgformkode", "selskapsform", "foretaksform",
        "foretakstype", "legalform",
    ];
    let words = words(name);
    let joined = words.concat();
    FORMS.iter().any(|form| joined.ends_with(form) || words.iter().any(|word| word == form))
}

/// `Enkeltpersonforetak`, `ENK - Enkeltpersonforetak`, `Enkeltpersonføretak`.
fn is_named(text: &str) -> bool {
    let folded = fold(text);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    matches!(last, "enkeltpersonforetak" | "enkeltmannsforetak") || folded == "sole proprietorship"
}
