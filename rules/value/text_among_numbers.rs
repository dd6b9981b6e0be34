use super::field_kinds::is_code;
use super::number_flag::number_and_flag;
use crate::matching::Matching;
use munilint_model::{Body, FieldFacts, Findings, Options, Shape, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// How many different numbers tell that a field holds measures.
const NUMBERS: usize = 5;

/// How many different texts a message shows.
const SHOWN: usize = 3;

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !is_code(field)) {
        let texts = field.shape(Shape::Text);
        let mostly = texts.count as f64 <= options.number("limit") * field.present() as f64;
        if texts.is_empty() || !mostly || texts.count + field.numeric() != field.present() {
            continue;
        }
        let Some(values) = field.values.as_deref() else {
            found.add(Some(field.column), texts.clone()).count("others", field.numeric());
            continue;
        };
        let measured = Matching::of(values, |_, value| value.shape.is_number());
        if measured.different() < NUMBERS || is_coded(field, values.len()) {
            continue;
        }
        let is_flagged = |value: &ValueFacts| value.shape != Shape::Text || number_and_flag(&value.text).is_some();
        if values.iter().all(is_flagged) {
            continue;
        }
        let with_unit =
            Matching::of(values, |text, value| value.shape == Shape::Text && text.bytes().any(|b| b.is_ascii_digit()));
        let examples = values.iter().filter(|value| value.shape == Shape::Text).map(|value| value.text.trim());
        let draft = found.add(Some(field.column), texts.clone());
        draft.variant(if with_unit.seen.count == texts.count { "unit" } else { "example" });
        draft.excerpts("examples", examples.take(SHOWN)).count("others", field.numeric());
        // One more kind of text does not make it another finding.
        draft.kind = "";
    }
}

/// True when the whole numbers have one length, or are few and come again and again: they are codes then, of which some
/// have letters.
fn is_coded(field: &FieldFacts, different: usize) -> bool {
    let values = field.values.as_deref().unwrap_or_default();
    let mut lengths = values.iter().filter(|value| value.shape == Shape::Integer).map(|value| value.text.trim().len());
    let first = lengths.next();
    let one_length = first.is_some_and(|first| first > 2 && lengths.all(|length| length == first));
    let whole = field.shape(Shape::Integer).count == field.numeric();
    whole && (one_length || (different as u64) * 20 < field.present())
}
