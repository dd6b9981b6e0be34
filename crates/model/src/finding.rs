//! What a check found.

use crate::{Confidence, Dimension, Excerpt, Fix, Language, Limit, Occurrences, Place, Severity, Tolerance};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A value that a message names.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A count.
    Count(u64),
    /// A share from 0 to 1, shown as per cent.
    Share(f64),
    /// Text of our own: a name of an encoding, a form.
    Word(String),
    /// Text from the data or its header, masked.
    Excerpt(Excerpt),
    /// Several pieces from the data, masked.
    Excerpts(Vec<Excerpt>),
    /// So many of the datasets of a file: *3 of 7 datasets*, and of one alone *the dataset*.
    Datasets {
        /// How many.
        some: u64,
        /// Of how many.
        of: u64,
    },
    /// A further message of the page, by its name: a part of a sentence that is there or not. Values are put into it, too.
    Phrase(&'static str),
}

/// What a rule wants to say, before it is put into words: which variant of the page's message, and the values in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// Name of the message in the page's `[message]`; empty is the plain one.
    pub variant: &'static str,
    /// Values by the names that the page uses. `count` is always there.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// The row of a finding's first place, with the cell marked. Masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// Physical line, from 1.
    pub line: u64,
    /// The text, masked and cut to fit a screen.
    pub text: String,
    /// Which bytes of `text` are marked.
    pub mark: Range<usize>,
}

/// Trouble in their data: one rule × field × source, with a count and its first places.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Rule id, `family/kebab-name`.
    pub rule: Arc<str>,
    /// How grave.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Quality dimension of the rule.
    pub dimension: Dimension,
    /// The source's name as it is shown.
    pub source: Arc<str>,
    /// The table's name, when its source can hold several.
    pub table: Option<Arc<str>>,
    /// The field's name, masked, when the finding is about one.
    pub field: Option<Excerpt>,
    /// 1-based position of the field.
    pub column: Option<u32>,
    /// How often and where first.
    pub seen: Occurrences,
    /// What it says, before it is put into words.
    pub message: Message,
    /// `message` in the chosen language.
    pub text: String,
    /// What to do, in the chosen language.
    pub help: String,
    /// Why it matters, in the chosen language.
    pub why: String,
    /// The first place, shown.
    pub snippet: Option<Snippet>,
    /// Which characters (Unicode code points) of its line the first place is, from 1; the end is the one behind its last. `None`
    /// where that cannot be told.
    pub characters: Option<Range<u64>>,
    /// Whether it can be mended by the tool, wholly or in part.
    pub fix: Fix,
    /// Stable name of this finding: rule + source + field + kind of defect; never a row, never a value.
    pub fingerprint: String,
    /// How often it was found when the baseline was made, when it has grown since.
    pub known_count: Option<u64>,
    /// The most that may be found before it counts for the exit status, by configuration.
    pub limit: Option<Tolerance>,
}

impl Finding {
    /// The family of the rule: `person` of `person/person-name`.
    #[must_use]
    pub fn family(&self) -> &str {
        self.rule.split('/').next().unwrap_or_default()
    }

    /// The field's name, or what it is called in `language` when it has none.
    #[must_use]
    pub fn field_in(&self, language: Language) -> Option<Excerpt> {
        let name = self.field.clone()?;
        Some(match self.column {
            Some(column) => language.field_name(name, column),
            None => name,
        })
    }

    /// The first place, or the source as a whole.
    #[must_use]
    pub fn place(&self) -> Place {
        self.seen.first.first().copied().unwrap_or(Place::File)
    }
}

/// What a judge or check hands over: findings without the rule's own details, which the engine fills in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// In the order they were found.
    pub drafts: Vec<Draft>,
    /// Limits of the rule's own at which it gave up, wholly or in part.
    pub limits: BTreeSet<Limit>,
}

/// A finding as a rule states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// 1-based position of the field it is about.
    pub column: Option<u32>,
    /// How often and where first.
    pub seen: Occurrences,
    /// Severity, when it is not the rule's own.
    pub severity: Option<Severity>,
    /// Confidence, when it is not the rule's own.
    pub confidence: Option<Confidence>,
    /// What it says.
    pub message: Message,
    /// Tells two findings of one rule in one field apart; part of the fingerprint.
    pub kind: &'static str,
}

impl Findings {
    /// Says that a limit kept the rule from looking at all that it is about.
    pub fn give_up(&mut self, limit: Limit) {
        self.limits.insert(limit);
    }

    /// Starts a finding about a field, or about the table when `column` is `None`. Its `{count}` is `seen.count`.
    pub fn add(&mut self, column: Option<u32>, seen: Occurrences) -> &mut Draft {
        let count = Argument::Count(seen.count);
        let message = Message { variant: "", arguments: vec![("count", count)] };
        self.drafts.push(Draft { column, seen, message, ..Draft::default() });
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }
}

impl Draft {
    /// Uses another message of the page.
    pub fn variant(&mut self, variant: &'static str) -> &mut Self {
        self.message.variant = variant;
        self.kind = variant;
        self
    }

    /// Names a value in the message.
    pub fn with(&mut self, name: &'static str, argument: Argument) -> &mut Self {
        self.message.arguments.retain(|(given, _)| *given != name);
        self.message.arguments.push((name, argument));
        self
    }

    /// Names a count in the message.
    pub fn count(&mut self, name: &'static str, count: u64) -> &mut Self {
        self.with(name, Argument::Count(count))
    }

    /// Names a share in the message.
    pub fn share(&mut self, name: &'static str, part: u64, whole: u64) -> &mut Self {
        let share = if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        self.with(name, Argument::Share(share))
    }

    /// Names a word of our own in the message.
    pub fn word(&mut self, name: &'static str, word: impl Into<String>) -> &mut Self {
        self.with(name, Argument::Word(word.into()))
    }

    /// Names a part of the sentence, which the page has as a message of that name; an empty name is no part.
    pub fn phrase(&mut self, name: &'static str, message: &'static str) -> &mut Self {
        self.with(name, if message.is_empty() { Argument::Word(String::new()) } else { Argument::Phrase(message) })
    }

    /// Names a piece of the data in the message; it is masked here.
    pub fn excerpt(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.with(name, Argument::Excerpt(Excerpt::of(text)))
    }

    /// Names several pieces of the data in the message; they are masked here.
    pub fn excerpts<'a>(&mut self, name: &'static str, texts: impl IntoIterator<Item = &'a str>) -> &mut Self {
        self.with(name, Argument::Excerpts(texts.into_iter().map(Excerpt::of).collect()))
    }

    /// Sets a severity of its own.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }

    /// Sets a confidence of its own.
    pub fn confidence(&mut self, confidence: Confidence) -> &mut Self {
        self.confidence = Some(confidence);
        self
    }
}
