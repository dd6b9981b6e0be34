use super::codings::Mixed;
use crate::matching::present;
use munilint_detect::gender::{Coding, gender};
use munilint_model::{Body, Confidence, Findings, Options, Role, Severity, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Gender) {
        let values = present(field);
        let letters = letters_of(&values);
        let coding = |text: &str| match gender(text)?.1 {
            Coding::Letter if text.eq_ignore_ascii_case("m") => Some(letters),
            coding => Some(coding),
        };
        let Some(mixed) = Mixed::of(&values, coding) else { continue };
        let (is_by_age, examples) = (is_by_age(&mixed.codings), mixed.examples().collect::<Vec<_>>());
        let draft = found.add(Some(field.column), mixed.rare.seen);
        draft.excerpts("ways", examples);
        if is_by_age {
            draft.variant("children").severity(Severity::Note).confidence(Confidence::Medium);
        }
    }
}

/// The letters that the field writes: `M` is a man beside `K` and beside `F`.
fn letters_of(values: &[&ValueFacts]) -> Coding {
    let has = |letter: &str| values.iter().any(|value| value.text.trim().eq_ignore_ascii_case(letter));
    if has("f") && !has("k") { Coding::EnglishLetter } else { Coding::Letter }
}

/// True when the two codings differ in that one is of children: then the field may tell age on purpose.
fn is_by_age(codings: &[(Coding, &str)]) -> bool {
    match codings {
        [(a, _), (b, _)] => a.of_adults() == Some(*b) || b.of_adults() == Some(*a),
        _ => false,
    }
}
