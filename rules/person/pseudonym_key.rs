use super::persons::{named, unplaced};
use super::pseudonyms::{Sign, key};
use munilint_model::{Body, Confidence, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let Some(key) = key(facts) else { return };
    let count = key.pseudonym.map_or(facts.rows, munilint_model::FieldFacts::present);
    let draft = found.add(key.pseudonym.map(|field| field.column), unplaced(count));
    draft.word("others", named(&key.names));
    match key.sign {
        Sign::Plain => {}
        Sign::Running => {
            draft.variant("running").confidence(Confidence::Medium);
        }
        Sign::File => {
            draft.variant("file");
        }
    }
}
