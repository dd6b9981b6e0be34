//! Issues as parts of messages of `pkg/csvw-violation`: which phrase of the page, and the values in it.

use munilint_csvw::{AnnotationRule, Expected, IssueKind, Matches};
use munilint_model::{Argument, Excerpt};

/// The arguments of a message that say what is wrong; the last is the phrase, `what`. `shown` makes of an address what is shown of it.
pub(super) fn arguments(kind: &IssueKind, shown: &dyn Fn(&str) -> String) -> Vec<(&'static str, Argument)> {
    let quoted = |text: &str| Argument::Excerpt(Excerpt::of(text));
    let url = |url: &str| ("url", quoted(&shown(url)));
    let number = |number: usize| Argument::Word(number.to_string());
    let mut arguments = match kind {
        IssueKind::JsonInvalid { line, column } => vec![("line", number(*line)), ("column", number(*column))],
        IssueKind::PropertyMissing { property } | IssueKind::PropertyUnknown { property } => {
            vec![("property", quoted(property))]
        }
        IssueKind::ValueInvalid { property, expected } => {
            let mut arguments = vec![("property", quoted(property))];
            if let Expected::OneOf(values) = expected {
                arguments.push(("values", Argument::Word(values.join(", "))));
            }
            arguments.push(("expected", Argument::Phrase(self::expected(*expected))));
            arguments
        }
        IssueKind::TypeInvalid { expected } => vec![("wanted", quoted(expected))],
        IssueKind::NameRepeated { name } | IssueKind::ColumnUnknown { name } => vec![("name", quoted(name))],
        IssueKind::TableUnknown { url: address }
        | IssueKind::FileMissing { url: address }
        | IssueKind::TableNotDescribed { table: address } => vec![url(address)],
        IssueKind::FacetsConflict { first, second } => vec![("first", quoted(first)), ("second", quoted(second))],
        IssueKind::FacetNotApplicable { facet, base } => vec![("facet", quoted(facet)), ("base", quoted(base))],
        IssueKind::FormatInvalid { format, base } => vec![("format", quoted(format)), ("base", quoted(base))],
        IssueKind::FormatUnsupported { format } | IssueKind::ValueNotInFormat { format } => {
            vec![("format", quoted(format))]
        }
        IssueKind::ColumnCountDiffers { described, found } => {
            vec![("described", number(*described)), ("found", number(*found))]
        }
        IssueKind::TitleDiffers { described, found } => {
            vec![("described", quoted(&described.join("`, `"))), ("found", quoted(found))]
        }
        IssueKind::CellCountDiffers { expected } => vec![("wanted", number(*expected))],
        IssueKind::ValueNotOfDatatype { datatype } => vec![("datatype", quoted(datatype))],
        IssueKind::LengthOutOfBounds { facet, limit } => {
            vec![("facet", quoted(facet)), ("limit", Argument::Word(limit.to_string()))]
        }
        IssueKind::ValueOutOfBounds { facet, limit } => vec![("facet", quoted(facet)), ("limit", quoted(limit))],
        IssueKind::KeyRepeated { columns } => vec![("columns", quoted(&columns.join(", ")))],
        IssueKind::ReferenceBroken { columns, table, .. } => {
            vec![("columns", quoted(&columns.join(", "))), url(table)]
        }
        _ => Vec::new(),
    };
    arguments.push(("what", Argument::Phrase(phrase(kind))));
    arguments
}

/// The phrase of the page; most are called as the kind is.
fn phrase(kind: &IssueKind) -> &'static str {
    match kind {
        IssueKind::JsonInvalid { line: 0, .. } => "json-no-object",
        IssueKind::TitleDiffers { described, .. } if described.is_empty() => "title-differs-name",
        IssueKind::ReferenceBroken { matches: Matches::NoneForNull, .. } => "reference-broken-null",
        IssueKind::ReferenceBroken { matches: Matches::Several, .. } => "reference-broken-several",
        IssueKind::AnnotationInvalid { rule } => match rule {
            AnnotationRule::ValueAlone => "annotation-value-alone",
            AnnotationRule::ValueAtomic => "annotation-value-atomic",
            AnnotationRule::LanguageWithValue => "annotation-language-alone",
            AnnotationRule::LanguageTag => "annotation-language-tag",
            AnnotationRule::TypeKnown => "annotation-type",
            AnnotationRule::Identifier => "annotation-identifier",
            AnnotationRule::Keyword => "annotation-keyword",
        },
        kind => kind.name(),
    }
}

fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "expected-text",
        Expected::TextOrNull => "expected-text-or-null",
        Expected::Texts => "expected-texts",
        Expected::Boolean => "expected-boolean",
        Expected::Count => "expected-count",
        Expected::Bound => "expected-bound",
        Expected::Array => "expected-array",
        Expected::Objects => "expected-objects",
        Expected::ObjectOrUrl => "expected-object-or-url",
        Expected::Link => "expected-link",
        Expected::Template => "expected-template",
        Expected::LanguageTag => "expected-language-tag",
        Expected::NaturalLanguage => "expected-natural-language",
        Expected::Datatype => "expected-datatype",
        Expected::Encoding => "expected-encoding",
        Expected::ColumnNames => "expected-column-names",
        Expected::ColumnName => "expected-column-name",
        Expected::OneOf(_) => "expected-one-of",
    }
}
