//! What the text of a cell mentions of persons.

use munilint_detect::mention::{self, Glance, mentions_seen};
use munilint_model::{Encoding, Mention};

/// Hands over each kind of mention in a cell, once.
#[inline]
pub(crate) fn mentioned(bytes: &[u8], encoding: Encoding, each: &mut impl FnMut(Mention)) {
    // What is one word is a code or has a form of its own, but for an account in a note: `NO93…`.
    let begins_as_account = matches!(bytes, [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', ..]);
    if !begins_as_account && is_one_word(bytes) {
        return;
    }
    let glance = Glance::at(bytes);
    if glance.is_promising(bytes) {
        look(bytes, glance, encoding, each);
    }
}

/// True when neither a blank nor a comma sets words apart; most texts have a blank soon.
#[inline]
fn is_one_word(bytes: &[u8]) -> bool {
    let sets_apart = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | matches!(byte, b' ' | b','));
    !bytes.first_chunk::<16>().is_some_and(|first| sets_apart(first)) && !sets_apart(bytes)
}

// Seldom asked for: kept out of the loop over cells.
#[inline(never)]
fn look(bytes: &[u8], glance: Glance, encoding: Encoding, each: &mut impl FnMut(Mention)) {
    let encoding = if encoding.is_utf16() { Encoding::Utf8 } else { encoding };
    let mut seen = [false; Mention::COUNT];
    mentions_seen(&encoding.decode(bytes), glance, &mut |kind, _| {
        if let Some(mention) = counted(kind) {
            seen[mention as usize] = true;
        }
    });
    Mention::ALL.into_iter().filter(|&mention| seen[mention as usize]).for_each(each);
}

/// What is counted as what. E-mail addresses and identity numbers are looked at where the tokenizer marks them.
fn counted(kind: mention::Mention) -> Option<Mention> {
    match kind {
        mention::Mention::PersonName => Some(Mention::PersonName),
        mention::Mention::Telephone => Some(Mention::Telephone),
        mention::Mention::DufNumber => Some(Mention::DufNumber),
        mention::Mention::BirthDate => Some(Mention::BirthDate),
        mention::Mention::Address => Some(Mention::Address),
        mention::Mention::Property => Some(Mention::Property),
        mention::Mention::LicencePlate => Some(Mention::LicencePlate),
        mention::Mention::Account | mention::Mention::Iban => Some(Mention::Account),
        mention::Mention::PaymentCard => Some(Mention::PaymentCard),
        mention::Mention::NetworkAddress => Some(Mention::NetworkAddress),
        mention::Mention::NamedIdentityNumber => Some(Mention::IdentityNumber),
        mention::Mention::Email | mention::Mention::OfficeEmail | mention::Mention::IdentityNumber => None,
    }
}
