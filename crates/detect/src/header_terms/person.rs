//! Terms for fields of persons.

use super::{Term, alone, end, word};

pub(super) const IDENTITY: &[Term] = &[
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

pub(super) const ACCOUNT: &[Term] = &[
    end("bankkontonummer", 0.95),
    end("bankkontonr", 0.95),
    word("bankkonto", 0.8),
    end("utbetalingskonto", 0.8),
    word("lonnskonto", 0.8),
    // In budgets this is the number of a ledger account; eleven digits must be there as well.
    end("kontonummer", 0.6),
    end("kontonr", 0.5),
    word("bankaccount", 0.8),
    word("bankaccountnumber", 0.95),
    word("accountnumber", 0.6),
    word("iban", 0.8),
];

pub(super) const EMAIL: &[Term] = &[
    end("epost", 0.95),
    end("epostadresse", 0.95),
    end("epostadr", 0.9),
    alone("mail", 0.8),
    word("mailadresse", 0.95),
    word("email", 0.95),
    word("emailaddress", 0.95),
    word("emailadresse", 0.95),
];

pub(super) const TELEPHONE: &[Term] = &[
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

pub(super) const ADDRESS: &[Term] = &[
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

pub(super) const BIRTH_DATE: &[Term] = &[
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

pub(super) const PERSON: &[Term] = &[
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

pub(super) const GENDER: &[Term] = &[
    end("kjonn", 0.95),
    end("kjonnkode", 0.9),
    word("kjonnnavn", 0.9),
    word("gender", 0.95),
    word("gendercode", 0.9),
    word("sex", 0.9),
];

pub(super) const AGE: &[Term] =
    &[word("alder", 0.9), alone("alderar", 0.95), alone("age", 0.9), alone("ageyears", 0.9), alone("ageinyears", 0.9)];

pub(super) const AGE_GROUP: &[Term] = &[
    end("aldersgruppe", 0.95),
    end("aldersgrupper", 0.95),
    end("aldersklasse", 0.9),
    end("aldersinndeling", 0.9),
    end("aldersintervall", 0.9),
    end("alderskategori", 0.9),
    word("aldersgr", 0.9),
    word("alderstrinn", 0.7),
    word("agegroup", 0.95),
    word("agegroups", 0.95),
    word("agecat", 0.8),
    word("agecategory", 0.9),
    word("ageband", 0.9),
    word("agerange", 0.9),
];

pub(super) const CIVIL_STATUS: &[Term] = &[
    end("sivilstand", 0.95),
    end("sivilstatus", 0.95),
    end("sivilstandkode", 0.9),
    word("sivstand", 0.9),
    word("sivst", 0.8),
    word("ektstat", 0.9),
    word("ekteskapeligstatus", 0.9),
    word("ekteskapelegstatus", 0.9),
    word("maritalstatus", 0.95),
    word("civilstatus", 0.9),
];
