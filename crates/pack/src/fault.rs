//! What is wrong with a text that a user wrote, and exactly where.

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};
use munilint_model::{mask, mask_lines};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Something a user wrote that cannot be used, with its source and the exact stretches that are meant.
///
/// It is a [`miette::Diagnostic`]: the command shows it with the marked text. Its message is one plain sentence
/// without a full stop. What could identify a person is masked in all that is shown: a page has examples, and a
/// configuration may name a field or a file after somebody.
#[derive(Clone)]
pub struct Fault(Box<Inner>);

#[derive(Clone)]
struct Inner {
    message: String,
    help: Option<String>,
    name: String,
    text: Arc<str>,
    /// The text as it is shown.
    shown: NamedSource<String>,
    labels: Vec<(Range<usize>, String)>,
}

impl Fault {
    /// Adds what to do about it.
    #[must_use]
    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(mask(&help.into()));
        self
    }

    /// Marks one more stretch.
    #[must_use]
    pub(crate) fn with_label(mut self, span: Range<usize>, label: impl Into<String>) -> Self {
        self.0.labels.push((span, mask(&label.into())));
        self
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it.
    #[must_use]
    pub fn advice(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// The name of the text, as the caller gave it, masked.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The stretches that are meant, in bytes of [`Fault::text`], each with what is said of it; the first is the one
    /// that [`Fault::message`] is about.
    pub fn spans(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.0.labels.iter().map(|(span, label)| (span.clone(), label.as_str()))
    }

    /// Physical line of the first stretch, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        let start = self.0.labels.first().map_or(0, |(span, _)| span.start);
        line_of(self.text(), start)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.name(), self.line(), self.message())?;
        for (span, label) in self.spans() {
            write!(f, " [{:?}: {label}]", mask(self.text().get(span).unwrap_or("")))?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Fault {}

impl Diagnostic for Fault {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.advice().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.0.shown)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (mut spans, labels): (Vec<_>, Vec<_>) = self.0.labels.iter().cloned().unzip();
        // The marks move to where the masked text has what they mark.
        let _ = mask_lines(&self.0.text, &mut spans);
        let shown = spans.into_iter().zip(labels);
        Some(Box::new(shown.map(|(span, label)| LabeledSpan::new_with_span(Some(label), span))))
    }
}

/// A text with its name: what every fault needs to point into it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'s> {
    /// The name, as the caller gave it.
    pub(crate) name: &'s str,
    /// The whole text.
    pub(crate) text: &'s str,
}

impl Source<'_> {
    /// A fault about the stretch `span`.
    pub(crate) fn fault(&self, span: Range<usize>, message: impl Into<String>, label: impl Into<String>) -> Fault {
        let name = mask(self.name);
        Fault(Box::new(Inner {
            message: mask(&message.into()),
            help: None,
            text: Arc::from(self.text),
            shown: NamedSource::new(&name, mask_lines(self.text, &mut [])),
            name,
            labels: vec![(span, mask(&label.into()))],
        }))
    }

    /// A fault about what stopped the JSON that stands from byte `start` on from being read as `what`.
    pub(crate) fn json_fault(&self, start: usize, what: &str, error: &serde_json::Error) -> Fault {
        let text = &self.text[start..];
        let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = start + (before + error.column().saturating_sub(1)).min(text.len());
        let why = error.to_string();
        let why = why.strip_suffix(&format!(" at line {} column {}", error.line(), error.column())).unwrap_or(&why);
        let wrong = if error.is_data() {
            format!("this cannot be used as {what}")
        } else {
            "this is not valid JSON".to_owned()
        };
        self.fault(at..at, format!("{wrong}: {why}"), "here")
    }

    /// Physical line of a byte, from 1.
    pub(crate) fn line(&self, byte: usize) -> usize {
        line_of(self.text, byte)
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&b| b == b'\n').count() + 1
}
