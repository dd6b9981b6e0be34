use crate::matching::Matching;
use munilint_detect::header::words;
use munilint_model::{Body, FieldFacts, Findings, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let short = field.shape(Shape::DateShortYear);
        // Beside other forms it is the matter of mixed date formats.
        if short.is_empty() || short.count != field.present() || !is_date(field) {
            continue;
        }
        let values = field.values.as_deref().unwrap_or_default();
        let example = Matching::of(values, |_, value| value.shape == Shape::DateShortYear).example;
        let draft = found.add(Some(field.column), short.clone());
        if !example.is_empty() {
            draft.variant("example").excerpt("example", example);
            draft.kind = "";
        }
    }
}

/// Numbers of sections (`1.2.10`) have the same shape: a date says so in its header, or has zeros before its digits.
fn is_date(field: &FieldFacts) -> bool {
    let named = words(&field.name).iter().any(|word| word.contains("dato") || word.contains("date") || word == "fodt");
    let padded = |text: &str| text.split('.').all(|part| part.len() == 2);
    let values = field.values.as_deref().unwrap_or_default();
    let days = Matching::of(values, |text, _| {
        text.split('.').next().is_some_and(|day| day.parse::<u32>().is_ok_and(|day| day > 12))
    });
    named
        || (!values.is_empty()
            && values.iter().filter(|v| !v.shape.is_missing()).all(|v| padded(v.text.trim()))
            && days.different() > 0)
}
