//! The words of [`crate::sensitive`]: Bokmål, Nynorsk and English, folded as [`crate::header::fold`] does, without spaces.

use crate::sensitive::Topic;

/// Where in a text a term has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// The name of a field that says nothing else.
    Alone,
    /// A word, or neighbouring words, of the name of a field.
    Word,
    /// A word, or neighbouring words, of a category or a title.
    Value,
    /// Anywhere, in compounds too, in names of fields, categories and titles.
    Within,
}
use Stands::{Alone, Value, Within, Word};

/// Words beside which the name of a field speaks of a subject at school, an animal or a
/// thing, a place where people go, or a figure of many.
pub(crate) const NOT: [&str; 21] = [
    "andel", "dyr", "egnet", "etikk", "ethics", "fag", "fagkode", "gjennomsnitt", "helseforetak", "helsestasjon",
    "hund", "karakter", "pris", "prosent", "snitt", "standpunkt", "subject", "tilgjengelig", "tilrettelagt",
    "universell", "vare",
];

/// Terms of what hints at a topic and is not itself of it.
pub(crate) const PROXIES: [(&str, Topic); 11] = [
    ("landbakgrunn", Topic::EthnicOrigin),
    ("morsmal", Topic::EthnicOrigin),
    ("samisk", Topic::EthnicOrigin),
    ("kvensk", Topic::EthnicOrigin),
    ("minoritetssprak", Topic::EthnicOrigin),
    ("minoritetsbakgrunn", Topic::EthnicOrigin),
    ("innvandringskategori", Topic::EthnicOrigin),
    ("innvandrerbakgrunn", Topic::EthnicOrigin),
    ("innvandrarbakgrunn", Topic::EthnicOrigin),
    ("mothertongue", Topic::EthnicOrigin),
    ("countryofbackground", Topic::EthnicOrigin),
];

/// Topics with their terms. The first that stands in a text holds: services before what they are about.
pub(crate) const TERMS: [(Topic, &[(&str, Stands)]); 15] = [
    (Topic::ProtectedAddress, PROTECTED_ADDRESS),
    (Topic::ChildWelfare, CHILD_WELFARE),
    (Topic::SocialAssistance, SOCIAL_ASSISTANCE),
    (Topic::CrisisCentre, CRISIS_CENTRE),
    (Topic::FamilyCounselling, FAMILY_COUNSELLING),
    (Topic::SpecialEducation, SPECIAL_EDUCATION),
    (Topic::Offence, OFFENCE),
    (Topic::SexualLife, SEXUAL_LIFE),
    (Topic::Biometric, BIOMETRIC),
    (Topic::Genetic, GENETIC),
    (Topic::TradeUnion, TRADE_UNION),
    (Topic::Belief, BELIEF),
    (Topic::PoliticalOpinion, POLITICAL_OPINION),
    (Topic::EthnicOrigin, ETHNIC_ORIGIN),
    (Topic::Health, HEALTH),
];

const PROTECTED_ADDRESS: &[(&str, Stands)] = &[
    ("adressesperr", Within),
    ("sperretadresse", Within),
    ("sperraadresse", Within),
    ("adressebeskytt", Within),
    ("adressegradering", Within),
    ("adressevern", Within),
    ("gradertadresse", Within),
    ("skjultadresse", Within),
    ("skjermetadresse", Within),
    ("fortroligadresse", Within),
    ("fortrolegadresse", Within),
    ("strengtfortrolig", Within),
    ("strengtfortroleg", Within),
    ("diskresjonskode", Within),
    ("protectedaddress", Within),
    ("addressprotection", Within),
    ("confidentialaddress", Within),
    ("kode6", Value),
    ("kode7", Value),
    ("kode6", Alone),
    ("kode7", Alone),
    ("kode67", Alone),
    ("spesregtype", Word),
    ("spesreg", Word),
];

const CHILD_WELFARE: &[(&str, Stands)] = &[
    ("barnevern", Within),
    ("bekymringsmeld", Within),
    ("omsorgsovertak", Within),
    ("omsorgsovertek", Within),
    ("fosterhjem", Within),
    ("fosterheim", Within),
    ("beredskapshjem", Within),
    ("childwelfare", Within),
    ("childprotection", Within),
    ("fostercare", Within),
];

const SOCIAL_ASSISTANCE: &[(&str, Stands)] = &[
    ("sosialhjelp", Within),
    ("sosialstonad", Within),
    ("sosialklient", Within),
    ("kvalifiseringsprogram", Within),
    ("kvalifiseringsstonad", Within),
    ("gjeldsradgiv", Within),
    ("socialassistance", Within),
    ("socialwelfarebenefit", Within),
];

const CRISIS_CENTRE: &[(&str, Stands)] = &[
    ("krisesenter", Within),
    ("krisesentr", Within),
    ("voldsutsatt", Within),
    ("valdsutsett", Within),
    ("voldinarerelasjon", Within),
    ("voldinaererelasjon", Within),
    ("valdinaererelasjon", Within),
    ("domesticviolence", Within),
    ("womensshelter", Within),
    ("crisiscentre", Within),
    ("crisiscenter", Within),
];

const FAMILY_COUNSELLING: &[(&str, Stands)] =
    &[("familievern", Within), ("familycounselling", Within), ("familycounseling", Within)];

const SPECIAL_EDUCATION: &[(&str, Stands)] = &[
    ("spesialundervis", Within),
    ("spesialpedagogiskhjelp", Within),
    ("spespedhjelp", Within),
    ("sakkyndigvurdering", Within),
    ("sakkunnigvurdering", Within),
    ("individueltilrettelagtopplaring", Within),
    ("individuelttilrettelagtopplaering", Within),
    ("pedagogiskpsykologisk", Within),
    ("specialeducation", Within),
    ("specialneedseducation", Within),
    ("ppt", Word),
    ("pptsak", Word),
];

const OFFENCE: &[(&str, Stands)] = &[
    ("straffbar", Within),
    ("straffesak", Within),
    ("straffedom", Within),
    ("straffedomt", Within),
    ("domfelt", Within),
    ("domfellelse", Within),
    ("politianmeld", Within),
    ("politimeld", Within),
    ("strafferegister", Within),
    ("vandelsvurdering", Within),
    ("lovbrudd", Within),
    ("lovbrot", Within),
    ("varetekt", Within),
    ("fengselsstraff", Within),
    ("soningsstart", Within),
    ("criminalrecord", Within),
    ("criminaloffence", Within),
    ("criminaloffense", Within),
    ("convict", Within),
    ("siktet", Word),
    ("siktelse", Word),
    ("tiltalt", Word),
    ("straff", Alone),
    ("soning", Alone),
    ("dom", Alone),
];

const SEXUAL_LIFE: &[(&str, Stands)] = &[
    ("seksuell", Within),
    ("seksualitet", Within),
    ("kjonnsidentitet", Within),
    ("kjonnsinkongruens", Within),
    ("homofil", Within),
    ("sexualorientation", Within),
    ("genderidentity", Within),
    ("legning", Alone),
    ("sexuality", Word),
];

const BIOMETRIC: &[(&str, Stands)] = &[
    ("biometri", Within),
    ("fingeravtrykk", Within),
    ("ansiktsbilde", Within),
    ("ansiktsgjenkjenn", Within),
    ("ansiktsattkjenn", Within),
    ("irisskann", Within),
    ("facialrecognition", Within),
];

const GENETIC: &[(&str, Stands)] = &[
    ("genetisk", Within),
    ("gentest", Within),
    ("genotyp", Within),
    ("dnaprofil", Within),
    ("genetic", Within),
    ("dna", Word),
];

const TRADE_UNION: &[(&str, Stands)] = &[
    ("fagforening", Within),
    ("fagforeining", Within),
    ("fagorganis", Within),
    ("tradeunion", Within),
    ("unionmember", Within),
    ("fagforbund", Word),
];

const BELIEF: &[(&str, Stands)] = &[
    ("trossamfunn", Within),
    ("trudomssamfunn", Within),
    ("trussamfunn", Within),
    ("livssyn", Within),
    ("kirkemedlem", Within),
    ("kyrkjemedlem", Within),
    ("religios", Within),
    ("churchmember", Within),
    ("religion", Word),
    ("konfesjon", Word),
    ("trosretning", Word),
];

const POLITICAL_OPINION: &[(&str, Stands)] = &[
    ("partimedlem", Within),
    ("partitilhor", Within),
    ("politiskoppfatning", Within),
    ("politisksyn", Within),
    ("politisktilhor", Within),
    ("politiskestandpunkt", Within),
    ("politicalopinion", Within),
    ("politicalparty", Within),
    ("politicalaffiliation", Within),
    ("stemtepa", Within),
    ("partivalg", Within),
    ("partipreferanse", Within),
    ("parti", Alone),
    ("partinavn", Word),
    ("partinamn", Word),
    ("partikode", Word),
];

const ETHNIC_ORIGIN: &[(&str, Stands)] =
    &[("etnisitet", Within), ("etnisk", Within), ("ethnic", Within), ("romfolk", Within)];

const HEALTH: &[(&str, Stands)] = &[
    ("diagnos", Within),
    ("sykdom", Within),
    ("sjukdom", Within),
    ("funksjonsneds", Within),
    ("funksjonshem", Within),
    ("utviklingshem", Within),
    ("hjemmesykeplei", Within),
    ("heimesjukeplei", Within),
    ("sykefrava", Within),
    ("sjukefrava", Within),
    ("sykmeld", Within),
    ("sykemeld", Within),
    ("sjukmeld", Within),
    ("sjukemeld", Within),
    ("legemid", Within),
    ("legemiddel", Within),
    ("medikament", Within),
    ("vaksin", Within),
    ("psykisk", Within),
    ("psykiatr", Within),
    ("rusmid", Within),
    ("rusproblem", Within),
    ("rusavheng", Within),
    ("allergi", Within),
    ("demens", Within),
    ("svangerskap", Within),
    ("uforegrad", Within),
    ("helseopplysning", Within),
    ("helsetilstand", Within),
    ("helsestatus", Within),
    ("pleiebehov", Within),
    ("omsorgsbehov", Within),
    ("bistandsbehov", Within),
    ("disability", Within),
    ("illness", Within),
    ("disease", Within),
    ("medication", Within),
    ("vaccin", Within),
    ("mentalhealth", Within),
    ("sickleave", Within),
    ("pregnan", Within),
    ("icd10", Word),
    ("icd", Word),
    ("icpc2", Word),
    ("icpc", Word),
    ("atc", Word),
    ("atckode", Word),
    ("rus", Word),
    ("helse", Alone),
    ("blodtype", Word),
    ("iplos", Word),
    ("adl", Word),
];
