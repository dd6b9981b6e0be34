//! Columns of tables: what they hold, headers that say so and headers that do not.

use super::Maker;
use super::kind::{Kind, Label};
use super::person::Person;
use super::trap::Trap;

/// What a column holds.
#[derive(Clone, Copy)]
pub struct Column {
    /// What table forms call it.
    pub name: &'static str,
    /// What it is; `None` for what nobody would take for a value that identifies a person.
    pub label: Option<Label>,
    /// Headers that say what it holds.
    pub telling: &'static [&'static str],
    /// Headers that do not.
    pub silent: &'static [&'static str],
    /// Makes a cell; the first of the cast is whom the row is about. The row counts from 0.
    pub cell: fn(&mut Maker, usize) -> String,
}

const fn value(
    name: &'static str,
    kind: Kind,
    telling: &'static [&'static str],
    silent: &'static [&'static str],
    cell: fn(&mut Maker, usize) -> String,
) -> Column {
    Column { name, label: Some(Label::Value(kind)), telling, silent, cell }
}

const fn trap(
    name: &'static str,
    trap: Trap,
    telling: &'static [&'static str],
    cell: fn(&mut Maker, usize) -> String,
) -> Column {
    Column { name, label: Some(Label::Trap(trap)), telling, silent: &[], cell }
}

const fn plain(name: &'static str, telling: &'static [&'static str], cell: fn(&mut Maker, usize) -> String) -> Column {
    Column { name, label: None, telling, silent: &[], cell }
}

/// Columns of values that identify a person.
pub const VALUES: [Column; 20] = [
    value(
        "fnr",
        Kind::NationalNumber,
        &["fødselsnummer", "fnr", "Personnummer", "fodselsnr"],
        &["id", "nr", "ident"],
        |maker, _| maker.national_digits(),
    ),
    value(
        "fnr in parts",
        Kind::NationalNumber,
        &["Fødselsnr.", "fødselsnummer"],
        &["nøkkel", "Kolonne1"],
        |maker, _| {
            let digits = maker.national_digits();
            format!("{} {}", &digits[..6], &digits[6..])
        },
    ),
    value("dnr", Kind::DNumber, &["d-nummer", "dnr", "D-nr"], &["identnr", "nr"], |maker, _| {
        maker.dice.synthetic_d_number()
    }),
    value("duf", Kind::Duf, &["DUF-nummer", "dufnr", "DUF"], &["utlnr", "ref"], |maker, _| maker.duf()),
    value(
        "name",
        Kind::FullName,
        &["navn", "Navn", "søker", "Elevens navn", "kontaktperson"],
        &["tekst1", "Hvem"],
        |maker, _| maker.cast[0].full(),
    ),
    value(
        "reversed",
        Kind::FullName,
        &["Navn", "Etternavn, fornavn", "ansatt", "namn"],
        &["felt2", "beskrivelse"],
        |maker, _| maker.cast[0].reversed(),
    ),
    value(
        "second name",
        Kind::FullName,
        &["saksbehandler", "pårørende", "verge", "kontaktlærer"],
        &["ansvarlig", "merket"],
        |maker, _| maker.cast[1].full(),
    ),
    value("given", Kind::GivenName, &["fornavn", "Fornavn", "fornamn"], &["kolonne3"], |maker, _| {
        maker.cast[0].given.clone()
    }),
    value("surname", Kind::Surname, &["etternavn", "Etternavn", "etternamn"], &["kolonne4"], |maker, _| {
        maker.cast[0].surname.clone()
    }),
    value("phone", Kind::Telephone, &["telefon", "mobil", "Tlf", "mobilnummer"], &["kontakt", "felt5"], |maker, _| {
        maker.telephone_digits()
    }),
    value("phone written", Kind::Telephone, &["Telefonnummer", "tlf.nr", "mobiltelefon"], &["nås på"], |maker, _| {
        maker.telephone_written()
    }),
    value("email", Kind::Email, &["e-post", "epost", "E-postadresse", "mail"], &["konto", "bruker"], |maker, _| {
        let person = maker.cast[0].clone();
        maker.address_of(&person)
    }),
    value(
        "street",
        Kind::Street,
        &["adresse", "gateadresse", "Bostedsadresse", "gate/vei"],
        &["bosted", "sted"],
        |maker, _| maker.street_written(),
    ),
    value(
        "postal",
        Kind::PostalAddress,
        &["postadresse", "Adresse", "folkeregistrert adresse"],
        &["hvor"],
        |maker, _| maker.postal_written(),
    ),
    value(
        "plate",
        Kind::Plate,
        &["regnr", "kjennemerke", "Bilnummer", "registreringsnummer"],
        &["enhet", "objekt"],
        |maker, _| maker.plate_written().replace(' ', ""),
    ),
    value(
        "account",
        Kind::Account,
        &["kontonummer", "kontonr", "Bankkonto", "utbetalingskonto"],
        &["konto", "til"],
        |maker, _| maker.dice.account(),
    ),
    value("iban", Kind::Iban, &["IBAN", "iban"], &["mottaker", "ref2"], |maker, _| {
        maker.iban_written().replace(' ', "")
    }),
    value("card", Kind::Card, &["kortnummer", "kortnr", "Betalingskort"], &["nr", "pan"], |maker, _| {
        maker.card_written().replace([' ', '-'], "")
    }),
    value(
        "birth",
        Kind::BirthDate,
        &["fødselsdato", "født", "Fødselsdato", "f.dato"],
        &["dato", "d1"],
        |maker, _| {
            let (year, month, day) =
                (maker.dice.within(1935..=2021), maker.dice.within(1..=12), maker.dice.within(1..=28));
            format!("{day:02}.{month:02}.{year}")
        },
    ),
    value(
        "cadastre",
        Kind::Cadastre,
        &["gnr/bnr", "Matrikkelnummer", "gbnr", "eiendom"],
        &["objekt", "felt3"],
        |maker, _| format!("{}/{}", maker.dice.within(1..=240), maker.dice.within(1..=980)),
    ),
];

/// Columns of addresses of machines: they are of somebody, but stand in logs.
pub const MACHINES: [Column; 2] = [
    value("ip", Kind::Ip, &["ip", "IP-adresse", "klient_ip", "remote_addr"], &["kilde", "fra"], |maker, _| {
        maker.ip_written()
    }),
    value("mac", Kind::Mac, &["mac", "MAC-adresse", "mac_address"], &["enhet", "hw"], |maker, _| maker.mac_written()),
];

/// Columns that look like some of those and are none.
pub const LOOK_ALIKES: [Column; 25] = [
    trap("case", Trap::CaseNumber, &["saksnummer", "sak", "arkivsak", "saksnr"], |maker, _| maker.case_number()),
    trap(
        "case of eleven",
        Trap::ElevenDigits,
        &["journalpost", "saksnummer", "løpenummer", "ordrenummer"],
        |maker, _| maker.digits(11),
    ),
    trap("running eleven", Trap::ElevenDigits, &["saksid", "bilagsnr", "id"], |_, row| {
        (20_240_100_000 + row).to_string()
    }),
    trap("moment of eleven", Trap::ElevenDigits, &["tidspunkt", "ts", "registrert"], |maker, _| {
        format!(
            "{}{:02}{:02}{:03}",
            maker.dice.within(2015..=2025),
            maker.dice.within(1..=12),
            maker.dice.within(1..=28),
            maker.dice.within(0..=999)
        )
    }),
    trap("epoch", Trap::ElevenDigits, &["timestamp", "epoch", "created"], |maker, _| {
        format!("1{}", maker.dice.within(600_000_000..=760_000_000))
    }),
    trap("eight", Trap::EightDigits, &["kundenummer", "fakturanr", "avtalenr", "ordrenr", "bilag"], |maker, _| {
        maker.digits(8)
    }),
    trap("day of eight", Trap::EightDigits, &["dato", "bokført", "periode", "posteringsdato"], |maker, _| {
        format!("{}{:02}{:02}", maker.dice.within(2015..=2025), maker.dice.within(1..=12), maker.dice.within(1..=28))
    }),
    trap("organisation", Trap::OrganisationNumber, &["organisasjonsnummer", "orgnr", "Org.nr"], |maker, _| {
        maker.organisation()
    }),
    trap("kid", Trap::Kid, &["KID", "kid", "betalingsref"], |maker, _| maker.kid()),
    trap("account of a firm", Trap::Amount, &["bankkonto leverandør", "leverandørkonto", "bankgiro"], |maker, _| {
        maker.dice.account()
    }),
    trap("budget", Trap::Amount, &["kontostreng", "konto", "kontering"], |maker, _| maker.budget_account()),
    trap("amount", Trap::Amount, &["beløp", "sum", "budsjett 2024", "regnskap"], |maker, _| maker.amount()),
    trap("firm", Trap::Firm, &["leverandør", "firma", "virksomhet", "utfører", "leverandørnavn"], |maker, _| {
        maker.firm()
    }),
    trap("agency", Trap::Organisation, &["avsender", "mottaker", "etat", "organisasjon"], |maker, _| {
        maker.trap("agency").to_owned()
    }),
    trap("club", Trap::Organisation, &["lag", "forening", "leietaker", "søkerorganisasjon"], |maker, _| {
        maker.trap("club").to_owned()
    }),
    trap("district", Trap::Place, &["bydel", "område", "sone", "distrikt"], |maker, _| {
        maker.trap("district").to_owned()
    }),
    trap("municipality", Trap::Place, &["kommune", "Kommunenavn", "bostedskommune"], |maker, _| {
        maker.trap("municipality").to_owned()
    }),
    trap("spot", Trap::Place, &["sted", "lokale", "anlegg", "navn"], |maker, _| maker.trap("spot").to_owned()),
    trap("school", Trap::NamedAfterPerson, &["skole", "skolenavn", "enhet"], |maker, _| {
        maker.trap("school after a person").to_owned()
    }),
    trap(
        "street after a person",
        Trap::StreetAfterPerson,
        &["gatenavn", "veinavn", "navn", "strekning"],
        |maker, _| maker.place("street after a person").to_owned(),
    ),
    trap("postal place", Trap::PostalPlace, &["postnr og sted", "poststed"], |maker, _| {
        maker.place("postal place").to_owned()
    }),
    trap("product", Trap::Product, &["produkt", "system", "vare", "navn"], |maker, _| maker.trap("product").to_owned()),
    trap("unit", Trap::Title, &["enhet", "avdeling", "ansvar", "tjeneste"], |maker, _| maker.trap("unit").to_owned()),
    trap("version", Trap::Version, &["versjon", "punkt", "release"], |maker, _| maker.version()),
    trap("office address", Trap::RoleAddress, &["e-post", "kontaktadresse", "epost"], |maker, _| {
        format!("{}@{}", maker.trap("office"), maker.trap("domain"))
    }),
];

/// Columns that nobody takes for a person's.
pub const OTHERS: [Column; 8] = [
    plain("number", &["løpenr", "rad", "nr"], |_, row| (row + 1).to_string()),
    plain("year", &["år", "budsjettår", "periode"], |maker, _| maker.dice.within(2015..=2025).to_string()),
    plain("age", &["alder"], |maker, _| maker.dice.within(0..=99).to_string()),
    plain("age group", &["aldersgruppe"], |maker, _| {
        (*maker.dice.pick(&["0-5 år", "6-15 år", "16-19 år", "20-66 år", "67 år og eldre"])).to_owned()
    }),
    plain("status", &["status", "tilstand"], |maker, _| {
        (*maker.dice.pick(&["åpen", "lukket", "under behandling", "henlagt", "innvilget", "avslått"])).to_owned()
    }),
    plain("service", &["tjeneste", "type", "kategori"], |maker, _| {
        (*maker.dice.pick(&[
            "hjemmesykepleie", "praktisk bistand", "SFO", "barnehage", "renovasjon", "byggesak", "støttekontakt",
        ]))
        .to_owned()
    }),
    plain("count", &["antall", "timer", "dager"], |maker, _| maker.dice.within(6..=900).to_string()),
    plain("day", &["mottatt", "vedtaksdato", "frist", "dato_fra"], |maker, _| {
        format!("{:02}.{:02}.{}", maker.dice.within(1..=28), maker.dice.within(1..=12), maker.dice.within(2019..=2025))
    }),
];

/// The column of this name.
///
/// # Panics
/// There is none: table forms are part of the program.
#[must_use]
pub fn column(name: &str) -> Column {
    let all = VALUES.iter().chain(&MACHINES).chain(&LOOK_ALIKES).chain(&OTHERS);
    *all.into_iter().find(|column| column.name == name).unwrap_or_else(|| panic!("no column {name}"))
}

impl Maker {
    /// Takes other persons for a row: the first two, of whom tables speak.
    pub fn recast_row(&mut self) {
        for person in self.cast.iter_mut().take(2) {
            *person = Person::born(&mut self.dice);
        }
    }
}
