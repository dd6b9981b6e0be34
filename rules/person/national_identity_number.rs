use super::weight::Weight;
use munilint_model::{Body, FieldFacts, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let weight = Weight::of(field);
        if weight == Weight::Chance {
            continue;
        }
        let evidence = &field.identity;
        if !evidence.national.is_empty() {
            let draft = found.add(Some(field.column), evidence.national.clone());
            weight.state(draft);
            draft.share("share", evidence.national.count, evidence.candidates).count("candidates", evidence.candidates);
        } else if evidence.d_number.is_empty() {
            synthetic(field, weight, found);
        }
    }
}

/// Numbers from the test series alone: nobody's, but the table is perhaps not what it seems.
fn synthetic(field: &FieldFacts, weight: Weight, found: &mut Findings) {
    let evidence = &field.identity;
    let draft = found.add(Some(field.column), evidence.synthetic.clone());
    weight.state(draft);
    draft.variant("synthetic").severity(Severity::Note);
    draft.share("share", evidence.synthetic.count, evidence.candidates).count("candidates", evidence.candidates);
}
