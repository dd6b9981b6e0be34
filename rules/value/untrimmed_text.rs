use super::many_fields::report;
use munilint_model::{Body, Findings, Options, Severity, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

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
