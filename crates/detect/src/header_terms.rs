//! The words that tell what a field holds: Bokmål, Nynorsk, English and abbreviations, folded as [`crate::header::fold`] does.

/// Where in a header a term has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    /// The header says nothing else.
    Alone,
    /// A word, or neighbouring words, of the header.
    Word,
    /// Also the end of a longer word: `bostedskommunenr`.
    End,
}

/// A term of one role.
pub(crate) struct Term {
    /// The term without spaces.
    pub(crate) text: &'static str,
    /// How sure it is, from 0 to 1, when the header says nothing else.
    pub(crate) score: f32,
    /// Where it has to stand.
    pub(crate) place: Where,
}

const fn end(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::End }
}

const fn word(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::Word }
}

const fn alone(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::Alone }
}

/// Roles with their terms. Where two roles fit a header equally well the first one holds.
pub(crate) const ROLES: [(&str, &[Term]); 14] = [
    ("identity-number", IDENTITY),
    ("organisation-number", ORGANISATION),
    ("municipality-number", MUNICIPALITY_NUMBER),
    ("county-number", COUNTY_NUMBER),
    ("postal-code", POSTAL_CODE),
    ("account-number", ACCOUNT),
    ("email", EMAIL),
    ("telephone", TELEPHONE),
    ("address", ADDRESS),
    ("birth-date", BIRTH_DATE),
    ("person-name", PERSON),
    ("municipality-name", MUNICIPALITY_NAME),
    ("year", YEAR),
    ("date", DATE),
];

const IDENTITY: &[Term] = &[
    end("fodselsnummer", 0.95),
    end("fodselsnr", 0.95),
    end("fodselnummer", 0.95),
    end("fodselnr", 0.9),
    end("personnummer", 0.95),
    end("personnr", 0.9),
    end("personidentifikator", 0.9),
    end("personident", 0.85),
    word("folkeregisteridentifikator", 0.95),
    word("fnr", 0.8),
    word("dnummer", 0.9),
    word("dnr", 0.6),
    word("pnr", 0.5),
    word("persid", 0.6),
    word("personid", 0.6),
    word("nationalid", 0.9),
    word("nationalidnumber", 0.9),
    word("nationalidentitynumber", 0.95),
    word("nationalidentificationnumber", 0.95),
    word("identitynumber", 0.8),
    word("birthnumber", 0.9),
    word("personalnumber", 0.7),
    word("socialsecuritynumber", 0.9),
    word("ssn", 0.8),
];

const ORGANISATION: &[Term] = &[
    end("organisasjonsnummer", 0.95),
    end("organisasjonsnr", 0.95),
    end("organisasjonnummer", 0.9),
    end("orgnummer", 0.95),
    end("orgnr", 0.95),
    word("organisationnumber", 0.95),
    word("organizationnumber", 0.95),
    word("organisationno", 0.9),
    word("orgno", 0.9),
    word("orgnumber", 0.9),
    word("orgid", 0.6),
    word("foretaksnummer", 0.7),
    word("foretaksnr", 0.7),
    word("bedriftsnummer", 0.8),
    word("bedriftsnr", 0.8),
    word("virksomhetsnummer", 0.7),
    word("virksomhetsnr", 0.7),
];

const MUNICIPALITY_NUMBER: &[Term] = &[
    end("kommunenummer", 0.95),
    end("kommunenr", 0.95),
    end("kommunekode", 0.9),
    word("kommunenum", 0.9),
    word("kommuneid", 0.7),
    word("kommuneno", 0.9),
    word("kommnr", 0.9),
    word("komnr", 0.9),
    word("knr", 0.85),
    word("kummunenr", 0.9),
    word("municipalitynumber", 0.95),
    word("municipalitynr", 0.95),
    word("municipalityno", 0.9),
    word("municipalitycode", 0.9),
    word("municipalityid", 0.7),
    word("municipalitynum", 0.95),
    word("muninum", 0.9),
    word("muninumber", 0.9),
    word("municode", 0.8),
];

const MUNICIPALITY_NAME: &[Term] = &[
    end("kommunenavn", 0.95),
    end("kommunenamn", 0.95),
    end("kommunenavnet", 0.9),
    end("kommune", 0.7),
    word("kommuner", 0.6),
    word("komnavn", 0.85),
    word("knavn", 0.7),
    word("kname", 0.7),
    word("municipality", 0.7),
    word("municipalityname", 0.95),
    word("muniname", 0.85),
];

const COUNTY_NUMBER: &[Term] = &[
    end("fylkesnummer", 0.95),
    end("fylkesnr", 0.95),
    end("fylkenummer", 0.95),
    end("fylkenr", 0.95),
    end("fylkeskode", 0.9),
    end("fylkekode", 0.9),
    word("countynumber", 0.95),
    word("countyno", 0.9),
    word("countycode", 0.9),
    word("countynum", 0.95),
    word("fylkeno", 0.9),
];

const POSTAL_CODE: &[Term] = &[
    end("postnummer", 0.95),
    end("postnr", 0.95),
    word("postkode", 0.8),
    word("postcode", 0.95),
    word("postalcode", 0.95),
    word("zipcode", 0.9),
    word("zip", 0.8),
];

const ACCOUNT: &[Term] = &[
    end("bankkontonummer", 0.95),
    end("bankkontonr", 0.95),
    word("bankkonto", 0.8),
    // In budgets this is the number of a ledger account; eleven digits must be there as well.
    end("kontonummer", 0.6),
    end("kontonr", 0.5),
    word("bankaccount", 0.8),
    word("bankaccountnumber", 0.95),
    word("accountnumber", 0.6),
    word("iban", 0.8),
];

const EMAIL: &[Term] = &[
    end("epost", 0.95),
    end("epostadresse", 0.95),
    end("epostadr", 0.9),
    alone("mail", 0.8),
    word("mailadresse", 0.95),
    word("email", 0.95),
    word("emailaddress", 0.95),
    word("emailadresse", 0.95),
];

const TELEPHONE: &[Term] = &[
    end("telefon", 0.9),
    end("telefonnummer", 0.95),
    end("telefonnr", 0.95),
    word("telefonnummar", 0.95),
    word("tlf", 0.95),
    word("tlfnr", 0.95),
    alone("tel", 0.7),
    alone("mobil", 0.8),
    word("mobilnummer", 0.95),
    word("mobilnr", 0.95),
    word("mobiltlf", 0.95),
    word("phone", 0.9),
    word("phonenumber", 0.95),
    word("phoneno", 0.95),
    word("telephone", 0.95),
    word("telephonenumber", 0.95),
    alone("mobile", 0.7),
    word("mobilephone", 0.9),
    word("mobilenumber", 0.9),
    word("cellphone", 0.9),
];

const ADDRESS: &[Term] = &[
    end("adresse", 0.9),
    end("adressa", 0.8),
    end("adressetekst", 0.9),
    word("adressenavn", 0.8),
    alone("gate", 0.6),
    alone("gateadr", 0.8),
    word("gatenavn", 0.7),
    word("address", 0.9),
    word("streetaddress", 0.95),
    word("homeaddress", 0.95),
    alone("street", 0.7),
];

const BIRTH_DATE: &[Term] = &[
    end("fodselsdato", 0.95),
    end("fodseldato", 0.9),
    end("fodselsdag", 0.9),
    word("fodtdato", 0.9),
    word("fdato", 0.8),
    word("fdt", 0.5),
    alone("fodt", 0.8),
    alone("fodd", 0.7),
    word("birthdate", 0.95),
    word("dateofbirth", 0.95),
    word("birthday", 0.8),
    word("dob", 0.8),
];

const PERSON: &[Term] = &[
    end("fornavn", 0.95),
    end("etternavn", 0.95),
    end("mellomnavn", 0.95),
    end("fornamn", 0.95),
    end("etternamn", 0.95),
    end("mellomnamn", 0.95),
    word("slektsnavn", 0.9),
    end("fulltnavn", 0.9),
    end("personnavn", 0.95),
    end("personnamn", 0.95),
    end("kandidatnavn", 0.9),
    end("kandidatnamn", 0.9),
    end("elevnavn", 0.95),
    end("barnetsnavn", 0.9),
    end("ansattnavn", 0.95),
    end("pasientnavn", 0.95),
    end("klientnavn", 0.95),
    end("sokernavn", 0.8),
    end("deltakernavn", 0.9),
    end("kontaktperson", 0.7),
    end("saksbehandler", 0.7),
    end("sakshandsamar", 0.7),
    word("fastlege", 0.7),
    word("foresatt", 0.7),
    word("foresatte", 0.7),
    word("firstname", 0.95),
    word("middlename", 0.95),
    word("lastname", 0.95),
    word("surname", 0.95),
    word("familyname", 0.9),
    word("givenname", 0.95),
    word("fullname", 0.9),
    word("personname", 0.95),
    word("contactperson", 0.7),
    word("caseworker", 0.7),
];

const YEAR: &[Term] = &[
    alone("ar", 0.9),
    alone("aret", 0.8),
    word("argang", 0.85),
    word("arstall", 0.95),
    alone("arstal", 0.95),
    alone("year", 0.95),
    alone("yr", 0.6),
    alone("kalenderar", 0.9),
    alone("budsjettar", 0.9),
    alone("regnskapsar", 0.9),
    alone("rekneskapsar", 0.9),
    alone("rapportar", 0.9),
    alone("rapporteringsar", 0.9),
    alone("statistikkar", 0.9),
    alone("utbetalingsar", 0.9),
    alone("valgar", 0.9),
    alone("valar", 0.9),
    alone("tellear", 0.9),
    word("calendaryear", 0.95),
    word("fiscalyear", 0.9),
    word("reportingyear", 0.9),
    word("referenceyear", 0.9),
];

const DATE: &[Term] =
    &[end("dato", 0.85), alone("dag", 0.4), word("date", 0.85), alone("datetime", 0.8), word("timestamp", 0.6)];

/// Words for a name of something, which is a person's when a word of [`PERSONS`] stands beside it.
pub(crate) const NAMES: [&str; 3] = ["navn", "namn", "name"];

/// Words for persons, as they stand beside a word of [`NAMES`] or of a number.
pub(crate) const PERSONS: [&str; 36] = [
    "ansatt", "ansatte", "ansattes", "barn", "barnet", "barnets", "beboer", "beboers", "bruker", "brukers", "child",
    "deltaker", "deltakers", "elev", "eleven", "elevens", "elevs", "employee", "far", "fars", "foresatt", "foresattes",
    "kandidat", "kandidats", "klient", "klients", "mor", "mors", "pasient", "pasientens", "pasients", "patient",
    "person", "soker", "sokers", "student",
];

/// Words that make a header a measure of something or a place in an order, whatever it is.
pub(crate) const MEASURES: [&str; 23] = [
    "andel", "andeler", "antal", "antall", "average", "count", "gjennomsnitt", "mean", "mengde", "of", "per",
    "percent", "pr", "prosent", "prosentandel", "rate", "rekkefolge", "share", "snitt", "sort", "sortering", "sum",
    "utslipp",
];

/// Words that make a header tell of a value and not be it: `telefon kommentar`.
pub(crate) const ABOUT: [&str; 18] = [
    "antatt", "beskrivelse", "comment", "guid", "hash", "id", "kategori", "kilde", "kode", "code", "kommentar",
    "merknad", "source", "status", "type", "uuid", "verified", "verifisert",
];

/// Words for *without*: what stands behind one is not there.
pub(crate) const WITHOUT: [&str; 3] = ["uten", "utan", "without"];

/// Starts of words that end like an address and are none.
pub(crate) const NO_ADDRESS: [&str; 9] = ["epost", "ip", "mac", "mail", "email", "nett", "web", "url", "internett"];
