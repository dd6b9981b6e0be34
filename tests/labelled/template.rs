//! Templates of text: `{ringte|møtte} {name} om {amount} kroner`. A line of a file is one; `\n` in it ends a line of the text.

use super::kind::Label;
use super::slot::Slot;

/// A template, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// In order.
    pub parts: Vec<Part>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it is.
    Text(String),
    /// One of several words.
    Choice(Vec<&'static str>),
    /// A value.
    Slot(Slot),
}

impl Template {
    /// Takes a line apart.
    ///
    /// # Panics
    /// A brace is not closed, or a slot unknown: templates are part of the program.
    #[must_use]
    pub fn read(line: &'static str) -> Self {
        let mut parts = Vec::new();
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once('{') {
            let (inner, after) = behind.split_once('}').unwrap_or_else(|| panic!("a brace is not closed: {line}"));
            parts.push(Part::Text(before.replace("\\n", "\n")));
            parts.push(match inner.contains('|') {
                true => Part::Choice(inner.split('|').collect()),
                false => Part::Slot(Slot::named(inner)),
            });
            rest = after;
        }
        parts.push(Part::Text(rest.replace("\\n", "\n")));
        Template { parts }
    }

    /// True when it will hold a value that is to be found.
    #[must_use]
    pub fn has_value(&self) -> bool {
        let is_value = |part: &Part| matches!(part, Part::Slot(slot) if matches!(slot.label(), Some(Label::Value(_))));
        self.parts.iter().any(is_value)
    }
}
