//! What metadata says already. A text in which somebody might be told stays where it is: a draft shows no such thing.

use munilint_model::{Agent, Contact, Description, Distribution, LangText, Said, inert, mask};

/// True for a text of which nothing would be masked.
pub(super) fn is_plain(text: &str) -> bool {
    mask(text) == inert(text)
}

/// Takes the parts of a description that are not there yet.
pub(super) fn take_over(description: &mut Description, known: &Description) {
    texts(&mut description.titles, &known.titles);
    texts(&mut description.descriptions, &known.descriptions);
    texts(&mut description.keywords, &known.keywords);
    let strings: [(&mut Vec<Said<String>>, &[Said<String>]); 12] = [
        (&mut description.identifiers, &known.identifiers),
        (&mut description.licences, &known.licences),
        (&mut description.themes, &known.themes),
        (&mut description.access_rights, &known.access_rights),
        (&mut description.legal_bases, &known.legal_bases),
        (&mut description.areas, &known.areas),
        (&mut description.frequencies, &known.frequencies),
        (&mut description.issued, &known.issued),
        (&mut description.modified, &known.modified),
        (&mut description.languages, &known.languages),
        (&mut description.sources, &known.sources),
        (&mut description.conforms_to, &known.conforms_to),
    ];
    strings.into_iter().for_each(|(own, known)| self::strings(own, known));
    if description.id.is_none() {
        // A name inside a file names nothing in another one.
        description.id = known.id.clone().filter(|id| !id.starts_with('#') && is_plain(id));
    }
    if description.periods.is_empty() {
        description.periods.clone_from(&known.periods);
    }
    if description.publishers.is_empty() {
        let is_plain = |said: &&Said<Agent>| said.what.name.as_deref().is_none_or(is_plain);
        description.publishers = known.publishers.iter().filter(is_plain).cloned().collect();
    }
    if description.contacts.is_empty() {
        let is_plain = |said: &&Said<Contact>| {
            let Contact { name, email, telephone, .. } = &said.what;
            [name, email, telephone].into_iter().flatten().all(|text| is_plain(text))
        };
        description.contacts = known.contacts.iter().filter(is_plain).cloned().collect();
    }
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
