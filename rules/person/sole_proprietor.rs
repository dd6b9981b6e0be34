use super::persons::unplaced;
use crate::matching::{Matching, present};
use munilint_detect::header::{fold, words};
use munilint_model::{Body, FieldFacts, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let is_number = |field: &&FieldFacts| field.role.role == Role::OrganisationNumber && field.present() > 0;
    let Some(number) = facts.fields.iter().find(is_number) else { return };
    for field in &facts.fields {
        let (says_form, says_name) = (says_form(&field.name), says_name(&field.name));
        let is_person = |text: &str| {
            is_named(text) || says_form && text.eq_ignore_ascii_case("ENK") || says_name && is_name_of_one(text)
        };
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

/// `Foretaksnavn`, `leverandør`: the names of organisations.
fn says_name(name: &str) -> bool {
    const NAMES: [&str; 16] = [
        "navn", "namn", "name", "foretak", "foretaksnavn", "foretaksnamn", "virksomhet", "virksomhetsnavn", "verksemd",
        "bedrift", "bedriftsnavn", "firma", "firmanavn", "leverandor", "leverandornavn", "organisasjonsnavn",
    ];
    words(name).iter().any(|word| NAMES.contains(&word.as_str()))
}

/// `Nordli Snekkerverksted ENK`, `Vestby Regnskap (enkeltpersonforetak)`.
fn is_name_of_one(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says_so = |word: &str| matches!(fold(word).as_str(), "enkeltpersonforetak" | "enkeltmannsforetak");
    words.clone().any(says_so) || words.next_back() == Some("ENK") && words.next().is_some()
}

/// `Enkeltpersonforetak`, `ENK - Enkeltpersonforetak`, `Enkeltpersonføretak`.
fn is_named(text: &str) -> bool {
    let folded = fold(text);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    matches!(last, "enkeltpersonforetak" | "enkeltmannsforetak") || folded == "sole proprietorship"
}
