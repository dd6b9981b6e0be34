use super::decimal_marks::{Marked, decimal_marks, is_plain};
use super::field_kinds::is_code;
use super::number_mends::with_mark;
use munilint_model::{
    Body, CellMend, Change, Confidence, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Role, Shape,
    TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// The fields that have the same mark.
#[derive(Default)]
struct Fields<'a> {
    fields: Vec<&'a FieldFacts>,
    seen: Occurrences,
    /// Fields in which the mark may set thousands apart.
    maybe_grouped: Vec<(&'a FieldFacts, Occurrences, &'a str)>,
}

impl<'a> Fields<'a> {
    /// Those with a comma, and those with a point. A field that has both is the matter of another rule.
    fn of(facts: &'a TableFacts) -> (Self, Self) {
        let (mut commas, mut points) = (Fields::default(), Fields::default());
        for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
            let (comma, point) = decimal_marks(field);
            match (comma.seen.is_empty(), point.seen.is_empty()) {
                (false, true) => commas.add(field, comma),
                (true, false) => points.add(field, point),
                _ => {}
            }
        }
        (commas, points)
    }

    fn add(&mut self, field: &'a FieldFacts, marked: Marked<'a>) {
        // Decimals stand in nearly all numbers of a field, thousands only in the large ones.
        let has_whole = !field.shape(Shape::Integer).is_empty();
        match marked.maybe_grouped {
            Some(example) if has_whole => self.maybe_grouped.push((field, marked.seen, example)),
            _ => {
                self.fields.push(field);
                self.seen.merge(&marked.seen);
            }
        }
    }

    fn names(&self) -> Vec<&'a str> {
        self.fields.iter().map(|field| field.name.as_str()).collect()
    }
}

/// True when more fields have a point.
fn are_points_usual(commas: &Fields<'_>, points: &Fields<'_>) -> bool {
    points.fields.len() > commas.fields.len()
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let (commas, points) = Fields::of(facts);
    let fewer = if are_points_usual(&commas, &points) { &commas.seen } else { &points.seen }.clone();
    let (comma_names, point_names) = (commas.names(), points.names());
    ask("comma-groups", commas.maybe_grouped, &point_names, found);
    ask("point-groups", points.maybe_grouped, &comma_names, found);
    if !comma_names.is_empty() && !point_names.is_empty() {
        found.add(None, fewer).excerpts("commas", comma_names).excerpts("points", point_names);
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

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let (commas, points) = Fields::of(facts);
    if commas.fields.is_empty() || points.fields.is_empty() {
        return;
    }
    // Map programs want a point, and accounts a comma: which the file is for, a person has to say.
    let has_places = facts.fields.iter().any(|field| field.role.role == Role::Coordinate);
    let (fewer, usual) = if are_points_usual(&commas, &points) { (commas, '.') } else { (points, ',') };
    for field in fewer.fields.into_iter().filter(|field| is_plain(field)) {
        let mend = CellMend::new(move |value| with_mark(value, usual));
        mends.offer(!has_places && is_measured(field), Change::Cells { column: field.column, mend });
    }
}

/// True when the marks stand before decimals beyond doubt. Times of the day (`08.30`), days (`24.12`) and chapters (`1.10`) have
/// few digits on both sides.
fn is_measured(field: &FieldFacts) -> bool {
    let is_number = |text: &str| {
        let text = text.trim();
        let digits = text.trim_start_matches(['-', '+', '\u{2212}']);
        let parts = digits.split_once([',', '.']);
        parts.is_some_and(|(whole, decimals)| digits != text || whole == "0" || whole.len() > 2 || decimals.len() > 2)
    };
    !is_code(field) && !field.role.role.is_time() && field.values.iter().flatten().any(|value| is_number(&value.text))
}
