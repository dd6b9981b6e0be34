//! What is wrong with metadata or a table, and where: a kind for machines, a place, and English words.

/// One thing that is wrong, with the first ten places where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What is wrong.
    pub kind: IssueKind,
    /// Where it is.
    pub place: Place,
    /// In how many places it is; the place has the first ten at most.
    pub count: u64,
}

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a metadata document.
    Metadata {
        /// The document's URL.
        url: String,
        /// JSON pointers (RFC 6901), the first ten.
        pointers: Vec<String>,
    },
    /// In a table.
    Table {
        /// The table's URL.
        url: String,
        /// Numbers of rows in the file, the first ten; the first row is 1, headers and comments count. Empty when it is
        /// about the table or the column as a whole.
        rows: Vec<u64>,
        /// The column's name, when it is about one.
        column: Option<String>,
    },
}

/// What a property or an item must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// A string.
    Text,
    /// A string or null.
    TextOrNull,
    /// A string or an array of strings.
    Texts,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 0.
    Count,
    /// A number, or a string that is a value of the base datatype.
    Bound,
    /// An array.
    Array,
    /// An array of objects; an item is none.
    Objects,
    /// An object or the URL of one.
    ObjectOrUrl,
    /// A URL.
    Link,
    /// A URI template (RFC 6570).
    Template,
    /// A language tag (BCP 47).
    LanguageTag,
    /// A string, an array of strings, or an object of these by language tag.
    NaturalLanguage,
    /// The name of a built-in datatype, or for `datatype` an object.
    Datatype,
    /// A label of the WHATWG Encoding Standard.
    Encoding,
    /// The name of a column, or an array of them.
    ColumnNames,
    /// A variable name of RFC 6570 that does not start with `_`.
    ColumnName,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// What a value of a common property or a note must not do (the JSON-LD dialect of the metadata vocabulary).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnnotationRule {
    /// `@value` stands with at most one of `@type` and `@language`.
    ValueAlone,
    /// `@value` is a string, a number or a boolean.
    ValueAtomic,
    /// `@language` stands with `@value` only.
    LanguageWithValue,
    /// `@language` is a language tag or null.
    LanguageTag,
    /// `@type` is a term, a name with a known prefix or an absolute URL.
    TypeKnown,
    /// `@id` is a string and no blank node.
    Identifier,
    /// No other key starts with `@`, none with `_:`, and none is a term of the vocabulary.
    Keyword,
}

/// How a reference to rows of another table fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matches {
    /// No row has the values.
    None,
    /// No row has the values, and all of them are null.
    NoneForNull,
    /// More than one row has the values.
    Several,
}

/// What is wrong. Those with a table's place are about data, the others about metadata.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum IssueKind {
    /// A metadata document is no JSON, or no object.
    JsonInvalid {
        /// Where the parser stopped: the line, from 1; 0 when it is JSON but no object.
        line: usize,
        /// The column in the line, from 1.
        column: usize,
    },
    /// `@context` is not what the standard allows, or stands where none may stand.
    ContextInvalid,
    /// A property that must be there is not.
    PropertyMissing {
        /// Its name.
        property: String,
    },
    /// A property that the standard does not know here.
    PropertyUnknown {
        /// Its name.
        property: String,
    },
    /// A property's value is not permitted; the default is used, or the property is left out.
    ValueInvalid {
        /// Its name.
        property: String,
        /// What it must be.
        expected: Expected,
    },
    /// `@id` is a blank node, or the URL of a built-in datatype.
    IdentifierInvalid,
    /// `@type` is not that of the description.
    TypeInvalid {
        /// What it must be.
        expected: &'static str,
    },
    /// A common property or a note is not within the JSON-LD dialect.
    AnnotationInvalid {
        /// What is not kept.
        rule: AnnotationRule,
    },
    /// A group of tables has none.
    TablesMissing,
    /// Two columns have one name.
    NameRepeated {
        /// The name.
        name: String,
    },
    /// A virtual column stands before one that is not.
    VirtualColumnBeforeOthers,
    /// A name references no column.
    ColumnUnknown {
        /// The name.
        name: String,
    },
    /// A foreign key references no table of the group, or more than one.
    TableUnknown {
        /// The URL that is referenced.
        url: String,
    },
    /// Two facets of a datatype exclude each other.
    FacetsConflict {
        /// One.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A facet that the base datatype does not have.
    FacetNotApplicable {
        /// The facet.
        facet: &'static str,
        /// The base datatype.
        base: &'static str,
    },
    /// A format that is not one of the base datatype; none is used.
    FormatInvalid {
        /// The format.
        format: String,
        /// The base datatype.
        base: &'static str,
    },
    /// A regular expression that may be valid, but uses what this validator does not have; it is not tested.
    FormatUnsupported {
        /// The format.
        format: String,
    },
    /// A file that is referenced is not there.
    FileMissing {
        /// Its URL.
        url: String,
    },
    /// Metadata found beside a table do not describe it, and are not used.
    TableNotDescribed {
        /// The table's URL.
        table: String,
    },
    /// The table has not as many columns as its description.
    ColumnCountDiffers {
        /// In the description, without virtual columns.
        described: usize,
        /// In the table.
        found: usize,
    },
    /// The header of a column is none of the titles of its description.
    TitleDiffers {
        /// The titles in the description; empty when it has a name only.
        described: Vec<String>,
        /// The header.
        found: String,
    },
    /// A row has not as many cells as the table has columns.
    CellCountDiffers {
        /// How many there must be.
        expected: usize,
    },
    /// A quote within an unquoted cell, behind a closing quote, or never closed.
    QuoteMisplaced,
    /// A required cell is null.
    ValueMissing,
    /// A cell is no value of its datatype.
    ValueNotOfDatatype {
        /// The base datatype.
        datatype: &'static str,
    },
    /// A cell is not in the format of its datatype.
    ValueNotInFormat {
        /// The format.
        format: String,
    },
    /// A cell is too short or too long.
    LengthOutOfBounds {
        /// `length`, `minLength` or `maxLength`.
        facet: &'static str,
        /// Its value.
        limit: u64,
    },
    /// A cell is too small or too large.
    ValueOutOfBounds {
        /// `minInclusive`, `minExclusive`, `maxInclusive` or `maxExclusive`.
        facet: &'static str,
        /// Its value.
        limit: String,
    },
    /// Rows have the primary key of a row before them.
    KeyRepeated {
        /// The names of the key's columns.
        columns: Vec<String>,
    },
    /// Rows reference no row, or more than one.
    ReferenceBroken {
        /// The names of the referencing columns.
        columns: Vec<String>,
        /// The URL of the referenced table.
        table: String,
        /// How it fails.
        matches: Matches,
    },
}

impl IssueKind {
    /// The kind's name, for catalogues of words: stable, in lower case, with hyphens.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::JsonInvalid { .. } => "json-invalid",
            Self::ContextInvalid => "context-invalid",
            Self::PropertyMissing { .. } => "property-missing",
            Self::PropertyUnknown { .. } => "property-unknown",
            Self::ValueInvalid { .. } => "value-invalid",
            Self::IdentifierInvalid => "identifier-invalid",
            Self::TypeInvalid { .. } => "type-invalid",
            Self::AnnotationInvalid { .. } => "annotation-invalid",
            Self::TablesMissing => "tables-missing",
            Self::NameRepeated { .. } => "name-repeated",
            Self::VirtualColumnBeforeOthers => "virtual-column-before-others",
            Self::ColumnUnknown { .. } => "column-unknown",
            Self::TableUnknown { .. } => "table-unknown",
            Self::FacetsConflict { .. } => "facets-conflict",
            Self::FacetNotApplicable { .. } => "facet-not-applicable",
            Self::FormatInvalid { .. } => "format-invalid",
            Self::FormatUnsupported { .. } => "format-unsupported",
            Self::FileMissing { .. } => "file-missing",
            Self::TableNotDescribed { .. } => "table-not-described",
            Self::ColumnCountDiffers { .. } => "column-count-differs",
            Self::TitleDiffers { .. } => "title-differs",
            Self::CellCountDiffers { .. } => "cell-count-differs",
            Self::QuoteMisplaced => "quote-misplaced",
            Self::ValueMissing => "value-missing",
            Self::ValueNotOfDatatype { .. } => "value-not-of-datatype",
            Self::ValueNotInFormat { .. } => "value-not-in-format",
            Self::LengthOutOfBounds { .. } => "length-out-of-bounds",
            Self::ValueOutOfBounds { .. } => "value-out-of-bounds",
            Self::KeyRepeated { .. } => "key-repeated",
            Self::ReferenceBroken { .. } => "reference-broken",
        }
    }
}
