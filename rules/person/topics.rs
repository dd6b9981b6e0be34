//! Fields, categories and files that tell of something that the law protects more than other personal data.

use super::person_rows::{PersonRows, is_about_work, person_rows};
use super::persons::{at_least, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::header::words;
use munilint_detect::sensitive::{Topic, header_topics, is_atc, text_topic};
use munilint_model::{Confidence, Draft, FieldFacts, Findings, Role, Severity, TableFacts};

/// Longest category, in bytes; what is longer is a sentence.
const LONGEST: u32 = 60;

/// Starts of words in names of fields whose categories say what somebody works with or studies, or where, folded.
const NO_CATEGORIES: [&str; 12] =
    ["avdeling", "eining", "emne", "enhet", "fag", "kurs", "profesjon", "studie", "title", "tittel", "utdann", "yrke"];

/// What tells of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The name of the field.
    Header,
    /// The name of the field speaks of something that hints at it.
    Proxy,
    /// What its values are.
    Values,
    /// The name of the file.
    File,
    /// A line above the table.
    Title,
}

impl Evidence {
    /// The message of the page.
    fn variant(self) -> &'static str {
        match self {
            Evidence::Header => "",
            Evidence::Proxy => "proxy",
            Evidence::Values => "values",
            Evidence::File => "file",
            Evidence::Title => "title",
        }
    }
}

/// Finds the topics that are meant, in a table whose rows are persons. `finish` has the last word on a finding.
pub(super) fn tell(
    facts: &TableFacts,
    found: &mut Findings,
    is_meant: impl Fn(Topic) -> bool,
    finish: impl Fn(Topic, Evidence, &mut Draft),
) {
    if person_rows(facts, 0).is_none() {
        return;
    }
    let mut tell = |topic: Topic, evidence: Evidence, column: Option<u32>, count: u64, rows: &PersonRows| {
        if !is_meant(topic) || count == 0 {
            return;
        }
        let draft = found.add(column, unplaced(count));
        let (phrase, kind) = words_of(topic);
        draft.variant(evidence.variant()).phrase("topic", phrase).word("others", rows.by.clone());
        draft.kind = kind;
        match evidence {
            Evidence::Proxy => draft.severity(Severity::Note).confidence(Confidence::Low),
            Evidence::Header if rows.is_named => draft,
            _ => draft.confidence(Confidence::Medium),
        };
        finish(topic, evidence, draft);
    };
    let mut is_told = false;
    for field in facts.fields.iter().filter(|field| !field.role.role.is_personal() || field.role.role == Role::Address)
    {
        let topics = topics(facts, field);
        let Some(rows) = (!topics.is_empty()).then(|| person_rows(facts, field.column)).flatten() else { continue };
        for (topic, evidence, count) in topics {
            is_told |= is_meant(topic) && evidence != Evidence::Proxy;
            tell(topic, evidence, Some(field.column), count, &rows);
        }
    }
    if is_told || is_about_work(facts) {
        return;
    }
    let name = facts.table.source.rsplit('/').next().unwrap_or_default();
    let of_file = text_topic(name).map(|topic| (topic, Evidence::File));
    let mut titles = facts.table.around.titles.iter();
    let of_title = || titles.find_map(|(_, title)| Some((text_topic(title.as_judged())?, Evidence::Title)));
    if let Some((topic, evidence)) = of_file.or_else(of_title)
        && let Some(rows) = person_rows(facts, 0)
    {
        tell(topic, evidence, None, facts.rows, &rows);
    }
}

/// What a field tells of, and in how many cells.
fn topics(facts: &TableFacts, field: &FieldFacts) -> Vec<(Topic, Evidence, u64)> {
    let there = field.present();
    if field.role.role != Role::Address {
        if field.role.role == Role::Diagnosis {
            return vec![(Topic::Health, Evidence::Header, there)];
        }
        let told = header_topics(&field.name);
        if !told.is_empty() {
            let evidence = |is_plain| if is_plain { Evidence::Header } else { Evidence::Proxy };
            return told.into_iter().map(|(topic, is_plain)| (topic, evidence(is_plain), there)).collect();
        }
    }
    if field.lengths.is_none_or(|(_, longest)| longest > LONGEST) || is_about_work(facts) || is_no_category(field) {
        return Vec::new();
    }
    let mut values = present(field);
    values.retain(|value| !value.shape.is_number() && !value.shape.is_date());
    let codes = Matching::of(values.iter().copied(), |text, _| is_atc(text.as_bytes()));
    if at_least(80, codes.seen.count, there) {
        return vec![(Topic::Health, Evidence::Values, codes.seen.count)];
    }
    let mut topics: Vec<(Topic, Evidence, u64)> = Vec::new();
    for value in values {
        let Some(topic) = text_topic(&value.text) else { continue };
        match topics.iter_mut().find(|(known, ..)| *known == topic) {
            Some((.., count)) => *count += value.seen.count,
            None => topics.push((topic, Evidence::Values, value.seen.count)),
        }
    }
    topics
}

fn is_no_category(field: &FieldFacts) -> bool {
    let starts = |word: &String| NO_CATEGORIES.iter().any(|start| word.starts_with(start));
    matches!(field.role.role, Role::Occupation | Role::Education | Role::Industry)
        || words(&field.name).iter().any(starts)
}

/// The message of the page that says what the topic is, and what tells it apart in fingerprints, which stay what they are whatever
/// the pages say.
fn words_of(topic: Topic) -> (&'static str, &'static str) {
    match topic {
        Topic::Health => ("health", "health"),
        Topic::EthnicOrigin => ("ethnic-origin", "ethnic origin"),
        Topic::PoliticalOpinion => ("political-opinion", "political opinions"),
        Topic::Belief => ("belief", "religion or belief"),
        Topic::TradeUnion => ("trade-union", "trade union membership"),
        Topic::Genetic => ("genetic", "genetic data"),
        Topic::Biometric => ("biometric", "biometric data"),
        Topic::SexualLife => ("sexual-life", "sex life or sexual orientation"),
        Topic::Offence => ("offence", "criminal convictions and offences"),
        Topic::ChildWelfare => ("child-welfare", "child welfare"),
        Topic::SocialAssistance => ("social-assistance", "social assistance"),
        Topic::CrisisCentre => ("crisis-centre", "crisis centres and violence at home"),
        Topic::FamilyCounselling => ("family-counselling", "family counselling"),
        Topic::SpecialEducation => ("special-education", "special needs education"),
        Topic::ProtectedAddress => ("protected-address", "protected addresses"),
    }
}
