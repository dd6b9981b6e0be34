//! E-mail addresses, and whether they are an office's or a person's.

use crate::name_list::{Listed, listed};

/// An address in a run of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Email {
    /// Where its first byte is.
    pub start: usize,
    /// Where the byte after its last is.
    pub end: usize,
    /// True when the local part is an office (`post@…`) and not a person.
    pub role: bool,
}

/// Longest local part (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;
/// Longest domain (RFC 5321, 4.5.3.1.2).
const LONGEST_DOMAIN: usize = 255;

/// The address around the `@` at position `at`: a local part, and a domain that has a dot and ends in two or more ASCII
/// letters. Letters of Latin scripts are taken in both parts, in UTF-8 and in single-byte encodings.
#[must_use]
pub fn email_at(bytes: &[u8], at: usize) -> Option<Email> {
    if bytes.get(at) != Some(&b'@') {
        return None;
    }
    let start = local_start(bytes, at)?;
    let end = domain_end(bytes, at + 1)?;
    let local = &bytes[start..at];
    let first_label = bytes[at + 1..end].split(|&byte| byte == b'.').next().unwrap_or_default();
    let role = is_office(local) || is_one_long_word(local) || local.eq_ignore_ascii_case(first_label);
    Some(Email { start, end, role })
}

fn local_start(bytes: &[u8], at: usize) -> Option<usize> {
    let mut start = at;
    while start > 0 && at - start <= LONGEST_LOCAL {
        let width = match bytes[start - 1] {
            b'.' if bytes[start] == b'.' => 0,
            b'.' | b'_' | b'%' | b'+' | b'-' | b'\'' | b'&' | b'=' | b'~' => 1,
            _ => letter_before(bytes, start),
        };
        if width == 0 {
            break;
        }
        start -= width;
    }
    // An opening quote or a dash of a list is not part of an address.
    while start < at && matches!(bytes[start], b'.' | b'\'' | b'-' | b'=' | b'&' | b'+') {
        start += 1;
    }
    (start < at && at - start <= LONGEST_LOCAL && bytes[at - 1] != b'.').then_some(start)
}

fn domain_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut end = from;
    while end - from < LONGEST_DOMAIN {
        let width = match bytes.get(end) {
            Some(b'.') if end == from || bytes[end - 1] == b'.' => 0,
            Some(b'-') if end == from => 0,
            Some(b'.' | b'-') => 1,
            _ => letter_after(bytes, end),
        };
        if width == 0 {
            break;
        }
        end += width;
    }
    // What follows the last label of letters belongs to the sentence: `post@oslo.kommune.no.`
    loop {
        let dot = from + bytes[from..end].iter().rposition(|&byte| byte == b'.')?;
        let label = &bytes[dot + 1..end];
        let letters = label.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters >= 2 && label[letters..].iter().all(|&byte| byte == b'-') {
            return Some(dot + 1 + letters);
        }
        end = dot;
    }
}

/// Length of the letter or digit that ends before `end`; 0 when there is none.
fn letter_before(bytes: &[u8], end: usize) -> usize {
    match bytes[..end] {
        [.., last] if last.is_ascii_alphanumeric() => 1,
        [.., 0xC3..=0xC5, 0x80..=0xBF] => 2,
        [.., 0xC0..=0xFF] => 1,
        _ => 0,
    }
}

/// Length of the letter or digit that starts at `at`; 0 when there is none.
fn letter_after(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..).unwrap_or_default() {
        [first, ..] if first.is_ascii_alphanumeric() => 1,
        [0xC3..=0xC5, 0x80..=0xBF, ..] => 2,
        [0xC0..=0xFF, 0x80..=0xBF, ..] => 0,
        [0xC0..=0xFF, ..] => 1,
        _ => 0,
    }
}

/// Words that are an office when they stand alone between dots, hyphens and underscores.
const OFFICES: [&str; 76] = [
    "barnevernet", "forvaltning", "helse", "hjemmetjenesten", "inntak", "nav", "oppvekst", "opptak", "ppt", "sfo",
    "tildeling", "utbygging", "admin", "administrasjon", "arkiv", "avdeling", "barnehage", "barnehagen", "barnevern",
    "biblioteket", "bibliotek", "booking", "byggesak", "byraad", "bystyret", "contact", "data", "datahotell", "dpo",
    "drift", "epost", "faktura", "feedback", "fjernarkiv", "help", "helpdesk", "hjelp", "hr", "info", "innsyn", "it",
    "jobb", "kart", "klage", "kommune", "kommunen", "kontakt", "kontor", "kultur", "kundesenter", "legevakt", "mail",
    "office", "opendata", "ordforer", "plan", "post", "presse", "redaksjon", "resepsjon", "rektor", "sales", "service",
    "servicesenter", "skole", "skolen", "ssb", "statistikk", "support", "teknisk", "varsel", "varsling", "vakt", "web",
    "webmaster", "webredaktor",
];

/// Words that are an office wherever they stand.
const OFFICES_WITHIN: [&str; 16] = [
    "postmottak", "firmapost", "service", "kundesenter", "servicetorg", "sentralbord", "personvern", "noreply",
    "no-reply", "no_reply", "donotreply", "ikke-svar", "postmaster", "biblioteket", "opendata", "helsestasjon",
];

/// From this length on a word that no list of names has is an institution's: `palmafossen`.
const LONG_WORD: usize = 8;

/// True for one long word that is no name.
fn is_one_long_word(local: &[u8]) -> bool {
    let word =
        std::str::from_utf8(local).ok().filter(|word| word.len() >= LONG_WORD && word.chars().all(char::is_alphabetic));
    // `karinordmann` and `knordmann` are a given name, or its first letter, and a surname in one.
    let is_name = |word: &str| {
        let split = |at: usize| {
            word.split_at_checked(at)
                .is_some_and(|(a, b)| (at == 1 || listed(a).given) && listed(b).surname && !listed(b).ambiguous)
        };
        listed(word) != Listed::default() || (1..word.len() - 1).any(split)
    };
    word.is_some_and(|word| !is_name(word))
}

/// True when a local part names an office: one of its words does, digits and a `+tag` aside.
fn is_office(local: &[u8]) -> bool {
    let local = local.split(|&byte| byte == b'+').next().unwrap_or_default();
    let word_is_office = |word: &[u8]| {
        let digits = word.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let word = &word[..word.len() - digits];
        OFFICES.iter().any(|office| word.eq_ignore_ascii_case(office.as_bytes()))
    };
    let within = |office: &str| local.windows(office.len()).any(|part| part.eq_ignore_ascii_case(office.as_bytes()));
    let ends_as_office = ["kontor", "kontoret", "tjenesten", "senteret", "avdelingen", "sentralen"]
        .iter()
        .any(|end| local.len() > end.len() && local[local.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes()));
    local.split(|byte| matches!(byte, b'.' | b'-' | b'_')).any(word_is_office)
        || ends_as_office
        || OFFICES_WITHIN.iter().any(|office| within(office))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(text: &[u8]) -> Option<(String, bool)> {
        let at = text.iter().position(|&byte| byte == b'@')?;
        email_at(text, at)
            .map(|email| (String::from_utf8_lossy(&text[email.start..email.end]).into_owned(), email.role))
    }

    #[test]
    fn addresses_are_cut_out_of_their_text() {
        let cases = [
            ("kari.nordmann@example.no", "kari.nordmann@example.no"),
            ("Skriv til <kari.nordmann@example.no>.", "kari.nordmann@example.no"),
            ("mailto:kari.nordmann@example.kommune.no?subject=x", "kari.nordmann@example.kommune.no"),
            ("'kari@example.no'", "kari@example.no"),
            ("kari@example.no. Ring 1", "kari@example.no"),
            ("kari@example.no.2024", "kari@example.no"),
            ("kari@example.no-", "kari@example.no"),
            ("...kari@example.no", "kari@example.no"),
            ("øystein.ås@bærum.example.no", "øystein.ås@bærum.example.no"),
            ("a\u{a0}kari@example.no\u{a0}b", "kari@example.no"),
            ("«kari@example.no»", "kari@example.no"),
            ("kari@x;ola@example.no", ""),
        ];
        for (text, address) in cases {
            let found = find(text.as_bytes()).map(|(address, _)| address).unwrap_or_default();
            assert_eq!(found, address, "{text}");
        }
        let single = find(b"\xA0\xF8ystein@b\xE6rum.example.no\xA0").unwrap().0;
        assert_eq!(single.chars().count(), "øystein@bærum.example.no".chars().count());
    }

    #[test]
    fn what_is_no_address_is_left() {
        for text in
            ["@", "a@", "@b.no", "a@b", "a@b.n", "a@.no", "a@-b.no", "a@b.123", "3 @ 4.50", "a.@b.no", "npm@1.2.3"]
        {
            assert_eq!(find(text.as_bytes()), None, "{text}");
        }
        assert_eq!(email_at(b"a@b.no", 0), None);
        assert_eq!(email_at(b"a@b.no", 9), None);
    }

    #[test]
    fn offices_are_told_from_persons() {
        let offices = [
            "post", "postmottak", "Postmottak.BYM", "firmapost", "kontakt", "info", "support", "noreply", "no-reply",
            "servicetorg", "servicetorget", "arkiv", "innsyn", "personvern", "personvernombud", "presse", "hjelp",
            "kundeservice", "sentralbord", "epost", "mail", "webmaster", "admin", "datahotell", "opendata",
            "statistikk", "biblioteket", "post2", "info+nyhetsbrev", "byggesak-post", "example", "folkebiblioteket",
            "oppvekstservice",
        ];
        for office in offices {
            assert_eq!(
                find(format!("{office}@example.kommune.no").as_bytes()).map(|found| found.1),
                Some(true),
                "{office}"
            );
        }
        for person in
            ["kari.nordmann", "kari", "kn123", "postma", "k.arkivar", "info-kari.n".strip_prefix("info-").unwrap()]
        {
            assert_eq!(find(format!("{person}@example.no").as_bytes()).map(|found| found.1), Some(false), "{person}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![Just(b'@'), Just(b'.'), Just(b'a'), any::<u8>()], 0..60), at in 0_usize..70) {
            if let Some(email) = email_at(&bytes, at) {
                prop_assert!(email.start < at && at < email.end && email.end <= bytes.len());
            }
        }

        #[test]
        fn addresses_are_found_whole(local in "[a-z]{1,10}(\\.[a-z]{1,10})?", domain in "[a-z]{1,10}\\.[a-z]{2,4}") {
            let text = format!("til {local}@{domain}, takk");
            prop_assert_eq!(find(text.as_bytes()).map(|found| found.0), Some(format!("{local}@{domain}")));
        }
    }
}
