use super::written_day::day;
use crate::matching::Matching;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let (earliest, latest) = (options.number("earliest") as i32, options.number("latest") as i32);
    for field in facts.fields.iter().filter(|field| field.dated() * 5 >= field.present() * 4) {
        let Some(values) = field.values.as_deref() else { continue };
        let far = Matching::of(values, |_, value| {
            day(value).is_some_and(|day| !(earliest..=latest).contains(&(day / 10_000)) && !is_stand_in(day))
        });
        if far.is_empty() || far.seen.count as f64 > options.number("limit") * field.dated() as f64 {
            continue;
        }
        let draft = found.add(Some(field.column), far.seen);
        if field.role.role.is_personal() {
            draft.variant("personal");
        } else {
            draft.excerpt("example", far.example);
        }
        draft.kind = "";
    }
}

/// The first and the last day of a year stand for "always" and "without end".
fn is_stand_in(day: i32) -> bool {
    matches!(day % 10_000, 101 | 1231)
}
