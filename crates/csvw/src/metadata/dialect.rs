//! Dialect descriptions: how a table is read.

use super::Reading;
use super::description::{Description, Held};
use super::vocabulary::Form;
use crate::Expected;
use crate::log::Log;
use encoding_rs::Encoding;
use serde_json::Value;

/// How a table is read, every flag of the parser filled in.
#[derive(Debug, Clone)]
pub(crate) struct Dialect {
    pub(crate) comment_prefix: Option<String>,
    pub(crate) delimiter: String,
    pub(crate) encoding: &'static Encoding,
    /// What stands before a quote within quotes: another quote, or a backslash.
    pub(crate) double_quote: bool,
    pub(crate) header_rows: u64,
    /// The longest first.
    pub(crate) line_terminators: Vec<String>,
    pub(crate) quote: Option<String>,
    pub(crate) skip_blank_rows: bool,
    pub(crate) skip_columns: usize,
    pub(crate) skip_rows: u64,
    pub(crate) trim: Trim,
}

/// At which ends cells lose their white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trim {
    Both,
    Start,
    End,
    Neither,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            comment_prefix: Some("#".into()),
            delimiter: ",".into(),
            encoding: encoding_rs::UTF_8,
            double_quote: true,
            header_rows: 1,
            line_terminators: vec!["\r\n".into(), "\n".into()],
            quote: Some("\"".into()),
            skip_blank_rows: false,
            skip_columns: 0,
            skip_rows: 0,
            trim: Trim::Both,
        }
    }
}

/// The dialect of a group or a table, if it has one.
pub(super) fn of(description: &Description<'_>, reading: &mut Reading<'_>) -> Option<Dialect> {
    Some(match description.object("dialect", reading)? {
        Held::Here(map, at) => read(&Description::read(map, at, Form::Dialect, reading.log), reading.log),
        Held::Elsewhere(map, at) => read(&Description::read(&map, at, Form::Dialect, reading.log), reading.log),
        Held::Nothing => Dialect::default(),
    })
}

/// A string or null, where an empty string is as good as null.
fn text_or_null(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::String(text) => Some(Some(text.clone()).filter(|text| !text.is_empty())),
        _ => None,
    }
}

fn read(description: &Description<'_>, log: &mut Log) -> Dialect {
    let default = Dialect::default();
    let delimiter = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let encoding = |value: &Value| Encoding::for_label(value.as_str()?.as_bytes());
    let header = description.boolean("header", log).map(u64::from);
    let initial = description.boolean("skipInitialSpace", log);
    let initial = initial.map(|skip| if skip { Trim::Start } else { Trim::Neither });
    let trim = description.get("trim", Expected::OneOf(&["true", "false", "start", "end"]), log, trim);
    Dialect {
        comment_prefix: description
            .get("commentPrefix", Expected::Text, log, text_or_null)
            .unwrap_or(default.comment_prefix),
        delimiter: description.get("delimiter", Expected::Text, log, delimiter).unwrap_or(default.delimiter),
        encoding: description.get("encoding", Expected::Encoding, log, encoding).unwrap_or(default.encoding),
        double_quote: description.boolean("doubleQuote", log).unwrap_or(true),
        header_rows: description.count("headerRowCount", log).or(header).unwrap_or(1),
        line_terminators: description
            .get("lineTerminators", Expected::Texts, log, terminators)
            .unwrap_or(default.line_terminators),
        quote: description.get("quoteChar", Expected::TextOrNull, log, text_or_null).unwrap_or(default.quote),
        skip_blank_rows: description.boolean("skipBlankRows", log).unwrap_or(false),
        skip_columns: description.count("skipColumns", log).map_or(0, |count| count as usize),
        skip_rows: description.count("skipRows", log).unwrap_or(0),
        trim: trim.or(initial).unwrap_or(default.trim),
    }
}

fn trim(value: &Value) -> Option<Trim> {
    match value {
        Value::Bool(true) => Some(Trim::Both),
        Value::Bool(false) => Some(Trim::Neither),
        value => match value.as_str()? {
            "true" => Some(Trim::Both),
            "false" => Some(Trim::Neither),
            "start" => Some(Trim::Start),
            "end" => Some(Trim::End),
            _ => None,
        },
    }
}

fn terminators(value: &Value) -> Option<Vec<String>> {
    let one = std::slice::from_ref(value);
    let items = value.as_array().map_or(one, Vec::as_slice);
    let mut texts = items
        .iter()
        .map(|item| item.as_str().filter(|text| !text.is_empty()).map(str::to_owned))
        .collect::<Option<Vec<_>>>()?;
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    (!texts.is_empty()).then_some(texts)
}
