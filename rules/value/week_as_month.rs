use crate::matching::Matching;
use munilint_detect::header::words;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        let parts = |text: &str| year_and_number(text);
        let all = Matching::of(values, |text, _| parts(text).is_some());
        if all.different() == 0 || all.seen.count != field.present() {
            continue;
        }
        let schoolyears =
            Matching::of(values, |text, _| parts(text).is_some_and(|(year, part)| part == (year + 1) % 100));
        let weeks = Matching::of(values, |text, _| parts(text).is_some_and(|(_, part)| part > 12));
        let months = Matching::of(values, |text, _| parts(text).is_some_and(|(_, part)| part <= 12));
        let named = field.role.role == Role::Week
            || words(&field.name)
                .iter()
                .any(|word| matches!(word.as_str(), "uke" | "veke" | "week" | "yrwk" | "isoweek"));
        // Beside numbers above 12 the others can be no months either; school years have such numbers too.
        let proved = weeks.different() > 0 && months.different() > 0 && schoolyears.different() != all.different();
        if (named || proved) && months.different() > 0 {
            found
                .add(Some(field.column), months.seen)
                .excerpt("example", months.example)
                .word("fixed", fixed(months.example));
        }
    }
}

/// Year and number of `2020-08`, when the number can be that of a week.
fn year_and_number(text: &str) -> Option<(u32, u32)> {
    let (year, part) = text.split_once('-')?;
    let digits = |text: &str, length: usize| {
        let fits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        if fits { text.parse::<u32>().ok() } else { None }
    };
    let (year, part) = (digits(year, 4)?, digits(part, 2)?);
    ((1900..2200).contains(&year) && (1..=53).contains(&part)).then_some((year, part))
}

fn fixed(text: &str) -> String {
    text.replace('-', "-W")
}
