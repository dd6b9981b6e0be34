use munilint_detect::mention::{Mention, mentions};
use munilint_model::{Body, Confidence, Findings, Occurrences, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// What a name or title may hold of a person.
struct Kind {
    mention: Mention,
    /// The message of the page that says what it is, and what tells it apart in fingerprints.
    names: [&'static str; 2],
    severity: Severity,
    /// Names are told by lists, and one of some hundred numbers of eleven digits passes by chance.
    confidence: Confidence,
}

const KINDS: [Kind; 10] = [
    kind(
        Mention::NamedIdentityNumber,
        ["identity-number", "a national identity number"],
        Severity::Error,
        Confidence::High,
    ),
    kind(
        Mention::IdentityNumber,
        ["identity-number", "a national identity number"],
        Severity::Error,
        Confidence::Medium,
    ),
    kind(Mention::DufNumber, ["duf-number", "a DUF number"], Severity::Error, Confidence::High),
    kind(Mention::PersonName, ["name", "the name of a person"], Severity::Warning, Confidence::Medium),
    kind(Mention::Email, ["email", "the e-mail address of a person"], Severity::Warning, Confidence::High),
    kind(Mention::Telephone, ["telephone", "a telephone number"], Severity::Warning, Confidence::Medium),
    kind(Mention::BirthDate, ["birth-date", "a date of birth"], Severity::Warning, Confidence::High),
    kind(Mention::Account, ["account", "a bank account number"], Severity::Warning, Confidence::Medium),
    kind(Mention::Iban, ["iban", "a bank account number (IBAN)"], Severity::Warning, Confidence::High),
    kind(Mention::PaymentCard, ["payment-card", "the number of a payment card"], Severity::Error, Confidence::Medium),
];

const fn kind(mention: Mention, names: [&'static str; 2], severity: Severity, confidence: Confidence) -> Kind {
    Kind { mention, names, severity, confidence }
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let around = &facts.table.around;
    let in_path = mentioned_in_path(around.path.as_judged());
    let in_table = mentioned(facts.table.table.as_deref().unwrap_or_default());
    let titles: Vec<(Place, u32)> =
        around.titles.iter().map(|(place, title)| (*place, mentioned(title.as_judged()))).collect();
    let headers: Vec<u32> = facts.fields.iter().map(|field| mentioned(&field.name)).collect();
    for kind in &KINDS {
        let bit = bit(kind.mention);
        let mut tell = |column: Option<u32>, seen: Occurrences, variant: &'static str| {
            let draft = found.add(column, seen).variant(variant).phrase("what", kind.names[0]);
            draft.severity(kind.severity).confidence(kind.confidence).kind = kind.names[1];
        };
        if (in_path | in_table) & bit != 0 {
            tell(None, Occurrences::at(Place::File), "");
        }
        let mut lines = Occurrences::default();
        titles.iter().filter(|(_, held)| held & bit != 0).for_each(|(place, _)| lines.add(|| *place));
        if !lines.is_empty() {
            tell(None, lines, "title");
        }
        for (field, _) in facts.fields.iter().zip(&headers).filter(|(_, held)| *held & bit != 0) {
            tell(Some(field.column), Occurrences::at(Place::Field { column: field.column }), "header");
        }
    }
}

const fn bit(mention: Mention) -> u32 {
    1 << mention as u32
}

/// What a text mentions, a bit for each kind.
fn mentioned(text: &str) -> u32 {
    let mut held = 0;
    mentions(text, &mut |mention, _| held |= bit(mention));
    held
}

/// What a path mentions. Names of persons count in the file's own name only: the folders may be those of whoever runs this.
fn mentioned_in_path(path: &str) -> u32 {
    let mut parts = path.rsplit(['/', '\\']);
    let own = parts.next().unwrap_or_default();
    let folders = parts.map(|part| mentioned(&spaced(part)) & !bit(Mention::PersonName));
    folders.fold(mentioned(&spaced(own)) | mentioned(own), |held, more| held | more)
}

/// In names of files a line stands for a blank, and the ending is none of it.
fn spaced(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace('_', " ")
}
