use munilint_detect::mention::{Mention, mentions};
use munilint_model::{Body, Confidence, Findings, Occurrences, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// What a name or title may hold of a person.
struct Kind {
    mention: Mention,
    /// In English and Bokmål.
    words: [&'static str; 2],
    severity: Severity,
    /// Names are told by lists, and one of some hundred numbers of eleven digits passes by chance.
    confidence: Confidence,
}

const KINDS: [Kind; 10] = [
    kind(
        Mention::NamedIdentityNumber,
        ["a national identity number", "et fødselsnummer"],
        Severity::Error,
        Confidence::High,
    ),
    kind(
        Mention::IdentityNumber,
        ["a national identity number", "et fødselsnummer"],
        Severity::Error,
        Confidence::Medium,
    ),
    kind(Mention::DufNumber, ["a DUF number", "et DUF-nummer"], Severity::Error, Confidence::High),
    kind(Mention::PersonName, ["the name of a person", "navnet på en person"], Severity::Warning, Confidence::Medium),
    kind(
        Mention::Email,
        ["the e-mail address of a person", "e-postadressen til en person"],
        Severity::Warning,
        Confidence::High,
    ),
    kind(Mention::Telephone, ["a telephone number", "et telefonnummer"], Severity::Warning, Confidence::Medium),
    kind(Mention::BirthDate, ["a date of birth", "en fødselsdato"], Severity::Warning, Confidence::High),
    kind(Mention::Account, ["a bank account number", "et kontonummer"], Severity::Warning, Confidence::Medium),
    kind(Mention::Iban, ["a bank account number (IBAN)", "et kontonummer (IBAN)"], Severity::Warning, Confidence::High),
    kind(
        Mention::PaymentCard,
        ["the number of a payment card", "nummeret på et betalingskort"],
        Severity::Error,
        Confidence::Medium,
    ),
];

const fn kind(mention: Mention, words: [&'static str; 2], severity: Severity, confidence: Confidence) -> Kind {
    Kind { mention, words, severity, confidence }
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
            let draft = found.add(column, seen).variant(variant).words("what", kind.words);
            draft.severity(kind.severity).confidence(kind.confidence).kind = kind.words[0];
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
