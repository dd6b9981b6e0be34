use super::column_evidence::{is_about_persons, is_most, is_named};
use super::numbered::{CASES, CLIENTS, EMPLOYEES, JOURNALS, PATIENTS, PUPILS, STUDENTS, is_number_of};
use super::persons::{beside, named, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::header::words;
use munilint_detect::measure::header_measure;
use munilint_detect::payment_reference::payment_reference;
use munilint_model::{Body, FieldFacts, Findings, Form, Options, Role, Severity, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// A longer value is a text.
const LONGEST: u32 = 36;

/// What is numbered: the page's word for it, words of a header, folded, whose number a header may say that it is, and whether
/// that is enough by itself.
struct Kind {
    word: &'static str,
    headers: &'static [&'static str],
    whose: &'static [&'static str],
    alone: bool,
}

const KINDS: [Kind; 10] = [
    Kind {
        word: "health-personnel",
        headers: &["hpr", "hprnr", "hprnummer", "helsepersonellnummer", "helsepersonellnr"],
        whose: &[],
        alone: true,
    },
    Kind {
        word: "passport",
        headers: &["passnr", "passnummer", "passport", "passportno", "passportnumber"],
        whose: &[],
        alone: true,
    },
    Kind {
        word: "identity-card",
        headers: &["idkortnr", "idkortnummer", "idkort", "nasjonaltidkort", "identitycard", "idcardnumber"],
        whose: &[],
        alone: true,
    },
    Kind { word: "student", headers: &[], whose: STUDENTS, alone: true },
    Kind { word: "pupil", headers: &[], whose: PUPILS, alone: true },
    Kind { word: "patient", headers: &[], whose: PATIENTS, alone: true },
    Kind { word: "client", headers: &[], whose: CLIENTS, alone: true },
    Kind { word: "employee", headers: &[], whose: EMPLOYEES, alone: true },
    Kind { word: "journal", headers: &[], whose: JOURNALS, alone: false },
    Kind { word: "case", headers: &[], whose: CASES, alone: false },
];

impl Kind {
    fn is_told_by(&self, field: &FieldFacts) -> bool {
        let words = words(&field.name);
        let is_number = |word: &str| is_number_of(word, self.whose);
        is_named(field, self.headers) || words.iter().any(|word| is_number(word)) || is_number(&words.concat())
    }
}

const PAYMENTS: [&str; 3] = ["kid", "kidnr", "kidnummer"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(kind) = KINDS.iter().find(|kind| kind.is_told_by(field)) else {
            payment(facts, field, found);
            continue;
        };
        let others = beside(facts, field.column);
        if header_measure(&field.name).is_some() || !numbers_rows(field) || (!kind.alone && others.is_empty()) {
            continue;
        }
        let draft = found.add(Some(field.column), unplaced(field.present()));
        draft.phrase("kind", kind.word);
        draft.phrase("beside", if others.is_empty() { "" } else { "among-persons" }).word("others", named(&others));
        if !matches!(kind.word, "passport" | "identity-card") {
            draft.severity(Severity::Note);
        }
    }
}

/// True for many different short values, or whole numbers, that are no digests: another rule tells of those.
fn numbers_rows(field: &FieldFacts) -> bool {
    let there = field.present();
    let plain = field.shape(Shape::Integer).count + field.shape(Shape::Text).count;
    let short = field.lengths.is_some_and(|(_, longest)| longest <= LONGEST);
    let varies = field.distinct.count >= 2 && field.distinct.count * 10 >= there;
    // `passport` with yes and no is a question.
    let has_digits = field.values.is_none() || {
        let numbered = Matching::of(present(field), |text, _| text.bytes().any(|byte| byte.is_ascii_digit()));
        is_most(numbered.seen.count, field, 90)
    };
    short && varies && has_digits && is_most(plain, field, 90) && !is_most(field.form(Form::Digest).count, field, 90)
}

/// References of payments tell who pays, where the rows are about persons.
fn payment(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let is_organisation = facts.fields.iter().any(|field| field.role.role == Role::OrganisationNumber);
    if !is_named(field, &PAYMENTS) || !is_about_persons(facts) || is_organisation {
        return;
    }
    let pass = Matching::of(present(field), |text, _| payment_reference(text.as_bytes())).seen.count;
    if is_most(pass, field, 90) {
        let draft = found.add(Some(field.column), unplaced(pass));
        draft.phrase("kind", "payment").word("beside", "").severity(Severity::Note);
    }
}
