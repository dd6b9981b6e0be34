use crate::matching::Matching;
use munilint_detect::date::{Slashed, slashed};
use munilint_model::{Body, Confidence, Findings, Options, Severity, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.dated() * 2 > field.present()) {
        let Some(values) = field.values.as_deref() else { continue };
        let with = |fits: fn(&Slashed) -> bool| -> Matching<'_> {
            Matching::of(values, |text, value| {
                matches!(value.shape, Shape::DateSlashed | Shape::DateTime) && order(text).as_ref().is_some_and(fits)
            })
        };
        let month_first = with(|date| date.day_first.is_none() && date.month_first.is_some());
        let day_first = with(|date| date.day_first.is_some() && date.month_first.is_none());
        // The same day either way (05/05/2024) is clear.
        let either =
            with(|date| date.day_first.is_some() && date.month_first.is_some() && date.day_first != date.month_first);
        match (month_first.different() > 0, day_first.different() > 0) {
            (true, true) => {
                let draft = found.add(Some(field.column), month_first.seen);
                draft.variant("both").severity(Severity::Error).count("others", day_first.seen.count);
                draft.excerpt("example", month_first.example).excerpt("other", day_first.example);
            }
            (true, false) => {
                let draft = found.add(Some(field.column), month_first.seen);
                draft.variant("month-first").excerpt("example", month_first.example);
            }
            (false, false) if either.different() > 0 => {
                let draft = found.add(Some(field.column), either.seen);
                draft.excerpt("example", either.example).confidence(Confidence::Medium);
            }
            _ => {}
        }
    }
}

/// Which orders of day and month are possible in a date with strokes, whatever time of day stands behind it.
fn order(text: &str) -> Option<Slashed> {
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    let date = if date.contains('/') { date.to_owned() } else { date.replace('-', "/") };
    slashed(date.as_bytes())
}
