use crate::matching::{Matching, number_of};
use munilint_detect::date::spreadsheet_day;
use munilint_detect::header::header_role;
use munilint_model::{Body, FieldFacts, Findings, Options, Role, Shape, TableFacts};
use std::ops::RangeInclusive;

pub(crate) const BODY: Body = Body::Facts(judge);

/// Days from October 1954 to April 2064, as spreadsheets number them.
const DAYS: RangeInclusive<f64> = 20_000.0..=60_000.0;

/// Where no date stands beside them, fewer different numbers may be something else.
const FEWEST: u64 = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| is_date(field)) {
        let numbers = field.shape(Shape::Integer);
        let dated = field.dated();
        // Numbers of other sizes tell that dates are written in another way: 20230101, 10123, 2023.
        if numbers.is_empty() || (numbers.count + dated) * 10 < field.present() * 9 {
            continue;
        }
        let Some(values) = field.values.as_deref() else {
            let all_fit = field.numbers.is_some_and(|(least, most)| DAYS.contains(&least) && DAYS.contains(&most));
            if all_fit {
                found.add(Some(field.column), numbers.clone()).variant("plain");
            }
            continue;
        };
        let days = Matching::of(values, |text, value| {
            value.shape == Shape::Integer && text.len() == 5 && number_of(value).is_some_and(|day| DAYS.contains(&day))
        });
        if days.seen.count < numbers.count || (dated == 0 && (days.different() as u64) < FEWEST) {
            continue;
        }
        let draft = found.add(Some(field.column), days.seen);
        match days.example.parse() {
            Ok(number) if !field.role.role.is_personal() => {
                let day = spreadsheet_day(number);
                let day = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
                draft.excerpt("example", days.example).word("day", day);
            }
            _ => {
                draft.variant("plain");
            }
        }
        draft.kind = "";
    }
}

/// True when the header tells of a date. What the field is about is not told by such values.
fn is_date(field: &FieldFacts) -> bool {
    matches!(field.role.role, Role::Date | Role::BirthDate)
        || header_role(&field.name).is_some_and(|(role, _)| matches!(role, "date" | "birth-date"))
}
