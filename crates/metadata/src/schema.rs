//! What a description says of fields, as a Table Schema: what its scan needs to know of a table.

use munilint_model::{Datatype, Declared, FieldDescription, TableSchema, is_marked};

/// A definition that starts with more words than this is a sentence.
const LONGEST_NAME: usize = 2;

/// Words of other standards for datatypes, in lower case, without what stands in brackets.
const DATATYPES: [(&[&str], Datatype); 8] = [
    (
        &["text", "tekst", "varchar", "char", "string_type", "sc:text", "anyuri", "normalizedstring", "token"],
        Datatype::String,
    ),
    (
        &["int", "bigint", "smallint", "long", "short", "heltall", "integer_type", "sc:integer", "nonnegativeinteger"],
        Datatype::Integer,
    ),
    (
        &["float", "double", "decimal", "numeric", "real", "tall", "desimaltall", "sc:float", "sc:number"],
        Datatype::Number,
    ),
    (&["bool", "sc:boolean"], Datatype::Boolean),
    (&["dato", "date_type", "sc:date"], Datatype::Date),
    (&["timestamp", "timestamp_tz", "sc:datetime", "datetimestamp"], Datatype::Datetime),
    (&["sc:time"], Datatype::Time),
    (&["gyear", "år"], Datatype::Year),
];

/// What fields are declared to be, with the values that stand for a missing one; `None` when there are no fields.
#[must_use]
pub fn table_schema(fields: &[FieldDescription]) -> Option<TableSchema> {
    let declared = |field: &FieldDescription| {
        let titles = field.titles.iter().map(|said| said.what.text.trim());
        let naming = field.definitions.iter().filter_map(|said| naming(&said.what.text));
        // What is to be written, or confirmed, is no name.
        let words = titles.chain(naming).filter(|words| !words.is_empty() && !is_marked(&format!("{words}:")));
        let words = words.map(str::to_owned).collect();
        let missing = field.missing.iter().map(|(value, _)| value.trim().to_owned());
        let declared = Declared {
            role: None,
            datatype: field.datatype.as_ref().and_then(|said| datatype(&said.what)),
            words,
            missing: missing.filter(|value| !value.is_empty()).collect(),
        };
        (field.name.trim().to_owned(), declared)
    };
    (!fields.is_empty()).then(|| TableSchema { fields: fields.iter().map(declared).collect() })
}

/// What a definition starts with, when it is a name for the values.
fn naming(definition: &str) -> Option<&str> {
    let name = definition.split(['.', ',', ':', ';', '(', '\n']).next()?.trim();
    (name.split_whitespace().count() <= LONGEST_NAME).then_some(name)
}

/// The word of Table Schema for a datatype of any standard.
pub(crate) fn datatype(word: &str) -> Option<Datatype> {
    let word = word.to_lowercase();
    let bare = word.split('(').next().unwrap_or("").trim();
    let bare = bare.strip_prefix("xsd:").or_else(|| bare.strip_prefix("xs:")).unwrap_or(bare);
    let other = || DATATYPES.iter().find(|(words, _)| words.contains(&bare)).map(|(_, datatype)| *datatype);
    Datatype::from_name(bare).or_else(other).filter(|datatype| *datatype != Datatype::Any)
}
