//! The scanner of munilint, as a finder.

use crate::texts::Finder;
use munilint_detect::mention::{Mention, mentions};
use munilint_tests::labelled::kind::Kind;
use std::ops::Range;

/// What `munilint check` scans the texts of cells with.
pub(crate) struct Scanner;

impl Finder for Scanner {
    fn find(&self, text: &str, found: &mut dyn FnMut(Kind, Range<usize>)) {
        mentions(text, &mut |mention, span| {
            if let Some(kind) = kind(mention) {
                found(kind, span);
            }
        });
    }
}

/// The kind of a mention; `None` for what is no person's.
fn kind(mention: Mention) -> Option<Kind> {
    Some(match mention {
        Mention::PersonName => Kind::FullName,
        Mention::Telephone => Kind::Telephone,
        Mention::Email => Kind::Email,
        Mention::IdentityNumber | Mention::NamedIdentityNumber => Kind::NationalNumber,
        Mention::DufNumber => Kind::Duf,
        Mention::BirthDate => Kind::BirthDate,
        Mention::Address => Kind::Street,
        Mention::Property => Kind::Cadastre,
        Mention::LicencePlate => Kind::Plate,
        Mention::Account => Kind::Account,
        Mention::Iban => Kind::Iban,
        Mention::PaymentCard => Kind::Card,
        Mention::NetworkAddress => Kind::Ip,
        Mention::OfficeEmail => return None,
    })
}
