//! YAML as a tree of values that know their places.

use crate::document::{Document, Member, Node, Value};
use crate::lines::Lines;
use munilint_model::Place;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How deep values may lie in each other.
const DEEPEST: usize = 64;

/// How many values a document may have, those that aliases stand for included: a short text can name billions.
const MOST: usize = 1 << 20;

/// Every so many characters their offset in bytes is kept.
const STRIDE: usize = 64;

/// Reads the first document of a stream.
///
/// # Errors
/// The bytes are no YAML, or hold more than is read: where, and why.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, (Place, String)> {
    let lines = Lines::of(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        (lines.place(at..at + 1), "bytes that are not UTF-8".to_owned())
    })?;
    let offsets = Offsets::of(text);
    let place = |span: Span| lines.place(offsets.byte(span.start.index())..offsets.byte(span.end.index()));
    let mut tree = Tree::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| {
            let at = offsets.byte(error.marker().index());
            (lines.place(at..at), error.info().to_owned())
        })?;
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        tree.take(event, place(span)).map_err(|why| (place(span), why.to_owned()))?;
    }
    let root = tree.root.ok_or_else(|| (lines.place(0..0), "nothing in it".to_owned()))?;
    Ok(Document { root, written_as: "yaml" })
}

/// Offsets of characters in bytes.
struct Offsets<'t> {
    text: &'t str,
    kept: Vec<usize>,
}

impl<'t> Offsets<'t> {
    fn of(text: &'t str) -> Self {
        let kept = text.char_indices().step_by(STRIDE).map(|(byte, _)| byte).collect();
        Offsets { text, kept }
    }

    fn byte(&self, character: usize) -> usize {
        let Some(&start) = self.kept.get(character / STRIDE) else { return self.text.len() };
        let rest = &self.text[start..];
        rest.char_indices().nth(character % STRIDE).map_or(self.text.len(), |(byte, _)| start + byte)
    }
}

/// A tree as far as it has grown.
#[derive(Default)]
struct Tree {
    root: Option<Node>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    values: usize,
}

/// A list or a map that is not closed yet.
struct Open {
    at: Place,
    anchor: usize,
    grown: Grown,
    /// How deep the deepest of its values lies under it.
    height: usize,
    values: usize,
}

enum Grown {
    List(Vec<Node>),
    /// Members, and the key that waits for its value: `None` inside for one that is no text.
    Map(Vec<Member>, Option<Option<String>>),
}

/// What an alias stands for.
struct Anchored {
    node: Node,
    height: usize,
    values: usize,
}

impl Tree {
    fn take(&mut self, event: Event<'_>, at: Place) -> Result<(), &'static str> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
                let value = if is_text { Value::Text(text.into_owned()) } else { plain(text) };
                self.put(Anchored { node: Node { at, value }, height: 0, values: 1 }, 1, anchor)
            }
            Event::Alias(anchor) => {
                let meant = self.anchors.get(&anchor).ok_or("an alias of nothing that stands before it")?;
                let values = meant.values;
                if self.values.saturating_add(values) > MOST {
                    return Err("more values than are read: aliases stand for too many");
                }
                let meant = Anchored { node: meant.node.clone(), height: meant.height, values: meant.values };
                self.put(meant, values, 0)
            }
            Event::SequenceStart(anchor, _) => self.open(at, anchor, Grown::List(Vec::new())),
            Event::MappingStart(anchor, _) => self.open(at, anchor, Grown::Map(Vec::new(), None)),
            Event::SequenceEnd | Event::MappingEnd => self.close(at),
            _ => Ok(()),
        }
    }

    fn open(&mut self, at: Place, anchor: usize, grown: Grown) -> Result<(), &'static str> {
        if self.open.len() >= DEEPEST {
            return Err("values lie deeper in each other than is read");
        }
        self.open.push(Open { at, anchor, grown, height: 0, values: 1 });
        Ok(())
    }

    fn close(&mut self, end: Place) -> Result<(), &'static str> {
        let Some(Open { at, anchor, grown, height, values }) = self.open.pop() else { return Ok(()) };
        let value = match grown {
            Grown::List(items) => Value::List(items),
            Grown::Map(members, _) => Value::Map(members),
        };
        self.put(Anchored { node: Node { at: until(at, end), value }, height: height + 1, values }, 1, anchor)
    }

    /// Puts a value where one is waited for; so many of its values were not counted yet.
    fn put(&mut self, value: Anchored, uncounted: usize, anchor: usize) -> Result<(), &'static str> {
        if self.open.len() + value.height > DEEPEST {
            return Err("values lie deeper in each other than is read");
        }
        self.values += uncounted;
        if self.values > MOST {
            return Err("more values than are read");
        }
        if anchor > 0 {
            let (node, height, values) = (value.node.clone(), value.height, value.values);
            // It is kept twice.
            self.values += values;
            self.anchors.insert(anchor, Anchored { node, height, values });
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(value.node);
            return Ok(());
        };
        open.height = open.height.max(value.height);
        open.values += value.values;
        match &mut open.grown {
            Grown::List(items) => items.push(value.node),
            Grown::Map(_, key @ None) => *key = Some(value.node.as_written()),
            Grown::Map(members, key) => {
                if let Some(Some(name)) = key.take() {
                    members.push(Member { name, node: value.node });
                }
            }
        }
        Ok(())
    }
}

/// The stretch from the start of `at` to the start of `end`.
fn until(at: Place, end: Place) -> Place {
    let (Place::Text(mut span), Place::Text(end)) = (at, end) else { return at };
    span.length = u32::try_from(end.byte.saturating_sub(span.byte)).unwrap_or(u32::MAX).max(span.length);
    Place::Text(span)
}

/// A value that nothing quotes, as the core schema of YAML 1.2 takes it.
fn plain(text: Cow<'_, str>) -> Value {
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        number if is_number(number) => Value::Number(text.into_owned()),
        _ => Value::Text(text.into_owned()),
    }
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (digits, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(a, b)| (a, Some(b)));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    all(whole)
        && all(part)
        && !(whole.is_empty() && part.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && all(exponent))
}
