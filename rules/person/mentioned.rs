//! What texts around data may hold of a person, and how grave that is.

use munilint_detect::mention::{Mention, mentions};
use munilint_model::{Confidence, Severity};

/// What a name, title or description may hold of a person.
pub(super) struct Kind {
    pub(super) mention: Mention,
    /// The message of the page that says what it is.
    pub(super) phrase: &'static str,
    /// What tells it apart in fingerprints.
    pub(super) name: &'static str,
    pub(super) severity: Severity,
    /// Names are told by lists, and one of some hundred numbers of eleven digits passes by chance.
    pub(super) confidence: Confidence,
}

pub(super) const KINDS: [Kind; 10] = [
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

const fn kind(mention: Mention, [phrase, name]: [&'static str; 2], severity: Severity, confidence: Confidence) -> Kind {
    Kind { mention, phrase, name, severity, confidence }
}

pub(super) const fn bit(mention: Mention) -> u32 {
    1 << mention as u32
}

/// What a text mentions, a bit for each kind.
pub(super) fn mentioned(text: &str) -> u32 {
    let mut held = 0;
    mentions(text, &mut |mention, _| held |= bit(mention));
    held
}
