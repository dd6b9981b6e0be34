use super::codings::Mixed;
use super::diagnoses::{Form, form};
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Diagnosis) {
        let values = present(field);
        let codes = Matching::of(values.iter().copied(), |text, _| form(text).is_some());
        // Words (`Ukjent`) are no codes that went wrong.
        let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        let wrong = Matching::of(values.iter().copied(), |text, _| form(text).is_none() && has_digit(text));
        if wrong.different() * 4 > codes.different() {
            continue;
        }
        if !wrong.is_empty() {
            let example = wrong.example;
            found.add(Some(field.column), wrong.seen).excerpt("example", example);
        }
        if let Some(mixed) = Mixed::of(&values, |text| form(text).filter(|form| *form != Form::Short)) {
            let examples: Vec<&str> = mixed.examples().collect();
            found.add(Some(field.column), mixed.rare.seen).variant("dots").excerpts("ways", examples);
        }
    }
}
