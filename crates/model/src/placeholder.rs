//! Marks of what is not finished in metadata.

use crate::{Description, Place};

/// Before guesses that are to be confirmed, in Bokmål, Nynorsk and English.
pub const CONFIRM: [&str; 3] = ["BEKREFT:", "STADFEST:", "CONFIRM:"];

/// Before what is to be written.
pub const TODO: &str = "TODO:";

/// Words that hold the place of a text, as templates and people have them, in lower case.
const WORDS: [&str; 7] = ["todo", "tbd", "fixme", "lorem ipsum", "bekreft:", "stadfest:", "confirm:"];

/// True for a text that begins with a mark, in whatever case: somebody meant to come back to it.
#[must_use]
pub fn is_marked(text: &str) -> bool {
    let folded = text.trim_start().to_lowercase();
    let behind = |word: &str| folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    WORDS.iter().any(|word| behind(word))
}

impl Description {
    /// Everything in it that begins with a mark, with its place.
    #[must_use]
    pub fn marked(&self) -> Vec<(Place, &str)> {
        let fields = self.distributions.iter().flat_map(|form| &form.fields).chain(&self.fields);
        let units =
            fields.clone().filter_map(|field| Some((field.unit.as_ref()?.at, field.unit.as_ref()?.what.as_str())));
        let of_fields = fields.flat_map(|field| field.titles.iter().chain(&field.definitions));
        let texts = self.titles.iter().chain(&self.descriptions).chain(&self.keywords).chain(of_fields);
        let texts = texts.map(|said| (said.at, said.what.text.as_str()));
        let publishers = self.publishers.iter().filter_map(|said| Some((said.at, said.what.name.as_deref()?)));
        let contacts = self.contacts.iter().filter_map(|said| Some((said.at, said.what.name.as_deref()?)));
        let forms = self.distributions.iter().flat_map(|form| &form.licences);
        let periods = self.periods.iter().filter_map(|said| Some((said.at, said.what.start.as_deref()?)));
        let words = self.licences.iter().chain(&self.sources).chain(&self.frequencies).chain(forms);
        let words = words.map(|said| (said.at, said.what.as_str()));
        let all = texts.chain(publishers).chain(contacts).chain(words).chain(units).chain(periods);
        all.filter(|(_, text)| is_marked(text)).collect()
    }
}
