use super::many_fields::report;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut each = Findings::default();
    for field in facts.fields.iter().filter(|field| !field.text.invisible.is_empty()) {
        each.add(Some(field.column), field.text.invisible.clone());
    }
    report(each.drafts, facts, found);
}
