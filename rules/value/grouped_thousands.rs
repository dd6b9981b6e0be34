use super::decimal_marks::sets_thousands_apart;
use super::field_kinds::is_code;
use super::many_fields::report;
use super::number_mends::without_groups;
use munilint_model::{
    Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Shape, TableFacts, ValueFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// What sets thousands apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Separator {
    Blank,
    NoBreakSpace,
    Dot,
    Comma,
}

impl Separator {
    /// `single` are the shapes whose only mark sets thousands apart in this field.
    fn of(value: &ValueFacts, single: &[Shape]) -> Option<Self> {
        let inside = value.text.trim();
        match value.shape {
            Shape::DecimalComma if single.contains(&Shape::DecimalComma) => Some(Separator::Comma),
            Shape::DecimalPoint if single.contains(&Shape::DecimalPoint) => Some(Separator::Dot),
            Shape::GroupedInteger | Shape::GroupedPoint | Shape::GroupedComma => {
                let inside = inside.trim_start_matches(['-', '+', '\u{2212}', ' ']);
                let mark = inside.chars().find(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'));
                match mark {
                    Some(' ') => Some(Separator::Blank),
                    Some(_) => Some(Separator::NoBreakSpace),
                    None if value.shape == Shape::GroupedPoint => Some(Separator::Comma),
                    None => Some(Separator::Dot),
                }
            }
            _ => None,
        }
    }

    fn variant(self) -> &'static str {
        match self {
            Separator::Blank => "",
            Separator::NoBreakSpace => "no-break-space",
            Separator::Dot => "dot",
            Separator::Comma => "comma",
        }
    }
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut each = Findings::default();
    for field in figures(facts) {
        match field.values.as_deref() {
            Some(values) => with_values(field, values, &mut each),
            None => without_values(field, &mut each),
        }
    }
    report(each.drafts, facts, found);
}

/// The fields of numbers that measure something.
fn figures(facts: &TableFacts) -> impl Iterator<Item = &FieldFacts> {
    facts.fields.iter().filter(|field| field.numeric() * 2 > field.present() && !is_code(field))
}

/// The marks that set thousands apart in the field though each stands only once in a number, with the shapes of those.
fn single_marks(field: &FieldFacts) -> impl Iterator<Item = (Shape, char)> {
    let marks = [(Shape::DecimalComma, ','), (Shape::DecimalPoint, '.')];
    marks.into_iter().filter(|(shape, _)| sets_thousands_apart(field, *shape))
}

fn with_values(field: &FieldFacts, values: &[ValueFacts], found: &mut Findings) {
    let mut seen = Occurrences::default();
    let mut ways: Vec<(Separator, &str)> = Vec::new();
    let single: Vec<Shape> = single_marks(field).map(|(shape, _)| shape).collect();
    for value in values {
        if let Some(separator) = Separator::of(value, &single) {
            seen.merge(&value.seen);
            if !ways.iter().any(|(known, _)| *known == separator) {
                ways.push((separator, value.text.trim()));
            }
        }
    }
    ways.sort_by_key(|(separator, _)| *separator);
    match ways[..] {
        [] => {}
        [(separator, example)] => {
            found.add(Some(field.column), seen).variant(separator.variant()).excerpt("example", example);
        }
        _ => {
            let examples = ways.iter().map(|(_, example)| *example);
            found.add(Some(field.column), seen).variant("several").excerpts("examples", examples);
        }
    }
}

/// Digits in groups are told by their shape; what sets the groups apart is not known then.
fn without_values(field: &FieldFacts, found: &mut Findings) {
    let mut seen = field.shape(Shape::GroupedInteger).clone();
    seen.merge(field.shape(Shape::GroupedPoint));
    seen.merge(field.shape(Shape::GroupedComma));
    if !seen.is_empty() {
        found.add(Some(field.column), seen).variant("unknown");
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in figures(facts) {
        let single: Vec<char> = single_marks(field).map(|(_, mark)| mark).collect();
        // Nine digits in three groups may be an organisation; beside words a number may be a name.
        let is_sure =
            single.is_empty() && field.numeric() == field.present() && field.organisation_valid * 2 < field.present();
        let mend = CellMend::new(move |value| without_groups(value, &single));
        mends.offer(is_sure, Change::Cells { column: field.column, mend });
    }
}
