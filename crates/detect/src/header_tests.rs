//! Headers that stand in published Norwegian data sets, in Statistics Norway's file descriptions and in registers.

use super::*;
use proptest::prelude::*;

fn role(name: &str) -> &'static str {
    header_role(name).map_or("", |(role, _)| role)
}

#[test]
fn spellings_fold_to_one() {
    for name in ["Fødselsår", "fodselsaar", "FOEDSELSAAR", " fødselsår "] {
        assert_eq!(fold(name), "fodselsar", "{name}");
    }
    for name in ["Kommune-nr.", "KOMMUNE_NR", "kommuneNr", "Kommune (nr)", "kommune\u{a0}nr"] {
        assert_eq!(fold(name), "kommune nr", "{name}");
    }
    assert_eq!(words("Utslipp (tonn CO₂-ekvivalenter)"), ["utslipp", "tonn", "co₂", "ekvivalenter"]);
    assert_eq!(fold("ærlig"), "aerlig");
    assert_eq!(fold(""), "");
}

#[test]
fn numbers_of_units_are_known() {
    let cases = [
        ("kommunenummer", "municipality-number"),
        ("Kommunenummer", "municipality-number"),
        ("KOMMUNE_NR", "municipality-number"),
        ("kommunenr", "municipality-number"),
        ("kummunenr", "municipality-number"),
        ("knr", "municipality-number"),
        ("komnr", "municipality-number"),
        ("Kommunenr 2023", "municipality-number"),
        ("Kommunenummer_19", "municipality-number"),
        ("Alle kommunenr", "municipality-number"),
        ("Kommunenummer (Municipality Number)", "municipality-number"),
        ("bostedskommunenr", "municipality-number"),
        ("komunenummer", "municipality-number"),
        ("muni_num_2020", "municipality-number"),
        ("Kommune_no", "municipality-number"),
        ("county_num_2020", "county-number"),
        ("muni_name_2019", "municipality-name"),
        ("Kommunekode", "municipality-number"),
        ("kommunenavn", "municipality-name"),
        ("kommunenamn", "municipality-name"),
        ("Kommune", "municipality-name"),
        ("Kommune (Municipality)", "municipality-name"),
        ("kname", "municipality-name"),
        ("Kommunenavn 2024", "municipality-name"),
        ("Alle kommunenavn uten parentes", "municipality-name"),
        ("fylkesnr", "county-number"),
        ("fylke_nr", "county-number"),
        ("Fylkesnummer alle", "county-number"),
        ("Fylkekode", "county-number"),
        ("postnr", "postal-code"),
        ("postnummer", "postal-code"),
        ("Post nr.", "postal-code"),
        ("Org.nr.", "organisation-number"),
        ("orgnr_fylkesmann", "organisation-number"),
        ("Organisasjonsnummer", "organisation-number"),
        ("organisasjonsnr", "organisation-number"),
        ("orgid", "organisation-number"),
    ];
    for (name, expected) in cases {
        assert_eq!(role(name), expected, "{name}");
    }
}

#[test]
fn fields_of_persons_are_known() {
    let cases = [
        ("Fødselsnummer", "identity-number"),
        ("fodselsnr", "identity-number"),
        ("PERSON_FODSELSNR", "identity-number"),
        ("fødselnummer", "identity-number"),
        ("fnr", "identity-number"),
        ("Elevens fødselsnummer (11 siffer)", "identity-number"),
        ("personnummer", "identity-number"),
        ("D-nummer", "identity-number"),
        ("fornavn", "person-name"),
        ("Etternavn", "person-name"),
        ("kandidatnavn", "person-name"),
        ("Navn på elev", "person-name"),
        ("Pasientens navn", "person-name"),
        ("First name", "person-name"),
        ("Saksbehandler", "person-name"),
        ("Kontaktperson", "person-name"),
        ("E-post", "email"),
        ("e_post", "email"),
        ("Kontaktperson e-post", "email"),
        ("epostadresse", "email"),
        ("Email address", "email"),
        ("tlf", "telephone"),
        ("Mobil", "telephone"),
        ("phone", "telephone"),
        ("Telefonnummer", "telephone"),
        ("adresse", "address"),
        ("adresseTekst", "address"),
        ("adresseTekstUtenAdressetilleggsnavn", "address"),
        ("bostedsadresse", "address"),
        ("Gateadresse", "address"),
        ("FODSELSDATO", "birth-date"),
        ("fdato", "birth-date"),
        ("Date of birth", "birth-date"),
        ("Født", "birth-date"),
        ("kontonummer", "account-number"),
        ("Bankkontonr.", "account-number"),
        ("utbetalingskonto", "account-number"),
        ("Lønnskonto", "account-number"),
    ];
    for (name, expected) in cases {
        assert_eq!(role(name), expected, "{name}");
    }
}

#[test]
fn years_and_dates_are_known() {
    let cases = [
        ("År", "year"),
        ("aar", "year"),
        ("aargang", "year"),
        ("year", "year"),
        ("Årstall", "year"),
        ("utbetalingsar", "year"),
        ("valar", "year"),
        ("budsjettår", "year"),
        ("dato", "date"),
        ("oppdateringsdato", "date"),
        ("datauttaksdato", "date"),
        ("Vedtaksdato", "date"),
        ("start_date", "date"),
    ];
    for (name, expected) in cases {
        assert_eq!(role(name), expected, "{name}");
    }
}

#[test]
fn classifications_and_groups_are_known() {
    let cases = [
        ("alder", "age"),
        ("kjoenn", "gender"),
        ("fylkesnavn", "county-name"),
        ("fylke", "county-name"),
        ("latitude", "coordinate"),
        ("nord", "coordinate"),
        ("oest", "coordinate"),
        ("periode", "period"),
        ("tjeneste", "kostra-function"),
        ("konto", "kostra-type"),
        ("kvartal", "quarter"),
        ("NACE Kode", "industry"),
        ("Fylke 2024", "county-name"),
        ("Fylkesnamn", "county-name"),
        ("Fylkeskommune", "county-name"),
        ("County (Fylke)", "county-name"),
        ("Bydel", "city-district"),
        ("bydelsnr", "city-district"),
        ("Bydelskode", "city-district"),
        ("grunnkrets", "basic-unit"),
        ("Grunnkretsnummer", "basic-unit"),
        ("poststed", "postal-place"),
        ("Poststad", "postal-place"),
        ("funksjon", "kostra-function"),
        ("KOSTRA-funksjon", "kostra-function"),
        ("Funksjonskode", "kostra-function"),
        ("art", "kostra-type"),
        ("Artskode", "kostra-type"),
        ("Næringskode", "industry"),
        ("naeringskode", "industry"),
        ("SN2007", "industry"),
        ("yrkeskode", "occupation"),
        ("STYRK-08", "occupation"),
        ("isco_versjon", "occupation"),
        ("NUS2000", "education"),
        ("Utdanningsnivå", "education"),
        ("Hoveddiagnose", "diagnosis"),
        ("ICD-10", "diagnosis"),
        ("ICPC-2", "diagnosis"),
        ("Land", "country"),
        ("Landkode", "country"),
        ("Statsborgerskap", "country"),
        ("Fødeland", "country"),
        ("Kjønn", "gender"),
        ("gender", "gender"),
        ("Kjønn (kode)", "gender"),
        ("Aldersgruppe", "age-group"),
        ("aldersgrupper", "age-group"),
        ("age_group", "age-group"),
        ("Sivilstand", "civil-status"),
        ("Ekteskapelig status", "civil-status"),
        ("Skoleår", "school-year"),
        ("skoleaar", "school-year"),
        ("Skuleår", "school-year"),
        ("Måned", "month"),
        ("maaned", "month"),
        ("Månad", "month"),
        ("mnd", "month"),
        ("Ukenr", "week"),
        ("Uke", "week"),
        ("Veke", "week"),
        ("Tidsperiode", "period"),
        ("Rapporteringsperiode", "period"),
        ("Breddegrad", "coordinate"),
        ("lengdegrad", "coordinate"),
        ("Øst", "coordinate"),
        ("atkomstNord", "coordinate"),
        ("x-koordinat", "coordinate"),
    ];
    for (name, expected) in cases {
        assert_eq!(role(name), expected, "{name}");
    }
}

#[test]
fn words_inside_other_words_tell_no_class() {
    for name in ["Oppland", "innland", "Artist", "Nordisk språk", "kjønnsfordeling", "Periodisering", "Foreldremøte"]
    {
        assert_eq!(header_role(name), None, "{name}");
    }
}

/// Headers that tell no role.
const OTHERS: [&str; 70] = [
    "",
    "navn",
    "name",
    "name_nb",
    "Navn, bokmål",
    "skolenavn",
    "enhetsnavn",
    "barnehagens_navn",
    "partinamn",
    "Anleggsnavn",
    "brukernavn",
    "location_code",
    "region",
    "geografi",
    "geografi.1",
    "bosted",
    "kode",
    "tailid",
    "parti",
    "kandidatnummer",
    "foedselsaar",
    "fødselsår",
    "konto_tekst",
    "ansvar",
    "2013",
    "Persons 2010",
    "Antall kommuner",
    "antall_sysselsatte",
    "andel_sysselsatte",
    "Utslipp (tonn CO₂-ekvivalenter)",
    "15-24 år",
    "1 year",
    "Annen mobil forbrenning",
    "Personer 16 år og over",
    "kort_botid_5_ar",
    "phonecomment",
    "phone comment",
    "intcode",
    "EPSG-kode",
    "adressetype",
    "adressekode",
    "adresse_id",
    "IP-adresse",
    "nettadresse",
    "Webadresse",
    "plassering",
    "stemmer",
    "totalt",
    "trinn",
    "Verdi",
    "Måleenhet",
    "NummerOgNavn_19",
    "sfodag",
    "kommentar",
    "skole",
    "barnehagenavn",
    "Fordeling av kontraktstyper (prosent)",
    "byggnr",
    "gardsnummer",
    "bruksnummer",
    "festenummer",
    "lokalId",
    "uuidAdresse",
    "SortKommune",
    "Sortering kommune",
    "Elever uten telefon",
    "Uten fast adresse",
    "service",
    "Number of municipalities",
    "Maximum monthly cost by price per hour, taxable income 2 - 3 G, NOK per month",
];

#[test]
fn other_headers_tell_nothing() {
    for name in OTHERS {
        assert_eq!(header_role(name), None, "{name}");
    }
}

#[test]
fn a_header_that_says_more_is_less_sure() {
    let score = |name| header_role(name).map_or(0.0, |(_, score)| score);
    assert!(score("kommunenr") > score("kommunenr sortert"));
    assert!(score("kommunenummer") > score("komunenummer"));
    assert!(score("Kommunenummer (Municipality Number)") >= 0.9);
    assert!(score("kommunenummer") >= 0.9 && score("kommune") < 0.8 && score("pnr") <= 0.5);
}

#[test]
fn terms_are_folded_and_told_apart() {
    let mut seen: Vec<(&str, &str)> =
        ROLES.iter().flat_map(|(role, terms)| terms.iter().map(|term| (term.text, *role))).collect();
    for (term, _) in &seen {
        assert_eq!(&fold(term), term);
    }
    seen.sort_unstable();
    for pair in seen.windows(2) {
        assert_ne!(pair[0].0, pair[1].0);
    }
}

proptest! {
    #[test]
    fn nothing_panics(name in "\\PC{0,40}") {
        if let Some((_, score)) = header_role(&name) {
            prop_assert!(score > 0.0 && score <= 1.0);
        }
    }
}

#[test]
fn years_of_birth_are_told_from_years() {
    for name in ["fødselsår", "foedselsaar", "Fødselsår (4 siffer)", "Year of birth", "birthYear"] {
        assert!(is_birth_year(name), "{name}");
    }
    for name in ["år", "fødselsdato", "fødte i året", "levendefødte", "skoleår"] {
        assert!(!is_birth_year(name), "{name}");
    }
}
