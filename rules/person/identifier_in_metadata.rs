//! See `identifier-in-metadata.md`.

use super::mentioned::{KINDS, Kind, bit, mentioned};
use munilint_detect::mention::{Mention, mentions};
use munilint_model::{
    Body, Description, Distribution, FieldDescription, Findings, LangText, Metadata, Occurrences, Options, Place, Said,
    Severity,
};
use std::ops::Range;

pub(crate) const BODY: Body = Body::Metadata(judge);

/// Whoever answers for data or is asked about it has a name, an address and a telephone.
const OF_CONTACTS: u32 = bit(Mention::PersonName) | bit(Mention::Email) | bit(Mention::Telephone);

/// Beginnings of words by which a description names whom to ask, who made it or whom it is about. Without one beside it a name may be
/// that of a statue.
const OF_PERSONS: [&str; 8] = ["kontakt", "ansvarl", "saksbehandl", "spør", "henvend", "eksempel", "søker", "contact"];

/// Whole words of that kind.
const OF_PERSONS_WHOLE: [&str; 9] = ["ring", "tlf", "eks", "send", "sendes", "laget", "laga", "ask", "call"];

/// So many words before a name, and behind it, stand beside it.
const BESIDE: (usize, usize) = (6, 3);

/// What a text of the metadata holds, and where it stands.
type Held = (Place, u32);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let held: Vec<Held> = held(metadata).into_iter().filter(|(_, bits)| *bits != 0).collect();
    for kind in &KINDS {
        let mut seen = Occurrences::default();
        held.iter().filter(|(_, bits)| bits & bit(kind.mention) != 0).for_each(|(at, _)| seen.add(|| *at));
        if !seen.is_empty() {
            let draft = found.add(None, seen).phrase("what", kind.phrase);
            draft.severity(severity(kind)).confidence(kind.confidence).kind = kind.name;
        }
    }
}

/// Descriptions name whom a prize or a house is called after, and the switchboard that answers.
fn severity(kind: &Kind) -> Severity {
    match kind.mention {
        Mention::PersonName | Mention::Telephone => Severity::Note,
        _ => kind.severity,
    }
}

fn held(metadata: &Metadata) -> Vec<Held> {
    let mut all = Vec::new();
    if let Some(catalogue) = &metadata.catalogue {
        of_prose(&catalogue.titles, &mut all);
        of_prose(&catalogue.descriptions, &mut all);
    }
    metadata.datasets.iter().for_each(|dataset| of_dataset(dataset, &mut all));
    // Several standards say one thing in two ways.
    all.sort_unstable();
    all.dedup();
    all
}

fn of_dataset(dataset: &Description, all: &mut Vec<Held>) {
    for texts in [&dataset.titles, &dataset.descriptions, &dataset.keywords] {
        of_prose(texts, all);
    }
    let plain = [&dataset.identifiers, &dataset.sources, &dataset.legal_bases, &dataset.areas];
    plain.into_iter().chain(dataset.others.values()).for_each(|said| of_words(said, all));
    for said in &dataset.contacts {
        let texts = [&said.what.name, &said.what.email, &said.what.telephone, &said.what.url];
        texts.into_iter().flatten().for_each(|text| all.push((said.at, mentioned(text) & !OF_CONTACTS)));
    }
    for said in &dataset.publishers {
        all.extend(said.what.name.iter().map(|name| (said.at, mentioned(name) & !OF_CONTACTS)));
    }
    dataset.fields.iter().for_each(|field| of_field(field, all));
    dataset.distributions.iter().for_each(|form| of_form(form, all));
}

fn of_form(form: &Distribution, all: &mut Vec<Held>) {
    of_prose(&form.titles, all);
    of_prose(&form.descriptions, all);
    of_words(&form.rights, all);
    form.fields.iter().for_each(|field| of_field(field, all));
}

fn of_field(field: &FieldDescription, all: &mut Vec<Held>) {
    all.push((field.at, mentioned(&field.name)));
    of_texts(&field.titles, all);
    of_texts(&field.definitions, all);
    let at = field.codes_at.unwrap_or(field.at);
    let codes = field.codes.iter().chain(&field.missing);
    // A list of schools or streets has names that persons have, too.
    let of_code = |text: &String| (at, mentioned(text) & !bit(Mention::PersonName));
    all.extend(codes.flat_map(|(code, meaning)| std::iter::once(code).chain(meaning)).map(of_code));
}

fn of_texts(texts: &[Said<LangText>], all: &mut Vec<Held>) {
    all.extend(texts.iter().map(|said| (said.at, mentioned(&said.what.text))));
}

/// Texts about a dataset as a whole.
fn of_prose(texts: &[Said<LangText>], all: &mut Vec<Held>) {
    all.extend(texts.iter().map(|said| (said.at, in_prose(&said.what.text))));
}

/// What may be an address on the web, whose parts are no words.
fn of_words(texts: &[Said<String>], all: &mut Vec<Held>) {
    let words = texts.iter().filter(|said| !said.what.contains("://"));
    all.extend(words.map(|said| (said.at, in_prose(&said.what))));
}

fn in_prose(text: &str) -> u32 {
    let mut held = 0;
    mentions(text, &mut |mention, range| {
        if mention != Mention::PersonName || is_of_person(text, range) {
            held |= bit(mention);
        }
    });
    held
}

/// True when a word beside the name in `text` says that it is somebody's.
fn is_of_person(text: &str, name: Range<usize>) -> bool {
    let is_mark = |c: char| !c.is_alphabetic();
    let before = text[..name.start].rsplit(is_mark).filter(|word| !word.is_empty()).take(BESIDE.0);
    let behind = text[name.end..].split(is_mark).filter(|word| !word.is_empty()).take(BESIDE.1);
    before.chain(behind).any(|word| {
        let word = word.to_lowercase();
        OF_PERSONS.iter().any(|beginning| word.starts_with(beginning)) || OF_PERSONS_WHOLE.contains(&&*word)
    })
}
