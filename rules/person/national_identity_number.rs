use super::identity_finding::{find, find_by_form, pseudonyms, tell_synthetic};
use super::in_text::in_text;
use super::weight::{Series, Weight};
use munilint_model::{Body, Findings, MendOf, Mends, Mention, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if let Some((_, draft)) = find(facts, field, Series::National, found) {
            tell_synthetic(draft, &field.identity);
        }
        if let Some((weight, draft)) = find(facts, field, Series::From2032, found) {
            let all = field.identity.synthetic_2032 == field.identity.from_2032.count;
            draft.variant(match weight {
                _ if all => "synthetic-2032",
                Weight::Certain => "new",
                _ => "possibly-new",
            });
            if all {
                draft.severity(Severity::Note);
            }
        }
        if let Some((_, draft)) = find(facts, field, Series::Nav, found) {
            draft.variant("synthetic").phrase("series", "of-nav").severity(Severity::Note);
            draft.kind = "nav";
        }
        // Among thousands of case numbers the share tells nothing, and the text does, or how they are written.
        in_text(field, &[Mention::IdentityNumber], found);
        find_by_form(field, found);
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    pseudonyms(facts, Series::National, mends);
}
