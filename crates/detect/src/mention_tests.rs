use super::*;
use proptest::prelude::*;

/// What is mentioned, as `kind: text`.
fn found(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    mentions(text, &mut |kind, range| all.push((kind, range)));
    all.sort_by_key(|(kind, range)| (range.start, *kind));
    all.into_iter().map(|(kind, range)| format!("{kind:?}: {}", &text[range])).collect()
}

#[test]
fn names_are_found_in_what_people_write() {
    for (text, name) in [
        ("Samtale med Kari Hansen om tiltak", "Kari Hansen"),
        ("Kari Hansen ringte.", "Kari Hansen"),
        ("Avtalt møte. Ola K. Hansen og mor møter", "Ola K. Hansen"),
        ("Hansen, Kari Anne", "Hansen, Kari Anne"),
        ("ansvarlig: Anne-Kari Hansen-Dahl", "Anne-Kari Hansen-Dahl"),
        ("mor til Ingrid Ødegårds barn", "Ingrid Ødegårds"),
        ("Siri van Eksempelsen", "Siri van Eksempelsen"),
        ("møte med Kari Xyzabc i dag", "Kari Xyzabc"),
        ("snakket med Eva Berg", "Eva Berg"),
        ("KARI HANSEN RINGTE", "KARI HANSEN"),
        ("`Hansen, Kari`", "Hansen, Kari"),
        ("Hansen, Kari NUL 2.csv", "Hansen, Kari"),
        ("Kari Hansen XYZ 12.csv", "Kari Hansen"),
    ] {
        assert_eq!(found(text), [format!("PersonName: {name}")], "{text}");
    }
    assert_eq!(
        found("Kari Hansen, Ola Larsen og Eva Dahl"),
        ["PersonName: Kari Hansen", "PersonName: Ola Larsen", "PersonName: Eva Dahl",]
    );
}

#[test]
fn places_things_and_sentences_are_no_names() {
    for text in [
        "Søknaden er mottatt. Kommunen svarer.", "Kari Hansens gate", "Eva Hansen skole", "Hansen Bygg AS",
        "Stiftelsen Kari Hansen", "Helse Vest", "Oslo, Bergen, Trondheim", "Barneverntjenesten Nord",
        "Møte i NAV Lund", "Kari ringte. Hansen svarte", "MS Kari Hansen", "Ola og Kari", "Kari NAV", "",
    ] {
        assert_eq!(found(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn numbers_are_told_by_their_groups_and_the_words_before_them() {
    for (text, mention) in [
        ("ring tlf 40000000 i dag", "Telephone: 40000000"),
        ("mob. 400 00 000", "Telephone: 400 00 000"),
        ("tlf 42 00 00 00", "Telephone: 42 00 00 00"),
        ("tlf +47 42000000", "Telephone: +47 42000000"),
        ("nås på 40 00 00 00.", "Telephone: 40 00 00 00"),
        ("Ring +47 400 00 000", "Telephone: +47 400 00 000"),
        ("+4740000000", "Telephone: +4740000000"),
        ("0047 40000000", "Telephone: 0047 40000000"),
        ("fnr 109155 96784", "NamedIdentityNumber: 109155 96784"),
        ("fnr.:10915596784.", "NamedIdentityNumber: 10915596784"),
        ("konto 8601.11.17947", "Account: 8601.11.17947"),
        ("kontonr 86011117947", "Account: 86011117947"),
        ("til NO9386011117947 i dag", "Iban: NO9386011117947"),
        ("NO93 8601 1117 947", "Iban: NO93 8601 1117 947"),
        ("kort 4111 1111 1111 1111 er sperret", "PaymentCard: 4111 1111 1111 1111"),
        ("DUF-nr 201017238203", "DufNumber: 201017238203"),
        ("født 12.03.1985 i Oslo", "BirthDate: 12.03.1985"),
        ("(f. 12.3.85)", "BirthDate: 12.3.85"),
        ("fødselsdato: 1985-03-12", "BirthDate: 1985-03-12"),
        ("bor i Storgata 12 B, 0155", "Address: Storgata 12 B"),
        ("bor i Storgata 12 B, 0155 Oslo i dag", "Address: Storgata 12 B, 0155 Oslo"),
        ("flyttet til Vestre Bjørkemyra 3", "Address: Vestre Bjørkemyra 3"),
        ("DUF 2010 172382 03", "DufNumber: 2010 172382 03"),
        ("fnr 10 91 55 96784", "NamedIdentityNumber: 10 91 55 96784"),
        ("utbetalt til 86011117947", "Account: 86011117947"),
        ("FØDT 28. FEBRUAR 1962", "BirthDate: 28. FEBRUAR 1962"),
        ("PC 00-00-5e-00-53-af", "NetworkAddress: 00-00-5e-00-53-af"),
        ("gårdsnummer 18 bruksnummer 611", "Property: 18 bruksnummer 611"),
        ("hos Kari, 40000000", "Telephone: 40000000"),
        ("tlf +46 70 412 92 41", "Telephone: +46 70 412 92 41"),
        ("Christian Michelsens gate 3b", "Address: Christian Michelsens gate 3b"),
        ("bil AB12345 står der", "LicencePlate: AB12345"),
        ("\u{200b}AB12345", "LicencePlate: AB12345"),
        ("bilen med regnr AB 12345", "LicencePlate: AB 12345"),
        ("gnr. 208 bnr. 37", "Property: 208 bnr. 37"),
        ("eiendommen 0301-208/37", "Property: 0301-208/37"),
        ("fra IP 192.0.2.17", "NetworkAddress: 192.0.2.17"),
        ("00:00:5E:00:53:af", "NetworkAddress: 00:00:5E:00:53:af"),
        ("skriv til kari@example.no", "Email: kari@example.no"),
        ("skriv til post@example.no", "OfficeEmail: post@example.no"),
    ] {
        assert_eq!(found(text), [mention], "{text}");
    }
}

#[test]
fn other_numbers_are_none() {
    for text in [
        "sak 40000000",
        "2023/12345",
        "den 12.03.1985",
        "kr 40 000 000",
        "400 000 000",
        "kl 12:30",
        "versjon 10.0.0.1",
        "HR 12345",
        "vedtak 201017238203",
        "plass 12",
        "Storgata 12.5",
        "faktura 4111111111111111, KID 4111111111111111",
        "20 12 20 24",
        "8601.11.17949",
        "§ 12-3",
        "10:15:20",
    ] {
        assert_eq!(found(text), [] as [&str; 0], "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in "([A-ZÆØÅ]?[a-zæøå]{0,6}[ ,.@:0-9+-]{0,6}){0,12}", any in ".{0,60}") {
        for text in [&text, &any] {
            mentions(text, &mut |_, range| assert!(text.get(range).is_some_and(|part| !part.is_empty())));
        }
    }

    #[test]
    fn what_is_mentioned_passes_the_quick_look(text in "[a-zæøå]{1,9} (tlf 40000000|Kari Hansen|x@example[.]no|NO9386011117947) [a-zæøå]{1,9}") {
        prop_assert!(!found(&text).is_empty());
        prop_assert!(text.contains('@') || Glance::at(text.as_bytes()).is_promising(text.as_bytes()));
        let single: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        prop_assert!(text.contains('@') || Glance::at(&single).is_promising(&single));
    }
}

#[test]
fn what_may_mention_nothing_is_passed_over() {
    for text in [
        "Fram samtale kommunen sak 32718.", "Innvilget", "under behandling", "søknaden er ny, sak 1503", "",
        "den 12.03.1985.",
    ] {
        assert!(!Glance::at(text.as_bytes()).is_promising(text.as_bytes()), "{text}");
    }
    for text in [
        "bor i Storgata 12", "gnr 1208 bnr 3", "bil AB12345", "AB 12345", "Ring Kari Hansen", "født 12.03.1985",
        "f 12.03.1985",
    ] {
        assert!(Glance::at(text.as_bytes()).is_promising(text.as_bytes()), "{text}");
    }
}
