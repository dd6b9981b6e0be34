use super::in_text::in_text;
use super::persons::{BORN, at_least, beside, has_birth_years, named, placed, says_birth, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::date::is_date;
use munilint_model::{
    Body, Confidence, FieldFacts, Findings, Mention, Occurrences, Options, Role, Severity, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

/// A header with this score says plainly what the field holds.
const PLAIN: f32 = 0.75;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let others = beside(facts, field.column);
        if field.role.role == Role::BirthDate {
            full_dates(facts, field, !others.is_empty(), found);
        } else if says_birth(field) && is_compact(field) {
            found.add(Some(field.column), unplaced(field.present()));
        } else if has_birth_years(field) && !others.is_empty() {
            let draft = found.add(Some(field.column), unplaced(field.present()));
            draft.variant("year").word("others", named(&others)).severity(Severity::Note);
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::BirthDate], found));
}

/// True for dates without separators, as in KOSTRA files: `ddmmyyyy`.
fn is_compact(field: &FieldFacts) -> bool {
    let born = |text: &str| {
        let part = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
        let all = (part(0, 2), part(2, 4), part(4, 8));
        let (Some(day), Some(month), Some(year)) = all else { return false };
        text.len() == 8 && (1900..=2100).contains(&year) && is_date(year.cast_signed(), month, day)
    };
    at_least(90, Matching::of(present(field), |text, _| born(text)).seen.count, field.present())
}

fn full_dates(facts: &TableFacts, field: &FieldFacts, has_others: bool, found: &mut Findings) {
    let born = |number: i32| (BORN.0..=BORN.1).contains(&f64::from(number / 10_000));
    if !field.dates.is_some_and(|(first, last)| born(first) && born(last)) {
        return;
    }
    let mut seen = Occurrences::default();
    Shape::ALL.iter().filter(|shape| shape.is_date()).for_each(|&shape| seen.merge(field.shape(shape)));
    if !at_least(50, seen.count, field.present()) {
        return;
    }
    let draft = found.add(Some(field.column), placed(facts, seen));
    if field.role.score < PLAIN && !has_others {
        draft.confidence(Confidence::Medium);
    }
}
