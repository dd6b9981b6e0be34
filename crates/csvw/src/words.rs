//! English words of issues.

use crate::{AnnotationRule, Expected, Issue, IssueKind, Matches, Place};
use std::fmt::{self, Display, Formatter};

impl Display for Issue {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.kind)?;
        let shown = match &self.place {
            Place::Metadata { pointers, .. } => pointers.len(),
            Place::Table { rows, .. } => rows.len(),
        };
        if self.count > shown.max(1) as u64 {
            write!(out, " ({} places)", self.count)?;
        }
        Ok(())
    }
}

impl Display for Place {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Metadata { url, pointers } => {
                let pointers: Vec<String> = pointers.iter().map(|pointer| format!("#{pointer}")).collect();
                write!(out, "{url}{}", pointers.join(", "))
            }
            Self::Table { url, rows, column } => {
                write!(out, "{url}")?;
                if let Some(column) = column {
                    write!(out, ", column {column}")?;
                }
                match rows.as_slice() {
                    [] => Ok(()),
                    [row] => write!(out, ", row {row}"),
                    rows => write!(out, ", rows {}", list(rows)),
                }
            }
        }
    }
}

impl Display for IssueKind {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::JsonInvalid { line: 0, .. } => write!(out, "the document is not a JSON object"),
            Self::JsonInvalid { line, column } => {
                write!(out, "the document is not JSON (line {line}, column {column})")
            }
            Self::ContextInvalid => {
                write!(
                    out,
                    "`@context` must stand at the top, and be http://www.w3.org/ns/csvw, alone or in an array with an object of `@base` and `@language`"
                )
            }
            Self::PropertyMissing { property } => write!(out, "`{property}` is missing, which is required"),
            Self::PropertyUnknown { property } => {
                write!(out, "`{property}` is not defined here, and is ignored")
            }
            Self::ValueInvalid { property, expected } => {
                write!(out, "`{property}` must be {expected}; the value is ignored")
            }
            Self::IdentifierInvalid => {
                write!(out, "`@id` must be no blank node (`_:`), and not the URL of a built-in datatype")
            }
            Self::TypeInvalid { expected } => write!(out, "`@type` must be `{expected}`"),
            Self::AnnotationInvalid { rule } => write!(out, "{rule}"),
            Self::TablesMissing => write!(out, "the group has no table"),
            Self::NameRepeated { name } => write!(out, "more than one column has the name `{name}`"),
            Self::VirtualColumnBeforeOthers => {
                write!(out, "a virtual column stands before a column of the table; virtual columns come last")
            }
            Self::ColumnUnknown { name } => write!(out, "no column has the name `{name}`"),
            Self::TableUnknown { url } => write!(out, "{url} is not exactly one table of the group"),
            Self::FacetsConflict { first, second } => write!(out, "`{first}` and `{second}` exclude each other"),
            Self::FacetNotApplicable { facet, base } => write!(out, "`{facet}` does not apply to `{base}`"),
            Self::FormatInvalid { format, base } => {
                write!(out, "`{format}` is not a format of `{base}`; no format is used")
            }
            Self::FormatUnsupported { format } => {
                write!(out, "`{format}` cannot be tested here; no format is used")
            }
            Self::FileMissing { url } => write!(out, "{url} is not found"),
            Self::TableNotDescribed { table } => {
                write!(out, "the document does not describe {table}, and is not used for it")
            }
            data => in_data(data, out),
        }
    }
}

/// The words of kinds that are about tables.
fn in_data(kind: &IssueKind, out: &mut Formatter<'_>) -> fmt::Result {
    match kind {
        IssueKind::ColumnCountDiffers { described, found } => {
            write!(out, "the table has {found} columns, its description {described}")
        }
        IssueKind::TitleDiffers { described, found } if described.is_empty() => {
            write!(out, "the header is `{found}`, and the description has a name but no title")
        }
        IssueKind::TitleDiffers { described, found } => {
            write!(out, "the header is `{found}`, the title in the description `{}`", described.join("`, `"))
        }
        IssueKind::CellCountDiffers { expected } => write!(out, "the row does not have {expected} cells"),
        IssueKind::QuoteMisplaced => {
            write!(out, "a quote stands within a cell, behind a closing quote, or is never closed")
        }
        IssueKind::ValueMissing => write!(out, "a required value is missing"),
        IssueKind::ValueNotOfDatatype { datatype } => write!(out, "the value is not of datatype `{datatype}`"),
        IssueKind::ValueNotInFormat { format } => write!(out, "the value is not in the format `{format}`"),
        IssueKind::LengthOutOfBounds { facet, limit } => write!(out, "the value's length breaks `{facet}` {limit}"),
        IssueKind::ValueOutOfBounds { facet, limit } => write!(out, "the value breaks `{facet}` {limit}"),
        IssueKind::KeyRepeated { columns } => {
            write!(out, "the primary key ({}) is that of a row before", columns.join(", "))
        }
        IssueKind::ReferenceBroken { columns, table, matches } => {
            let how = match matches {
                Matches::None => "no row",
                Matches::NoneForNull => "no row, as the value is null,",
                Matches::Several => "more than one row",
            };
            write!(out, "the foreign key ({}) references {how} of {table}", columns.join(", "))
        }
        // All others were worded by the caller.
        _ => Ok(()),
    }
}

impl Display for Expected {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Text => "a string",
            Self::TextOrNull => "a string or null",
            Self::Texts => "a string or an array of strings",
            Self::Boolean => "true or false",
            Self::Count => "a whole number from 0",
            Self::Bound => "a number, or a value of the base datatype",
            Self::Array => "an array",
            Self::Objects => "an array of objects",
            Self::ObjectOrUrl => "an object or the URL of one",
            Self::Link => "a URL",
            Self::Template => "a URI template",
            Self::LanguageTag => "a language tag",
            Self::NaturalLanguage => "a string, an array of strings, or an object of these by language tag",
            Self::Datatype => "a built-in datatype",
            Self::Encoding => "the name of an encoding",
            Self::ColumnNames => "the name of a column, or an array of names",
            Self::ColumnName => "a name of letters A to Z, digits, `_` and `.` that does not start with `_`",
            Self::OneOf(values) => return write!(out, "one of {}", list(values)),
        };
        out.write_str(words)
    }
}

impl Display for AnnotationRule {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::ValueAlone => "beside `@value` stands nothing but one of `@type` and `@language`",
            Self::ValueAtomic => "`@value` must be a string, a number or a boolean",
            Self::LanguageWithValue => "`@language` stands beside `@value` only",
            Self::LanguageTag => "`@language` must be a language tag or null",
            Self::TypeKnown => "`@type` must be a term, a name with a known prefix, or an absolute URL",
            Self::Identifier => "`@id` must be a string and no blank node (`_:`)",
            Self::Keyword => "a key must not start with `_:`, nor with `@` but for `@value`, `@type`, `@language` and `@id`, and must not be a term of the vocabulary",
        })
    }
}

/// Items with commas between them.
fn list<T: Display>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
