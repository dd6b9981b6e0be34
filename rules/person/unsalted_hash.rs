use super::column_evidence::{is_about_persons, is_most, is_named};
use munilint_detect::header::{header_role, words};
use munilint_model::{Body, FieldFacts, Findings, Form, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words that tell how a value was made and not what of.
const METHODS: [&str; 14] = [
    "hash", "hashed", "hashet", "hasha", "md5", "sha", "sha1", "sha256", "sha512", "kryptert", "krypt", "encrypted",
    "pseudo", "anonym",
];

/// Words for persons and for what stands in their place.
const PERSONS: [&str; 25] = [
    "pid", "pseudonym", "pseudonymid", "person", "personlopenummer", "personnokkel", "ansatt", "ansattid", "barn",
    "barnid", "elev", "elevid", "bruker", "brukerid", "klient", "klientid", "pasient", "pasientid", "deltaker",
    "patient", "pupil", "student", "studentid", "employee", "citizen",
];

/// Words for digests of something other than persons.
const THINGS: [&str; 13] = [
    "fil", "file", "checksum", "sjekksum", "kontrollsum", "etag", "commit", "git", "rad", "row", "record", "dokument",
    "document",
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let seen = field.form(Form::Digest);
        if !is_most(seen.count, field, 90) || is_named(field, &THINGS) {
            continue;
        }
        let of_numbers = is_of_identity_numbers(field);
        if !of_numbers && !is_named(field, &PERSONS) && !is_about_persons(facts) {
            continue;
        }
        let draft = found.add(Some(field.column), seen.clone());
        if !of_numbers {
            draft.variant("key").severity(Severity::Warning);
        }
    }
}

/// True when the name says that the digests are of identity numbers: `fnr_hash`, `sha256 av fødselsnummer`.
fn is_of_identity_numbers(field: &FieldFacts) -> bool {
    let mut words = words(&field.name);
    words.retain(|word| !METHODS.contains(&word.as_str()) && !matches!(word.as_str(), "av" | "of"));
    header_role(&words.join(" ")).is_some_and(|(role, _)| role == "identity-number")
}
