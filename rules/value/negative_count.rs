use super::field_kinds::{is_code, is_count, is_signed};
use super::stand_in::stand_ins;
use crate::matching::{Matching, number_of};
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let share = options.number("limit");
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        if !is_count(field) || is_signed(field) || is_code(field) || field.numeric() * 10 < field.present() * 9 {
            continue;
        }
        let below = Matching::of(values, |_, value| number_of(value).is_some_and(|n| n < 0.0));
        let stands_in = stand_ins(field, f64::MAX).iter().any(|found| found.value.text.trim() == below.example);
        // Where many lie below zero the field tells of a difference, whatever its name.
        if below.different() > 0 && !stands_in && (below.seen.count as f64) <= share * field.present() as f64 {
            found.add(Some(field.column), below.seen).excerpt("example", below.example);
        }
    }
}
