//! What the law protects more than other personal data, told by words.
//!
//! Special categories: GDPR, Article 9(1). Criminal convictions and offences: Article 10. Services whose cases are under
//! professional secrecy: forvaltningsloven, barnevernsloven, sosialtjenesteloven § 44, opplæringslova. Addresses
//! that are graded: folkeregisterloven § 10-4 (kode 6 and 7).
//!
//! A word says what a text speaks of, not of whom: `barnevern` in a budget is nobody's.

use crate::header::words;
use crate::sensitive_terms::{NOT, PROXIES, Stands, TERMS};

/// What is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Health: Article 4(15).
    Health,
    /// Racial or ethnic origin.
    EthnicOrigin,
    /// Political opinions.
    PoliticalOpinion,
    /// Religious or philosophical beliefs.
    Belief,
    /// Trade union membership.
    TradeUnion,
    /// Genetic data: Article 4(13).
    Genetic,
    /// Biometric data that identify: Article 4(14).
    Biometric,
    /// Sex life or sexual orientation.
    SexualLife,
    /// Criminal convictions and offences: Article 10.
    Offence,
    /// Child welfare (barnevern).
    ChildWelfare,
    /// Social assistance (økonomisk sosialhjelp).
    SocialAssistance,
    /// Crisis centres for victims of violence (krisesenter).
    CrisisCentre,
    /// Family counselling (familievern).
    FamilyCounselling,
    /// Special needs education and its expert assessments (spesialundervisning, PPT).
    SpecialEducation,
    /// A graded address (kode 6, kode 7).
    ProtectedAddress,
}

impl Topic {
    /// True for the special categories of Article 9.
    #[must_use]
    pub fn is_special_category(self) -> bool {
        self <= Topic::SexualLife
    }

    /// True for services under professional secrecy, and graded addresses.
    #[must_use]
    pub fn is_confidential(self) -> bool {
        self >= Topic::ChildWelfare
    }
}

/// What the name of a field speaks of, and whether it says so itself; a proxy (mother tongue for ethnic origin) only hints.
#[must_use]
pub fn header_topics(name: &str) -> Vec<(Topic, bool)> {
    let words = words(name);
    if name.contains('%') || words.iter().any(|word| NOT.contains(&word.as_str())) {
        return Vec::new();
    }
    let mut told: Vec<(Topic, bool)> =
        topics(&words, |stands| stands != Stands::Value).map(|topic| (topic, true)).collect();
    let proxy = PROXIES.iter().find(|(text, _)| is_within(&words, text)).map(|&(_, topic)| (topic, false));
    told.extend(proxy.filter(|(topic, _)| told.iter().all(|(known, _)| known != topic)));
    told
}

/// What a category or the name of a file speaks of. Short words that mean other things as well are not read here.
#[must_use]
pub fn text_topic(text: &str) -> Option<Topic> {
    topics(&words(text), |stands| matches!(stands, Stands::Within | Stands::Value)).next()
}

/// True for a code of a medicine: `A10BA02`, the seven characters of the ATC classification (WHO).
#[must_use]
pub fn is_atc(text: &[u8]) -> bool {
    let &[group, t1, t2, c1, c2, s1, s2] = text else { return false };
    b"ABCDGHJLMNPRSV".contains(&group)
        && [t1, t2, s1, s2].iter().all(u8::is_ascii_digit)
        && [c1, c2].iter().all(u8::is_ascii_uppercase)
}

fn topics(words: &[String], is_read: impl Fn(Stands) -> bool) -> impl Iterator<Item = Topic> {
    let joined = words.concat();
    let stands = move |text: &str, stands: Stands| match stands {
        Stands::Alone => joined == text,
        Stands::Word | Stands::Value => is_run_of(words, text),
        Stands::Within => is_within(words, text),
    };
    TERMS.iter().filter_map(move |(topic, terms)| {
        terms.iter().any(|&(text, place)| is_read(place) && stands(text, place)).then_some(*topic)
    })
}

/// True when a word holds the text, or neighbouring words begin with it: `etnisk bakgrunn`, and not `foreningen etisk`.
fn is_within(words: &[String], text: &str) -> bool {
    let begins = |start: usize| {
        let mut rest = text;
        for word in &words[start..] {
            match rest.strip_prefix(word.as_str()) {
                Some(behind) => rest = behind,
                None => return word.starts_with(rest),
            }
        }
        rest.is_empty()
    };
    words.iter().any(|word| word.contains(text)) || (0..words.len()).any(begins)
}

/// True when neighbouring words make up the text: `kode 6` is `kode6`.
fn is_run_of(words: &[String], text: &str) -> bool {
    (0..words.len()).any(|start| {
        let mut rest = text;
        for word in &words[start..] {
            match rest.strip_prefix(word.as_str()) {
                Some("") => return true,
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(name: &str) -> Option<Topic> {
        header_topics(name).into_iter().find(|(_, plain)| *plain).map(|(topic, _)| topic)
    }

    #[test]
    fn names_of_fields_tell_in_three_languages() {
        use Topic as T;
        let cases = [
            ("Hoveddiagnose", T::Health),
            ("diagnosekode", T::Health),
            ("ICD-10", T::Health),
            ("icpc2", T::Health),
            ("funksjonsnedsettelse", T::Health),
            ("Funksjonsnedsetjing", T::Health),
            ("sjukdom", T::Health),
            ("sykefraværsdager", T::Health),
            ("sjukefråvær", T::Health),
            ("disability", T::Health),
            ("ATC", T::Health),
            ("rus", T::Health),
            ("Etnisitet", T::EthnicOrigin),
            ("etnisk bakgrunn", T::EthnicOrigin),
            ("Funksjons-nedsettelse", T::Health),
            ("ethnicity", T::EthnicOrigin),
            ("parti", T::PoliticalOpinion),
            ("Partimedlemskap", T::PoliticalOpinion),
            ("stemte på", T::PoliticalOpinion),
            ("political_party", T::PoliticalOpinion),
            ("trossamfunn", T::Belief),
            ("trudomssamfunn", T::Belief),
            ("religion", T::Belief),
            ("kirkemedlem", T::Belief),
            ("Fagforening", T::TradeUnion),
            ("fagforeining", T::TradeUnion),
            ("trade union", T::TradeUnion),
            ("genetisk_funn", T::Genetic),
            ("Fingeravtrykk", T::Biometric),
            ("seksuell legning", T::SexualLife),
            ("kjønnsidentitet", T::SexualLife),
            ("politianmeldt", T::Offence),
            ("domfelt", T::Offence),
            ("criminal record", T::Offence),
            ("barnevernstiltak", T::ChildWelfare),
            ("bekymringsmelding", T::ChildWelfare),
            ("fosterheim", T::ChildWelfare),
            ("økonomisk sosialhjelp", T::SocialAssistance),
            ("oekonomisk_sosialhjelp", T::SocialAssistance),
            ("social assistance", T::SocialAssistance),
            ("Krisesenter", T::CrisisCentre),
            ("familievern", T::FamilyCounselling),
            ("spesialundervisning", T::SpecialEducation),
            ("PPT", T::SpecialEducation),
            ("adressesperre", T::ProtectedAddress),
            ("Kode 6", T::ProtectedAddress),
            ("strengtFortrolig", T::ProtectedAddress),
            ("diskresjonskode", T::ProtectedAddress),
        ];
        for (name, topic) in cases {
            assert_eq!(plain(name), Some(topic), "{name}");
        }
    }

    #[test]
    fn names_of_other_things_tell_nothing() {
        for name in [
            "kommune", "partner", "partinummer_vare", "partipris", "Parti nr", "Foreningen etisk råd", "Tiltale",
            "Race", "Sykefravær %", "Tilrettelagt for funksjonshemmede", "HMS og helse", "helsestasjon",
            "helseforetak", "tjeneste", "kode", "kode 60", "dimensjon", "laboratorium", "status", "russ", "trase",
            "rase_hund", "religion og etikk", "domene", "straffespark", "fagområde", "postkode 6", "", "legekontor",
            "trinn", "fordom",
        ] {
            assert_eq!(header_topics(name), [], "{name}");
        }
    }

    #[test]
    fn a_name_may_speak_of_several() {
        let told = header_topics("Prioritet (funksjonsnedsettelse / barnevern)");
        assert_eq!(told, [(Topic::ChildWelfare, true), (Topic::Health, true)]);
    }

    #[test]
    fn a_proxy_only_hints() {
        assert_eq!(header_topics("morsmål"), [(Topic::EthnicOrigin, false)]);
        assert_eq!(header_topics("Samisk"), [(Topic::EthnicOrigin, false)]);
        assert_eq!(header_topics("landbakgrunn"), [(Topic::EthnicOrigin, false)]);
        assert_eq!(header_topics("Landbakgrunn (etnisk)"), [(Topic::EthnicOrigin, true)]);
    }

    #[test]
    fn categories_and_titles_are_read_by_long_words_only() {
        assert_eq!(text_topic("Barneverntjenesten"), Some(Topic::ChildWelfare));
        assert_eq!(text_topic("Psykisk helse"), Some(Topic::Health));
        assert_eq!(text_topic("hjemmesykepleie"), Some(Topic::Health));
        assert_eq!(text_topic("Strengt fortrolig adresse"), Some(Topic::ProtectedAddress));
        assert_eq!(text_topic("kode 7"), Some(Topic::ProtectedAddress));
        for text in ["Parti 3", "ppt", "rus", "Straff", "Helse og omsorg", "Samisk", "Fortrolig", "ATC", "dom"] {
            assert_eq!(text_topic(text), None, "{text}");
        }
    }

    #[test]
    fn codes_of_medicines_are_told() {
        assert!(is_atc(b"A10BA02") && is_atc(b"N02BE01"));
        for text in ["A10BA2", "A10", "E10BA02", "a10ba02", "A10BA02 ", "1234567"] {
            assert!(!is_atc(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "\\PC{0,40}") {
            let _ = (header_topics(&text), text_topic(&text), is_atc(text.as_bytes()));
        }
    }
}
