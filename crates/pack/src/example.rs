//! The examples of a page.
//!
//! The info string of an example may say how its file is written: `encoding=windows-1252`, `escaped` (`\r \n \t \0 \xHH
//! \u{HHHH} \\` are decoded), `no-final-newline`, `name=file.csv`, and `repeat=1000` for a file whose length matters: the last
//! line of the block then stands there so many times.

use crate::encode::{ENCODINGS, Unfit, encode, encoding, escaped};
use crate::fault::{Fault, Source};
use crate::markdown::Part;
use crate::suggestion::nearest;
use munilint_model::Encoding;
use std::ops::Range;

/// What an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleKind {
    /// Data that breaks the rule.
    Bad,
    /// Data that keeps it.
    Good,
    /// The bad example before it, mended by the tool.
    Fixed,
}

/// A small file in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub kind: ExampleKind,
    /// `csv`, `tsv`, or a format of metadata: `ttl`, `json`.
    pub format: String,
    /// A file name for it.
    pub name: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// The files that it is held against, by name.
    pub beside: Vec<(String, Vec<u8>)>,
    /// The findings that a bad example has, one a line, in English.
    pub findings: Vec<String>,
    /// Physical line of the page that its block starts on, from 1.
    pub line: usize,
    /// Where in the page its own lines stand.
    pub span: Range<usize>,
    /// Where in the page the lines of the findings block stand, so that they can be written anew. Bad examples have it.
    pub findings_span: Option<Range<usize>>,
}

/// A line is repeated at most so often: examples are tried in many cuts.
const MOST_REPEATED: usize = 100_000;

/// Tables, and metadata.
const FORMATS: [&str; 10] = ["csv", "tsv", "ttl", "jsonld", "rdf", "nt", "json", "yaml", "xml", "md"];

/// What may stand beside an example that is none of these: a configuration that is called `munilint.toml`.
const CONFIGURATION: &str = "toml";

/// Reads the examples among the parts behind a page's TOML block. `fixable` says whether the page has a fix.
pub(crate) fn read(source: Source<'_>, parts: &[Part], fixable: bool) -> Result<Vec<Example>, Fault> {
    let mut examples: Vec<Example> = Vec::new();
    let mut section: (&str, Range<usize>) = ("", 0..0);
    let mut open: Option<Range<usize>> = None;
    for part in parts {
        let (info, content, follows) = match part {
            Part::Heading { text, level } => {
                if *level <= 2 {
                    section = (source.text[text.clone()].split([' ', ':']).next().unwrap_or(""), text.clone());
                }
                continue;
            }
            Part::Block { info, content, follows } => (info, content, *follows),
        };
        if source.text[info.clone()] == *"findings" {
            let last = examples.last_mut().filter(|_| follows && open.take().is_some());
            let Some(example) = last else {
                return Err(source.fault(
                    info.clone(),
                    "a findings block directly follows its bad example",
                    "no bad example before it",
                ));
            };
            example.findings = lines(&source.text[content.clone()]);
            example.findings_span = Some(content.clone());
            continue;
        }
        if let Some(file) = beside(source, info, content)? {
            let last = examples.last_mut().filter(|_| follows);
            let Some(example) = last else {
                return Err(source.fault(
                    info.clone(),
                    "a file beside an example directly follows it",
                    "no example before it",
                ));
            };
            example.beside.push(file);
            continue;
        }
        without_findings(source, open.take())?;
        if let Some(example) = example(source, info, content)? {
            placed(source, example.kind, info, &section)?;
            if example.kind == ExampleKind::Fixed {
                mends(source, info, fixable, &examples)?;
            }
            open = (example.kind == ExampleKind::Bad).then(|| info.clone());
            examples.push(example);
        }
    }
    without_findings(source, open)?;
    for (kind, word) in [(ExampleKind::Bad, "bad"), (ExampleKind::Good, "good")] {
        if !examples.iter().any(|example| example.kind == kind) {
            let end = source.text.trim_end().len();
            let fault =
                source.fault(end..end, format!("the page has no {word} example"), "needed before the page ends");
            return Err(fault.with_help(format!("write a block that starts with ```csv {word}")));
        }
    }
    Ok(examples)
}

fn without_findings(source: Source<'_>, open: Option<Range<usize>>) -> Result<(), Fault> {
    open.map_or(Ok(()), |info| {
        let fault =
            source.fault(info, "a bad example is followed by its findings", "no ```findings block after this block");
        Err(fault.with_help("add an empty ```findings block; UPDATE=1 fills it"))
    })
}

/// A fixed example shows what the page's fix makes of a bad one.
fn mends(source: Source<'_>, info: &Range<usize>, fixable: bool, before: &[Example]) -> Result<(), Fault> {
    if !fixable {
        let fault = source.fault(info.clone(), "the page has a fixed example, but no fix", "mended by nothing");
        return Err(fault.with_help("write fix = \"safe\" or fix = \"unsafe\", or leave out the example"));
    }
    if before.iter().any(|example| example.kind == ExampleKind::Bad) {
        return Ok(());
    }
    Err(source.fault(info.clone(), "a fixed example follows the bad one that it mends", "no bad example before it"))
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// An example stands under a heading that says its kind.
fn placed(
    source: Source<'_>,
    kind: ExampleKind,
    info: &Range<usize>,
    section: &(&str, Range<usize>),
) -> Result<(), Fault> {
    let wanted = match kind {
        ExampleKind::Bad => "Bad",
        ExampleKind::Good => "Good",
        ExampleKind::Fixed => "Fixed",
    };
    // What a bad example becomes may stand below it.
    if section.0 == wanted || (kind, section.0) == (ExampleKind::Fixed, "Bad") {
        return Ok(());
    }
    let message = format!("this example stands under a heading that starts with `{wanted}`");
    let fault = source.fault(info.clone(), message, format!("`## {wanted}` is needed above"));
    Err(if section.1.is_empty() { fault } else { fault.with_label(section.1.clone(), "the heading above it") })
}

/// Reads one block; `None` when it is no example but part of the prose.
fn example(source: Source<'_>, info: &Range<usize>, content: &Range<usize>) -> Result<Option<Example>, Fault> {
    let mut words = words(source.text, info);
    let Some((format, format_span)) = words.first().cloned() else { return Ok(None) };
    let kinds = [("bad", ExampleKind::Bad), ("good", ExampleKind::Good), ("fixed", ExampleKind::Fixed)];
    let kind = words.iter().skip(1).find_map(|(word, _)| kinds.iter().find(|(name, _)| name == word));
    let Some(&(kind_word, kind)) = kind else {
        if FORMATS.contains(&format) {
            return Err(source.fault(
                info.clone(),
                "an example says what it shows",
                "`bad`, `good` or `fixed` is needed",
            ));
        }
        return Ok(None);
    };
    if !FORMATS.contains(&format) {
        let known = FORMATS.map(|format| format!("`{format}`")).join(", ");
        return Err(source.fault(format_span, format!("unknown format `{format}`"), format!("known are {known}")));
    }
    words.retain(|(word, _)| *word != kind_word && *word != format);
    let form = form(source, &words)?;
    Ok(Some(Example {
        kind,
        format: format.to_owned(),
        name: form.name.map_or_else(|| format!("example.{format}"), str::to_owned),
        bytes: bytes(source, content, &form)?,
        beside: Vec::new(),
        findings: Vec::new(),
        line: source.line(info.start),
        span: content.clone(),
        findings_span: None,
    }))
}

/// Reads a block of a file that an example is held against; `None` when it is another block.
fn beside(source: Source<'_>, info: &Range<usize>, content: &Range<usize>) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let mut words = words(source.text, info);
    if !words.iter().skip(1).any(|(word, _)| *word == "beside") {
        return Ok(None);
    }
    words.retain(|(word, _)| *word != "beside" && *word != CONFIGURATION && !FORMATS.contains(word));
    let form = form(source, &words)?;
    let Some(name) = form.name else {
        return Err(source.fault(info.clone(), "a file beside an example has a name of its own", "`name=…` is needed"));
    };
    Ok(Some((name.to_owned(), bytes(source, content, &form)?)))
}

/// The file that a block shows.
fn bytes(source: Source<'_>, content: &Range<usize>, form: &Form<'_>) -> Result<Vec<u8>, Fault> {
    let text = &source.text[content.clone()];
    let encoded = |within: Range<usize>| {
        encode(&text[within.clone()], form.encoding, form.escaped).map_err(|Unfit { at, message }| {
            let start = content.start + within.start;
            source.fault(start + at.start..start + at.end, "this cannot stand in the example", message)
        })
    };
    let last = text.trim_end_matches(['\r', '\n']).rfind('\n').map_or(0, |newline| newline + 1);
    let end = if form.final_newline {
        text.len()
    } else {
        text.strip_suffix('\n').map_or(text, |cut| cut.strip_suffix('\r').unwrap_or(cut)).len()
    };
    let mut bytes = encoded(0..last.min(end))?;
    bytes.extend(encoded(last..text.len())?.repeat(form.repeat - 1));
    bytes.extend(encoded(last.min(end)..end)?);
    Ok(bytes)
}

/// The block of a fixed example that shows a file; `None` when a page cannot show it.
#[must_use]
pub fn fixed_block(format: &str, bytes: &[u8]) -> Option<String> {
    let utf8 = std::str::from_utf8(bytes).is_ok();
    let encoding = if utf8 { Encoding::Utf8 } else { Encoding::Windows1252 };
    let text = encoding.decode(bytes);
    let shown = escaped(&text);
    let mut block = format!("```{format} fixed");
    if !utf8 {
        block.push_str(" encoding=windows-1252");
    }
    if shown.is_some() {
        block.push_str(" escaped");
    }
    if !text.ends_with('\n') {
        block.push_str(" no-final-newline");
    }
    block.push('\n');
    block.push_str(shown.as_deref().unwrap_or(&text));
    if !text.ends_with('\n') {
        block.push('\n');
    }
    block.push_str("```\n");
    (!text.contains("```")).then_some(block)
}

/// How an example's file is written.
struct Form<'s> {
    encoding: Encoding,
    escaped: bool,
    final_newline: bool,
    name: Option<&'s str>,
    /// How often the last line stands there.
    repeat: usize,
}

fn form<'s>(source: Source<'s>, words: &[(&'s str, Range<usize>)]) -> Result<Form<'s>, Fault> {
    let mut form = Form { encoding: Encoding::Utf8, escaped: false, final_newline: true, name: None, repeat: 1 };
    for (word, span) in words {
        match word.split_once('=') {
            None if *word == "escaped" => form.escaped = true,
            None if *word == "no-final-newline" => form.final_newline = false,
            Some(("name", name)) if !name.is_empty() => form.name = Some(name),
            Some(("encoding", name)) => {
                let known: Vec<&str> = ENCODINGS.iter().map(|encoding| encoding.name()).collect();
                let value = span.end - name.len()..span.end;
                let unknown = || {
                    source.fault(value, format!("unknown encoding `{name}`"), format!("known are {}", known.join(", ")))
                };
                form.encoding = encoding(name).ok_or_else(unknown)?;
            }
            Some(("repeat", times)) => {
                let fits = times.parse().ok().filter(|times| (1..=MOST_REPEATED).contains(times));
                let value = span.end - times.len()..span.end;
                let unfit =
                    || source.fault(value, "a line cannot be repeated so often", format!("1 to {MOST_REPEATED}"));
                form.repeat = fits.ok_or_else(unfit)?;
            }
            _ => {
                let known = ["escaped", "no-final-newline", "encoding=", "name=", "repeat="];
                let fault = source.fault(
                    span.clone(),
                    format!("unknown word `{word}`"),
                    "`encoding=…`, `escaped`, `no-final-newline`, `name=…`, `repeat=…`",
                );
                let near = nearest(word, known);
                return Err(near.map_or(fault.clone(), |near| fault.with_help(format!("did you mean `{near}`?"))));
            }
        }
    }
    Ok(form)
}

/// The words of an info string with their spans.
fn words<'s>(text: &'s str, info: &Range<usize>) -> Vec<(&'s str, Range<usize>)> {
    let base = text.as_ptr() as usize;
    let words = text[info.clone()].split_whitespace();
    words
        .map(|word| {
            let start = word.as_ptr() as usize - base;
            (word, start..start + word.len())
        })
        .collect()
}
