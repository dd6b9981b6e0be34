use super::many_fields::report;
use munilint_model::{
    Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Options, Severity, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut each = Findings::default();
    for field in &facts.fields {
        if !field.text.untrimmed.is_empty() {
            each.add(Some(field.column), field.text.untrimmed.clone());
        }
        let blank = field.shape(Shape::Blank);
        // No-break spaces alone are told of as invisible characters.
        if !blank.is_empty() && field.text.invisible.count < blank.count {
            found.add(Some(field.column), blank.clone()).variant("blank").severity(Severity::Note);
        }
    }
    report(each.drafts, facts, found);
}

const BLANKS: [char; 2] = [' ', '\t'];

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let trim = CellMend::new(|value| Some(value.trim_matches(BLANKS).to_owned()));
    for field in &facts.fields {
        if !(field.text.untrimmed.is_empty() && field.shape(Shape::Blank).is_empty()) {
            mends.offer(!is_indented(field), Change::Cells { column: field.column, mend: trim.clone() });
        }
    }
}

/// True when blanks before a text may tell its level in a list, as in tables of Statistics Norway.
fn is_indented(field: &FieldFacts) -> bool {
    let mut texts = field.values.iter().flatten().filter(|value| value.shape == Shape::Text);
    texts.any(|value| value.text.starts_with("  ") || value.text.starts_with('\t'))
}
