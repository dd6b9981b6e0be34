use crate::matching::Matching;
use munilint_model::{Body, Findings, Options, Role, Shape, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Months as spreadsheets shorten them, in Norwegian and English.
const MONTHS: [&str; 15] =
    ["jan", "feb", "mar", "mars", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "des"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        if matches!(field.role.role, Role::BirthDate | Role::Month | Role::Week | Role::Quarter | Role::Period) {
            continue;
        }
        let ranges = Matching::of(values, |text, _| is_range(text));
        let short = Matching::of(values, |text, _| is_day_of_month(text));
        let dates = Matching::of(values, |text, value| is_day_of_month(text) || is_full_date(value));
        let codes = Matching::of(values, |text, value| is_range(text) || is_short_code(text, value));
        // Dates with a year are told from codes only by ranges around them; `1. feb` also by plain codes.
        let hits = if ranges.seen.count * 2 > field.present() { dates } else { short };
        let rest = field.present() - hits.seen.count.min(field.present());
        if hits.different() > 0 && codes.different() >= 2 && codes.seen.count * 10 >= rest * 8 && rest > hits.seen.count
        {
            found.add(Some(field.column), hits.seen).excerpt("example", hits.example).excerpt("code", codes.example);
        }
    }
}

/// `1. feb`, `01.feb`, `1-feb`, `feb.12`
fn is_day_of_month(text: &str) -> bool {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(['.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &str| MONTHS.contains(&part) || part == "dec" || part == "sept";
    matches!(parts[..], [a, b] if (digits(a) && month(b)) || (month(a) && digits(b)))
}

fn is_full_date(value: &ValueFacts) -> bool {
    matches!(value.shape, Shape::DateDotted | Shape::DateIso | Shape::DateSlashed | Shape::DateShortYear)
}

/// `1-2`, `10-14`, `3/4`: what a spreadsheet may take for a date, or would have taken if the numbers were small enough.
fn is_range(text: &str) -> bool {
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(['-', '/', '–']).is_some_and(|(a, b)| digits(a) && digits(b))
}

/// A code of a few letters and digits: `A12`, `7`, `80+`.
fn is_short_code(text: &str, value: &ValueFacts) -> bool {
    !value.shape.is_missing()
        && text.len() <= 6
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
}
