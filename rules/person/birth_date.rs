use super::in_text::in_text;
use super::persons::{BORN, PLAIN, at_least, beside, has_birth_years, named, placed, unplaced};
use munilint_detect::date::{Form as DateForm, Reading, date};
use munilint_detect::header::says_birth;
use munilint_model::{
    Body, CellMend, Change, Confidence, FieldFacts, Findings, Form, MendOf, Mends, Mention, Occurrences, Options, Role,
    Severity, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let others = || beside(facts, field.column);
        if field.role.role == Role::BirthDate {
            full_dates(facts, field, !others().is_empty(), found);
        } else if says_birth(&field.name) && is_compact(field) {
            found.add(Some(field.column), placed(facts, field, field.form(Form::CompactDate).clone()));
        } else if has_birth_years(field)
            && let others = others()
            && !others.is_empty()
        {
            let draft = found.add(Some(field.column), unplaced(field.present()));
            draft.variant("year").word("others", named(&others)).severity(Severity::Note);
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::BirthDate], found));
}

/// True for dates without separators: `ddmmyyyy` as in KOSTRA files, or `yyyymmdd`.
fn is_compact(field: &FieldFacts) -> bool {
    at_least(90, field.form(Form::CompactDate).count, field.present())
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
    let draft = found.add(Some(field.column), placed(facts, field, seen));
    if field.role.score < PLAIN && !has_others {
        draft.confidence(Confidence::Medium);
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::BirthDate) {
        mends.suggest(Change::Cells { column: field.column, mend: CellMend::new(year) });
    }
}

/// The year of a date that has one of four digits.
fn year(value: &str) -> Option<String> {
    match date(value.trim().as_bytes())? {
        (DateForm::Iso | DateForm::Dotted, Reading::Calendar(day)) => Some(format!("{:04}", day.year)),
        _ => None,
    }
}
