use munilint_detect::date::{Calendar, Reading, Slashed, dotted, slashed};
use munilint_model::{
    Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// Each form of a date, with 31 January 2024 written in it.
const FORMS: [(Shape, &str); 4] = [
    (Shape::DateIso, "2024-01-31"),
    (Shape::DateDotted, "31.01.2024"),
    (Shape::DateSlashed, "31/01/2024"),
    (Shape::DateShortYear, "31.01.24"),
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.dated() * 2 > field.present()) {
        let forms: Vec<(&Occurrences, &str)> = FORMS
            .iter()
            .map(|&(shape, form)| (field.shape(shape), form))
            .filter(|(seen, _)| !seen.is_empty())
            .collect();
        // On a tie the form that comes first in the table is the usual one.
        let Some(&(usual, form)) =
            forms.iter().max_by(|(a, _), (b, _)| a.count.cmp(&b.count).then_with(|| b.first.cmp(&a.first)))
        else {
            continue;
        };
        let rest: Vec<&(&Occurrences, &str)> = forms.iter().filter(|(_, other)| *other != form).collect();
        let mut others = Occurrences::default();
        rest.iter().for_each(|(seen, _)| others.merge(seen));
        if others.is_empty() {
            continue;
        }
        let written: Vec<&str> = rest.iter().map(|(_, form)| *form).collect();
        let draft = found.add(Some(field.column), others);
        draft.word("usual", form).word("forms", written.join(", ")).count("others", usual.count);
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| field.dated() * 2 > field.present()) {
        let has = |shape: Shape| !field.shape(shape).is_empty();
        let is_day_first = has(Shape::DateSlashed) && is_day_first(field);
        let mend = CellMend::new(move |value| {
            let day = day(value.trim(), is_day_first)?;
            Some(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
        });
        // Only points leave no doubt of which is the day, and of the century.
        let is_sure = !has(Shape::DateSlashed) && !has(Shape::DateShortYear);
        mends.offer(is_sure, Change::Cells { column: field.column, mend });
    }
}

/// The day that a value says. A year has four digits; of slashed dates the day must stand first.
fn day(text: &str, is_day_first: bool) -> Option<Calendar> {
    match dotted(text.as_bytes()) {
        Some(Reading::Calendar(day)) => Some(day),
        Some(Reading::Impossible) => None,
        None => slashed(text.as_bytes()).filter(|_| is_day_first)?.day_first,
    }
}

/// True when some slashed date of the field can only be read day first, and none month first.
fn is_day_first(field: &FieldFacts) -> bool {
    let Some(values) = &field.values else { return false };
    let dates: Vec<Slashed> = values.iter().filter_map(|value| slashed(value.text.trim().as_bytes())).collect();
    dates.iter().all(|date| date.day_first.is_some()) && dates.iter().any(|date| date.month_first.is_none())
}
