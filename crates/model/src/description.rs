//! What metadata says of datasets, whatever standard it is written in.
//!
//! Texts here are as they stand in the metadata and may name persons: they are judged, and shown only as an [`crate::Excerpt`].

use crate::{Message, Occurrences, Place, Severity};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A part of a description, with its place in the metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Said<T> {
    /// What is said.
    pub what: T,
    /// Where.
    pub at: Place,
}

/// Text, and the language that it says it is in (BCP 47), in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LangText {
    /// The text.
    pub text: String,
    /// `nb`, `nn`, `en`, …; `None` where nothing is said.
    pub language: Option<String>,
}

/// Kinds of standard that metadata is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandardKind {
    /// DCAT-AP-NO, as RDF.
    Dcat,
    /// DCAT-AP, the European profile, as RDF.
    DcatAp,
    /// Frictionless Data Package with Table Schema.
    DataPackage,
    /// CSV on the Web.
    Csvw,
    /// Open Data Contract Standard.
    Odcs,
    /// Statistics Norway's Datadoc.
    Datadoc,
    /// Statistics Norway's microdata.no.
    Microdata,
    /// Statistics Norway's descriptions of files in KOSTRA.
    Kostra,
    /// `schema.org/Dataset`.
    SchemaOrg,
    /// Croissant.
    Croissant,
    /// Fields and meta files of Difi's Datahotell.
    Datahotell,
    /// Metadata of tables that OK_PxBuild makes PX files of.
    PxBuild,
    /// A README with a table of variables.
    Readme,
    /// A codebook: a table with a row for each field.
    Codebook,
}

/// A standard and its version, as metadata tells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// Which.
    pub kind: StandardKind,
    /// Its version: `2`, `1.1`; `None` when nothing tells.
    pub version: Option<String>,
}

impl fmt::Display for StandardKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StandardKind::Dcat => "DCAT-AP-NO",
            StandardKind::DcatAp => "DCAT-AP",
            StandardKind::DataPackage => "Data Package",
            StandardKind::Csvw => "CSVW",
            StandardKind::Odcs => "ODCS",
            StandardKind::Datadoc => "Datadoc",
            StandardKind::Microdata => "microdata.no",
            StandardKind::Kostra => "KOSTRA",
            StandardKind::SchemaOrg => "schema.org",
            StandardKind::Croissant => "Croissant",
            StandardKind::Datahotell => "Datahotell",
            StandardKind::PxBuild => "OK_PxBuild",
            StandardKind::Readme => "README",
            StandardKind::Codebook => "codebook",
        })
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        self.version.as_ref().map_or(Ok(()), |version| write!(f, " {version}"))
    }
}

/// What one metadata file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Metadata {
    /// The file's name as it is shown.
    pub source: Arc<str>,
    /// How it is written: `turtle`, `json`, `yaml`.
    pub written_as: &'static str,
    /// The standard that it keeps.
    pub standard: Standard,
    /// The catalogue that the datasets are in, when there is one.
    pub catalogue: Option<Catalogue>,
    /// Datasets, in the order of their places.
    pub datasets: Vec<Description>,
    /// Terms of vocabularies that it uses (classes and properties, as IRIs), with their places. Of RDF alone.
    pub terms: BTreeMap<String, Occurrences>,
    /// Where it does not keep its standard.
    pub faults: Vec<Fault>,
    /// What it was held against: a standard, its version, and how that is written (`DCAT-AP-NO 2.00 (SHACL)`). `None` before it was, and
    /// where munilint has nothing to hold it against.
    pub held_to: Option<&'static str>,
}

/// Where metadata does not keep its standard, as a validator of that standard notes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Which validator.
    pub kind: FaultKind,
    /// How grave, in the standard's own words: shall → error, should → warning, may → note.
    pub severity: Severity,
    /// What is wrong: a message of the page of the rule that tells faults of this kind.
    pub message: Message,
    /// Where.
    pub at: Place,
}

/// What noted a [`Fault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// The syntax is broken: nothing behind the place was read.
    Syntax,
    /// A shape (SHACL) of the standard.
    Shape,
    /// The JSON Schema of the standard.
    Schema,
    /// Rules that a standard has in words, held against the data, too (CSVW).
    Words,
    /// A look at what is pointed at and not there.
    Reference,
    /// A look for files that are named.
    File,
}

/// A catalogue of datasets.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Where it is described.
    pub at: Place,
    /// Its names.
    pub titles: Vec<Said<LangText>>,
    /// What it holds.
    pub descriptions: Vec<Said<LangText>>,
    /// Who answers for it.
    pub publishers: Vec<Said<Agent>>,
}

/// Somebody that answers for data: an organisation, mostly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agent {
    /// Its IRI.
    pub iri: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Its IRI.
    pub iri: Option<String>,
    /// Name of an office or a person.
    pub name: Option<String>,
    /// Address, without `mailto:`.
    pub email: Option<String>,
    /// The address was given as `mailto:`.
    pub is_mailto: bool,
    /// Telephone, without `tel:`.
    pub telephone: Option<String>,
    /// A page with a form.
    pub url: Option<String>,
}

/// A stretch of time, as it is written: ISO 8601 mostly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day, year or moment.
    pub start: Option<String>,
    /// The last.
    pub end: Option<String>,
}

/// A dataset as metadata describes it. A part that is not there is said nothing of.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// Where it is described.
    pub at: Place,
    /// Its IRI, name or identifier.
    pub id: Option<String>,
    /// Its titles.
    pub titles: Vec<Said<LangText>>,
    /// What it is.
    pub descriptions: Vec<Said<LangText>>,
    /// Identifiers that it says it has.
    pub identifiers: Vec<Said<String>>,
    /// Who answers for it.
    pub publishers: Vec<Said<Agent>>,
    /// Whom to ask.
    pub contacts: Vec<Said<Contact>>,
    /// Licences, as an IRI or a name, of the dataset itself.
    pub licences: Vec<Said<String>>,
    /// Themes, as IRIs.
    pub themes: Vec<Said<String>>,
    /// Keywords.
    pub keywords: Vec<Said<LangText>>,
    /// Who may have it: `PUBLIC`, `RESTRICTED`, `NON_PUBLIC`, or the IRI or word that stands there.
    pub access_rights: Vec<Said<String>>,
    /// What law or decision it stands on.
    pub legal_bases: Vec<Said<String>>,
    /// What time it is about.
    pub periods: Vec<Said<Period>>,
    /// What area it is about, as IRIs or names.
    pub areas: Vec<Said<String>>,
    /// How often it is brought up to date.
    pub frequencies: Vec<Said<String>>,
    /// When it was first published.
    pub issued: Vec<Said<String>>,
    /// When it was last changed.
    pub modified: Vec<Said<String>>,
    /// Languages of the data.
    pub languages: Vec<Said<String>>,
    /// Where it comes from.
    pub sources: Vec<Said<String>>,
    /// Standards that it keeps.
    pub conforms_to: Vec<Said<String>>,
    /// Other properties, by name as the standard has it, with their places: what is not in a field of its own.
    pub others: BTreeMap<String, Vec<Said<String>>>,
    /// Its forms.
    pub distributions: Vec<Distribution>,
    /// Its fields, when they are described for the dataset as a whole.
    pub fields: Vec<FieldDescription>,
    /// Whether it holds personal data.
    pub personal_data: Option<Said<bool>>,
    /// Whether it keeps the shapes of DCAT-AP-NO 2.00, by which the national catalogue judges; `None` where they do not apply.
    pub complies: Option<bool>,
}

/// One form of a dataset: a file, a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Where it is described.
    pub at: Place,
    /// Its titles.
    pub titles: Vec<Said<LangText>>,
    /// What it is.
    pub descriptions: Vec<Said<LangText>>,
    /// Pages or addresses where it can be had.
    pub access_urls: Vec<Said<String>>,
    /// Addresses or paths of the file itself.
    pub download_urls: Vec<Said<String>>,
    /// Names that the file or the table goes by, without folder and ending, in standards that say no more.
    pub names: Vec<Said<String>>,
    /// Formats, as IRIs or names.
    pub formats: Vec<Said<String>>,
    /// Media types, as IRIs or names.
    pub media_types: Vec<Said<String>>,
    /// Licences, as IRIs or names.
    pub licences: Vec<Said<String>>,
    /// Rights statements.
    pub rights: Vec<Said<String>>,
    /// Size in bytes, as it is written.
    pub byte_size: Option<Said<String>>,
    /// Checksum: algorithm, in lower case and without separators (`sha256`), and digits in hexadecimal.
    pub checksum: Option<Said<(String, String)>>,
    /// Encoding of the text.
    pub encoding: Option<Said<String>>,
    /// Delimiter of the fields.
    pub delimiter: Option<Said<String>>,
    /// Row of the header, from 1; 0 where there is none.
    pub header_row: Option<Said<u64>>,
    /// The fewest and the most records: the same where one number is said.
    pub rows: Option<Said<RangeInclusive<u64>>>,
    /// When it was first published.
    pub issued: Vec<Said<String>>,
    /// When it was last changed.
    pub modified: Vec<Said<String>>,
    /// Its fields, in order.
    pub fields: Vec<FieldDescription>,
    /// Keys: names of the fields that tell records apart.
    pub primary_key: Vec<Said<String>>,
}

/// A field as metadata describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDescription {
    /// Where it is described.
    pub at: Place,
    /// Its name in the data.
    pub name: String,
    /// Names for people.
    pub titles: Vec<Said<LangText>>,
    /// What it means.
    pub definitions: Vec<Said<LangText>>,
    /// Its datatype, in the standard's own word.
    pub datatype: Option<Said<String>>,
    /// A way of their own in which its values are written, in the standard's words: `%d.%m.%y`.
    pub format: Option<Said<String>>,
    /// What stands before the decimals of its numbers, where it is said: a comma, mostly.
    pub decimal_mark: Option<Said<String>>,
    /// What sets the digits of its numbers apart in threes, where it is said.
    pub group_mark: Option<Said<String>>,
    /// Unit of measurement.
    pub unit: Option<Said<String>>,
    /// The code list that it follows: an IRI, a number of SSB's KLASS, a name.
    pub codelist: Option<Said<String>>,
    /// Codes that it may hold, with what they mean, in order.
    pub codes: Vec<(String, Option<String>)>,
    /// Where the codes are listed.
    pub codes_at: Option<Place>,
    /// Values that stand for a missing one, with what they mean.
    pub missing: Vec<(String, Option<String>)>,
    /// What its values must keep.
    pub constraints: Constraints,
    /// Whether it holds personal data.
    pub personal_data: Option<Said<bool>>,
}

/// What values of a field must keep.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// None is missing.
    pub required: Option<Said<bool>>,
    /// No two are equal.
    pub unique: Option<Said<bool>>,
    /// The smallest, as it is written.
    pub minimum: Option<Said<String>>,
    /// The largest, as it is written.
    pub maximum: Option<Said<String>>,
    /// The fewest characters.
    pub min_length: Option<Said<u64>>,
    /// The most characters.
    pub max_length: Option<Said<u64>>,
    /// A regular expression that the whole value fits.
    pub pattern: Option<Said<String>>,
}

impl Description {
    /// A dataset of which nothing is said yet.
    #[must_use]
    pub fn at(at: Place) -> Self {
        Description {
            at,
            id: None,
            titles: Vec::new(),
            descriptions: Vec::new(),
            identifiers: Vec::new(),
            publishers: Vec::new(),
            contacts: Vec::new(),
            licences: Vec::new(),
            themes: Vec::new(),
            keywords: Vec::new(),
            access_rights: Vec::new(),
            legal_bases: Vec::new(),
            periods: Vec::new(),
            areas: Vec::new(),
            frequencies: Vec::new(),
            issued: Vec::new(),
            modified: Vec::new(),
            languages: Vec::new(),
            sources: Vec::new(),
            conforms_to: Vec::new(),
            others: BTreeMap::new(),
            distributions: Vec::new(),
            fields: Vec::new(),
            personal_data: None,
            complies: None,
        }
    }

    /// What it is called: its title in Norwegian, else in any language, else its identifier.
    #[must_use]
    pub fn name(&self) -> &str {
        let is_norwegian = |said: &&Said<LangText>| {
            said.what.language.as_deref().is_some_and(|language| matches!(language, "nb" | "nn" | "no"))
        };
        let title = self.titles.iter().find(is_norwegian).or(self.titles.first());
        title.map(|said| said.what.text.as_str()).or(self.id.as_deref()).unwrap_or("")
    }

    /// The fields of its form `distribution`, or its own where that says nothing of fields.
    #[must_use]
    pub fn fields_of(&self, distribution: Option<usize>) -> &[FieldDescription] {
        let own = distribution.and_then(|at| self.distributions.get(at)).map(|form| form.fields.as_slice());
        own.filter(|fields| !fields.is_empty()).unwrap_or(&self.fields)
    }
}

impl Distribution {
    /// A form of which nothing is said yet.
    #[must_use]
    pub fn at(at: Place) -> Self {
        Distribution {
            at,
            titles: Vec::new(),
            descriptions: Vec::new(),
            access_urls: Vec::new(),
            download_urls: Vec::new(),
            names: Vec::new(),
            formats: Vec::new(),
            media_types: Vec::new(),
            licences: Vec::new(),
            rights: Vec::new(),
            byte_size: None,
            checksum: None,
            encoding: None,
            delimiter: None,
            header_row: None,
            rows: None,
            issued: Vec::new(),
            modified: Vec::new(),
            fields: Vec::new(),
            primary_key: Vec::new(),
        }
    }
}

impl FieldDescription {
    /// A field of which its name alone is said.
    #[must_use]
    pub fn named(name: impl Into<String>, at: Place) -> Self {
        FieldDescription {
            at,
            name: name.into(),
            titles: Vec::new(),
            definitions: Vec::new(),
            datatype: None,
            format: None,
            decimal_mark: None,
            group_mark: None,
            unit: None,
            codelist: None,
            codes: Vec::new(),
            codes_at: None,
            missing: Vec::new(),
            constraints: Constraints::default(),
            personal_data: None,
        }
    }
}
