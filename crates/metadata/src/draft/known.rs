//! What metadata says already. A text in which somebody might be told stays where it is: a draft shows no such thing.

use munilint_model::{Contact, Description, Distribution, LangText, Said, inert, mask};

/// True for a text of which nothing would be masked.
pub(super) fn is_plain(text: &str) -> bool {
    mask(text) == inert(text)
}

/// Takes the parts of a description that are not there yet.
pub(super) fn take_over(description: &mut Description, known: &Description) {
    texts(&mut description.titles, &known.titles);
    texts(&mut description.descriptions, &known.descriptions);
    texts(&mut description.keywords, &known.keywords);
    strings(&mut description.identifiers, &known.identifiers);
    strings(&mut description.licences, &known.licences);
    strings(&mut description.themes, &known.themes);
    strings(&mut description.access_rights, &known.access_rights);
    strings(&mut description.legal_bases, &known.legal_bases);
    strings(&mut description.areas, &known.areas);
    strings(&mut description.frequencies, &known.frequencies);
    strings(&mut description.issued, &known.issued);
    strings(&mut description.modified, &known.modified);
    strings(&mut description.languages, &known.languages);
    strings(&mut description.sources, &known.sources);
    strings(&mut description.conforms_to, &known.conforms_to);
    if description.id.is_none() {
        // A name inside a file names nothing in another one.
        description.id = known.id.clone().filter(|id| !id.starts_with('#') && is_plain(id));
    }
    if description.periods.is_empty() {
        description.periods.extend(plain_ones(&known.periods, |period| vec![&period.start, &period.end]));
    }
    if description.publishers.is_empty() {
        description.publishers.extend(plain_ones(&known.publishers, |agent| vec![&agent.name, &agent.iri]));
    }
    if description.contacts.is_empty() {
        description.contacts.extend(plain_ones(&known.contacts, |Contact { name, email, telephone, url, .. }| {
            vec![name, email, telephone, url]
        }));
    }
}

/// Those of which no part would be masked.
fn plain_ones<T: Clone>(known: &[Said<T>], parts: impl Fn(&T) -> Vec<&Option<String>>) -> Vec<Said<T>> {
    let is_plain = |said: &&Said<T>| parts(&said.what).into_iter().flatten().all(|text| is_plain(text));
    known.iter().filter(is_plain).cloned().collect()
}

/// Takes the parts of a form that are not measured.
pub(super) fn take_over_form(form: &mut Distribution, known: &Distribution) {
    texts(&mut form.titles, &known.titles);
    texts(&mut form.descriptions, &known.descriptions);
    strings(&mut form.access_urls, &known.access_urls);
    strings(&mut form.licences, &known.licences);
    strings(&mut form.rights, &known.rights);
    strings(&mut form.issued, &known.issued);
    strings(&mut form.modified, &known.modified);
    strings(&mut form.primary_key, &known.primary_key);
}

pub(super) fn texts(own: &mut Vec<Said<LangText>>, known: &[Said<LangText>]) {
    if own.is_empty() {
        own.extend(known.iter().filter(|said| is_plain(&said.what.text)).cloned());
    }
}

fn strings(own: &mut Vec<Said<String>>, known: &[Said<String>]) {
    if own.is_empty() {
        own.extend(known.iter().filter(|said| is_plain(&said.what)).cloned());
    }
}
