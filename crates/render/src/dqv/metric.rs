//! What is measured: metrics and the dimensions they are in.

use super::turtle::Text;
use munilint_model::{Dimension, Language, Severity};
use std::io::{self, Write};

/// A metric, with the datatype of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Metric {
    /// Share of fields, and of the table as one more, in which nothing was found, as per cent.
    SoundShare(Dimension),
    /// How many these are.
    SoundUnits(Dimension),
    /// How many fields there are, with the table as one more.
    Units,
    /// Share of cells without a value, as per cent.
    MissingRate,
    /// How many cells have no value.
    MissingValues,
    /// Share of records without a value in a field, as per cent: a metric of DQV-AP-NO.
    FieldMissingRate,
    /// How many records have no value in a field: a metric of DQV-AP-NO.
    FieldMissingValues,
    /// How many findings of a severity there are.
    Findings(Severity),
}

/// The metrics of DQV-AP-NO; `dqvno:rateOfObjectsWithMissingValueForAGivenProperty` and its like are deprecated for these.
const NORWEGIAN: &str = "https://data.norge.no/vocabulary/quality-metric#";

impl Metric {
    /// Its IRI, in angle brackets.
    pub(crate) fn iri(self) -> String {
        match self {
            Metric::SoundShare(dimension) => format!("<urn:munilint:metric:sound-share:{dimension}>"),
            Metric::SoundUnits(dimension) => format!("<urn:munilint:metric:sound-units:{dimension}>"),
            Metric::Units => "<urn:munilint:metric:units>".to_owned(),
            Metric::MissingRate => "<urn:munilint:metric:missing-rate>".to_owned(),
            Metric::MissingValues => "<urn:munilint:metric:missing-values>".to_owned(),
            Metric::FieldMissingRate => format!("<{NORWEGIAN}qm-completeness-1005>"),
            Metric::FieldMissingValues => format!("<{NORWEGIAN}qm-completeness-1004>"),
            Metric::Findings(severity) => format!("<urn:munilint:metric:findings:{severity}>"),
        }
    }

    /// True when its values are per cent.
    pub(crate) fn is_share(self) -> bool {
        matches!(self, Metric::SoundShare(_) | Metric::MissingRate | Metric::FieldMissingRate)
    }

    /// Writes what the metric is, unless DQV-AP-NO says it. `all` are the dimensions that were looked at.
    pub(crate) fn define(self, all: &[Dimension], out: &mut dyn Write) -> io::Result<()> {
        let Some([nb, en, nb_definition, en_definition]) = self.words() else { return Ok(()) };
        let dimensions: Vec<&str> = match self {
            Metric::SoundShare(one) | Metric::SoundUnits(one) => vec![dimension(one)],
            Metric::MissingRate | Metric::MissingValues => vec![dimension(Dimension::Completeness)],
            Metric::FieldMissingRate | Metric::FieldMissingValues => Vec::new(),
            Metric::Units | Metric::Findings(_) => all.iter().map(|&one| dimension(one)).collect(),
        };
        writeln!(out, "\n{} a dqv:Metric ;", self.iri())?;
        writeln!(out, "    skos:prefLabel {}, {} ;", Text(&nb, "nb"), Text(&en, "en"))?;
        writeln!(out, "    skos:definition {}, {} ;", Text(&nb_definition, "nb"), Text(&en_definition, "en"))?;
        if matches!(self, Metric::MissingRate | Metric::MissingValues) {
            writeln!(out, "    dqvno:inSubDimension dimension:under-coverage ;")?;
        }
        if !dimensions.is_empty() {
            writeln!(out, "    dqv:inDimension {} ;", dimensions.join(", "))?;
        }
        writeln!(out, "    dqv:expectedDataType xsd:{} .", self.datatype())
    }

    /// The datatype of its values.
    pub(crate) fn datatype(self) -> &'static str {
        if self.is_share() { "double" } else { "nonNegativeInteger" }
    }

    /// Its name and its definition, each in Bokmål and in English; `None` for what DQV-AP-NO defines.
    fn words(self) -> Option<[String; 4]> {
        let words = match self {
            Metric::FieldMissingRate | Metric::FieldMissingValues => return None,
            Metric::SoundShare(one) => {
                let [nb, en] = [Language::Nb, Language::En].map(|language| crate::page::dimension(one, language));
                return Some([
                    format!("andel uten feil, {nb}"),
                    format!("share that is sound, {en}"),
                    format!(
                        "andel av feltene, og tabellen som helhet, der munilint ikke fant feil eller advarsler som gjelder {nb}, i prosent"
                    ),
                    format!(
                        "share of the fields, and of the table as a whole, in which munilint found no error and no warning about {en}, as per cent"
                    ),
                ]);
            }
            Metric::SoundUnits(one) => {
                let [nb, en] = [Language::Nb, Language::En].map(|language| crate::page::dimension(one, language));
                return Some([
                    format!("antall uten feil, {nb}"),
                    format!("number that is sound, {en}"),
                    format!(
                        "antall felt, medregnet tabellen som helhet, der munilint ikke fant feil eller advarsler som gjelder {nb}"
                    ),
                    format!(
                        "number of fields, the table as a whole among them, in which munilint found no error and no warning about {en}"
                    ),
                ]);
            }
            Metric::Units => [
                "antall felt og tabell",
                "number of fields and table",
                "antall felt i tabellen, medregnet tabellen som helhet",
                "number of fields of the table, the table as a whole among them",
            ],
            Metric::MissingRate => [
                "andel manglende verdier",
                "rate of missing values",
                "antall celler uten verdi (tomme, blanke eller med et tegn for manglende verdi) i forhold til antall celler i tabellen, i prosent",
                "number of cells without a value (empty, blank or with a sign for a missing value) in relation to the number of cells of the table, as per cent",
            ],
            Metric::MissingValues => [
                "antall manglende verdier",
                "number of missing values",
                "antall celler uten verdi i tabellen: tomme, blanke eller med et tegn for manglende verdi",
                "number of cells of the table without a value: empty, blank or with a sign for a missing value",
            ],
            Metric::Findings(Severity::Error) => [
                "antall funn som er feil",
                "number of findings that are errors",
                "antall funn som må rettes før dataene deles eller brukes; ett funn er én regel i ett felt",
                "number of findings that must be mended before the data is shared or used; a finding is one rule in one field",
            ],
            Metric::Findings(Severity::Warning) => [
                "antall funn som er advarsler",
                "number of findings that are warnings",
                "antall funn som bør rettes; ett funn er én regel i ett felt",
                "number of findings that should be mended; a finding is one rule in one field",
            ],
            Metric::Findings(Severity::Note) => [
                "antall funn som er merknader",
                "number of findings that are notes",
                "antall funn som er verdt å vite om; ett funn er én regel i ett felt",
                "number of findings that are worth knowing; a finding is one rule in one field",
            ],
        };
        Some(words.map(str::to_owned))
    }
}

/// The quality dimension of a vocabulary that others use: that of DQV-AP-NO where it has one, else that of the Linked Data
/// Quality Dimensions which the note on DQV refers to.
pub(crate) fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Accuracy => "dimension:accuracy",
        Dimension::Completeness => "dimension:completeness",
        Dimension::Consistency => "dimension:consistency",
        Dimension::Coverage => "dimension:under-coverage",
        Dimension::Timeliness => "dimension:currentness",
        Dimension::Conformity => "ldqd:interoperability",
        Dimension::Uniqueness => "ldqd:conciseness",
        Dimension::Privacy => "ldqd:security",
        Dimension::Documentation => "ldqd:understandability",
    }
}
