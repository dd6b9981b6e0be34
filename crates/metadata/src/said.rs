//! Parts of a document as parts of a description: what is said, with its place.

use crate::document::{Member, Node, Value};
use munilint_model::{LangText, Said};
use std::ops::RangeInclusive;

/// Languages by the names that some standards give them: three letters.
const LONG_LANGUAGES: [(&str, &str); 5] = [("nob", "nb"), ("nno", "nn"), ("nor", "no"), ("eng", "en"), ("sme", "se")];

impl Node {
    /// What stands here, as it is written.
    pub(crate) fn said(&self) -> Option<Said<String>> {
        Some(Said { what: self.as_written()?, at: self.at })
    }

    /// A member as it is written.
    pub(crate) fn said_of(&self, name: &str) -> Option<Said<String>> {
        self.get(name)?.said()
    }

    /// A member as it is written, or each of its items; nothing that is empty.
    pub(crate) fn written(&self, name: &str) -> Vec<Said<String>> {
        self.each(name).filter_map(Node::said).filter(|said| !said.what.trim().is_empty()).collect()
    }

    /// A member that may be one or a list of them.
    pub(crate) fn each(&self, name: &str) -> impl Iterator<Item = &Node> {
        self.get(name).into_iter().flat_map(|node| match &node.value {
            Value::List(items) => items.as_slice(),
            Value::Null => &[],
            _ => std::slice::from_ref(node),
        })
    }

    /// A member that is true or false; numbers 1 and 0 are so, too.
    pub(crate) fn flag(&self, name: &str) -> Option<Said<bool>> {
        let node = self.get(name)?;
        let what = match node.as_written()?.to_lowercase().as_str() {
            "true" | "1" | "yes" | "ja" => true,
            "false" | "0" | "no" | "nei" => false,
            _ => return None,
        };
        Some(Said { what, at: node.at })
    }

    /// A member that counts.
    pub(crate) fn count(&self, name: &str) -> Option<Said<u64>> {
        let node = self.get(name)?;
        Some(Said { what: node.as_written()?.parse().ok()?, at: node.at })
    }

    /// Texts of a member in all the ways that standards write several languages: a text, a list of texts, a map from language to text,
    /// or objects with a language and a text.
    pub(crate) fn texts(&self, name: &str) -> Vec<Said<LangText>> {
        self.each(name).flat_map(Node::own_texts).collect()
    }

    /// The texts that this is.
    pub(crate) fn own_texts(&self) -> Vec<Said<LangText>> {
        if let Some(text) = self.said().and_then(|said| text(said.what, None, self)) {
            return vec![text];
        }
        let language = ["languageCode", "@language"].iter().find_map(|name| self.text(name));
        let worded = ["languageText", "value", "@value"].iter().find_map(|name| self.text(name));
        if let Some(worded) = worded {
            return text(worded.to_owned(), language, self).into_iter().collect();
        }
        let is_language = |member: &&Member| member.name.len() <= 8 && !member.name.starts_with('@');
        let by_language = self.members().iter().filter(is_language);
        let texts = by_language.flat_map(|member| {
            let each = std::iter::once(&member.node).chain(member.node.items());
            each.filter_map(|node| text(node.as_text()?.to_owned(), Some(&member.name), node))
        });
        texts.collect()
    }
}

/// A text, when there is something in it.
fn text(text: String, language: Option<&str>, node: &Node) -> Option<Said<LangText>> {
    let language = language.filter(|language| *language != "und").map(|language| {
        let language = language.to_lowercase();
        let short = LONG_LANGUAGES.iter().find(|(long, _)| *long == language);
        short.map_or(language, |(_, short)| (*short).to_owned())
    });
    // A block of YAML ends with a line end.
    let text = text.trim_end().to_owned();
    (!text.is_empty()).then_some(Said { what: LangText { text, language }, at: node.at })
}

/// Text of which nothing says its language.
pub(crate) fn plain(said: Said<String>) -> Said<LangText> {
    Said { what: LangText { text: said.what, language: None }, at: said.at }
}

/// Words of which the language no longer matters.
pub(crate) fn words(said: Said<LangText>) -> Said<String> {
    Said { what: said.what.text, at: said.at }
}

/// One number as the least and the most.
pub(crate) fn exactly(said: Said<u64>) -> Said<RangeInclusive<u64>> {
    Said { what: said.what..=said.what, at: said.at }
}
