//! See `differing-language.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, LangText, Metadata, Options, Place, Said};

pub(crate) const BODY: Body = Body::Metadata(judge);

/// So many words of a language tell it, when there is none of the other.
const ENOUGH: usize = 3;

/// Words that every text of some length has, and that the other languages do not have.
const ENGLISH: [&str; 11] = ["the", "of", "and", "is", "are", "with", "from", "this", "which", "that", "these"];
const NORWEGIAN: [&str; 12] = ["og", "på", "av", "som", "til", "er", "med", "ved", "det", "eller", "kan", "skal"];
const BOKMAAL: [&str; 10] = ["ikke", "fra", "en", "et", "hva", "hvor", "noen", "disse", "hvilke", "være"];
const NYNORSK: [&str; 11] = ["ikkje", "frå", "ein", "eit", "kva", "kvar", "nokon", "desse", "vere", "dei", "korleis"];

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    for variant in ["", "english", "nynorsk", "bokmaal"] {
        let draft = tell_values(metadata, found, |dataset| wrong(dataset, variant));
        if let Some(draft) = draft {
            draft.variant(variant).kind = variant;
        }
    }
}

fn wrong<'m>(dataset: &'m Description, variant: &str) -> Vec<(Place, &'m str)> {
    let forms = dataset.distributions.iter().flat_map(|form| form.titles.iter().chain(&form.descriptions));
    let texts = dataset.titles.iter().chain(&dataset.descriptions).chain(forms);
    let wrong = texts.filter(|said: &&Said<LangText>| in_other(&said.what) == Some(variant));
    wrong.map(|said| (said.at, said.what.text.as_str())).collect()
}

/// The message for a text in another language than it is marked with.
fn in_other(text: &LangText) -> Option<&'static str> {
    let language = text.language.as_deref()?.split('-').next()?;
    let lower = text.text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let count = |of: &[&str]| words.iter().filter(|word| of.contains(word)).count();
    let (bokmaal, nynorsk, english) = (count(&BOKMAAL), count(&NYNORSK), count(&ENGLISH));
    let norwegian = count(&NORWEGIAN) + bokmaal + nynorsk;
    match language {
        "en" if norwegian >= ENOUGH && english == 0 => Some(""),
        "nb" | "nn" | "no" if english >= ENOUGH && norwegian == 0 => Some("english"),
        "nb" if nynorsk >= ENOUGH && bokmaal == 0 => Some("nynorsk"),
        "nn" if bokmaal >= ENOUGH && nynorsk == 0 => Some("bokmaal"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_told_by_the_words_that_every_text_has() {
        for (language, text, told) in [
            ("en", "Oversikt over barnehager som er i drift, med plasser og alder", Some("")),
            ("en", "Overview of day care centres and their places", None),
            ("en", "Barnehager", None),
            ("nb", "Overview of the day care centres and their places", Some("english")),
            ("nb", "Kvar barna kjem frå, og kva barnehage dei går i", Some("nynorsk")),
            ("nn", "Hvor barna kommer fra, og hva slags barnehage en går i", Some("bokmaal")),
            ("nn", "Kvar barna kjem frå, og kva barnehage dei går i", None),
            ("no", "Kvar barna kjem frå, og kva barnehage dei går i", None),
            ("nb", "Titler: The Wall, The Queen of Spades. Hvor bøkene er fra.", None),
        ] {
            let text = LangText { text: text.to_owned(), language: Some(language.to_owned()) };
            assert_eq!(in_other(&text), told, "{text:?}");
        }
    }
}
