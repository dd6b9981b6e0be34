//! The draft's own words, in Bokmål, Nynorsk and English.

use munilint_model::{CONFIRM, Language, Role};

/// The words of one language.
pub(super) struct Words {
    language: Language,
    /// Of the language (BCP 47).
    pub(super) tag: &'static str,
    /// Before what is to be confirmed.
    pub(super) confirm: &'static str,
    /// The title is to be written.
    pub(super) title: &'static str,
    /// What is to be written of the dataset.
    pub(super) description: &'static str,
    /// Before a period.
    pub(super) period: &'static str,
    /// The period is to be written.
    pub(super) open_period: &'static str,
    pub(super) publisher: &'static str,
    pub(super) contact: &'static str,
    pub(super) source: &'static str,
    pub(super) frequency: &'static str,
    /// What is to be written of a field.
    pub(super) meaning: &'static str,
    /// Before the year of an edition.
    pub(super) edition: &'static str,
    /// Before a unit.
    pub(super) unit: &'static str,
    /// The edition of the code list is to be written.
    pub(super) open_edition: &'static str,
    /// Before the number of a code list.
    pub(super) codelist: &'static str,
    /// What is to be written of an amount.
    pub(super) open_unit: &'static str,
    /// The listed values are all there are.
    pub(super) codes: &'static str,
    /// Before signs of missing values.
    pub(super) missing: &'static str,
    pub(super) personal: &'static str,
    pub(super) may_be_personal: &'static str,
    /// Names of datatypes: `{type}`.
    datatype: &'static str,
    /// `{others}` of `{present}` values are not `{type}`.
    odd_ones: &'static str,
}

static NB: Words = Words {
    language: Language::Nb,
    tag: "nb",
    confirm: CONFIRM[0],
    title: "hva datasettet heter",
    description: "Hva forteller dataene, hvordan er de samlet inn, og hva må den som bruker dem, vite?",
    period: "Etter dataene gjelder de",
    open_period: "tiden dataene gjelder",
    publisher: "organisasjonen som svarer for dataene",
    contact: "avdeling eller funksjon som svarer på spørsmål, ikke en person",
    source: "fagsystem, register eller undersøkelse som dataene kommer fra",
    frequency: "hvor ofte dataene oppdateres",
    meaning: "Hva betyr feltet?",
    edition: "etter inndelingen fra",
    unit: "måleenheten er",
    open_edition: "skriv hvilken versjon av kodelisten som gjelder",
    codelist: "kodelisten er",
    open_unit: "måleenheten",
    codes: "verdiene som er listet opp, er alle som finnes",
    missing: "uten verdi er",
    personal: "feltet har personopplysninger",
    may_be_personal: "se etter om feltet har personopplysninger",
    datatype: "datatypen er {type}",
    odd_ones: "{others} av {present} verdier er ikke {type}",
};

static NN: Words = Words {
    language: Language::Nn,
    tag: "nn",
    confirm: CONFIRM[1],
    title: "kva datasettet heiter",
    description: "Kva fortel dataa, korleis er dei samla inn, og kva må den som bruker dei, vite?",
    period: "Etter dataa gjeld dei",
    open_period: "tida dataa gjeld",
    publisher: "organisasjonen som svarer for dataa",
    contact: "avdeling eller funksjon som svarer på spørsmål, ikkje ein person",
    source: "fagsystem, register eller undersøking som dataa kjem frå",
    frequency: "kor ofte dataa blir oppdaterte",
    meaning: "Kva tyder feltet?",
    edition: "etter inndelinga frå",
    unit: "måleininga er",
    open_edition: "skriv kva versjon av kodelista som gjeld",
    codelist: "kodelista er",
    open_unit: "måleininga",
    codes: "verdiane som er lista opp, er alle som finst",
    missing: "utan verdi er",
    personal: "feltet har personopplysningar",
    may_be_personal: "sjå etter om feltet har personopplysningar",
    datatype: "datatypen er {type}",
    odd_ones: "{others} av {present} verdiar er ikkje {type}",
};

static EN: Words = Words {
    language: Language::En,
    tag: "en",
    confirm: CONFIRM[2],
    title: "what the dataset is called",
    description: "What do the data tell, how were they gathered, and what must whoever uses them know?",
    period: "By the data they are about",
    open_period: "the time that the data are about",
    publisher: "the organisation that answers for the data",
    contact: "the office that answers questions, not a person",
    source: "the system, register or survey that the data come from",
    frequency: "how often the data are brought up to date",
    meaning: "What does the field mean?",
    edition: "of the division since",
    unit: "the unit is",
    open_edition: "write which version of the code list is meant",
    codelist: "the code list is",
    open_unit: "the unit",
    codes: "the values that are listed are all there are",
    missing: "without a value are",
    personal: "the field holds personal data",
    may_be_personal: "see whether the field holds personal data",
    datatype: "the datatype is {type}",
    odd_ones: "{others} of {present} values are not {type}",
};

/// Datatypes in the words of Table Schema, and what they are called in Bokmål, Nynorsk and English.
const DATATYPES: [(&str, [&str; 3]); 6] = [
    ("string", ["tekst", "tekst", "text"]),
    ("integer", ["heltall", "heiltal", "whole numbers"]),
    ("number", ["tall", "tal", "numbers"]),
    ("date", ["dato", "dato", "dates"]),
    ("year", ["årstall", "årstal", "years"]),
    ("boolean", ["ja eller nei", "ja eller nei", "true or false"]),
];

/// What fields of a role hold. What is left out says nothing of what the field means.
const ROLES: [(Role, [&str; 3]); 33] = [
    (
        Role::MunicipalityNumber,
        ["Kommunenummer, fire siffer", "Kommunenummer, fire siffer", "Municipality number of four digits"],
    ),
    (Role::MunicipalityName, ["Navn på kommunen", "Namn på kommunen", "Name of the municipality"]),
    (Role::CountyNumber, ["Fylkesnummer, to siffer", "Fylkesnummer, to siffer", "County number of two digits"]),
    (Role::CountyName, ["Navn på fylket", "Namn på fylket", "Name of the county"]),
    (Role::PostalCode, ["Postnummer, fire siffer", "Postnummer, fire siffer", "Postal code of four digits"]),
    (Role::PostalPlace, ["Poststed", "Poststad", "Postal place"]),
    (
        Role::OrganisationNumber,
        [
            "Organisasjonsnummer i Enhetsregisteret, ni siffer",
            "Organisasjonsnummer i Einingsregisteret, ni siffer",
            "Organisation number of nine digits",
        ],
    ),
    (
        Role::IdentityNumber,
        ["Fødselsnummer eller D-nummer", "Fødselsnummer eller D-nummer", "National identity number or D-number"],
    ),
    (Role::PersonName, ["Navn på en person", "Namn på ein person", "Name of a person"]),
    (Role::Email, ["E-postadresse", "E-postadresse", "E-mail address"]),
    (Role::Telephone, ["Telefonnummer", "Telefonnummer", "Telephone number"]),
    (Role::Address, ["Gateadresse", "Gateadresse", "Street address"]),
    (Role::AccountNumber, ["Kontonummer i bank", "Kontonummer i bank", "Bank account number"]),
    (Role::BirthDate, ["Fødselsdato", "Fødselsdato", "Day of birth"]),
    (Role::Year, ["Året som raden gjelder", "Året som rada gjeld", "The year that the row is about"]),
    (
        Role::CityDistrict,
        ["Bydelsnummer, seks siffer", "Bydelsnummer, seks siffer", "Number of the city district, six digits"],
    ),
    (
        Role::BasicUnit,
        [
            "Grunnkretsnummer, åtte siffer",
            "Grunnkrinsnummer, åtte siffer",
            "Number of the basic statistical unit, eight digits",
        ],
    ),
    (Role::KostraFunction, ["Funksjon i KOSTRA", "Funksjon i KOSTRA", "Function in KOSTRA"]),
    (Role::KostraType, ["Art i KOSTRA", "Art i KOSTRA", "Type of account in KOSTRA"]),
    (
        Role::Industry,
        ["Næring etter SSBs standard", "Næring etter standarden til SSB", "Industry by Statistics Norway's standard"],
    ),
    (Role::Occupation, ["Yrke etter STYRK-08", "Yrke etter STYRK-08", "Occupation by STYRK-08"]),
    (Role::Education, ["Utdanning etter NUS2000", "Utdanning etter NUS2000", "Education by NUS2000"]),
    (Role::Diagnosis, ["Diagnosekode", "Diagnosekode", "Code of a diagnosis"]),
    (Role::Country, ["Land", "Land", "Country"]),
    (Role::Gender, ["Kjønn", "Kjønn", "Gender"]),
    (Role::Age, ["Alder i hele år", "Alder i heile år", "Age in whole years"]),
    (Role::AgeGroup, ["Aldersgruppe", "Aldersgruppe", "Group of ages"]),
    (Role::CivilStatus, ["Sivilstand", "Sivilstand", "Civil status"]),
    (Role::Quarter, ["Kvartal", "Kvartal", "Quarter of the year"]),
    (Role::Month, ["Måned", "Månad", "Month"]),
    (Role::Week, ["Uke", "Veke", "Week"]),
    (Role::SchoolYear, ["Skoleår", "Skuleår", "School year"]),
    (
        Role::Period,
        [
            "Perioden som raden gjelder, slik SSB skriver den",
            "Perioden som rada gjeld, slik SSB skriv han",
            "The period that the row is about, as Statistics Norway writes it",
        ],
    ),
];

impl Words {
    /// The words of a language.
    pub(super) fn of(language: Language) -> &'static Words {
        language.pick([&NB, &NN, &EN])
    }

    /// What fields of a role hold; `None` where that says nothing of what the field means.
    pub(super) fn role(&self, role: Role) -> Option<&'static str> {
        ROLES.iter().find(|(known, _)| *known == role).map(|(_, texts)| self.language.pick(*texts))
    }

    fn datatype_name(&self, datatype: &str) -> &'static str {
        DATATYPES.iter().find(|(known, _)| *known == datatype).map_or("", |(_, texts)| self.language.pick(*texts))
    }

    /// What the datatype is.
    pub(super) fn datatype(&self, datatype: &str) -> String {
        self.datatype.replace("{type}", self.datatype_name(datatype))
    }

    /// How many values are not what most are.
    pub(super) fn odd_ones(&self, others: u64, present: u64, most: &str) -> String {
        let counted = self.odd_ones.replace("{others}", &self.language.number(others));
        counted.replace("{present}", &self.language.number(present)).replace("{type}", self.datatype_name(most))
    }
}
