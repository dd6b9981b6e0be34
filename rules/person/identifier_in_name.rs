use munilint_detect::email::email_at;
use munilint_detect::group::group_at;
use munilint_detect::identity::{IdentityNumber, identity_number};
use munilint_model::{Body, Confidence, Draft, Findings, Occurrences, Options, Place, TableFacts, Unshown};

pub(crate) const BODY: Body = Body::Facts(judge);

/// What a name or title may hold of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Identity,
    Email,
}

impl Kind {
    const ALL: [Kind; 2] = [Kind::Identity, Kind::Email];

    fn is_in(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match self {
            Kind::Identity => {
                let number = |last| group_at(bytes, last).and_then(|digits| identity_number(&digits));
                (0..bytes.len())
                    .filter(|&at| bytes[at].is_ascii_digit())
                    .filter_map(number)
                    .any(IdentityNumber::has_date)
            }
            Kind::Email => {
                let at_signs = text.match_indices('@').map(|(at, _)| at);
                at_signs.filter_map(|at| email_at(bytes, at)).any(|email| !email.role)
            }
        }
    }

    /// Says in a message what it is.
    fn tell(self, draft: &mut Draft, variant: &'static str) {
        draft.variant(variant);
        match self {
            Kind::Identity => {
                // One of some hundreds of numbers with eleven digits passes by chance.
                draft.words("what", ["a national identity number", "et fødselsnummer"]).confidence(Confidence::Medium);
                draft.kind = "identity number";
            }
            Kind::Email => {
                draft.words("what", ["the e-mail address of a person", "e-postadressen til en person"]);
                draft.kind = "e-mail address";
            }
        }
    }
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let around = &facts.table.around;
    for kind in Kind::ALL {
        let table = facts.table.table.as_deref().unwrap_or_default();
        if [around.path.as_judged(), table].into_iter().any(|name| kind.is_in(name)) {
            kind.tell(found.add(None, Occurrences::at(Place::File)), "");
        }
        let mut titles = Occurrences::default();
        let is_meant = |(_, title): &&(Place, Unshown)| kind.is_in(title.as_judged());
        around.titles.iter().filter(is_meant).for_each(|(place, _)| titles.add(|| *place));
        if !titles.is_empty() {
            kind.tell(found.add(None, titles), "title");
        }
        for field in facts.fields.iter().filter(|field| kind.is_in(&field.name)) {
            let place = Place::Field { column: field.column };
            kind.tell(found.add(Some(field.column), Occurrences::at(place)), "header");
        }
    }
}
