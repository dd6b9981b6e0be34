use super::decimal_marks::{Marked, decimal_marks};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Occurrences, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// The fields that have the same mark.
#[derive(Default)]
struct Fields<'a> {
    names: Vec<&'a str>,
    seen: Occurrences,
    /// Fields in which the mark may set thousands apart.
    maybe_grouped: Vec<(&'a FieldFacts, Occurrences, &'a str)>,
}

impl<'a> Fields<'a> {
    fn add(&mut self, field: &'a FieldFacts, marked: Marked<'a>) {
        // Decimals stand in nearly all numbers of a field, thousands only in the large ones.
        let has_whole = !field.shape(Shape::Integer).is_empty();
        match marked.maybe_grouped {
            Some(example) if has_whole => self.maybe_grouped.push((field, marked.seen, example)),
            _ => {
                self.names.push(field.name.as_str());
                self.seen.merge(&marked.seen);
            }
        }
    }
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let (mut commas, mut points) = (Fields::default(), Fields::default());
    for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
        let (comma, point) = decimal_marks(field);
        // A field that has both is the matter of the other rule.
        match (comma.seen.is_empty(), point.seen.is_empty()) {
            (false, true) => commas.add(field, comma),
            (true, false) => points.add(field, point),
            _ => {}
        }
    }
    ask("comma-groups", commas.maybe_grouped, &points.names, found);
    ask("point-groups", points.maybe_grouped, &commas.names, found);
    if !commas.names.is_empty() && !points.names.is_empty() {
        let fewer = if points.names.len() <= commas.names.len() { points.seen } else { commas.seen };
        found.add(None, fewer).excerpts("commas", commas.names).excerpts("points", points.names);
    }
}

/// Asks what the mark means in fields that differ from `others`, which have the other mark before their decimals.
fn ask(variant: &'static str, fields: Vec<(&FieldFacts, Occurrences, &str)>, others: &[&str], found: &mut Findings) {
    if others.is_empty() {
        return;
    }
    for (field, seen, example) in fields {
        let draft = found.add(Some(field.column), seen);
        draft.variant(variant).confidence(Confidence::Medium);
        draft.excerpt("example", example).excerpts("others", others.iter().copied());
    }
}
